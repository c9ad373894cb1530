import { describe, expect, it } from "vitest";
import type { TestEvidence } from "../../src/policy/schema.js";
import { type CaseInput, decideCase, type PathwayOf, type RowOf, runCases } from "../support/decideCase.js";

const HELD = ["p1 biology 1 P ready"];
const NOT_MET = ["p1: evidence-not-met"];
const MISSING = ["p1: evidence-missing-part"];

type TestForm = Partial<TestEvidence>;

/** A test as the evidence that opens Biology. */
function shows(
  form: TestForm,
  scores: readonly RowOf[],
  more: PathwayOf = {},
  input: Partial<CaseInput> = {},
): CaseInput {
  const least = form.min === undefined && form.above === undefined ? { min: { level: "3" } } : {};
  const pathway: PathwayOf = {
    evidence: { test: "SBA", ...least, ...form },
    ...more,
    award: { courses: ["biology"], ...more.award },
  };
  return { pathways: [pathway], scores, ...input };
}

describe("test: at, above and below each scale", () => {
  const on = (column: string, value: string | number): readonly RowOf[] => [`SBA 2025-05-01 ${column}=${value}`];
  runCases([
    ["level below", shows({ min: { level: "3" } }, on("level", 2)), NOT_MET],
    ["level at", shows({ min: { level: "3" } }, on("level", 3)), HELD],
    ["level above", shows({ min: { level: "3" } }, on("level", 4)), HELD],
    ["score below", shows({ min: { score: 2500 } }, on("score", 2499.999)), NOT_MET],
    ["score at", shows({ min: { score: 2500 } }, on("score", "2500.0")), HELD],
    ["percent below", shows({ min: { percent: 70 } }, on("percent", 69.9)), NOT_MET],
    ["percent at", shows({ min: { percent: 70 } }, on("percent", 70)), HELD],
    ["percentile below", shows({ min: { percentile: 50 } }, on("percentile", 49)), NOT_MET],
    ["percentile at", shows({ min: { percentile: 50 } }, on("percentile", 50)), HELD],
    ["strictly above a level: at", shows({ above: { level: "3" } }, on("level", 3)), NOT_MET],
    ["strictly above a level: above", shows({ above: { level: "3" } }, on("level", 4)), HELD],
    ["strictly above a score: at", shows({ above: { score: 2500 } }, on("score", 2500)), NOT_MET],
    ["strictly above a score: above", shows({ above: { score: 2500 } }, on("score", 2500.001)), HELD],
    [
      "min and above together",
      shows({ min: { level: "3" }, above: { score: 2500 } }, ["SBA 2025-05-01 level=3 score=2500"]),
      NOT_MET,
    ],
    ["a scale that the row does not fill", shows({ min: { score: 2500 } }, on("level", 4)), NOT_MET],
    ["a cut never fills a level in", shows({ min: { level: "3" } }, on("score", 2900)), NOT_MET],
    ["by another name of the test", shows({}, ['test="SB Math" date=2025-05-01 level=3']), HELD],
    ["another test", shows({}, ["EXAM 2025-05-01 score=90"]), []],
    ["no result: the pathway is not considered", shows({}, []), []],
  ]);
});

describe("test: several keys must hold on one result", () => {
  const two: TestForm = { min: { level: "3", score: 2500 } };
  runCases([
    ["one result has both", shows(two, ["SBA 2025-05-01 level=3 score=2500"]), HELD],
    [
      "one result has each",
      shows(two, ["SBA 2025-04-01 level=3 score=2400", "SBA 2025-05-01 level=2 score=2600"]),
      NOT_MET,
    ],
    ["a result that lacks one", shows(two, ["SBA 2025-05-01 level=3"]), NOT_MET],
    [
      "the best of several results decides",
      shows({}, ["SBA 2025-03-01 level=1", "SBA 2025-04-01 level=3", "SBA 2025-05-01 level=2"]),
      HELD,
    ],
  ]);
});

