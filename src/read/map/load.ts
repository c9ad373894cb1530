import type { z } from "zod";
import { itemAt } from "../../at.js";
import { didYouMean } from "../../config/nearest.js";
import type { Problem } from "../../errors.js";
import { FIELDS } from "../../model.js";
import { type JsonFile, type Path, pathOf, readJson } from "../../policy/json.js";
import { valueAt } from "../../policy/raw.js";
import { DIALECT_NAMES, dialectNamed } from "../dialects/index.js";
import { type MapDef, type MapFields, type MapFile, mapSchema } from "./schema.js";

const KEYS: readonly string[] = Object.keys(mapSchema.shape);

/** Keys of the places inside a map, for "did you mean". */
const INNER_KEYS: readonly string[] = [
  ...["column", "else", "values", "missing", "read", "dates", "assume", "unless", "constant", "template"],
  ...["flags", "yes", "no", "cases", "otherwise", "when", "value", "in", "notIn", "why", "anyCredit"],
  ...["from", "to", "digits", "fields", "imports", "word", "columns", "delimiter", "fill", "needs"],
];

export interface LoadedMap {
  /** Null: something is wrong with it. */
  readonly def: MapDef | null;
  readonly problems: readonly Problem[];
}

/**
 * Reads the text of a map. Everything that is wrong is said at once, each with line and column.
 * @param name how messages speak of the file
 * @param sha256 of the file, lower case hex
 */
export function loadMap(name: string, text: string, sha256: string): LoadedMap {
  const json = readJson(text);
  const problems: Problem[] = [];
  for (const { line, column, message } of json.problems) {
    problems.push({
      code: "",
      where: `${name}:${line}:${column}`,
      message: `${message}. Mend the file at this place.`,
    });
  }
  if (json.value === undefined) return { def: null, problems };
  const parsed = mapSchema.safeParse(json.value);
  if (!parsed.success) {
    for (const issue of parsed.error.issues) problems.push(...issueProblems(issue, json, name));
    return { def: null, problems };
  }
  const say = (path: readonly (string | number)[], message: string): void => {
    const { line, column } = json.keyAt(path);
    problems.push({ code: "", where: `${name}:${line}:${column}`, message });
  };
  checkMeaning(parsed.data, say);
  if (problems.length > 0) return { def: null, problems };
  return { def: { ...whole(parsed.data), file: { name, sha256 } }, problems };
}

function issueProblems(issue: z.core.$ZodIssue, json: JsonFile, name: string): readonly Problem[] {
  const path = pathOf(issue.path);
  const at = (place: { readonly line: number; readonly column: number }): string =>
    `${name}:${place.line}:${place.column}`;
  if (issue.code === "unrecognized_keys" || (issue.code === "invalid_key" && path.length > 0)) {
    const keys = issue.code === "unrecognized_keys" ? issue.keys : [String(path.at(-1))];
    const into = issue.code === "unrecognized_keys" ? path : path.slice(0, -1);
    const known = into.length === 0 ? KEYS : [...INNER_KEYS, ...Object.values(FIELDS).flat()];
    return keys.map((key) => ({
      code: "",
      where: at(json.keyAt([...into, key])),
      message: `"${key}" means nothing here.${didYouMean(key, known)}`,
    }));
  }
  if (issue.code === "invalid_union") return [unionProblem(issue, path, json, at)];
  const what = path.length === 0 ? "the map" : `"${path.join(".")}"`;
  return [{ code: "", where: at(json.valueAt(path)), message: `${what} ${faultWords(issue, json, path)}.` }];
}

