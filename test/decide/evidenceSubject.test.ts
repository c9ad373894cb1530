import { describe } from "vitest";
import type { SubjectEvidence } from "../../src/policy/schema.js";
import { BASE, type CaseInput, type PathwayOf, runCases } from "../support/decideCase.js";

const HELD = ["p1 biology 1 P ready"];
const NOT_MET = ["p1: evidence-not-met"];
const ODD = ["p1: mark-not-comparable"];

/** A math mark that opens Biology; an approvals row makes the pathway worth looking at. */
function shows(
  form: Partial<SubjectEvidence>,
  transcript: readonly string[],
  more: PathwayOf = {},
  input: Partial<CaseInput> = {},
): CaseInput {
  const evidence = { subject: "math", minMark: "C", which: "any", ...form } as const;
  return {
    pathways: [{ evidence, ...more, award: { courses: ["biology"], ...more.award } }],
    transcript,
    approvals: ["p1 teacher granted"],
    ...input,
  };
}

describe("subject: which courses", () => {
  const every = { which: "every" } as const;
  const latest = { which: "latest" } as const;
  runCases([
    ["any: one is enough", shows({}, ["MAT300 2022-23 YR C 1 1", "MAT201 2023-24 S1 D 0.5 0.5"]), HELD],
    ["any: none is", shows({}, ["MAT300 2022-23 YR D 1 1", "MAT201 2023-24 S1 D 0.5 0.5"]), NOT_MET],
    ["any: one of another subject is not", shows({}, ["SCI201 2023-24 YR A 1 1"]), NOT_MET],
    ["any: a mark without credit is not", shows({}, ["MAT300 2023-24 YR A 1 0"]), NOT_MET],
    ["any: a mark that cannot be compared", shows({}, ["MAT300 2023-24 YR P 1 1"]), ODD],
    ["any: and that without credit", shows({}, ["MAT300 2023-24 YR P 1 0"]), NOT_MET],
    ["every: all of them", shows(every, ["MAT300 2022-23 YR C 1 1", "MAT201 2023-24 S1 B 0.5 0.5"]), HELD],
    ["every: not all", shows(every, ["MAT300 2022-23 YR C 1 1", "MAT201 2023-24 S1 F 0.5 0"]), NOT_MET],
    ["every: of none it is not so", shows(every, []), NOT_MET],
    ["latest: the later code", shows(latest, ["MAT201 2022-23 S1 D 0.5 0.5", "MAT300 2023-24 YR C 1 1"]), HELD],
    ["latest: the earlier code", shows(latest, ["MAT201 2023-24 S1 C 0.5 0.5", "MAT300 2022-23 YR D 1 1"]), HELD],
    [
      "latest: an earlier one is not",
      shows(latest, ["MAT201 2022-23 S1 A 0.5 0.5", "MAT300 2023-24 YR D 1 1"]),
      NOT_MET,
    ],
    ["latest: two on one day, both", shows(latest, ["MAT201 2023-24 S2 C 0.5 0.5", "MAT300 2023-24 YR C 1 1"]), HELD],
    ["latest: two on one day, one", shows(latest, ["MAT201 2023-24 S2 C 0.5 0.5", "MAT300 2023-24 YR D 1 1"]), NOT_MET],
    [
      "latest: one that is not finished is none",
      shows(
        latest,
        ["MAT201 2022-23 S1 C 0.5 0.5", "MAT300 2024-25 YR IP 1 0"],
        {},
        {
          policy: {
            marks: {
              ranked: [...BASE.marks.ranked],
              credit: ["P", "CR"],
              noCredit: ["F", "NC"],
              incomplete: ["I"],
              inProgress: ["IP"],
              ignored: ["W"],
            },
          },
        },
      ),
      HELD,
    ],
  ]);
});

describe("subject: where and when", () => {
  const A = "MAT300 2023-24 YR A 1 1";
  const SUMMER = "MAT201 2023-24 SU A 0.5 0.5";
  runCases([
    ["another district, where it does not matter", shows({}, [`${A} district_code=17001`]), HELD],
    ["another district, where it does", shows({ inDistrict: true }, [`${A} district_code=17001`]), NOT_MET],
    ["this district", shows({ inDistrict: true }, [`${A} district_code=17901`]), HELD],
    ["no district", shows({ inDistrict: true }, [A]), HELD],
    ["a summer, where it does not matter", shows({}, [SUMMER]), HELD],
    ["a summer, where it does", shows({ regularYear: true }, [SUMMER]), NOT_MET],
    ["no term", shows({ regularYear: true }, ["MAT300 2023-24 - A 1 1"]), HELD],
  ]);
});

describe("subject: the day on which it was shown", () => {
  const laterThan = (rows: readonly string[]): CaseInput =>
    shows({}, ["SCI101 2022-23 YR F 1 0", ...rows], {
      attempt: { is: "required", beforeEvidence: true },
      award: { take: "lost" },
    });
  runCases([
    ["older than the attempt", laterThan(["MAT300 2021-22 YR C 1 1"]), ["p1: evidence-before-attempt"]],
    ["later", laterThan(["MAT300 2023-24 YR C 1 1"]), HELD],
  ]);
});

describe("an average: the day, and the parts that it asks for", () => {
  const of = (required: string[], rows: readonly string[], more: PathwayOf = {}): CaseInput => ({
    pathways: [
      {
        evidence: { course: "algebra-2", parts: { required, rule: "average" }, minPoints: 3 } as PathwayOf["evidence"] &
          object,
        ...more,
        award: { courses: ["biology"], ...more.award },
      },
    ],
    transcript: rows,
    policy: {
      marks: {
        ranked: [...BASE.marks.ranked],
        credit: ["P", "CR"],
        noCredit: ["F", "NC"],
        incomplete: ["I"],
        ignored: ["W"],
        points: { A: 4, B: 3, C: 2, D: 1 },
      },
    },
  });
  const required: PathwayOf = { attempt: { is: "required", beforeEvidence: true }, award: { take: "lost" } };
  const FAILED = "SCI101 2022-23 YR F 1 0";
  runCases([
    ["one part alone", of(["S1"], ["MAT301 2023-24 S1 B 0.5 0.5"]), HELD],
    ["and not the other", of(["S2"], ["MAT301 2023-24 S1 B 0.5 0.5", "MAT302 2023-24 S2 C 0.5 0.5"]), NOT_MET],
    ["exactly at it", of(["S1", "S2"], ["MAT301 2023-24 S1 A 0.5 0.5", "MAT302 2023-24 S2 C 0.5 0.5"]), HELD],
    [
      "older than the attempt",
      of(["S1"], ["MAT301 2021-22 S1 B 0.5 0.5", FAILED], required),
      ["p1: evidence-before-attempt"],
    ],
    ["later", of(["S1"], ["MAT301 2023-24 S1 B 0.5 0.5", FAILED], required), HELD],
  ]);
});
