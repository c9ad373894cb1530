import { compilePolicy } from "../../src/policy/compile.js";
import { policySchema } from "../../src/policy/schema.js";
import type { FamilyPage } from "../../src/report/family/page.js";
import { POLICY } from "../support/district.js";
import { proposalOf, refusalOf } from "../support/result.js";

/** One student's page with a record that is ready, one that is held, a "no" that can change and one that cannot. */
export function familyPage(): FamilyPage {
  const studentId = "1000000042";
  return {
    student: {
      id: studentId,
      stateIds: [],
      transcript: [],
      scores: [],
      approvals: [],
      students: [],
      doubts: [],
    },
    decision: {
      studentId,
      proposals: [
        proposalOf({ pathway: "next" }),
        proposalOf({
          id: "b".repeat(16),
          pathway: "next",
          part: "S2",
          status: "held",
          missing: ["teacher", "request"],
        }),
      ],
      refusals: [
        refusalOf(),
        refusalOf({ pathway: "exam", reason: "already-credited", allReasons: ["already-credited"], note: "" }),
        refusalOf({
          pathway: "other",
          reason: "doubtful-row",
          allReasons: ["doubtful-row"],
          note: "",
          doubtful: [{ file: "transcripts.csv", line: 9, says: "MAT201 2023-24 S1 S" }],
          waits: [{ course: "algebra-1", part: "", credits: 500 }],
        }),
      ],
    },
    policy: compilePolicy(policySchema.parse(POLICY), "5".repeat(64)),
    awardDate: "2025-06-20",
    course: null,
  };
}
