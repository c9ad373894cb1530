import type { Cells, NaiveInput, RawCourse, RawPathway, RawPolicy, RawTarget, RawTest } from "./types.js";
import {
  policyMeasure,
  readCredit,
  readDate,
  readGradeLevel,
  readMeasure,
  readSchoolYear,
  termEnd,
  trimmed,
} from "./values.js";

/** Rows of one student as the naive decision sees them, doubt included. */

export type MarkKind = "ranked" | "credit" | "noCredit" | "incomplete" | "ignored";

export interface Part {
  readonly id: string;
  readonly credits: number;
  readonly courseIds: readonly string[] | null;
  readonly terms: readonly string[] | null;
}

export interface Row {
  readonly cells: Cells;
  readonly code: string;
  readonly course: RawCourse | null;
  /** Null: the course as a whole. */
  readonly part: string | null;
  readonly byTemplate: boolean;
  readonly near: readonly string[];
  readonly year: number | null;
  readonly summer: boolean;
  readonly grade: number | null;
  readonly mark: string;
  readonly kind: MarkKind | null;
  readonly attempted: number;
  readonly earned: number;
  readonly letters: string;
  readonly date: string;
  readonly inDistrict: boolean;
  readonly doubts: readonly string[];
  /** "a row on a course of the policy with credit earned and such a designation, or with a code that a template makes" */
  readonly mastery: boolean;
}

export interface Score {
  readonly cells: Cells;
  readonly test: RawTest;
  readonly part: string;
  readonly date: string;
  readonly edition: string;
  /** Position in the ordered levels. */
  readonly level: number | null;
  readonly values: {
    readonly score: number | null;
    readonly percent: number | null;
    readonly percentile: number | null;
  };
  readonly counts: boolean;
  readonly doubts: string[];
}

export interface Approval {
  readonly pathway: string;
  readonly role: string;
  readonly decision: string;
  readonly on: string;
  readonly until: string;
  readonly course: string;
  /** Thousandths; null where the row has none. */
  readonly credits: number | null;
  readonly malformed: boolean;
}

export interface Student {
  readonly grade: number | null;
  readonly classOf: string;
  readonly programs: readonly string[];
}

export function partsOf(course: RawCourse): readonly Part[] {
  if (course.parts === undefined) {
    return [{ id: "", credits: Math.round(course.credits * 1000), courseIds: null, terms: null }];
  }
  return course.parts.map((part) => ({
    id: part.id,
    credits: Math.round(part.credits * 1000),
    courseIds: part.courseIds ?? null,
    terms: part.terms ?? null,
  }));
}

export function codesOf(course: RawCourse): readonly string[] {
  const codes = [...(course.courseIds ?? [])];
  for (const part of course.parts ?? []) {
    for (const code of part.courseIds ?? []) {
      if (!codes.includes(code)) codes.push(code);
    }
  }
  return codes;
}

export function courseById(policy: RawPolicy, id: string): RawCourse {
  const course = policy.courses.find((candidate) => candidate.id === id);
  if (course === undefined) throw new Error(`the policy has no course ${id}`);
  return course;
}

export function targetCourse(target: RawTarget): string {
  return typeof target === "string" ? target : target.course;
}

export function targetParts(policy: RawPolicy, target: RawTarget): readonly Part[] {
  const parts = partsOf(courseById(policy, targetCourse(target)));
  return typeof target === "string" ? parts : parts.filter((part) => target.parts.includes(part.id));
}

export function makeCode(template: string, code: string): string {
  return template.replaceAll("{courseId}", code);
}

export function findTerm(policy: RawPolicy, text: string): RawPolicy["calendar"]["terms"][number] | null {
  return policy.calendar.terms.find((term) => term.id === text || (term.aliases ?? []).includes(text)) ?? null;
}

