import { describe, expect, it } from "vitest";
import { type CaseInput, decideCase, type PathwayOf, runCases } from "../support/decideCase.js";

const LEVEL_3 = ["SBA 2025-05-01 level=3"];
const S1 = ["p1 algebra-1 S1 0.5 P ready"];
const NONE = ["p1: no-lost-credit"];

/** A pathway that recovers lost credit of Algebra 1, on the attempts given. */
function recover(attempts: readonly string[], more: PathwayOf = {}, input: Partial<CaseInput> = {}): CaseInput {
  const pathway: PathwayOf = {
    attempt: { is: "required" },
    ...more,
    award: { take: "lost", ...more.award },
  };
  return { pathways: [pathway], scores: LEVEL_3, transcript: attempts, ...input };
}

describe("no-lost-credit: what is lost", () => {
  runCases([
    ["a failed part", recover(["MAT101 2023-24 S1 F 0.5 0"]), S1],
    ["an incomplete part", recover(["MAT101 2023-24 S1 I 0.5 0"]), S1],
    ["another mark that earns nothing", recover(["MAT101 2023-24 S1 NC 0.5 0"]), S1],
    ["never attempted", recover(["SCI101 2023-24 YR A 1 1"]), NONE],
    ["an ignored mark", recover(["MAT101 2023-24 S1 W 0.5 0"]), NONE],
    ["a passing mark without credit is not lost", recover(["MAT101 2023-24 S1 D 0.5 0"]), NONE],
    ["passed", recover(["MAT101 2023-24 S1 C 0.5 0.5"]), NONE],
    ["failed, then earned by a retake", recover(["MAT101 2022-23 S1 F 0.5 0", "MAT101 2023-24 S1 C 0.5 0.5"]), NONE],
    ["earned, then failed", recover(["MAT101 2022-23 S1 C 0.5 0.5", "MAT101 2023-24 S1 F 0.5 0"]), NONE],
    ["failed, then earned by mastery", recover(["MAT101 2022-23 S1 F 0.5 0", "MAT101 2023-24 S1 P 0.5 0.5 Z"]), NONE],
    [
      "several failures of one part are one loss",
      recover(["MAT101 2022-23 S1 F 0.5 0", "MAT101 2023-24 S1 F 0.5 0"]),
      S1,
    ],
    ["one failure exported twice is one loss", recover(["MAT101 2022-23 S1 F 0.5 0", "MAT101 2022-23 S1 F 0.5 0"]), S1],
    [
      "less where a retake earned some",
      recover(["MAT101 2022-23 S1 F 0.5 0", "MAT101 2023-24 S1 C 0.25 0.25"]),
      ["p1 algebra-1 S1 0.25 P ready"],
    ],
    ["at most what was attempted", recover(["MAT101 2023-24 S1 F 0.25 0"]), ["p1 algebra-1 S1 0.25 P ready"]],
    ["at most the part's credit", recover(["MAT101 2023-24 S1 F 1.5 0"]), S1],
    ["nothing attempted, nothing lost", recover(["MAT101 2023-24 S1 F 0 0"]), NONE],
    [
      "both parts",
      recover(["MAT101 2023-24 S1 F 0.5 0", "MAT102 2023-24 S2 F 0.5 0"]),
      ["p1 algebra-1 S1 0.5 P ready", "p1 algebra-1 S2 0.5 P ready"],
    ],
    [
      "the credit of the other part does not make it up",
      recover(["MAT101 2023-24 S1 F 0.5 0", "MAT102 2023-24 S2 C 0.5 0.5"]),
      S1,
    ],
    [
      "a course of the same learning that was passed since leaves no gap",
      recover(["MAT101 2022-23 S1 F 0.5 0", "IM1A 2023-24 S1 C 0.5 0.5", "IM1B 2023-24 S2 C 0.5 0.5"]),
      ["p1: already-credited"],
    ],
    [
      "a target limited to a part looks for its loss there alone",
      recover(["MAT101 2023-24 S1 F 0.5 0"], { award: { courses: [{ course: "algebra-1", parts: ["S2"] }] } }),
      NONE,
    ],
    [
      "with `irrelevant`, what is lost is given",
      recover(["MAT101 2023-24 S1 F 0.5 0"], { attempt: { is: "irrelevant" } }),
      S1,
    ],
    ["with `irrelevant`, none lost, none given", recover([], { attempt: { is: "irrelevant" } }), NONE],
  ]);
});

