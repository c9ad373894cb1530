import { expect, it } from "vitest";
import { matchRow, nearMisses } from "../../src/match.js";
import { POLICY, policyOf } from "../support/rows.js";

const policy = policyOf();

function match(courseId: string, term = ""): string | null {
  const found = matchRow(policy, courseId, policy.termByName.get(term) ?? null);
  if (found === null) return null;
  return `${found.course.id}/${found.part === null ? "whole" : found.part.id}${found.byTemplate ? " by template" : ""}`;
}

it.each([
  ["0110", "", "alg/a"],
  ["0120", "T1", "alg/b"],
  ["GEO", "T1", "geo/a"],
  ["GEO", "SPRING", "geo/b"],
  ["GEO", "SUM", "geo/whole"],
  ["GEO", "", "geo/whole"],
  ["ALG2", "T1", "alg2/"],
  ["0110-M", "T2", "alg/a by template"],
  ["GEO-M", "T2", "geo/b by template"],
  ["geo", "T1", null],
  ["", "T1", null],
])("%s in term %s is %s", (courseId, term, place) => {
  expect(match(courseId, term)).toBe(place);
});

it("takes the first listed part where several match", () => {
  const both = { id: "both", title: "Both", subject: "math", credits: 1, courseIds: ["B"] };
  const parts = [
    { id: "x", terms: ["T2"], credits: 0.5 },
    { id: "y", terms: ["T1", "T2"], credits: 0.5 },
  ];
  const twice = policyOf({ ...POLICY, courses: [...POLICY.courses, { ...both, parts }] });
  expect(matchRow(twice, "B", twice.termByName.get("T2") ?? null)?.part?.id).toBe("x");
  expect(matchRow(twice, "B", twice.termByName.get("T1") ?? null)?.part?.id).toBe("y");
});

it.each([
  ["110", ["alg"]],
  ["00110", ["alg"]],
  ["alg2", ["alg2"]],
  ["110-m", ["alg"]],
  ["0110", []],
  ["0110-M", []],
  ["1100", []],
  ["", []],
])("%s nearly names %o", (courseId, courses) => {
  expect(nearMisses(policy, courseId).map((course) => course.id)).toEqual(courses);
});
