import { describe } from "vitest";
import type { PolicyInput } from "../../src/policy/schema.js";
import { type CaseInput, type PathwayOf, runCases } from "../support/decideCase.js";

const LEVEL_3 = ["SBA 2025-05-01 level=3"];
const BIOLOGY: PathwayOf = { award: { courses: ["biology"] } };
const CHEMISTRY: PathwayOf = { award: { courses: ["chemistry"] } };
const SCIENCE: PolicyInput["caps"] = [{ id: "science", subject: "science", upTo: 4 }];
const MATH: PolicyInput["caps"] = [{ id: "math", subject: "math", upTo: 4 }];
const READY = ["p1 biology 1 P ready"];
const DOUBT = ["p1: doubtful-row"];
/** Credit by mastery in Chemistry, of an amount that cannot be read. */
const UNREAD = "SCI201 2023-24 YR P 1 x Z";

function of(row: string, caps: PolicyInput["caps"] = SCIENCE, ...pathways: readonly PathwayOf[]): CaseInput {
  return {
    policy: { caps },
    pathways: pathways.length === 0 ? [BIOLOGY] : pathways,
    scores: LEVEL_3,
    transcript: [row],
  };
}

describe("a doubtful row under a cap", () => {
  runCases([
    ["may count against it", of(UNREAD), DOUBT],
    ["no mastery letter, no count", of("SCI201 2023-24 YR P 1 x"), READY],
    ["surely nothing earned, no count", of("SCI201 2023-24 YR Q 1 0 Z"), READY],
    ["blank credits are not surely nothing", of("SCI201 2023-24 YR W - - Z doubt=mark-unknown"), DOUBT],
    ["a cap on another subject", of(UNREAD, MATH), READY],
    ["a cap on the row's subject, which the pathway does not give", of("MAT300 2023-24 YR P 1 x Z", MATH), READY],
    [
      "which one of its targets is of",
      of("MAT300 2023-24 YR P 1 x Z", MATH, { award: { courses: ["biology", "geometry"] } }),
      DOUBT,
    ],
    [
      "a cap on a subject that the pathway gives, and the row is not of",
      of(UNREAD, MATH, { award: { courses: ["biology", "geometry"] } }),
      ["p1 biology 1 P ready", "p1 geometry S1 0.5 P ready", "p1 geometry S2 0.5 P ready"],
    ],
    ["a later year counts where a cap is of no years", of("SCI201 2025-26 YR P 1 x Z"), DOUBT],
    ["a cap on everything", of("MAT300 2023-24 YR P 1 x Z", [{ id: "all", upTo: 4 }]), DOUBT],
    [
      "no cap limits a waiver",
      of(UNREAD, SCIENCE, { award: { courses: ["biology"], kind: "waiver" } }),
      ["p1 biology 1 - waiver"],
    ],
    ["a cap of this school year: an earlier one", of(UNREAD, [{ id: "year", per: "school-year", upTo: 4 }]), READY],
    ["this one", of("SCI201 2024-25 YR P 1 x Z", [{ id: "year", per: "school-year", upTo: 4 }]), DOUBT],
    ["a later one", of("SCI201 2025-26 YR P 1 x Z", [{ id: "year", per: "school-year", upTo: 4 }]), READY],
    [
      "of some years: the last that counts",
      of("SCI201 2022-23 YR P 1 x Z", [{ id: "y", per: { schoolYears: 3 }, upTo: 4 }]),
      DOUBT,
    ],
    ["and the one before", of("SCI201 2021-22 YR P 1 x Z", [{ id: "y", per: { schoolYears: 3 }, upTo: 4 }]), READY],
  ]);
});

