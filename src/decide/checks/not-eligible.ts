import type { StudentRow } from "../../model.js";
import type { PathwayInput } from "../../policy/schema.js";
import type { Check } from "./check.js";

/** Grade level, program and class. Programs and class come from the students file alone: without a row, not eligible. */
export const notEligible: Check = {
  reason: "not-eligible",
  clear: "for students like this one",
  title: "The student is not among those that the pathway is for.",
  remedy: "Check grade level, programs and class in the students file.",
  drops({ pathway, standing }) {
    const { who } = pathway.source;
    // Rows of the students file that contradict each other leave it open who the student is: doubt decides, not this.
    if (who === undefined || standing.student.students.some((row) => row.doubts.length > 0)) return null;
    const says = gradeLevelBars(who, standing.gradeLevel) ?? fileBars(who, standing.student.students);
    return says === null ? null : { says };
  },
};

type Who = NonNullable<PathwayInput["who"]>;

function gradeLevelBars(who: Who, gradeLevel: number | null): string | null {
  if (who.gradeLevels === undefined) return null;
  if (gradeLevel === null) return `for grade ${who.gradeLevels.join(", ")}; the student's grade level is not known`;
  return who.gradeLevels.includes(gradeLevel)
    ? null
    : `for grade ${who.gradeLevels.join(", ")}; the student is in grade ${gradeLevel}`;
}

function fileBars(who: Who, rows: readonly StudentRow[]): string | null {
  if (who.programs === undefined && who.status === undefined && who.classOf === undefined) return null;
  const [row] = rows;
  if (row === undefined) return "depends on a row for this student in a students file, and there is none";
  const { any, none } = who.programs ?? {};
  if (any !== undefined && !any.some((program) => row.programs.includes(program))) {
    return `for students in ${any.join(" or ")}`;
  }
  const barred = none?.find((program) => row.programs.includes(program));
  if (barred !== undefined) return `not for students in ${barred}`;
  const { status } = who;
  if (status?.any !== undefined && !status.any.includes(row.status)) {
    return `for students with status ${status.any.join(" or ")}; this one's is ${row.status === "" ? "not given" : row.status}`;
  }
  if (status?.none?.includes(row.status)) return `not for students with status ${row.status}`;
  if (who.classOf !== undefined && !who.classOf.some((year) => year === row.classOf)) {
    return `for the class of ${who.classOf.join(", ")}; the student's class is ${row.classOf ?? "not known"}`;
  }
  return null;
}
