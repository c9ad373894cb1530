import { definePolicyRule } from "../policy/policyRule.js";
import { own } from "../policy/raw.js";
import { mistyped } from "../policy/references.js";

export const policyDocumentMissing = definePolicyRule<{ readonly documents: number }>({
  code: "policy-document-missing",
  severity: "error",
  title: "A pathway does not say which document it belongs to.",
  why: "Where there are several documents, its dates could come from any of them.",
  remedy: 'Add "policy" with the number of its document.',
  cites: ["POLICY"],
  check({ outline }, hit) {
    const documents = outline.documents.entries.length;
    if (documents < 2) return;
    for (const { raw, path } of outline.pathways.entries) {
      if (own(raw, "policy") === undefined && !mistyped(raw, "policy")) hit({ facts: { documents }, path });
    }
  },
  say: ({ documents }) => `"policy" is missing, and the file has ${documents} documents.`,
});
