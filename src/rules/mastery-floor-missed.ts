import { formatCredit } from "../credit.js";
import { floorOf } from "../decide/floor.js";
import { defineRule } from "./rule.js";

interface Facts {
  readonly test: string;
  readonly credits: string;
}

export const masteryFloorMissed = defineRule<"decision", Facts>({
  code: "mastery-floor-missed",
  scope: "decision",
  severity: "warning",
  title: "A student of an institution passed a GED or language test and has less than one credit for it.",
  why: "Students in or released from institutional education who meet the standard on these tests are to receive at least one credit.",
  remedy: "Read the refusals of this student for what stood in the way, and see that the credit is given.",
  cites: ["RCW 28A.320.192"],
  needs: ["transcript", "scores", "students"],
  check({ student, decision }, context, hit) {
    const floor = floorOf(student, decision, context);
    if (floor === null || floor.credits >= 1000) return;
    const { test, pathway, credits, at } = floor;
    const facts = { test: test.title, credits: formatCredit(credits) };
    hit({ facts, at, column: "test", value: test.id, pathway: pathway.id, cause: test.id });
  },
  say({ test, credits }) {
    return `${test} is passed, and ${credits} credit by mastery is on file or proposed for it.`;
  },
});
