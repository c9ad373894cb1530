import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { RecordJudgement } from "./decide/backwards.js";
import type {
  AnyRow,
  BrokenLine,
  Decision,
  FileReading,
  InputKind,
  RowRef,
  StudentFile,
  TranscriptRow,
  Violation,
} from "./model.js";
import { contentOf } from "./normalise/content.js";
import { citationText } from "./rules/citations.js";
import { ALL_RULES, RULES } from "./rules/index.js";
import { masteryEvidenceWithdrawn } from "./rules/mastery-evidence-withdrawn.js";
import type { Extra, Hit, Need, Rule, RuleContext, Scope, Subjects } from "./rules/rule.js";

/** Runs the rules over one subject at a time. Doubtful rows are marked as their violations are found. */
export interface Finder {
  /** All files of the run: each by itself, all together, and their broken lines. */
  readonly files: (files: readonly FileReading[]) => readonly Violation[];
  /** One row, by the rules for any row and those for its kind. */
  readonly row: (row: AnyRow, found: Violation[]) => void;
  readonly student: (student: StudentFile, found: Violation[]) => void;
  readonly decision: (
    student: StudentFile,
    decision: Decision,
    records: readonly RecordJudgement[],
    found: Violation[],
  ) => void;
  /** The code of the first rule at error severity that a new record would break; null: none. */
  readonly breaks: (record: TranscriptRow) => string | null;
}

/** What a finding is about, as far as its subject says. */
interface About {
  readonly row: AnyRow | null;
  readonly studentId: string;
  readonly place: RowRef;
  /** What tells the subject apart where there is no row; never its place. */
  readonly content: string;
}

/** Makes a finder. Rules whose input is absent are left out (`rulesRun` says which). */
export function createFinder(context: RuleContext): Finder {
  const rules = rulesFor(context.given);
  const seesQuiet = rules.transcript.filter((each) => each.seesQuiet);
  // Set before each check and read by the one callback: millions of rows must not make a callback each.
  let rule: Rule<Scope, unknown> | undefined;
  let about: About | AnyRow = NOWHERE;
  let found: Violation[] = [];
  const hit = (each: Hit<unknown>): void => {
    if (rule === undefined) return;
    const its = "cells" in about ? aboutRow(about) : about;
    found.push(violationOf(rule, each, its));
    if (rule.doubt) markDoubt(rule.code, each.rows ?? (its.row === null ? [] : [its.row]));
  };
  const run = <S extends Scope>(
    checks: readonly Rule<S, unknown>[],
    subject: Subjects[S],
    its: About | AnyRow,
    into: Violation[],
  ): void => {
    about = its;
    found = into;
    for (const each of checks) {
      rule = each;
      each.check(subject, context, hit);
    }
  };
  return {
    files: (files) => {
      const all: Violation[] = [];
      run(rules.files, files, NOWHERE, all);
      for (const file of files) {
        run(rules.file, file, { ...NOWHERE, place: { file: file.name, line: 0 }, content: file.kind }, all);
        for (const line of file.broken) run(rules.line, line, aboutLine(line), all);
      }
      return numbered(all);
    },
    row: (row, into) => {
      if (row.kind === "transcript" && row.quiet) {
        run(seesQuiet, row, row, into);
        return;
      }
      run(rules.row, row, row, into);
      if (row.kind === "transcript") run(rules.transcript, row, row, into);
      else if (row.kind === "scores") run(rules.scores, row, row, into);
      else if (row.kind === "approvals") run(rules.approvals, row, row, into);
      else run(rules.students, row, row, into);
    },
    student: (student, into) => run(rules.student, student, { ...NOWHERE, studentId: student.id }, into),
    decision: (student, decision, records, into) =>
      run(rules.decision, { student, decision, records }, { ...NOWHERE, studentId: student.id }, into),
    breaks: (record) => firstError(record, context),
  };
}

