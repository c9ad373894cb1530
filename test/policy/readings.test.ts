import { describe, expect, it } from "vitest";
import { loadPolicy } from "../../src/policy/load.js";
import type { PolicyInput } from "../../src/policy/schema.js";
import { BASE, type CaseInput, decideCase, nextNight, type PathwayOf, runCases } from "../support/decideCase.js";

/*
 * What real policies leave ambiguous, and how this program reads it: one test for each reading. Where the format
 * takes another way than the reading it is named for, the test's name says "the format decides".
 */

const LEVEL_2 = "SBA 2025-05-01 level=2";
const LEVEL_3 = "SBA 2025-05-01 level=3";
const FAILED_ALGEBRA = ["MAT101 2022-23 S1 F 0.5 0", "MAT102 2022-23 S2 F 0.5 0"];
const FAILED_GEOMETRY = ["MAT201 2023-24 S1 F 0.5 0", "MAT201 2023-24 S2 F 0.5 0"];
const RECORDS_OF_ALGEBRA = ["MAT101 2023-24 S1 P 0.5 0.5 Z", "MAT102 2023-24 S2 P 0.5 0.5 Z"];

const TIERS: NonNullable<PathwayOf["tiers"]> = [
  { evidence: { test: "SBA", min: { level: "2" } }, upTo: 1 },
  { evidence: { test: "SBA", min: { level: "3" } }, upTo: 2 },
];

/** "Up to 1 credit at level 2, up to 2 at level 3, of failed or incomplete Algebra and/or Geometry." */
const POOL: PathwayOf = {
  attempt: { is: "required", marks: ["F", "I"] },
  tiers: TIERS,
  award: { courses: ["algebra-1", "geometry"], take: "lost" },
};

const NEXT: PathwayOf = {
  method: "next-course",
  evidence: { course: "algebra-2", minMark: "C" },
  award: { courses: ["algebra-1"], take: "open" },
};

const FINE_MARKS: PolicyInput["marks"] = { ...BASE.marks, ranked: ["A", "B", "C", "C-", "D"] };

/** Codes of the errors that keep a policy with this pathway from loading. */
function errorsOf(pathway: Readonly<Record<string, unknown>>, policy: Partial<PolicyInput> = {}): readonly string[] {
  const whole = {
    id: "p1",
    title: "Pathway 1",
    method: "other",
    clause: "2403P",
    attempt: { is: "irrelevant" },
    award: { courses: ["algebra-1"], take: "open" },
    grade: { mark: "P" },
    ...pathway,
  };
  const bytes = new TextEncoder().encode(JSON.stringify({ ...BASE, ...policy, pathways: [whole] }));
  const { findings } = loadPolicy({ name: "policy.json", bytes, sha256: "" }, "2025-06-20");
  return findings.filter(({ severity }) => severity === "error").map(({ code, pointer }) => `${code} ${pointer}`);
}

function warningsOf(pathway: PathwayOf, policy: Partial<PolicyInput> = {}): readonly string[] {
  const whole = {
    id: "p1",
    title: "Pathway 1",
    method: "other",
    clause: "2403P",
    attempt: { is: "irrelevant" },
    grade: { mark: "P" },
    ...pathway,
  };
  const bytes = new TextEncoder().encode(JSON.stringify({ ...BASE, ...policy, pathways: [whole] }));
  const { findings } = loadPolicy({ name: "policy.json", bytes, sha256: "" }, "2025-06-20");
  return findings.filter(({ severity }) => severity === "warning").map(({ code }) => code);
}

function notes(input: CaseInput): readonly string[] {
  return decideCase(input).decision.proposals.map((proposal) => proposal.note);
}

