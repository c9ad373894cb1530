import { approvalAfterAward } from "./approval-after-award.js";
import { approvalMalformed } from "./approval-malformed.js";
import { approvalOnePerson } from "./approval-one-person.js";
import { approvalStudentUnknown } from "./approval-student-unknown.js";
import { approvalUnmatched } from "./approval-unmatched.js";
import { approvalUnsigned } from "./approval-unsigned.js";
import { awardDateUnusual } from "./award-date-unusual.js";
import { courseCodeGeneric } from "./course-code-generic.js";
import { courseCodeLostZero } from "./course-code-lost-zero.js";
import { courseCodeMalformed } from "./course-code-malformed.js";
import { courseCodeMismatch } from "./course-code-mismatch.js";
import { courseCodeUnknown } from "./course-code-unknown.js";
import { courseIdNearMiss } from "./course-id-near-miss.js";
import { courseIdUnreadable } from "./course-id-unreadable.js";
import { creditEarnedOverAttempted } from "./credit-earned-over-attempted.js";
import { creditMalformed } from "./credit-malformed.js";
import { creditNegative } from "./credit-negative.js";
import { creditTooPrecise } from "./credit-too-precise.js";
import { creditWithFailingMark } from "./credit-with-failing-mark.js";
import { dateAfterAward } from "./date-after-award.js";
import { dateMalformed } from "./date-malformed.js";
import { designationConflict } from "./designation-conflict.js";
import { designationConflictUnconfirmed } from "./designation-conflict-unconfirmed.js";
import { designationUnknown } from "./designation-unknown.js";
import { doubleCredit } from "./double-credit.js";
import { duplicateRecord } from "./duplicate-record.js";
import { excelDigitsLost } from "./excel-digits-lost.js";
import { excelFaultValue } from "./excel-fault-value.js";
import { excelNumberForCode } from "./excel-number-for-code.js";
import { excelSerialDate } from "./excel-serial-date.js";
import { excelTruthValue } from "./excel-truth-value.js";
import { excelTurnedToDate } from "./excel-turned-to-date.js";
import { fileEmpty } from "./file-empty.js";
import { fileEncodingMixed } from "./file-encoding-mixed.js";
import { fileGivenTwice } from "./file-given-twice.js";
import { fileNoRows } from "./file-no-rows.js";
import { fileNotText } from "./file-not-text.js";
import { fileTruncated } from "./file-truncated.js";
import { gradeLevelMalformed } from "./grade-level-malformed.js";
import { headerAmbiguousColumn } from "./header-ambiguous-column.js";
import { headerDuplicateColumn } from "./header-duplicate-column.js";
import { headerMissingColumn } from "./header-missing-column.js";
import { holdBlocksReady } from "./hold-blocks-ready.js";
import { markUnknown } from "./mark-unknown.js";
import { masteryAttemptMissing } from "./mastery-attempt-missing.js";
import { masteryBeforePolicy } from "./mastery-before-policy.js";
import { masteryCourseNotInPolicy } from "./mastery-course-not-in-policy.js";
import { masteryCreditTooMuch } from "./mastery-credit-too-much.js";
import { masteryCte } from "./mastery-cte.js";
import { masteryEvidenceWithdrawn } from "./mastery-evidence-withdrawn.js";
import { masteryFloorMissed } from "./mastery-floor-missed.js";
import { masteryGenericTitle } from "./mastery-generic-title.js";
import { masteryMarkNotAllowed } from "./mastery-mark-not-allowed.js";
import { masteryPassOnCadr } from "./mastery-pass-on-cadr.js";
import { masteryWithoutEvidence } from "./mastery-without-evidence.js";
import { passingMarkWithoutCredit } from "./passing-mark-without-credit.js";
import { repeatCredit } from "./repeat-credit.js";
import { rowCellsShifted } from "./row-cells-shifted.js";
import { rowNotARecord } from "./row-not-a-record.js";
import { rowUnclosedQuote } from "./row-unclosed-quote.js";
import { rowWrongWidth } from "./row-wrong-width.js";
import type { Rule, Scope } from "./rule.js";
import { schoolYearMalformed } from "./school-year-malformed.js";
import { scoreAfterAward } from "./score-after-award.js";
import { scoreConflict } from "./score-conflict.js";
import { scoreDateMalformed } from "./score-date-malformed.js";
import { scoreDuplicate } from "./score-duplicate.js";
import { scoreEmpty } from "./score-empty.js";
import { scoreLevelMismatch } from "./score-level-mismatch.js";
import { scoreLevelUnknown } from "./score-level-unknown.js";
import { scoreMalformed } from "./score-malformed.js";
import { scoreNotValid } from "./score-not-valid.js";
import { scoreOutOfRange } from "./score-out-of-range.js";
import { scorePartUnknown } from "./score-part-unknown.js";
import { scoreStudentUnknown } from "./score-student-unknown.js";
import { scoreTestUnknown } from "./score-test-unknown.js";
import { stateIdConflict } from "./state-id-conflict.js";
import { studentIdLostZeros } from "./student-id-lost-zeros.js";
import { studentIdMalformed } from "./student-id-malformed.js";
import { studentIdMissing } from "./student-id-missing.js";
import { studentIdZeroTwin } from "./student-id-zero-twin.js";
import { studentInTwoNames } from "./student-in-two-names.js";
import { studentRowConflict } from "./student-row-conflict.js";
import { studentRowMalformed } from "./student-row-malformed.js";
import { studentRowMissing } from "./student-row-missing.js";
import { studentRowUnmatched } from "./student-row-unmatched.js";
import { termUnknown } from "./term-unknown.js";
import { valueRunsAsFormula } from "./value-runs-as-formula.js";

