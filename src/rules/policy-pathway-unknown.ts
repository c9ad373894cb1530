import { definePolicyRule } from "../policy/policyRule.js";
import { checkNames, type UnknownName } from "../policy/references.js";

export const policyPathwayUnknown = definePolicyRule<UnknownName>({
  code: "policy-pathway-unknown",
  severity: "error",
  title: "A pathway is named that the policy does not have.",
  why: "A cap or an example would speak of nothing.",
  remedy: "Correct the id of the pathway.",
  cites: ["POLICY"],
  check({ outline }, hit) {
    const caps = outline.caps.entries.flatMap((cap) => cap.pathways);
    const examples = outline.examples.flatMap((example) => example.pathways);
    checkNames([...caps, ...examples], outline.pathways, hit);
  },
  say: ({ name, guess }) => `no pathway has the id "${name}".${guess}`,
});
