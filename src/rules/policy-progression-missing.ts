import { textOf } from "../policy/outlineRead.js";
import { definePolicyRule } from "../policy/policyRule.js";
import { own } from "../policy/raw.js";
import { mistyped } from "../policy/references.js";

export const policyProgressionMissing = definePolicyRule<{ readonly course: string }>({
  code: "policy-progression-missing",
  severity: "warning",
  title: "A next-course pathway does not say which standards continue.",
  why: "The next course earns credit for the one before it only where the state learning standards continue from one to the other, as content experts see it.",
  remedy: 'Add "progression": the "standards" that continue, who attested it ("attestedBy"), and when ("on").',
  cites: ["HB", "WAC 180-51-051"],
  check({ outline }, hit) {
    for (const { method, raw, path, tiers } of outline.pathways.entries) {
      if (method !== "next-course" || own(raw, "progression") !== undefined || mistyped(raw, "progression")) continue;
      hit({ facts: { course: textOf(tiers[0]?.evidence.courses[0]?.course) }, path });
    }
  },
  say: ({ course }) =>
    `"progression" is missing: nobody is named who found that the standards continue${course === "" ? "" : ` into "${course}"`}.`,
});
