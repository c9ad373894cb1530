import { describe, expect, it } from "vitest";
import type { PolicyInput } from "../../src/policy/schema.js";
import { type CaseInput, decideCase, nextNight, type PathwayOf, runCases } from "../support/decideCase.js";

const LEVEL_3 = ["SBA 2025-05-01 level=3"];
const CEILING = ["p1: pathway-ceiling"];

function of(
  award: PathwayOf["award"],
  transcript: readonly string[] = [],
  more: PathwayOf = {},
  input: Partial<CaseInput> = {},
): CaseInput {
  return {
    pathways: [
      {
        ...more,
        award: {
          courses: ["biology", "chemistry"],
          ...award,
          ...(award?.upTo === undefined ? {} : { netOfClassCredit: false, ...award }),
        },
      },
    ],
    scores: LEVEL_3,
    transcript,
    ...input,
  };
}

describe("upTo", () => {
  runCases([
    ["none: what `take` gives", of({}), ["p1 biology 1 P ready", "p1 chemistry 1 P ready"]],
    ["less than the gap", of({ upTo: 1.5 }), ["p1 biology 1 P ready", "p1 chemistry 0.5 P ready"]],
    ["equal to the gap", of({ upTo: 2 }), ["p1 biology 1 P ready", "p1 chemistry 1 P ready"]],
    [
      "counts fitting records on the transcript",
      of({ upTo: 1.5 }, ["SCI101 2023-24 YR P 0.75 0.75 Z"]),
      ["p1 biology 0.25 P ready", "p1 chemistry 0.5 P ready"],
    ],
    ["a thousandth below it", of({ upTo: 0.5 }, ["SCI101 2023-24 YR P 0.499 0.499 Z"]), ["p1 biology 0.001 P ready"]],
    ["at it", of({ upTo: 0.5 }, ["SCI101 2023-24 YR P 0.5 0.5 Z"]), CEILING],
    ["above it", of({ upTo: 0.5 }, ["SCI101 2023-24 YR P 0.75 0.75 Z"]), CEILING],
    ["class credit does not count", of({ upTo: 0.5 }, ["SCI101 2023-24 YR C 0.5 0.5"]), ["p1 biology 0.5 P ready"]],
    [
      "a record on another course does not fit",
      of({ upTo: 0.5 }, ["MAT301 2023-24 S1 P 0.5 0.5 Z"]),
      ["p1 biology 0.5 P ready"],
    ],
    [
      "a record with another mark does not fit",
      of({ upTo: 0.5 }, ["SCI101 2023-24 YR A 0.5 0.5 Z"]),
      ["p1 biology 0.5 P ready"],
    ],
    ["a record with a B as well fits", of({ upTo: 0.5 }, ["SCI101 2023-24 YR P 0.5 0.5 BZ"]), CEILING],
    [
      "a record with another mastery letter does not fit",
      {
        ...of({ upTo: 0.5 }, ["SCI101 2023-24 YR P 0.5 0.5 N"]),
        pathways: [
          ...of({ upTo: 0.5 }).pathways,
          { record: { designations: ["N"] }, evidence: { test: "EXAM", min: { score: 1 } } },
        ],
      },
      ["p1 biology 0.5 P ready"],
    ],
    [
      "`from: evidence` fits any ranked or credit mark",
      of({ upTo: 0.5 }, ["SCI101 2023-24 YR B 0.5 0.5 Z", "MAT300 2023-24 YR A 1 1"], {
        grade: { from: "evidence" },
        evidence: { course: "algebra-2", minMark: "C" },
      }),
      CEILING,
    ],
    [
      "`byLevel` fits any mark of its table",
      of({ upTo: 0.5 }, ["SCI101 2023-24 YR B 0.5 0.5 Z"], { grade: { byLevel: { "3": "C", "4": "B" } } }),
      CEILING,
    ],
    [
      "and no other",
      of({ upTo: 0.5 }, ["SCI101 2023-24 YR A 0.5 0.5 Z"], { grade: { byLevel: { "3": "C", "4": "B" } } }),
      ["p1 biology 0.5 C ready"],
    ],
    [
      "with a template, a record with its code fits",
      of({ upTo: 0.5 }, ["SCI101M 2023-24 YR P 0.5 0.5 Z"], { record: { courseId: "{courseId}M" } }),
      CEILING,
    ],
    [
      "with a template, one with the plain code does not",
      of({ upTo: 0.5 }, ["SCI101 2023-24 YR P 0.5 0.5 Z"], { record: { courseId: "{courseId}M" } }),
      ["p1 biology 0.5 P ready"],
    ],
    [
      "without one, a record with another pathway's code does not",
      {
        ...of({ upTo: 0.5 }, ["SCI101M 2023-24 YR P 0.5 0.5 Z"]),
        pathways: [
          ...of({ upTo: 0.5 }).pathways,
          {
            record: { courseId: "{courseId}M" },
            evidence: { test: "EXAM", min: { score: 1 } },
            award: { courses: ["biology"] },
          },
        ],
      },
      ["p1 biology 0.5 P ready"],
    ],
    [
      "no record counts against a waiver, which gives no mark",
      of({ upTo: 0.5, kind: "waiver" }, ["SCI101 2023-24 YR P 0.25 0.25 Z"], { grade: undefined } as PathwayOf),
      ["p1 biology 0.5 - waiver"],
    ],
    [
      "a layout without designations compares no letters",
      of(
        { upTo: 0.5 },
        ["SCI101M 2023-24 YR P 0.5 0.5"],
        { record: { courseId: "{courseId}M" } },
        { without: ["designations"] },
      ),
      CEILING,
    ],
  ]);

  it("counts what earlier pathways of this run gave, held or ready, where it fits", () => {
    const first: PathwayOf = { award: { courses: ["biology"] }, grade: { mark: "P" } };
    const second: PathwayOf = { award: { courses: ["chemistry"], upTo: 1, netOfClassCredit: false } };
    const both: PathwayOf = { award: { courses: ["biology", "chemistry"], upTo: 1, netOfClassCredit: false } };
    expect(decideCase({ pathways: [first, second], scores: LEVEL_3 }).proposals).toHaveLength(2);
    expect(decideCase({ pathways: [first, both], scores: LEVEL_3 }).refusals).toEqual(["p2 pathway-ceiling"]);
    const held = decideCase({ pathways: [{ ...first, approvals: ["teacher"] }, both], scores: LEVEL_3 });
    expect(held.refusals).toEqual(["p2 pathway-ceiling"]);
    const apart = decideCase({ pathways: [{ ...first, grade: { mark: "A" } }, both], scores: LEVEL_3 });
    expect(apart.proposals).toEqual(["p1 biology 1 A ready", "p2 chemistry 1 P ready"]);
  });

  it("says in the note what is used up, and what limited a part", () => {
    const [refusal] = decideCase(of({ upTo: 0.5 }, ["SCI101 2023-24 YR P 0.5 0.5 Z"])).decision.refusals;
    expect(refusal?.note).toBe("the pathway's limit (used 0.5 of 0.5)");
    const [, second] = decideCase(of({ upTo: 1.5 })).decision.proposals;
    expect(second?.note).toContain("the pathway's limit (used 1 of 1.5)");
    expect(decideCase(of({})).decision.proposals[0]?.note).toBe("");
  });
});