describe("lost credit of rows of the whole course", () => {
  const both = ["p1 algebra-1 S1 0.5 P ready", "p1 algebra-1 S2 0.5 P ready"];
  runCases([
    ["is laid on all parts", recover(["MAT100 2023-24 YR F 1 0"]), both],
    [
      "in listed order, each to its full credit",
      recover(["MAT100 2023-24 YR F 0.75 0"]),
      ["p1 algebra-1 S1 0.5 P ready", "p1 algebra-1 S2 0.25 P ready"],
    ],
    ["half of it is the first part", recover(["MAT100 2023-24 YR F 0.5 0"]), S1],
    [
      "earned credit fills in listed order",
      recover(["MAT100 2022-23 YR F 1 0", "MAT100 2023-24 YR C 0.5 0.5"]),
      ["p1 algebra-1 S2 0.5 P ready"],
    ],
    [
      "earned credit fills what the parts' own rows left",
      recover(["MAT100 2022-23 YR F 1 0", "MAT101 2023-24 S1 C 0.5 0.5", "MAT100 2023-24 YR C 0.25 0.25"]),
      ["p1 algebra-1 S2 0.25 P ready"],
    ],
    ["a retake of one part leaves the other", recover(["MAT100 2022-23 YR F 1 0", "MAT102 2023-24 S2 C 0.5 0.5"]), S1],
    [
      "a course without parts",
      recover(["SCI101 2023-24 YR F 1 0"], { award: { courses: ["biology"] } }),
      ["p1 biology 1 P ready"],
    ],
  ]);
});

describe("attempt-mark-not-listed", () => {
  const onlyF: PathwayOf = { attempt: { is: "required", marks: ["F"] } };
  runCases([
    ["a listed mark", recover(["MAT101 2023-24 S1 F 0.5 0"], onlyF), S1],
    ["a lost mark that is not listed", recover(["MAT101 2023-24 S1 NC 0.5 0"], onlyF), ["p1: attempt-mark-not-listed"]],
    [
      "an incomplete that is not listed",
      recover(["MAT101 2023-24 S1 I 0.5 0"], onlyF),
      ["p1: attempt-mark-not-listed"],
    ],
    [
      "a later one that is not listed leaves the earlier",
      recover(["MAT101 2022-23 S1 F 0.5 0", "MAT101 2023-24 S1 NC 0.5 0"], onlyF),
      S1,
    ],
    [
      "earned since under any mark",
      recover(["MAT101 2022-23 S1 NC 0.5 0", "MAT101 2023-24 S1 C 0.5 0.5"], onlyF),
      NONE,
    ],
  ]);
});

describe("attempt-too-old", () => {
  const EARLY = ["SBA 2020-05-01 level=3"];
  const within = (date: string, awardDate = "2025-06-20"): CaseInput =>
    recover(
      [`MAT101 2023-24 S1 F 0.5 0 date_completed=${date}`],
      { attempt: { is: "required", withinMonths: 12 } },
      { awardDate, scores: EARLY },
    );
  runCases([
    ["the day before", within("2024-06-19"), ["p1: attempt-too-old"]],
    ["on the day", within("2024-06-20"), S1],
    ["the day after", within("2024-06-21"), S1],
    ["clamped to the end of February", within("2024-02-29", "2025-02-28"), S1],
    ["in a leap year, the day before", within("2024-02-27", "2025-02-28"), ["p1: attempt-too-old"]],
    ["in a leap year, the same day", within("2024-02-28", "2025-02-28"), S1],
    [
      "31 May less three months is the last of February",
      recover(
        ["MAT101 2024-25 S1 F 0.5 0 date_completed=2025-02-28"],
        { attempt: { is: "required", withinMonths: 3 } },
        { awardDate: "2025-05-31", scores: EARLY },
      ),
      S1,
    ],
    [
      "and 27 February is before it",
      recover(
        ["MAT101 2024-25 S1 F 0.5 0 date_completed=2025-02-27"],
        { attempt: { is: "required", withinMonths: 3 } },
        { awardDate: "2025-05-31", scores: EARLY },
      ),
      ["p1: attempt-too-old"],
    ],
    [
      "the end of its term dates a row without a day",
      recover(
        ["MAT101 2023-24 S1 F 0.5 0"],
        { attempt: { is: "required", withinMonths: 12 } },
        { awardDate: "2025-01-31", scores: EARLY },
      ),
      S1,
    ],
    [
      "a day past that",
      recover(
        ["MAT101 2023-24 S1 F 0.5 0"],
        { attempt: { is: "required", withinMonths: 12 } },
        { awardDate: "2025-02-01", scores: EARLY },
      ),
      ["p1: attempt-too-old"],
    ],
    [
      "without a term, the end of the year's last term that is not summer",
      recover(
        ["MAT101 2023-24 - F 0.5 0"],
        { attempt: { is: "required", withinMonths: 12 } },
        { awardDate: "2025-06-15", scores: EARLY },
      ),
      S1,
    ],
    [
      "and a day past that",
      recover(
        ["MAT101 2023-24 - F 0.5 0"],
        { attempt: { is: "required", withinMonths: 12 } },
        { awardDate: "2025-06-16", scores: EARLY },
      ),
      ["p1: attempt-too-old"],
    ],
    [
      "a term that ends in December falls in the first calendar year",
      recover(
        ["MAT101 2024-25 T1 F 0.5 0"],
        { attempt: { is: "required", withinMonths: 6 } },
        { awardDate: "2025-06-20", scores: EARLY },
      ),
      S1,
    ],
    [
      "and a day past that",
      recover(
        ["MAT101 2024-25 T1 F 0.5 0"],
        { attempt: { is: "required", withinMonths: 6 } },
        { awardDate: "2025-06-21", scores: EARLY },
      ),
      ["p1: attempt-too-old"],
    ],
    [
      "an old failure does not hide a recent one",
      recover(["MAT101 2020-21 S1 F 0.5 0", "MAT101 2024-25 S1 F 0.5 0"], {
        attempt: { is: "required", withinMonths: 12 },
      }),
      S1,
    ],
  ]);
});

