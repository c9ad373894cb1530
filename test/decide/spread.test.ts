import { describe, expect, it } from "vitest";
import { type CaseInput, decideCase, nextNight, type PathwayOf, runCases } from "../support/decideCase.js";

const LEVEL_3 = ["SBA 2025-05-01 level=3"];

function of(pathway: PathwayOf, transcript: readonly string[] = [], more: Partial<CaseInput> = {}): CaseInput {
  const limited = pathway.award?.upTo !== undefined && pathway.award.take !== "lost" ? { netOfClassCredit: false } : {};
  return { pathways: [{ ...pathway, award: { ...limited, ...pathway.award } }], scores: LEVEL_3, transcript, ...more };
}

const FAILED_BOTH = ["MAT101 2022-23 S1 F 0.5 0", "MAT102 2022-23 S2 F 0.5 0"];

describe("the order of targets and parts", () => {
  const two: PathwayOf["award"] = { courses: ["geometry", "algebra-1"], upTo: 1 };
  runCases([
    ["targets in listed order", of({ award: two }), ["p1 geometry S1 0.5 P ready", "p1 geometry S2 0.5 P ready"]],
    [
      "the other way round",
      of({ award: { ...two, courses: ["algebra-1", "geometry"] } }),
      ["p1 algebra-1 S1 0.5 P ready", "p1 algebra-1 S2 0.5 P ready"],
    ],
    [
      "on to the next where the first is full",
      of({ award: two }, ["MAT201 2023-24 S1 C 0.5 0.5"]),
      ["p1 geometry S2 0.5 P ready", "p1 algebra-1 S1 0.5 P ready"],
    ],
    [
      "each part's whole amount before the next",
      of({ award: { ...two, upTo: 0.75 } }),
      ["p1 geometry S1 0.5 P ready", "p1 geometry S2 0.25 P ready"],
    ],
    [
      "parts with a lost attempt first",
      of({ award: { upTo: 0.5 } }, ["MAT102 2022-23 S2 F 0.5 0"]),
      ["p1 algebra-1 S2 0.5 P ready"],
    ],
    [
      "then the rest in listed order",
      of({ award: { upTo: 0.75 } }, ["MAT102 2022-23 S2 F 0.5 0"]),
      ["p1 algebra-1 S1 0.25 P ready", "p1 algebra-1 S2 0.5 P ready"],
    ],
    [
      "a lost attempt does not move its target forward",
      of({ award: { courses: ["biology", "algebra-1"], upTo: 1 } }, ["MAT102 2022-23 S2 F 0.5 0"]),
      ["p1 biology 1 P ready"],
    ],
    [
      "an open part may be given more than was lost in it",
      of({ award: { upTo: 0.5 } }, ["MAT102 2022-23 S2 F 0.25 0"]),
      ["p1 algebra-1 S2 0.5 P ready"],
    ],
  ]);
});

describe("fill", () => {
  const lost = (fill: "earliest" | "latest" | undefined, rows: readonly string[]): CaseInput =>
    of(
      { attempt: { is: "required" }, award: { take: "lost", upTo: 0.5, ...(fill === undefined ? {} : { fill }) } },
      rows,
    );
  const S1 = ["p1 algebra-1 S1 0.5 P ready"];
  const S2 = ["p1 algebra-1 S2 0.5 P ready"];
  const S2_FIRST = ["MAT101 2023-24 S1 F 0.5 0", "MAT102 2022-23 S2 F 0.5 0"];
  runCases([
    ["earliest attempt first by default", lost(undefined, S2_FIRST), S2],
    ["earliest", lost("earliest", S2_FIRST), S2],
    ["latest", lost("latest", S2_FIRST), S1],
    ["earliest, the other way round", lost("earliest", FAILED_BOTH), S1],
    ["latest, the other way round", lost("latest", FAILED_BOTH), S2],
    ["of one day, listed order", lost("latest", ["MAT100 2022-23 YR F 1 0"]), S1],
  ]);
});

