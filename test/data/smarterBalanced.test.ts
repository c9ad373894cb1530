import { expect, it } from "vitest";
import { SMARTER_BALANCED_CUTS } from "../../src/data/smarterBalancedCuts.js";
import { WORLD_LANGUAGE_LEVELS } from "../../src/data/worldLanguageLevels.js";
import type { PolicyInput } from "../../src/policy/schema.js";
import { POLICY, transcript, violationsIn } from "../support/rows.js";

const asking = (cuts: "smarter-balanced-math" | "smarter-balanced-ela"): PolicyInput => ({
  ...POLICY,
  tests: [
    {
      id: "MATH",
      title: "State test",
      scope: "state",
      scales: { level: { ordered: ["1", "2", "3", "4"] }, score: {} },
      cuts,
    },
    ...(POLICY.tests ?? []).filter(({ id }) => id !== "MATH"),
  ],
});

it.each([
  // list, grade, day, level, score, what the violation says of its sureness; null: no violation
  ["smarter-balanced-math", "11", "2017-05-01", "3", "2627", "grade and year."],
  ["smarter-balanced-math", "11", "2017-05-01", "3", "2628", null],
  ["smarter-balanced-math", "11", "2018-05-01", "3", "2000", null],
  ["smarter-balanced-math", "10", "2017-08-31", "3", "2627", "second-hand"],
  ["smarter-balanced-math", "10", "2017-09-01", "3", "2614", null],
  ["smarter-balanced-math", "10", "2025-05-01", "3", "2613", "second-hand"],
  ["smarter-balanced-math", "10", "2025-05-01", "3", "2697", "second-hand"],
  ["smarter-balanced-math", "10", "2025-05-01", "4", "2697", null],
  ["smarter-balanced-math", "10", "2014-05-01", "4", "2000", null],
  ["smarter-balanced-math", "", "2025-05-01", "4", "2000", null],
  ["smarter-balanced-ela", "10", "2025-05-01", "2", "2491", null],
  ["smarter-balanced-ela", "10", "2025-05-01", "1", "2491", "second-hand"],
] as const)("%s, grade %s on %s: level %s with %s", (list, grade, day, level, score, said) => {
  const scores = `student_id,test,date,level,score,grade_level|7001,MATH,${day},${level},${score},${grade}`;
  const found = violationsIn({ transcript: transcript({}), scores, policy: asking(list) });
  const messages = found.filter(({ code }) => code === "score-level-mismatch").map(({ message }) => message);
  if (said === null) expect(messages).toEqual([]);
  else expect(messages).toEqual([expect.stringContaining(said)]);
});

it("has no two lines for one list, grade and year, and levels that rise", () => {
  for (const one of SMARTER_BALANCED_CUTS) {
    const scores = Object.values(one.at);
    expect(scores).toEqual(scores.toSorted((a, b) => a - b));
    const same = SMARTER_BALANCED_CUTS.filter(
      (other) =>
        other.list === one.list &&
        other.gradeLevel === one.gradeLevel &&
        other.from <= (one.to ?? 9999) &&
        one.from <= (other.to ?? 9999),
    );
    expect(same).toEqual([one]);
  }
});

it("never gives less for a higher language level, and names no result twice", () => {
  const credits = WORLD_LANGUAGE_LEVELS.map((level) => level.credits);
  expect(credits).toEqual(credits.toSorted((a, b) => a - b));
  for (const test of ["stamp", "aappl", "alta"] as const) {
    const results = WORLD_LANGUAGE_LEVELS.flatMap((level) => level[test]);
    expect(results).toEqual([...new Set(results)]);
  }
});
