import { definePolicyRule } from "../policy/policyRule.js";
import { checkNames, type UnknownName } from "../policy/references.js";

export const policyDocumentUnknown = definePolicyRule<UnknownName>({
  code: "policy-document-unknown",
  severity: "error",
  title: "A pathway belongs to a document that the policy does not list.",
  why: "Its dates and subjects come from that document.",
  remedy: 'Correct the number, or add the document under "policies".',
  cites: ["POLICY"],
  check({ outline }, hit) {
    checkNames(
      outline.pathways.entries.map((pathway) => pathway.document),
      outline.documents,
      hit,
    );
  },
  say: ({ name, guess }) => `no document has the number "${name}".${guess}`,
});