const NOWHERE: About = { row: null, studentId: "", place: { file: "", line: 0 }, content: "" };

function aboutRow(row: AnyRow): About {
  return { row, studentId: row.studentId, place: row, content: "" };
}

function aboutLine(line: BrokenLine): About {
  const content = [line.kind, line.fault, line.what ?? "", line.found, line.expected, line.count].join("|");
  return { row: null, studentId: line.studentId, place: line, content };
}

function markDoubt(code: string, rows: readonly AnyRow[]): void {
  for (const row of rows) if (!row.doubts.includes(code)) row.doubts = [...row.doubts, code];
}

/** The severities here are the rules' own: what a user changes alters what is shown, never what is decided. */
function firstError(record: TranscriptRow, context: RuleContext): string | null {
  for (const rule of RULES.transcript) {
    let isError = false;
    rule.check(record, context, (hit) => {
      isError ||= (hit.severity ?? rule.severity) === "error";
    });
    if (isError) return rule.code;
  }
  return null;
}

function violationOf(rule: Rule<Scope, unknown>, hit: Hit<unknown>, about: About): Violation {
  const row = about.row ?? rowAt(hit);
  const place = hit.at ?? about.place;
  const column = hit.column ?? "";
  const value = hit.value ?? "";
  const schoolCode = row?.kind === "transcript" ? row.schoolCode : "";
  const course = hit.course ?? courseOf(row);
  const pathway = hit.pathway ?? (row?.kind === "approvals" ? row.pathway : "");
  const content = row === null ? [about.content, pathway, course, value].join("\u001f") : contentOf(row);
  return {
    code: rule.code,
    severity: hit.severity ?? rule.severity,
    status: "open",
    studentId: about.studentId,
    message: `${rule.say(hit.facts)} ${rule.why}`,
    file: place.file,
    line: place.line,
    column: headerOf(row, column),
    value,
    course,
    courseId: row?.kind === "transcript" ? row.courseId : "",
    pathway,
    withholds: 0,
    citation: citationText(rule.cites),
    remedy: rule.remedy,
    fingerprint: digest([rule.code, about.studentId, column, content]),
    cause: `${hit.cause ?? causeOf(rule, column, value)}${schoolCode === "" ? "" : `, school ${schoolCode}`}`,
    schoolCode,
  };
}

/** A hit about a student may stand at one of the rows itself. */
function rowAt(hit: Hit<unknown>): AnyRow | null {
  if (hit.at === undefined) return null;
  for (const row of hit.rows ?? []) if (row === hit.at) return row;
  return isRow(hit.at) ? hit.at : null;
}

function isRow(at: RowRef): at is AnyRow {
  return "cells" in at && "doubts" in at;
}

/** The policy's id of the course. */
function courseOf(row: AnyRow | null): string {
  if (row?.kind === "transcript") return row.match?.course.id ?? "";
  return row?.kind === "approvals" ? row.course : "";
}

/** A column by its header in the very file, so that people find it. */
function headerOf(row: AnyRow | null, column: string): string {
  if (row === null) return column;
  const index: Readonly<Partial<Record<string, number>>> = row.layout.index;
  const at = index[column];
  if (at === undefined) return column;
  const { columns, through } = row.layout;
  // A value that a map worked out stands behind the file's own cells: the column it came from is named.
  return columns[at] ?? (through?.sources[at - columns.length] || column);
}

function causeOf(rule: Rule<Scope, unknown>, column: string, value: string): string {
  return column === "" ? rule.title.replace(/\.$/, "") : `${column} ${value === "" ? "blank" : value}`;
}

function digest(parts: readonly string[]): string {
  return bytesToHex(sha256(utf8ToBytes(parts.join("\n")))).slice(0, 16);
}

