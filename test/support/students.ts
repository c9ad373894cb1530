import type { Cells, RawCourse, RawEvidence, RawPathway, RawPolicy } from "../naive/types.js";
import { chance, type Draw, number, pick, some } from "./draw.js";

/** Random exports of one student, made so that credit is lost, regained and shown to be mastered. */

type Part = NonNullable<RawCourse["parts"]>[number];
type Kind = "lost" | "earned" | "mastery" | "ignored";

const GRADE_IN_2025: Readonly<Record<string, number>> = { "1000": 12, "1001": 11, "1002": 10, "01000": 12 };

function gradeIn(id: string, year: number): number {
  return (GRADE_IN_2025[id] ?? 12) - (2025 - year);
}

function print(thousandths: number): string {
  return String(thousandths / 1000);
}

function codeFor(draw: Draw, course: RawCourse, part: Part | null): string {
  if (part?.courseIds !== undefined) return pick(draw, part.courseIds);
  if (course.courseIds !== undefined) return pick(draw, course.courseIds);
  return course.parts?.[0]?.courseIds?.[0] ?? "";
}

function termFor(draw: Draw, course: RawCourse, part: Part | null): string {
  if (part?.terms !== undefined) return pick(draw, part.terms);
  if (part === null && course.parts !== undefined) return pick(draw, ["YR", ""]);
  return pick(draw, ["S1", "SEM1", "S2", "SU", ""]);
}

const TERM_DAYS: Readonly<Record<string, string>> = {
  S1: "01-31",
  SEM1: "01-31",
  S2: "06-15",
  YR: "06-15",
  SU: "08-10",
};

function row(draw: Draw, id: string, awardDate: string, course: RawCourse, part: Part | null, kind: Kind): Cells {
  const credits = Math.round((part ?? course).credits * 1000);
  const attempted = chance(draw, 8) ? credits / 2 : credits;
  const year = kind === "lost" ? number(draw, 2022, 2025) : pick(draw, [2022, 2023, 2024, 2024, 2025]);
  const term = termFor(draw, course, part);
  const day = `${year}-${TERM_DAYS[term] ?? "06-15"}`;
  const dated = term !== "T1" && day <= awardDate && chance(draw, 30);
  const marks: Record<Kind, readonly string[]> = {
    lost: ["F", "F", "F", "NC", "I"],
    earned: ["A", "A", "B", "B", "B", "C", "C", "D", "P"],
    mastery: ["P", "P", "B"],
    ignored: ["W"],
  };
  const earned = kind === "lost" || kind === "ignored" ? 0 : attempted;
  const short = kind === "earned" && chance(draw, 5) ? earned / 2 : earned;
  return {
    student_id: id,
    state_student_id: `9${id.padStart(9, "0")}`,
    district_code: pick(draw, ["", "17901", "17901", "17901", "27400"]),
    school_code: "1234",
    school_year: pick(draw, [
      `${year - 1}-${String(year).slice(2)}`,
      `${year - 1}-${String(year).slice(2)}`,
      String(year),
    ]),
    term,
    grade_level: chance(draw, 5) ? "" : String(gradeIn(id, year)),
    course_id: codeFor(draw, course, part),
    course_title: course.title,
    state_course_code: course.stateCourseCode ?? "",
    content_area: "",
    cte: "",
    mark: pick(draw, marks[kind]),
    credits_attempted: print(attempted),
    credits_earned: print(short),
    designations: kind === "mastery" ? "Z" : chance(draw, 20) ? "B" : "",
    date_completed: dated ? (chance(draw, 20) ? usDate(day) : day) : "",
  };
}

function usDate(day: string): string {
  return `${Number(day.slice(5, 7))}/${Number(day.slice(8))}/${day.slice(0, 4)}`;
}

