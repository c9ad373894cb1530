import { describe, expect, test } from "vitest";
import { naiveDecide } from "./decide.js";
import type { Cells, NaiveInput, RawPathway, RawPolicy } from "./types.js";

/** The naive decision on cases small enough to be worked out by hand. */

const nextAlgebra: RawPathway = {
  id: "next-algebra",
  title: "Algebra 2 completes Algebra 1",
  method: "next-course",
  clause: "1",
  attempt: { is: "required", marks: ["F", "NC", "I"] },
  evidence: { course: "algebra-2", minMark: "C" },
  award: { courses: ["algebra-1"], take: "lost" },
  grade: { mark: "P" },
  record: { designations: ["Z"] },
};

const stateMath: RawPathway = {
  id: "state-math",
  title: "State test",
  method: "state-test",
  clause: "2",
  attempt: { is: "required", marks: ["F", "I"] },
  tiers: [
    { evidence: { test: "STATE", min: { level: "2" } }, upTo: 1 },
    { evidence: { test: "STATE", min: { level: "3" } }, upTo: 2 },
  ],
  award: { courses: ["algebra-1", "geometry"], take: "lost" },
  grade: { mark: "P" },
};

function policy(pathways: readonly RawPathway[], more: Partial<RawPolicy> = {}): RawPolicy {
  return {
    format: 1,
    district: { name: "Test", code: "17901" },
    policies: [{ number: "1" }],
    marks: {
      ranked: ["A", "B", "C", "D"],
      credit: ["P"],
      noCredit: ["F", "NC"],
      incomplete: ["I"],
      ignored: ["W"],
    },
    calendar: {
      terms: [
        { id: "S1", ends: "01-31" },
        { id: "S2", ends: "06-20" },
        { id: "SU", ends: "08-15", summer: true },
      ],
    },
    courses: [
      {
        id: "algebra-1",
        title: "Algebra 1",
        subject: "math",
        credits: 1,
        parts: [
          { id: "S1", courseIds: ["MAT101"], credits: 0.5 },
          { id: "S2", courseIds: ["MAT102"], credits: 0.5 },
        ],
      },
      {
        id: "geometry",
        title: "Geometry",
        subject: "math",
        credits: 1,
        courseIds: ["MAT201"],
        parts: [
          { id: "S1", terms: ["S1"], credits: 0.5 },
          { id: "S2", terms: ["S2"], credits: 0.5 },
        ],
      },
      { id: "algebra-2", title: "Algebra 2", subject: "math", credits: 1, courseIds: ["MAT301"] },
      { id: "integrated", title: "Integrated 1", subject: "math", credits: 1, courseIds: ["IM1"] },
    ],
    sameLearning: [{ courses: ["algebra-1", "integrated"], credits: 1 }],
    tests: [
      {
        id: "STATE",
        title: "State test",
        scope: "state",
        scales: { level: { ordered: ["1", "2", "3", "4"] } },
      },
    ],
    pathways,
    ...more,
  };
}

/** `MAT101 2024 S1 F 0.5 0 Z`: code, year, term (`-`: none), mark, attempted, earned, designations. */
function row(text: string): Cells {
  const [code = "", year = "", term = "", mark = "", attempted = "", earned = "", letters = ""] = text.split(" ");
  return {
    student_id: "1",
    course_id: code,
    school_year: year,
    term: term === "-" ? "" : term,
    mark,
    credits_attempted: attempted,
    credits_earned: earned,
    designations: letters,
  };
}

function decide(
  pathways: readonly RawPathway[],
  rows: readonly string[],
  more: Partial<NaiveInput> & { policyMore?: Partial<RawPolicy> } = {},
): string[] {
  const decision = naiveDecide(
    {
      policy: policy(pathways, more.policyMore),
      awardDate: "2025-06-20",
      transcript: rows.map(row),
      scores: more.scores ?? [],
      approvals: more.approvals ?? [],
      students: more.students ?? [],
    },
    "1",
  );
  return [
    ...decision.proposals.map((one) =>
      [one.pathway, one.course, one.part, one.status, one.credits + one.waived, one.mark, one.courseId, one.term]
        .concat(one.missing)
        .join(" "),
    ),
    ...decision.refusals.map((one) => `${one.pathway} ${one.reason}`),
  ];
}

