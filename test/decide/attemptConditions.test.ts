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