describe("under a cap on pathways", () => {
  const caps = (...pathways: string[]): PolicyInput["caps"] => [{ id: "c", pathways, upTo: 4 }];
  const WELDING: PathwayOf = { award: { courses: ["welding"] }, allowCte: true };
  const BOTH: PathwayOf = { award: { courses: ["biology", "chemistry"] } };
  runCases([
    [
      "it names the pathway and another",
      of(UNREAD, caps("p1", "p2"), BIOLOGY, CHEMISTRY),
      [...DOUBT, "p2: doubtful-row"],
    ],
    [
      "it names another that shares no target",
      of(UNREAD, caps("p2"), BIOLOGY, CHEMISTRY),
      [...READY, "p2: doubtful-row"],
    ],
    ["it names another that shares one", of(UNREAD, caps("p2"), BIOLOGY, BOTH), [...DOUBT, "p2: doubtful-row"]],
    [
      "one that shares one of two",
      of(UNREAD, caps("p2"), { award: { courses: ["welding", "biology"] }, allowCte: true }, BOTH),
      [...DOUBT, "p2: doubtful-row"],
    ],
    [
      "it names another that shares a target of another subject",
      of(
        UNREAD,
        [{ id: "c", subject: "science", pathways: ["p2"], upTo: 4 }],
        { award: { courses: ["biology", "geometry"] } },
        { award: { courses: ["chemistry", "geometry"] } },
      ),
      ["p1 biology 1 P ready", "p1 geometry S1 0.5 P ready", "p1 geometry S2 0.5 P ready", "p2: doubtful-row"],
    ],
    [
      "a row with letters that none of those it names gives",
      of(UNREAD, caps("p2"), BIOLOGY, { ...BOTH, record: { designations: ["Z", "T"] } }),
      [...READY, "p2: doubtful-row"],
    ],
    [
      "a row with a mark that none of those it names gives",
      of(UNREAD, caps("p2"), BIOLOGY, { ...BOTH, grade: { mark: "CR" } }),
      [...READY, "p2: doubtful-row"],
    ],
    [
      "a mark that the policy does not know may be any",
      of("SCI201 2023-24 YR Q 1 1 Z", caps("p2"), BIOLOGY, { ...BOTH, grade: { mark: "CR" } }),
      [...DOUBT, "p2: doubtful-row"],
    ],
    [
      "records that can be told from those of all it names",
      of("SCI201 2023-24 YR P 1 x TZ", caps("p2"), BIOLOGY, { ...BOTH, record: { designations: ["Z", "T"] } }),
      [...READY, "p2: doubtful-row"],
    ],
    [
      "records that an attempt's B could make those of one it names",
      of("SCI201 2023-24 YR P 1 x BZ", caps("p2"), BIOLOGY, { ...BOTH, record: { designations: ["B", "Z"] } }),
      [...DOUBT, "p2: doubtful-row"],
    ],
    [
      "a row on no target of those it names",
      of(UNREAD, caps("p1", "p2"), BIOLOGY, WELDING),
      [...READY, "p2 welding 0.5 P ready"],
    ],
  ]);
});

describe("a code that is nearly one that a template makes", () => {
  const made: PathwayOf = { award: { courses: ["chemistry"] }, record: { courseId: "{courseId}Z" } };
  const both: PathwayOf = { ...made, award: { courses: ["chemistry", "geometry"] } };
  runCases([
    [
      "the very code is one, also without a mastery letter",
      of("SCI201Z 2023-24 YR P 1 x", SCIENCE, BIOLOGY, made),
      [...DOUBT, "p2: doubtful-row"],
    ],
    ["may be one of several", of("sci201z 2023-24 YR P 1 1", SCIENCE, BIOLOGY, both), [...DOUBT, "p2: doubtful-row"]],
    ["may be a mastery record", of("sci201z 2023-24 YR P 1 1", SCIENCE, BIOLOGY, made), [...DOUBT, "p2: doubtful-row"]],
    [
      "a course's own code is none",
      of("sci201 2023-24 YR P 1 1", SCIENCE, BIOLOGY, made),
      [...READY, "p2: doubtful-row"],
    ],
  ]);
});

describe("doubts that touch nobody, or not this pathway", () => {
  runCases([
    [
      "a doubtful score of a test that the policy does not know",
      { ...of("SCI201 2023-24 YR C 1 1"), scores: [...LEVEL_3, "NOPE 2025-05-01 score=x"] },
      READY,
    ],
    [
      "a doubtful students row where an age decides",
      {
        pathways: [{ ...BIOLOGY, approvals: [{ role: "parent", unless: { age: 18 } }, "teacher"] }],
        scores: LEVEL_3,
        students: ["birth_date=2000-01-01 doubt=student-row-malformed"],
      },
      DOUBT,
    ],
    [
      "and where none does",
      {
        pathways: [{ ...BIOLOGY, approvals: ["teacher"] }],
        scores: LEVEL_3,
        students: ["birth_date=2000-01-01 doubt=student-row-malformed"],
        approvals: ["p1 teacher granted"],
      },
      READY,
    ],
  ]);
});
