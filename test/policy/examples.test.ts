import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { coverageOf } from "../../src/policy/coverage.js";
import { examplesJson, examplesText } from "../../src/policy/exampleFormats.js";
import { type ExampleOutcome, runExamples, saysProposal } from "../../src/policy/examples.js";
import { loadPolicy } from "../../src/policy/load.js";
import { matching } from "../../src/policy/matching.js";

const starter = readFileSync(new URL("../../samples/starter/policy.jsonc", import.meta.url), "utf8");

async function outcomesOf(text: string): Promise<readonly ExampleOutcome[]> {
  const bytes = new TextEncoder().encode(text);
  const { policy, findings } = loadPolicy({ name: "policy.jsonc", bytes, sha256: "0".repeat(64) }, "2025-06-20");
  if (policy === null) throw new Error(findings.map((finding) => finding.message).join("\n"));
  return runExamples(policy, { name: "policy.jsonc", bytes: bytes.length, sha256: "0".repeat(64), findings });
}

/** The starter with its examples replaced by these. */
function withExamples(...examples: readonly unknown[]): string {
  const at = starter.indexOf('"examples":');
  return `${starter.slice(0, at)}"examples": ${JSON.stringify(examples)}\n}`;
}

const attempt = {
  student_id: "1",
  school_year: "2023-24",
  term: "S1",
  course_id: "MAT101",
  mark: "F",
  credits_attempted: 0.5,
  credits_earned: 0,
};
const second = { ...attempt, term: "S2", course_id: "MAT102" };
const level = (n: string) => ({ student_id: "1", test: "SBA-MATH", date: "2025-05-09", level: n });
const agreed = {
  student_id: "1",
  pathway: "sba-math",
  role: "counselor",
  decision: "granted",
  by: "A. Counselor",
  on: "2025-06-02",
};
const base = {
  name: "an example",
  pathway: "sba-math",
  awardDate: "2025-06-20",
  transcript: [attempt, second],
  scores: [level("3")],
  approvals: [agreed],
};

async function outcomeOf(example: object): Promise<ExampleOutcome> {
  const [outcome] = await outcomesOf(withExamples({ ...base, ...example }));
  if (outcome === undefined) throw new Error("no outcome");
  return outcome;
}

