import { describe, expect, it } from "vitest";
import { evaluateStudent, withheldAt, withWithheld } from "../../src/evaluate.js";
import { createFinder, rulesRun } from "../../src/findings.js";
import type { Decision, Refusal, Violation } from "../../src/model.js";
import { transcriptReader } from "../../src/normalise/transcript.js";
import { contextOf, type Given, grouped, policyOf, rawRows, transcript, violationsIn } from "../support/rows.js";

const LOST = { mark: "F", credits_earned: "0" };
const HIGHER = { course_id: "ALG2", mark: "A", credits_attempted: "1", credits_earned: "1", school_year: "2024-25" };
const SCORES = "student_id,test,date,level|7001,MATH,2025-05-01,3";

function evaluated(given: Given): { readonly decision: Decision; readonly violations: readonly Violation[] } {
  const grouping = grouped(given);
  const [student] = grouping.students();
  if (student === undefined) throw new Error("no student");
  return evaluateStudent(student, contextOf(given, grouping));
}

describe("evaluating a student", () => {
  it("proposes on sound rows", () => {
    const { decision, violations } = evaluated({ transcript: transcript(LOST, HIGHER), scores: SCORES });
    expect(decision.proposals.map(({ pathway, status }) => [pathway, status])).toContainEqual(["next", "held"]);
    expect(violations.map((violation) => violation.code)).toEqual(["hold-blocks-ready"]);
  });

  it("marks doubt before it decides, and says what waits for it", () => {
    const given = { transcript: transcript({ ...LOST, mark: "??" }, HIGHER, { course_id: "geo" }), scores: SCORES };
    const { decision, violations } = evaluated(given);
    expect(decision.proposals).toEqual([]);
    expect(decision.refusals.map(({ pathway, reason }) => [pathway, reason])).toEqual([
      ["next", "doubtful-row"],
      ["test", "doubtful-row"],
    ]);
    const waits = Object.fromEntries(violations.map(({ code, withholds }) => [code, withholds]));
    expect(waits["mark-unknown"]).toBeGreaterThan(0);
    expect(waits["course-id-near-miss"]).toBeGreaterThan(0);
  });

  it("lets credit wait only for what is in doubt", () => {
    const doubtful = { ...LOST, mark: "??", state_course_code: "02072" };
    const { violations } = evaluated({ transcript: transcript(doubtful, HIGHER) });
    const waiting = violations.filter(({ withholds }) => withholds > 0).map(({ code }) => code);
    expect(waiting).toEqual(["mark-unknown"]);
  });

  it("refuses all of a student whose id could be another's", () => {
    const given = { transcript: transcript(LOST, HIGHER, { student_id: "07001" }), scores: SCORES };
    const grouping = grouped(given);
    const student = [...grouping.students()].find(({ id }) => id === "7001");
    const { decision, violations } =
      student === undefined ? { decision: null, violations: [] } : evaluateStudent(student, contextOf(given, grouping));
    expect(decision?.proposals).toEqual([]);
    const [twin] = violations.filter(({ code }) => code === "student-id-zero-twin");
    expect(twin?.withholds).toBeGreaterThan(0);
  });
});

it("counts what waits once for each course and part, at the most", () => {
  const refusal = (waits: Refusal["waits"]): Refusal => ({
    studentId: "1",
    pathway: "p",
    method: "",
    policy: "",
    clause: "",
    strength: "may",
    steps: [],
    evidence: [],
    note: "",
    course: "",
    part: "",
    reason: "doubtful-row",
    allReasons: [],
    waits,
    doubtful: [{ file: "t.csv", line: 7, says: "" }],
  });
  const withheld = withheldAt([
    refusal([{ course: "alg", part: "a", credits: 500 }]),
    refusal([
      { course: "alg", part: "a", credits: 250 },
      { course: "alg", part: "b", credits: 500 },
    ]),
  ]);
  const [violation] = violationsIn({ transcript: transcript({ mark: "??" }) });
  if (violation === undefined) throw new Error("no violation");
  const [there, elsewhere] = withWithheld(
    [
      { ...violation, file: "t.csv", line: 7 },
      { ...violation, file: "t.csv", line: 8 },
    ],
    withheld,
  );
  expect([there?.withholds, elsewhere?.withholds]).toEqual([1000, 0]);
});

