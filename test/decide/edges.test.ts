import { describe, expect, it } from "vitest";
import { type CaseInput, decideCase, nextNight, type PathwayOf, runCases } from "../support/decideCase.js";

const LEVEL_3 = ["SBA 2025-05-01 level=3"];

describe("evidence-before-attempt, not no-lost-credit, where a failed part was left out by it", () => {
  const next: PathwayOf = {
    method: "next-course",
    attempt: { is: "required" },
    evidence: { course: "algebra-2", minMark: "C", parts: ["S1"] },
    award: { take: "lost" },
  };
  runCases([
    [
      "the other part was never attempted",
      { pathways: [next], transcript: ["MAT301 2022-23 S1 A 0.5 0.5", "MAT101 2023-24 S1 F 0.5 0"] },
      ["p1: evidence-before-attempt"],
    ],
  ]);
});

describe("every condition of step 4 that holds is listed", () => {
  it("summer and out of district", () => {
    const { reasons } = decideCase({
      pathways: [
        {
          attempt: { is: "required", regularYear: true, inDistrict: true },
          award: { take: "lost", courses: ["biology"] },
        },
      ],
      scores: LEVEL_3,
      transcript: ["SCI101 2022-23 SU F 1 0 district_code=17001"],
    });
    expect(reasons).toEqual(["p1: attempt-summer, attempt-out-of-district"]);
  });
});

describe("split: false between two targets of one course", () => {
  const halves = [
    { course: "algebra-1", parts: ["S1"] },
    { course: "algebra-1", parts: ["S2"] },
  ];
  it("gives one target in this run and the next", () => {
    const input: CaseInput = { pathways: [{ award: { courses: halves, split: false } }], scores: LEVEL_3 };
    const first = decideCase(input);
    expect(first.proposals).toEqual(["p1 algebra-1 S1 0.5 P ready"]);
    const second = decideCase(nextNight(input, first));
    expect(second.proposals).toEqual([]);
    expect(second.refusals).toEqual(["p1 pathway-ceiling"]);
  });
});

describe("a considered pathway ends in a proposal or a refusal", () => {
  it("a waiver of which some was waived, and the rest given by an earlier pathway", () => {
    const outcome = decideCase({
      pathways: [
        { award: { courses: ["biology"], upTo: 0.5, netOfClassCredit: false } },
        { award: { courses: ["biology"], kind: "waiver" } },
      ],
      scores: LEVEL_3,
      approvals: ["p2 board waived credits=0.5"],
    });
    expect(outcome.proposals).toEqual(["p1 biology 0.5 P ready"]);
    expect(outcome.refusals).toEqual(["p2 shadowed"]);
  });
});

describe("a template makes codes from the course's own codes too", () => {
  const own: PathwayOf = { record: { courseId: "{courseId}-M" } };
  runCases([
    [
      "a record of the whole course",
      { pathways: [own], scores: LEVEL_3, transcript: ["MAT100-M 2023-24 S2 P 0.5 0.5"] },
      ["p1 algebra-1 S2 0.5 P ready"],
    ],
    [
      "a record of a part that the target leaves out",
      {
        pathways: [{ ...own, award: { courses: [{ course: "algebra-1", parts: ["S1"] }, "geometry"] } }],
        scores: LEVEL_3,
        transcript: ["IM1A 2022-23 S1 C 0.5 0.5", "MAT102-M 2023-24 S2 P 0.5 0.5 Z"],
      },
      ["p1 geometry S1 0.5 P ready", "p1 geometry S2 0.5 P ready"],
    ],
  ]);
});

describe("a cap on pathways covers every record that fits one of them", () => {
  it("so a doubtful one touches a pathway that is not listed but whose records fit", () => {
    const listed: PathwayOf = {
      evidence: { test: "EXAM", min: { score: 1 } },
      award: { courses: ["biology", "chemistry"] },
    };
    const other: PathwayOf = { award: { courses: ["biology"] } };
    const policy = { caps: [{ id: "c", pathways: ["p1"], upTo: 1 }] };
    const input: CaseInput = { pathways: [listed, other], policy, scores: LEVEL_3 };
    // Sound, the record uses the cap up, and the unlisted pathway is refused.
    expect(decideCase({ ...input, transcript: ["SCI201 2023-24 YR P 1 1 Z"] }).refusals).toEqual(["p2 cap-reached"]);
    const doubtful = decideCase({ ...input, transcript: ["SCI201 2023-24 YR P 1 1.00001 Z"] });
    expect(doubtful.refusals).toEqual(["p2 doubtful-row"]);
  });
});

describe("a row near a template's code could be a mastery record without a letter", () => {
  it("and counts against caps, were it read rightly", () => {
    const own: PathwayOf = {
      record: { courseId: "{courseId}M" },
      award: { courses: ["chemistry"] },
      evidence: { test: "EXAM", min: { score: 1 } },
    };
    const policy = { caps: [{ id: "c", upTo: 1 }] };
    const outcome = decideCase({
      pathways: [own, {}],
      policy,
      scores: LEVEL_3,
      transcript: ["sci201m 2023-24 YR P 1 1"],
    });
    expect(outcome.codes).toContain("course-id-near-miss");
    expect(outcome.refusals).toEqual(["p2 doubtful-row"]);
  });
});

