import type { PolicyRule } from "../policy/policyRule.js";
import { policyApprovalBeforeNone } from "./policy-approval-before-none.js";
import { policyAttemptMarkIgnored } from "./policy-attempt-mark-ignored.js";
import { policyBarOnEvidence } from "./policy-bar-on-evidence.js";
import { policyCodeInTwoCourses } from "./policy-code-in-two-courses.js";
import { policyCodeInTwoParts } from "./policy-code-in-two-parts.js";
import { policyCodeMadeTaken } from "./policy-code-made-taken.js";
import { policyCodeMadeTwice } from "./policy-code-made-twice.js";
import { policyCodeNearlyAlike } from "./policy-code-nearly-alike.js";
import { policyCourseCodeGeneric } from "./policy-course-code-generic.js";
import { policyCourseUnknown } from "./policy-course-unknown.js";
import { policyCourseUnreached } from "./policy-course-unreached.js";
import { policyCteAdmitted } from "./policy-cte-admitted.js";
import { policyCteTarget } from "./policy-cte-target.js";
import { policyCutsNotRising } from "./policy-cuts-not-rising.js";
import { policyDatesReversed } from "./policy-dates-reversed.js";
import { policyDesignationConflict } from "./policy-designation-conflict.js";
import { policyDesignationConflictUnconfirmed } from "./policy-designation-conflict-unconfirmed.js";
import { policyDesignationNone } from "./policy-designation-none.js";
import { policyDesignationsNotStated } from "./policy-designations-not-stated.js";
import { policyDocumentMissing } from "./policy-document-missing.js";
import { policyDocumentUnknown } from "./policy-document-unknown.js";
import { policyEquivalencyNotPreapproved } from "./policy-equivalency-not-preapproved.js";
import { policyGradeTableShort } from "./policy-grade-table-short.js";
import { policyGradeWithoutCourse } from "./policy-grade-without-course.js";
import { policyIdDoubled } from "./policy-id-doubled.js";
import { policyInstitutionGetsLess } from "./policy-institution-gets-less.js";
import { policyInstitutionLeftOut } from "./policy-institution-left-out.js";
import { policyInstitutionNoElective } from "./policy-institution-no-elective.js";
import { policyLanguageCreditDiffers } from "./policy-language-credit-differs.js";
import { policyLevelUnknown } from "./policy-level-unknown.js";
import { policyLocalTestWithoutL } from "./policy-local-test-without-l.js";
import { policyLossMadeUp } from "./policy-loss-made-up.js";
import { policyMarkDoubled } from "./policy-mark-doubled.js";
import { policyMarkEarnsNothing } from "./policy-mark-earns-nothing.js";
import { policyMarkNotRanked } from "./policy-mark-not-ranked.js";
import { policyMarkUnknown } from "./policy-mark-unknown.js";
import { policyMayWithoutApproval } from "./policy-may-without-approval.js";
import { policyNationalTestWithoutN } from "./policy-national-test-without-n.js";
import { policyNetNotSaid } from "./policy-net-not-said.js";
import { policyNetNotUsed } from "./policy-net-not-used.js";
import { policyNoDocument } from "./policy-no-document.js";
import { policyNoEquity } from "./policy-no-equity.js";
import { policyNoLongerInEffect } from "./policy-no-longer-in-effect.js";
import { policyNotYetInEffect } from "./policy-not-yet-in-effect.js";
import { policyPartUnknown } from "./policy-part-unknown.js";
import { policyPartsNotWhole } from "./policy-parts-not-whole.js";
import { policyPassOnCadr } from "./policy-pass-on-cadr.js";
import { policyPathwayShadowed } from "./policy-pathway-shadowed.js";
import { policyPathwayUnknown } from "./policy-pathway-unknown.js";
import { policyPointsMissing } from "./policy-points-missing.js";
import { policyProgressionMissing } from "./policy-progression-missing.js";
import { policyReasonUnknown } from "./policy-reason-unknown.js";
import { policyRecordTermContradicts } from "./policy-record-term-contradicts.js";
import { policyRecordUnreadable } from "./policy-record-unreadable.js";
import { policyRecordsAlike } from "./policy-records-alike.js";
import { policyReviewOverdue } from "./policy-review-overdue.js";
import { policySameCourseApart } from "./policy-same-course-apart.js";
import { policyScaleMissing } from "./policy-scale-missing.js";
import { policyScaleReversed } from "./policy-scale-reversed.js";
import { policyScoreMarksMissing } from "./policy-score-marks-missing.js";
import { policySequenceCycle } from "./policy-sequence-cycle.js";
import { policySubjectNotOfDocument } from "./policy-subject-not-of-document.js";
import { policySubjectUnknown } from "./policy-subject-unknown.js";
import { policySubjectUnreached } from "./policy-subject-unreached.js";
import { policySumNotActivity } from "./policy-sum-not-activity.js";
import { policyTermUnknown } from "./policy-term-unknown.js";
import { policyTestUnknown } from "./policy-test-unknown.js";
import { policyThresholdOutsideScale } from "./policy-threshold-outside-scale.js";
import { policyTierNeverDecides } from "./policy-tier-never-decides.js";
import { policyTiersNotRising } from "./policy-tiers-not-rising.js";
import { policyTriesWithoutWindows } from "./policy-tries-without-windows.js";

