import { didYouMean, nearest } from "../config/nearest.js";
import type { CourseOutline, PolicyOutline, TestOutline } from "./outline.js";
import type { Listed, Named } from "./outlineRead.js";
import type { PolicyHit } from "./policyRule.js";
import { isObject } from "./raw.js";

/** A name that nothing in the policy has. */
export interface UnknownName {
  readonly name: string;
  /** ` Did you mean "x"?`, or nothing. */
  readonly guess: string;
}

/** The finding for a name that is none of `known`. */
export function unknownName(name: Named, known: readonly string[]): PolicyHit<UnknownName> {
  return {
    facts: { name: name.text, guess: didYouMean(name.text, known) },
    path: name.path,
    value: name.text,
  };
}

/** The ids of a list, in its order. */
export function idsOf(list: Listed<{ readonly id: Named | null }>): readonly string[] {
  return list.entries.map((entry) => entry.id?.text).filter((id) => id !== undefined);
}

/** Made once a list, since rules ask for entries by the thousand. */
const INDEXES = new WeakMap<object, ReadonlyMap<string, unknown>>();

/** The entries of a list by id; of those with one id the first. */
export function entriesById<T extends { readonly id: Named | null }>(list: Listed<T>): ReadonlyMap<string, T> {
  const known = INDEXES.get(list) as ReadonlyMap<string, T> | undefined;
  if (known !== undefined) return known;
  const byId = new Map<string, T>();
  for (const entry of list.entries) if (entry.id !== null && !byId.has(entry.id.text)) byId.set(entry.id.text, entry);
  INDEXES.set(list, byId);
  return byId;
}

/** Reports each name that no entry of the list has; silent where the list itself could not be read to its end. */
export function checkNames(
  names: readonly (Named | null)[],
  list: Listed<{ readonly id: Named | null }>,
  hit: (hit: PolicyHit<UnknownName>) => void,
): void {
  if (!list.complete) return;
  const byId = entriesById(list);
  const known = idsOf(list);
  for (const name of names) if (name !== null && !byId.has(name.text)) hit(unknownName(name, known));
}

export function courseOf(outline: PolicyOutline, name: Named | null): CourseOutline | null {
  return name === null ? null : (entriesById(outline.courses).get(name.text) ?? null);
}

export function testOf(outline: PolicyOutline, name: Named | null): TestOutline | null {
  return name === null ? null : (entriesById(outline.tests).get(name.text) ?? null);
}

/** Whether an object holds a mistyped form of a key, so that the key is not called missing as well. */
export function mistyped(value: unknown, key: string): boolean {
  return isObject(value) && Object.keys(value).some((name) => name !== key && nearest(name, [key]) !== null);
}

/** Every second and later mention of a text, with the first. Texts of one owner may repeat each other. */
export function doubles(
  names: readonly { readonly name: Named; readonly owner: unknown }[],
): readonly { readonly name: Named; readonly first: Named }[] {
  const seen = new Map<string, { readonly name: Named; readonly owner: unknown }>();
  const found: { name: Named; first: Named }[] = [];
  for (const entry of names) {
    const first = seen.get(entry.name.text);
    if (first === undefined) seen.set(entry.name.text, entry);
    else if (first.owner !== entry.owner) found.push({ name: entry.name, first: first.name });
  }
  return found;
}
