import type { HeldResult } from "../../src/report/result.js";
import { proposalOf, refusalOf, sampleResult, violationOf } from "../support/result.js";

/** A run over so many students, each with a proposal, a refusal and a violation; every tenth proposal is held. */
export function largeResult(students: number): HeldResult {
  const ids = Array.from({ length: students }, (_, at) => String(1_000_000_000 + at * 7));
  return sampleResult({
    students: ids.map((id, at) => ({
      id,
      schoolCode: String(1000 + (at % 40)),
      gradeLevel: String(9 + (at % 4)),
      classOf: String(2028 - (at % 4)),
    })),
    proposals: ids.map((studentId, at) =>
      proposalOf({
        id: (at * 2_654_435_761).toString(16).padStart(16, "0").slice(-16),
        studentId,
        schoolCode: String(1000 + (at % 40)),
        gradeLevel: String(9 + (at % 4)),
        evidence: [{ file: "transcripts.csv", line: at * 40 + 2, says: `MAT301 2024-25 S1 ${"ABC"[at % 3]}` }],
        recovers: { file: "transcripts.csv", line: at * 40 + 9, says: "MAT101 2022-23 S1 F" },
        ...(at % 10 === 0 ? { status: "held", missing: ["administrator"] } : {}),
      }),
    ),
    refusals: ids.map((studentId, at) =>
      refusalOf({ studentId, evidence: [{ file: "scores.csv", line: at + 2, says: "SBA-MATH 2025-04-01 level 1" }] }),
    ),
    violations: ids.map((studentId, at) =>
      violationOf({ studentId, line: at * 40 + 12, fingerprint: (at * 2_246_822_519).toString(16).padStart(16, "0") }),
    ),
  });
}
