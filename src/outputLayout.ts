import type { SchoolYearForm } from "./date.js";
import type { FileReading, Layout, TranscriptRow } from "./model.js";
import { mayHaveCommas } from "./normalise/decimals.js";
import { dateFormOf, type DateForm as MappedForm } from "./read/map/dates.js";
import { columnSpec, datesOf } from "./read/map/field.js";
import { fitMap, throughLayout } from "./read/map/resolve.js";
import type { MapDef } from "./read/map/schema.js";
import type { Source } from "./read/source.js";
import type { OutputLayout } from "./report/result.js";

type DateForm = OutputLayout["dateForm"];

/** Counts how school years and dates are written, so that new records are written as most rows are. */
export interface FormCounter {
  readonly see: (row: TranscriptRow) => void;
  readonly schoolYearForm: () => SchoolYearForm;
  readonly dateForm: () => DateForm;
  /** Null: no date was read through a map. */
  readonly mappedDateForm: () => MappedForm | null;
  readonly counts: () => FormCounts;
  /** Adds what another counter saw. */
  readonly add: (counts: FormCounts) => void;
}

/** How many rows are in each form. */
export interface FormCounts {
  readonly years: Readonly<Record<SchoolYearForm, number>>;
  readonly dates: Readonly<Record<DateForm, number>>;
  /** Pairs of form and number. */
  readonly mapped: readonly (readonly [MappedForm, number])[];
}

const YEARS = ["short", "long", "end"] as const;
const DATES = ["iso", "us"] as const;

/** The most common; ties go to the first listed. */
function commonest<T extends string>(forms: readonly [T, ...T[]], counts: Readonly<Record<T, number>>): T {
  let best = forms[0];
  for (const form of forms) if (counts[form] > counts[best]) best = form;
  return best;
}

export function countForms(): FormCounter {
  // Every row is counted: a Map would take several times as long.
  const years: Record<SchoolYearForm, number> = { short: 0, long: 0, end: 0 };
  const dates: Record<DateForm, number> = { iso: 0, us: 0 };
  const mapped = new Map<MappedForm, number>();
  const formsOf = rememberedForms();
  return {
    see: ({ yearForm, completed, dateCompleted, layout, cells }) => {
      if (yearForm !== null) years[yearForm] += 1;
      if (completed === null) return;
      if (layout.through !== undefined) {
        const at = layout.through.physical.date_completed;
        const form = at === undefined ? null : dateFormOf((cells[at] ?? "").trim(), formsOf(layout));
        if (form !== null) mapped.set(form, (mapped.get(form) ?? 0) + 1);
        return;
      }
      dates[dateCompleted.includes("/") ? "us" : "iso"] += 1;
    },
    schoolYearForm: () => commonest(YEARS, years),
    dateForm: () => commonest(DATES, dates),
    mappedDateForm: () => {
      let best: MappedForm | null = null;
      for (const form of [...mapped.keys()].sort()) if (count(mapped, form) > count(mapped, best)) best = form;
      return best;
    },
    counts: () => ({ years: { ...years }, dates: { ...dates }, mapped: [...mapped] }),
    add: (counts) => {
      for (const form of YEARS) years[form] += counts.years[form];
      for (const form of DATES) dates[form] += counts.dates[form];
      for (const [form, rows] of counts.mapped) mapped.set(form, (mapped.get(form) ?? 0) + rows);
    },
  };
}

function count(counts: ReadonlyMap<MappedForm, number>, form: MappedForm | null): number {
  return form === null ? 0 : (counts.get(form) ?? 0);
}

/** The forms that the map of a layout lists for the date of a row. */
function rememberedForms(): (layout: Layout) => readonly MappedForm[] {
  const known = new WeakMap<Layout, readonly MappedForm[]>();
  return (layout) => {
    let forms = known.get(layout);
    if (forms === undefined) {
      const def = layout.through?.def;
      const field = def?.fields.date_completed;
      const spec = field === undefined ? null : columnSpec(field);
      forms = def === undefined || spec === null ? [] : datesOf(def, "date_completed", spec);
      known.set(layout, forms);
    }
    return forms;
  };
}

/** New records go out in the layout of the first transcript, or in the one to import by; null without a transcript. */
export function outputLayout(
  files: readonly FileReading[],
  forms: FormCounter,
  importBy: MapDef | null = null,
  decimalComma = false,
): OutputLayout | null {
  for (const { kind, layout } of files) {
    if (kind !== "transcript" || layout === null) continue;
    if (importBy !== null) return importLayout(importBy, layout);
    const mappedDateForm = forms.mappedDateForm();
    return {
      layout,
      schoolYearForm: forms.schoolYearForm(),
      dateForm: forms.dateForm(),
      ...(mappedDateForm === null ? {} : { mappedDateForm }),
      // A file whose cells are parted by commas cannot be read back so.
      ...(decimalComma && mayHaveCommas(layout) ? { decimalComma: true } : {}),
    };
  }
  return null;
}

/** The layout that a map's system imports, written with the line ends and in the encoding of the transcript. */
function importLayout(def: MapDef, transcript: Layout): OutputLayout {
  const columns = def.output?.columns ?? [];
  const { through: _through, quoting: _quoting, headless: _headless, ...rest } = transcript;
  const plain: Layout = { ...rest, columns, index: {}, delimiter: def.output?.delimiter ?? "," };
  return {
    layout: throughLayout(plain, def, fitMap(def, columns)),
    schoolYearForm: "short",
    dateForm: "iso",
    forImport: true,
  };
}

/** How each file was read, where it is not in zcredit's own layout, and what its layout asks of whoever uses it. */
export function dialectNotes(files: readonly FileReading[], sources: readonly Source[]): readonly string[] {
  const notes: string[] = [];
  const said = new Set<string>();
  for (const { name, kind, layout } of files) {
    const def = layout?.through?.def;
    const named = sources.find((source) => source.name === name)?.as ?? [];
    const meant = named.filter((one) => one !== "own" && one.kind === kind);
    if (layout !== null && meant.length > 0 && !named.includes(def ?? "own")) {
      const names = meant.map((one) => (one === "own" ? one : one.name)).join(", ");
      notes.push(`${name} does not have the columns of ${names}, so it was read by its header.`);
    }
    if (def === undefined) continue;
    const by = def.file === undefined ? def.name : `${def.file.name}, SHA-256 ${def.file.sha256}`;
    notes.push(`${name} was read as ${def.title} (${by}).`);
    if (said.has(def.name)) continue;
    said.add(def.name);
    notes.push(...(def.notes ?? []));
  }
  return notes;
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
