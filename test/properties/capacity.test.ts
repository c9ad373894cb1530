import { expect } from "vitest";
import { readRow } from "../naive/rows.js";
import { policyCredit, trimmed } from "../naive/values.js";
import { district } from "../support/arbitraries.js";
import { always, run, studentIds } from "./support.js";

/** Nothing is proposed beyond what the same learning can still give: proposed <= max(0, capacity - earned). */
always("no course and no same-learning set goes over its capacity", district(), 80, async (drawn) => {
  const { result } = await run(drawn);
  const groups = [
    ...drawn.policy.courses.map((course) => ({ courses: [course.id] as readonly string[], credits: course.credits })),
    ...(drawn.policy.sameLearning ?? []),
  ];
  for (const id of studentIds(drawn)) {
    const rows = drawn.transcript
      .filter((cells) => trimmed(cells, "student_id") === id)
      .map((cells) => readRow(drawn.policy, drawn.awardDate, cells));
    for (const group of groups) {
      let earned = 0;
      for (const row of rows) if (group.courses.includes(row.course?.id ?? "")) earned += row.earned;
      let proposed = 0;
      for (const proposal of result.proposals) {
        if (proposal.studentId === id && group.courses.includes(proposal.course)) proposed += proposal.credits;
      }
      expect(proposed).toBeLessThanOrEqual(Math.max(0, policyCredit(group.credits) - earned));
    }
  }
});
