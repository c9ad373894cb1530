import { itemAt } from "../at.js";
import type { RawRow, Violation } from "../model.js";
import type { Change } from "../rules/changes.js";
import { proposalLandedDifferently } from "../rules/proposal-landed-differently.js";
import { proposalNotLanded } from "../rules/proposal-not-landed.js";
import { contentOfEntry, type Entry } from "./entry.js";
import { type About, foundBy } from "./found.js";

/** A row of the later export on a student and course that a record was proposed for. */
export interface LandingRow {
  readonly row: RawRow;
  readonly entry: Entry;
  /** It is not in the earlier export. */
  readonly isNew: boolean;
}

interface LandingInputs {
  readonly wanted: readonly Entry[];
  readonly candidates: readonly LandingRow[];
  readonly field: (entry: Entry, field: "course_id") => string;
  readonly says: (entry: Entry) => string;
  readonly about: (entry: Entry, content: string) => About;
  /** Cells that the proposal fills and the row has otherwise. What it leaves blank the student system may fill. */
  readonly changesOf: (proposed: Entry, row: Entry) => readonly Change[];
}

interface Landings {
  readonly violations: readonly Violation[];
  /** In the order of the proposed records. */
  readonly landed: readonly RawRow[];
  readonly landedEntries: ReadonlySet<Entry>;
}

/** Looks for each proposed record in the later export; one row is never taken for two of them. */
export function landings(inputs: LandingInputs): Landings {
  const byPlace = new Map<string, LandingRow[]>();
  for (const candidate of inputs.candidates) {
    const key = keyOf(candidate.entry, inputs);
    const rows = byPlace.get(key);
    if (rows === undefined) byPlace.set(key, [candidate]);
    else rows.push(candidate);
  }
  for (const rows of byPlace.values()) rows.sort(newFirst);
  const taken = new Set<LandingRow>();
  const landedBy = new Map<Entry, LandingRow>();
  const violations: Violation[] = [];
  const free = (entry: Entry): readonly LandingRow[] =>
    (byPlace.get(keyOf(entry, inputs)) ?? []).filter((row) => !taken.has(row));
  // Those that landed as they were proposed first, so that none of their rows is taken for one that did not.
  for (const entry of inputs.wanted) {
    const same = free(entry).find((row) => inputs.changesOf(entry, row.entry).length === 0);
    if (same === undefined) continue;
    taken.add(same);
    landedBy.set(entry, same);
  }
  for (const entry of inputs.wanted) {
    if (landedBy.has(entry)) continue;
    const near = nearest(entry, free(entry), inputs);
    const about = inputs.about(entry, contentOfEntry(entry));
    if (near === null) {
      violations.push(foundBy(proposalNotLanded, { says: inputs.says(entry) }, about));
      continue;
    }
    taken.add(near);
    landedBy.set(entry, near);
    const changes = inputs.changesOf(entry, near.entry);
    const { column, to: value } = itemAt(changes, 0);
    const place = { ...about, at: near.entry, column, value };
    violations.push(foundBy(proposalLandedDifferently, { says: inputs.says(entry), changes }, place));
  }
  const landed: RawRow[] = [];
  for (const entry of inputs.wanted) {
    const row = landedBy.get(entry);
    if (row !== undefined) landed.push(row.row);
  }
  return { violations, landed, landedEntries: new Set([...taken].map(({ entry }) => entry)) };
}

function keyOf(entry: Entry, { field }: LandingInputs): string {
  return `${entry.studentId}\u001f${field(entry, "course_id")}`;
}

function newFirst(a: LandingRow, b: LandingRow): number {
  if (a.isNew !== b.isNew) return a.isNew ? -1 : 1;
  const [left, right] = [contentOfEntry(a.entry), contentOfEntry(b.entry)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The new row of the course that differs least; an entry that stood there before is never a landed record. */
function nearest(entry: Entry, rows: readonly LandingRow[], inputs: LandingInputs): LandingRow | null {
  let best: LandingRow | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const row of rows) {
    if (!row.isNew) continue;
    const far = inputs.changesOf(entry, row.entry).length;
    if (far < least) {
      best = row;
      least = far;
    }
  }
  return best;
}
