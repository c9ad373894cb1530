import type { SchoolYearForm } from "./date.js";
import type { FileReading, TranscriptRow } from "./model.js";
import type { OutputLayout } from "./report/result.js";

type DateForm = OutputLayout["dateForm"];

/** Counts how school years and dates are written, so that new records are written as most rows are. */
export interface FormCounter {
  readonly see: (row: TranscriptRow) => void;
  readonly schoolYearForm: () => SchoolYearForm;
  readonly dateForm: () => DateForm;
}

/** The most common; ties go to the first listed. */
function commonest<T extends string>(forms: readonly [T, ...T[]], counts: ReadonlyMap<T, number>): T {
  let best = forms[0];
  for (const form of forms) if ((counts.get(form) ?? 0) > (counts.get(best) ?? 0)) best = form;
  return best;
}

export function countForms(): FormCounter {
  const years = new Map<SchoolYearForm, number>();
  const dates = new Map<DateForm, number>();
  return {
    see: ({ yearForm, completed, dateCompleted }) => {
      if (yearForm !== null) years.set(yearForm, (years.get(yearForm) ?? 0) + 1);
      if (completed === null) return;
      const form = dateCompleted.includes("/") ? "us" : "iso";
      dates.set(form, (dates.get(form) ?? 0) + 1);
    },
    schoolYearForm: () => commonest(["short", "long", "end"], years),
    dateForm: () => commonest(["iso", "us"], dates),
  };
}

/** New records go out in the layout of the first transcript; null where there is none. */
export function outputLayout(files: readonly FileReading[], forms: FormCounter): OutputLayout | null {
  for (const { kind, layout } of files) {
    if (kind !== "transcript" || layout === null) continue;
    return { layout, schoolYearForm: forms.schoolYearForm(), dateForm: forms.dateForm() };
  }
  return null;
}

/** One note for each file that was read as Windows-1252: which letters its bytes mean is told by the bytes alone. */
export function encodingNotes(files: readonly FileReading[]): readonly string[] {
  return files
    .filter(({ layout }) => layout?.encoding === "windows-1252")
    .map(({ name }) => `${name} is not UTF-8 and was read as Windows-1252. Export as UTF-8 where you can choose.`);
}

/** One note for each transcript whose columns or delimiter are not those that new records go out in. */
export function layoutNotes(files: readonly FileReading[]): readonly string[] {
  const transcripts = files.filter((file) => file.kind === "transcript" && file.layout !== null);
  const [first, ...others] = transcripts;
  const notes: string[] = [];
  for (const { name, layout } of others) {
    const own = first?.layout;
    if (own === null || own === undefined || layout === null) continue;
    const same = own.delimiter === layout.delimiter && own.columns.join("\n") === layout.columns.join("\n");
    if (same) continue;
    notes.push(
      `${name} has other columns than ${first?.name ?? ""}: new records are written in the layout of the latter.`,
    );
  }
  return notes;
}
