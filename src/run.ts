import type { Covers } from "./decide/backwards.js";
import { isMastery } from "./decide/ledger.js";
import { NotDone, type Problem } from "./errors.js";
import {
  type EvaluateContext,
  type Evaluation,
  evaluateStrays,
  evaluateStudent,
  type WithheldCounter,
  withheldCounter,
  withWithheld,
} from "./evaluate.js";
import { createFinder, rulesRun } from "./findings.js";
import { collectRows, type Grouping } from "./group.js";
import type { AnyRow, Decision, FileReading, InputKind, StudentFile, Violation } from "./model.js";
import { countCommas } from "./normalise/decimals.js";
import { rowReader } from "./normalise/index.js";
import { countForms, dialectNotes, encodingNotes, layoutNotes, outputLayout } from "./outputLayout.js";
import type { CompiledPolicy } from "./policy/compiled.js";
import type { PolicyFinding } from "./policy/finding.js";
import { policyViolations } from "./policyViolations.js";
import type { MapDef } from "./read/map/schema.js";
import { readSource } from "./read/read.js";
import type { Hasher, Source } from "./read/source.js";
import { type Gather, gatherInMemory } from "./report/gather.js";
import { importNotes } from "./report/records.js";
import type { HeldResult, ResultOptions, RunResult } from "./report/result.js";
import { RULES } from "./rules/index.js";
import { POLICY_RULES } from "./rules/policyIndex.js";
import type { Extra, RuleContext } from "./rules/rule.js";
import { isSelected, selectionNotes } from "./select.js";
import { studentFacts } from "./studentFacts.js";
import { VERSION } from "./version.js";

/** The policy file as it was read, with what the loader found in it that is no error. */
export interface PolicyFile {
  readonly name: string;
  readonly bytes: number;
  /** Of the file's bytes, lower case hex. */
  readonly sha256: string;
  readonly findings: readonly PolicyFinding[];
}

export interface Progress {
  /** Display name of the file that is being read. */
  readonly name: string;
  readonly rows: number;
  /** Set once all is read: how many students were decided, of how many. */
  readonly students?: { readonly done: number; readonly of: number };
}

export interface RunInputs {
  readonly sources: readonly Source[];
  readonly policy: CompiledPolicy;
  readonly policyFile: PolicyFile;
  readonly hasher: () => Hasher;
  readonly options: ResultOptions;
  readonly onProgress?: (progress: Progress) => void;
  /** The layout to write new records in, where it is not the one that came in. */
  readonly importBy?: MapDef | null;
  /** A student to be explained: no other is decided then. */
  readonly ask?: string;
  /** Called for each student, output or not, in text order of the ids. */
  readonly onEvery?: (student: StudentFile) => void;
  /** Called for each student that is output, in text order of the ids, with all that was found of them. */
  readonly onStudent?: (student: StudentFile, evaluation: Evaluation) => void;
  /** Takes what is found; in memory unless given. */
  readonly gather?: Gather;
}

export interface Run {
  readonly result: RunResult;
  /** The student asked about; null where none was, or no student has that id. */
  readonly asked: { readonly student: StudentFile; readonly decision: Decision } | null;
  /** Every student's id, in text order. */
  readonly ids: readonly string[];
}

/** As `Run`, with all that was found in memory. */
export interface HeldRun extends Run {
  readonly result: HeldResult;
}

/** Rows between two reports of progress. */
const PROGRESS_ROWS = 50_000;
/** Students between two reports of progress. */
const PROGRESS_STUDENTS = 1000;

/**
 * The straight line: read, normalise, group by student, evaluate, and gather what is reported. Pure but for what the
 * sources read: no clock, no disk, no order but that of content.
 *
 * @throws NotDone with every fault of every file that keeps the job from being done.
 */
