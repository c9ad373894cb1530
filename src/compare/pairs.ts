import { contentOfEntry, type Entry } from "./entry.js";

/** A past entry and what stands in its place. */
export interface Pair {
  readonly was: Entry;
  readonly is: Entry;
}

export interface Paired {
  readonly pairs: readonly Pair[];
  readonly gone: readonly Entry[];
  readonly added: readonly Entry[];
}

/** What an entry is known by, from the closest to the loosest; an empty key pairs with nothing. */
export type PairKey = (entry: Entry) => string;

/** Entries that agree in no key are still taken for one another where at most this many cells differ. */
const NEAR = 2;

export function differences(a: Entry, b: Entry): number {
  let count = 0;
  for (const [i, cell] of a.cells.entries()) if (cell !== b.cells[i]) count += 1;
  return count;
}

function byContent(a: Entry, b: Entry): number {
  const [left, right] = [contentOfEntry(a), contentOfEntry(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Pairs within one group, those that differ least first; ties by content, so that the order of rows decides nothing. */
function pairGroup(gone: Entry[], added: Entry[], limit: number, pairs: Pair[]): void {
  const choices: { readonly was: Entry; readonly is: Entry; readonly far: number }[] = [];
  for (const was of gone) {
    for (const is of added) {
      const far = differences(was, is);
      if (far <= limit) choices.push({ was, is, far });
    }
  }
  choices.sort((a, b) => a.far - b.far || byContent(a.was, b.was) || byContent(a.is, b.is));
  for (const { was, is } of choices) {
    if (!gone.includes(was) || !added.includes(is)) continue;
    gone.splice(gone.indexOf(was), 1);
    added.splice(added.indexOf(is), 1);
    pairs.push({ was, is });
  }
}

function grouped(entries: readonly Entry[], key: PairKey): Map<string, Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const name = key(entry);
    if (name === "") continue;
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [entry]);
    else group.push(entry);
  }
  return groups;
}

/** Says of the entries of one student that are not on both sides which took the place of which. */
export function pairUp(gone: readonly Entry[], added: readonly Entry[], keys: readonly PairKey[]): Paired {
  const pairs: Pair[] = [];
  let left = [...gone];
  let right = [...added];
  for (const key of keys) {
    const candidates = grouped(right, key);
    const paired = new Set<Entry>();
    for (const [name, group] of grouped(left, key)) {
      const found: Pair[] = [];
      pairGroup(group, candidates.get(name) ?? [], Number.POSITIVE_INFINITY, found);
      for (const pair of found) {
        pairs.push(pair);
        paired.add(pair.was).add(pair.is);
      }
    }
    left = left.filter((entry) => !paired.has(entry));
    right = right.filter((entry) => !paired.has(entry));
  }
  pairGroup(left, right, NEAR, pairs);
  return { pairs, gone: left.sort(byContent), added: right.sort(byContent) };
}
