import fc from "fast-check";
import type { Cells, NaiveInput, RawCourse, RawPathway, RawPolicy, RawTest } from "../naive/types.js";
import { chance, type Draw, number, pick, some } from "./draw.js";
import { drawPathway } from "./pathways.js";
import { drawApprovals, drawScores, drawStudentRows, drawTranscript } from "./students.js";

/** Random districts: a policy without errors, and exports in which its pathways really have something to decide. */

export const TRANSCRIPT_COLUMNS = [
  "student_id",
  "state_student_id",
  "district_code",
  "school_code",
  "school_year",
  "term",
  "grade_level",
  "course_id",
  "course_title",
  "state_course_code",
  "content_area",
  "cte",
  "mark",
  "credits_attempted",
  "credits_earned",
  "designations",
  "date_completed",
] as const;

export const SCORE_COLUMNS = [
  "student_id",
  "test",
  "part",
  "date",
  "level",
  "score",
  "percent",
  "percentile",
  "status",
  "edition",
  "grade_level",
] as const;

export const APPROVAL_COLUMNS = [
  "student_id",
  "pathway",
  "role",
  "decision",
  "by",
  "on",
  "course",
  "until",
  "credits",
] as const;

export const STUDENT_COLUMNS = ["student_id", "grade_level", "class_of", "programs"] as const;

export interface District extends NaiveInput {
  /** Columns of the transcript; now and then without `designations`. */
  readonly columns: readonly string[];
}

const MARKS: RawPolicy["marks"] = {
  ranked: ["A", "B", "C", "D"],
  credit: ["P"],
  noCredit: ["F", "NC"],
  incomplete: ["I"],
  ignored: ["W"],
};

const TERMS: RawPolicy["calendar"]["terms"] = [
  { id: "S1", aliases: ["SEM1"], ends: "01-31" },
  { id: "S2", ends: "06-20" },
  { id: "YR", ends: "06-20" },
  { id: "SU", ends: "08-15", summer: true },
];

const FALL = { id: "T1", ends: "11-30" };

const TESTS: readonly RawTest[] = [
  {
    id: "STATE",
    title: "State test",
    scope: "state",
    names: ["State Test", "ST"],
    scales: { level: { ordered: ["1", "2", "3", "4"] }, score: { min: 2000, max: 2999 } },
    cuts: [{ scale: "level", from: "score", at: { "2": 2400, "3": 2600, "4": 2800 } }],
  },
  {
    id: "LANG",
    title: "Language test",
    scope: "national",
    parts: ["reading", "writing", "listening"],
    scales: { level: { ordered: ["low", "mid", "high"] } },
  },
  {
    id: "UNIT",
    title: "Unit test",
    scope: "local",
    scales: { score: { min: 0, max: 100 }, percent: { min: 0, max: 100 } },
  },
];

/** Each way of telling parts apart: not at all, by code, by term, by both. */
function drawCourse(draw: Draw, index: number): RawCourse {
  const code = `MAT1${index}`;
  const course = {
    id: `course-${index}`,
    title: `Course ${index}`,
    subject: pick(draw, ["math", "math", "science"]),
    stateCourseCode: `0205${index + 1}`,
    cadr: true,
    cte: chance(draw, 8),
  };
  const half = pick(draw, [0.5, 0.5, 0.5, 0.25]);
  const kind = pick(draw, ["by-code", "by-term", "by-both", "undivided"]);
  if (kind === "undivided") {
    const courseIds = chance(draw, 30) ? [code, `${code}X`] : [code];
    return { ...course, credits: pick(draw, [0.5, 1]), courseIds };
  }
  if (kind === "by-code") {
    const names = chance(draw, 15) ? ["A", "B", "C"] : ["A", "B"];
    const parts = names.map((name) => ({ id: name, courseIds: [`${code}${name}`], credits: half }));
    const own = chance(draw, 50) ? { courseIds: [code] } : {};
    return { ...course, ...own, credits: (half * 1000 * names.length) / 1000, parts };
  }
  const terms = [["S1"], ["S2"]];
  if (chance(draw, 20)) terms[0] = ["S1", "T1"];
  if (kind === "by-term") {
    const parts = terms.map((ids, i) => ({ id: `H${i + 1}`, terms: ids, credits: half }));
    return { ...course, courseIds: [code], credits: half * 2, parts };
  }
  const second = chance(draw, 50) ? `${code}A` : `${code}B`;
  const parts = [
    { id: "A", courseIds: [`${code}A`], terms: terms[0] ?? [], credits: half },
    { id: "B", courseIds: [second], terms: terms[1] ?? [], credits: half },
  ];
  return { ...course, credits: half * 2, parts };
}

