import { describe, expect, it } from "vitest";
import { type CaseInput, decideCase, type PathwayOf } from "../support/decideCase.js";

/* What is told beside what is decided: every reason that held, notes, ids, and rows by what they say. */

const LEVEL_3 = ["SBA 2025-05-01 level=3"];
const of = (pathway: PathwayOf, more: Partial<CaseInput> = {}): CaseInput => ({
  pathways: [{ ...pathway, award: { courses: ["biology"], ...pathway.award } }],
  scores: LEVEL_3,
  ...more,
});
const rows = (...transcript: readonly string[]): Partial<CaseInput> => ({ transcript });

type Row = readonly [name: string, input: CaseInput, expected: readonly string[]];

const notesOf = (input: CaseInput): readonly string[] =>
  decideCase(input).decision.proposals.map(
    ({ pathway, course, part, status, note, gpa }) =>
      `${[pathway, course, part].join(" ").trim()} ${status}: ${note}${gpa === "" ? "" : ` (gpa ${gpa})`}`,
  );

const TWIN = "equal in every field to the record of p1; both are meant";

describe("notes", () => {
  const one: PathwayOf = { award: { courses: ["biology", "chemistry"], split: false } };
  const table: readonly Row[] = [
    ["the course that is passed over", of(one), ["p1 biology ready: one course only, so Chemistry is passed over"]],
    ["not one that could take nothing", of(one, rows("SCI201 2022-23 YR C 1 1")), ["p1 biology ready: "]],
    [
      "not one of a part that could take nothing",
      of({ award: { courses: ["biology", "algebra-1"], split: false } }, rows("MAT100 2022-23 YR C 1 1")),
      ["p1 biology ready: "],
    ],
    [
      "what a held one reserves, of each course by itself",
      {
        pathways: [
          { approvals: ["teacher"], award: { courses: ["biology"] } },
          { award: { courses: ["biology", "chemistry"] } },
        ],
        scores: LEVEL_3,
      },
      ["p1 biology held: reserves credit that p2 could give", "p2 chemistry ready: 1 of biology is given by p1"],
    ],
    [
      "what a held one reserves, of each part by itself",
      {
        pathways: [
          { approvals: ["teacher"], award: { courses: [{ course: "algebra-1", parts: ["S1"] }] } },
          { award: { courses: ["algebra-1"] } },
        ],
        scores: LEVEL_3,
      },
      [
        "p1 algebra-1 S1 held: reserves credit that p2 could give",
        "p2 algebra-1 S2 ready: 0.5 of algebra-1 S1 is given by p1",
      ],
    ],
    [
      "a part of what a later one would give",
      {
        pathways: [
          { approvals: ["teacher"], award: { courses: ["biology"], upTo: 0.5, netOfClassCredit: false } },
          { award: { courses: ["biology"] } },
        ],
        scores: LEVEL_3,
      },
      [
        "p1 biology held: limited by the pathway's limit (used 0 of 0.5); reserves credit that p2 could give",
        `p2 biology ready: 0.5 of biology is given by p1; ${TWIN}`,
      ],
    ],
    [
      "not that of another mark",
      {
        pathways: [
          { award: { courses: ["biology"], upTo: 0.5, netOfClassCredit: false } },
          { award: { courses: ["biology"] }, grade: { mark: "A" } },
        ],
        scores: LEVEL_3,
      },
      [
        "p1 biology ready: limited by the pathway's limit (used 0 of 0.5)",
        "p2 biology ready: 0.5 of biology is given by p1",
      ],
    ],
    [
      "that an attempt is marked as CTE, and the course of the policy is not",
      of(
        { award: { courses: ["biology"], take: "lost" }, attempt: { is: "required" } },
        { transcript: ["SCI101 2023-24 YR F 1 0 cte=Y"] },
      ),
      ["p1 biology ready: the attempt is marked as CTE, and the policy's course is not"],
    ],
    [
      "not where the pathway admits CTE",
      of(
        { award: { courses: ["biology"], take: "lost" }, attempt: { is: "required" }, allowCte: true },
        { transcript: ["SCI101 2023-24 YR F 1 0 cte=Y"] },
      ),
      ["p1 biology ready: "],
    ],
    [
      "what two earlier ones gave of one course",
      {
        pathways: [
          { award: { courses: ["biology"], upTo: 0.5, netOfClassCredit: false }, record: { designations: ["Z"] } },
          {
            award: { courses: ["biology"], upTo: 0.25, netOfClassCredit: false },
            grade: { mark: "A" },
          },
          { award: { courses: ["biology"] } },
        ],
        scores: LEVEL_3,
      },
      [
        "p1 biology ready: limited by the pathway's limit (used 0 of 0.5)",
        "p2 biology ready: limited by the pathway's limit (used 0 of 0.25); 0.5 of biology is given by p1",
        "p3 biology ready: 0.75 of biology is given by p1, p2",
      ],
    ],
    [
      "a held waiver reserves nothing",
      {
        pathways: [
          { approvals: ["teacher"], award: { courses: ["biology"], kind: "waiver" } },
          { award: { courses: ["biology"] } },
        ],
        scores: LEVEL_3,
      },
      ["p1 biology held: ", "p2 biology ready: "],
    ],
    [
      "two that are held",
      {
        pathways: [
          { approvals: ["teacher"], award: { courses: ["biology"] } },
          { approvals: ["principal"], award: { courses: ["chemistry"] } },
          { award: { courses: ["biology", "chemistry"] } },
        ],
        scores: LEVEL_3,
      },
      ["p1 biology held: reserves credit that p3 could give", "p2 chemistry held: reserves credit that p3 could give"],
    ],
    [
      "an earlier one is none that could",
      {
        pathways: [
          { award: { courses: ["biology"], upTo: 0.5, netOfClassCredit: false } },
          { approvals: ["teacher"], award: { courses: ["biology"] } },
        ],
        scores: LEVEL_3,
      },
      [
        "p1 biology ready: limited by the pathway's limit (used 0 of 0.5)",
        `p2 biology held: 0.5 of biology is given by p1; ${TWIN}`,
      ],
    ],
    [
      "a later one that is held too",
      {
        pathways: [
          { approvals: ["teacher"], award: { courses: ["biology"] } },
          { approvals: ["teacher"], award: { courses: ["biology"] } },
        ],
        scores: LEVEL_3,
      },
      ["p1 biology held: reserves credit that p2 could give"],
    ],
    [
      "credit that counts in the GPA",
      of({ grade: { mark: "P", gpa: "excluded" } } as PathwayOf),
      ["p1 biology ready:  (gpa excluded)"],
    ],
    [
      "a waiver has none",
      of({ grade: { mark: "P", gpa: "excluded" }, award: { kind: "waiver" } } as PathwayOf),
      ["p1 biology waiver: "],
    ],
    [
      "limited by its own ceiling",
      of({ award: { upTo: 0.5, netOfClassCredit: false } }),
      ["p1 biology ready: limited by the pathway's limit (used 0 of 0.5)"],
    ],
    [
      "limited by a cap",
      of({}, { policy: { caps: [{ id: "all", upTo: 0.5 }] } }),
      ["p1 biology ready: limited by the cap all (used 0 of 0.5)"],
    ],
    [
      "limited by both",
      of({ award: { upTo: 0.5, netOfClassCredit: false } }, { policy: { caps: [{ id: "upTo", upTo: 0.5 }] } }),
      ["p1 biology ready: limited by the pathway's limit (used 0 of 0.5), the cap upTo (used 0 of 0.5)"],
    ],
    [
      "limited by what was agreed",
      of({ approvals: ["teacher"] }, { approvals: ["p1 teacher granted credits=0.5"] }),
      ["p1 biology ready: limited by approval by teacher (used 0 of 0.5)"],
    ],
    [
      "the floor of a policy",
      of({ award: { atLeast: 0.5 } }),
      ["p1 biology ready: the policy gives at least 0.5; a person may give more"],
    ],
    [
      "older evidence",
      of({}, { ...rows("SCI101 2025-26 YR F 1 0 - date_completed=2025-06-01") }),
      ["p1 biology ready: the evidence of 2025-05-01 is older than the attempt of 2025-06-01"],
    ],
    [
      "evidence of the very day",
      of({ award: { take: "lost" } }, { ...rows("SCI101 2024-25 YR F 1 0 - date_completed=2025-05-01") }),
      ["p1 biology ready: "],
    ],
    [
      "evidence older than what was lost",
      of({ award: { take: "lost" } }, { ...rows("SCI101 2024-25 YR F 1 0 - date_completed=2025-05-02") }),
      ["p1 biology ready: the evidence of 2025-05-01 is older than the attempt of 2025-05-02"],
    ],
    [
      "evidence older, which the pathway forbids where there is another",
      of(
        { attempt: { is: "required", beforeEvidence: true }, award: { take: "lost" } },
        { ...rows("SCI101 2022-23 YR F 1 0") },
      ),
      ["p1 biology ready: "],
    ],
    [
      "evidence without a day",
      of(
        { evidence: { approval: "panel" }, award: { take: "lost" } },
        { ...rows("SCI101 2024-25 YR F 1 0"), approvals: ["p1 panel granted"] },
      ),
      ["p1 biology ready: "],
    ],
    [
      "one of two courses was denied",
      of(
        { approvals: ["teacher"], award: { courses: ["biology", "chemistry"] } },
        { ...rows(), approvals: ["p1 teacher granted", "p1 teacher denied course=biology"] },
      ),
      ["p1 chemistry ready: Biology: denied by teacher"],
    ],
    [
      "more was lost than is open",
      of(
        { award: { courses: ["algebra-1"], take: "lost" } },
        rows("MAT101 2022-23 S1 F 0.5 0", "MAT102 2022-23 S2 F 0.5 0", "IM1A 2023-24 S1 C 0.75 0.75"),
      ),
      ["p1 algebra-1 S1 ready: lost 0.5, and credit for the same learning leaves 0.25"],
    ],
  ];
  it.each(table)("%s", (_name, input, expected) => {
    expect(notesOf(input)).toEqual(expected);
  });
});
