import { describe, expect, it } from "vitest";
import type { CompiledPolicy, Target } from "../../src/policy/compiled.js";
import { BASE, type CaseInput, type PathwayOf, studentCase } from "../support/decideCase.js";

/* What a policy is made ready to: each fact of it once, as the decision asks for it. */

const compiled = (pathway: PathwayOf, policy: CaseInput["policy"] = {}): CompiledPolicy =>
  studentCase({ pathways: [pathway], policy: policy as CaseInput["policy"] & object }).context.policy;
const pathwayOf = (pathway: PathwayOf) => {
  const [first] = compiled(pathway).pathways;
  if (first === undefined) throw new Error("no pathway");
  return first;
};
const named = (targets: readonly Target[] | null): unknown =>
  targets?.map(({ course, parts }) => [course.id, ...parts.map(({ id }) => id)].join(" ")) ?? null;
const level = (at: string, upTo: number, more: object = {}): object => ({
  evidence: { test: "SBA", min: { level: at } },
  upTo,
  ...more,
});

describe("courses", () => {
  it("with parts and without", () => {
    const { courseById } = compiled({});
    expect(courseById.get("algebra-1")).toMatchObject({
      order: 0,
      stateCourseCode: "02052",
      contentArea: "MAT",
      codes: ["MAT100", "MAT101", "MAT102"],
      divided: true,
      parts: [
        { id: "S1", order: 0, credits: 500, courseIds: ["MAT101"], terms: null },
        { id: "S2", order: 1, credits: 500, courseIds: ["MAT102"], terms: null },
      ],
    });
    expect(courseById.get("biology")).toMatchObject({
      order: 4,
      stateCourseCode: "",
      contentArea: "",
      codes: ["SCI101"],
      divided: false,
      parts: [{ id: "", order: 0, credits: 1000, courseIds: null, terms: null }],
    });
    expect(courseById.get("integrated-1")?.codes).toEqual(["IM1A", "IM1B"]);
    expect(courseById.get("geometry")?.parts.map(({ courseIds, terms }) => [courseIds, terms])).toEqual([
      [null, ["S1"]],
      [null, ["S2"]],
    ]);
  });
  it("with the same-learning sets that hold them, and no others", () => {
    const { courses } = compiled({});
    expect(courses.filter(({ sets }) => sets.length > 0).map(({ id }) => id)).toEqual(["algebra-1", "integrated-1"]);
  });
  it("by codes that differ by case or zeros alone, in the order of the policy", () => {
    const alike = BASE.courses.map((course) =>
      course.id === "biology" ? { ...course, courseIds: ["sci201", "Sci201", "0X1"] } : course,
    );
    const { foldedCodes } = compiled({}, { courses: alike.toReversed() } as never);
    const folded = [...foldedCodes.values()].map((each) => each.map(({ id }) => id));
    expect(folded.filter((each) => each.length > 1)).toEqual([["chemistry", "biology"]]);
    expect(folded.filter((each) => each[0] === "biology")).toHaveLength(1);
  });
});

describe("terms, tests and marks", () => {
  const made = (): CompiledPolicy => compiled({ record: { designations: ["Z", "B", "Z"] } });
  it("by each of their names", () => {
    const { termByName, testByName } = made();
    expect([...termByName].map(([name, { id }]) => `${name} ${id}`)).toEqual([
      "T1 T1",
      "S1 S1",
      "SEM1 S1",
      "S2 S2",
      "YR YR",
      "SU SU",
    ]);
    expect([...testByName].map(([name, { id }]) => `${name} ${id}`)).toEqual([
      "SBA SBA",
      "SB Math SBA",
      "EXAM EXAM",
      "LANG LANG",
    ]);
  });
  it("with their rank", () => {
    const { marks } = made();
    expect(marks.get("A")).toEqual({ kind: "ranked", rank: 0 });
    expect(marks.get("D")).toEqual({ kind: "ranked", rank: 3 });
    expect(marks.get("P")).toEqual({ kind: "credit", rank: -1 });
    expect(marks.get("W")).toEqual({ kind: "ignored", rank: -1 });
  });
  it("and the letters that tell a mastery record, B never", () => {
    expect([...made().masteryLetters]).toEqual(["Z"]);
  });
});

