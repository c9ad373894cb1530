import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A small policy with one pathway that always works: Algebra 2 with a C recovers Algebra 1. */
export const POLICY = {
  format: 1,
  district: { name: "Testing School District", code: "17901" },
  policies: [{ number: "2403P", adopted: "2022-07-05", effectiveFrom: "2022-09-01" }],
  equity: { provision: "Reviewed each year by student group." },
  marks: { ranked: ["A", "B", "C", "D"], credit: ["P"], noCredit: ["F"], incomplete: ["I"], ignored: ["W"] },
  calendar: {
    terms: [
      { id: "S1", ends: "01-31" },
      { id: "S2", ends: "06-30" },
    ],
  },
  courses: [
    {
      id: "algebra-1",
      title: "Algebra 1",
      subject: "math",
      stateCourseCode: "02052",
      credits: 0.5,
      courseIds: ["MAT101"],
    },
    {
      id: "algebra-2",
      title: "Algebra 2",
      subject: "math",
      stateCourseCode: "02056",
      credits: 0.5,
      courseIds: ["MAT301"],
    },
  ],
  pathways: [
    {
      id: "next",
      title: "Algebra 2 completes Algebra 1",
      method: "next-course",
      clause: "2403P, Next course",
      progression: { standards: ["HSA-REI"], attestedBy: "Math team", on: "2022-05-02" },
      attempt: { is: "required" },
      evidence: { course: "algebra-2", minMark: "C" },
      award: { courses: ["algebra-1"], take: "lost" },
      strength: "will",
      grade: { mark: "P" },
      record: { designations: ["Z"] },
    },
  ],
} as const;

export const HEADER =
  "student_id,last_name,school_code,school_year,term,grade_level,course_id,mark,credits_attempted,credits_earned,designations";

/** One student who has earned Algebra 1 by mastery, in their own school. */
export function earner(id: string, school = "4321", grade = 10): string {
  return [
    `${id},Nguyen,${school},2023-24,S1,${grade - 1},MAT101,F,0.5,0,`,
    `${id},Nguyen,${school},2024-25,S1,${grade},MAT301,B,0.5,0.5,`,
  ].join("\n");
}

/** A row with a fault at error severity: credit on a failing mark. */
export const FAULTY = "9000000003,Nguyen,4321,2023-24,S1,9,MAT101,F,0.5,0.5,";

export function transcript(...students: readonly string[]): string {
  return `${[HEADER, ...students].join("\n")}\n`;
}

/** A folder of its own for one test, with `policy.json` and `t.csv` unless told otherwise. */
export function folder(files: Readonly<Record<string, string>> = {}): {
  readonly path: string;
  readonly remove: () => void;
} {
  const path = mkdtempSync(join(tmpdir(), "zcredit-test-"));
  const all = { "policy.json": JSON.stringify(POLICY, null, 2), "t.csv": transcript(earner("9000000001")), ...files };
  for (const [name, content] of Object.entries(all)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  }
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
