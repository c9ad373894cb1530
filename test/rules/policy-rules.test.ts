import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { POLICY_RULES } from "../../src/rules/policyIndex.js";
import { edited, load, placeOf } from "../policy/fixture.js";
import { FIRES, SILENT } from "./policyErrorCases.js";

describe("policy errors", () => {
  for (const [code, cases] of Object.entries(FIRES)) {
    it.each(cases.map((one, index) => [index + 1, one] as const))(`${code} fires, and nothing else (%i)`, (_, one) => {
      const [edits, at, offset, says] = one;
      const text = edited(...edits);
      const { policy, findings } = load(text);
      // Rules that are as much about form as the errors, yet leave the decision defined, are tried here as well.
      const errors = findings.filter((finding) => finding.severity === "error" || finding.code === code);
      expect(errors.map(({ code: found, line, column }) => [found, { line, column }])).toEqual([
        [code, placeOf(text, at, offset)],
      ]);
      expect(errors[0]?.message).toMatch(says);
      expect(policy === null).toBe(errors.some((finding) => finding.severity === "error"));
    });
  }
  it.each(SILENT)("stay silent: %s", (_, edits) => {
    const { policy, findings } = load(edited(...edits));
    expect(findings.filter((finding) => finding.severity === "error")).toEqual([]);
    expect(policy).not.toBeNull();
  });
  it("do not call names unknown where the list that would hold them can't be read", () => {
    const text = edited(['"id": "algebra-2", "title"', '"idd": "algebra-2", "title"']);
    expect(load(text).findings.map((finding) => finding.code)).toEqual(["policy-key-unknown"]);
  });
});

describe("the catalogue of policy rules", () => {
  it("lists every file of its folder, and each code once", () => {
    const files = readdirSync(new URL("../../src/rules", import.meta.url))
      .filter((file) => file.startsWith("policy-"))
      .map((file) => file.replace(/\.ts$/, ""));
    expect(POLICY_RULES.map((rule) => rule.code).toSorted()).toEqual(files.toSorted());
  });
  it("has a case for every error", () => {
    const errors = POLICY_RULES.filter((rule) => rule.severity === "error").map((rule) => rule.code);
    expect(errors.filter((code) => !(code in FIRES))).toEqual([]);
  });
  it.each(POLICY_RULES.map((rule) => [rule.code, rule] as const))("%s says what, why and what to do", (_, rule) => {
    for (const text of [rule.title, rule.why, rule.remedy]) expect(text).toMatch(/^[A-Z].+\.$/);
  });
});
