import type { InputKind } from "../model.js";
import type { QuietTest } from "../normalise/transcript.js";
import type { CompiledPolicy } from "../policy/compiled.js";
import { RULES } from "./index.js";
import type { RuleContext } from "./rule.js";

const EVERY_KIND: ReadonlySet<InputKind> = new Set(["transcript", "scores", "approvals", "students"]);

/**
 * Whether no rule about single rows finds anything in a transcript row, but for those that look at quiet rows as well.
 * Such rules alone may ask for the award date.
 */
export function quietTest(policy: CompiledPolicy): QuietTest {
  const context: RuleContext = { policy, awardDate: "", given: EVERY_KIND, idWidth: 0, isStudent: () => true };
  let isQuiet = true;
  const hit = (): void => {
    isQuiet = false;
  };
  return (row) => {
    isQuiet = true;
    for (const rule of RULES.row) if (isQuiet) rule.check(row, context, hit);
    for (const rule of RULES.transcript) if (isQuiet && !rule.seesQuiet) rule.check(row, context, hit);
    return isQuiet;
  };
}
