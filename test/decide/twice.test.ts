import { describe, expect, it } from "vitest";
import { formatCredit } from "../../src/credit.js";
import { creditedTwice, type Twice } from "../../src/decide/twice.js";
import { type CaseInput, studentCase } from "../support/decideCase.js";

/* Learning that stands there with more credit than it is worth: where it is said, and beside what. */

const codeOf = ({ courseId, mark, line }: Twice["row"]): string => `${courseId} ${mark} (line ${line})`;

function says({ row, others, isMastery, earned, worth }: Twice): string {
  const words = isMastery ? "by mastery" : "in class";
  return `${codeOf(row)} ${words}: ${formatCredit(earned)} of ${formatCredit(worth)} beside ${others.map(codeOf).join(", ")}`;
}

function twiceIn(input: CaseInput): readonly string[] {
  const { student, context } = studentCase(input);
  return creditedTwice(student, context.policy).map(says);
}

/** A transcript, or one under a policy of its own. */
type Given = readonly string[] | Pick<CaseInput, "transcript" | "policy">;
type Row = readonly [name: string, given: Given, expected: readonly string[]];

function runTwice(rows: readonly Row[]): void {
  it.each(rows)("%s", (_name, given, expected) => {
    const input = "length" in given ? { transcript: given } : given;
    expect(twiceIn({ pathways: [{}], ...input })).toEqual(expected);
  });
}

describe("one course", () => {
  runTwice([
    ["as much as it is worth", ["SCI101 2022-23 S1 C 0.5 0.5", "SCI101 2023-24 S2 C 0.5 0.5"], []],
    [
      "a thousandth more",
      ["SCI101 2022-23 S1 C 0.5 0.5", "SCI101 2023-24 S2 C 0.501 0.501"],
      ["SCI101 C (line 3) in class: 1.001 of 1 beside SCI101 C (line 2)"],
    ],
    ["one row with too much is nothing twice", ["SCI101 2022-23 YR C 1.5 1.5"], []],
    [
      "said of the latest",
      ["SCI101 2023-24 YR C 1 1", "SCI101 2022-23 YR B 1 1"],
      ["SCI101 C (line 2) in class: 2 of 1 beside SCI101 B (line 3)"],
    ],
    [
      "of one day, of the last in order",
      ["SCI101 2023-24 YR B 1 1", "SCI101 2023-24 YR A 1 1"],
      ["SCI101 B (line 2) in class: 2 of 1 beside SCI101 A (line 3)"],
    ],
    [
      "of the mastery record, though it is not the latest",
      ["SCI101 2022-23 YR P 1 1 Z", "SCI101 2023-24 YR B 1 1"],
      ["SCI101 P (line 2) by mastery: 2 of 1 beside SCI101 B (line 3)"],
    ],
    [
      "of the later of two such",
      ["SCI101 2022-23 YR P 1 1 Z", "SCI101 2023-24 YR P 1 1 Z", "SCI101 2024-25 YR B 1 1"],
      ["SCI101 P (line 3) by mastery: 3 of 1 beside SCI101 P (line 2), SCI101 B (line 4)"],
    ],
    ["rows that are equal count once", ["SCI101 2023-24 YR B 1 1", "SCI101 2023-24 YR B 1 1"], []],
    [
      "and beside another, once too",
      ["SCI101 2023-24 YR B 1 1", "SCI101 2023-24 YR B 1 1", "SCI101 2022-23 YR C 1 1"],
      ["SCI101 B (line 2) in class: 2 of 1 beside SCI101 C (line 4)"],
    ],
    [
      "rows of another mark do not",
      ["SCI101 2023-24 YR B 1 1", "SCI101 2023-24 YR C 1 1"],
      ["SCI101 C (line 3) in class: 2 of 1 beside SCI101 B (line 2)"],
    ],
    ["a row without credit does not count", ["SCI101 2023-24 YR B 1 1", "SCI101 2022-23 YR F 1 0"], []],
    [
      "nor beside the two that do",
      ["SCI101 2023-24 YR B 1 1", "SCI101 2022-23 YR F 1 0", "SCI101 2021-22 YR C 1 1"],
      ["SCI101 B (line 2) in class: 2 of 1 beside SCI101 C (line 4)"],
    ],
    ["nor a row in doubt", ["SCI101 2023-24 YR B 1 1", "SCI101 2022-23 YR C 1 1 - doubt=mark-unknown"], []],
    ["nor a code that no course holds", ["XYZ 2023-24 YR B 1 1", "XYZ 2022-23 YR C 1 1"], []],
    ["nor a row that cannot be read", ["SCI101 2023-24 YR B 1 1", "SCI101 2022-23 YR C 1 x"], []],
    [
      "a row without a day stands before all",
      ["SCI101 - - B 1 1", "SCI101 2022-23 YR C 1 1"],
      ["SCI101 C (line 3) in class: 2 of 1 beside SCI101 B (line 2)"],
    ],
  ]);
});

