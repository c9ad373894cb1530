import { describe, expect, it } from "vitest";
import type { CompiledPolicy } from "../../src/policy/compiled.js";
import { foldCode } from "../../src/policy/fold.js";
import { edited, load, POLICY_TEXT } from "./fixture.js";

function compiled(text = POLICY_TEXT): CompiledPolicy {
  const { policy, findings } = load(text);
  if (policy === null) throw new Error(JSON.stringify(findings));
  return policy;
}

describe("compilePolicy", () => {
  const policy = compiled();

  it("finds terms by id and alias, tests by id and name", () => {
    expect(policy.termByName.get("FALL")?.id).toBe("S1");
    expect(policy.termByName.get("YR")?.order).toBe(2);
    expect(policy.testByName.get("SM")?.id).toBe("STATE-MATH");
  });
  it("ranks marks, best first, and leaves the others unranked", () => {
    expect(policy.marks.get("A")).toEqual({ kind: "ranked", rank: 0 });
    expect(policy.marks.get("D")).toEqual({ kind: "ranked", rank: 3 });
    expect(policy.marks.get("I")).toEqual({ kind: "incomplete", rank: -1 });
  });
  it("lists a course's own codes, then its parts', each once", () => {
    const text = edited(['{ "id": "B", "courseIds": ["ALG1B"]', '{ "id": "B", "courseIds": ["ALG1C"]']);
    expect(compiled(text).courseById.get("algebra-1")?.codes).toEqual(["ALG1A", "ALG1B", "ALG1C"]);
    expect(compiled(text).courseByCode.get("ALG1C")?.id).toBe("algebra-1");
  });
  it("gives an undivided course one part that covers it", () => {
    const course = policy.courseById.get("algebra-2");
    expect(course?.divided).toBe(false);
    expect(course?.parts).toEqual([{ id: "", order: 0, credits: 1000, courseIds: null, terms: null }]);
  });
  it("names the terms of parts by id", () => {
    expect(policy.courseById.get("geometry")?.parts.map((part) => part.terms)).toEqual([["S1"], ["S2"]]);
  });
  it("hangs same-learning sets on their courses", () => {
    expect(policy.courseById.get("integrated-1")?.sets).toEqual(policy.sets);
    expect(policy.courseById.get("geometry")?.sets).toEqual([]);
  });
  it("takes the dates of the document, each alone", () => {
    const text = edited(
      ['"effectiveTo": null', '"effectiveTo": "2026-08-31"'],
      ['"clause": "2409P section 3",', '"clause": "2409P section 3", "effectiveFrom": "2024-01-01",'],
      ['"clause": "2409P section 4",', '"clause": "2409P section 4", "effectiveTo": null,'],
      ['"policy": "2409P", "title": "Language', '"title": "Language'],
    );
    const dates = compiled(text).pathways.map((pathway) => [
      pathway.policy,
      pathway.effectiveFrom,
      pathway.effectiveTo,
    ]);
    expect(dates).toEqual([
      ["2409P", "2023-09-01", "2026-08-31"],
      ["2409P", "2024-01-01", "2026-08-31"],
      ["2409P", "2023-09-01", null],
    ]);
  });
  it("asks for the evidence to be later only where the next course is the evidence, unless said otherwise", () => {
    expect(policy.pathways.map((pathway) => pathway.beforeEvidence)).toEqual([true, false, false]);
    const text = edited(['"withinMonths": 36, "beforeEvidence": true', '"withinMonths": 36']);
    expect(compiled(text).pathways[0]?.beforeEvidence).toBe(true);
    const said = edited(['"withinMonths": 36, "beforeEvidence": true', '"withinMonths": 36, "beforeEvidence": false']);
    expect(compiled(said).pathways[0]?.beforeEvidence).toBe(false);
  });
  it("makes template codes from all codes of a target", () => {
    const codes = [...(policy.pathwayById.get("state-math")?.templateCodes ?? [])];
    expect(codes.map(([code, made]) => [code, made.course.id, made.source])).toEqual([
      ["ALG1AZ", "algebra-1", "ALG1A"],
      ["ALG1BZ", "algebra-1", "ALG1B"],
      ["GEOZ", "geometry", "GEO"],
    ]);
    const limited = edited(['"courses": ["algebra-1", {', '"courses": [{ "course": "algebra-1", "parts": ["B"] }, {']);
    expect([...compiled(limited).templateByCode.keys()]).toEqual(["ALG1AZ", "ALG1BZ", "GEOZ"]);
  });
  it("keeps the parts of a target in the order of its course", () => {
    const text = edited(['"geometry", "parts": ["A"]', '"geometry", "parts": ["B", "A"]']);
    expect(compiled(text).pathways[1]?.targets[1]?.parts.map((part) => part.id)).toEqual(["A", "B"]);
  });
  it("counts every letter but B as a letter of mastery", () => {
    const text = edited(['"designations": ["N"]', '"designations": ["N", "B", "N"]']);
    expect(compiled(text).pathways[2]?.letters).toBe("BN");
    expect([...compiled(text).masteryLetters].sort()).toEqual(["N", "Z"]);
  });
  it("names what evidence refers to, however deep", () => {
    const language = policy.pathwayById.get("language");
    expect([...(language?.evidenceTests ?? [])]).toEqual(["LANG"]);
    expect([...(language?.evidenceCourses ?? [])]).toEqual(["spanish-1"]);
    expect([...(language?.evidenceRoles ?? [])]).toEqual(["panel"]);
  });
  it("makes one tier without a ceiling of plain evidence", () => {
    expect(policy.pathways.map((pathway) => pathway.tiers.map((tier) => tier.upTo))).toEqual([
      [null],
      [1000, 2000],
      [null],
    ]);
  });
  it("resolves caps", () => {
    const caps = policy.caps.map((cap) => [cap.subject, cap.pathways?.map(({ id }) => id) ?? null, cap.schoolYears]);
    expect(caps).toEqual([
      ["world-language", null, null],
      [null, ["state-math"], 1],
    ]);
  });
  it("folds codes to the courses that hold them", () => {
    expect(policy.foldedCodes.get(foldCode("00alg1A"))?.map((course) => course.id)).toEqual(["algebra-1"]);
    expect(policy.foldedCodes.get(foldCode("geoz"))?.map((course) => course.id)).toEqual(["geometry"]);
  });
});

describe("foldCode", () => {
  it.each([
    ["MAT101", "mat101"],
    ["00123", "123"],
    ["0", "0"],
    ["000", "0"],
    ["", ""],
    ["A001", "a001"],
  ])("%j is %j", (code, folded) => {
    expect(foldCode(code)).toBe(folded);
  });
});
