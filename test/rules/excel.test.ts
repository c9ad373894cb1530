import { expect, test } from "vitest";
import { type Given, transcript, violationsIn } from "../support/rows.js";

function found(given: Given): readonly string[] {
  return violationsIn({ transcript: transcript({}), ...given })
    .filter(({ code }) => code.startsWith("excel-"))
    .map(({ code, column, value }) => `${code} ${column} ${value}`);
}

const inTranscript = (change: Readonly<Record<string, string>>): readonly string[] =>
  found({ transcript: transcript(change) });
const inScores = (line: string): readonly string[] =>
  found({ scores: `student_id,test,part,date,level,score,status,edition|${line}` });
const inStudents = (line: string): readonly string[] =>
  found({ students: `student_id,grade_level,class_of,programs,birth_date|${line}` });
const inApprovals = (line: string): readonly string[] =>
  found({ approvals: `student_id,pathway,role,decision,by,on,note,until|${line}` });

test.each([
  ["a mark", { mark: "#N/A" }, ["excel-fault-value mark #N/A"]],
  ["a column too narrow to show its number", { course_id: "####" }, ["excel-fault-value course_id ####"]],
  ["a truth value for a student", { student_id: "TRUE" }, ["excel-truth-value student_id TRUE"]],
  ["a course code read as a day", { course_id: "1-Jun" }, ["excel-turned-to-date course_id 1-Jun"]],
  ["a range of grade levels", { grade_level: "12-Sep" }, ["excel-turned-to-date grade_level 12-Sep"]],
  ["a day without its year", { date_completed: "1-Jun" }, ["excel-turned-to-date date_completed 1-Jun"]],
  ["a state id", { state_student_id: "1.23E+09" }, ["excel-number-for-code state_student_id 1.23E+09"]],
  ["a serial with a time of day", { date_completed: "45828.75" }, ["excel-serial-date date_completed 45828.75"]],
  ["what may be there", { course_title: "TRUE colors", cte: "FALSE", content_area: "1-Jun" }, []],
  ["a day that can be read", { date_completed: "6/1/2024" }, []],
  ["a number that is no day of a student at school", { date_completed: "99999" }, []],
])("in a transcript: %s", (_name, change, expected) => {
  expect(inTranscript(change)).toEqual(expected);
});

test("in scores, students and approvals", () => {
  expect(inScores("7001,MATH,,45828,3,,,")).toEqual(["excel-serial-date date 45828"]);
  expect(inScores("7001,MATH,,2025-05-01,#N/A,500,,Jun-24")).toEqual(["excel-fault-value level #N/A"]);
  expect(inScores("7001,5-Apr,,2025-05-01,3,,TRUE,")).toEqual(["excel-turned-to-date test 5-Apr"]);
  expect(inStudents("7001,12-Sep,FALSE,TRUE,")).toEqual([
    "excel-truth-value class_of FALSE",
    "excel-turned-to-date grade_level 12-Sep",
  ]);
  expect(inApprovals("7001,next,teacher,granted,#N/A,45828,#REF!,45829")).toEqual([
    "excel-serial-date on 45828",
    "excel-serial-date until 45829",
  ]);
});

test("a birth date is never repeated", () => {
  for (const date of ["39537", "31-Mar-08", "#REF!"]) {
    const all = violationsIn({ transcript: transcript({}), students: `student_id,birth_date|7001,${date}` });
    expect(all.some(({ code }) => code.startsWith("excel-"))).toBe(true);
    if (date !== "#REF!") expect(JSON.stringify(all)).not.toContain(date);
  }
});

test("a course code that a spreadsheet has turned could be of any course", () => {
  for (const course_id of ["1-Jun", "Jun-01", "1.10E+05", "TRUE", "#REF!", "####"]) {
    const codes = violationsIn({ transcript: transcript({ course_id }) }).map(({ code }) => code);
    expect(codes).toContain("course-id-unreadable");
  }
});
