import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { entryOf } from "../at.js";
import { formatCredit } from "../credit.js";
import type { PathwayThen, RecordJudgement } from "../decide/backwards.js";
import { hasMasteryLetter } from "../decide/ledger.js";
import { saysRow } from "../decide/says.js";
import type { AnyRow, RowRef, StudentFile, TranscriptRow, UsedRow, Violation } from "../model.js";
import { contentOf } from "../normalise/content.js";
import { byText } from "../order.js";
import type { CompiledPolicy } from "../policy/compiled.js";
import { placeOf } from "../report/words.js";

/** One existing mastery record as an auditor looks at it: small texts, so that a whole district fits in memory. */
export interface AuditRecord extends RowRef {
  /** Of its content; unique among the student's records. */
  readonly key: string;
  readonly schoolCode: string;
  readonly course: string;
  readonly courseId: string;
  readonly courseTitle: string;
  readonly schoolYear: string;
  readonly term: string;
  readonly mark: string;
  readonly credits: string;
  readonly designations: string;
  readonly date: string;
  /** What the decision run backwards says of it. */
  readonly verdict: string;
  /** One pathway after the other, that which gave it or came closest first. */
  readonly reasoning: readonly PathwayReasoning[];
  /** The pathway that gave it, or came closest; empty where none was in effect. */
  readonly pathway: string;
  /** Its document and clause. */
  readonly clause: string;
  /** What was found at the record: `code: message`. */
  readonly findings: readonly string[];
}

/** What one pathway came to, step by step. */
export interface PathwayReasoning {
  /** Its id and title, and the day as of which it was asked. */
  readonly title: string;
  readonly lines: readonly string[];
}

/** A student with at least one mastery record. */
export interface AuditStudent {
  readonly id: string;
  readonly records: readonly AuditRecord[];
  /** The rows that bear on the records: `MAT101 2023-24 S1 F (...)`, with their places. */
  readonly rows: readonly string[];
  /** Findings that stand at no record of theirs. */
  readonly findings: readonly string[];
}

/** What an audit looks at, and what it leaves out. */
export interface Population {
  /** In text order of their ids. */
  readonly students: readonly AuditStudent[];
  readonly records: number;
  /** Students who are output and have no mastery record. */
  readonly withoutRecord: number;
  /** Rows that may be mastery records and are in doubt: they cannot be judged. */
  readonly doubtful: number;
}

/** Collects the population of an audit, student by student, in any order of the students. */
export interface PopulationCollector {
  add(student: StudentFile, records: readonly RecordJudgement[], violations: readonly Violation[]): void;
  finish(): Population;
}

export function collectPopulation(policy: CompiledPolicy): PopulationCollector {
  const students: AuditStudent[] = [];
  let records = 0;
  let withoutRecord = 0;
  let doubtful = 0;
  return {
    add: (student, judged, violations) => {
      for (const row of student.transcript) if (couldBeRecord(row, policy)) doubtful += 1;
      if (judged.length === 0) {
        withoutRecord += 1;
        return;
      }
      records += judged.length;
      students.push(auditStudent(student, judged, violations, policy));
    },
    finish: () => ({ students: students.sort((a, b) => byText(a.id, b.id)), records, withoutRecord, doubtful }),
  };
}

function couldBeRecord(row: TranscriptRow, policy: CompiledPolicy): boolean {
  if (row.doubts.length === 0) return false;
  return row.match?.byTemplate === true || hasMasteryLetter(row, policy);
}

function auditStudent(
  student: StudentFile,
  judged: readonly RecordJudgement[],
  violations: readonly Violation[],
  policy: CompiledPolicy,
): AuditStudent {
  const isAt = (violation: Violation, place: RowRef): boolean =>
    violation.file === place.file && violation.line === place.line;
  const seen = new Map<string, number>();
  const records = judged.map((each): AuditRecord => {
    const digest = bytesToHex(sha256(utf8ToBytes(contentOf(each.row)))).slice(0, 16);
    const count = (seen.get(digest) ?? 0) + 1;
    seen.set(digest, count);
    const own = violations.filter((violation) => isAt(violation, each.row));
    return auditRecord(each, count === 1 ? digest : `${digest}-${count}`, own);
  });
  const elsewhere = violations.filter((violation) => !judged.some(({ row }) => isAt(violation, row)));
  return { id: student.id, records, rows: bearing(student, judged, policy), findings: elsewhere.map(saysViolation) };
}

function saysViolation({ code, message }: Violation): string {
  return `${code}: ${message}`;
}