describe("parts", () => {
  runTwice([
    ["of two parts, none twice", ["MAT101 2022-23 S1 C 0.5 0.5", "MAT102 2022-23 S2 C 0.5 0.5"], []],
    [
      "a part twice",
      ["MAT101 2022-23 S1 C 0.5 0.5", "MAT102 2022-23 S2 C 0.5 0.5", "MAT101 2023-24 S1 B 0.5 0.5"],
      ["MAT101 B (line 4) in class: 1 of 0.5 beside MAT101 C (line 2)"],
    ],
    [
      "each part twice",
      [
        "MAT101 2022-23 S1 C 0.5 0.5",
        "MAT102 2022-23 S2 C 0.5 0.5",
        "MAT101 2023-24 S1 B 0.5 0.5",
        "MAT102 2023-24 S2 B 0.5 0.5",
      ],
      [
        "MAT101 B (line 4) in class: 1 of 0.5 beside MAT101 C (line 2)",
        "MAT102 B (line 5) in class: 1 of 0.5 beside MAT102 C (line 3)",
      ],
    ],
    [
      "a row of the whole course beside a part",
      ["MAT100 2022-23 YR C 1 1", "MAT101 2023-24 S1 B 0.5 0.5"],
      ["MAT101 B (line 3) in class: 1.5 of 1 beside MAT100 C (line 2)"],
    ],
    [
      "a row of the whole course that leaves room for it",
      ["MAT100 2022-23 YR C 0.5 0.5", "MAT101 2023-24 S1 B 0.5 0.5"],
      [],
    ],
    [
      "what a part explains is not said of its course, at the same row",
      ["MAT100 2021-22 YR C 1 1", "MAT101 2022-23 S1 C 0.5 0.5", "MAT101 2023-24 S1 P 0.5 0.5 Z"],
      ["MAT101 P (line 4) by mastery: 1 of 0.5 beside MAT101 C (line 3)"],
    ],
    [
      "it is at another row",
      ["MAT101 2021-22 S1 C 0.5 0.5", "MAT101 2022-23 S1 C 0.5 0.5", "MAT100 2023-24 YR C 1 1"],
      [
        "MAT101 C (line 3) in class: 1 of 0.5 beside MAT101 C (line 2)",
        "MAT100 C (line 4) in class: 1.5 of 1 beside MAT101 C (line 2), MAT101 C (line 3)",
      ],
    ],
    ["too much of one part does not fill the other", ["MAT101 2022-23 S1 C 1 1", "MAT102 2022-23 S2 C 0.5 0.5"], []],
  ]);
});

describe("courses that teach the same", () => {
  const sets = (...groups: readonly string[][]): Pick<CaseInput, "policy"> => ({
    policy: { sameLearning: groups.map((courses) => ({ courses, credits: 1 })) },
  });
  runTwice([
    [
      "each once",
      ["MAT100 2022-23 YR C 1 1", "IM1A 2023-24 S1 B 0.5 0.5"],
      ["IM1A B (line 3) in class: 1.5 of 1 beside MAT100 C (line 2)"],
    ],
    ["as much as they are worth together", ["MAT101 2022-23 S1 C 0.5 0.5", "IM1A 2023-24 S1 B 0.5 0.5"], []],
    ["one alone", ["IM1A 2023-24 S1 B 0.5 0.5", "IM1B 2023-24 S2 B 0.5 0.5"], []],
    [
      "too much of one counts for no more than that one is worth",
      ["MAT100 2022-23 YR C 1.25 1.25", "SCI101 2023-24 YR B 1 1"],
      [],
    ],
    ["one row of each, one of them too large", ["MAT101 2022-23 S1 C 1 1", "IM1A 2023-24 S1 B 0.5 0.5"], []],
    ["one row of each, the other way round", ["IM1A 2022-23 S1 C 0.75 0.75", "MAT101 2023-24 S1 P 0.5 0.5 Z"], []],
    [
      "said of the latest, in whichever course",
      ["MAT100 2023-24 YR C 1 1", "IM1A 2022-23 S1 B 0.5 0.5"],
      ["MAT100 C (line 2) in class: 1.5 of 1 beside IM1A B (line 3)"],
    ],
    [
      "in the order of the policy",
      ["SCI201 2020-21 YR C 1 1", "SCI201 2021-22 YR B 1 1", "SCI101 2022-23 YR C 1 1", "SCI101 2023-24 YR B 1 1"],
      [
        "SCI101 B (line 5) in class: 2 of 1 beside SCI101 C (line 4)",
        "SCI201 B (line 3) in class: 2 of 1 beside SCI201 C (line 2)",
      ],
    ],
    [
      "two sets, in their order",
      {
        transcript: [
          "SCI101 2022-23 YR C 1 1",
          "SCI201 2023-24 YR B 1 1",
          "MAT201 2022-23 YR C 1 1",
          "MAT300 2023-24 YR B 1 1",
        ],
        ...sets(["geometry", "algebra-2"], ["biology", "chemistry"]),
      },
      [
        "MAT300 B (line 5) in class: 2 of 1 beside MAT201 C (line 4)",
        "SCI201 B (line 3) in class: 2 of 1 beside SCI101 C (line 2)",
      ],
    ],
    [
      "two sets, in the other order",
      {
        transcript: [
          "SCI101 2022-23 YR C 1 1",
          "SCI201 2023-24 YR B 1 1",
          "MAT201 2022-23 YR C 1 1",
          "MAT300 2023-24 YR B 1 1",
        ],
        ...sets(["biology", "chemistry"], ["geometry", "algebra-2"]),
      },
      [
        "SCI201 B (line 3) in class: 2 of 1 beside SCI101 C (line 2)",
        "MAT300 B (line 5) in class: 2 of 1 beside MAT201 C (line 4)",
      ],
    ],
    [
      "a set of three, of which two stand there",
      {
        transcript: ["SCI101 2022-23 YR C 1 1", "MAT201 2023-24 YR B 1 1"],
        ...sets(["biology", "chemistry", "geometry"]),
      },
      ["MAT201 B (line 3) in class: 2 of 1 beside SCI101 C (line 2)"],
    ],
  ]);
});
