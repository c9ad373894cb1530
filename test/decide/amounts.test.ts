import { describe, expect, it } from "vitest";
import type { PolicyInput } from "../../src/policy/schema.js";
import { type CaseInput, decideCase, type PathwayOf, runCases } from "../support/decideCase.js";

const LEVEL_3 = ["SBA 2025-05-01 level=3"];
const TWO = { courses: ["biology", "chemistry"] };
const [BIOLOGY, CHEMISTRY] = ["p1 biology 1 P ready", "p1 chemistry 1 P ready"];

function of(approvals: readonly string[], pathway: PathwayOf = {}, more: Partial<CaseInput> = {}): CaseInput {
  return {
    pathways: [{ approvals: ["teacher"], ...pathway, award: { ...TWO, ...pathway.award } }],
    scores: LEVEL_3,
    approvals,
    ...more,
  };
}

const noteOf = (input: CaseInput): string => decideCase(input).decision.proposals[0]?.note ?? "";

describe("which approvals rows set a ceiling", () => {
  runCases([
    [
      "a row with a course counts records of that course alone",
      of(
        ["p1 teacher granted credits=0.5 course=chemistry", "p1 teacher granted course=biology"],
        {},
        {
          transcript: ["SCI101 2023-24 YR P 0.5 0.5 Z"],
        },
      ),
      ["p1 biology 0.5 P ready", "p1 chemistry 0.5 P ready"],
    ],
    ["not a request", of(["p1 teacher requested credits=0.25", "p1 teacher granted"]), [BIOLOGY, CHEMISTRY]],
    [
      "not a role that the pathway does not ask",
      of(["p1 counselor granted credits=0.25", "p1 teacher granted"]),
      [BIOLOGY, CHEMISTRY],
    ],
    [
      "the one that leaves most, in either order",
      of(["p1 teacher granted credits=1.25", "p1 teacher granted credits=0.25"]),
      [BIOLOGY, "p1 chemistry 0.25 P ready"],
    ],
    [
      "what it leaves, not what it says, where some is used",
      of(
        ["p1 teacher granted credits=0.5 course=chemistry", "p1 teacher granted credits=0.75"],
        {},
        { transcript: ["SCI101 2023-24 YR P 0.5 0.5 Z"] },
      ),
      ["p1 biology 0.25 P ready", "p1 chemistry 0.5 P ready"],
    ],
    [
      "and not what it says and what is used together",
      of(
        ["p1 teacher granted credits=0.6 course=biology", "p1 teacher granted credits=1"],
        {},
        { transcript: ["SCI101 2023-24 YR P 0.5 0.5 Z"] },
      ),
      ["p1 biology 0.5 P ready"],
    ],
    [
      "a row of the course that leaves less than one of the pathway",
      of(["p1 teacher granted credits=0.25 course=chemistry", "p1 teacher granted credits=2"]),
      [BIOLOGY, CHEMISTRY],
    ],
  ]);

  it("is named in the note by its role", () => {
    expect(noteOf(of(["p1 teacher granted credits=0.5"]))).toContain(
      "limited by approval by teacher (used 0.5 of 0.5)",
    );
  });

  it("of two that leave the same the first is named", () => {
    const rows = ["p1 teacher granted credits=0.5", "p1 principal granted credits=0.5"];
    const note = noteOf(of(rows, { approvals: ["teacher", "principal"] }));
    const [first = ""] =
      decideCase(of(rows, { approvals: ["teacher", "principal"] })).decision.proposals[0]?.approvals.map(
        ({ role }) => role,
      ) ?? [];
    expect(note).toContain(`limited by approval by ${first === "teacher" ? "principal" : "teacher"}`);
  });
});

describe("the ceiling of the pathway and of its tier", () => {
  const granted = ["p1 teacher granted"];
  const tier = (upTo: number): PathwayOf => ({ tiers: [{ evidence: { test: "SBA", min: { level: "3" } }, upTo }] });
  const award = { upTo: 0.75, netOfClassCredit: false };
  runCases([
    ["the tier's is the smaller", of(granted, { ...tier(0.5), award }), ["p1 biology 0.5 P ready"]],
    ["the pathway's is the smaller", of(granted, { ...tier(1), award }), ["p1 biology 0.75 P ready"]],
    ["the tier's alone", of(granted, { ...tier(0.5), award: { netOfClassCredit: false } }), ["p1 biology 0.5 P ready"]],
  ]);

  it("is named in the note, as is a floor", () => {
    expect(noteOf(of(granted, { award }))).toBe("limited by the pathway's limit (used 0.75 of 0.75)");
    expect(noteOf(of(granted, { award: { atLeast: 0.5 } }))).toBe(
      "the policy gives at least 0.5; a person may give more",
    );
  });
});

