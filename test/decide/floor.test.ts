import { describe, expect, it } from "vitest";
import { formatCredit } from "../../src/credit.js";
import { decide } from "../../src/decide/decide.js";
import { floorOf } from "../../src/decide/floor.js";
import { saysRow } from "../../src/decide/says.js";
import { BASE, type CaseInput, type PathwayOf, studentCase } from "../support/decideCase.js";

/* The credit that a student of an institution has for a GED or language test that is passed. */

const TESTS = [
  ...BASE.tests.map((test) => (test.id === "LANG" ? { ...test, language: "Spanish" } : test)),
  { id: "G", title: "GED Mathematics", scope: "national", scales: { score: { min: 100, max: 200 } } },
  { id: "HSE", title: "Equivalency", names: ["GED"], scope: "national", scales: { score: { min: 100, max: 200 } } },
];

function floorIn(input: CaseInput): string {
  const { student, context } = studentCase({ ...input, policy: { tests: TESTS, ...input.policy } as never });
  const floor = floorOf(student, decide(student, { ...context, breaks: () => null }), context);
  if (floor === null) return "none";
  const { test, pathway, credits, at } = floor;
  return `${test.id} by ${pathway.id}: ${formatCredit(credits)} at ${saysRow(at)}`;
}

const GED = { test: "G", min: { score: 145 } } as const;
const of = (pathway: PathwayOf, more: Partial<CaseInput> = {}): CaseInput => ({
  pathways: [{ evidence: GED, ...pathway, award: { courses: ["biology"], ...pathway.award } }],
  scores: ["G 2025-05-01 score=150"],
  students: ['programs="juvenile detention"'],
  ...more,
});
const language: PathwayOf = { evidence: { test: "LANG", min: { level: "Mid" } } };
const hse: PathwayOf = { evidence: { test: "HSE", min: { score: 145 } } };

type Row = readonly [name: string, input: CaseInput, expected: string];

function runFloor(rows: readonly Row[]): void {
  it.each(rows)("%s", (_name, input, expected) => {
    expect(floorIn(input)).toEqual(expected);
  });
}

describe("who has one", () => {
  runFloor([
    ["a student of an institution", of({}), "G by p1: 1 at G 2025-05-01 score 150"],
    [
      "who is in another program besides",
      of({}, { students: ['programs="dual;detention center"'] }),
      "G by p1: 1 at G 2025-05-01 score 150",
    ],
    ["not one of another program", of({}, { students: ["programs=dual"] }), "none"],
    ["not one without a program", of({}, { students: ["grade_level=9"] }), "none"],
    ["not one without a row", of({}, { students: [], transcript: ["SCI201 2023-24 YR C 1 1"] }), "none"],
    [
      "not one whose row is in doubt",
      of({}, { students: ['programs="juvenile detention" doubt=student-row-conflict'] }),
      "none",
    ],
    [
      "one whose other row is in doubt",
      of({}, { students: ['programs="a" doubt=student-row-conflict', 'programs="juvenile detention"'] }),
      "G by p1: 1 at G 2025-05-01 score 150",
    ],
    ["not one who is in doubt as a whole", of({}, { broken: [{}] }), "none"],
  ]);
});

describe("which tests count", () => {
  runFloor([
    ["one whose title says so", of({}), "G by p1: 1 at G 2025-05-01 score 150"],
    [
      "one that has the name",
      of(hse, { scores: ["HSE 2025-05-01 score=150"] }),
      "HSE by p1: 1 at HSE 2025-05-01 score 150",
    ],
    [
      "one of a language",
      of(language, { scores: ["LANG 2025-05-01 level=High"] }),
      "LANG by p1: 1 at LANG 2025-05-01 level High",
    ],
    [
      "no other",
      of({ evidence: { test: "SBA", min: { level: "3" } } }, { scores: ["SBA 2025-05-01 level=4"] }),
      "none",
    ],
    ["not one below the pathway's measure", of({}, { scores: ["G 2025-05-01 score=144"] }), "none"],
    ["not one that no pathway asks for", of(hse), "none"],
    ["not by a pathway to a waiver", of({ award: { kind: "waiver" } }), "none"],
    [
      "the first pathway whose measure is met",
      { ...of({}), pathways: [{ ...language }, { evidence: GED }] },
      "G by p2: 1 at G 2025-05-01 score 150",
    ],
    [
      "the test of that pathway",
      { ...of({}), pathways: [{ evidence: GED }, { ...language }], scores: ["LANG 2025-05-01 level=High"] },
      "LANG by p2: 1 at LANG 2025-05-01 level High",
    ],
    [
      "of two targets, one that the approval speaks of",
      of(
        { evidence: { all: [GED, { approval: "panel" }] }, award: { courses: ["chemistry", "biology"] } },
        { approvals: ["p1 panel granted course=biology"] },
      ),
      "G by p1: 1 at G 2025-05-01 score 150",
    ],
    [
      "the result among what was used",
      of({ evidence: { all: [{ approval: "panel" }, GED] } }, { approvals: ["p1 panel granted"] }),
      "G by p1: 1 at G 2025-05-01 score 150",
    ],
    [
      "not where an approval stands in its place",
      of({ evidence: { any: [{ approval: "panel" }, GED] } }, { approvals: ["p1 panel granted"], scores: [] }),
      "none",
    ],
    [
      "beside another test",
      of(
        { evidence: { all: [{ test: "SBA", min: { level: "3" } }, GED] } },
        { scores: ["G 2025-05-01 score=150", "SBA 2025-05-01 level=4"] },
      ),
      "G by p1: 1 at G 2025-05-01 score 150",
    ],
    [
      "not where another test stands in its place",
      of({ evidence: { any: [{ test: "SBA", min: { level: "3" } }, GED] } }, { scores: ["SBA 2025-05-01 level=4"] }),
      "none",
    ],
    ["not where its row is in doubt", of({}, { scores: ["G 2025-05-01 score=150 doubt=score-conflict"] }), "none"],
    [
      "not where another row of the pathway is",
      of(
        { evidence: { any: [GED, { course: "chemistry", minMark: "C" }] } },
        { transcript: ["SCI201 2023-24 YR C 1 1 - doubt=mark-unknown"] },
      ),
      "none",
    ],
  ]);
});