describe("pools and tiers", () => {
  runCases([
    [
      "AM-1: a pool is a ceiling over what was lost, filled in the order that the file gives",
      { pathways: [POOL], transcript: [...FAILED_ALGEBRA, ...FAILED_GEOMETRY], scores: [LEVEL_2] },
      ["p1 algebra-1 S1 0.5 P ready", "p1 algebra-1 S2 0.5 P ready"],
    ],
    [
      "AM-1: another order in the file gives another course",
      {
        pathways: [{ ...POOL, award: { courses: ["geometry", "algebra-1"], take: "lost" } }],
        transcript: [...FAILED_ALGEBRA, ...FAILED_GEOMETRY],
        scores: [LEVEL_2],
      },
      ["p1 geometry S1 0.5 P ready", "p1 geometry S2 0.5 P ready"],
    ],
    [
      "AM-2: 'or' is one course (split false), and half of it is not made up with another",
      {
        pathways: [{ ...POOL, award: { courses: ["algebra-1", "geometry"], take: "lost", split: false } }],
        transcript: ["MAT101 2022-23 S1 F 0.5 0", ...FAILED_GEOMETRY],
        scores: [LEVEL_2],
      },
      ["p1 algebra-1 S1 0.5 P ready"],
    ],
    [
      "AM-2: 'and/or' may be spread (split true)",
      {
        pathways: [POOL],
        transcript: ["MAT101 2022-23 S1 F 0.5 0", ...FAILED_GEOMETRY],
        scores: [LEVEL_2],
      },
      ["p1 algebra-1 S1 0.5 P ready", "p1 geometry S1 0.5 P ready"],
    ],
    [
      "AM-3: tiers replace each other: level 3 gives 2 credits, not 1 and 2",
      {
        pathways: [POOL],
        transcript: [...FAILED_ALGEBRA, ...FAILED_GEOMETRY],
        scores: [LEVEL_2, LEVEL_3.replace("05-01", "05-20")],
      },
      [
        "p1 algebra-1 S1 0.5 P ready",
        "p1 algebra-1 S2 0.5 P ready",
        "p1 geometry S1 0.5 P ready",
        "p1 geometry S2 0.5 P ready",
      ],
    ],
    [
      "AM-3: a better retest gives only the difference",
      {
        pathways: [POOL],
        transcript: [...FAILED_ALGEBRA, ...FAILED_GEOMETRY, ...RECORDS_OF_ALGEBRA],
        scores: ["SBA 2024-05-01 level=2", LEVEL_3],
      },
      ["p1 geometry S1 0.5 P ready", "p1 geometry S2 0.5 P ready"],
    ],
  ]);
});

describe("what was lost", () => {
  runCases([
    [
      "AM-4: failed or incomplete is what the file lists; NC is not, unless listed",
      { pathways: [POOL], transcript: ["MAT101 2022-23 S1 NC 0.5 0"], scores: [LEVEL_2] },
      ["p1: attempt-mark-not-listed"],
    ],
    [
      "AM-4: the format decides: without a list, every mark that the policy calls noCredit or incomplete",
      {
        pathways: [{ ...POOL, attempt: { is: "required" } }],
        transcript: ["MAT101 2022-23 S1 NC 0.5 0"],
        scores: [LEVEL_2],
      },
      ["p1 algebra-1 S1 0.5 P ready"],
    ],
    [
      "AM-4: a mark that no list holds is doubt, never a guess",
      { pathways: [POOL], transcript: ["MAT101 2022-23 S1 WF 0.5 0"], scores: [LEVEL_2] },
      ["p1: doubtful-row"],
    ],
    [
      "AM-5: failed, then retaken with credit: nothing is lost over all records of the semester",
      {
        pathways: [POOL],
        transcript: ["MAT101 2022-23 S1 F 0.5 0", "MAT101 2023-24 S1 C 0.5 0.5"],
        scores: [LEVEL_3],
      },
      ["p1: no-lost-credit"],
    ],
    [
      "AM-6: 'recover' and 'up to' give what was lost, 0.5 of 1",
      { pathways: [POOL], transcript: ["MAT101 2022-23 S1 F 0.5 0"], scores: [LEVEL_2] },
      ["p1 algebra-1 S1 0.5 P ready"],
    ],
    [
      "AM-6: a plain 1.0 gives 1.0, lost or not",
      {
        pathways: [{ award: { courses: ["algebra-1"], take: "open", upTo: 1, netOfClassCredit: false } }],
        transcript: ["MAT101 2022-23 S1 F 0.5 0"],
        scores: [LEVEL_3],
      },
      ["p1 algebra-1 S1 0.5 P ready", "p1 algebra-1 S2 0.5 P ready"],
    ],
    [
      "AM-13: an amount that is not stated is the credit attempted and lost",
      {
        pathways: [{ attempt: { is: "required" }, award: { courses: ["algebra-1"], take: "lost" } }],
        transcript: ["MAT101 2022-23 S1 F 0.25 0"],
        scores: [LEVEL_3],
      },
      ["p1 algebra-1 S1 0.25 P ready"],
    ],
    [
      "AM-13: with nothing attempted it is refused until the file gives an amount",
      {
        pathways: [{ attempt: { is: "required" }, award: { courses: ["algebra-1"], take: "lost" } }],
        transcript: ["SCI101 2022-23 YR C 1 1"],
        scores: [LEVEL_3],
      },
      ["p1: no-lost-credit"],
    ],
    [
      "AM-23: 'recover' without 'failed' still needs a loss",
      {
        pathways: [{ attempt: { is: "irrelevant" }, award: { courses: ["algebra-1"], take: "lost" } }],
        scores: [LEVEL_3],
      },
      ["p1: no-lost-credit"],
    ],
    [
      "AM-23: unless the file says otherwise",
      {
        pathways: [{ attempt: { is: "irrelevant" }, award: { courses: ["biology"], take: "open" } }],
        scores: [LEVEL_3],
      },
      ["p1 biology 1 P ready"],
    ],
  ]);

  it("AM-7: the test may be older than the failure; the note says so, and beforeEvidence turns it round", () => {
    const input: CaseInput = {
      pathways: [POOL],
      transcript: ["MAT101 2024-25 S1 F 0.5 0"],
      scores: ["SBA 2024-05-01 level=3"],
    };
    expect(decideCase(input).proposals).toEqual(["p1 algebra-1 S1 0.5 P ready"]);
    expect(notes(input)).toEqual(["the evidence of 2024-05-01 is older than the attempt of 2025-01-31"]);
    const ordered: PathwayOf = { ...POOL, attempt: { is: "required", beforeEvidence: true } };
    expect(decideCase({ ...input, pathways: [ordered] }).refusals).toEqual(["p1 evidence-before-attempt"]);
  });
});