function partFor(course: RawCourse, code: string, termId: string): string | null {
  for (const part of partsOf(course)) {
    const codeMatches = part.courseIds === null || part.courseIds.includes(code);
    const termMatches = part.terms === null || part.terms.includes(termId);
    if (codeMatches && termMatches) return part.id;
  }
  return null;
}

/** Step 1, for one code and one term id (empty: none). */
export function matchCode(
  policy: RawPolicy,
  code: string,
  termId: string,
): { course: RawCourse; part: string | null; byTemplate: boolean } | null {
  for (const course of policy.courses) {
    if (codesOf(course).includes(code)) return { course, part: partFor(course, code, termId), byTemplate: false };
  }
  for (const pathway of policy.pathways) {
    const template = pathway.record?.courseId;
    if (template === undefined) continue;
    for (const target of pathway.award.courses) {
      const course = courseById(policy, targetCourse(target));
      for (const source of codesOf(course)) {
        if (makeCode(template, source) === code) {
          return { course, part: partFor(course, source, termId), byTemplate: true };
        }
      }
    }
  }
  return null;
}

/** A course's codes and those that templates make of them. */
function madeCodesOf(policy: RawPolicy, course: RawCourse): readonly string[] {
  const codes = [...codesOf(course)];
  for (const pathway of policy.pathways) {
    const template = pathway.record?.courseId;
    if (template === undefined) continue;
    if (!pathway.award.courses.some((target) => targetCourse(target) === course.id)) continue;
    for (const source of codesOf(course)) codes.push(makeCode(template, source));
  }
  return codes;
}

function fold(code: string): string {
  return code.toLowerCase().replace(/^0+/, "");
}

export function kindOf(policy: RawPolicy, mark: string): MarkKind | null {
  if (policy.marks.ranked.includes(mark)) return "ranked";
  if (policy.marks.credit?.includes(mark)) return "credit";
  if (policy.marks.noCredit?.includes(mark)) return "noCredit";
  if (policy.marks.incomplete?.includes(mark)) return "incomplete";
  if (policy.marks.ignored?.includes(mark)) return "ignored";
  return null;
}

export function designationsOf(pathway: RawPathway): readonly string[] {
  return pathway.record?.designations ?? ["Z"];
}

/** "all letters of any pathway's `record.designations` (default `Z`), never `B`" */
function masteryLetters(policy: RawPolicy): readonly string[] {
  return policy.pathways.flatMap((pathway) => designationsOf(pathway)).filter((letter) => letter !== "B");
}

function rowDate(policy: RawPolicy, completed: string | null, termText: string, year: number | null): string | null {
  if (completed !== null) return completed;
  if (year === null) return null;
  if (termText !== "") {
    const term = findTerm(policy, termText);
    return term === null ? null : termEnd(term.ends, year);
  }
  const ends = policy.calendar.terms.filter((term) => term.summer !== true).map((term) => termEnd(term.ends, year));
  return ends.sort().at(-1) ?? `${year}-08-31`;
}

