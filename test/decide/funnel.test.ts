import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { CHECKS } from "../../src/decide/checks/index.js";
import { FORMS } from "../../src/evidence/index.js";
import { type CaseInput, decideCase, type PathwayOf } from "../support/decideCase.js";

const LEVEL_3 = ["SBA 2025-05-01 level=3"];

/** The order in which the funnel asks, from the description of the decision. */
const ORDER = [
  "not-in-effect",
  "not-eligible",
  "declined",
  "doubtful-row",
  "cte-excluded",
  "evidence-missing-part",
  "mark-not-comparable",
  "tries-exhausted",
  "evidence-not-met",
  "evidence-before-attempt",
  "attempt-forbidden",
  "barred-by-course",
  "no-lost-credit",
  "attempt-mark-not-listed",
  "attempt-too-old",
  "attempt-summer",
  "attempt-out-of-district",
  "attempt-grade-level",
  "already-credited",
  "pathway-ceiling",
  "cap-reached",
  "shadowed",
  "grade-missing",
  "approval-denied",
];

describe("the reasons for refusing", () => {
  const reasons = CHECKS.map((check) => check.reason);

  it("stand in their order, the new record's own faults last", () => {
    expect(reasons.filter((reason) => ORDER.includes(reason))).toEqual(ORDER);
    expect(reasons.at(-1)).toBe("record-breaks-rule");
    expect(new Set(reasons).size).toBe(reasons.length);
  });

  it("every file of the folder is in the index", () => {
    const folder = new URL("../../src/decide/checks/", import.meta.url);
    const index = readFileSync(new URL("index.ts", folder), "utf8");
    const files = readdirSync(folder).filter((file) => file !== "index.ts" && file !== "check.ts");
    const imported = [...index.matchAll(/from "\.\/([^"]+)\.js"/g)].map((match) => `${match[1]}.ts`);
    expect(imported.filter((file) => file !== "check.ts").sort()).toEqual(files.sort());
  });

  it.each(reasons.filter((reason) => reason !== "record-breaks-rule"))("%s is expected in some case", (reason) => {
    const folder = new URL(".", import.meta.url);
    const cases = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), "utf8"));
    expect(cases.some((text) => new RegExp(`p\\d: ${reason}"`).test(text))).toBe(true);
  });

  it("every form of evidence is in its index", () => {
    const folder = new URL("../../src/evidence/", import.meta.url);
    for (const { key } of FORMS) expect(readdirSync(folder)).toContain(`${key}.ts`);
    expect(new Set(FORMS.map((form) => form.key)).size).toBe(FORMS.length);
  });

  it.each(CHECKS.map((check) => [check.reason, check] as const))("%s has words for people", (reason, check) => {
    expect(reason).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(check.title).toMatch(/^[A-Z].*\.$/);
    expect(check.remedy).toMatch(/\.$/);
  });
});

describe("one refusal, and every reason that held", () => {
  const listed = (input: CaseInput): readonly string[] => decideCase(input).reasons;
  const welding: PathwayOf["award"] = { courses: ["welding"] };
  it.each([
    [
      "all of the pathway",
      {
        pathways: [{ effectiveTo: "2025-01-01", who: { gradeLevels: [9] }, award: welding }],
        scores: ["SBA 2025-05-01 level=1"],
      },
      ["p1: not-in-effect, not-eligible, cte-excluded, evidence-not-met"],
    ],
    [
      "later ones as well",
      {
        pathways: [{ award: { courses: ["biology"] }, approvals: ["teacher"] }],
        scores: ["SBA 2025-05-01 level=1"],
        approvals: ["p1 teacher denied"],
      },
      ["p1: evidence-not-met, approval-denied"],
    ],
    [
      "credit, ceiling and cap",
      {
        pathways: [{ award: { courses: ["biology"], upTo: 1, netOfClassCredit: false } }],
        policy: { caps: [{ id: "c", upTo: 0.5 }] },
        scores: LEVEL_3,
        transcript: ["SCI101 2023-24 YR P 1 1 Z"],
      },
      ["p1: already-credited, pathway-ceiling, cap-reached"],
    ],
    [
      "one failing piece of evidence gives one reason",
      {
        pathways: [
          {
            evidence: { test: "LANG", min: { level: "Mid" }, parts: { required: ["writing"], rule: "lowest" } },
            award: { courses: ["biology"] },
          },
        ],
        scores: ["LANG 2025-05-01 part=reading level=Low"],
      },
      ["p1: evidence-missing-part"],
    ],
  ])("%s", (_name, input: CaseInput, expected) => {
    expect(listed(input)).toEqual(expected);
  });

  it("is the check that dropped the last target", () => {
    const outcome = decideCase({
      pathways: [{ award: { courses: ["welding", "biology"] } }],
      scores: LEVEL_3,
      transcript: ["SCI101 2023-24 YR C 1 1"],
    });
    expect(outcome.refusals).toEqual(["p1 already-credited"]);
    expect(outcome.reasons).toEqual(["p1: cte-excluded, already-credited"]);
  });

  it("names course and part only where the pathway has one", () => {
    const named = (courses: NonNullable<PathwayOf["award"]>["courses"]): string => {
      const award = courses === undefined ? {} : { courses };
      const [refusal] = decideCase({ pathways: [{ award }], scores: ["SBA 2025-05-01 level=1"] }).decision.refusals;
      return `${refusal?.course}/${refusal?.part}`;
    };
    expect(named(["biology"])).toBe("biology/");
    expect(named(["algebra-1"])).toBe("algebra-1/");
    expect(named([{ course: "algebra-1", parts: ["S2"] }])).toBe("algebra-1/S2");
    expect(named(["algebra-1", "biology"])).toBe("/");
  });

  it("carries pathway, clause, method, strength and the rows it looked at", () => {
    const [refusal] = decideCase({
      pathways: [{ clause: "2403P, Tests", method: "state-test", strength: "will" }],
      scores: ["SBA 2025-05-01 level=1"],
    }).decision.refusals;
    expect(refusal).toMatchObject({ policy: "2403P", clause: "2403P, Tests", method: "state-test", strength: "will" });
    expect(refusal?.evidence).toEqual([{ file: "scores.csv", line: 2, says: "SBA 2025-05-01 level 1" }]);
  });

  it("shows what could still be given after each step", () => {
    const { steps } = decideCase({
      pathways: [{ award: { courses: ["welding", "algebra-1"] } }],
      scores: LEVEL_3,
      transcript: ["MAT101 2023-24 S1 C 0.5 0.5"],
    }).decision.proposals[0] ?? { steps: [] };
    const leaves = new Map(steps.map((step) => [step.check, [step.outcome, step.leaves]]));
    expect(leaves.get("not-in-effect")).toEqual(["held", 1000]);
    expect(leaves.get("cte-excluded")).toEqual(["dropped some", 500]);
    expect(leaves.get("already-credited")).toEqual(["dropped some", 500]);
    expect(steps.map((step) => step.check)).toEqual(CHECKS.map((check) => check.reason));
  });
});

describe("a new record that breaks a rule", () => {
  it("is refused with that rule's code: two letters that may not stand together", () => {
    const outcome = decideCase({ pathways: [{ record: { designations: ["L", "N"] } }], scores: LEVEL_3 });
    expect(outcome.refusals).toEqual(["p1 designation-conflict"]);
    const alone = decideCase({ pathways: [{ record: { designations: ["N"] } }], scores: LEVEL_3 });
    expect(alone.refusals).toEqual([]);
  });
});