const state = (date: string, level: string): Cells => ({ student_id: "1", test: "STATE", date, level });

describe("a higher course", () => {
  const passed = "MAT301 2025 S2 C 1 1";

  test("completes what was lost, part by part, with the attempt's own code", () => {
    expect(decide([nextAlgebra], ["MAT101 2023 S1 F 0.5 0", "MAT102 2023 S2 C 0.5 0.5", passed])).toEqual([
      "next-algebra algebra-1 S1 ready 500 P MAT101 S2",
    ]);
  });
  test("gives nothing where the retake earned it, or the same learning fills the set", () => {
    expect(decide([nextAlgebra], ["MAT101 2023 S1 F 0.5 0", "MAT101 2024 S1 C 0.5 0.5", passed])).toEqual([
      "next-algebra no-lost-credit",
    ]);
    expect(decide([nextAlgebra], ["MAT101 2023 S1 F 0.5 0", "IM1 2024 S2 C 1 1", passed])).toEqual([
      "next-algebra already-credited",
    ]);
  });
  test("must come later than the attempt", () => {
    expect(decide([nextAlgebra], ["MAT101 2025 S2 F 0.5 0", passed])).toEqual(["next-algebra evidence-before-attempt"]);
  });
  test("does not count below the mark, nor under a mark that cannot be compared", () => {
    const lost = "MAT101 2023 S1 F 0.5 0";
    expect(decide([nextAlgebra], [lost, "MAT301 2025 S2 D 1 1"])).toEqual(["next-algebra evidence-not-met"]);
    expect(decide([nextAlgebra], [lost, "MAT301 2025 S2 P 1 1"])).toEqual(["next-algebra mark-not-comparable"]);
    const half = ["MAT301 2025 S1 B 0.5 0.5", "MAT301 2025 S2 D 0.5 0.5"];
    expect(decide([nextAlgebra], [lost, ...half])).toEqual(["next-algebra evidence-not-met"]);
    const retaken = ["MAT301 2024 S2 D 1 1", "MAT301 2025 S2 B 1 1"];
    expect(decide([nextAlgebra], [lost, ...retaken])).toHaveLength(1);
    expect(decide([nextAlgebra], [lost, ...retaken])[0]).toContain("ready");
  });
  test("awards nothing on doubt, whatever else is sound", () => {
    expect(decide([nextAlgebra], ["MAT101 2023 S1 F 0.5 0", "MAT102 2023 S2 Q 0.5 0.5", passed])).toEqual([
      "next-algebra doubtful-row",
    ]);
    expect(decide([nextAlgebra], ["MAT101 2023 S1 F 0.5 0", "IM1 2024 S2 C half 1", passed])).toEqual([
      "next-algebra doubtful-row",
    ]);
    expect(decide([nextAlgebra], ["MAT101 2023 S1 F 0.5 0", "mat101 2024 S2 C 0.5 0.5", passed])).toEqual([
      "next-algebra doubtful-row",
    ]);
  });
  test("without any row of it, nobody asks", () => {
    expect(decide([nextAlgebra], ["MAT101 2023 S1 F 0.5 0"])).toEqual([]);
  });
});