describe("who must agree", () => {
  const asks: PathwayOf = { approvals: ["teacher", { role: "board", credits: "required" }] };
  const held = (missing: string): readonly string[] => [
    `p1 biology 1 P held [${missing}]`,
    `p1 chemistry 1 P held [${missing}]`,
  ];
  runCases([
    [
      "a birth date sets no one free where the policy does not say so",
      of([], {}, { students: ["birth_date=2000-01-01"] }),
      held("teacher"),
    ],
    [
      "only the role that must say how much has to",
      of(["p1 teacher granted", "p1 board granted credits=2"], asks),
      [BIOLOGY, CHEMISTRY],
    ],
    [
      "one of its rows that says how much is enough",
      of(["p1 teacher granted", "p1 board granted credits=2", "p1 board granted"], asks),
      [BIOLOGY, CHEMISTRY],
    ],
    ["and it has to", of(["p1 teacher granted", "p1 board granted"], asks), held("board credits")],
    ["a grant is no request", of(["p1 teacher granted"], { onRequest: true }), held("request")],
    ["a grant for no pathway at all is in doubt", of(["- teacher granted"]), ["p1: doubtful-row"]],
  ]);
});

describe("what a waiver has given already", () => {
  const waive = (approvals: readonly string[], more: Partial<CaseInput> = {}): CaseInput =>
    of(["p1 teacher granted", ...approvals], { award: { kind: "waiver" } }, more);
  runCases([
    ["a grant is no waiver on record", waive([]), ["p1 biology 1 - waiver", "p1 chemistry 1 - waiver"]],
    [
      "two rows fill one part after the other",
      waive(["p1 board waived credits=0.75", "p1 principal waived credits=0.75"]),
      ["p1 chemistry 0.5 - waiver"],
    ],
    [
      "credit earned in a class is not waived again",
      waive(["p1 board waived credits=0.75"], { transcript: ["SCI101 2023-24 YR C 0.5 0.5"] }),
      ["p1 chemistry 0.75 - waiver"],
    ],
    [
      "some of its course counts against what was approved for that course",
      of(
        [
          "p1 teacher granted course=biology",
          "p1 teacher granted credits=0.5 course=chemistry",
          "p1 board waived credits=0.25 course=chemistry",
        ],
        { award: { kind: "waiver" } },
      ),
      ["p1 biology 1 - waiver", "p1 chemistry 0.25 - waiver"],
    ],
    [
      "and what was waived of another course does not",
      of(
        [
          "p1 teacher granted course=biology",
          "p1 teacher granted credits=0.5 course=chemistry",
          "p1 board waived course=biology",
        ],
        { award: { kind: "waiver" } },
      ),
      ["p1 chemistry 0.5 - waiver"],
    ],
  ]);
});

describe("what a cap covers", () => {
  const capped = (caps: PolicyInput["caps"], transcript: readonly string[], more: PathwayOf = {}): CaseInput => ({
    policy: { caps },
    pathways: [{ ...more, award: TWO }],
    scores: LEVEL_3,
    transcript,
  });
  const year = [{ id: "year", per: "school-year", upTo: 0.75 }] as const;
  runCases([
    [
      "a record of this school year counts",
      capped([...year], ["MAT301 2024-25 S1 P 0.5 0.5 Z"]),
      ["p1 biology 0.25 P ready"],
    ],
    [
      "one of a later school year does not",
      capped([...year], ["MAT301 2025-26 S1 P 0.5 0.5 Z"]),
      ["p1 biology 0.75 P ready"],
    ],
    [
      "one of an earlier school year does not",
      capped([...year], ["MAT301 2023-24 S1 P 0.5 0.5 Z"]),
      ["p1 biology 0.75 P ready"],
    ],
    [
      "any of several pathways is enough",
      {
        policy: { caps: [{ id: "both", pathways: ["p1", "p2"], upTo: 0.75 }] },
        pathways: [{ award: { courses: ["biology"] } }, { award: { courses: ["chemistry"] } }],
        scores: LEVEL_3,
      },
      ["p1 biology 0.75 P ready", "p2: cap-reached"],
    ],
  ]);
});

describe("results since the last record", () => {
  const since = (transcript: readonly string[]): CaseInput => ({
    pathways: [{ evidence: { test: "EXAM", min: { score: 50 }, sinceRecord: true }, award: TWO }],
    scores: ["EXAM 2024-03-01 score=90"],
    transcript,
  });
  runCases([
    [
      "the latest of several, whatever their codes: first",
      since([
        "SCI101 2023-24 - P 0.5 0.5 Z date_completed=2024-05-01",
        "SCI201 2023-24 - P 0.5 0.5 Z date_completed=2024-01-01",
      ]),
      ["p1: evidence-not-met"],
    ],
    [
      "and last",
      since([
        "SCI101 2023-24 - P 0.5 0.5 Z date_completed=2024-01-01",
        "SCI201 2023-24 - P 0.5 0.5 Z date_completed=2024-05-01",
      ]),
      ["p1: evidence-not-met"],
    ],
    [
      "all of them before it",
      since([
        "SCI101 2023-24 - P 0.5 0.5 Z date_completed=2024-01-01",
        "SCI201 2023-24 - P 0.5 0.5 Z date_completed=2024-02-01",
      ]),
      ["p1 biology 0.5 P ready", "p1 chemistry 0.5 P ready"],
    ],
    [
      "a record that does not fit is none of them",
      since([
        "SCI101 2023-24 - A 0.5 0.5 Z date_completed=2024-05-01",
        "SCI201 2023-24 - P 0.5 0.5 Z date_completed=2024-02-01",
      ]),
      ["p1 biology 0.5 P ready", "p1 chemistry 0.5 P ready"],
    ],
  ]);
});
