import { describe, expect, it } from "vitest";
import { lowestMark, meetsMark, rankOf } from "../../src/evidence/marks.js";
import { studentCase } from "../support/decideCase.js";

const { policy } = studentCase({ pathways: [{}] }).context;

describe("a mark at or above the least", () => {
  it.each([
    ["A", "C", true],
    ["C", "C", true],
    ["D", "C", false],
    ["P", "C", false],
    ["F", "C", false],
    ["Q", "C", false],
    ["D", "credit", true],
    ["P", "credit", true],
    ["F", "credit", false],
    ["I", "credit", false],
    ["Q", "credit", false],
    ["A", "P", false],
    ["A", "Q", false],
    ["Q", "Q", false],
  ])("%s for %s: %s", (mark, least, meets) => {
    expect(meetsMark(policy, mark, least)).toBe(meets);
  });
});

describe("the lowest of several marks", () => {
  it.each([
    [["B", "A", "C"], "C"],
    [["D", "P", "A"], "P"],
    [["P", "CR"], "P"],
    [["CR", "P"], "CR"],
    [["A"], "A"],
    [[], null],
  ])("%j is %s", (marks, lowest) => {
    expect(lowestMark(policy, marks)).toBe(lowest);
  });

  it("stands behind all ranked ones where it is not ranked", () => {
    expect(rankOf(policy, "A")).toBe(0);
    expect(rankOf(policy, "F")).toBeGreaterThan(rankOf(policy, "D"));
    expect(rankOf(policy, "Q")).toBe(rankOf(policy, "P"));
  });
});
