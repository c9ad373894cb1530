import { parseDate } from "../date.js";
import type { RawRow, StudentRow } from "../model.js";
import { cellOf, NO_DOUBTS } from "./cells.js";
import { parseGradeLevel } from "./gradeLevel.js";

/** Reads one row of a students file. Programs are sorted, each once. */
export function readStudent(raw: RawRow): StudentRow {
  const { layout, cells } = raw;
  const gradeLevel = cellOf(layout, cells, "grade_level");
  const classOfText = cellOf(layout, cells, "class_of");
  const programsText = cellOf(layout, cells, "programs");
  const birthDateText = cellOf(layout, cells, "birth_date");
  return {
    kind: "students",
    file: raw.file,
    line: raw.line,
    layout,
    cells,
    studentId: cellOf(layout, cells, "student_id"),
    stateStudentId: cellOf(layout, cells, "state_student_id"),
    doubts: NO_DOUBTS,
    gradeLevel,
    classOfText,
    programsText,
    status: cellOf(layout, cells, "status"),
    birthDateText,
    birthDate: parseDate(birthDateText),
    grade: parseGradeLevel(gradeLevel),
    classOf: /^(?:19|20|21)\d\d$/.test(classOfText) ? Number(classOfText) : null,
    programs: readPrograms(programsText),
  };
}

function readPrograms(text: string): readonly string[] {
  const programs = new Set<string>();
  for (const program of text.split(";")) if (program.trim() !== "") programs.add(program.trim());
  return [...programs].sort();
}
