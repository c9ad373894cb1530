import { describe, expect, it } from "vitest";
import type { InputKind } from "../../src/model.js";
import type { EarlierEvidence } from "../../src/since/earlier.js";
import { withdrawnEvidence } from "../../src/since/withdrawn.js";
import { type CaseInput, studentCase } from "../support/decideCase.js";

/* Evidence that a record was given for, looked for again: what is found gone or lower, and what is let be. */

const RECORD = "SCI101 2024-25 YR P 1 1 Z school_code=4321";

function found(
  evidence: EarlierEvidence["evidence"],
  more: Partial<CaseInput>,
  held: Partial<EarlierEvidence> = {},
  given: readonly InputKind[] = ["transcript", "scores"],
): readonly string[] {
  const { student, context } = studentCase({
    pathways: [{}],
    ...more,
    transcript: [RECORD, ...(more.transcript ?? [])],
  });
  const earlier: EarlierEvidence = {
    proposal_id: "p",
    student_id: student.id,
    course: "biology",
    course_id: "SCI101",
    part: "",
    pathway: "p1",
    credits: 1,
    mark: "P",
    designations: "Z",
    school_year: "2024-25",
    evidence,
    ...held,
  };
  return withdrawnEvidence(earlier, student, context.policy, new Set(given)).map(
    ({ line, schoolCode, course, pathway, message }) =>
      `line ${line}, school ${schoolCode}, ${course} by ${pathway}: ${message.split(". ")[0]}`,
  );
}

const score = (says: string): EarlierEvidence["evidence"] => [{ kind: "scores", says }];
const course = (says: string): EarlierEvidence["evidence"] => [{ kind: "transcript", says }];
const scores = (...rows: readonly string[]): Partial<CaseInput> => ({ scores: rows });
const transcript = (...rows: readonly string[]): Partial<CaseInput> => ({ transcript: rows });

describe("a result", () => {
  it.each([
    ["as it was", "SBA 2025-05-01 level 3", ["SBA 2025-05-01 level=3"]],
    ["at a higher level", "SBA 2025-05-01 level 3", ["SBA 2025-05-01 level=4"]],
    ["at a level and a higher score", "SBA 2025-05-01 level 3 score 2600", ["SBA 2025-05-01 level=3 score=2601"]],
    ["in percent", "SBA 2025-05-01 60 percent", ["SBA 2025-05-01 percent=61"]],
    ["by percentile", "SBA 2025-05-01 percentile 60", ["SBA 2025-05-01 percentile=60"]],
    [
      "beside a lower one of the same day",
      "SBA 2025-05-01 level 3",
      ["SBA 2025-05-01 level=2", "SBA 2025-05-01 level=4"],
    ],
    ["of a day written otherwise", "SBA 5/1/2025 level 3", ["SBA 2025-05-01 level=3"]],
    ["of a test called otherwise", "SB Math 2025-05-01 level 3", ["SBA 2025-05-01 level=3"]],
    ["of a part", "LANG reading 2025-05-01 level Mid", ["LANG 2025-05-01 part=reading level=High"]],
    ["without any measure", "SBA 2025-05-01", ["SBA 2025-05-01"]],
  ])("%s is let be", (_name, says, rows) => {
    expect(found(score(says), scores(...rows))).toEqual([]);
  });

  it.each([
    ["a lower level", "SBA 2025-05-01 level 3", ["SBA 2025-05-01 level=2"], "SBA 2025-05-01 level 2"],
    ["no level", "SBA 2025-05-01 level 3", ["SBA 2025-05-01 score=2600"], "SBA 2025-05-01 score 2600"],
    ["a lower score", "SBA 2025-05-01 score 2600", ["SBA 2025-05-01 score=2599"], "SBA 2025-05-01 score 2599"],
    ["no score", "SBA 2025-05-01 score 2600", ["SBA 2025-05-01 level=3"], "SBA 2025-05-01 level 3"],
    ["a score that is none", "SBA 2025-05-01 score 2600", ["SBA 2025-05-01 score=many"], "SBA 2025-05-01 score many"],
    ["less in percent", "SBA 2025-05-01 60 percent", ["SBA 2025-05-01 percent=59"], "SBA 2025-05-01 59 percent"],
    ["a test unknown by now", "XYZ 2025-05-01 score 5", ["XYZ 2025-05-01 score=4"], "XYZ 2025-05-01 score 4"],
  ])("with %s is found", (_name, says, rows, now) => {
    const [violation] = found(score(says), scores(...rows));
    expect(violation).toContain("line 2, school 4321, biology by p1: ");
    expect(violation).toContain(says);
    expect(violation).toContain(now);
  });

  it("that does not count any more is found, though it is no lower", () => {
    const interim = { scores: ["SBA 2025-05-01 level=4 status=partial"] };
    expect(found(score("SBA 2025-05-01 level 3"), interim)).toHaveLength(1);
  });

  it("that is gone is found, and one of another day or part is none in its place", () => {
    for (const row of ["SBA 2025-05-02 level=4", "EXAM 2025-05-01 score=90"]) {
      expect(found(score("SBA 2025-05-01 level 3"), scores(row))).toHaveLength(1);
    }
    expect(found(score("SBA 2025-05-01 level 3"), {})).toHaveLength(1);
  });

  it("is not looked for without a scores file", () => {
    expect(found(score("SBA 2025-05-01 level 3"), {}, {}, ["transcript"])).toEqual([]);
  });
});

describe("a course", () => {
  it.each([
    ["as it was", "SCI201 2023-24 YR B", "SCI201 2023-24 YR B 1 1"],
    ["with a better mark", "SCI201 2023-24 YR B", "SCI201 2023-24 YR A 1 1"],
    ["without a term", "SCI201 2023-24 B", "SCI201 2023-24 - A 1 1"],
    ["with a mark that cannot be ranked, as it was", "SCI201 2023-24 YR P", "SCI201 2023-24 YR P 1 1"],
  ])("%s is let be", (_name, says, row) => {
    expect(found(course(says), transcript(row))).toEqual([]);
  });

  it.each([
    ["a lower mark", "SCI201 2023-24 YR B", "SCI201 2023-24 YR C 1 1"],
    ["a mark that cannot be ranked", "SCI201 2023-24 YR B", "SCI201 2023-24 YR P 1 1"],
    ["a ranked mark in place of one that was not", "SCI201 2023-24 YR P", "SCI201 2023-24 YR B 1 1"],
    ["a mark that the policy lacks by now", "SCI201 2023-24 YR Q", "SCI201 2023-24 YR B 1 1"],
    ["a mark that the policy lacks", "SCI201 2023-24 YR B", "SCI201 2023-24 YR Q 1 1"],
  ])("with %s is found", (_name, says, row) => {
    const [code, year, term, mark] = row.split(" ");
    expect(found(course(says), transcript(row)).join()).toContain([code, year, term, mark].join(" "));
  });

  it("of another year is none in its place", () => {
    expect(found(course("SCI201 2023-24 YR B"), transcript("SCI201 2022-23 YR A 1 1"))).toHaveLength(1);
  });

  it("is named by its code where the policy has it no more, and at no line where the record is gone", () => {
    const held = { course: "botany", course_id: "BOT1" };
    expect(found(course("SCI201 2023-24 YR B"), {}, held)).toEqual([
      expect.stringMatching(/^line 0, school , botany by p1: .*BOT1/),
    ]);
  });
});