describe("tiers replace, never add", () => {
  const tiers = (level: number, ...rows: readonly string[]): CaseInput => ({
    pathways: [
      {
        tiers: [
          { evidence: { test: "SBA", min: { level: "2" } }, upTo: 0.5 },
          { evidence: { test: "SBA", min: { level: "3" } }, upTo: 1 },
          { evidence: { test: "SBA", min: { level: "4" } }, upTo: 2 },
        ],
        award: { courses: ["biology", "chemistry"], netOfClassCredit: false },
      },
    ],
    scores: [`SBA 2025-05-01 level=${level}`],
    transcript: rows,
  });
  const held = "SCI101 2023-24 YR P 0.5 0.5 Z";
  runCases([
    ["below the lowest", tiers(1), ["p1: evidence-not-met"]],
    ["the lowest", tiers(2), ["p1 biology 0.5 P ready"]],
    ["the middle one", tiers(3), ["p1 biology 1 P ready"]],
    ["the highest", tiers(4), ["p1 biology 1 P ready", "p1 chemistry 1 P ready"]],
    ["the lowest, used up", tiers(2, held), CEILING],
    ["the middle one, less what the lowest gave", tiers(3, held), ["p1 biology 0.5 P ready"]],
    ["the highest, less what the lowest gave", tiers(4, held), ["p1 biology 0.5 P ready", "p1 chemistry 1 P ready"]],
    [
      "`award.upTo` binds as well",
      { ...tiers(4), pathways: tiers(4).pathways.map((p) => ({ ...p, award: { ...p.award, upTo: 1.25 } })) },
      ["p1 biology 1 P ready", "p1 chemistry 0.25 P ready"],
    ],
    [
      "a higher tier may hold where a lower one does not",
      {
        ...tiers(4),
        pathways: tiers(4).pathways.map((p) => ({
          ...p,
          tiers: [
            { evidence: { test: "EXAM", min: { score: 1 } }, upTo: 0.5 },
            { evidence: { test: "SBA", min: { level: "4" } }, upTo: 2 },
          ],
        })),
      },
      ["p1 biology 1 P ready", "p1 chemistry 1 P ready"],
    ],
  ]);
});

