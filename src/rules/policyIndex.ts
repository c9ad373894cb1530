import type { PolicyRule } from "../policy/policyRule.js";
import { policyCodeInTwoCourses } from "./policy-code-in-two-courses.js";
import { policyCodeInTwoParts } from "./policy-code-in-two-parts.js";
import { policyCodeMadeTaken } from "./policy-code-made-taken.js";
import { policyCodeMadeTwice } from "./policy-code-made-twice.js";
import { policyCourseUnknown } from "./policy-course-unknown.js";
import { policyDatesReversed } from "./policy-dates-reversed.js";
import { policyDesignationNone } from "./policy-designation-none.js";
import { policyDocumentMissing } from "./policy-document-missing.js";
import { policyDocumentUnknown } from "./policy-document-unknown.js";
import { policyIdDoubled } from "./policy-id-doubled.js";
import { policyLevelUnknown } from "./policy-level-unknown.js";
import { policyMarkDoubled } from "./policy-mark-doubled.js";
import { policyMarkNotRanked } from "./policy-mark-not-ranked.js";
import { policyMarkUnknown } from "./policy-mark-unknown.js";
import { policyNetNotSaid } from "./policy-net-not-said.js";
import { policyNetNotUsed } from "./policy-net-not-used.js";
import { policyNoDocument } from "./policy-no-document.js";
import { policyNoEquity } from "./policy-no-equity.js";
import { policyPartUnknown } from "./policy-part-unknown.js";
import { policyPathwayUnknown } from "./policy-pathway-unknown.js";
import { policyRecordTermContradicts } from "./policy-record-term-contradicts.js";
import { policyRecordUnreadable } from "./policy-record-unreadable.js";
import { policyScaleMissing } from "./policy-scale-missing.js";
import { policySubjectUnknown } from "./policy-subject-unknown.js";
import { policyTermUnknown } from "./policy-term-unknown.js";
import { policyTestUnknown } from "./policy-test-unknown.js";
import { policyTiersNotRising } from "./policy-tiers-not-rising.js";

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
];