/**
 * Every rule about files, rows, students and decisions, by what it looks at, in report order. The type holds each rule
 * to its scope. Rules about the policy file itself are listed with the policy.
 */
export const RULES: { readonly [S in Scope]: readonly Rule<S, unknown>[] } = {
  files: [fileGivenTwice],
  file: [
    fileNotText,
    fileEncodingMixed,
    fileEmpty,
    fileNoRows,
    fileTruncated,
    headerMissingColumn,
    headerDuplicateColumn,
    headerAmbiguousColumn,
  ],
  line: [rowWrongWidth, rowUnclosedQuote, rowNotARecord],
  row: [
    studentIdMissing,
    studentIdMalformed,
    excelFaultValue,
    excelTruthValue,
    excelTurnedToDate,
    excelNumberForCode,
    excelSerialDate,
    excelDigitsLost,
    valueRunsAsFormula,
  ],
  transcript: [
    rowCellsShifted,
    schoolYearMalformed,
    termUnknown,
    gradeLevelMalformed,
    dateMalformed,
    dateAfterAward,
    markUnknown,
    creditMalformed,
    creditNegative,
    creditTooPrecise,
    creditEarnedOverAttempted,
    creditWithFailingMark,
    passingMarkWithoutCredit,
    courseIdUnreadable,
    courseIdNearMiss,
    courseCodeMalformed,
    courseCodeLostZero,
    courseCodeUnknown,
    courseCodeMismatch,
    courseCodeGeneric,
    designationUnknown,
    designationConflict,
    designationConflictUnconfirmed,
  ],
  scores: [
    scoreStudentUnknown,
    scoreTestUnknown,
    scorePartUnknown,
    scoreNotValid,
    scoreDateMalformed,
    scoreAfterAward,
    scoreMalformed,
    scoreEmpty,
    scoreOutOfRange,
    scoreLevelUnknown,
    scoreLevelMismatch,
  ],
  approvals: [approvalStudentUnknown, approvalMalformed, approvalUnmatched, approvalAfterAward, approvalUnsigned],
  students: [studentRowUnmatched, studentRowMalformed],
  student: [
    studentIdZeroTwin,
    stateIdConflict,
    studentIdLostZeros,
    studentInTwoNames,
    duplicateRecord,
    scoreDuplicate,
    scoreConflict,
    approvalOnePerson,
    studentRowConflict,
  ],
  decision: [
    studentRowMissing,
    awardDateUnusual,
    holdBlocksReady,
    doubleCredit,
    repeatCredit,
    masteryCourseNotInPolicy,
    masteryBeforePolicy,
    masteryWithoutEvidence,
    masteryCreditTooMuch,
    masteryCte,
    masteryMarkNotAllowed,
    masteryPassOnCadr,
    masteryGenericTitle,
    masteryAttemptMissing,
    masteryFloorMissed,
  ],
};

/** Codes that speak of what is on the transcript already: what an audit looks at. */
export const EXISTING_RECORD_CODES: ReadonlySet<string> = new Set(
  [
    doubleCredit,
    repeatCredit,
    masteryCourseNotInPolicy,
    masteryBeforePolicy,
    masteryWithoutEvidence,
    masteryEvidenceWithdrawn,
    masteryCreditTooMuch,
    masteryCte,
    masteryMarkNotAllowed,
    masteryPassOnCadr,
    masteryGenericTitle,
    masteryAttemptMissing,
    masteryFloorMissed,
  ].map(({ code }) => code),
);

/** Scopes in report order. */
const SCOPES: readonly Scope[] = [
  "files",
  "file",
  "line",
  "row",
  "transcript",
  "scores",
  "approvals",
  "students",
  "student",
  "decision",
];

/** Every one of them, in report order. */
export const ALL_RULES: readonly Rule<Scope, unknown>[] = SCOPES.flatMap(
  (scope): readonly Rule<Scope, unknown>[] => RULES[scope],
);