describe("test: status, days, edition, window", () => {
  runCases([
    ["a result that is not valid", shows({}, ["SBA 2025-05-01 level=4 status=invalidated"]), NOT_MET],
    ["an interim result", shows({}, ["SBA 2025-05-01 level=4 status=interim"]), NOT_MET],
    ["`valid`", shows({}, ["SBA 2025-05-01 level=4 status=valid"]), HELD],
    ["from: the day before", shows({ from: "2025-05-01" }, ["SBA 2025-04-30 level=3"]), NOT_MET],
    ["from: on the day", shows({ from: "2025-05-01" }, ["SBA 2025-05-01 level=3"]), HELD],
    ["to: on the day", shows({ to: "2025-05-01" }, ["SBA 2025-05-01 level=3"]), HELD],
    ["to: the day after", shows({ to: "2025-05-01" }, ["SBA 2025-05-02 level=3"]), NOT_MET],
    ["the edition", shows({ edition: "2024" }, ["SBA 2025-05-01 level=3 edition=2024"]), HELD],
    ["another edition", shows({ edition: "2024" }, ["SBA 2025-05-01 level=3 edition=2023"]), NOT_MET],
    ["no edition", shows({ edition: "2024" }, ["SBA 2025-05-01 level=3"]), NOT_MET],
    ["an edition that nobody asks for", shows({}, ["SBA 2025-05-01 level=3 edition=2023"]), HELD],
    ["withinMonths: on the day", shows({ withinMonths: 12 }, ["SBA 2024-06-20 level=3"]), HELD],
    ["withinMonths: the day before", shows({ withinMonths: 12 }, ["SBA 2024-06-19 level=3"]), NOT_MET],
    [
      "withinMonths: clamped to a month's end",
      shows({ withinMonths: 3 }, ["SBA 2025-02-28 level=3"], {}, { awardDate: "2025-05-31" }),
      HELD,
    ],
    [
      "withinMonths: before the clamped day",
      shows({ withinMonths: 3 }, ["SBA 2025-02-27 level=3"], {}, { awardDate: "2025-05-31" }),
      NOT_MET,
    ],
  ]);
});

describe("test: beforeCourse", () => {
  const before: TestForm = { beforeCourse: true };
  const failed = ["SCI101 2023-24 YR F 1 0"];
  const on = (day: string, transcript: readonly RowOf[] = failed): CaseInput =>
    shows(before, [`SBA ${day} level=3`], {}, { transcript });
  runCases([
    ["31 August before the year of the attempt", on("2023-08-31"), HELD],
    ["1 September of it", on("2023-09-01"), NOT_MET],
    ["nothing to compare passes", on("2025-05-01", []), HELD],
    ["the first attempt counts", on("2023-08-31", ["SCI101 2022-23 YR F 1 0", ...failed]), NOT_MET],
    ["a passed attempt counts", on("2023-09-01", ["SCI101 2023-24 YR C 0.5 0.5"]), NOT_MET],
    ["an ignored mark is no attempt", on("2023-09-01", ["SCI101 2023-24 YR W 1 0"]), HELD],
    ["a mastery record is no attempt", on("2023-09-01", ["SCI101 2023-24 YR P 0.5 0.5 Z"]), ["p1 biology 0.5 P ready"]],
    [
      "the first attempt in any target",
      shows(
        before,
        ["SBA 2023-08-31 level=3"],
        { award: { courses: ["biology", "chemistry"] } },
        { transcript: ["SCI201 2022-23 YR F 1 0"] },
      ),
      NOT_MET,
    ],
  ]);
});

describe("tries-exhausted", () => {
  const twice: TestForm = { maxTries: 2 };
  const exhausted = ["p1: tries-exhausted"];
  const tries = (...levels: readonly string[]): RowOf[] => levels.map((level, n) => `SBA 2025-0${n + 1}-10 ${level}`);
  runCases([
    ["the last try that counts", shows(twice, tries("level=1", "level=3")), HELD],
    ["the first beyond it", shows(twice, tries("level=1", "level=2", "level=3")), exhausted],
    ["never reached", shows(twice, tries("level=1", "level=2", "level=2")), NOT_MET],
    [
      "a try of another test is none",
      shows(twice, ["EXAM 2025-01-10 score=50", "EXAM 2025-02-10 score=50", "SBA 2025-03-10 level=3"]),
      HELD,
    ],
    [
      "a try that was not valid is a try",
      shows(twice, tries("level=1 status=invalidated", "level=2", "level=3")),
      exhausted,
    ],
    [
      "a try before `from` is a try",
      shows({ ...twice, from: "2025-02-01" }, tries("level=1", "level=2", "level=3")),
      exhausted,
    ],
    [
      "a try of another edition is a try",
      shows({ ...twice, edition: "b" }, tries("level=1 edition=a", "level=2 edition=b", "level=3 edition=b")),
      exhausted,
    ],
    [
      "parts of one day are one sitting",
      shows(
        {
          test: "LANG",
          min: { level: "Mid" },
          maxTries: 1,
          parts: { required: ["reading", "writing"], rule: "lowest" },
        },
        ["LANG 2025-05-01 part=reading level=Mid", "LANG 2025-05-01 part=writing level=High"],
      ),
      HELD,
    ],
    ["a later try is not counted, a sound earlier one is", shows(twice, tries("level=3", "level=1", "level=1")), HELD],
  ]);
});

