import { describe, expect, it } from "vitest";
import type { Violation } from "../../src/model.js";
import { ACCEPTED_RULES, VERIFY_RULES } from "../../src/rules/compareIndex.js";
import { masteryEvidenceWithdrawn } from "../../src/rules/mastery-evidence-withdrawn.js";
import { COMPARE_CASES, type CompareExample } from "./compareCases.js";

async function found(code: string, example: CompareExample): Promise<readonly Violation[]> {
  return (await example.run()).filter((violation) => violation.code === code);
}

describe.each(COMPARE_CASES)("$code", ({ code, fires, says, silent }) => {
  it("fires once", async () => {
    const violations = await found(code, fires);
    expect(violations.map(({ message }) => message)).toEqual([expect.stringContaining(says)]);
    expect(violations[0]?.fingerprint).toMatch(/^[0-9a-f]{16}$/);
  });
  it("stays silent", async () => expect(await found(code, silent)).toEqual([]));
});

it("has a case for every comparing rule", () => {
  const rules = [...VERIFY_RULES, ...ACCEPTED_RULES, masteryEvidenceWithdrawn];
  expect(COMPARE_CASES.map(({ code }) => code).toSorted()).toEqual(rules.map(({ code }) => code).toSorted());
});
