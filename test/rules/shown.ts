import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import type { FileReading } from "../../src/model.js";
import type { PolicyInput } from "../../src/policy/schema.js";
import { type Given, POLICY } from "../support/rows.js";

const KINDS = ["transcript", "scores", "approvals", "students"] as const;

/** The rows of a case, and where its policy differs from that of the other cases. */
export function shownGiven(given: Given): string {
  const parts: string[] = [];
  for (const kind of KINDS) {
    const csv = given[kind];
    if (csv !== undefined) parts.push(`${kind}:\n${compact(csv)}`);
  }
  if (given.policy !== undefined) parts.push(`policy:\n${differences(POLICY, given.policy).join("\n")}`);
  return parts.join("\n");
}

/** Columns that are blank in every row are left out; a text with a broken shape is shown as it is. */
function compact(csv: string): string {
  const text = csv.replaceAll("|", "\n");
  const rows = parse(text, { relax_column_count: true }) as string[][];
  const [header = [], ...records] = rows;
  if (records.some((record) => record.length !== header.length)) return text;
  const kept = header.map((_, column) => column).filter((column) => records.some((record) => record[column] !== ""));
  return stringify(rows.map((row) => kept.map((column) => row[column] ?? ""))).trimEnd();
}

/** A file as far as it is not sound. */
export function shownFile(change: Partial<FileReading>): string {
  const said = Object.entries(change).filter(
    ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
  );
  if (said.length === 0) return "a sound file";
  return said.map(([key, value]) => `file ${key}: ${JSON.stringify(value)}`).join("\n");
}

/** `courses[alg].cte: true` for each value that is not as it was. */
function differences(before: PolicyInput, after: PolicyInput): readonly string[] {
  const lines: string[] = [];
  walk("", before, after, lines);
  return lines;
}

function walk(path: string, before: unknown, after: unknown, lines: string[]): void {
  if (JSON.stringify(before) === JSON.stringify(after)) return;
  if (Array.isArray(before) && Array.isArray(after) && after.some(isNamed)) {
    for (const each of after) {
      const id = isNamed(each) ? each.id : "";
      const same = before.find((other) => isNamed(other) && other.id === id);
      walk(`${path}[${id}]`, same, each, lines);
    }
  } else if (isRecord(before) && isRecord(after)) {
    for (const [key, value] of Object.entries(after))
      walk(path === "" ? key : `${path}.${key}`, before[key], value, lines);
  } else {
    lines.push(`${path}: ${JSON.stringify(after)}`);
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isNamed(value: unknown): value is { readonly id: string } {
  return isRecord(value) && typeof value.id === "string";
}