describe("the id of a proposal stays until that proposal lands", () => {
  it("also when another part of the same pathway lands first", () => {
    const input: CaseInput = { pathways: [{}], scores: LEVEL_3 };
    const first = decideCase(input);
    const s2 = first.decision.proposals.find((proposal) => proposal.part === "S2");
    const s1Landed = decideCase({ ...input, transcript: ["MAT101 2024-25 SU P 0.5 0.5 Z date_completed=2025-06-20"] });
    expect(s1Landed.proposals).toEqual(["p1 algebra-1 S2 0.5 P ready"]);
    expect(s1Landed.decision.proposals[0]?.id).toBe(s2?.id);
  });
});

describe("rows equal in every cell after trimming count once as evidence", () => {
  runCases([
    [
      "one has a blank behind its mark",
      {
        pathways: [{ evidence: { course: "chemistry", minMark: "C" }, award: { courses: ["biology"] } }],
        transcript: [
          "SCI201 2023-24 YR C 0.5 0.5",
          {
            course_id: "SCI201",
            school_year: "2023-24",
            term: "YR",
            mark: "C ",
            credits_attempted: "0.5",
            credits_earned: "0.5",
          },
        ],
      },
      ["p1: evidence-not-met"],
    ],
  ]);
});

describe("a doubtful row does not help a student to credit", () => {
  runCases([
    [
      "by the grade level that it says",
      {
        pathways: [{ who: { gradeLevels: [9] }, award: { courses: ["biology"] } }],
        scores: LEVEL_3,
        transcript: ["MAT301 2022-23 S1 A 0.5 0.5 grade_level=8", "MAT302 2023-24 S2 E 0.5 0 grade_level=9"],
      },
      ["p1: not-eligible"],
    ],
  ]);
});

describe("the date of course evidence is the latest of the rows that make it hold", () => {
  runCases([
    [
      "as of a test: two rows that each would hold",
      {
        pathways: [
          {
            attempt: { is: "required", beforeEvidence: true },
            evidence: { course: "chemistry", minMark: "C" },
            award: { courses: ["biology"], take: "lost" },
          },
        ],
        transcript: ["SCI201 2021-22 YR A 1 1", "SCI101 2022-23 YR F 1 0", "SCI201 2023-24 YR B 1 1"],
      },
      ["p1 biology 1 P ready"],
    ],
  ]);
});

describe("designations that the pathway could not have produced do not fit", () => {
  runCases([
    [
      "a pathway that always writes BZ, and a Z alone",
      {
        pathways: [
          { record: { designations: ["B", "Z"] }, award: { courses: ["biology"], upTo: 0.5, netOfClassCredit: false } },
        ],
        scores: LEVEL_3,
        transcript: ["SCI101 2023-24 YR P 0.5 0.5 Z"],
      },
      ["p1 biology 0.5 P ready"],
    ],
  ]);
});

describe("`irrelevant` with `open`: a failed attempt that is later than the evidence is not recovered by it", () => {
  runCases([
    [
      "next-course, the only attempt later than the evidence",
      {
        pathways: [
          { method: "next-course", evidence: { course: "chemistry", minMark: "C" }, award: { courses: ["biology"] } },
        ],
        transcript: ["SCI201 2022-23 YR A 1 1", "SCI101 2023-24 YR F 1 0"],
      },
      ["p1: evidence-before-attempt"],
    ],
  ]);
});

describe("evidence that must come later than an attempt, where none is asked for", () => {
  const later = (transcript: readonly string[], more: PathwayOf = {}, scores = LEVEL_3): CaseInput => ({
    pathways: [{ attempt: { is: "irrelevant", beforeEvidence: true }, ...more, award: { courses: ["biology"] } }],
    scores,
    transcript,
  });
  const READY = ["p1 biology 1 P ready"];
  const REFUSED = ["p1: evidence-before-attempt"];
  runCases([
    ["no attempt", later([]), READY],
    ["all of them later", later(["SCI101 2024-25 YR F 1 0"]), REFUSED],
    ["one of them earlier", later(["SCI101 2022-23 YR F 1 0", "SCI101 2024-25 YR F 1 0"]), READY],
    ["on the very day", later(["SCI101 2024-25 YR F 1 0 date_completed=2025-05-01"]), REFUSED],
    ["the day before", later(["SCI101 2024-25 YR F 1 0 date_completed=2025-04-30"]), READY],
    [
      "a course that was passed is no attempt to recover",
      later(["SCI101 2024-25 YR D 0.5 0.5"]),
      ["p1 biology 0.5 P ready"],
    ],
    [
      "nor one under a mark that is not listed",
      later(["SCI101 2024-25 YR F 1 0"], { attempt: { is: "irrelevant", beforeEvidence: true, marks: ["NC"] } }),
      READY,
    ],
    [
      "one under a mark that is",
      later(["SCI101 2024-25 YR NC 1 0"], { attempt: { is: "irrelevant", beforeEvidence: true, marks: ["NC"] } }),
      REFUSED,
    ],
    ["an incomplete is one", later(["SCI101 2024-25 YR I 1 0"]), REFUSED],
    [
      "an approval has no date to compare",
      {
        ...later(["SCI101 2024-25 YR F 1 0"], { evidence: { approval: "panel" } }, []),
        approvals: ["p1 panel granted"],
      },
      READY,
    ],
    [
      "where it need not, nothing is compared",
      later(["SCI101 2024-25 YR F 1 0"], { attempt: { is: "irrelevant", beforeEvidence: false } }),
      READY,
    ],
  ]);
});