describe("test: parts", () => {
  const lang = (rule: "lowest" | "average", least = "Mid", required = ["writing", "speaking"]): TestForm => ({
    test: "LANG",
    min: { level: least },
    parts: { required, rule },
  });
  const sat = (day: string, ...parts: readonly string[]): RowOf[] =>
    parts.map((part) => `LANG ${day} part=${part.replace(":", " level=")}`);
  runCases([
    ["lowest: at it", shows(lang("lowest"), sat("2025-05-01", "writing:Mid", "speaking:High")), HELD],
    ["lowest: one below it", shows(lang("lowest"), sat("2025-05-01", "writing:Low", "speaking:Top")), NOT_MET],
    [
      "lowest: a tested part that is not required counts too",
      shows(lang("lowest"), sat("2025-05-01", "writing:Mid", "speaking:Mid", "reading:Low")),
      NOT_MET,
    ],
    ["average: at it", shows(lang("average"), sat("2025-05-01", "writing:Low", "speaking:High")), HELD],
    ["average: below it", shows(lang("average"), sat("2025-05-01", "writing:Low", "speaking:Mid")), NOT_MET],
    [
      "average: a tested part that is not required counts too",
      shows(lang("average"), sat("2025-05-01", "writing:Mid", "speaking:Mid", "reading:Low")),
      NOT_MET,
    ],
    [
      "average of a third is exact: above two thirds of the way",
      shows(lang("average", "High", ["writing"]), sat("2025-05-01", "writing:High", "speaking:High", "reading:Mid")),
      NOT_MET,
    ],
    ["a missing part", shows(lang("lowest"), sat("2025-05-01", "writing:Top", "reading:Top")), MISSING],
    [
      "parts of two sittings do not make one",
      shows(lang("lowest"), [...sat("2025-05-01", "writing:Top"), ...sat("2025-05-02", "speaking:Top")]),
      MISSING,
    ],
    [
      "the best sitting decides",
      shows(lang("lowest"), [
        ...sat("2025-04-01", "writing:Low", "speaking:Low"),
        ...sat("2025-05-01", "writing:Mid", "speaking:Mid"),
      ]),
      HELD,
    ],
    [
      "a sitting that lacks a part does not spoil a whole one",
      shows(lang("lowest"), [...sat("2025-04-01", "writing:Mid", "speaking:Mid"), ...sat("2025-05-01", "writing:Top")]),
      HELD,
    ],
    [
      "a part that is not valid is missing",
      shows(lang("lowest"), [
        ...sat("2025-05-01", "writing:Mid"),
        "LANG 2025-05-01 part=speaking level=Mid status=interim",
      ]),
      MISSING,
    ],
    ["with parts, whole-test rows are not read", shows(lang("lowest"), ["LANG 2025-05-01 level=Top"]), NOT_MET],
    [
      "without parts, part rows are not read",
      shows({ test: "LANG", min: { level: "Mid" } }, sat("2025-05-01", "writing:Top", "speaking:Top")),
      NOT_MET,
    ],
    [
      "without parts, the whole test",
      shows({ test: "LANG", min: { level: "Mid" } }, ["LANG 2025-05-01 level=Mid"]),
      HELD,
    ],
    [
      "an average of scores is exact",
      shows({ test: "LANG", min: { score: 5.5 }, parts: { required: ["writing"], rule: "average" } }, [
        "LANG 2025-05-01 part=writing score=5",
        "LANG 2025-05-01 part=speaking score=6",
      ]),
      HELD,
    ],
    [
      "an average of scores a thousandth short",
      shows({ test: "LANG", min: { score: 5.501 }, parts: { required: ["writing"], rule: "average" } }, [
        "LANG 2025-05-01 part=writing score=5",
        "LANG 2025-05-01 part=speaking score=6",
      ]),
      NOT_MET,
    ],
  ]);
});

describe("the result that decides", () => {
  const table: PathwayOf = { grade: { byLevel: { "2": "D", "3": "C", "4": "A" } } };
  runCases([
    [
      "the best, not the latest",
      shows({ min: { level: "2" } }, ["SBA 2025-04-01 level=4", "SBA 2025-05-01 level=2"], table),
      ["p1 biology 1 A ready"],
    ],
    [
      "not one whose status does not count",
      shows({ min: { level: "2" } }, ["SBA 2025-04-01 level=4 status=interim", "SBA 2025-05-01 level=2"], table),
      ["p1 biology 1 D ready"],
    ],
    [
      "the lowest part of the best sitting",
      shows(
        { test: "LANG", min: { level: "Low" }, parts: { required: ["writing"], rule: "lowest" } },
        ["LANG 2025-05-01 part=writing level=Top", "LANG 2025-05-01 part=speaking level=Mid"],
        { grade: { byLevel: { Mid: "B", Top: "A" } } },
      ),
      ["p1 biology 1 B ready"],
    ],
  ]);

  it("names a result by test, day and value", () => {
    const { decision } = decideCase(shows({}, ["SBA 2025-05-01 level=3 score=2500"]));
    expect(decision.proposals[0]?.evidence).toEqual([
      { file: "scores.csv", line: 2, says: "SBA 2025-05-01 level 3 score 2500" },
    ]);
  });
});