export function readRow(policy: RawPolicy, awardDate: string, cells: Cells): Row {
  const cell = (column: string): string => trimmed(cells, column);
  const doubts: string[] = [];
  const year = readSchoolYear(cell("school_year"));
  if (year === null) doubts.push("school-year-malformed");
  const term = findTerm(policy, cell("term"));
  if (term === null && cell("term") !== "") doubts.push("term-unknown");
  const grade = readGradeLevel(cell("grade_level"));
  if (grade === null && cell("grade_level") !== "") doubts.push("grade-level-malformed");
  const mark = cell("mark");
  const kind = kindOf(policy, mark);
  if (kind === null) doubts.push("mark-unknown");
  const completed = readDate(cell("date_completed"));
  if (completed === null && cell("date_completed") !== "") doubts.push("date-malformed");
  if (completed !== null && completed > awardDate && kind !== "ignored") doubts.push("date-after-award");
  const credits = ["credits_attempted", "credits_earned"].map((column) => {
    if (cell(column) === "" && kind === "ignored") return 0;
    return readCredit(cell(column));
  });
  let [attempted = 0, earned = 0] = credits.map((credit) => (credit === "bad" ? 0 : credit));
  if (credits.includes("bad")) doubts.push("credit-malformed");
  else if (earned > attempted) doubts.push("credit-earned-over-attempted");
  if (earned > 0 && kind !== null && kind !== "ranked" && kind !== "credit") doubts.push("credit-with-failing-mark");

  const code = cell("course_id");
  const match = matchCode(policy, code, term?.id ?? "");
  const near: string[] = [];
  if (match === null && code !== "") {
    for (const course of policy.courses) {
      if (madeCodesOf(policy, course).some((own) => fold(own) === fold(code))) near.push(course.id);
    }
    if (near.length > 0) doubts.push("course-id-near-miss");
  }
  const letters = [
    ...new Set(
      cell("designations")
        .toUpperCase()
        .replace(/[^A-Z]/g, ""),
    ),
  ]
    .sort()
    .join("");
  const designated = [...letters].some((letter) => masteryLetters(policy).includes(letter));
  // A doubtful row that bears the designation may well be a mastery record, whatever its credit cell says.
  const mayHaveEarned = earned > 0 || credits[1] === "bad";
  const onPolicy = match !== null || near.length > 0;
  // A code near one that a template makes may well be that code.
  const nearTemplate =
    near.length > 0 && !policy.courses.some((course) => codesOf(course).some((own) => fold(own) === fold(code)));
  const mastery = onPolicy && ((mayHaveEarned && designated) || match?.byTemplate === true || nearTemplate);
  if (doubts.length > 0) {
    attempted = 0;
    earned = 0;
  }
  const district = cell("district_code");
  return {
    cells,
    code,
    course: match?.course ?? null,
    part: match?.part ?? null,
    byTemplate: match?.byTemplate ?? false,
    near,
    year,
    summer: term?.summer === true,
    grade,
    mark,
    kind,
    attempted,
    earned,
    letters,
    date: rowDate(policy, completed, cell("term"), year) ?? "",
    inDistrict: district === "" || district === policy.district.code,
    doubts,
    mastery,
  };
}

/** Null for a test that the policy does not know. */
export function readScore(policy: RawPolicy, awardDate: string, cells: Cells): Score | null {
  const cell = (column: string): string => trimmed(cells, column);
  const name = cell("test");
  const test = (policy.tests ?? []).find((one) => one.id === name || (one.names ?? []).includes(name));
  if (test === undefined) return null;
  const doubts: string[] = [];
  const date = readDate(cell("date"));
  if (date === null) doubts.push("score-date-malformed");
  else if (date > awardDate) doubts.push("score-after-award");

  const values: Record<"score" | "percent" | "percentile", number | null> = {
    score: null,
    percent: null,
    percentile: null,
  };
  for (const scale of ["score", "percent", "percentile"] as const) {
    if (cell(scale) === "") continue;
    const value = readMeasure(cell(scale));
    values[scale] = value;
    if (value === null) {
      doubts.push("score-malformed");
      continue;
    }
    const range = test.scales[scale];
    if (range?.min !== undefined && value < policyMeasure(range.min)) doubts.push("score-out-of-range");
    if (range?.max !== undefined && value > policyMeasure(range.max)) doubts.push("score-out-of-range");
  }
  const ordered = test.scales.level?.ordered ?? [];
  let level: number | null = null;
  if (cell("level") !== "") {
    level = ordered.indexOf(cell("level"));
    if (level < 0) {
      level = null;
      doubts.push("score-level-unknown");
    }
  }
  const grade = readGradeLevel(cell("grade_level"));
  for (const cut of test.cuts ?? []) {
    const value = values[cut.from];
    if (level === null || value === null) continue;
    if (cut.edition !== undefined && cut.edition !== cell("edition")) continue;
    if (cut.gradeLevels !== undefined && (grade === null || !cut.gradeLevels.includes(grade))) continue;
    for (const [name, least] of Object.entries(cut.at)) {
      if (value >= policyMeasure(least) !== level >= ordered.indexOf(name)) doubts.push("score-level-mismatch");
    }
  }
  const status = cell("status").toLowerCase();
  return {
    cells,
    test,
    part: cell("part"),
    date: date ?? "",
    edition: cell("edition"),
    level,
    values,
    counts: status === "" || status === "valid",
    doubts,
  };
}

