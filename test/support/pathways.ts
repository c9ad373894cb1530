import type { RawCourse, RawEvidence, RawPathway, RawTarget, RawTest } from "../naive/types.js";
import { chance, type Draw, number, pick, some } from "./draw.js";

/** Random pathways over every key of the format, without any of the faults that a policy is refused for. */

const ROLES = ["teacher", "principal"] as const;

type Award = RawPathway["award"];

function drawCourseEvidence(draw: Draw, courses: readonly RawCourse[]): RawEvidence {
  const course = pick(draw, courses);
  const ids = (course.parts ?? []).map((part) => part.id);
  let parts: { parts?: readonly string[] | "any" } = {};
  if (ids.length > 0 && chance(draw, 20)) parts = { parts: chance(draw, 50) ? "any" : some(draw, ids, 2) };
  return {
    course: course.id,
    minMark: pick(draw, ["D", "D", "C", "C", "B", "credit"]),
    ...parts,
    ...(chance(draw, 8) ? { inDistrict: true } : {}),
    ...(chance(draw, 8) ? { regularYear: true } : {}),
    ...(chance(draw, 20) ? { acceptMastery: true } : {}),
  };
}

/** Thresholds that rise with `step`, so that the same test can carry tiers. */
function drawTestEvidence(draw: Draw, test: RawTest, step: number): RawEvidence {
  const filters: RawEvidence = {
    ...(chance(draw, 10) ? { from: "2022-01-01" } : {}),
    ...(chance(draw, 10) ? { to: "2025-01-31" } : {}),
    ...(chance(draw, 6) ? { edition: "A" } : {}),
    ...(chance(draw, 10) ? { withinMonths: pick(draw, [12, 24]) } : {}),
    ...(chance(draw, 20) ? { maxTries: number(draw, 1, 2) } : {}),
    ...(chance(draw, 10) ? { beforeCourse: true } : {}),
  };
  if (test.id === "STATE") {
    const level = pick(draw, ["2", "2", "3"]);
    if (chance(draw, 20)) return { test: test.id, above: { score: 2300 + 200 * step }, ...filters };
    if (chance(draw, 20)) return { test: test.id, min: { level, score: 2450 }, ...filters };
    return { test: test.id, min: { level: String(Math.min(4, Number(level) + step)) }, ...filters };
  }
  if (test.id === "LANG") {
    const required = some(draw, test.parts ?? [], 2);
    const rule = pick(draw, ["lowest", "average"] as const);
    return {
      test: test.id,
      min: { level: step === 0 ? pick(draw, ["low", "mid"]) : "high" },
      parts: { required, rule },
      ...filters,
    };
  }
  if (chance(draw, 40)) return { test: test.id, min: { percent: 50 + 15 * step }, ...filters };
  return { test: test.id, min: { score: 60.5 + 10 * step }, ...filters };
}

function drawPiece(draw: Draw, courses: readonly RawCourse[], tests: readonly RawTest[], kind: string): RawEvidence {
  if (kind === "course") return drawCourseEvidence(draw, courses);
  if (kind === "approval") return { approval: pick(draw, ["panel", "coach"]) };
  return drawTestEvidence(draw, pick(draw, tests), 0);
}

function drawEvidence(draw: Draw, courses: readonly RawCourse[], tests: readonly RawTest[]): RawEvidence {
  const kinds = ["course", "course", "test", "test", "test", "approval"];
  const piece = (): RawEvidence => drawPiece(draw, courses, tests, pick(draw, kinds));
  const form = number(draw, 0, 99);
  if (form < 66) return piece();
  if (form < 76) return { all: [piece(), piece()] };
  if (form < 88) return { any: [piece(), piece()] };
  if (form < 94) return { all: [piece(), { not: piece() }] };
  return { any: [{ all: [piece(), piece()] }, piece()] };
}

function testsIn(evidence: RawEvidence): string[] {
  const inner = [...(evidence.all ?? []), ...(evidence.any ?? [])];
  return [...(evidence.test === undefined ? [] : [evidence.test]), ...inner.flatMap(testsIn)];
}

/** A grade table is drawn only where one test decides, and now and then lacks a level or a low score. */
function drawGrade(draw: Draw, pieces: readonly RawEvidence[]): NonNullable<RawPathway["grade"]> {
  const tests = pieces.flatMap(testsIn);
  const first = tests[0];
  const single = first !== undefined && pieces.every((piece) => testsIn(piece).length <= 1);
  const kind = number(draw, 0, 99);
  if (single && kind < 40) {
    if (first === "STATE" && chance(draw, 60)) {
      return { byLevel: chance(draw, 20) ? { "3": "B", "4": "A" } : { "1": "D", "2": "C", "3": "B", "4": "A" } };
    }
    if (first === "LANG") return { byLevel: { low: "P", mid: "B", high: "A" } };
    const least = first === "STATE" ? 2450 : 55;
    return {
      byScore: [
        { min: least, mark: "C" },
        { min: least * 1.1 > 2000 ? 2700 : 80, mark: "A" },
      ],
    };
  }
  if (first === undefined && kind < 60) return { from: "evidence" };
  return { mark: pick(draw, ["P", "P", "P", "B"]) };
}

