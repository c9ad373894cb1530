import type { z } from "zod";
import { itemAt } from "../at.js";
import { didYouMean, nearest } from "../config/nearest.js";
import { CUT_LISTS } from "../data/smarterBalancedCuts.js";
import { shownName } from "../rules/words.js";
import type { FormFault } from "./finding.js";
import { type Path, pathOf } from "./json.js";
import { asText, inWords, isObject, kindOf, own, valueAt } from "./raw.js";
import { policySchema } from "./schema.js";
import { chooseOption, knownKeys, objectOptions, schemaAt } from "./schemaWalk.js";

/** A fault of form, with the place that it is about. */
export interface FormFinding {
  readonly code: FormFault;
  readonly message: string;
  readonly path: Path;
  /** Which end of the path the place is: an unknown key itself, or the value. */
  readonly on: "key" | "value";
  readonly value: string;
}

type Issue = z.core.$ZodIssue;
type Schema = z.core.$ZodType;

/** Every fault of form of a file, with the key or value that each is about. */
export function schemaFindings(raw: unknown): readonly FormFinding[] {
  const result = policySchema.safeParse(raw, { error: plainWords });
  if (result.success) return [];
  const findings = result.error.issues.flatMap((issue) => issueFindings(raw, issue, []));
  return withoutEchoes(raw, findings);
}

function issueFindings(raw: unknown, issue: Issue, base: Path): readonly FormFinding[] {
  const path = [...base, ...pathOf(issue.path)];
  if (path.length > 0 && !isThere(raw, path)) return [missing(raw, issue, path)];
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => unknownKey(raw, path, key));
  if (issue.code === "invalid_union") return unionFindings(raw, path);
  const value = valueAt(raw, path);
  if (issue.code === "invalid_key") {
    return [invalid(raw, path, "a name here is empty", "", "key")];
  }
  const what = entryName(path);
  const guess =
    issue.code === "invalid_value" && typeof value === "string" ? didYouMean(value, texts(issue.values)) : "";
  const isShort = issue.code === "too_small" && Array.isArray(value) && value.length > 0;
  const seen = isObject(value) || value === "" ? "" : isShort ? `, not ${value.length}` : found(value);
  const message = issue.message.startsWith("must ")
    ? `${what} ${sentence(`${issue.message}${seen}`)}${guess}`
    : issue.message;
  return [invalid(raw, path, message, asText(value), "value")];
}

/** Looks again with the one option that was meant, so that its own faults are named. */
function unionFindings(raw: unknown, path: Path): readonly FormFinding[] {
  const schema = schemaAt(policySchema, raw, path);
  const value = valueAt(raw, path);
  const option = chooseOption(schema, value);
  const issues = option === undefined ? [] : parse(option, value);
  return issues.length === 0
    ? [noOption(raw, path, value, schema)]
    : issues.flatMap((issue) => issueFindings(raw, issue, path));
}

function noOption(raw: unknown, path: Path, value: unknown, schema: Schema | undefined): FormFinding {
  const telling = tellingKeys(schema);
  const what = entryName(path);
  const key = path.at(-1);
  if (!isObject(value) && key === "parts") {
    return invalid(raw, path, `"parts" must be a list of parts, or "any"${found(value)}`, asText(value), "value");
  }
  if (key === "cuts" && !Array.isArray(value)) {
    const known = CUT_LISTS.map((name) => `"${name}"`).join(" or ");
    const near = typeof value === "string" ? didYouMean(value, CUT_LISTS) : "";
    const said = `"cuts" must be ${known}, or a list of cut scores${found(value)}.${near}`;
    return invalid(raw, path, said, asText(value), "value");
  }
  const guess = isObject(value)
    ? Object.keys(value)
        .map((name) => didYouMean(name, telling))
        .join("")
    : "";
  const forms = telling.map((name) => `"${name}"`).join(", ");
  if (telling.length === 0) {
    return invalid(
      raw,
      path,
      `${what} must be text, a number, true, false or null${found(value)}`,
      asText(value),
      "value",
    );
  }
  if (isObject(value)) return invalid(raw, path, `${what} must hold one of ${forms}.${guess}`, "", "value");
  const text = chooseOption(schema, "") !== undefined ? "text in double quotes or " : "";
  const message = `${what} must be ${text}an object with ${telling.length > 1 ? "one of " : ""}${forms}${found(value)}.`;
  return invalid(raw, path, message, asText(value), "value");
}

function parse(schema: Schema, value: unknown): readonly Issue[] {
  const result = (schema as z.ZodType).safeParse(value, { error: plainWords });
  return result.success ? [] : result.error.issues;
}