export function run(inputs: RunInputs & { readonly gather: Gather }): Promise<Run>;
export function run(inputs: RunInputs): Promise<HeldRun>;
export async function run(inputs: RunInputs): Promise<Run> {
  const { sources, policy, options } = inputs;
  const collector = collectRows();
  const forms = countForms();
  const commas = countCommas();
  const firstDays = countDays(options.awardDate);
  const files = await readAll(inputs, (row) => {
    if (row.kind === "transcript") forms.see(row);
    commas.see(row);
    firstDays.see(row);
    collector.add(row);
  });
  const given = new Set(sources.map((source) => source.kind));
  const fileViolations = checkFiles(files, given, inputs);
  const grouping = collector.finish(files.flatMap((file) => file.broken));
  const output = outputLayout(files, forms, inputs.importBy ?? null, commas.inRecords());
  const context: EvaluateContext = {
    policy,
    awardDate: options.awardDate,
    given,
    covers: firstDays.covers(),
    idWidth: grouping.identities.idWidth,
    isStudent: grouping.identities.isStudent,
    // Without a transcript records would go out in zcredit's own layout, which has the column.
    hasDesignationColumn: output === null || output.layout.index.designations !== undefined,
  };
  const strays = evaluateStrays(grouping.strays, context);
  const gather = inputs.gather ?? gatherInMemory();
  const withheld = withheldCounter(fileViolations);
  const gathered = evaluateAll(grouping, context, inputs, gather, withheld);
  const shown = (violations: readonly Violation[]): readonly Violation[] =>
    violations.map((violation) => withSeverity(violation, options));
  const ofNobody = withWithheld(fileViolations, withheld.sums());
  const isShown = ({ studentId }: Violation): boolean =>
    gathered.selected.has(studentId) || !grouping.identities.isStudent(studentId);
  gather.violations.add(shown([...ofNobody, ...strays].filter(isShown)));
  gather.violations.add(shown(policyViolations(inputs.policyFile)));
  const rules = rulesRun(given, hasDesignations(files), extrasOf(files, policy));
  const { ids } = grouping.identities;
  const result: RunResult = {
    version: VERSION,
    options,
    policy: policyOf(policy, inputs.policyFile),
    files,
    output,
    counts: {
      ...gathered.counts,
      students: ids.length,
      studentsOut: gathered.selected.size,
      transcriptRows: transcriptRows(files),
      doubtfulRows: gathered.counts.doubtfulRows + doubtful(grouping.strays),
    },
    students: gather.students.finish(),
    proposals: gather.proposals.finish(),
    refusals: gather.refusals.finish(),
    violations: gather.violations.finish(),
    rules: {
      run: [...rules.run, ...POLICY_RULES.map((rule) => rule.code)],
      notChecked: [...rules.notChecked, ...gathered.notChecked],
      off: [],
    },
    notes: [
      ...encodingNotes(files),
      ...commas.notes(),
      ...dialectNotes(files, sources),
      ...layoutNotes(files),
      ...selectionNotes(options, grouping.identities.isStudent, gathered.selected.size),
    ],
  };
  const withNotes: RunResult = { ...result, notes: [...result.notes, ...importNotes(result)] };
  return { result: withNotes, asked: gathered.asked, ids };
}

/** The first days that scores and approvals speak of; dates after the award date and rows in doubt apart. */
function countDays(awardDate: string): { see(row: AnyRow): void; covers(): Covers } {
  let scores: string | null = null;
  let approvals: string | null = null;
  const earlier = (day: string | null, first: string | null): string | null =>
    day === null || day > awardDate || (first !== null && first <= day) ? first : day;
  return {
    see: (row) => {
      if (row.kind === "scores") scores = earlier(row.date, scores);
      else if (row.kind === "approvals") approvals = earlier(row.on, approvals);
    },
    covers: () => ({ scores, approvals }),
  };
}

