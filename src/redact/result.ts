import type { Comparison } from "../compare/result.js";
import type { FileReading, InputKind } from "../model.js";
import type { Source } from "../read/source.js";
import { byReportOrder } from "../report/order.js";
import type { ResultOptions } from "../report/result.js";
import type { Reach } from "../since/reach.js";
import type { Redactor } from "./redactor.js";

/** What stands in every redacted result, and on the screen. */
export const PSEUDONYMISED =
  "Pseudonymised, not anonymous: ids are keyed hashes, names, cells and sentences about single cases are left out, and days are months. Courses, marks, results, schools and line numbers are not: whoever knows a student's can find the student again. Share it only with people who may see education records.";

/** A file as results speak of it: what it holds and the how manieth of these it is, since its own name may hold a student's. */
export function neutralNames<T extends { readonly name: string }>(
  files: readonly T[],
  kindOf: (file: T) => string,
): readonly T[] {
  const seen = new Map<string, number>();
  return files.map((file) => {
    const kind = kindOf(file);
    const number = (seen.get(kind) ?? 0) + 1;
    seen.set(kind, number);
    return { ...file, name: `${kind}-${number}` };
  });
}

export function neutralSources(sources: readonly Source[]): readonly Source[] {
  return neutralNames(sources, ({ kind }: { readonly kind: InputKind }) => kind);
}

/** A file's digest shows of a guess whether it is right, and so does what a broken line says. */
export function redactedFile(file: FileReading): FileReading {
  return {
    ...file,
    sha256: "",
    layout: file.layout,
    broken: file.broken.map(({ stateStudentId: _, ...line }) => ({ ...line, studentId: "" })),
    header: null,
  };
}

export function redactedOptions(options: ResultOptions, { names, school }: Redactor): ResultOptions {
  return { ...options, onlyStudent: options.onlyStudent.map(names.student).sort(), school: options.school.map(school) };
}

/** Schools by what is shown for their codes; those that cannot be told apart from a student's number are pseudonyms. */
export function redactedReach(reach: Reach, { school }: Redactor): Reach {
  const schools = reach.schools.map((each) => ({ ...each, code: school(each.code) }));
  return { ...reach, schools: schools.sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0)) };
}

/** @param said notes of the caller's own, which are kept: those of a comparison name columns as a file has them */
export function redactedComparison(compared: Comparison, said: readonly string[], redactor: Redactor): Comparison {
  return {
    ...compared,
    before: compared.before.map(redactedFile),
    after: compared.after.map(redactedFile),
    proposed: compared.proposed.map(redactedFile),
    violations: compared.violations.map(redactor.violation).sort(byReportOrder),
    landed: [],
    notes: [
      ...(compared.notes.length > said.length ? ["Some columns were not compared."] : []),
      ...said,
      PSEUDONYMISED,
    ],
  };
}
