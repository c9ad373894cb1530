import { ACCEPTED_RULES } from "../rules/compareIndex.js";
import { ALL_RULES } from "../rules/index.js";
import { POLICY_RULES } from "../rules/policyIndex.js";

/** Every code that a violation can have, for flags that name one. */
export const ALL_CODES: readonly string[] = [...ALL_RULES, ...POLICY_RULES, ...ACCEPTED_RULES].map((rule) => rule.code);