describe("a violation", () => {
  it("carries place, words, citation and remedy", () => {
    const [violation] = violationsIn({ transcript: transcript({ mark: "??", school_code: "3210" }) });
    expect(violation).toMatchObject({
      code: "mark-unknown",
      severity: "error",
      status: "open",
      studentId: "7001",
      message: 'The mark "??" is not in the marks of the policy. Whether it earns credit is never guessed.',
      file: "transcript.csv",
      line: 2,
      column: "mark",
      value: "??",
      course: "alg",
      courseId: "0110",
      pathway: "",
      citation: "zcredit file layout; zcredit policy format",
      cause: "mark ??, school 3210",
      schoolCode: "3210",
    });
  });

  it("keeps its fingerprint when the row moves, and loses it when the row changes", () => {
    const bad = { mark: "??" };
    const [before] = violationsIn({ transcript: transcript(bad) });
    const moved = violationsIn({ transcript: transcript({ term: "T2" }, bad) });
    const [changed] = violationsIn({ transcript: transcript({ ...bad, term: "T2" }) });
    expect(moved.map(({ line, fingerprint }) => [line, fingerprint])).toEqual([[3, before?.fingerprint]]);
    expect(changed?.fingerprint).not.toBe(before?.fingerprint);
  });

  it("numbers those of equal rows", () => {
    const found = violationsIn({ transcript: transcript({ mark: "??" }, { mark: "??" }) });
    const prints = found.filter(({ code }) => code === "mark-unknown").map(({ fingerprint }) => fingerprint);
    expect(prints[1]).toBe(`${prints[0]}-2`);
  });

  it("names the column by the header that is in the file", () => {
    const header = "Student,school_year,course_id,LetterGrade,credits_attempted,credits_earned";
    const [raw] = rawRows("transcript", `${header}|1,2023-24,0110,??,0.5,0.5`);
    if (raw === undefined) throw new Error("no row");
    const layout = { ...raw.layout, index: { ...raw.layout.index, student_id: 0, mark: 3 } };
    const row = transcriptReader(policyOf())({ ...raw, layout });
    const found: Violation[] = [];
    createFinder(contextOf({ transcript: "" }, grouped({}))).row(row, found);
    expect(found.map(({ column, cause }) => [column, cause])).toEqual([["LetterGrade", "mark ??"]]);
    expect(row.doubts).toEqual(["mark-unknown"]);
  });
});

describe("a new record", () => {
  const breaks = (change: Readonly<Record<string, string>>): string | null => {
    const [raw] = rawRows("transcript", transcript(change));
    if (raw === undefined) throw new Error("no row");
    const row = transcriptReader(policyOf())(raw);
    const code = createFinder(contextOf({ transcript: "" }, grouped({}))).breaks(row);
    expect(row.doubts).toEqual([]);
    return code;
  };

  it("breaks no rule where it is sound", () => {
    expect(breaks({ designations: "BZ", state_course_code: "02079" })).toBe(null);
  });

  it("breaks the first rule at error severity, also where one case alone is an error", () => {
    expect(breaks({ designations: "LN" })).toBe("designation-conflict");
    expect(breaks({ designations: "Z", state_course_code: "22999" })).toBe("course-code-generic");
    expect(breaks({ state_course_code: "22999" })).toBe(null);
  });
});

it("lists rules whose input is absent as not checked", () => {
  const all = rulesRun(new Set(["transcript", "scores", "approvals", "students"]), true);
  expect(all.notChecked.map(({ code }) => code)).toEqual(["mastery-evidence-withdrawn"]);
  const some = rulesRun(new Set(["transcript"]), false);
  expect(some.notChecked).toContainEqual({ code: "score-conflict", because: "no scores file was given" });
  expect(some.notChecked).toContainEqual({
    code: "designation-conflict",
    because: "no transcript has a designations column",
  });
  expect(some.run).toContain("mark-unknown");
  const listed = ({ run, notChecked }: typeof all): readonly string[] =>
    [...run, ...notChecked.map(({ code }) => code)].toSorted();
  expect(listed(some)).toEqual(listed(all));
});
