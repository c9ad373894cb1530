import { entryOf } from "../at.js";
import type { Refusal, Violation } from "../model.js";
import { mapped, type Sequence } from "../report/sequence.js";
import { textTable } from "../report/textTable.js";
import { counted } from "../report/words.js";
import { EXISTING_RECORD_CODES } from "../rules/index.js";
import type { AuditRecord, AuditStudent, Population } from "./population.js";
import { drawFrom, drawSample, METHOD, type Stratum } from "./sample.js";

/** What is asked of a sample. */
export interface SampleRequest {
  readonly seed: string;
  /** How many students or records; null: none. */
  readonly size: number | null;
  readonly unit: "student" | "record";
  readonly stratify: "none" | "school" | "pathway";
  /** How many refusals; null: none. */
  readonly refusals: number | null;
}

/** A student of the sample with the records that were drawn. */
export interface SampledStudent {
  readonly student: AuditStudent;
  readonly records: readonly AuditRecord[];
  readonly stratum: string;
  /** `5 of 120`. */
  readonly chance: string;
}

/** How a sample came about, for whoever repeats it. */
export interface SampleStatement {
  readonly draws: "students" | "records" | "refusals";
  readonly seed: string;
  readonly method: string;
  readonly stratify: SampleRequest["stratify"];
  readonly asked: number;
  readonly drawn: number;
  /** What could be drawn, in words. */
  readonly frame: string;
  readonly frameSize: number;
  /** What could not be drawn, in words. */
  readonly exclusions: readonly string[];
  readonly strata: readonly Stratum[];
}

export interface SampledRefusal {
  readonly refusal: Refusal;
  readonly chance: string;
}

export interface AuditSample {
  readonly statements: readonly SampleStatement[];
  readonly students: readonly SampledStudent[];
  readonly refusals: readonly SampledRefusal[];
}

/** Whether a violation speaks of existing records: by its rule, or because it stands at one. */
export function isAboutRecords(violation: Violation, places: ReadonlySet<string>): boolean {
  return EXISTING_RECORD_CODES.has(violation.code) || places.has(placeKey(violation));
}

/** A key of each place at which a record of the population stands. */
export function recordPlaces({ students }: Population): ReadonlySet<string> {
  return new Set(students.flatMap(({ records }) => records.map(placeKey)));
}

function placeKey({ file, line }: { readonly file: string; readonly line: number }): string {
  return `${line} ${file}`;
}

/**
 * Draws what was asked for. The population and the refusals are whole: nothing of them is left out without a word.
 *
 * @param students how many are output, and how many the filters hide
 */
export function drawAudit(
  population: Population,
  refusals: Sequence<Refusal>,
  request: SampleRequest,
  { output, hidden: hiddenByFilters }: { readonly output: number; readonly hidden: number },
): AuditSample {
  const statements: SampleStatement[] = [];
  const students: SampledStudent[] = [];
  const drawnRefusals: SampledRefusal[] = [];
  if (request.size !== null) {
    const drawn =
      request.unit === "student"
        ? drawStudents(population, request, request.size)
        : drawRecords(population, request, request.size);
    students.push(...drawn.students);
    statements.push({
      ...drawn.statement,
      exclusions: exclusionsOf(population, hiddenByFilters),
    });
  }
  if (request.refusals !== null) {
    const drawn = drawRefusals(refusals, request.refusals, request.seed);
    drawnRefusals.push(...drawn.refusals);
    const refused = textTable();
    for (const { studentId } of refusals) refused.add(studentId);
    const without = output - refused.size;
    const none = `${counted(without, "student")} for whom no pathway was considered and refused`;
    statements.push({ ...drawn.statement, exclusions: [none, ...hiddenLines(hiddenByFilters)] });
  }
  return { statements, students, refusals: drawnRefusals };
}

function exclusionsOf(population: Population, hidden: number): readonly string[] {
  const lines = [`${counted(population.withoutRecord, "student")} without a mastery record`];
  if (population.doubtful > 0)
    lines.push(`${counted(population.doubtful, "row")} in doubt that may be mastery records`);
  return [...lines, ...hiddenLines(hidden)];
}

function hiddenLines(hidden: number): readonly string[] {
  return hidden === 0 ? [] : [`${counted(hidden, "student")} whom the filters leave out`];
}

/** The school or pathway of the first of the latest records; records stand in order of their days. */
function stratumOf(records: readonly AuditRecord[], stratify: SampleRequest["stratify"]): string {
  const last = records.at(-1);
  if (stratify === "none" || last === undefined) return "";
  const name = stratify === "school" ? last.schoolCode : last.pathway;
  return name === "" ? "(none)" : name;
}

interface Drawn {
  readonly students: readonly SampledStudent[];
  readonly statement: Omit<SampleStatement, "exclusions">;
}

function drawStudents({ students, records }: Population, request: SampleRequest, size: number): Drawn {
  const units = students.map((student) => ({
    key: student.id,
    stratum: stratumOf(student.records, request.stratify),
    student,
  }));
  const sample = drawSample(units, size, request.seed);
  const chances = chancesOf(sample.strata);
  return {
    students: sample.drawn.map(({ student, stratum }) => ({
      student,
      records: student.records,
      stratum,
      chance: entryOf(chances, stratum),
    })),
    statement: {
      ...statementOf(request, "students", size, sample.drawn.length, sample.strata),
      frame: `students with at least one mastery record (${records} records in all)`,
      frameSize: students.length,
    },
  };
}

function drawRecords({ students, records }: Population, request: SampleRequest, size: number): Drawn {
  const units = students.flatMap((student) =>
    student.records.map((record) => ({
      key: `${student.id}\n${record.key}`,
      stratum: stratumOf([record], request.stratify),
      student,
      record,
    })),
  );
  const sample = drawSample(units, size, request.seed);
  const chances = chancesOf(sample.strata);
  return {
    students: sample.drawn.map(({ student, record, stratum }) => ({
      student,
      records: [record],
      stratum,
      chance: entryOf(chances, stratum),
    })),
    statement: {
      ...statementOf(request, "records", size, sample.drawn.length, sample.strata),
      frame: `mastery records (of ${students.length} students)`,
      frameSize: records,
    },
  };
}

function drawRefusals(
  refusals: Sequence<Refusal>,
  size: number,
  seed: string,
): { readonly refusals: readonly SampledRefusal[]; readonly statement: Omit<SampleStatement, "exclusions"> } {
  const sample = drawFrom(
    mapped(refusals, (refusal) => ({ key: `${refusal.studentId}\n${refusal.pathway}`, stratum: "", refusal })),
    size,
    seed,
  );
  const chances = chancesOf(sample.strata);
  const request: SampleRequest = { seed, size, unit: "record", stratify: "none", refusals: size };
  return {
    refusals: sample.drawn.map(({ refusal }) => ({ refusal, chance: entryOf(chances, "") })),
    statement: {
      ...statementOf(request, "refusals", size, sample.drawn.length, sample.strata),
      frame: "pathways that were considered for a student and refused",
      frameSize: refusals.length,
    },
  };
}

function statementOf(
  { seed, stratify }: SampleRequest,
  draws: SampleStatement["draws"],
  asked: number,
  drawn: number,
  strata: readonly Stratum[],
): Omit<SampleStatement, "exclusions" | "frame" | "frameSize"> {
  return { draws, seed, method: METHOD, stratify, asked, drawn, strata };
}

function chancesOf(strata: readonly Stratum[]): ReadonlyMap<string, string> {
  return new Map(strata.map(({ name, size, drawn }) => [name, `${drawn} of ${size}`]));
}