describe("higher courses", () => {
  runCases([
    [
      "AM-8: 'C or higher' is not C-",
      {
        policy: { marks: FINE_MARKS },
        pathways: [NEXT],
        transcript: ["MAT301 2024-25 S1 C- 0.5 0.5", "MAT302 2024-25 S2 A 0.5 0.5"],
      },
      ["p1: evidence-not-met"],
    ],
    [
      "AM-8: P cannot be compared, and a person must look",
      { pathways: [NEXT], transcript: ["MAT301 2024-25 S1 P 0.5 0.5", "MAT302 2024-25 S2 A 0.5 0.5"] },
      ["p1: mark-not-comparable"],
    ],
    [
      "AM-9: B and D in the two semesters: each must reach the minimum",
      { pathways: [NEXT], transcript: ["MAT301 2024-25 S1 B 0.5 0.5", "MAT302 2024-25 S2 D 0.5 0.5"] },
      ["p1: evidence-not-met"],
    ],
    [
      "AM-9: unless the clause names the semester",
      {
        pathways: [{ ...NEXT, evidence: { course: "algebra-2", minMark: "C", parts: ["S1"] } }],
        transcript: ["MAT301 2024-25 S1 B 0.5 0.5", "MAT302 2024-25 S2 D 0.5 0.5"],
      },
      ["p1 algebra-1 S1 0.5 P ready", "p1 algebra-1 S2 0.5 P ready"],
    ],
    [
      "AM-11: a clause that names no failure serves who skipped the course",
      { pathways: [NEXT], transcript: ["MAT301 2024-25 S1 C 0.5 0.5", "MAT302 2024-25 S2 C 0.5 0.5"] },
      ["p1 algebra-1 S1 0.5 P ready", "p1 algebra-1 S2 0.5 P ready"],
    ],
    [
      "AM-12: courses are told by code and part, never by title",
      {
        pathways: [NEXT],
        transcript: [
          'MAT301 2024-25 S1 C 0.5 0.5 course_title="Algebra 1"',
          'MAT302 2024-25 S2 C 0.5 0.5 course_title="Algebra 1"',
          'XYZ999 2023-24 S1 C 0.5 0.5 course_title="Algebra 1"',
        ],
      },
      ["p1 algebra-1 S1 0.5 P ready", "p1 algebra-1 S2 0.5 P ready"],
    ],
    [
      "AM-19: two rules reach one lost semester: the first in the file gives it, the other is shadowed",
      {
        pathways: [POOL, { ...NEXT, award: { courses: ["algebra-1"], take: "lost" } }],
        transcript: [...FAILED_ALGEBRA, "MAT301 2024-25 S1 C 0.5 0.5", "MAT302 2024-25 S2 C 0.5 0.5"],
        scores: [LEVEL_2],
      },
      ["p1 algebra-1 S1 0.5 P ready", "p1 algebra-1 S2 0.5 P ready", "p2: shadowed"],
    ],
  ]);

  it("AM-10: 'the next higher-level course' without naming it is no policy: the course must be in the file", () => {
    expect(errorsOf({ method: "next-course" })).toEqual(["policy-key-missing /pathways/0/evidence"]);
    expect(errorsOf({ method: "next-course", evidence: { course: "next", minMark: "C" } })).toEqual([
      "policy-course-unknown /pathways/0/evidence/course",
    ]);
  });
});

