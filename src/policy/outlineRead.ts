import type { Path } from "./json.js";
import { isObject, own } from "./raw.js";

/** A text of the file and where it stands. */
export interface Named {
  /** Trimmed, never empty. */
  readonly text: string;
  readonly path: Path;
}

/** A number of the file and where it stands. */
export interface Numbered {
  readonly value: number;
  readonly path: Path;
}

/** A list of things that have ids. */
export interface Listed<T> {
  readonly path: Path;
  readonly entries: readonly T[];
  /** Every entry's id could be read: only then can a name that is not among them be called unknown. */
  readonly complete: boolean;
}

interface Entry {
  readonly value: unknown;
  readonly path: Path;
}

/** A value that stands at a path, as a text; null where it is none. */
export function nameOf(value: unknown, path: Path): Named | null {
  return typeof value === "string" && value.trim() !== "" ? { text: value.trim(), path } : null;
}

/** The text of a key; null where there is none. */
export function namedAt(parent: unknown, path: Path, key: string): Named | null {
  return nameOf(own(parent, key), [...path, key]);
}

/** The text of a name; empty where there is none, which the schema has said. */
export function textOf(name: Named | null | undefined): string {
  return name?.text ?? "";
}

/** The texts of a list under a key; what is no text is left out. */
export function namesAt(parent: unknown, path: Path, key: string): readonly Named[] {
  const list = own(parent, key);
  if (!Array.isArray(list)) return [];
  return list.map((value: unknown, index) => nameOf(value, [...path, key, index])).filter((name) => name !== null);
}

export function numberAt(parent: unknown, path: Path, key: string): Numbered | null {
  const value = own(parent, key);
  return typeof value === "number" ? { value, path: [...path, key] } : null;
}

export function flagOf(parent: unknown, key: string, otherwise: boolean): boolean {
  const value = own(parent, key);
  return typeof value === "boolean" ? value : otherwise;
}

/** The objects of a list under a key. */
export function objectsAt(parent: unknown, path: Path, key: string): readonly Entry[] {
  const list = own(parent, key);
  if (!Array.isArray(list)) return [];
  return list
    .map((value: unknown, index): Entry => ({ value, path: [...path, key, index] }))
    .filter(({ value }) => isObject(value));
}

/** The keys of an object under a key, with the place of each. */
export function entriesOf(
  parent: unknown,
  path: Path,
  key: string,
): readonly { readonly key: string; readonly path: Path }[] {
  const value = own(parent, key);
  if (!isObject(value)) return [];
  return Object.keys(value).map((name) => ({ key: name, path: [...path, key, name] }));
}

/** A list of things with ids. `mayLack`: a policy without the key has none of them, and that is complete. */
export function listOf<T extends { readonly id: Named | null }>(
  parent: unknown,
  path: Path,
  key: string,
  outline: (value: unknown, path: Path) => T,
  mayLack = false,
): Listed<T> {
  const list = own(parent, key);
  const entries = objectsAt(parent, path, key).map((entry) => outline(entry.value, entry.path));
  const whole = Array.isArray(list) && entries.length === list.length && entries.every((entry) => entry.id !== null);
  return { path: [...path, key], entries, complete: whole || (list === undefined && mayLack && isObject(parent)) };
}
