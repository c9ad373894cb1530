import { expect } from "vitest";
import { naiveDecide } from "../naive/decide.js";
import type { Cells } from "../naive/types.js";
import { trimmed } from "../naive/values.js";
import { type District, district } from "../support/arbitraries.js";
import { always, filesOf, run, studentIds } from "./support.js";

function rowAt(drawn: District, file: string, line: number): Cells | undefined {
  const rows = {
    "transcript.csv": drawn.transcript,
    "scores.csv": drawn.scores,
    "approvals.csv": drawn.approvals,
    "students.csv": drawn.students,
  }[file];
  return rows?.[line - 2];
}

always("proposals, refusals and violations point at real rows of their student", district(), 60, async (drawn) => {
  const { result } = await run(drawn);
  for (const one of [...result.proposals, ...result.refusals]) {
    const recovers = "recovers" in one && one.recovers !== null ? [one.recovers] : [];
    for (const used of [...one.evidence, ...recovers]) {
      const row = rowAt(drawn, used.file, used.line);
      expect(row, `${used.file}:${used.line}`).toBeDefined();
      expect(trimmed(row ?? {}, "student_id")).toBe(one.studentId);
    }
  }
  for (const violation of result.violations) {
    if (violation.line === 0 || violation.file === "policy.json") continue;
    if (violation.line === 1) continue;
    const row = rowAt(drawn, violation.file, violation.line);
    expect(row, `${violation.code} ${violation.file}:${violation.line}`).toBeDefined();
    if (violation.studentId !== "" && row !== undefined) {
      expect(trimmed(row, "student_id")).toBe(violation.studentId);
    }
    if (row !== undefined && violation.column !== "" && violation.value !== "") {
      expect(trimmed(row, violation.column), violation.code).toBe(violation.value);
    }
  }
});

always(
  "a pathway ends in proposals or in one refusal, and none that is considered ends in neither",
  district(),
  60,
  async (drawn) => {
    const { result } = await run(drawn);
    for (const id of studentIds(drawn)) {
      const proposed = new Set(result.proposals.filter((one) => one.studentId === id).map((one) => one.pathway));
      const refused = result.refusals.filter((one) => one.studentId === id).map((one) => one.pathway);
      expect(new Set(refused).size).toBe(refused.length);
      expect(refused.filter((pathway) => proposed.has(pathway))).toEqual([]);
      const naive = naiveDecide(drawn, id);
      for (const one of [...naive.proposals, ...naive.refusals]) {
        expect(proposed.has(one.pathway) || refused.includes(one.pathway), one.pathway).toBe(true);
      }
    }
  },
);

always("inputs are as they were, and the same run gives the same files", district(), 40, async (drawn) => {
  const files = filesOf(drawn);
  const before = JSON.stringify([files, drawn]);
  const first = await run(drawn, files);
  const second = await run(drawn, files);
  expect(JSON.stringify([files, drawn])).toBe(before);
  expect([...second.files]).toEqual([...first.files]);
});
