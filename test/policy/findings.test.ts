import { describe, expect, it } from "vitest";
import { compareFindings, type PolicyFinding } from "../../src/policy/finding.js";
import { type CheckedPolicy, checkText } from "../../src/policy/findingFormats.js";
import { readJson } from "../../src/policy/json.js";

const BASE: PolicyFinding = {
  code: "policy-course-unknown",
  severity: "error",
  message: "No course has this id.",
  pointer: "/pathways/0",
  line: 5,
  column: 3,
  citation: "",
  remedy: "Correct the id.",
  value: "x",
};

describe("findings of a policy", () => {
  it.each<readonly [by: string, later: Partial<PolicyFinding>]>([
    ["line", { line: 6, column: 1, code: "a", pointer: "", message: "" }],
    ["column", { column: 4, code: "a", pointer: "", message: "" }],
    ["code", { code: "policy-test-unknown", pointer: "", message: "" }],
    ["place", { pointer: "/pathways/1", message: "" }],
    ["words", { message: "No such course." }],
  ])("stand in order of their %s", (_, later) => {
    const other = { ...BASE, ...later };
    expect([other, BASE].toSorted(compareFindings)).toEqual([BASE, other]);
    expect([BASE, other].toSorted(compareFindings)).toEqual([BASE, other]);
  });

  const checked = (...findings: readonly PolicyFinding[]): CheckedPolicy => ({
    file: "policy.json",
    sha256: "0".repeat(64),
    awardDate: "2025-06-20",
    findings,
  });
  const shown = (...findings: readonly PolicyFinding[]): string => checkText(checked(...findings), (_, text) => text);

  it("say what they rest on where they rest on something", () => {
    expect(shown({ ...BASE, citation: "WAC 180-51-051" })).toContain("    Rests on: WAC 180-51-051\n");
    expect(shown(BASE)).not.toContain("Rests on");
  });
  it("are counted by severity", () => {
    const info: PolicyFinding = { ...BASE, severity: "info" };
    expect(shown(BASE, info, info)).toContain("policy.json: 1 error, 2 for information, judged as of 2025-06-20.");
    expect(shown()).toBe("policy.json: no fault found, judged as of 2025-06-20.\n");
  });
});

describe("the place of a key", () => {
  const { keyAt } = readJson('{\n  "a": [1,\n    { "b": 2 }]\n}');
  it.each([
    ["is its own", ["a"], { line: 2, column: 3 }],
    ["is its own within a list", ["a", 1, "b"], { line: 3, column: 7 }],
    ["is the value's for an entry of a list", ["a", 1], { line: 3, column: 5 }],
    ["is what it would stand in where it is missing", ["a", 1, "c"], { line: 3, column: 5 }],
    ["is the file's where nothing of the path is there", ["c", "d"], { line: 1, column: 1 }],
  ])("%s", (_, path, place) => {
    expect(keyAt(path)).toEqual(place);
  });
});