function drawCaps(draw: Draw, courses: readonly RawCourse[], pathways: readonly RawPathway[]): RawPolicy["caps"] {
  const caps: NonNullable<RawPolicy["caps"]>[number][] = [];
  for (const index of [0, 1]) {
    if (!chance(draw, 30)) continue;
    const cap: { subject?: string; pathways?: string[]; per?: "school-year" } = {};
    if (chance(draw, 40)) cap.subject = pick(draw, courses).subject;
    if (chance(draw, 40)) cap.pathways = some(draw, pathways, 2).map((pathway) => pathway.id);
    if (chance(draw, 30)) cap.per = "school-year";
    caps.push({ id: `cap-${index}`, ...cap, upTo: pick(draw, [0.25, 0.5, 1, 1.5]) });
  }
  return caps;
}

function drawPolicy(draw: Draw): RawPolicy {
  const count = number(draw, 2, 5);
  const courses = Array.from({ length: count }, (_, index) => drawCourse(draw, index));
  const sameLearning: NonNullable<RawPolicy["sameLearning"]>[number][] = [];
  if (chance(draw, 40)) {
    const set = some(draw, courses, 3);
    if (set.length > 1)
      sameLearning.push({ courses: set.map((course) => course.id), credits: pick(draw, [1, 1, 0.5]) });
  }
  const size = number(draw, 1, 6);
  const pathways = Array.from({ length: size }, (_, index) => drawPathway(draw, index, courses, TESTS));
  return {
    format: 1,
    district: { name: "Random District", code: "17901" },
    policies: [{ number: "1", title: "Mastery", subjects: ["math", "science"], effectiveFrom: "2020-09-01" }],
    equity: { provision: "Every student hears of it." },
    marks: MARKS,
    calendar: { terms: [...TERMS, FALL] },
    courses,
    sameLearning,
    tests: TESTS,
    pathways,
    caps: drawCaps(draw, courses, pathways) ?? [],
  };
}

function withoutDesignations(rows: readonly Cells[]): Cells[] {
  return rows.map((row) => {
    const { designations: _, ...others } = row;
    return others;
  });
}

function drawDistrict(draw: Draw): District {
  const policy = drawPolicy(draw);
  const awardDate = pick(draw, ["2025-06-20", "2025-06-25", "2025-03-15", "2025-08-20", "2024-11-05"]);
  const ids = ["1000", "1001", "1002"].slice(0, number(draw, 1, 3));
  if (chance(draw, 3)) ids.push("01000");
  const transcript = ids.flatMap((id) => drawTranscript(draw, policy, awardDate, id));
  const columns = TRANSCRIPT_COLUMNS.filter((column) => column !== "designations" || !chance(draw, 8));
  return {
    policy,
    awardDate,
    columns,
    transcript: columns.includes("designations") ? transcript : withoutDesignations(transcript),
    scores: ids.flatMap((id) => drawScores(draw, policy, awardDate, id)),
    approvals: ids.flatMap((id) => drawApprovals(draw, policy, awardDate, id)),
    students: ids.flatMap((id) => drawStudentRows(draw, id)),
  };
}

export function district(): fc.Arbitrary<District> {
  return fc.gen().map((draw) => drawDistrict(draw));
}

function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows as CSV text with a header; a cell that a row does not have is empty. */
export function toCsv(rows: readonly Cells[], columns: readonly string[]): string {
  const lines = [columns.join(",")];
  for (const row of rows) lines.push(columns.map((column) => csvCell(row[column] ?? "")).join(","));
  return `${lines.join("\n")}\n`;
}
