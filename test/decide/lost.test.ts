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
