import { describe, expect, it } from "vitest";
import { type CaseInput, decideCase, type PathwayOf, runCases } from "../support/decideCase.js";

const LEVEL_3 = ["SBA 2025-05-01 level=3"];

/** A pathway that excuses Algebra 1 and Biology. */
function waive(
  award: PathwayOf["award"] = {},
  approvals: readonly string[] = [],
  transcript: readonly string[] = [],
): CaseInput {
  const limited = award?.upTo === undefined ? {} : { netOfClassCredit: false };
  return {
    pathways: [{ award: { courses: ["algebra-1", "biology"], kind: "waiver", ...limited, ...award } }],
    scores: LEVEL_3,
    approvals,
    transcript,
  };
}

const ALGEBRA = ["p1 algebra-1 S1 0.5 - waiver", "p1 algebra-1 S2 0.5 - waiver"];
const BIOLOGY = ["p1 biology 1 - waiver"];

describe("a waiver", () => {
  runCases([
    ["one line a part, the amount under waived", waive(), [...ALGEBRA, ...BIOLOGY]],
    [
      "no more than the gap",
      waive({}, [], ["MAT101 2023-24 S1 C 0.25 0.25"]),
      ["p1 algebra-1 S1 0.25 - waiver", "p1 algebra-1 S2 0.5 - waiver", ...BIOLOGY],
    ],
    ["no more than upTo", waive({ upTo: 1.25 }), [...ALGEBRA, "p1 biology 0.25 - waiver"]],
    [
      "a record of credit is not its own, though its mark be",
      waive({ upTo: 1 }, [], ["MAT101 2023-24 S1 P 0.5 0.5 Z"]),
      ["p1 algebra-1 S2 0.5 - waiver", "p1 biology 0.5 - waiver"],
    ],
    ["no cap limits it", { ...waive(), policy: { caps: [{ id: "c", upTo: 0.25 }] } }, [...ALGEBRA, ...BIOLOGY]],
    [
      "no cap counts it",
      {
        pathways: [
          { award: { kind: "waiver" } },
          { evidence: { test: "EXAM", min: { score: 1 } }, award: { courses: ["biology"] } },
        ],
        scores: [...LEVEL_3, "EXAM 2025-05-01 score=9"],
        policy: { caps: [{ id: "c", upTo: 1 }] },
      },
      [...ALGEBRA, "p2 biology 1 P ready"],
    ],
    [
      "of lost credit alone",
      waive({ take: "lost" }, [], ["MAT101 2022-23 S1 F 0.5 0"]),
      ["p1 algebra-1 S1 0.5 - waiver"],
    ],
  ]);

  it("has no mark, no letters and no credit", () => {
    const { credits, waived, mark, designations, status } = decideCase(waive()).decision.proposals[0] ?? {};
    expect({ credits, waived, mark, designations, status }).toEqual({
      credits: 0,
      waived: 500,
      mark: "",
      designations: "",
      status: "waiver",
    });
  });

  it("needs no grade", () => {
    const [pathway] = waive().pathways;
    const bare = { ...pathway, grade: undefined };
    expect(decideCase({ ...waive(), pathways: [bare] }).proposals).toEqual([...ALGEBRA, ...BIOLOGY]);
  });
});

describe("what was waived already", () => {
  runCases([
    ["without credits: all targets", waive({}, ["p1 board waived"]), ["p1: already-credited"]],
    ["without credits: all of its course", waive({}, ["p1 board waived course=algebra-1"]), BIOLOGY],
    ["by any role", waive({}, ["p1 teacher waived course=biology"]), ALGEBRA],
    [
      "with credits: laid on the parts in listed order",
      waive({}, ["p1 board waived credits=0.75"]),
      ["p1 algebra-1 S2 0.25 - waiver", ...BIOLOGY],
    ],
    [
      "with credits: of its course",
      waive({}, ["p1 board waived credits=0.25 course=biology"]),
      [...ALGEBRA, "p1 biology 0.75 - waiver"],
    ],
    [
      "two rows add",
      waive({}, ["p1 board waived credits=0.25", "p1 teacher waived credits=0.5"]),
      ["p1 algebra-1 S2 0.25 - waiver", ...BIOLOGY],
    ],
    ["on the award date", waive({}, ["p1 board waived on=2025-06-20 course=algebra-1"]), BIOLOGY],
    ["after the award date", waive({}, ["p1 board waived on=2025-06-21 course=algebra-1"]), [...ALGEBRA, ...BIOLOGY]],
    ["on its last day", waive({}, ["p1 board waived until=2025-06-20 course=algebra-1"]), BIOLOGY],
    ["the day after", waive({}, ["p1 board waived until=2025-06-19 course=algebra-1"]), [...ALGEBRA, ...BIOLOGY]],
    ["of another pathway", waive({}, ["p9 board waived"]), [...ALGEBRA, ...BIOLOGY]],
    ["counts against upTo", waive({ upTo: 1.25 }, ["p1 board waived course=algebra-1"]), ["p1 biology 0.25 - waiver"]],
    ["uses upTo up", waive({ upTo: 1 }, ["p1 board waived course=algebra-1"]), ["p1: pathway-ceiling"]],
    [
      "some of what was lost",
      waive({ take: "lost" }, ["p1 board waived credits=0.25"], ["MAT101 2022-23 S1 F 0.5 0"]),
      ["p1 algebra-1 S1 0.25 - waiver"],
    ],
    [
      "all that was lost, though more is open",
      waive({ take: "lost" }, ["p1 board waived credits=0.25"], ["MAT101 2022-23 S1 F 0.25 0"]),
      ["p1: already-credited"],
    ],
    [
      "says nothing of a pathway that gives credit",
      { pathways: [{}], scores: LEVEL_3, approvals: ["p1 board waived"] },
      ["p1 algebra-1 S1 0.5 P ready", "p1 algebra-1 S2 0.5 P ready"],
    ],
  ]);
});