describe("a pathway", () => {
  it("with its letters sorted, each once", () => {
    expect(pathwayOf({ record: { designations: ["Z", "B", "Z"] } }).letters).toBe("BZ");
  });
  it("with what it asks of the evidence's day", () => {
    expect(pathwayOf({}).beforeEvidence).toBe(false);
    const next: PathwayOf = { method: "next-course", evidence: { course: "biology", minMark: "C" } };
    expect(pathwayOf(next).beforeEvidence).toBe(true);
    expect(pathwayOf({ ...next, attempt: { is: "irrelevant", beforeEvidence: false } }).beforeEvidence).toBe(false);
  });
  it("with the courses, tests and roles that its evidence names", () => {
    const { evidenceCourses, evidenceTests, evidenceRoles } = pathwayOf({
      evidence: {
        any: [
          { subject: "science", minMark: "C", which: "any" },
          { test: "EXAM", min: { score: 5 } },
          { approval: "panel" },
        ],
      },
    });
    expect([[...evidenceCourses], [...evidenceTests], [...evidenceRoles]]).toEqual([
      ["biology", "chemistry"],
      ["EXAM"],
      ["panel"],
    ]);
  });
  it("with the roles that must agree", () => {
    const roles = ["teacher", { role: "parent", unless: { age: 18 } }, { role: "board", credits: "required" }];
    expect(pathwayOf({ approvals: roles } as PathwayOf).approvals).toEqual([
      { role: "teacher", unlessAge: null, mustSayCredits: false },
      { role: "parent", unlessAge: 18, mustSayCredits: false },
      { role: "board", unlessAge: null, mustSayCredits: true },
    ]);
  });
  it("in effect as its document is, where it does not say otherwise", () => {
    expect([pathwayOf({}).effectiveFrom, pathwayOf({}).effectiveTo]).toEqual(["2022-09-01", null]);
    const own = pathwayOf({ effectiveFrom: "2023-01-01", effectiveTo: "2026-01-01" });
    expect([own.effectiveFrom, own.effectiveTo]).toEqual(["2023-01-01", "2026-01-01"]);
  });
  it("without tiers has one, without a ceiling", () => {
    expect(pathwayOf({}).tiers).toMatchObject([{ upTo: null, targets: null, split: true, fresh: false }]);
  });
});

describe("tiers", () => {
  const tiered = (...tiers: readonly object[]): PathwayOf =>
    ({ tiers, award: { courses: ["biology"], netOfClassCredit: false } }) as PathwayOf;
  it("that name no courses give those of the award", () => {
    expect(pathwayOf(tiered(level("2", 0.5), level("3", 1))).tiers.map(({ targets }) => named(targets))).toEqual([
      null,
      null,
    ]);
  });
  it("of which one names courses: the others give those of the award", () => {
    const { tiers, targets } = pathwayOf(
      tiered(level("2", 0.5), level("3", 1, { courses: ["chemistry", "biology"], split: false, fresh: true })),
    );
    expect(tiers.map((tier) => [named(tier.targets), tier.split, tier.fresh, tier.upTo])).toEqual([
      [["biology "], true, false, 500],
      [["chemistry ", "biology "], false, true, 1000],
    ]);
    // One that two name is the same object, so that it is looked at once.
    expect(named(targets)).toEqual(["biology ", "chemistry "]);
    expect(tiers[1]?.targets?.[1]).toBe(targets[0]);
  });
  it("are told apart by their parts, which stand in the course's order", () => {
    const S1 = { course: "algebra-1", parts: ["S1"] };
    const both = { course: "algebra-1", parts: ["S2", "S1"] };
    const { targets } = pathwayOf(
      tiered(
        level("2", 0.5, { courses: [S1] }),
        level("3", 1, { courses: [both, "geometry", "algebra-1", { course: "algebra-1", parts: ["S2"] }] }),
      ),
    );
    expect(named(targets)).toEqual(["biology ", "algebra-1 S1", "algebra-1 S1 S2", "geometry S1 S2", "algebra-1 S2"]);
  });
});

describe("caps", () => {
  it("of a school year, of several, of a term and of no time", () => {
    const caps = [
      { id: "all", upTo: 1 },
      { id: "year", per: "school-year", upTo: 1 },
      { id: "years", per: { schoolYears: 3 }, upTo: 1 },
      { id: "term", per: "term", upTo: 1 },
      { id: "mine", pathways: ["p1", "p1"], subject: "math", upTo: 1 },
    ];
    expect(
      compiled({}, { caps } as never).caps.map((cap) => [
        cap.id,
        cap.schoolYears,
        cap.perTerm,
        cap.subject,
        cap.pathways?.length ?? null,
      ]),
    ).toEqual([
      ["all", null, false, null, null],
      ["year", 1, false, null, null],
      ["years", 3, false, null, null],
      ["term", 1, true, null, null],
      ["mine", null, false, "math", 1],
    ]);
  });
});

describe("codes that a template makes", () => {
  it("stand for the code that they are made of", () => {
    const { templateByCode, pathways } = compiled({
      record: { courseId: "{courseId}-M" },
      award: { courses: ["biology"] },
    });
    expect([...templateByCode].map(([code, made]) => [code, made.course.id, made.source])).toEqual([
      ["SCI101-M", "biology", "SCI101"],
    ]);
    expect(pathways[0]?.templateCodes.size).toBe(1);
    expect(compiled({}).templateByCode.size).toBe(0);
  });
});
