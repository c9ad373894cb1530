import { didYouMean } from "../config/nearest.js";
import { ACCEPTED_RULES, VERIFY_RULES } from "../rules/compareIndex.js";
import { ALL_RULES } from "../rules/index.js";
import { masteryEvidenceWithdrawn } from "../rules/mastery-evidence-withdrawn.js";
import { POLICY_RULES } from "../rules/policyIndex.js";
import { rowUnclosedQuote } from "../rules/row-unclosed-quote.js";
import { rowWrongWidth } from "../rules/row-wrong-width.js";

function codesOf(rules: readonly { readonly code: string }[]): readonly string[] {
  return rules.map(({ code }) => code);
}

/** Every code that `check`, `audit`, `explain` and `equity` can report. */
export const RUN_CODES = codesOf([...ALL_RULES, masteryEvidenceWithdrawn, ...POLICY_RULES, ...ACCEPTED_RULES]);

/** Every code that `verify` can report. */
export const VERIFY_CODES = codesOf([...VERIFY_RULES, ...ACCEPTED_RULES, rowWrongWidth, rowUnclosedQuote]);

/** Why a code can't be named where only `codes` are reported; null: it can. */
export function codeFault(code: string, codes: readonly string[]): string | null {
  if (codes.includes(code)) return null;
  if (VERIFY_CODES.includes(code)) return `"${code}" is reported by zcredit verify alone.`;
  if (RUN_CODES.includes(code)) return `zcredit verify never reports "${code}"; zcredit check does.`;
  return `no violation has the code "${code}".${didYouMean(code, codes)}`;
}

/** Whether any command reports the code: a configuration is shared by all of them. */
export function isCode(code: string): boolean {
  return RUN_CODES.includes(code) || VERIFY_CODES.includes(code);
}
