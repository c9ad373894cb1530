import { describe, expect, it } from "vitest";
import { POLICY_RULES } from "../../src/rules/policyIndex.js";
import { edited, load, placeOf } from "../policy/fixture.js";
import { FIRES, SILENT } from "./policyWarningCases.js";

const found = (text: string): readonly (readonly [string, object])[] =>
  load(text).findings.map(({ code, line, column }) => [code, { line, column }] as const);

describe("policy warnings", () => {
  for (const [code, cases] of Object.entries(FIRES)) {
    it.each(cases.map((one, index) => [index + 1, one] as const))(`${code} fires, and nothing else (%i)`, (_, one) => {
      const [edits, at, offset, says] = one;
      const text = edited(...edits);
      expect(found(text)).toEqual([[code, placeOf(text, at, offset)]]);
      const { policy, findings } = load(text);
      expect(findings[0]?.message).toMatch(says);
      expect(policy).not.toBeNull();
    });
  }
  it.each(SILENT)("stay silent: %s", (_, edits) => {
    expect(load(edited(...edits)).findings.map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
  });
  it("have a case each, and are no errors", () => {
    const elsewhere = [
      "policy-code-in-two-parts",
      "policy-dates-reversed",
      "policy-net-not-used",
      "policy-subject-unknown",
    ];
    const warnings = POLICY_RULES.filter((rule) => rule.severity !== "error").map((rule) => rule.code);
    expect([...Object.keys(FIRES), ...elsewhere].toSorted()).toEqual(warnings.toSorted());
  });
});