/** What is wrong with the value at a path: `is missing`, `must be text`. */
function faultWords(issue: z.core.$ZodIssue, json: JsonFile, path: Path): string {
  if (issue.code === "invalid_value") return `must be one of: ${issue.values.map(String).join(", ")}`;
  if (issue.code === "invalid_type") {
    return valueAt(json.value, path) === undefined
      ? "is missing"
      : `must be ${NOUNS[issue.expected] ?? issue.expected}`;
  }
  if (issue.code === "too_small" && issue.origin === "array") return "must not be empty";
  if (issue.code === "too_small") return `must be at least ${issue.minimum}`;
  if (issue.code === "too_big") return `must be at most ${issue.maximum}`;
  return issue.message;
}

const NOUNS: Readonly<Record<string, string>> = {
  string: "text",
  int: "a whole number",
  object: "{ ... }",
  record: "{ ... }",
  array: "a list",
  boolean: "true or false",
};

type UnionIssue = Extract<z.core.$ZodIssue, { code: "invalid_union" }>;

/** Of the forms that a field can have, says which key is wrong in the one that was meant. */
function unionProblem(
  issue: UnionIssue,
  path: readonly (string | number)[],
  json: JsonFile,
  at: (place: { readonly line: number; readonly column: number }) => string,
): Problem {
  for (const branch of issue.errors) {
    const [only] = branch;
    if (branch.length !== 1 || only?.code !== "unrecognized_keys" || only.path.length > 0) continue;
    const key = itemAt(only.keys, 0);
    const message = `"${key}" means nothing here.${didYouMean(key, INNER_KEYS)}`;
    return { code: "", where: at(json.keyAt([...path, key])), message };
  }
  for (const branch of issue.errors) {
    const [only] = branch;
    if (branch.length !== 1 || only === undefined || only.path.length === 0) continue;
    const inner = [...path, ...pathOf(only.path)];
    const message = `"${inner.join(".")}" ${faultWords(only, json, inner)}.`;
    return { code: "", where: at(json.valueAt(inner)), message };
  }
  const message = `"${path.join(".")}" must be a column, a list of columns, or { "column" | "constant" | "template" | "flags" | "cases": ... }.`;
  return { code: "", where: at(json.valueAt(path)), message };
}

function checkMeaning(map: MapFile, say: (path: readonly (string | number)[], message: string) => void): void {
  const base = map.extends === undefined ? null : dialectNamed(map.extends);
  if (map.extends !== undefined && base === null) {
    say(["extends"], `there is no dialect "${map.extends}".${didYouMean(map.extends, DIALECT_NAMES)}`);
  } else if (base !== null && base.kind !== map.kind) {
    say(["kind"], `${base.name} holds ${base.kind}, and so must a map that extends it.`);
  }
  const known: readonly string[] = FIELDS[map.kind];
  const check = (fields: MapFields, path: readonly (string | number)[]): void => {
    for (const field of Object.keys(fields)) {
      if (known.includes(field)) continue;
      say([...path, field], `${map.kind} have no field "${field}".${didYouMean(field, known)}`);
    }
  };
  check(map.fields, ["fields"]);
  for (const [i, fields] of (map.unpivot ?? []).entries()) check(fields, ["unpivot", i]);
  if (map.numbered !== undefined) check(map.numbered.fields, ["numbered", "fields"]);
  if (map.kind !== "scores") {
    if (map.unpivot !== undefined) say(["unpivot"], "only a score file can hold several results in one row.");
    if (map.numbered !== undefined) say(["numbered"], "only a score file can hold several results in one row.");
  }
}

/** The map with what it extends beneath it. */
function whole(map: MapFile): MapDef {
  const { extends: _extends, $schema: _schema, ...own } = map;
  const base = map.extends === undefined ? null : dialectNamed(map.extends);
  if (base === null) return own;
  return {
    ...base,
    ...own,
    fields: { ...base.fields, ...own.fields },
    studentColumns: [...(base.studentColumns ?? []), ...(own.studentColumns ?? [])],
    hints: { ...base.hints, ...own.hints },
    notes: own.notes ?? base.notes ?? [],
    ...(base.output === undefined && own.output === undefined
      ? {}
      : { output: { imports: false, ...base.output, ...own.output } }),
  };
}