describe("the examples of a policy", () => {
  it("of the starter pass", async () => {
    const outcomes = await outcomesOf(starter);
    expect(outcomes.map(({ passed, missing, surplus, faults }) => [passed, missing, surplus, faults])).toEqual(
      outcomes.map(() => [true, [], [], []]),
    );
    expect(outcomes.length).toBeGreaterThan(2);
  });

  it("compare only the keys that are given", async () => {
    const proposals = [
      { course: "algebra-1", part: "S2" },
      { course: "algebra-1", credits: 0.5, mark: "B" },
    ];
    expect(await outcomeOf({ expect: { proposals } })).toMatchObject({ passed: true });
  });

  it("compare the whole set: neither fewer nor more", async () => {
    const fewer = await outcomeOf({ expect: { proposals: [{ course: "algebra-1" }] } });
    expect(fewer).toMatchObject({ passed: false, missing: [] });
    expect(fewer.surplus).toEqual(["proposal of algebra-1 S2, credits 0.5, mark B, ready, by sba-math"]);
    const three = [{ course: "algebra-1" }, { course: "algebra-1" }, { course: "algebra-1" }];
    const more = await outcomeOf({ expect: { proposals: three } });
    expect(more).toMatchObject({ passed: false, surplus: [], missing: ["proposal of algebra-1"] });
  });

  it("say what was expected, what came and why", async () => {
    const proposals = [{ course: "algebra-1", part: "S1", credits: 0.5, mark: "A", status: "ready" }];
    const outcome = await outcomeOf({ scores: [level("1")], expect: { proposals } });
    expect(outcome.missing).toEqual(["proposal of algebra-1 S1, credits 0.5, mark A, ready"]);
    expect(outcome.because[0]).toMatch(/^refused sba-math: evidence-not-met \(/);
  });

  it("say where a pathway was not even looked at", async () => {
    const outcome = await outcomeOf({ scores: [], approvals: [], expect: { proposals: [{ course: "algebra-1" }] } });
    expect(outcome.because).toEqual(["sba-math was not considered: no evidence or no gap on file"]);
  });

  it("name errors in their rows", async () => {
    const bad = { ...attempt, mark: "E" };
    const outcome = await outcomeOf({ transcript: [second, bad], expect: { proposals: [{ course: "algebra-1" }] } });
    expect(outcome.passed).toBe(false);
    expect(outcome.because.join("\n")).toMatch(/row 2 of the transcript of the example: mark-unknown, /);
  });

  it("compare refusals of the pathway named, and of others where they are expected", async () => {
    const refusals = [{ pathway: "sba-math", reason: "evidence-not-met" }];
    expect(await outcomeOf({ scores: [level("1")], expect: { refusals } })).toMatchObject({ passed: true });
    const other = await outcomeOf({ expect: { refusals } });
    expect(other).toMatchObject({ passed: false, missing: ["refusal of sba-math: evidence-not-met"] });
    const none = await outcomeOf({ scores: [level("1")], expect: { refusals: [] } });
    expect(none.surplus[0]).toMatch(/^refusal of sba-math: evidence-not-met/);
  });

  it("look at every pathway where none is named", async () => {
    const outcome = await outcomeOf({ pathway: undefined, expect: { proposals: [] } });
    expect(outcome.surplus).toHaveLength(2);
  });

  it("take text, numbers and nothing as a file would hold them", async () => {
    const text = { ...attempt, credits_attempted: "0.500", credits_earned: "0", date_completed: null };
    const proposals = [{ course: "algebra-1", part: "S1" }];
    expect(await outcomeOf({ transcript: [text], expect: { proposals } })).toMatchObject({ passed: true });
    const spelt = { "Student ID": "1", ...Object.fromEntries(Object.entries(attempt).slice(1)) };
    expect(await outcomeOf({ transcript: [spelt], expect: { proposals } })).toMatchObject({ passed: true });
  });

  it.each([
    ["a mistyped column", { transcript: [{ ...attempt, marks: "F" }] }, /row 1 of "transcript" has "marks"/],
    ["a column given twice", { scores: [{ ...level("3"), Level: "2" }] }, /gives the column "Level" twice/],
    [
      "a reason that is none",
      { expect: { refusals: [{ pathway: "sba-math", reason: "evidence-not-meet" }] } },
      /Did you mean "evidence-not-met"/,
    ],
    ["nothing expected", { expect: {} }, /expects nothing/],
    [
      "rows that no run could read",
      { transcript: [{ ...attempt, student_id: "a\u0000b" }] },
      /transcript of the example: /,
    ],
  ])("fail for %s", async (_, change, message) => {
    const outcome = await outcomeOf({ expect: { proposals: [] }, ...change });
    expect(outcome.passed).toBe(false);
    expect(outcome.faults.join("\n")).toMatch(message);
  });

  it("may give students columns of their own", async () => {
    const students = [
      { student_id: "1", ell: "Y" },
      { student_id: "2", ELL: "N", gender: "X" },
    ];
    const proposals = [{ course: "algebra-1" }, { course: "algebra-1" }];
    expect(await outcomeOf({ students, expect: { proposals } })).toMatchObject({ passed: true, faults: [] });
  });

  it("say what was waived", async () => {
    const proposals = [{ course: "algebra-1", waived: 0.5, status: "waiver" }];
    const outcome = await outcomeOf({ expect: { proposals } });
    expect(outcome.missing).toEqual(["proposal of algebra-1, waived 0.5, waiver"]);
    const [came] = outcome.proposals;
    if (came === undefined) throw new Error("a proposal");
    const waiver = { ...came, part: "", status: "waiver", waived: 500, credits: 0, mark: "" } as const;
    expect(saysProposal(waiver)).toBe("algebra-1, waived 0.5, waiver, by sba-math");
  });

  it("do not hang on the order of rows", async () => {
    const proposals = [
      { course: "algebra-1", part: "S1" },
      { course: "algebra-1", part: "S2" },
    ];
    const one = await outcomeOf({ expect: { proposals } });
    const other = await outcomeOf({ transcript: [second, attempt], expect: { proposals: proposals.toReversed() } });
    expect(one.proposals.map((proposal) => proposal.id)).toEqual(other.proposals.map((proposal) => proposal.id));
    expect(other.passed).toBe(true);
  });

  it("are shown with their line, and as JSON", async () => {
    const outcomes = await outcomesOf(withExamples({ ...base, expect: { proposals: [] } }));
    const tested = { file: "policy.jsonc", outcomes, coverage: null, lineOf: () => 7 };
    const text = examplesText(tested, (_, shown) => shown);
    expect(text).toContain("FAIL  an example (policy.jsonc:7)");
    expect(text).toContain("came, and was not expected: proposal of algebra-1 S1");
    expect(text).toMatch(/policy\.jsonc: 0 examples passed, 1 failed\.\n$/);
    expect(JSON.parse(examplesJson(tested))).toMatchObject({ counts: { examples: 1, passed: 0, failed: 1 } });
    const coverage = {
      pathways: { reached: ["a"], missed: [] },
      tiers: { reached: [], missed: [] },
      reasons: { reached: ["cap-reached"], missed: ["shadowed", "grade-missing"] },
    };
    const reaches = examplesText({ ...tested, coverage }, (_, shown) => shown);
    expect(reaches).toContain(
      "  1 of 1 pathways that give credit\n  1 of 3 reasons for refusing\n    no example reaches: shadowed, grade-missing\n",
    );
    const empty = examplesText({ ...tested, outcomes: [] }, (_, shown) => shown);
    expect(empty).toContain("nothing is proved");
  });
});

describe("coverage", () => {
  it("names the pathways, tiers and reasons that no example reaches", async () => {
    const text = withExamples(
      { ...base, expect: { proposals: [] } },
      { ...base, scores: [level("1")], expect: { proposals: [] } },
    );
    const bytes = new TextEncoder().encode(text);
    const { policy } = loadPolicy({ name: "p", bytes, sha256: "0".repeat(64) }, "2025-06-20");
    if (policy === null) throw new Error("no policy");
    const { pathways, tiers, reasons } = coverageOf(policy, await outcomesOf(text));
    expect(pathways).toEqual({ reached: ["sba-math"], missed: ["next-algebra-1", "exam-algebra-2"] });
    expect(tiers).toEqual({ reached: ["sba-math tier 2"], missed: ["sba-math tier 1"] });
    expect(reasons.reached).toEqual(["evidence-not-met"]);
    // Only what this policy can give: it has a limit on tries, and no caps.
    expect(reasons.missed).toContain("tries-exhausted");
    expect(reasons.missed).not.toContain("cap-reached");
    const dates = (effectiveFrom: string | null, effectiveTo: string | null) =>
      coverageOf({ ...policy, pathways: policy.pathways.map((each) => ({ ...each, effectiveFrom, effectiveTo })) }, []);
    expect(dates(null, "2026-06-30").reasons.missed).toContain("not-in-effect");
    expect(dates(null, null).reasons.missed).not.toContain("not-in-effect");
  });
});

describe("matching", () => {
  it("leaves what says more its only match", () => {
    const meets = (wanted: string, came: string): boolean => wanted === "*" || wanted === came;
    expect(matching(["*", "a"], ["a", "b"], meets)).toEqual({ unmet: [], spare: [] });
    expect(matching(["a", "a"], ["a", "b"], meets)).toEqual({ unmet: ["a"], spare: ["b"] });
    expect(matching([], ["a"], meets)).toEqual({ unmet: [], spare: ["a"] });
  });
});
