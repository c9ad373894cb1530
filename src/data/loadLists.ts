import { z } from "zod";
import { itemAt } from "../at.js";
import { didYouMean } from "../config/nearest.js";
import { notDone } from "../errors.js";
import { byFirst } from "../order.js";
import { DEEPEST, tooDeep } from "../policy/json.js";
import type { CourseCode } from "./courseCodes.js";
import { LIST_NAMES, type ListName, type Lists, SHIPPED_LISTS } from "./lists.js";
import { CUT_LISTS } from "./smarterBalancedCuts.js";

const text = z.string().trim().min(1);
const sure = z.enum(["confirmed", "second-hand", "unconfirmed"]).default("confirmed");
const year = z.int().min(1900).max(2199);

const courseCode = z.strictObject({
  code: z.string().regex(/^\d{5}$/, "must be five digits, as text"),
  title: text,
  generic: z.enum(["no", "other", "no subject"]).default("no"),
  successors: z.array(text).default([]),
});

const designation = z.strictObject({
  letter: z.string().regex(/^[A-Z]$/, "must be one capital letter"),
  meaning: text,
  conflictsWith: z
    .string()
    .regex(/^[A-Z]*$/, "must be capital letters run together")
    .default(""),
  /** How sure it is that they clash, where that is not as sure as the letter itself. */
  conflictsSure: sure.removeDefault().optional(),
  sure,
});

const cut = z.strictObject({
  list: z.enum(CUT_LISTS),
  gradeLevel: z.int().min(-1).max(13),
  from: year,
  to: year.nullable(),
  at: z.record(text, z.number()),
  sure,
  source: text,
});

const results = z.array(text).default([]);

const languageLevel = z.strictObject({
  actfl: text,
  credits: z
    .number()
    .min(0)
    .refine((credits) => Number.isInteger(credits * 1000), "must have at most three decimals"),
  stamp: results,
  aappl: results,
  alta: results,
  ilr: results,
  sure,
});

const listsSchema = z.strictObject({
  sources: z.partialRecord(z.enum(LIST_NAMES), text).optional(),
  courseCodes: z.array(courseCode).min(1).optional(),
  designations: z.array(designation).min(1).optional(),
  smarterBalancedCuts: z.array(cut).min(1).optional(),
  worldLanguageLevels: z.array(languageLevel).min(1).optional(),
});

type ListsFile = z.output<typeof listsSchema>;

const KEYS: readonly string[] = [
  ...new Set([listsSchema, courseCode, designation, cut, languageLevel].flatMap((schema) => Object.keys(schema.shape))),
];

/**
 * Reads a file of reference lists. Each list in it stands whole in the place of the one that zcredit ships; the others
 * stay.
 *
 * @param name display name, for wording
 * @throws NotDone with the first fault of the file and where it stands
 */
export function loadLists(name: string, content: string): { readonly lists: Lists; readonly rows: number } {
  const parsed = listsSchema.safeParse(parse(name, content));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw notDone(
      name,
      issue === undefined ? "cannot be read as reference lists. The README shows their shape." : wordsOf(issue),
    );
  }
  const { courseCodes, designations, smarterBalancedCuts, worldLanguageLevels } = parsed.data;
  refuseDoubles(
    name,
    "courseCodes",
    (courseCodes ?? []).map(({ code }) => code),
  );
  refuseDoubles(
    name,
    "designations",
    (designations ?? []).map(({ letter }) => letter),
  );
  refuseDoubles(
    name,
    "worldLanguageLevels",
    (worldLanguageLevels ?? []).map(({ actfl }) => actfl),
  );
  const all = [courseCodes, designations, smarterBalancedCuts, worldLanguageLevels];
  const rows = all.reduce((sum, list) => sum + (list?.length ?? 0), 0);
  return { lists: withFile(name, parsed.data), rows };
}

function parse(name: string, content: string): unknown {
  const text = content.replace(/^\uFEFF/, "");
  if (tooDeep(text) !== null) {
    throw notDone(name, `lists and objects are nested more than ${DEEPEST} deep here. The README shows their shape.`);
  }
  try {
    return JSON.parse(text);
  } catch {
    throw notDone(name, 'this is not JSON. Reference lists are one object, such as { "courseCodes": [ ... ] }.');
  }
}

function wordsOf(issue: z.core.$ZodIssue): string {
  const place = issue.path.length === 0 ? "the file" : `"${issue.path.map(String).join(".")}"`;
  if (issue.code !== "unrecognized_keys") return `${place}: ${issue.message}.`;
  const key = itemAt(issue.keys, 0);
  return `${place}: "${key}" is not a key here.${didYouMean(key, KEYS)}`;
}

function refuseDoubles(name: string, list: string, values: readonly string[]): void {
  const seen = new Set<string>();
  for (const value of values) {
    if (seen.has(value)) throw notDone(name, `"${list}" holds "${value}" twice. Keep one.`);
    seen.add(value);
  }
}

function withFile(name: string, file: ListsFile): Lists {
  const { courseCodes, designations, smarterBalancedCuts, worldLanguageLevels } = file;
  const codes = new Map<string, CourseCode>((courseCodes ?? []).map(({ code, ...rest }) => [code, rest]));
  const sources = { ...SHIPPED_LISTS.sources };
  for (const list of LIST_NAMES) if (file[list] !== undefined) sources[list] = file.sources?.[list] ?? name;
  return {
    courseCode: courseCodes === undefined ? SHIPPED_LISTS.courseCode : (code) => codes.get(code) ?? null,
    courseCodes: courseCodes === undefined ? SHIPPED_LISTS.courseCodes : () => sortedCodes(codes),
    designations: designations ?? SHIPPED_LISTS.designations,
    conflicts:
      designations
        ?.filter(({ conflictsWith }) => conflictsWith !== "")
        .map((one) => ({ letter: one.letter, others: one.conflictsWith, sure: one.conflictsSure ?? one.sure })) ??
      SHIPPED_LISTS.conflicts,
    smarterBalancedCuts: smarterBalancedCuts ?? SHIPPED_LISTS.smarterBalancedCuts,
    worldLanguageLevels:
      worldLanguageLevels?.map((level) => ({ ...level, credits: Math.round(level.credits * 1000) })) ??
      SHIPPED_LISTS.worldLanguageLevels,
    sources,
  };
}

function sortedCodes(codes: ReadonlyMap<string, CourseCode>): readonly (readonly [string, CourseCode])[] {
  return [...codes].sort(byFirst);
}

/** The lists as a file that `loadLists` takes, so that a person can change what their state or district has otherwise. */
export function listsFile(lists: Lists, names: readonly ListName[] = LIST_NAMES): string {
  const file: Record<ListName, unknown> = {
    courseCodes: lists
      .courseCodes()
      .map(([code, { title, generic, successors }]) => ({ code, title, generic, successors })),
    designations: lists.designations.map(({ letter, meaning, sure: known }) => {
      const conflict = lists.conflicts.find((one) => one.letter === letter);
      const clash = conflict === undefined ? {} : { conflictsWith: conflict.others, conflictsSure: conflict.sure };
      return { letter, meaning, ...clash, sure: known };
    }),
    smarterBalancedCuts: lists.smarterBalancedCuts,
    worldLanguageLevels: lists.worldLanguageLevels.map((level) => ({ ...level, credits: level.credits / 1000 })),
  };
  const sources = Object.fromEntries(names.map((name) => [name, lists.sources[name]]));
  return `${JSON.stringify({ sources, ...Object.fromEntries(names.map((name) => [name, file[name]])) }, null, 2)}\n`;
}
