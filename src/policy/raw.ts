import { shownName } from "../rules/words.js";
import type { Path } from "./json.js";

/** A JSON object of which nothing is known yet. */
export type RawObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is RawObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value of a key that the object itself has; nothing inherited. */
export function own(value: unknown, key: string): unknown {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** The value at a path; undefined where nothing stands there. */
export function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const step of path) {
    value = Array.isArray(value) ? value[Number(step)] : own(value, String(step));
  }
  return value;
}

/** A value as text for a report; empty for lists, objects and what is not there. */
export function asText(value: unknown): string {
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" || value === null ? String(value) : "";
}

const KINDS: Readonly<Record<string, string>> = {
  policies: "document",
  terms: "term",
  courses: "course",
  parts: "part",
  tests: "test",
  pathways: "pathway",
  tiers: "tier",
  caps: "cap",
  sameLearning: "same-learning set",
  examples: "example",
};

/** What the entries of a list are called; null for lists of plain texts. */
export function kindOf(list: unknown): string | null {
  return typeof list === "string" ? (KINDS[list] ?? null) : null;
}

/**
 * Where a path leads, as a person would say it: `course "algebra-1", part "S1"`. Entries are named by their id, number
 * or name, or counted from 1 where they have none. Outside any list: the top key that it lies under, if it is not that key itself.
 */
export function inWords(root: unknown, path: Path): string {
  const words: string[] = [];
  path.forEach((step, index) => {
    const list = path[index - 1];
    const kind = kindOf(list);
    if (typeof step !== "number" || kind === null) return;
    const entry = valueAt(root, path.slice(0, index + 1));
    if (!isObject(entry)) return;
    const name = own(entry, "id") ?? own(entry, "number") ?? own(entry, "name");
    words.push(
      typeof name === "string" && name.trim() !== "" ? `${kind} "${shownName(name.trim())}"` : `${kind} ${step + 1}`,
    );
  });
  const [top, below] = path;
  return words.length === 0 && below !== undefined ? String(top) : words.join(", ");
}
