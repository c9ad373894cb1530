import { acceptedExpired } from "./accepted-expired.js";
import { acceptedUnused } from "./accepted-unused.js";
import type { CompareRule } from "./compareRule.js";
import { incompleteResolved } from "./incomplete-resolved.js";
import { pastEntryAdded } from "./past-entry-added.js";
import { pastEntryChanged } from "./past-entry-changed.js";
import { pastEntryFailToPass } from "./past-entry-fail-to-pass.js";
import { pastEntryRemoved } from "./past-entry-removed.js";
import { proposalLandedDifferently } from "./proposal-landed-differently.js";
import { proposalNotLanded } from "./proposal-not-landed.js";
import { studentAbsent } from "./student-absent.js";

/** What a rule is without its words for the very case. */
type Listed = Omit<CompareRule<never>, "say">;

/** Rules of `zcredit verify`, in report order. */
export const VERIFY_RULES: readonly Listed[] = [
  pastEntryFailToPass,
  pastEntryChanged,
  pastEntryRemoved,
  studentAbsent,
  incompleteResolved,
  pastEntryAdded,
  proposalNotLanded,
  proposalLandedDifferently,
];

/** Rules about a list of accepted violations. */
export const ACCEPTED_RULES: readonly Listed[] = [acceptedUnused, acceptedExpired];