describe("a test in tiers", () => {
  const lost = ["MAT101 2023 S1 F 0.5 0", "MAT102 2023 S2 F 0.5 0", "MAT201 2024 S1 F 0.5 0"];

  test("the highest tier decides the ceiling; targets in listed order", () => {
    expect(decide([stateMath], lost, { scores: [state("2025-05-01", "2")] })).toEqual([
      "state-math algebra-1 S1 ready 500 P MAT101 S2",
      "state-math algebra-1 S2 ready 500 P MAT102 S2",
    ]);
    expect(decide([stateMath], lost, { scores: [state("2025-05-01", "3")] })).toHaveLength(3);
  });
  test("records that fit count against the ceiling", () => {
    const scores = [state("2025-05-01", "2")];
    expect(decide([stateMath], [...lost, "MAT101 2024 S2 P 0.5 0.5 Z"], { scores })).toEqual([
      "state-math algebra-1 S2 ready 500 P MAT102 S2",
    ]);
  });
  test("what an earlier pathway gave is not given again", () => {
    const rows = ["MAT101 2023 S1 F 0.5 0", "MAT301 2025 S1 C 1 1"];
    const other: RawPathway = { ...stateMath, record: { designations: ["N"] } };
    expect(decide([nextAlgebra, other], rows, { scores: [state("2025-05-01", "3")] })).toEqual([
      "next-algebra algebra-1 S1 ready 500 P MAT101 S2",
      "state-math shadowed",
    ]);
  });
  test("a cap that is used up", () => {
    const policyMore = { caps: [{ id: "cap", subject: "math", upTo: 0.5 }] };
    const rows = [...lost, "IM1 2024 S2 P 0.5 0.5 Z"];
    expect(decide([stateMath], rows, { scores: [state("2025-05-01", "3")], policyMore })).toEqual([
      "state-math cap-reached",
    ]);
  });
  test("tries beyond the most that count", () => {
    const limited: RawPathway = {
      ...nextAlgebra,
      method: "state-test",
      evidence: { test: "STATE", min: { level: "3" }, maxTries: 1 },
    };
    const scores = [state("2024-05-01", "2"), state("2025-05-01", "4")];
    expect(decide([limited], lost, { scores })).toEqual(["next-algebra tries-exhausted"]);
  });
  test("one target only, in this run and the next", () => {
    const one: RawPathway = { ...stateMath, award: { ...stateMath.award, split: false } };
    const scores = [state("2025-05-01", "3")];
    expect(decide([one], lost, { scores })).toHaveLength(2);
    expect(decide([one], [...lost, "MAT101 2024 S1 P 0.5 0.5 Z", "MAT102 2024 S2 P 0.5 0.5 Z"], { scores })).toEqual([
      "state-math pathway-ceiling",
    ]);
  });
});

describe("a person's part", () => {
  const rows = ["MAT101 2023 S1 F 0.5 0", "MAT301 2025 S2 C 1 1"];
  const agreed: RawPathway = { ...nextAlgebra, approvals: ["teacher", "principal"] };
  const approval = (role: string, decision: string, more: Cells = {}): Cells => ({
    student_id: "1",
    pathway: "next-algebra",
    role,
    decision,
    ...more,
  });

  test("held until all agree, refused where one denies", () => {
    const approvals = [approval("teacher", "granted")];
    expect(decide([agreed], rows, { approvals })).toEqual(["next-algebra algebra-1 S1 held 500 P MAT101 S2 principal"]);
    approvals.push(approval("principal", "granted"));
    expect(decide([agreed], rows, { approvals })).toEqual(["next-algebra algebra-1 S1 ready 500 P MAT101 S2"]);
    approvals.push(approval("principal", "denied"));
    expect(decide([agreed], rows, { approvals })).toEqual(["next-algebra approval-denied"]);
  });
  test("an approval that ran out, or of another target, does not speak", () => {
    const held = ["next-algebra algebra-1 S1 held 500 P MAT101 S2 teacher principal"];
    expect(decide([agreed], rows, { approvals: [approval("teacher", "granted", { until: "2025-06-19" })] })).toEqual(
      held,
    );
    expect(decide([agreed], rows, { approvals: [approval("teacher", "granted", { course: "geometry" })] })).toEqual(
      held,
    );
  });
  test("a waiver excuses, and is not proposed again", () => {
    const { grade: _, ...ungraded } = nextAlgebra;
    const waiver: RawPathway = { ...ungraded, award: { ...nextAlgebra.award, kind: "waiver" } };
    expect(decide([waiver], rows)).toEqual(["next-algebra algebra-1 S1 waiver 500  MAT101 S2"]);
    expect(decide([waiver], rows, { approvals: [approval("board", "waived")] })).toEqual([
      "next-algebra already-credited",
    ]);
  });
});
