import { once } from "node:events";
import { createWriteStream, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A small seeded generator (mulberry32): the same seed gives the same district on every machine. */
export function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const SUBJECTS = [
  ["MAT", "Algebra", "02052"],
  ["GEO", "Geometry", "02072"],
  ["ENG", "English Language Arts", "01001"],
  ["SCI", "Biology", "03051"],
  ["HIS", "World History", "04051"],
  ["SPA", "Spanish", "24052"],
];
const MARKS = ["A", "A-", "B+", "B", "B-", "C+", "C", "C-", "D+", "D", "P", "F", "F", "I", "W"];
const HEADER =
  "student_id,state_student_id,last_name,first_name,district_code,school_code,school_year,term,grade_level,course_id,course_title,state_course_code,content_area,cte,mark,credits_attempted,credits_earned,designations,date_completed";

function policy() {
  const courses = SUBJECTS.map(([code, title, state]) => ({
    id: code.toLowerCase(),
    title: `${title} 1`,
    subject: code,
    stateCourseCode: state,
    credits: 1,
    courseIds: [`${code}101`],
    parts: [
      { id: "S1", terms: ["S1"], credits: 0.5 },
      { id: "S2", terms: ["S2"], credits: 0.5 },
    ],
  }));
  const higher = courses.map((course) => ({
    ...course,
    id: `${course.id}-2`,
    title: course.title.replace("1", "2"),
    courseIds: [course.courseIds[0].replace("101", "201")],
  }));
  const next = courses.map((course) => ({
    id: `next-${course.id}`,
    title: `${course.title} by the next course`,
    method: "next-course",
    clause: "1, Next course",
    progression: { standards: ["X"], attestedBy: "Content team", on: "2022-05-02" },
    attempt: { is: "required" },
    evidence: { course: `${course.id}-2`, minMark: "C" },
    award: { courses: [course.id], take: "lost" },
    grade: { mark: "P" },
  }));
  return {
    format: 1,
    district: { name: "Bench School District", code: "17901" },
    policies: [{ number: "1", adopted: "2020-01-01", effectiveFrom: "2020-01-01" }],
    equity: { provision: "Reviewed each year by student group." },
    marks: {
      ranked: MARKS.slice(0, 10),
      credit: ["P"],
      noCredit: ["F"],
      incomplete: ["I"],
      ignored: ["W"],
    },
    calendar: {
      terms: [
        { id: "S1", ends: "01-31" },
        { id: "S2", ends: "06-15" },
      ],
    },
    courses: [...courses, ...higher],
    tests: [
      {
        id: "SBA",
        title: "State test",
        scope: "state",
        scales: { level: { ordered: ["1", "2", "3", "4"] }, score: { min: 2000, max: 3000 } },
      },
    ],
    pathways: [
      ...next,
      {
        id: "sba",
        title: "Mathematics by the state test",
        method: "state-test",
        clause: "2, State test",
        attempt: { is: "required" },
        evidence: { test: "SBA", min: { level: "3" } },
        award: { courses: ["mat", "geo"], take: "lost" },
        grade: { mark: "P" },
      },
    ],
  };
}

function transcriptRow(random, student, course, year) {
  const [code, title, state] = SUBJECTS[course % SUBJECTS.length];
  const higher = course >= SUBJECTS.length;
  const mark = MARKS[Math.floor(random() * MARKS.length)];
  const lost = mark === "F" || mark === "I" || mark === "W";
  const term = random() < 0.5 ? "S1" : "S2";
  return [
    1000000000 + student,
    4000000000 + student,
    `Lastname${student % 977}`,
    student % 11 === 0 ? '"First, Middle"' : `Firstname${student % 613}`,
    "17901",
    1000 + (student % 40),
    `${year - 1}-${String(year % 100)}`,
    term,
    9 + (year - 2022),
    `${code}${higher ? 201 : 101}`,
    `${title} ${higher ? 2 : 1}`,
    state,
    "",
    "N",
    mark,
    "0.5",
    lost ? "0" : "0.5",
    "B",
    term === "S1" ? `${year}-01-31` : `${year}-06-15`,
  ].join(",");
}

async function writeLines(path, lines) {
  const stream = createWriteStream(path);
  let block = "";
  for (const line of lines) {
    block += `${line}\n`;
    if (block.length > 262_144) {
      if (!stream.write(block)) await once(stream, "drain");
      block = "";
    }
  }
  stream.end(block);
  await once(stream, "finish");
}

function* transcript(random, rows) {
  yield HEADER;
  for (let row = 0; row < rows; row += 1) {
    const student = Math.floor(row / 40);
    yield transcriptRow(random, student, Math.floor(random() * SUBJECTS.length * 2), 2022 + (row % 4));
  }
}

function* scores(random, students) {
  yield "student_id,test,date,level,score,status";
  for (let student = 0; student < students; student += 1) {
    const level = 1 + Math.floor(random() * 4);
    yield `${1000000000 + student},SBA,2025-05-0${1 + Math.floor(random() * 9)},${level},${2200 + level * 100},valid`;
  }
}

/** Writes `transcripts.csv`, `scores.csv` and `policy.json` of about `rows` transcript rows, 40 a student. */
export async function generate(folder, rows, seed) {
  const random = seeded(seed);
  await writeLines(join(folder, "transcripts.csv"), transcript(random, rows));
  await writeLines(join(folder, "scores.csv"), scores(random, Math.ceil(rows / 40)));
  writeFileSync(join(folder, "policy.json"), JSON.stringify(policy(), null, 2));
}
