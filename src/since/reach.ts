import type { Manifest } from "../compare/manifest.js";
import type { Problem } from "../errors.js";
import type { FileReading, StudentFile } from "../model.js";
import { byFirst, byText } from "../order.js";
import { count } from "../report/words.js";

/** How much a run reached: what tells an export that was cut short from one that is whole. */
export interface Reach {
  /** Students with a row in each file, in the order of the files. */
  readonly files: readonly { readonly name: string; readonly students: number }[];
  /** By school code, in text order; transcript rows alone. */
  readonly schools: readonly { readonly code: string; readonly rows: number; readonly students: number }[];
}

/** What one counter saw, plain: pairs of name and number, and by school rows and students. */
export interface ReachCounts {
  readonly files: readonly (readonly [string, number])[];
  readonly schools: readonly (readonly [string, number, number])[];
}

export interface ReachCounter {
  see(student: StudentFile): void;
  counts(): ReachCounts;
  /** Adds what another counter saw, of other students. */
  add(counts: ReachCounts): void;
  reach(files: readonly FileReading[]): Reach;
}

interface School {
  rows: number;
  students: number;
}

/** Counts as students go by; holds counts alone. */
export function countReach(): ReachCounter {
  const byFile = new Map<string, number>();
  const bySchool = new Map<string, School>();
  const schoolOf = (code: string): School => {
    let school = bySchool.get(code);
    if (school === undefined) {
      school = { rows: 0, students: 0 };
      bySchool.set(code, school);
    }
    return school;
  };
  return {
    see(student) {
      const files = new Set<string>();
      // Nearly all rows are of the file and the school of the row before.
      let before: string | null = null;
      for (const rows of [student.transcript, student.scores, student.approvals, student.students]) {
        for (const { file } of rows) {
          if (file !== before) files.add(file);
          before = file;
        }
      }
      const schools = new Map<string, School>();
      let code: string | null = null;
      let school: School = { rows: 0, students: 0 };
      for (const { schoolCode } of student.transcript) {
        if (schoolCode !== code) {
          school = schools.get(schoolCode) ?? schoolOf(schoolCode);
          if (!schools.has(schoolCode)) school.students += 1;
          schools.set(schoolCode, school);
          code = schoolCode;
        }
        school.rows += 1;
      }
      for (const name of files) byFile.set(name, (byFile.get(name) ?? 0) + 1);
    },
    counts: () => ({
      files: [...byFile],
      schools: [...bySchool].map(([code, { rows, students }]) => [code, rows, students] as const),
    }),
    add(counts) {
      for (const [name, students] of counts.files) byFile.set(name, (byFile.get(name) ?? 0) + students);
      for (const [code, rows, students] of counts.schools) {
        const school = schoolOf(code);
        school.rows += rows;
        school.students += students;
      }
    },
    reach(files) {
      return {
        files: files.map(({ name }) => ({ name, students: byFile.get(name) ?? 0 })),
        schools: [...bySchool]
          .map(([code, { rows, students }]) => ({ code, rows, students }))
          .sort((a, b) => byText(a.code, b.code)),
      };
    },
  };
}

/** A fall of more than this share is taken for an export that was cut short. */
const LIMIT = 0.1;

function fell(was: number | undefined, is: number): boolean {
  return was !== undefined && was - is > was * LIMIT;
}

/**
 * Where rows or students fell by more than 10 % since the earlier results: of a file, of all files of a kind (their
 * names may carry the day), or of a school. Earned credit that an export hides would be proposed again.
 */
export function shrunk(earlier: Manifest, files: readonly FileReading[], reach: Reach): readonly Problem[] {
  const problems: Problem[] = [];
  const say = (where: string, what: string, was: number, is: number): void => {
    const message = `${count(was)} ${what} in the earlier results, ${count(is)} now: more than 10 % fewer. Look whether the export was cut short; if it is meant, say --allow-shrink.`;
    problems.push({ code: "", where, message });
  };
  const studentsOf = (name: string): number => reach.files.find((file) => file.name === name)?.students ?? 0;
  const kinds = new Map<string, { was: number; is: number; students: number; now: number }>();
  for (const input of earlier.inputs) {
    const kind = kinds.get(input.kind) ?? { was: 0, is: 0, students: 0, now: 0 };
    kind.was += input.rows ?? 0;
    kind.students += input.students ?? 0;
    kinds.set(input.kind, kind);
    const file = files.find((each) => each.name === input.name && each.kind === input.kind);
    if (file === undefined) continue;
    if (fell(input.rows, file.rows)) say(file.name, "rows", input.rows ?? 0, file.rows);
    else if (fell(input.students, studentsOf(file.name)))
      say(file.name, "students", input.students ?? 0, studentsOf(file.name));
  }
  for (const file of files) {
    const kind = kinds.get(file.kind);
    if (kind === undefined) continue;
    kind.is += file.rows;
    kind.now += studentsOf(file.name);
  }
  if (problems.length === 0) {
    for (const [kind, { was, is, students, now }] of [...kinds].sort(byFirst)) {
      // A kind of file that is not given at all tonight is another run, and said elsewhere.
      if (!files.some((file) => file.kind === kind) && kind !== "transcript") continue;
      if (fell(was, is)) say(`all ${kind} files`, "rows", was, is);
      else if (fell(students, now)) say(`all ${kind} files`, "students", students, now);
    }
  }
  for (const { school_code, rows, students } of earlier.schools ?? []) {
    const now = reach.schools.find(({ code }) => code === school_code) ?? { rows: 0, students: 0 };
    const where = school_code === "" ? "rows without a school" : `school ${school_code}`;
    if (fell(rows, now.rows)) say(where, "rows", rows, now.rows);
    else if (fell(students, now.students)) say(where, "students", students, now.students);
  }
  return problems;
}