/** Reads every source to its end even where another cannot be read, so that all of their faults are known at once. */
async function readAll(inputs: RunInputs, onRow: (row: AnyRow) => void): Promise<readonly FileReading[]> {
  const normalise = rowReader(inputs.policy);
  const files: FileReading[] = [];
  const problems: Problem[] = [];
  for (const source of inputs.sources) {
    let rows = 0;
    try {
      const reading = await readSource(
        source,
        (raw) => {
          onRow(normalise(raw));
          rows += 1;
          if (rows % PROGRESS_ROWS === 0) inputs.onProgress?.({ name: source.name, rows });
        },
        inputs.hasher(),
      );
      files.push(reading);
    } catch (error) {
      if (!(error instanceof NotDone)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new NotDone(problems);
  return files;
}

/** Violations of the files themselves. @throws NotDone where one of them is a fault that stops the run. */
function checkFiles(
  files: readonly FileReading[],
  given: ReadonlySet<InputKind>,
  inputs: RunInputs,
): readonly Violation[] {
  const { policy, options } = inputs;
  const context: RuleContext = { policy, awardDate: options.awardDate, given, idWidth: 0, isStudent: () => false };
  const violations = createFinder(context).files(files);
  const stops = new Set([...RULES.files, ...RULES.file].filter((rule) => rule.stops).map((rule) => rule.code));
  if (options.allowTruncated) stops.delete("file-truncated");
  const problems: Problem[] = [];
  for (const { code, file, line, message, remedy } of violations) {
    if (!stops.has(code)) continue;
    problems.push({ code, where: line > 0 ? `${file}:${line}` : file, message: `${message} ${remedy}` });
  }
  if (problems.length > 0) throw new NotDone(problems);
  return violations;
}

interface Gathered {
  readonly counts: { readonly doubtfulRows: number; readonly masteryRecords: number; readonly considered: number };
  /** Ids of the students that are output. */
  readonly selected: ReadonlySet<string>;
  readonly asked: Run["asked"];
  /** Existing records that could not be judged, counted by reason. */
  readonly notChecked: RunResult["rules"]["notChecked"];
}

/** Students in text order of their ids. All are evaluated, and so counted; the filters choose whose findings are kept. */
function evaluateAll(
  grouping: Grouping,
  context: EvaluateContext,
  inputs: RunInputs,
  gather: Gather,
  withheld: WithheldCounter,
): Gathered {
  const { options, ask } = inputs;
  const counts = { doubtfulRows: 0, masteryRecords: 0, considered: 0 };
  const selected = new Set<string>();
  let asked: Run["asked"] = null;
  const unjudged = new Map<string, number>();
  let done = 0;
  const of = grouping.identities.ids.length;
  for (const student of grouping.students()) {
    done += 1;
    if (done % PROGRESS_STUDENTS === 0) inputs.onProgress?.({ name: "", rows: 0, students: { done, of } });
    if (ask !== undefined && student.id !== ask) continue;
    const evaluation = evaluateStudent(student, context);
    const { decision, records, violations: own } = evaluation;
    for (const { verdict, because } of records) {
      if (verdict === "not checked") unjudged.set(because, (unjudged.get(because) ?? 0) + 1);
    }
    counts.doubtfulRows += doubtful(student.transcript);
    for (const row of student.transcript) if (isMastery(row, context.policy)) counts.masteryRecords += 1;
    if (student.id === ask) asked = { student, decision };
    inputs.onEvery?.(student);
    if (!isSelected(student, options)) continue;
    selected.add(student.id);
    inputs.onStudent?.(student, evaluation);
    counts.considered += pathwaysConsidered(decision);
    // Students that a proposal, refusal or violation speaks of.
    if (decision.proposals.length + decision.refusals.length + own.length > 0)
      gather.students.add([studentFacts(student)]);
    withheld.see(decision.refusals);
    gather.proposals.add(decision.proposals);
    gather.refusals.add(decision.refusals);
    gather.violations.add(own.map((violation) => withSeverity(violation, options)));
  }
  return { counts, selected, asked, notChecked: unjudgedLines(unjudged) };
}

/** "Not checked" for single records: older than the files that would hold their evidence, or hanging on a row in doubt. */
function unjudgedLines(unjudged: ReadonlyMap<string, number>): RunResult["rules"]["notChecked"] {
  return [...unjudged]
    .sort(([a], [b]) => byText(a, b))
    .map(([because, count]) => ({
      code: "mastery-without-evidence",
      because: `${count === 1 ? "1 mastery record" : `${count} mastery records`}: ${because}`,
    }));
}

function pathwaysConsidered(decision: Decision): number {
  const pathways = new Set<string>();
  for (const { pathway } of decision.proposals) pathways.add(pathway);
  for (const { pathway } of decision.refusals) pathways.add(pathway);
  return pathways.size;
}

function doubtful(rows: readonly AnyRow[]): number {
  let count = 0;
  for (const row of rows) if (row.kind === "transcript" && row.doubts.length > 0) count += 1;
  return count;
}

function transcriptRows(files: readonly FileReading[]): number {
  let rows = 0;
  for (const file of files) if (file.kind === "transcript") rows += file.rows;
  return rows;
}

function hasDesignations(files: readonly FileReading[]): boolean {
  return files.some((file) => file.kind === "transcript" && file.layout?.index.designations !== undefined);
}

/** What else the layouts hold: titles, and letters or codes by which a mastery record is known. */
function extrasOf(files: readonly FileReading[], policy: CompiledPolicy): ReadonlySet<Extra> {
  const extras = new Set<Extra>();
  const hasTitles = files.some((file) => file.kind === "transcript" && file.layout?.index.course_title !== undefined);
  if (hasTitles) extras.add("titles");
  if (hasDesignations(files) || policy.templateByCode.size > 0) extras.add("mastery-records");
  return extras;
}

function policyOf({ source }: CompiledPolicy, file: PolicyFile): RunResult["policy"] {
  return {
    name: file.name,
    sha256: file.sha256,
    bytes: file.bytes,
    district: source.district.name,
    districtCode: source.district.code,
    documents: source.policies.map(({ number, title }) => ({ number, title: title ?? "" })),
    courses: Object.fromEntries(source.courses.map(({ id, title }) => [id, title])),
    pathways: Object.fromEntries(source.pathways.map(({ id, title }) => [id, title])),
  };
}

/** What a user changes alters what is shown and the exit code; it comes after every decision. */
export function withSeverity(violation: Violation, { severities }: Pick<ResultOptions, "severities">): Violation {
  const severity = Object.hasOwn(severities, violation.code) ? severities[violation.code] : undefined;
  return severity === undefined || severity === violation.severity ? violation : { ...violation, severity };
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