describe("attempt-summer, attempt-out-of-district, attempt-grade-level", () => {
  const regular: PathwayOf = { attempt: { is: "required", regularYear: true } };
  const district: PathwayOf = { attempt: { is: "required", inDistrict: true } };
  const grades: PathwayOf = { attempt: { is: "required", gradeLevels: [8, 9] } };
  runCases([
    ["a summer term", recover(["MAT101 2023-24 SU F 0.5 0"], regular), ["p1: attempt-summer"]],
    ["a term of the regular year", recover(["MAT101 2023-24 S1 F 0.5 0"], regular), S1],
    ["no term", recover(["MAT101 2023-24 - F 0.5 0"], regular), S1],
    [
      "another district",
      recover(["MAT101 2023-24 S1 F 0.5 0 district_code=17001"], district),
      ["p1: attempt-out-of-district"],
    ],
    ["this district", recover(["MAT101 2023-24 S1 F 0.5 0 district_code=17901"], district), S1],
    ["no district", recover(["MAT101 2023-24 S1 F 0.5 0"], district), S1],
    ["a grade level above", recover(["MAT101 2023-24 S1 F 0.5 0 grade_level=10"], grades), ["p1: attempt-grade-level"]],
    ["a grade level below", recover(["MAT101 2023-24 S1 F 0.5 0 grade_level=7"], grades), ["p1: attempt-grade-level"]],
    ["a listed grade level", recover(["MAT101 2023-24 S1 F 0.5 0 grade_level=09"], grades), S1],
    ["no grade level", recover(["MAT101 2023-24 S1 F 0.5 0"], grades), ["p1: attempt-grade-level"]],
    [
      "the conditions filter before the latest is chosen",
      recover(["MAT101 2022-23 S1 F 0.5 0", "MAT101 2022-23 SU F 0.5 0"], regular),
      S1,
    ],
  ]);
});