describe("netOfClassCredit", () => {
  const net = (...rows: readonly string[]): CaseInput => of({ upTo: 1, netOfClassCredit: true }, rows);
  runCases([
    ["none held", net(), ["p1 biology 1 P ready"]],
    ["class credit in a target is subtracted", net("SCI201 2023-24 YR C 0.75 0.75"), ["p1 biology 0.25 P ready"]],
    ["as much as the ceiling", net("SCI201 2023-24 YR C 1 1"), CEILING],
    [
      "also what a course earned beyond its worth",
      of({ upTo: 2, netOfClassCredit: true }, ["SCI201 2023-24 YR C 1.5 1.5"]),
      ["p1 biology 0.5 P ready"],
    ],
    ["credit elsewhere is not", net("MAT300 2023-24 YR C 1 1"), ["p1 biology 1 P ready"]],
    ["fitting mastery credit counts once", net("SCI201 2023-24 YR P 0.75 0.75 Z"), ["p1 biology 0.25 P ready"]],
    [
      "`false`: class credit is not subtracted",
      of({ upTo: 1, netOfClassCredit: false }, ["SCI201 2023-24 YR C 0.75 0.75"]),
      ["p1 biology 1 P ready"],
    ],
  ]);
});

describe("credits of an approval as a ceiling", () => {
  const asked: PathwayOf = { approvals: ["teacher"] };
  const said = (...rows: readonly string[]): CaseInput => of({}, [], asked, { approvals: rows });
  runCases([
    ["without credits, none", said("p1 teacher granted"), ["p1 biology 1 P ready", "p1 chemistry 1 P ready"]],
    ["for the pathway", said("p1 teacher granted credits=1.25"), ["p1 biology 1 P ready", "p1 chemistry 0.25 P ready"]],
    [
      "for its course",
      said("p1 teacher granted credits=0.5 course=biology", "p1 teacher granted course=chemistry"),
      ["p1 biology 0.5 P ready", "p1 chemistry 1 P ready"],
    ],
    [
      "of several rows the one that leaves most",
      said("p1 teacher granted credits=0.25", "p1 teacher granted credits=1.25"),
      ["p1 biology 1 P ready", "p1 chemistry 0.25 P ready"],
    ],
    [
      "fitting records count",
      of({}, ["SCI101 2023-24 YR P 0.5 0.5 Z"], asked, { approvals: ["p1 teacher granted credits=0.75"] }),
      ["p1 biology 0.25 P ready"],
    ],
    [
      "used up",
      of({}, ["SCI101 2023-24 YR P 0.5 0.5 Z"], asked, { approvals: ["p1 teacher granted credits=0.5"] }),
      CEILING,
    ],
    [
      "of a role that is evidence",
      of({}, [], { evidence: { approval: "panel" } }, { approvals: ["p1 panel granted credits=0.5"] }),
      ["p1 biology 0.5 P ready"],
    ],
    [
      "of a row dated after the award date: the role is missing too",
      said("p1 teacher granted credits=0.5 on=2025-06-21"),
      ["p1 biology 1 P held [teacher]", "p1 chemistry 1 P held [teacher]"],
    ],
    [
      "`upTo` binds as well",
      { ...of({ upTo: 0.75 }, [], asked, { approvals: ["p1 teacher granted credits=1.5"] }) },
      ["p1 biology 0.75 P ready"],
    ],
  ]);
});

describe("on one award date, in two runs as in one", () => {
  it("gives with later evidence what all of it at once would have given", () => {
    const pathways: readonly PathwayOf[] = [
      { award: { courses: ["biology"], upTo: 0.5, netOfClassCredit: false } },
      {
        evidence: { test: "EXAM", min: { score: 50 } },
        award: { courses: ["biology", "chemistry"], upTo: 1, netOfClassCredit: false },
      },
    ];
    const policy: Partial<PolicyInput> = { caps: [{ id: "c", subject: "science", upTo: 0.75 }] };
    const first: CaseInput = { policy, pathways, scores: LEVEL_3 };
    const all = decideCase({ ...first, scores: [...LEVEL_3, "EXAM 2025-05-01 score=60"] });
    const one = decideCase(first);
    const two = decideCase({ ...nextNight(first, one), scores: [...LEVEL_3, "EXAM 2025-05-01 score=60"] });
    expect([...one.proposals, ...two.proposals]).toEqual(all.proposals);
    expect(all.proposals).toEqual(["p1 biology 0.5 P ready", "p2 biology 0.25 P ready"]);
  });
});
