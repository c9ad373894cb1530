import { describe, expect, it } from "vitest";
import { edited, load } from "./fixture.js";

/*
 * What is told of two pathways to one course is whether the evidence of the later one surely holds only where that of
 * the earlier does: then the later has nothing to give, and that is said. What can't be told is not said.
 */

function pathway(id: string, evidence: object, more: object = {}): string {
  return JSON.stringify({
    id,
    policy: "2409P",
    title: "One more",
    method: "other",
    clause: "2409P section 5",
    strength: "will",
    attempt: { is: "irrelevant" },
    evidence,
    award: { courses: ["integrated-1"], take: "open" },
    grade: { mark: "A" },
    record: { designations: ["Z"] },
    ...more,
  });
}

/** Whether the later pathway is said to have nothing left to give. */
function isShadowed(earlier: object, later: object, first: object = {}, second: object = {}): boolean {
  const language = '{\n      "id": "language"';
  const both = `${pathway("first", earlier, first)}, ${pathway("second", later, second)}`;
  const text = edited([language, `${both}, ${language}`]);
  const said = load(text).findings.filter(({ code }) => code === "policy-pathway-shadowed");
  expect(said.length).toBeLessThan(2);
  if (said.length === 1) expect(said[0]?.message).toContain('pathway "first" stands before it');
  return said.length === 1;
}

const panel = { approval: "panel" };
const board = { approval: "board" };
const course = (more: object): object => ({ course: "algebra-2", minMark: "C", ...more });
const test = (more: object): object => ({ test: "STATE-MATH", ...more });
const level = (least: string): object => test({ min: { level: least } });
const score = (more: object): object => test(more);

const CASES: readonly (readonly [what: string, earlier: object, later: object, shadowed: boolean])[] = [
  ["the same approval", panel, panel, true],
  ["another approval", panel, board, false],
  ["one of two, and each of them asked for", { any: [panel, board] }, { all: [panel, board] }, true],
  ["both, and one of them asked for", { all: [panel, board] }, { any: [panel, board] }, false],
  ["one of two in another order", { any: [panel, board] }, { any: [board, panel] }, true],
  ["one of two, and one of three", { any: [panel, board] }, { any: [panel, board, level("4")] }, false],
  ["not the same", { not: panel }, { not: panel }, true],
  ["not one, and not the other", beside({ not: panel }), beside({ not: board }), false],
  ["not both, and not one of them", beside({ not: { all: [panel, board] } }), beside({ not: panel }), true],
  ["not one, and not both", beside({ not: panel }), beside({ not: { all: [panel, board] } }), false],
  ["something, and its contrary", { all: [panel, level("2")] }, beside({ not: panel }), false],
  ["in one order", inOrder(panel, level("3")), inOrder(panel, level("3")), true],
  ["in the other order", inOrder(panel, level("3")), inOrder(level("3"), panel), false],
  ["in order, and in any", inOrder(panel, level("3")), { all: [panel, level("3")] }, false],
  ["in any order, and in one", { all: [panel, level("3")] }, inOrder(panel, level("3")), true],
  ["in order, one more", inOrder(panel, level("3")), inOrder(panel, level("3"), board), false],
  [
    "in order, alternatives",
    inOrder({ any: [panel, board] }, level("3")),
    inOrder({ any: [panel, board] }, level("3")),
    true,
  ],
  ["in order, others", inOrder({ any: [panel, board] }, level("3")), inOrder({ any: [panel] }, level("3")), false],
  ["in order, a contrary", inOrder({ not: panel }, level("3")), inOrder({ not: panel }, level("3")), true],
  ["in order, within", inOrder(inOrder(panel, level("2")), board), inOrder(inOrder(panel, level("2")), board), true],
  [
    "in order, without order within",
    inOrder(inOrder(panel, level("2")), board),
    inOrder({ all: [panel, level("2")] }, board),
    false,
  ],

  ["a lower level", level("2"), level("3"), true],
  ["a higher level", level("3"), level("2"), false],
  ["above a level, and from it on", test({ above: { level: "2" } }), level("2"), false],
  ["from a level on, and above it", level("2"), test({ above: { level: "2" } }), true],
  ["a score, and a level", score({ min: { score: 2500 } }), level("3"), false],
  [
    "both bounds, the stricter above",
    score({ min: { score: 2400 } }),
    score({ min: { score: 2100 }, above: { score: 2400 } }),
    true,
  ],
  [
    "both bounds, the stricter below",
    score({ min: { score: 2400 } }),
    score({ min: { score: 2500 }, above: { score: 2100 } }),
    true,
  ],
  [
    "both bounds, both too low",
    score({ min: { score: 2400 } }),
    score({ min: { score: 2300 }, above: { score: 2100 } }),
    false,
  ],
  ["two scales, and one of them", score({ min: { score: 2400, level: "2" } }), level("3"), false],
  ["one scale, and two of them", level("2"), score({ min: { score: 2400, level: "3" } }), true],
  ["a level that is none, and one that is", test({ min: { level: "9" } }), level("3"), false],
  ["both bounds, one of them no level", level("2"), test({ min: { level: "9" }, above: { level: "3" } }), false],
  ["days that only the later asks for", level("2"), test({ min: { level: "3" }, from: "2024-09-01" }), true],
  ["days that only the earlier asks for", test({ min: { level: "2" }, from: "2024-09-01" }), level("3"), false],

  ["a lower mark", course({ minMark: "D" }), course({}), true],
  ["a higher mark", course({ minMark: "B" }), course({}), false],
  ["any credit, and a mark", course({ minMark: "credit" }), course({}), true],
  ["a mark, and any credit", course({}), course({ minMark: "credit" }), false],
  ["any part, and the whole", course({ parts: "any" }), course({}), true],
  ["the whole, and any part", course({}), course({ parts: "any" }), false],
  ["any part, and one", geometry({ parts: "any" }), geometry({ parts: ["A"] }), true],
  ["one part, and any", geometry({ parts: ["A"] }), geometry({ parts: "any" }), false],
  ["one part, and both", geometry({ parts: ["A"] }), geometry({ parts: ["A", "B"] }), true],
  ["both parts, and one", geometry({ parts: ["A", "B"] }), geometry({ parts: ["A"] }), false],
  ["one part, and the whole", geometry({ parts: ["A"] }), geometry({}), true],
  ["in this district", course({}), course({ inDistrict: true }), true],
  ["anywhere", course({ inDistrict: true }), course({}), false],
  ["a mark that is no text", course({ minMark: 3 }), course({}), false],
  ["mastery too", course({ acceptMastery: true }), course({}), true],
  ["class only", course({}), course({ acceptMastery: true }), false],
];

