import { definePolicyRule } from "../policy/policyRule.js";
import { isObject, own } from "../policy/raw.js";
import { mistyped } from "../policy/references.js";

export const policyDesignationsNotStated = definePolicyRule<object>({
  code: "policy-designations-not-stated",
  severity: "warning",
  title: "A pathway does not say which designations its records carry.",
  why: "Without it they carry Z, which the handbook names for the next higher course; for tests it names N and L.",
  remedy: 'Add "designations" to "record".',
  cites: ["HB"],
  check({ outline }, hit) {
    for (const { raw, path, kind } of outline.pathways.entries) {
      const record = own(raw, "record");
      if (kind === "waiver" || own(record, "designations") !== undefined) continue;
      if (record === undefined ? mistyped(raw, "record") : !isObject(record) || mistyped(record, "designations"))
        continue;
      hit({ facts: {}, path: record === undefined ? path : [...path, "record"] });
    }
  },
  say: () => '"designations" is not stated, so that the records carry Z.',
});