describe("split: false", () => {
  const one = (award: PathwayOf["award"] = {}): PathwayOf => ({
    award: { courses: ["biology", "chemistry"], split: false, ...award },
  });
  runCases([
    ["one target only", of(one()), ["p1 biology 1 P ready"]],
    ["the first that can take any", of(one(), ["SCI101 2023-24 YR C 1 1"]), ["p1 chemistry 1 P ready"]],
    [
      "after every check: one is dropped, the next is given",
      of({ ...one(), attempt: { is: "forbidden" } }, ["SCI101 2023-24 YR F 1 0"]),
      ["p1 chemistry 1 P ready"],
    ],
    ["a target that holds a fitting record, full", of(one(), ["SCI101 2022-23 YR P 1 1 Z"]), ["p1: pathway-ceiling"]],
    [
      "a target that holds one and has more to take",
      of(one(), ["SCI201 2022-23 YR P 0.25 0.25 Z"]),
      ["p1 chemistry 0.75 P ready"],
    ],
    [
      "a record that does not fit passes nothing over",
      of(one(), ["SCI201 2022-23 YR A 0.25 0.25 Z"]),
      ["p1 biology 1 P ready"],
    ],
    [
      "a fitting record of an earlier pathway of the run",
      { pathways: [{ award: { courses: ["chemistry"], upTo: 0.5, netOfClassCredit: false } }, one()], scores: LEVEL_3 },
      ["p1 chemistry 0.5 P ready", "p2 chemistry 0.5 P ready"],
    ],
    [
      "all parts of the one target",
      of({ award: { courses: ["algebra-1", "geometry"], split: false } }),
      ["p1 algebra-1 S1 0.5 P ready", "p1 algebra-1 S2 0.5 P ready"],
    ],
  ]);

  it("holds in the next run too", () => {
    const input = of(one({ upTo: 2 }));
    const first = decideCase(input);
    expect(first.proposals).toEqual(["p1 biology 1 P ready"]);
    const next = decideCase(nextNight(input, first));
    expect(next.proposals).toEqual([]);
    expect(next.refusals).toEqual(["p1 pathway-ceiling"]);
  });
});

describe("caps", () => {
  const caps = (...list: NonNullable<NonNullable<CaseInput["policy"]>["caps"]>): Partial<CaseInput> => ({
    policy: { caps: list },
  });
  const science: PathwayOf = { award: { courses: ["biology", "algebra-1"] } };
  const mathLeft = ["p1 algebra-1 S1 0.5 P ready", "p1 algebra-1 S2 0.5 P ready"];
  const math = { id: "m", subject: "math", upTo: 0.5 };
  runCases([
    [
      "on everything",
      of(science, [], caps({ id: "c", upTo: 1.25 })),
      ["p1 biology 1 P ready", "p1 algebra-1 S1 0.25 P ready"],
    ],
    [
      "on everything, counting every mastery record",
      of(science, ["SCI201 2023-24 YR A 0.75 0.75 Z"], caps({ id: "c", upTo: 1 })),
      ["p1 biology 0.25 P ready"],
    ],
    [
      "not class credit",
      of(science, ["SCI201 2023-24 YR A 0.75 0.75"], caps({ id: "c", upTo: 1 })),
      ["p1 biology 1 P ready"],
    ],
    [
      "on a subject: by any pathway, on its courses alone",
      of(science, [], caps(math)),
      ["p1 biology 1 P ready", "p1 algebra-1 S1 0.5 P ready"],
    ],
    [
      "on a subject, counting the mastery credit in it",
      of(science, ["MAT301 2023-24 S1 A 0.5 0.5 Z"], caps(math)),
      ["p1 biology 1 P ready"],
    ],
    [
      "a thousandth below",
      of(science, ["MAT301 2023-24 S1 A 0.499 0.499 Z"], caps(math)),
      ["p1 biology 1 P ready", "p1 algebra-1 S1 0.001 P ready"],
    ],
    [
      "on a subject, not counting that of another",
      of(science, ["SCI201 2023-24 YR A 1 1 Z"], caps(math)),
      ["p1 biology 1 P ready", "p1 algebra-1 S1 0.5 P ready"],
    ],
    [
      "on pathways: records that fit one of them",
      of(science, ["SCI101 2023-24 YR P 0.25 0.25 Z"], caps({ id: "c", pathways: ["p1"], upTo: 0.5 })),
      ["p1 biology 0.25 P ready"],
    ],
    [
      "on pathways: not records that fit none",
      of(science, ["SCI201 2023-24 YR P 0.5 0.5 Z"], caps({ id: "c", pathways: ["p1"], upTo: 0.5 })),
      ["p1 biology 0.5 P ready"],
    ],
    [
      "on other pathways",
      {
        ...of(science, [], caps({ id: "c", pathways: ["p2"], upTo: 0.5 })),
        pathways: [
          science,
          { evidence: { test: "EXAM", min: { score: 1 } }, grade: { mark: "A" }, award: { courses: ["geometry"] } },
        ],
      },
      ["p1 biology 1 P ready", ...mathLeft],
    ],
    [
      "both keys: both conditions",
      of(science, [], caps({ id: "c", subject: "math", pathways: ["p1"], upTo: 0.5 })),
      ["p1 biology 1 P ready", "p1 algebra-1 S1 0.5 P ready"],
    ],
    [
      "per school year: a record of this one",
      of(science, ["SCI201 2024-25 S1 A 0.5 0.5 Z"], caps({ id: "c", per: "school-year", upTo: 1 })),
      ["p1 biology 0.5 P ready"],
    ],
    [
      "per school year: a record of the last one",
      of(science, ["SCI201 2023-24 YR A 0.5 0.5 Z"], caps({ id: "c", per: "school-year", upTo: 1 })),
      ["p1 biology 1 P ready"],
    ],
    [
      "the tightest of several",
      of(science, [], caps({ id: "a", upTo: 1 }, { id: "b", subject: "science", upTo: 0.25 })),
      ["p1 biology 0.25 P ready", "p1 algebra-1 S1 0.5 P ready", "p1 algebra-1 S2 0.25 P ready"],
    ],
    ["used up", of({}, ["MAT301 2023-24 S1 A 0.5 0.5 Z"], caps(math)), ["p1: cap-reached"]],
    [
      "used up by an earlier pathway of the run",
      { pathways: [{ award: { courses: ["algebra-2"] } }, {}], scores: LEVEL_3, ...caps({ ...math, upTo: 1 }) },
      ["p1 algebra-2 S1 0.5 P ready", "p1 algebra-2 S2 0.5 P ready", "p2: cap-reached"],
    ],
    [
      "used up by a held one",
      {
        pathways: [{ award: { courses: ["algebra-2"] }, approvals: ["teacher"] }, {}],
        scores: LEVEL_3,
        ...caps({ ...math, upTo: 1 }),
      },
      ["p1 algebra-2 S1 0.5 P held [teacher]", "p1 algebra-2 S2 0.5 P held [teacher]", "p2: cap-reached"],
    ],
  ]);

  it("the note names every cap that is used up, and no other", () => {
    const input = of(
      {},
      ["MAT301 2023-24 S1 A 0.5 0.5 Z"],
      caps(math, { id: "big", upTo: 9 }, { id: "all", upTo: 0.25 }),
    );
    expect(decideCase(input).decision.refusals[0]?.note).toBe(
      "the cap m (used 0.5 of 0.5); the cap all (used 0.5 of 0.25)",
    );
  });

  it("the note of what is given in part names the cap that limited it", () => {
    const [, part] = decideCase(of(science, [], caps(math))).decision.proposals;
    expect(part?.note).toContain("the cap m (used 0.5 of 0.5)");
  });

  it("a school year begins on 1 September", () => {
    const on = (awardDate: string): readonly string[] =>
      decideCase({
        ...of(science, ["SCI201 2024-25 S1 A 0.5 0.5 Z"], caps({ id: "c", per: "school-year", upTo: 1 })),
        awardDate,
      }).proposals;
    expect(on("2025-08-31")).toEqual(["p1 biology 0.5 P ready"]);
    expect(on("2025-09-01")).toEqual(["p1 biology 1 P ready"]);
  });
});

