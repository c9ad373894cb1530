import { alreadyCredited } from "./already-credited.js";
import { approvalDenied } from "./approval-denied.js";
import { attemptForbidden } from "./attempt-forbidden.js";
import { barredByCourse } from "./barred-by-course.js";
import { capReached } from "./cap-reached.js";
import type { Check } from "./check.js";
import { cteExcluded } from "./cte-excluded.js";
import { declined } from "./declined.js";
import { doubtfulRow } from "./doubtful-row.js";
import { evidenceMissingPart, evidenceNotMet, markNotComparable, triesExhausted } from "./evidence.js";
import { gradeMissing } from "./grade-missing.js";
import {
  attemptGradeLevel,
  attemptMarkNotListed,
  attemptOutOfDistrict,
  attemptSummer,
  attemptTooOld,
  evidenceBeforeAttempt,
  noLostCredit,
} from "./lost.js";
import { notEligible } from "./not-eligible.js";
import { notInEffect } from "./not-in-effect.js";
import { notPreapproved } from "./not-preapproved.js";
import { pathwayCeiling } from "./pathway-ceiling.js";
import { recordBreaksRule } from "./record-breaks-rule.js";
import { requestTooLate } from "./request-too-late.js";
import { shadowed } from "./shadowed.js";

/** Every reason for refusing, in the order in which the funnel asks. */
export const CHECKS: readonly Check[] = [
  notInEffect,
  notEligible,
  declined,
  doubtfulRow,
  cteExcluded,
  evidenceMissingPart,
  markNotComparable,
  triesExhausted,
  evidenceNotMet,
  evidenceBeforeAttempt,
  attemptForbidden,
  barredByCourse,
  noLostCredit,
  attemptMarkNotListed,
  attemptTooOld,
  attemptSummer,
  attemptOutOfDistrict,
  attemptGradeLevel,
  alreadyCredited,
  pathwayCeiling,
  capReached,
  shadowed,
  gradeMissing,
  notPreapproved,
  requestTooLate,
  approvalDenied,
  recordBreaksRule,
];
