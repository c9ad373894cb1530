import type { PathwayThen, RecordJudgement } from "../decide/backwards.js";
import type { Evaluation } from "../evaluate.js";
import {
  FIELDS,
  type Proposal,
  type Refusal,
  type Step,
  type StudentFile,
  type UsedRow,
  type Violation,
} from "../model.js";
import type { CompiledPolicy } from "../policy/compiled.js";
import { reasonWords } from "../report/reasons.js";
import type { StudentFacts } from "../report/result.js";
import { VERIFY_RULES } from "../rules/compareIndex.js";
import { ALL_RULES } from "../rules/index.js";
import { masteryEvidenceWithdrawn } from "../rules/mastery-evidence-withdrawn.js";
import { type Pseudonyms, pseudonymsBy } from "./key.js";
import { isGradeLevel, isYear, type Known, knownBy, monthOf, withMonths } from "./known.js";
import { type OwnIds, ownIds, type RedactedFile, rowRedactor } from "./rows.js";

/** What one student came to, with nothing in it that says who they are. */
export interface RedactedStudent {
  readonly student: StudentFile;
  readonly evaluation: Evaluation;
  readonly facts: StudentFacts;
}

/**
 * Takes out of what was found whatever says who a student is. Nothing is looked for in finished sentences: ids are
 * replaced where they stand as ids, a sentence about a case gives way to its rule's own, which speaks of no case, and of
 * a cell only what the policy itself says is left. So no id, however short, can hide in other text. The findings of one
 * student hang on that student alone, in whatever order they come.
 */
export interface Redactor {
  readonly names: Pseudonyms;
  /** Findings, and the rows they rest on. `facts` are those of the student as they stand. */
  readonly student: (student: StudentFile, evaluation: Evaluation, facts: StudentFacts) => RedactedStudent;
  /** A finding about a file, or about a row that is no student's. */
  readonly violation: (violation: Violation) => Violation;
  readonly school: (code: string) => string;
}

const NONE: OwnIds = new Set();

/** @param policy null where none was given: then no code of a course is known, and none is shown */
export function redactorBy(key: Uint8Array, policy: CompiledPolicy | null): Redactor {
  const names = pseudonymsBy(key);
  const known = policy === null ? NOTHING_KNOWN : knownBy(policy);
  const rows = rowRedactor(names, known);

  function violation(each: Violation, own: OwnIds): Violation {
    const places = rows.places(each, own);
    const column = COLUMNS.has(folded(each.column)) ? each.column : "";
    return {
      ...each,
      ...places,
      studentId: names.student(each.studentId),
      message: generalWords(each.code),
      column,
      value: "",
      fingerprint: names.digest(each.fingerprint),
      cause: `${titleOf(each.code)}${places.schoolCode === "" ? "" : `, school ${places.schoolCode}`}`,
    };
  }

  function considered<T extends Proposal | Refusal>(item: T, file: RedactedFile) {
    return {
      studentId: names.student(item.studentId),
      steps: item.steps.map(stepWords),
      evidence: usedOf(item.evidence, file),
      note: "",
    };
  }

  function proposal(item: Proposal, file: RedactedFile, own: OwnIds): Proposal {
    return {
      ...item,
      ...considered(item, file),
      id: names.digest(item.id),
      stateStudentId: names.state(item.stateStudentId),
      schoolCode: rows.school(item.schoolCode, own),
      gradeLevel: rows.shown(item.gradeLevel, isGradeLevel(item.gradeLevel), own),
      classOf: rows.shown(item.classOf, isYear(item.classOf), own),
      // A record takes over what the lost attempt's row says, and that could be anything.
      courseId: rows.code(item.courseId, own),
      courseTitle: known.title(item.course),
      stateCourseCode: rows.shown(item.stateCourseCode, known.stateCode(item.stateCourseCode, item.course), own),
      contentArea: rows.shown(item.contentArea, known.contentArea(item.contentArea, item.course), own),
      cte: /^[YN]$/.test(item.cte) ? item.cte : "",
      mark: rows.shown(item.mark, known.mark(item.mark), own),
      designations: known.letters(item.designations),
      approvals: item.approvals.map(({ role, on }) => ({ role, by: "", on: monthOf(on) })),
      recovers: item.recovers === null ? null : file.used(item.recovers),
      studentColumns: {},
    };
  }

  function refusal(item: Refusal, file: RedactedFile): Refusal {
    return { ...item, ...considered(item, file), doubtful: usedOf(item.doubtful, file) };
  }

  return {
    names,
    violation: (each) => violation(each, new Set([each.studentId].filter((id) => id !== ""))),
    school: (code) => rows.school(code, NONE),
    student: (student, { decision, records, violations }, facts) => {
      const own = ownIds(student);
      const file = rows.file(student, own);
      return {
        student: file.student,
        facts: {
          id: names.student(facts.id),
          schoolCode: rows.school(facts.schoolCode, own),
          gradeLevel: rows.shown(facts.gradeLevel, isGradeLevel(facts.gradeLevel), own),
          classOf: rows.shown(facts.classOf, isYear(facts.classOf), own),
        },
        evaluation: {
          decision: {
            studentId: names.student(decision.studentId),
            proposals: decision.proposals.map((item) => proposal(item, file, own)),
            refusals: decision.refusals.map((item) => refusal(item, file)),
          },
          records: records.map((record) => judged(record, file)),
          violations: violations.map((each) => violation(each, own)),
        },
      };
    },
  };
}

const NOTHING_KNOWN: Known = {
  code: () => false,
  course: () => false,
  pathway: () => false,
  role: () => false,
  mark: () => false,
  title: () => "",
  stateCode: () => false,
  contentArea: () => false,
  letters: () => "",
};

function usedOf(rows: readonly UsedRow[], file: RedactedFile): readonly UsedRow[] {
  return rows.map(file.used).sort((a, b) => (a.says < b.says ? -1 : a.says > b.says ? 1 : 0));
}

/** What a check saw is said of a case; what it asks for is not. */
function stepWords(step: Step): Step {
  if (step.outcome !== "failed" && step.outcome !== "dropped some") return { ...step, says: "" };
  return { ...step, says: reasonWords(step.check).title };
}

function judged(record: RecordJudgement, file: RedactedFile): RecordJudgement {
  return {
    ...record,
    row: file.row(record.row),
    because: withMonths(record.because),
    asked: record.asked.map(
      (then): PathwayThen => ({
        ...then,
        date: monthOf(then.date),
        reasons: then.reasons.map(({ code }) => ({ code, says: "" })),
        unknown: then.unknown === null ? null : withMonths(then.unknown),
        saw: "",
        evidence: usedOf(then.evidence, file),
        recovers: then.recovers === null ? null : file.used(then.recovers),
      }),
    ),
  };
}

interface RuleWords {
  readonly title: string;
  readonly why: string;
}

const WORDS: ReadonlyMap<string, RuleWords> = new Map(
  [...ALL_RULES, ...VERIFY_RULES, masteryEvidenceWithdrawn].map(({ code, title, why }) => [code, { title, why }]),
);

/** What a rule says of every case alike. */
export function generalWords(code: string): string {
  const words = WORDS.get(code);
  return words === undefined ? "" : `${words.title} ${words.why}`;
}

function titleOf(code: string): string {
  return (WORDS.get(code)?.title ?? code).replace(/\.$/, "");
}

const COLUMNS = new Set(Object.values(FIELDS).flat().map(folded));

/** Header names are matched without regard to case, spaces, `_` and `-`. */
function folded(name: string): string {
  return name.toLowerCase().replace(/[\s_-]/g, "");
}
