import { entriesOf } from "../policy/outlineRead.js";
import { definePolicyRule } from "../policy/policyRule.js";
import { type UnknownName, unknownName } from "../policy/references.js";
import { refusalReasons } from "../policy/refusalReasons.js";

export const policyReasonUnknown = definePolicyRule<UnknownName>({
  code: "policy-reason-unknown",
  severity: "warning",
  title: "A pathway has words for a reason that no refusal gives.",
  why: "They are never said: the student is refused without them.",
  remedy: "Correct the reason, as refusals.csv spells it, or take the words out.",
  cites: ["POLICY"],
  check({ outline }, hit) {
    const known = refusalReasons();
    for (const { raw, path } of outline.pathways.entries) {
      for (const { key, path: at } of entriesOf(raw, path, "onRefusal")) {
        if (!known.includes(key)) hit({ ...unknownName({ text: key, path: at }, known), on: "key" });
      }
    }
  },
  say: ({ name, guess }) => `no refusal has the reason "${name}".${guess}`,
});