function drawAward(draw: Draw, targets: readonly RawTarget[], is: string, tiered: boolean): Award {
  const lost = is === "required" ? chance(draw, 75) : is === "irrelevant" && chance(draw, 25);
  const take = lost ? "lost" : "open";
  const upTo = chance(draw, 35) ? { upTo: pick(draw, [0.25, 0.5, 0.5, 1]) } : {};
  const net = take === "open" && ("upTo" in upTo || tiered) ? { netOfClassCredit: chance(draw, 50) } : {};
  const waiver = chance(draw, 8);
  return {
    courses: targets,
    take,
    ...upTo,
    ...net,
    ...(!waiver && chance(draw, 20) ? { split: false } : {}),
    ...(chance(draw, 30) ? { fill: "latest" as const } : {}),
    ...(waiver ? { kind: "waiver" as const } : {}),
  };
}

function drawAttempt(draw: Draw, is: RawPathway["attempt"]["is"]): RawPathway["attempt"] {
  return {
    is,
    ...(chance(draw, 30) ? { marks: some(draw, ["F", "NC", "I"], 3) } : {}),
    ...(chance(draw, 8) ? { withinMonths: pick(draw, [12, 18, 36]) } : {}),
    ...(chance(draw, 8) ? { regularYear: true } : {}),
    ...(chance(draw, 8) ? { inDistrict: true } : {}),
    ...(chance(draw, 8) ? { gradeLevels: [9, 10, 11] } : {}),
    ...(chance(draw, 15) ? { beforeEvidence: chance(draw, 50) } : {}),
  };
}

function drawWho(draw: Draw): NonNullable<RawPathway["who"]> {
  return {
    ...(chance(draw, 60) ? { gradeLevels: [10, 11, 12] } : {}),
    ...(chance(draw, 40) ? { programs: chance(draw, 50) ? { any: ["avid", "lab"] } : { none: ["lab"] } } : {}),
    ...(chance(draw, 30) ? { classOf: [2025, 2026, 2027] } : {}),
  };
}

function drawRecord(
  draw: Draw,
  targets: readonly RawTarget[],
  courses: readonly RawCourse[],
): NonNullable<RawPathway["record"]> {
  const timed = targets.some((target) => {
    const id = typeof target === "string" ? target : target.course;
    return courses.find((course) => course.id === id)?.parts?.some((part) => part.terms !== undefined);
  });
  const letters = pick(draw, [["Z"], ["Z"], ["Z"], ["N"], ["L"], ["B", "Z"]]);
  return {
    ...(chance(draw, 60) ? { designations: letters } : {}),
    ...(chance(draw, 2) ? { designations: ["L", "N"] } : {}),
    ...(chance(draw, 20) ? { courseId: "{courseId}Z" } : {}),
    ...(!timed && chance(draw, 20) ? { term: pick(draw, ["S2", "YR"]) } : {}),
    ...(chance(draw, 20) ? { schoolCode: "9999" } : {}),
  };
}

export function drawPathway(
  draw: Draw,
  index: number,
  courses: readonly RawCourse[],
  tests: readonly RawTest[],
): RawPathway {
  const targets = some(draw, courses, 2).map((course): RawTarget => {
    const ids = (course.parts ?? []).map((part) => part.id);
    if (ids.length === 0 || !chance(draw, 15)) return course.id;
    return { course: course.id, parts: some(draw, ids, 1) };
  });
  const is = pick(draw, [
    "required",
    "required",
    "required",
    "required",
    "irrelevant",
    "irrelevant",
    "forbidden",
  ] as const);
  const tiered = chance(draw, 25);
  const award = drawAward(draw, targets, is, tiered);
  const dated = number(draw, 0, 99);
  const test = pick(draw, tests);
  const pieces = tiered
    ? [drawTestEvidence(draw, test, 0), drawTestEvidence(draw, test, 1)]
    : [drawEvidence(draw, courses, tests)];
  const [first = { approval: "panel" }, second] = pieces;
  const shown =
    second === undefined
      ? { evidence: first }
      : {
          tiers: [
            { evidence: first, upTo: 0.5 },
            { evidence: second, upTo: pick(draw, [1, 1.5]) },
          ],
        };
  return {
    id: `path-${index}`,
    title: `Pathway ${index}`,
    method: pick(draw, ["next-course", "state-test", "local-test", "equivalency", "other"]),
    clause: `Section ${index}`,
    ...(dated > 95 ? { effectiveTo: "2024-12-31" } : {}),
    ...(dated > 91 && dated <= 95 ? { effectiveFrom: "2025-03-01" } : {}),
    ...(chance(draw, 15) ? { who: drawWho(draw) } : {}),
    attempt: drawAttempt(draw, is),
    ...(chance(draw, 10) ? { barredBy: { [pick(draw, ["creditIn", "attemptIn"])]: [pick(draw, courses).id] } } : {}),
    ...shown,
    award,
    // A waiver may state one all the same, and it means nothing.
    ...(award.kind === "waiver" && chance(draw, 50) ? {} : { grade: drawGrade(draw, pieces) }),
    ...(chance(draw, 70) ? { record: drawRecord(draw, targets, courses) } : {}),
    ...(chance(draw, 25) ? { approvals: some(draw, ROLES, 2) } : {}),
    ...(chance(draw, 12) ? { onRequest: true } : {}),
    ...(chance(draw, 30) ? { allowCte: true } : {}),
  };
}