function unknownKey(raw: unknown, path: Path, key: string): FormFinding {
  const keys = knownKeys(chosen(raw, path));
  const where = inWords(raw, path);
  const parent = path.findLast((step) => typeof step === "string");
  const kind = typeof path.at(-1) === "number" ? kindOf(parent) : null;
  const place = where === "" ? "" : `${where}: `;
  const of = kind !== null ? `a ${kind}` : parent === undefined ? "the policy" : `"${parent}"`;
  const beside = otherForm(raw, path, key);
  const message =
    beside === null
      ? `${place}"${key}" is not a key of ${of}.${didYouMean(key, keys)}`
      : `${place}"${key}" can't stand beside "${beside}": only one of the two, or both as entries of "all": [ ].`;
  return { code: "policy-key-unknown", message, path: [...path, key], on: "key", value: key };
}

/** The telling key of the form that was read, where `key` tells of another form of the same thing; else null. */
function otherForm(raw: unknown, path: Path, key: string): string | null {
  const schema = schemaAt(policySchema, raw, path);
  const telling = tellingKeys(schema);
  if (!telling.includes("approval") || !telling.includes(key)) return null;
  return telling.find((form) => form === knownKeys(chosen(raw, path))[0]) ?? null;
}

/** The key that tells each form of a thing apart. */
function tellingKeys(schema: Schema | undefined): readonly string[] {
  return objectOptions(schema).map(({ keys }) => itemAt(keys, 0));
}

function missing(raw: unknown, issue: Issue, path: Path): FormFinding {
  const where = inWords(raw, path);
  const key = String(path.at(-1));
  const own = issue.code === "custom" ? `: ${issue.message}` : "";
  const message = `${where === "" ? "" : `${where}: `}"${key}" is missing${own}`;
  return { code: "policy-key-missing", message: sentence(message), path, on: "value", value: "" };
}

function invalid(raw: unknown, path: Path, message: string, value: string, on: "key" | "value"): FormFinding {
  const where = inWords(raw, path);
  const text = sentence(where === "" ? message : `${where}: ${message}`);
  return { code: "policy-value-invalid", message: text, path, on, value };
}

function chosen(raw: unknown, path: Path): Schema | undefined {
  return chooseOption(schemaAt(policySchema, raw, path), valueAt(raw, path));
}

function isThere(raw: unknown, path: Path): boolean {
  const parent = valueAt(raw, path.slice(0, -1));
  const last = path.at(-1);
  if (typeof last === "number") return Array.isArray(parent) && last < parent.length;
  return isObject(parent) && Object.hasOwn(parent, String(last));
}

/**
 * A mistyped key is one mistake, not two: the key that it stands for is not also called missing. And what a duplicate
 * look at a union said twice is said once.
 */
function withoutEchoes(raw: unknown, findings: readonly FormFinding[]): readonly FormFinding[] {
  const meant = new Set<string>();
  for (const finding of findings) {
    if (finding.code !== "policy-key-unknown") continue;
    const parent = finding.path.slice(0, -1);
    const near = nearest(finding.value, knownKeys(chosen(raw, parent)));
    if (near !== null && own(valueAt(raw, parent), near) === undefined) meant.add(JSON.stringify([...parent, near]));
  }
  const seen = new Set<string>();
  return findings.filter((finding) => {
    if (finding.code === "policy-key-missing" && meant.has(JSON.stringify(finding.path))) return false;
    const key = JSON.stringify([finding.code, finding.path, finding.message]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function entryName(path: Path): string {
  const key = path.at(-1);
  return typeof key === "string" ? `"${key}"` : "this entry";
}

const NOUNS: Readonly<Record<string, string>> = {
  string: "text in double quotes",
  number: "a number without quotes",
  int: "a whole number without quotes",
  boolean: "true or false without quotes",
  array: "a list in [ ]",
  object: "an object in { }",
  record: "an object in { }",
};

/** Words for what the schema itself leaves to its defaults. */
const plainWords: z.core.$ZodErrorMap = (issue) => {
  if (issue.code === "invalid_type") return `must be ${NOUNS[String(issue.expected)] ?? String(issue.expected)}`;
  if (issue.code === "invalid_value") {
    const values = issue.values.map((value) => (typeof value === "string" ? `"${value}"` : String(value)));
    return `must be ${oneOf(values)}`;
  }
  if (issue.code === "too_small") {
    if (issue.origin === "array") {
      return `must list at least ${Number(issue.minimum) === 1 ? "one entry" : `${issue.minimum} entries`}`;
    }
    return `must be ${issue.inclusive === false ? "more than" : "at least"} ${issue.minimum}`;
  }
  if (issue.code === "too_big") return `must be at most ${issue.maximum}`;
  return "must be what a policy has here";
};

function oneOf(values: readonly string[]): string {
  if (values.length < 2) return values.join("");
  return `${values.slice(0, -1).join(", ")} or ${values.at(-1)}`;
}

function texts(values: readonly unknown[]): readonly string[] {
  return values.filter((value) => typeof value === "string");
}

function found(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? ", and this list is empty" : ", not a list";
  if (isObject(value)) return ", not an object";
  return typeof value === "string" ? `, not "${shownName(value)}"` : `, not ${String(value)}`;
}

function sentence(text: string): string {
  return /[.?!]$/.test(text) ? text : `${text}.`;
}
