import type { Check } from "../decide/checks/check.js";
import { CHECKS } from "../decide/checks/index.js";
import { recordBreaksRule } from "../decide/checks/record-breaks-rule.js";
import { ALL_RULES } from "../rules/index.js";

/** The checks whose own reason a refusal can give: the one for a broken rule gives the code of that rule instead. */
export function checksThatRefuse(): readonly Check[] {
  return CHECKS.filter((check) => check.reason !== recordBreaksRule.reason);
}

/** Codes of the rules that a new record can break; a refusal then gives the code as its reason. */
export function rulesThatRefuse(): readonly string[] {
  return ALL_RULES.filter((rule) => rule.scope === "transcript").map((rule) => rule.code);
}

/** Every reason that a refusal can give, in the order in which they are asked. */
export function refusalReasons(): readonly string[] {
  return [...checksThatRefuse().map(({ reason }) => reason), ...rulesThatRefuse()];
}