function auditRecord(judgement: RecordJudgement, key: string, violations: readonly Violation[]): AuditRecord {
  const { row, asked } = judgement;
  const [best] = asked;
  return {
    key,
    file: row.file,
    line: row.line,
    schoolCode: row.schoolCode,
    course: row.match?.course.id ?? "",
    courseId: row.courseId,
    courseTitle: row.courseTitle,
    schoolYear: row.schoolYear,
    term: row.term,
    mark: row.mark,
    credits: formatCredit(row.earned ?? 0),
    designations: row.letters,
    date: row.date ?? "",
    verdict: verdictWords(judgement),
    reasoning: asked.map(reasoningOf),
    pathway: best?.pathway.id ?? "",
    clause: best === undefined ? "" : clauseOf(best.pathway.policy, best.pathway.source.clause),
    findings: violations.map(saysViolation),
  };
}

/** Document and clause; most clauses begin with their document. */
export function clauseOf(document: string, clause: string): string {
  return clause.startsWith(document) ? clause : `${document}: ${clause}`;
}

function verdictWords({ verdict, gives, because, from }: RecordJudgement): string {
  switch (verdict) {
    case "given":
      return "borne out by the files";
    case "no pathway names the course":
      return "no pathway of the policy gives credit in this course";
    case "before the policy":
      return `before the policy, which is in effect from ${from ?? "a later day"}`;
    case "no pathway in effect":
      return "no pathway to the course was in effect on that day";
    case "too much":
      return `more than its pathway gives: at most ${formatCredit(gives)}`;
    case "not given":
      return "not borne out by the files";
    case "not checked":
      return `not checked: ${because}`;
  }
}

function reasoningOf({
  pathway,
  date,
  saw,
  evidence,
  recovers,
  reasons,
  gives,
  marks,
  unknown,
}: PathwayThen): PathwayReasoning {
  const lines: string[] = [];
  if (saw !== "")
    lines.push(`evidence: ${saw}${evidence.length === 0 ? "" : ` [${evidence.map(saysUsed).join("; ")}]`}`);
  if (recovers !== null) lines.push(`recovers ${saysUsed(recovers)}`);
  for (const { code, says } of reasons) lines.push(`in the way, ${code}${says === "" ? "" : `: ${says}`}`);
  const mark = marks.length === 0 ? "" : `, mark ${marks.join(" or ")}`;
  lines.push(`would give ${formatCredit(gives)}${gives === 0 ? "" : mark}`);
  if (unknown !== null) lines.push(`cannot be told: ${unknown}`);
  return { title: `${pathway.id} (${pathway.source.title}), asked as of ${date}`, lines };
}

function saysUsed(row: UsedRow): string {
  return `${row.says} (${placeOf(row)})`;
}

/** Rows of the records' courses, of what teaches the same and of the evidence that their pathways name. */
function bearing(student: StudentFile, judged: readonly RecordJudgement[], policy: CompiledPolicy): readonly string[] {
  const courses = new Set<string>();
  const tests = new Set<string>();
  const pathways = new Set<string>();
  for (const { row, named } of judged) {
    const course = row.match?.course;
    if (course !== undefined)
      for (const id of [course.id, ...course.sets.flatMap((set) => set.courseIds)]) courses.add(id);
    for (const pathway of named) {
      pathways.add(pathway.id);
      for (const id of pathway.evidenceCourses) courses.add(id);
      for (const id of pathway.evidenceTests) tests.add(id);
    }
  }
  const records = new Set<AnyRow>(judged.map(({ row }) => row));
  const transcript = student.transcript.filter(
    (row) => records.has(row) || (row.match !== null && courses.has(row.match.course.id)),
  );
  const scores = student.scores.filter(({ testDef }) => testDef !== null && tests.has(testDef.id));
  const approvals = student.approvals.filter(({ pathway }) => pathways.has(pathway));
  return [
    ...transcript.map((row) => `${saysTranscript(row, policy, records.has(row))} (${placeOf(row)})${inDoubt(row)}`),
    ...scores.map((row) => `${saysRow(row)} (${placeOf(row)})${inDoubt(row)}`),
    ...approvals.map((row) => `${row.pathway} ${saysRow(row)} (${placeOf(row)})${inDoubt(row)}`),
  ];
}

function saysTranscript(row: TranscriptRow, policy: CompiledPolicy, isRecord: boolean): string {
  const title = row.match === null ? "" : entryOf(policy.courseById, row.match.course.id).title;
  const amounts = `attempted ${row.creditsAttempted}, earned ${row.creditsEarned}`;
  const words = [saysRow(row), title, amounts, row.letters === "" ? "" : `designations ${row.letters}`];
  return `${isRecord ? "[record] " : ""}${words.filter((word) => word !== "").join(", ")}`;
}

function inDoubt(row: AnyRow): string {
  return row.doubts.length === 0 ? "" : `, in doubt: ${[...new Set(row.doubts)].sort(byText).join(", ")}`;
}
