import { entryOf } from "../../at.js";
import { CHECKS } from "../../decide/checks/index.js";
import type { Proposal, Refusal, Step, Violation } from "../../model.js";
import { gathered } from "../pieces.js";
import { reasonWords } from "../reasons.js";
import type { RunResult, StudentFacts } from "../result.js";
import { plain } from "../words.js";
import type { Listed } from "./cut.js";
import type { Chart, PackedPayload, Payload, StudentEntry, ViolationEntry } from "./payload.js";
import { collectSeniors } from "./seniors.js";
import { firstTurn } from "./turns.js";

/**
 * What the page's script shows of a run, as text piece by piece; no character in it can steer what is shown. Who signed
 * is left out: roles and dates do, and no name stands in it.
 */
export function payloadPieces(result: RunResult, shown: Listed, charts: readonly Chart[]): Iterable<string> {
  return gathered(payloadText(result, shown, charts));
}

/** The lists come first, each gone through once; what is gathered from them follows. */
function* payloadText(result: RunResult, shown: Listed, charts: readonly Chart[]): Iterable<string> {
  const { courses, pathways } = result.policy;
  const seniors = collectSeniors(result.policy, result.options.awardDate);
  const students = studentTallies(shown.students);
  for (const facts of shown.students) seniors.student(facts);
  const steps = stepNumbers();
  const reasons = new Set<string>();
  const clear = Object.fromEntries(CHECKS.map((check) => [check.reason, check.clear]));
  yield `{${members({ courses, pathways, clear, charts, cut: shown.cut })}`;
  yield* list("violations", shown.violations, (violation) => {
    seniors.violation(violation);
    students.violation(violation);
    return violationEntry(violation);
  });
  yield* list("proposals", shown.proposals, (proposal) => {
    seniors.proposal(proposal);
    students.proposal(proposal);
    return proposalEntry(proposal, steps.numberOf);
  });
  yield* list("refusals", shown.refusals, (refusal) => {
    seniors.refusal(refusal);
    reasons.add(refusal.reason);
    return refusalEntry(refusal, students.refusal(refusal), steps.numberOf);
  });
  const rest = { reasons: wordsOf(reasons), steps: steps.all, students: students.entries(), seniors: seniors.finish() };
  yield `,${members(rest)}}`;
}

/** Members of an object without its braces. */
function members(part: Partial<PackedPayload>): string {
  return JSON.stringify(part, (_key, value: unknown) => (typeof value === "string" ? plain(value) : value)).slice(
    1,
    -1,
  );
}

function* list<T>(key: keyof Payload, items: Iterable<T>, entryOf: (item: T) => object): Iterable<string> {
  yield `,"${key}":[`;
  let between = "";
  for (const item of items) {
    yield between + JSON.stringify(entryOf(item));
    between = ",";
  }
  yield "]";
}

function wordsOf(reasons: ReadonlySet<string>): Payload["reasons"] {
  return Object.fromEntries(
    [...reasons].sort().map((reason) => {
      const { title, remedy } = reasonWords(reason);
      return [reason, { title, remedy }];
    }),
  );
}

/** Each distinct step once: most students' reasoning is made of the same few. */
function stepNumbers() {
  const numbers = new Map<string, number>();
  const all: Step[] = [];
  return {
    all,
    numberOf: ({ check, outcome, says, leaves }: Step): number => {
      const key = `${check}\n${outcome}\n${leaves}\n${says}`;
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, all.length);
      return all.push({ check, outcome, says, leaves }) - 1;
    },
  };
}

function studentTallies(students: Iterable<StudentFacts>) {
  const entries = new Map<string, { -readonly [K in keyof StudentEntry]: StudentEntry[K] }>();
  for (const facts of students)
    entries.set(facts.id, { ...facts, ready: 0, held: 0, refused: 0, violations: 0, waits: 0 });
  return {
    entries: (): readonly StudentEntry[] => [...entries.values()],
    proposal: ({ studentId, status, credits, waived }: Proposal): void => {
      const entry = entryOf(entries, studentId);
      if (status === "ready") entry.ready += credits;
      else if (status === "held") entry.held += credits + waived;
    },
    /** Gives the student's school. */
    refusal: ({ studentId }: Refusal): string => {
      const entry = entryOf(entries, studentId);
      entry.refused += 1;
      return entry.schoolCode;
    },
    violation: ({ studentId, status, withholds }: Violation): void => {
      const entry = entries.get(studentId);
      if (entry === undefined || status !== "open") return;
      entry.violations += 1;
      // The same credit may wait for several rows of one student; the largest is what is sure.
      entry.waits = Math.max(entry.waits, withholds);
    },
  };
}

type StepNumber = (step: Step) => number;

function considered(item: Proposal | Refusal, numberOf: StepNumber) {
  const { studentId, pathway, clause, steps, evidence, note, course, part } = item;
  return {
    student: plain(studentId),
    pathway: plain(pathway),
    clause: plain(clause),
    steps: steps.map(numberOf),
    evidence: evidence.map(usedRow),
    note: plain(note),
    course: plain(course),
    part: plain(part),
  };
}

function usedRow({ file, line, says }: Proposal["evidence"][number]) {
  return { file: plain(file), line, says: plain(says) };
}

function proposalEntry(proposal: Proposal, numberOf: StepNumber): PackedPayload["proposals"][number] {
  return {
    ...considered(proposal, numberOf),
    id: proposal.id,
    status: proposal.status,
    school: plain(proposal.schoolCode),
    grade: plain(proposal.gradeLevel),
    courseId: plain(proposal.courseId),
    title: plain(proposal.courseTitle),
    credits: proposal.credits + proposal.waived,
    mark: plain(proposal.mark),
    designations: plain(proposal.designations),
    recovers: proposal.recovers === null ? null : usedRow(proposal.recovers),
    approvals: proposal.approvals.map(({ role, on }) => plain(on === "" ? role : `${role} on ${on}`)),
    missing: proposal.missing.map(plain),
    since: proposal.since ?? "",
    turn: plain(firstTurn(proposal.missing)),
  };
}

function refusalEntry(refusal: Refusal, school: string, numberOf: StepNumber): PackedPayload["refusals"][number] {
  const { reason, allReasons, waits, doubtful } = refusal;
  return {
    ...considered(refusal, numberOf),
    school: plain(school),
    reason,
    allReasons,
    waits: waits.map(({ course, part, credits }) => ({ course: plain(course), part: plain(part), credits })),
    doubtful: doubtful.map(usedRow),
  };
}

function violationEntry(violation: Violation): ViolationEntry {
  return {
    code: violation.code,
    severity: violation.severity,
    accepted: violation.status === "accepted",
    since: violation.since ?? "",
    student: plain(violation.studentId),
    message: plain(violation.message),
    file: plain(violation.file),
    line: violation.line,
    column: plain(violation.column),
    school: plain(violation.schoolCode),
    withholds: violation.withholds,
    citation: plain(violation.citation),
    remedy: plain(violation.remedy),
  };
}