/** Pathways are compared where they share a piece of evidence that can make them hold. */
function beside(contrary: object): object {
  return { all: [level("2"), contrary] };
}

function inOrder(...all: readonly object[]): object {
  return { inOrder: true, all };
}

function geometry(more: object): object {
  return { course: "geometry", minMark: "C", ...more };
}

describe("a later pathway after one that takes the same or weaker evidence", () => {
  it.each(CASES)("%s", (_, earlier, later, shadowed) => {
    expect(isShadowed(earlier, later)).toBe(shadowed);
  });

  const attempt = (more: object): object => ({ attempt: { is: "required", ...more } });
  const board: object = { exceptions: [{ condition: "withinMonths", approval: "board" }] };
  it.each<readonly [what: string, first: object, second: object, shadowed: boolean]>([
    ["with the same exceptions", attempt(board), attempt(board), true],
    ["with exceptions of its own", attempt({}), attempt(board), false],
    ["without the exceptions of the earlier", attempt(board), attempt({}), true],
    ["asked for in as many days", { requestWithinDays: 7 }, { requestWithinDays: 7 }, true],
    ["asked for in other days", { requestWithinDays: 7 }, { requestWithinDays: 9 }, false],
    ["asked for in any days", { requestWithinDays: 7 }, {}, false],
    ["asked for in some days", {}, { requestWithinDays: 7 }, true],
    ["in effect as long", { effectiveTo: "2026-06-30" }, { effectiveTo: "2026-06-30" }, true],
    ["in effect for longer", { effectiveTo: "2026-06-30" }, { effectiveTo: "2027-06-30" }, false],
    ["in effect for good", { effectiveTo: "2026-06-30" }, { effectiveTo: null }, false],
    ["no longer in effect", { effectiveTo: null }, { effectiveTo: "2026-06-30" }, true],
  ])("%s", (_, first, second, shadowed) => {
    expect(isShadowed(panel, panel, first, second)).toBe(shadowed);
  });

  it("is told only where no tier has targets or results of its own", () => {
    const tiers = (more: object): object => ({
      evidence: undefined,
      tiers: [
        { evidence: level("2"), upTo: 0.5 },
        { evidence: level("3"), upTo: 1, ...more },
      ],
    });
    expect(isShadowed({}, {}, tiers({}), tiers({}))).toBe(true);
    expect(isShadowed({}, {}, tiers({ fresh: true }), tiers({}))).toBe(false);
    expect(isShadowed({}, {}, tiers({}), tiers({ courses: ["algebra-2"] }))).toBe(false);
  });
});