/** Gives the second and further of equal fingerprints a number, so that each can be accepted by itself. */
export function numbered(violations: readonly Violation[]): readonly Violation[] {
  const seen = new Map<string, number>();
  return violations.map((violation) => {
    const count = (seen.get(violation.fingerprint) ?? 0) + 1;
    seen.set(violation.fingerprint, count);
    return count === 1 ? violation : { ...violation, fingerprint: `${violation.fingerprint}-${count}` };
  });
}

type RulesByScope = typeof RULES;

function rulesFor(given: ReadonlySet<InputKind>): RulesByScope {
  const runs = (rule: Rule<Scope, unknown>): boolean => absentFor(rule, given, true, EVERY_EXTRA) === null;
  return {
    files: RULES.files.filter(runs),
    file: RULES.file.filter(runs),
    line: RULES.line.filter(runs),
    row: RULES.row.filter(runs),
    transcript: RULES.transcript.filter(runs),
    scores: RULES.scores.filter(runs),
    approvals: RULES.approvals.filter(runs),
    students: RULES.students.filter(runs),
    student: RULES.student.filter(runs),
    decision: RULES.decision.filter(runs),
  };
}

const ABSENT: Readonly<Record<Need, string>> = {
  transcript: "no transcript file was given",
  scores: "no scores file was given",
  approvals: "no approvals file was given",
  students: "no students file was given",
  calendar: "the policy has no calendar",
  designations: "no transcript has a designations column",
  titles: "no transcript has a column of course titles",
  "mastery-records":
    "no transcript has a designations column, and no pathway makes a code of its own, so mastery records cannot be told",
  "earlier-results": "no earlier results were given to compare with",
};

/** Each row or student says for itself whether there is anything to look at. */
const EVERY_EXTRA: ReadonlySet<Extra> = new Set(["titles", "mastery-records", "earlier-results"]);

/** What a rule would need and does not have; null where it can be checked. Every policy has a calendar. */
function absentFor(
  rule: Rule<Scope, unknown>,
  given: ReadonlySet<InputKind>,
  hasDesignations: boolean,
  extras: ReadonlySet<Extra>,
): Need | null {
  for (const need of [...needsOf(rule.scope), ...rule.needs]) {
    if (!isThere(need, given, hasDesignations, extras)) return need;
  }
  return null;
}

function isThere(
  need: Need,
  given: ReadonlySet<InputKind>,
  hasDesignations: boolean,
  extras: ReadonlySet<Extra>,
): boolean {
  switch (need) {
    case "calendar":
      return true;
    case "designations":
      return hasDesignations;
    case "titles":
    case "mastery-records":
    case "earlier-results":
      return extras.has(need);
    default:
      return given.has(need);
  }
}

function needsOf(scope: Scope): readonly Need[] {
  return scope === "transcript" || scope === "scores" || scope === "approvals" || scope === "students" ? [scope] : [];
}

/**
 * Which rules a run checks, and which it could not and why: these are *not checked*, never passed. In report order.
 *
 * @param hasDesignations whether the layout of any transcript has a designations column
 * @param extras what else is there; unless said, mastery records are known by their designations
 */
export function rulesRun(
  given: ReadonlySet<InputKind>,
  hasDesignations: boolean,
  extras: ReadonlySet<Extra> = new Set(hasDesignations ? ["titles", "mastery-records"] : ["titles"]),
): {
  readonly run: readonly string[];
  readonly notChecked: readonly { readonly code: string; readonly because: string }[];
} {
  const run: string[] = [];
  const notChecked: { code: string; because: string }[] = [];
  for (const rule of ALL_RULES) {
    const absent = absentFor(rule, given, hasDesignations, extras);
    if (absent === null) run.push(rule.code);
    else notChecked.push({ code: rule.code, because: ABSENT[absent] });
  }
  // No single run can see what is no longer there.
  const { code } = masteryEvidenceWithdrawn;
  if (extras.has("earlier-results")) run.push(code);
  else notChecked.push({ code, because: ABSENT["earlier-results"] });
  return { run, notChecked };
}