/** A record that one of the pathways could have made. */
function masteryRow(draw: Draw, policy: RawPolicy, pathway: RawPathway, awardDate: string, id: string): Cells | null {
  const target = pick(draw, pathway.award.courses);
  const course = policy.courses.find((one) => one.id === (typeof target === "string" ? target : target.course));
  if (course === undefined) return null;
  const limited = typeof target === "string" ? undefined : target.parts;
  const parts = (course.parts ?? []).filter((part) => limited === undefined || limited.includes(part.id));
  const made = row(draw, id, awardDate, course, parts.length === 0 ? null : pick(draw, parts), "mastery");
  const letters = new Set(pathway.record?.designations ?? ["Z"]);
  if (chance(draw, 15)) letters.add("B");
  const template = pathway.record?.courseId;
  const grade = pathway.grade;
  const mark = grade?.mark ?? grade?.byScore?.[0]?.mark ?? Object.values(grade?.byLevel ?? {}).at(-1) ?? made.mark;
  return {
    ...made,
    mark: mark ?? "P",
    designations: [...letters].sort().join(""),
    course_id: template === undefined ? (made.course_id ?? "") : template.replace("{courseId}", made.course_id ?? ""),
  };
}

type Story = "unlucky" | "lucky" | "either";

function courseRows(draw: Draw, awardDate: string, id: string, course: RawCourse, story: Story): Cells[] {
  const make = (part: Part | null, kind: Kind): Cells => row(draw, id, awardDate, course, part, kind);
  const parts: readonly (Part | null)[] = course.parts ?? [null];
  const lot = number(draw, 0, 99);
  if (lot < 8) return [];
  if (lot < 16) return [make(null, chance(draw, 60) ? "lost" : "earned")];
  if (lot < 24) return parts.flatMap((part) => [make(part, "lost"), make(part, pick(draw, ["earned", "lost"]))]);
  if (lot < 27) return parts.map((part) => make(part, "ignored"));
  const lost = { unlucky: 80, lucky: 5, either: 45 }[story];
  return parts.map((part) => make(part, chance(draw, lost) ? "lost" : "earned"));
}

/** Targets are mostly lost, the courses that recover them mostly passed. */
function storyOf(policy: RawPolicy, course: RawCourse): Story {
  const shows = JSON.stringify(policy.pathways.map((pathway) => pathway.evidence)).includes(`"${course.id}"`);
  const wanted = JSON.stringify(policy.pathways.map((pathway) => pathway.award.courses)).includes(`"${course.id}"`);
  if (shows === wanted) return "either";
  return shows ? "lucky" : "unlucky";
}

/** One cell that cannot be read, or that contradicts another. */
function broken(draw: Draw, cells: Cells): Cells {
  const faults: readonly Cells[] = [
    { mark: "Q" },
    { school_year: "2023-25" },
    { term: "S9" },
    { grade_level: "tenth" },
    { date_completed: "2023-06-31" },
    { date_completed: "2025-08-31" },
    { credits_attempted: "half" },
    { credits_earned: "-0.5" },
    { credits_attempted: "0.5001" },
    { credits_earned: "" },
    { mark: "F", credits_attempted: "0.5", credits_earned: "0.5" },
    { credits_attempted: "0.25", credits_earned: "0.5" },
    { course_id: (cells.course_id ?? "").toLowerCase() },
    { course_id: `0${cells.course_id ?? ""}` },
    { course_id: "ART100" },
    { student_id: "" },
  ];
  return { ...cells, ...pick(draw, faults) };
}

export function drawTranscript(draw: Draw, policy: RawPolicy, awardDate: string, id: string): Cells[] {
  const rows = policy.courses.flatMap((course) => courseRows(draw, awardDate, id, course, storyOf(policy, course)));
  for (const pathway of policy.pathways) {
    const made = chance(draw, 8) ? masteryRow(draw, policy, pathway, awardDate, id) : null;
    if (made !== null) rows.push(made);
  }
  if (rows.length > 0 && chance(draw, 6)) rows.push(pick(draw, rows));
  if (rows.length > 0 && chance(draw, 10)) {
    const at = number(draw, 0, rows.length - 1);
    rows[at] = broken(draw, rows[at] ?? {});
  }
  return rows;
}

