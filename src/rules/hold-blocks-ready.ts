import { defineRule } from "./rule.js";
import { placeOf } from "./words.js";

interface Facts {
  readonly pathway: string;
  readonly missing: string;
  readonly says: string;
}

export const holdBlocksReady = defineRule<"decision", Facts>({
  code: "hold-blocks-ready",
  scope: "decision",
  severity: "warning",
  title: "A held proposal keeps back credit that another pathway could give now.",
  why: "The earlier pathway comes first and waits for what is missing, while a later one would need nothing more.",
  remedy: "Get what is missing, or deny the held one in the approvals file so that the later pathway is looked at.",
  cites: ["POLICY"],
  check({ decision }, _context, hit) {
    for (const proposal of decision.proposals) {
      const step = proposal.steps.find(({ check }) => check === "hold-blocks-ready");
      if (step === undefined) continue;
      const { pathway, course, missing } = proposal;
      const facts = { pathway, missing: missing.join(", "), says: step.says };
      hit({
        facts,
        ...placeOf(proposal.recovers === null ? [] : [proposal.recovers]),
        pathway,
        course,
        value: missing.join(";"),
        cause: `${pathway} held for ${missing.join(", ")}`,
      });
    }
  },
  say(facts) {
    return `The proposal by ${facts.pathway} is held (missing: ${facts.missing}). ${facts.says}.`;
  },
});