describe("the pathway is in effect", () => {
  runFloor([
    ["from the day", of({ effectiveFrom: "2025-06-20" }), "G by p1: 1 at G 2025-05-01 score 150"],
    ["not the day before", of({ effectiveFrom: "2025-06-21" }), "none"],
    ["until the day", of({ effectiveTo: "2025-06-20" }), "G by p1: 1 at G 2025-05-01 score 150"],
    ["not the day after", of({ effectiveTo: "2025-06-19" }), "none"],
    [
      "whenever, where no day is said",
      { ...of({}), policy: { policies: [{ number: "2403P" }] } },
      "G by p1: 1 at G 2025-05-01 score 150",
    ],
    [
      "a later one counts",
      { ...of({}), pathways: [{ evidence: GED, effectiveTo: "2025-06-19" }, { evidence: GED }] },
      "G by p2: 1 at G 2025-05-01 score 150",
    ],
  ]);
});

describe("how much there is", () => {
  const nothing: Partial<CaseInput> = { transcript: ["SCI101 2022-23 YR C 1 1"] };
  runFloor([
    [
      "what is proposed",
      of({ award: { upTo: 0.5, netOfClassCredit: false } }),
      "G by p1: 0.5 at G 2025-05-01 score 150",
    ],
    ["nothing", of({}, nothing), "G by p1: 0 at G 2025-05-01 score 150"],
    ["what is on file", of({}, { transcript: ["SCI101 2022-23 YR P 1 1 Z"] }), "G by p1: 1 at G 2025-05-01 score 150"],
    [
      "both",
      of({ award: { courses: ["biology", "chemistry"] } }, { transcript: ["SCI101 2022-23 YR P 1 1 Z"] }),
      "G by p1: 2 at G 2025-05-01 score 150",
    ],
    [
      "not what a record of another pathway gives",
      of({}, { transcript: ["SCI101 2022-23 YR A 1 1 Z"] }),
      "G by p1: 0 at G 2025-05-01 score 150",
    ],
    [
      "nor what another pathway proposes",
      {
        ...of({}, { ...nothing }),
        pathways: [
          { evidence: GED, award: { courses: ["biology"] } },
          { award: { courses: ["chemistry"] }, grade: { mark: "C" } },
        ],
        scores: ["G 2025-05-01 score=150", "SBA 2025-05-01 level=4"],
      },
      "G by p1: 0 at G 2025-05-01 score 150",
    ],
    [
      "of two such tests the credit for both",
      {
        ...of({}),
        pathways: [
          { evidence: GED, award: { courses: ["biology"] } },
          { ...language, award: { courses: ["chemistry"] } },
        ],
        scores: ["G 2025-05-01 score=150", "LANG 2025-05-01 level=High"],
      },
      "G by p1: 2 at G 2025-05-01 score 150",
    ],
    [
      "a record that fits one of two",
      {
        ...of({}),
        pathways: [
          { evidence: GED, award: { courses: ["biology"] } },
          { ...language, award: { courses: ["chemistry"] } },
        ],
        transcript: ["SCI201 2022-23 YR P 1 1 Z", "SCI101 2022-23 YR C 1 1"],
      },
      "G by p1: 1 at G 2025-05-01 score 150",
    ],
  ]);
});