/** "one sitting and part with two values on one scale (all of them doubtful). Only rows that count." */
export function markConflicts(scores: readonly Score[]): void {
  for (const one of scores) {
    for (const other of scores) {
      if (one === other || !one.counts || !other.counts || one.date === "") continue;
      if (one.test !== other.test || one.date !== other.date || one.part !== other.part) continue;
      const pairs = [
        [one.level, other.level],
        [one.values.score, other.values.score],
        [one.values.percent, other.values.percent],
        [one.values.percentile, other.values.percentile],
      ];
      if (pairs.some(([a, b]) => a !== null && b !== null && a !== b)) one.doubts.push("score-conflict");
    }
  }
}

export function readApproval(cells: Cells): Approval {
  const cell = (column: string): string => trimmed(cells, column);
  const decision = cell("decision");
  const on = readDate(cell("on"));
  const until = readDate(cell("until"));
  const credits = cell("credits") === "" ? null : readCredit(cell("credits"));
  const malformed =
    !["granted", "denied", "requested", "declined", "waived"].includes(decision) ||
    (on === null && cell("on") !== "") ||
    (until === null && cell("until") !== "") ||
    credits === "bad";
  return {
    pathway: cell("pathway"),
    role: cell("role"),
    decision,
    on: on ?? "",
    until: until ?? "",
    course: cell("course"),
    credits: credits === "bad" ? null : credits,
    malformed,
  };
}

export function readStudent(cells: Cells): Student {
  return {
    grade: readGradeLevel(trimmed(cells, "grade_level")),
    classOf: trimmed(cells, "class_of"),
    programs: trimmed(cells, "programs")
      .split(";")
      .map((program) => program.trim())
      .filter((program) => program !== ""),
  };
}

/** "joined through the transcript's pair", for a row that gives no student id of its own. */
export function ownerOf(input: NaiveInput, cells: Cells): string {
  const own = trimmed(cells, "student_id");
  const state = trimmed(cells, "state_student_id");
  if (own !== "" || state === "") return own;
  for (const row of input.transcript) {
    if (trimmed(row, "state_student_id") === state && trimmed(row, "student_id") !== "")
      return trimmed(row, "student_id");
  }
  return "";
}

export function allStudents(input: NaiveInput): readonly string[] {
  const ids = new Set<string>();
  for (const row of input.transcript) ids.add(trimmed(row, "student_id"));
  for (const row of input.students) ids.add(ownerOf(input, row));
  return [...ids].filter((id) => id !== "" && !/^\d+(\.\d+)?[eE][+-]?\d+$/.test(id)).sort();
}

/** Doubt about all of a student (amendments 1 and 3). */
export function doubtedWhole(input: NaiveInput, id: string): boolean {
  const bare = (text: string): string => text.replace(/^0+/, "");
  if (allStudents(input).some((other) => other !== id && bare(other) === bare(id))) return true;
  const pairs: [string, string][] = [];
  for (const row of [...input.transcript, ...input.scores, ...input.approvals, ...input.students]) {
    const student = trimmed(row, "student_id");
    const state = trimmed(row, "state_student_id");
    if (student !== "" && state !== "") pairs.push([student, state]);
  }
  const mine = new Set(pairs.filter(([student]) => student === id).map(([, state]) => state));
  if (mine.size > 1) return true;
  return pairs.some(([student, state]) => student !== id && mine.has(state));
}