describe("shadowed: an earlier pathway of this run gave it", () => {
  const exam: PathwayOf = { evidence: { test: "EXAM", min: { score: 1 } } };
  const lost: PathwayOf = { attempt: { is: "required" }, award: { take: "lost" } };
  const scores = [...LEVEL_3, "EXAM 2025-05-01 score=90"];
  const given = ["p1 algebra-1 S1 0.5 P ready", "p1 algebra-1 S2 0.5 P ready"];
  runCases([
    ["the same course", { pathways: [{}, exam], scores }, [...given, "p2: shadowed"]],
    [
      "a course of the same learning",
      { pathways: [{}, { ...exam, award: { courses: ["integrated-1"] } }], scores },
      [...given, "p2: shadowed"],
    ],
    [
      "held gives too",
      { pathways: [{ approvals: ["teacher"] }, exam], scores },
      [...given.map((line) => line.replace("ready", "held [teacher]")), "p2: shadowed"],
    ],
    [
      "what it left is given",
      { pathways: [{ award: { upTo: 0.75, netOfClassCredit: false } }, exam], scores },
      ["p1 algebra-1 S1 0.5 P ready", "p1 algebra-1 S2 0.25 P ready", "p2 algebra-1 S2 0.25 P ready"],
    ],
    [
      "lost credit that it recovered",
      { pathways: [{ ...lost }, { ...exam, ...lost }], scores, transcript: ["MAT101 2022-23 S1 F 0.5 0"] },
      ["p1 algebra-1 S1 0.5 P ready", "p2: shadowed"],
    ],
    [
      "a loss that it recovered admits no more of what is open",
      { pathways: [lost, { ...exam, attempt: { is: "required" } }], scores, transcript: ["MAT101 2022-23 S1 F 0.5 0"] },
      ["p1 algebra-1 S1 0.5 P ready", "p2: shadowed"],
    ],
    [
      "an earlier pathway that gives nothing shadows nothing",
      { pathways: [{ evidence: { test: "SBA", min: { level: "4" } } }, exam], scores },
      ["p2 algebra-1 S1 0.5 P ready", "p2 algebra-1 S2 0.5 P ready", "p1: evidence-not-met"],
    ],
    [
      "a waiver reserves nothing",
      { pathways: [{ award: { kind: "waiver" } }, exam], scores },
      [
        "p1 algebra-1 S1 0.5 - waiver",
        "p1 algebra-1 S2 0.5 - waiver",
        "p2 algebra-1 S1 0.5 P ready",
        "p2 algebra-1 S2 0.5 P ready",
      ],
    ],
  ]);
});