describe("amounts, marks and designations", () => {
  it("AM-14: a floor gives exactly that, and the note says that a person may give more", () => {
    const input: CaseInput = {
      pathways: [{ award: { courses: ["biology", "chemistry"], take: "open", atLeast: 1 } }],
      scores: [LEVEL_3],
    };
    expect(decideCase(input).proposals).toEqual(["p1 biology 1 P ready"]);
    expect(notes(input).join()).toContain("at least 1; a person may give more");
    expect(decideCase(nextNight(input, decideCase(input))).proposals).toEqual([]);
  });

  runCases([
    [
      "AM-15: half a credit for a course or courses, however many",
      {
        pathways: [
          {
            evidence: { test: "EXAM", min: { score: 1 } },
            award: { courses: ["biology", "chemistry"], take: "open", upTo: 0.5, netOfClassCredit: false },
          },
        ],
        scores: ["EXAM 2024-12-01 score=1", "EXAM 2025-05-01 score=1"],
      },
      ["p1 biology 0.5 P ready"],
    ],
    [
      "AM-22: 'may' and 'will' are both proposed",
      {
        pathways: [
          { strength: "may", award: { courses: ["biology"] } },
          { strength: "will", award: { courses: ["chemistry"] } },
        ],
        scores: [LEVEL_3],
      },
      ["p1 biology 1 P ready", "p2 chemistry 1 P ready"],
    ],
  ]);

  it("AM-22: and a person sees which it was", () => {
    const { decision } = decideCase({ pathways: [{ strength: "will" }], scores: [LEVEL_3] });
    expect(decision.proposals.map((proposal) => proposal.strength)).toEqual(["will", "will"]);
  });

  it("AM-16: the format decides: a designation not stated is Z, and the linter says that it was not stated", () => {
    const input: CaseInput = { pathways: [{ award: { courses: ["biology"] } }], scores: [LEVEL_3] };
    expect(decideCase(input).decision.proposals.map((proposal) => proposal.designations)).toEqual(["Z"]);
    const pathway: PathwayOf = {
      evidence: { test: "SBA", min: { level: "3" } },
      award: { courses: ["algebra-1"], take: "open" },
    };
    expect(warningsOf(pathway)).toContain("policy-designations-not-stated");
    expect(warningsOf({ ...pathway, record: { designations: ["N"] } })).not.toContain("policy-designations-not-stated");
  });

  it("AM-17: a grade not stated is an error; P in a college-distribution course is a warning", () => {
    const evidence = { test: "SBA", min: { level: "3" } };
    expect(errorsOf({ evidence, grade: undefined })).toEqual(["policy-key-missing /pathways/0/grade"]);
    const courses = BASE.courses.map((course) => ({ ...course, cadr: true }));
    const pathway: PathwayOf = { evidence, award: { courses: ["algebra-1"], take: "open" } };
    expect(warningsOf(pathway, { courses })).toContain("policy-pass-on-cadr");
    expect(warningsOf(pathway)).not.toContain("policy-pass-on-cadr");
  });
});