function scoreRow(draw: Draw, id: string, name: string, date: string, part: string): Cells {
  const cells: Record<string, string> = { student_id: id, test: name, part, date };
  if (name === "UNIT") {
    const score = pick(draw, [40, 60.5, 75, 85.25, 90]);
    cells.score = String(score);
    cells.percent = String(pick(draw, [45, 50, 70, 95, 95]));
  } else if (name === "LANG") {
    cells.level = pick(draw, ["low", "mid", "mid", "high", "high"]);
  } else {
    const level = pick(draw, [1, 2, 3, 3, 4, 4]);
    cells.level = String(level);
    if (chance(draw, 70)) cells.score = String(2000 + 200 * level + number(draw, 0, 199));
  }
  cells.status = pick(draw, ["", "", "valid", "valid", "Valid", "interim"]);
  cells.edition = chance(draw, 40) ? "A" : "";
  return cells;
}

export function drawScores(draw: Draw, policy: RawPolicy, awardDate: string, id: string): Cells[] {
  const rows: Cells[] = [];
  for (const test of policy.tests ?? []) {
    if (!chance(draw, 75)) continue;
    const dates = ["2021-10-05", "2023-05-10", "2024-04-20", "2024-09-01", "2024-10-15", "2025-03-01"];
    for (const date of some(
      draw,
      dates.filter((day) => day <= awardDate),
      3,
    )) {
      const name = test.id === "STATE" ? pick(draw, ["STATE", "State Test", "ST"]) : test.id;
      const parts = test.parts === undefined || chance(draw, 6) ? [""] : test.parts;
      for (const part of parts) {
        if (part !== "" && chance(draw, 10)) continue;
        rows.push(scoreRow(draw, id, name, date, part));
      }
    }
  }
  if (rows.length > 0 && chance(draw, 5)) {
    const at = number(draw, 0, rows.length - 1);
    const faults: readonly Cells[] = [
      rows[at]?.level === undefined ? { percent: "101" } : { level: "9" },
      { score: "many" },
      { score: "99999" },
      { level: "4", score: "2450" },
      { date: "2023-13-01" },
      { date: "2025-08-30" },
      { test: "OTHER" },
    ];
    rows[at] = { ...rows[at], ...pick(draw, faults) };
  }
  return rows;
}

function rolesIn(evidence: RawEvidence | undefined): string[] {
  if (evidence === undefined) return [];
  const inner = [
    ...(evidence.all ?? []),
    ...(evidence.any ?? []),
    ...(evidence.not === undefined ? [] : [evidence.not]),
  ];
  return [...(evidence.approval === undefined ? [] : [evidence.approval]), ...inner.flatMap(rolesIn)];
}

export function drawApprovals(draw: Draw, policy: RawPolicy, awardDate: string, id: string): Cells[] {
  const rows: Cells[] = [];
  for (const pathway of policy.pathways) {
    const add = (role: string, decision: string): void => {
      const target = pick(draw, pathway.award.courses);
      rows.push({
        student_id: id,
        pathway: pathway.id,
        role,
        decision,
        by: `Person ${role}`,
        on: chance(draw, 4) ? "2026-01-01" : pick(draw, ["2024-10-01", "2024-10-20", ""]),
        course: chance(draw, 15) ? (typeof target === "string" ? target : target.course) : "",
        until: chance(draw, 8) ? pick(draw, ["2024-10-31", awardDate, "2026-06-30"]) : "",
        credits: decision !== "requested" && chance(draw, 12) ? pick(draw, ["0.25", "0.5", "1"]) : "",
      });
    };
    for (const role of [...(pathway.approvals ?? []), ...rolesIn(pathway.evidence)]) {
      if (chance(draw, 70)) add(role, "granted");
      if (chance(draw, 6)) add(role, pick(draw, ["denied", "granted"]));
    }
    if (pathway.onRequest === true && chance(draw, 60)) add("family", "requested");
    if (pathway.award.kind === "waiver" && chance(draw, 35)) add("principal", "waived");
    if (chance(draw, 1)) add("teacher", "maybe");
  }
  return rows;
}

export function drawStudentRows(draw: Draw, id: string): Cells[] {
  const grade = gradeIn(id, 2025);
  const cells: Cells = {
    student_id: id,
    grade_level: chance(draw, 10) ? "" : String(grade),
    class_of: String(2025 + 12 - grade),
    programs: pick(draw, ["", "avid", "lab", "avid;lab"]),
  };
  const rows = chance(draw, 80) ? [cells] : [];
  if (rows.length > 0 && chance(draw, 4)) rows.push({ ...cells, class_of: "2030" });
  return rows;
}