describe("evidence-before-attempt", () => {
  const FIRST = [{ course: "algebra-1", parts: ["S1"] }];
  const before: PathwayOf = { attempt: { is: "required", beforeEvidence: true }, award: { courses: FIRST } };
  const tested = (date: string): CaseInput =>
    recover(["MAT101 2024-25 S1 F 0.5 0 date_completed=2025-01-31"], before, { scores: [`SBA ${date} level=3`] });
  const next: PathwayOf = {
    method: "next-course",
    evidence: { course: "algebra-2", minMark: "C", parts: ["S1"] },
    award: { courses: FIRST },
  };
  runCases([
    ["the day before the attempt", tested("2025-01-30"), ["p1: evidence-before-attempt"]],
    ["the same day: compared strictly", tested("2025-01-31"), ["p1: evidence-before-attempt"]],
    ["the day after", tested("2025-02-01"), S1],
    [
      "approvals have no date: nothing to compare passes",
      recover(
        ["MAT101 2024-25 S1 F 0.5 0"],
        { ...before, evidence: { approval: "panel" } },
        { approvals: ["p1 panel granted on=2020-01-01"] },
      ),
      S1,
    ],
    [
      "by default for the next course",
      recover(["MAT301 2022-23 S1 A 0.5 0.5", "MAT101 2023-24 S1 F 0.5 0"], next),
      ["p1: evidence-before-attempt"],
    ],
    [
      "the next course in the same term",
      recover(["MAT301 2023-24 S1 A 0.5 0.5", "MAT101 2023-24 S1 F 0.5 0"], next),
      ["p1: evidence-before-attempt"],
    ],
    ["the next course after it", recover(["MAT301 2023-24 S2 A 0.5 0.5", "MAT101 2023-24 S1 F 0.5 0"], next), S1],
    [
      "unless the policy says otherwise",
      recover(["MAT301 2022-23 S1 A 0.5 0.5", "MAT101 2023-24 S1 F 0.5 0"], {
        ...next,
        attempt: { is: "required", beforeEvidence: false },
      }),
      S1,
    ],
    [
      "an attempt before the evidence and one after it",
      recover(["MAT101 2022-23 S1 F 0.5 0", "MAT301 2023-24 S1 A 0.5 0.5", "MAT101 2023-24 S2 F 0.5 0"], next),
      S1,
    ],
    ["by default not for a test", recover(["MAT101 2024-25 S2 F 0.5 0"]), S1],
  ]);

  it("notes where the evidence is older, when that is allowed", () => {
    const { decision } = decideCase(recover(["MAT101 2024-25 S2 F 0.5 0"]));
    expect(decision.proposals[0]?.note).toContain("2025-05-01");
    const later = decideCase(recover(["MAT101 2024-25 S1 F 0.5 0"]));
    expect(later.decision.proposals[0]?.note).toBe("");
  });
});

describe("the attempt that is recovered", () => {
  const recovers = (attempts: readonly string[], more: PathwayOf = {}): string | undefined =>
    decideCase(recover(attempts, more)).decision.proposals[0]?.recovers?.says;
  it.each([
    ["the latest", ["MAT101 2023-24 S1 F 0.5 0", "MAT101 2022-23 S1 F 0.5 0"], "MAT101 2023-24 S1 F"],
    [
      "the latest, by its written day",
      ["MAT101 2023-24 S1 F 0.5 0", "MAT101 2022-23 S1 NC 0.5 0 date_completed=2024-02-01"],
      "MAT101 2022-23 S1 NC",
    ],
    ["of one day the larger", ["MAT101 2023-24 S1 F 0.25 0", "MAT101 2023-24 S1 NC 0.5 0"], "MAT101 2023-24 S1 NC"],
    ["then the first code", ["MAT101 2023-24 S1 F 0.5 0", "MAT100 2023-24 S1 NC 0.5 0"], "MAT100 2023-24 S1 NC"],
    ["then the cells as text", ["MAT101 2023-24 S1 NC 0.5 0", "MAT101 2023-24 S1 F 0.5 0"], "MAT101 2023-24 S1 F"],
  ])("%s", (_name, attempts, says) => {
    expect(recovers(attempts)).toBe(says);
    expect(recovers(attempts.toReversed())).toBe(says);
  });
});

describe("`open` with `required`", () => {
  const open: PathwayOf = { award: { take: "open" } };
  runCases([
    [
      "the whole gap while credit is lost",
      recover(["MAT101 2023-24 S1 F 0.5 0"], open),
      ["p1 algebra-1 S1 0.5 P ready", "p1 algebra-1 S2 0.5 P ready"],
    ],
    [
      "a loss that has been made up admits nothing more",
      recover(["MAT101 2022-23 S1 F 0.5 0", "MAT101 2023-24 S1 C 0.5 0.5"], open),
      NONE,
    ],
    ["no loss", recover([], open), NONE],
    [
      "a loss in one target does not open another",
      recover(["MAT101 2023-24 S1 F 0.5 0"], { award: { take: "open", courses: ["biology", "algebra-1"] } }),
      ["p1 algebra-1 S1 0.5 P ready", "p1 algebra-1 S2 0.5 P ready"],
    ],
    [
      "a loss that does not qualify",
      recover(["MAT101 2023-24 SU F 0.5 0"], { ...open, attempt: { is: "required", regularYear: true } }),
      ["p1: attempt-summer"],
    ],
  ]);
});