describe("tests", () => {
  it("AM-18: 'meets standard' is no threshold: it takes a level or a score, of an edition where that matters", () => {
    expect(errorsOf({ evidence: { test: "SBA" } })).toEqual(["policy-key-missing /pathways/0/evidence/min"]);
    expect(errorsOf({ evidence: { test: "SBA", min: { level: "meets standard" } } })).toEqual([
      "policy-level-unknown /pathways/0/evidence/min/level",
    ]);
    const evidence = { test: "SBA", min: { score: 2595 }, edition: "2018" };
    const read = (edition: string) =>
      decideCase({ pathways: [{ evidence }], scores: [`SBA 2025-05-01 score=2600 edition=${edition}`] });
    expect(read("2018").proposals).toHaveLength(2);
    expect(read("2025").refusals).toEqual(["p1 evidence-not-met"]);
  });

  it("AM-20: the format decides: whether class credit is taken off must be said", () => {
    const award = { courses: ["biology", "chemistry"], take: "open", upTo: 1 } as const;
    const evidence = { test: "SBA", min: { level: "3" } };
    expect(errorsOf({ evidence, award })).toEqual(["policy-net-not-said /pathways/0/award"]);
    const given = (netOfClassCredit: boolean) =>
      decideCase({
        pathways: [{ award: { ...award, courses: [...award.courses], netOfClassCredit } }],
        transcript: ["SCI101 2023-24 YR B 1 1"],
        scores: [LEVEL_3],
      });
    expect(given(true).refusals).toEqual(["p1 pathway-ceiling"]);
    expect(given(false).proposals).toEqual(["p1 chemistry 1 P ready"]);
  });

  runCases([
    [
      "AM-21: a skill that was not tested is insufficient evidence, not a low level",
      {
        pathways: [
          {
            evidence: {
              test: "LANG",
              min: { level: "Mid" },
              parts: { required: ["reading", "writing", "speaking"], rule: "lowest" },
            },
          },
        ],
        scores: ["LANG 2025-05-01 part=reading level=Top", "LANG 2025-05-01 part=writing level=Top"],
      },
      ["p1: evidence-missing-part"],
    ],
    [
      "AM-25: the policy in effect on the award date governs, not that of the test or the course",
      {
        pathways: [
          { effectiveTo: "2025-06-19", award: { courses: ["biology"] } },
          { effectiveFrom: "2025-06-20", award: { courses: ["biology"] }, grade: { mark: "CR" } },
        ],
        scores: ["SBA 2024-05-01 level=3"],
      },
      ["p2 biology 1 CR ready", "p1: not-in-effect"],
    ],
    [
      "AM-26: a level outside the scale is a violation, never a best guess",
      { pathways: [{ award: { courses: ["biology"] } }], scores: ['SBA 2025-05-01 level="Level III"'] },
      ["p1: doubtful-row"],
    ],
    [
      "AM-28: the district's one credit governs, whatever the state's table would give",
      {
        pathways: [
          {
            evidence: { test: "LANG", min: { level: "Mid" }, parts: { required: ["speaking"], rule: "lowest" } },
            award: { courses: ["biology", "chemistry"], take: "open", upTo: 1, netOfClassCredit: true },
          },
        ],
        scores: ["LANG 2025-05-01 part=speaking level=Top"],
      },
      ["p1 biology 1 P ready"],
    ],
  ]);

  it("AM-26: and the violation is named", () => {
    const marks = decideCase({ pathways: [{}], scores: ["SBA 2025-05-01 level=3*"] });
    expect(marks.codes).toContain("score-level-unknown");
    const met = decideCase({ pathways: [{}], scores: ["SBA 2025-05-01 level=Met"] });
    expect(met.codes).toContain("score-level-unknown");
  });
});

describe("documents and caps", () => {
  it("AM-24: a rule whose subject is not its document's is found by the linter", () => {
    const policies = [{ number: "2408P", subjects: ["science"], effectiveFrom: "2022-09-01" }];
    const evidence = { course: "algebra-2", minMark: "C" };
    const of = (course: string): readonly string[] =>
      warningsOf({ evidence, award: { courses: [course], take: "open" } }, { policies });
    expect(of("algebra-1")).toContain("policy-subject-not-of-document");
    expect(of("biology")).not.toContain("policy-subject-not-of-document");
  });

  const caps: PolicyInput["caps"] = [{ id: "science-cap", subject: "science", upTo: 1 }];
  const CAPPED: PathwayOf = { award: { courses: ["biology", "chemistry"] } };

  runCases([
    [
      "AM-27: mastery credit of earlier years counts towards caps",
      {
        policy: { caps },
        pathways: [CAPPED],
        transcript: ["SCI101 2022-23 YR P 1 1 Z"],
        scores: [LEVEL_3],
      },
      ["p1: cap-reached"],
    ],
    [
      "AM-27: class credit does not",
      { policy: { caps }, pathways: [CAPPED], transcript: ["SCI101 2022-23 YR C 1 1"], scores: [LEVEL_3] },
      ["p1 chemistry 1 P ready"],
    ],
    [
      "AM-27: the format decides: where records could not be recognised, nothing goes out: it is held",
      {
        policy: { caps },
        pathways: [CAPPED],
        transcript: ["MAT101 2022-23 S1 C 0.5 0.5"],
        scores: [LEVEL_3],
        without: ["designations"],
      },
      ["p1 biology 1 P held [designation-column]"],
    ],
  ]);
});