/** Every rule about a policy, in the order in which a catalogue lists them. */
export const POLICY_RULES: readonly PolicyRule<unknown>[] = [
  policyNoDocument,
  policyNoEquity,
  policyIdDoubled,
  policyMarkDoubled,
  policyCodeInTwoCourses,
  policyCodeInTwoParts,
  policyCourseUnknown,
  policyTestUnknown,
  policyPathwayUnknown,
  policyDocumentUnknown,
  policyDocumentMissing,
  policyPartUnknown,
  policyTermUnknown,
  policyMarkUnknown,
  policyMarkNotRanked,
  policyLevelUnknown,
  policyScaleMissing,
  policySubjectUnknown,
  policyTiersNotRising,
  policyDatesReversed,
  policyNetNotSaid,
  policyNetNotUsed,
  policyDesignationNone,
  policyCodeMadeTwice,
  policyCodeMadeTaken,
  policyRecordTermContradicts,
  policyRecordUnreadable,
  policyReviewOverdue,
  policySubjectUnreached,
  policyCourseUnreached,
  policySubjectNotOfDocument,
  policyNoLongerInEffect,
  policyNotYetInEffect,
  policyProgressionMissing,
  policySequenceCycle,
  policyCourseCodeGeneric,
  policySameCourseApart,
  policyLanguageCreditDiffers,
  policyCodeNearlyAlike,
  policyPartsNotWhole,
  policyCteTarget,
  policyCteAdmitted,
  policyPassOnCadr,
  policyMarkEarnsNothing,
  policyGradeWithoutCourse,
  policyGradeTableShort,
  policyPointsMissing,
  policyScoreMarksMissing,
  policyScaleReversed,
  policyCutsNotRising,
  policyThresholdOutsideScale,
  policySumNotActivity,
  policyAttemptMarkIgnored,
  policyBarOnEvidence,
  policyLossMadeUp,
  policyTriesWithoutWindows,
  policyTierNeverDecides,
  policyPathwayShadowed,
  policyReasonUnknown,
  policyRecordsAlike,
  policyDesignationsNotStated,
  policyDesignationConflict,
  policyDesignationConflictUnconfirmed,
  policyNationalTestWithoutN,
  policyLocalTestWithoutL,
  policyMayWithoutApproval,
  policyEquivalencyNotPreapproved,
  policyApprovalBeforeNone,
  policyInstitutionLeftOut,
  policyInstitutionGetsLess,
  policyInstitutionNoElective,
];
