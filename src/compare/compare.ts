import { itemAt } from "../at.js";
import { NotDone, notDone } from "../errors.js";
import { numbered } from "../findings.js";
import type { FileReading, RawRow, Violation } from "../model.js";
import type { MarkKind } from "../policy/compiled.js";
import type { Hasher } from "../read/source.js";
import { byReportOrder } from "../report/order.js";
import { counted } from "../report/words.js";
import type { Change } from "../rules/changes.js";
import { VERIFY_RULES } from "../rules/compareIndex.js";
import { incompleteResolved } from "../rules/incomplete-resolved.js";
import { pastEntryAdded } from "../rules/past-entry-added.js";
import { pastEntryChanged } from "../rules/past-entry-changed.js";
import { pastEntryFailToPass } from "../rules/past-entry-fail-to-pass.js";
import { pastEntryRemoved } from "../rules/past-entry-removed.js";
import { studentAbsent } from "../rules/student-absent.js";
import { brokenLines } from "./broken.js";
import { type Correction, corrected } from "./corrections.js";
import {
  comparedColumns,
  contentOfEntry,
  type Entry,
  type EntryFields,
  entryReader,
  fieldsOf,
  writtenIn,
} from "./entry.js";
import { foundBy } from "./found.js";
import { type LandingRow, landings } from "./landings.js";
import { type Pair, type PairKey, pairUp } from "./pairs.js";
import { layoutOf, type Opener, readFiles } from "./read.js";
import type { Comparison } from "./result.js";
import { openTally } from "./tally.js";

/** A fall of more than this share of students or rows is an export cut short, not a change of the past. */
export const SHRINK_LIMIT = 0.1;

export interface CompareInputs {
  readonly before: readonly Opener[];
  readonly after: readonly Opener[];
  /** Records that were proposed, in the transcript's layout; null: nobody asks whether they landed. */
  readonly proposed: readonly Opener[] | null;
  readonly corrections: readonly Correction[] | null;
  /** What a policy says of a mark; null: there is no policy, and no mark is taken to mean anything. */
  readonly kindOf: ((mark: string) => MarkKind | null) | null;
  readonly allowShrink: boolean;
  readonly hasher: () => Hasher;
  /** The first 64 bits of a digest that nobody can make collide: SHA-256. */
  readonly digest: (text: string) => readonly [high: number, low: number];
  readonly onProgress?: (rows: number) => void;
}

/** Cells that change when an entry gets its final mark. */
const FINAL = ["mark", "credits_attempted", "credits_earned", "date_completed"];
const PROGRESS_ROWS = 50_000;

const WAS = 1;
const IS = 2;

/** A violation with what a list of corrections knows it by. */
export interface Finding {
  readonly violation: Violation;
  readonly studentId: string;
  readonly courseId: string;
  readonly schoolYear: string;
  readonly term: string;
}

/**
 * Holds a later export against an earlier one, entry by entry, by what they say: in any order, any layout. Both are
 * read twice and never held: first to count digests, then for the few entries that do not match.
 *
 * Memory grows with the number of students and of differences, not of rows.
 *
 * @throws NotDone where a file can't be read whole, changes while it is read, or is cut short.
 */
export async function compareExports(inputs: CompareInputs): Promise<Comparison> {
  const { before, after, proposed } = inputs;
  const layouts = [];
  for (const open of [...before, ...after, ...(proposed ?? [])]) layouts.push(await layoutOf(open));
  const compared = comparedColumns(layouts);
  const read = entryReader(compared);
  const { meant: field, written } = fieldsOf(compared);
  const tally = openTally();
  const students = new Map<string, number>();
  let seen = 0;
  let latestYear = 0;

  const counting = (side: number) => (row: RawRow) => {
    const entry = read(row);
    const [high, low] = inputs.digest(contentOfEntry(entry));
    tally.add(high, low, side === WAS ? 1 : -1);
    const known = students.get(entry.studentId) ?? 0;
    if ((known & side) === 0) students.set(entry.studentId, known | side);
    if (side === WAS) latestYear = Math.max(latestYear, yearOf(field(entry, "school_year")));
    seen += 1;
    if (seen % PROGRESS_ROWS === 0) inputs.onProgress?.(seen);
  };
  const beforeRead = await readFiles(before, inputs.hasher, counting(WAS));
  const afterRead = await readFiles(after, inputs.hasher, counting(IS));
  const sides = countSides(students);
  if (!inputs.allowShrink) refuseShrunk(beforeRead, afterRead, sides);

  const wanted: Entry[] = [];
  const proposedRead = await readFiles(proposed ?? [], inputs.hasher, (row) => wanted.push(read(row)));
  const wantedPlaces = new Set(wanted.map((entry) => placeOf(entry.studentId, field(entry, "course_id"))));

  const gone = new Map<string, Entry[]>();
  const absent = new Map<string, { readonly first: Entry; rows: number }>();
  let rowsGone = 0;
  const again = await readFiles(before, inputs.hasher, (row) => {
    const entry = read(row);
    if (((students.get(entry.studentId) ?? 0) & IS) === 0) {
      const known = absent.get(entry.studentId);
      if (known === undefined) absent.set(entry.studentId, { first: entry, rows: 1 });
      else known.rows += 1;
      return;
    }
    const [high, low] = inputs.digest(contentOfEntry(entry));
    if (tally.count(high, low) <= 0) return;
    tally.add(high, low, -1);
    rowsGone += 1;
    push(gone, entry.studentId, entry);
  });
  refuseChanged(beforeRead, again);

  const added = new Map<string, Entry[]>();
  const addedToPast: Entry[] = [];
  const candidates: LandingRow[] = [];
  let rowsAdded = 0;
  const afterAgain = await readFiles(after, inputs.hasher, (row) => {
    const entry = read(row);
    const [high, low] = inputs.digest(contentOfEntry(entry));
    const isNew = tally.count(high, low) < 0;
    if (isNew) {
      tally.add(high, low, 1);
      rowsAdded += 1;
      const year = yearOf(field(entry, "school_year"));
      if (gone.has(entry.studentId)) push(added, entry.studentId, entry);
      else if (year > 0 && year < latestYear && ((students.get(entry.studentId) ?? 0) & WAS) !== 0)
        addedToPast.push(entry);
    }
    if (wantedPlaces.has(placeOf(entry.studentId, field(entry, "course_id")))) candidates.push({ row, entry, isNew });
  });
  refuseChanged(afterRead, afterAgain);

  const says = (entry: Entry): string =>
    (["course_id", "school_year", "term", "mark"] as const)
      .map((name) => written(entry, name))
      .filter((text) => text !== "")
      .join(" ");
  const changesOf = (was: Entry, is: Entry, blankCounts: boolean): readonly Change[] => {
    const changes: Change[] = [];
    for (const [i, from] of was.cells.entries()) {
      const to = itemAt(is.cells, i);
      if (from === to || (from === "" && !blankCounts)) continue;
      changes.push({ column: itemAt(compared.shown, i), from: writtenIn(was, i), to: writtenIn(is, i) });
    }
    return changes;
  };
  const about = (entry: Entry, content: string) => ({
    at: entry,
    studentId: entry.studentId,
    courseId: field(entry, "course_id"),
    schoolCode: field(entry, "school_code"),
    content,
  });
  const finding = (violation: Violation, entry: Entry): Finding => ({
    violation,
    studentId: entry.studentId,
    courseId: field(entry, "course_id"),
    schoolYear: field(entry, "school_year"),
    term: field(entry, "term"),
  });

  const {
    violations: ofProposals,
    landed,
    landedEntries,
  } = landings({
    wanted,
    candidates,
    field,
    says,
    about,
    changesOf: (was, is) => changesOf(was, is, false),
  });

  const findings: Finding[] = [];
  let changed = 0;
  let resolved = 0;
  let removed = 0;
  for (const [studentId, own] of gone) {
    const paired = pairUp(own, added.get(studentId) ?? [], pairKeys(field));
    for (const pair of paired.pairs) {
      const violation = pairFinding(pair, changesOf(pair.was, pair.is, true), inputs.kindOf, field, says, about);
      if (violation.code === incompleteResolved.code) resolved += 1;
      else changed += 1;
      findings.push(finding(violation, pair.was));
    }
    for (const entry of paired.gone) {
      removed += 1;
      const violation = foundBy(pastEntryRemoved, { says: says(entry) }, about(entry, contentOfEntry(entry)));
      findings.push(finding(violation, entry));
    }
    for (const entry of paired.added) {
      const year = yearOf(field(entry, "school_year"));
      if (year > 0 && year < latestYear) addedToPast.push(entry);
    }
  }
  for (const entry of addedToPast) {
    if (landedEntries.has(entry)) continue;
    findings.push(finding(foundBy(pastEntryAdded, { says: says(entry) }, about(entry, contentOfEntry(entry))), entry));
  }
  for (const [, { first, rows }] of absent) {
    findings.push(finding(foundBy(studentAbsent, { rows }, { ...about(first, ""), courseId: "" }), first));
  }

  const judged =
    inputs.corrections === null ? findings.map(({ violation }) => violation) : corrected(findings, inputs.corrections);
  const violations = [...brokenLines([...beforeRead, ...afterRead]), ...judged, ...ofProposals];
  violations.sort(byReportOrder);
  const rowsBefore = rowsOf(beforeRead);
  const notCompared = [...absent.values()].reduce((sum, { rows }) => sum + rows, 0);
  return {
    before: beforeRead,
    after: afterRead,
    proposed: proposedRead,
    counts: {
      studentsBefore: sides.before,
      studentsAfter: sides.after,
      absent: absent.size,
      unchanged: rowsBefore - rowsGone - notCompared,
      changed,
      resolved,
      removed,
      notCompared,
      added: rowsAdded,
      proposed: wanted.length,
      landed: landed.length,
    },
    violations: numbered(violations),
    landed,
    rules: rulesOf(inputs),
    notes: notesOf(compared.left, compared.ofStudent),
  };
}

type FieldOf = EntryFields["meant"];

function pairFinding(
  { was, is }: Pair,
  changes: readonly Change[],
  kindOf: CompareInputs["kindOf"],
  field: FieldOf,
  says: (entry: Entry) => string,
  about: (entry: Entry, content: string) => Parameters<typeof foundBy>[2],
): Violation {
  const place = {
    ...about(was, contentOfEntry(was)),
    at: is,
    column: itemAt(changes, 0).column,
    value: itemAt(changes, 0).to,
  };
  const wasKind = kindOf?.(field(was, "mark")) ?? null;
  const isKind = kindOf?.(field(is, "mark")) ?? null;
  if (wasKind === "noCredit" && (isKind === "ranked" || isKind === "credit")) {
    return foundBy(pastEntryFailToPass, { says: says(was), changes }, place);
  }
  const wasOpen = wasKind === "incomplete" || wasKind === "inProgress";
  const isFinal = isKind === "ranked" || isKind === "credit" || isKind === "noCredit";
  if (wasOpen && isFinal && changes.every(({ column }) => FINAL.includes(column))) {
    return foundBy(incompleteResolved, { says: says(was), mark: field(is, "mark") }, place);
  }
  return foundBy(pastEntryChanged, { says: says(was), changes }, place);
}

/** What tells that one entry stands where another stood, from the closest to the loosest. */
function pairKeys(field: FieldOf): readonly PairKey[] {
  const joined = (entry: Entry, names: readonly Parameters<FieldOf>[1][]): string => {
    const texts = names.map((name) => field(entry, name));
    return texts[0] === "" ? "" : texts.join("\u001f");
  };
  return [
    (entry) => joined(entry, ["course_id", "school_year", "term"]),
    (entry) => joined(entry, ["course_id", "school_year"]),
    (entry) => joined(entry, ["course_id"]),
    (entry) => joined(entry, ["course_title", "school_year", "term"]),
  ];
}

function placeOf(studentId: string, courseId: string): string {
  return `${studentId}\u001f${courseId}`;
}

function yearOf(text: string): number {
  return /^\d{4}$/.test(text) ? Number(text) : 0;
}

function push(map: Map<string, Entry[]>, key: string, entry: Entry): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [entry]);
  else list.push(entry);
}

function rowsOf(readings: readonly FileReading[]): number {
  return readings.reduce((sum, reading) => sum + reading.rows, 0);
}

interface Sides {
  readonly before: number;
  readonly after: number;
  readonly both: number;
}

function countSides(students: ReadonlyMap<string, number>): Sides {
  const counts = { before: 0, after: 0, both: 0 };
  for (const sides of students.values()) {
    if ((sides & WAS) !== 0) counts.before += 1;
    if ((sides & IS) !== 0) counts.after += 1;
    if (sides === (WAS | IS)) counts.both += 1;
  }
  return counts;
}

function refuseShrunk(before: readonly FileReading[], after: readonly FileReading[], sides: Sides): void {
  const names = after.map(({ name }) => name).join(", ");
  const rows = { before: rowsOf(before), after: rowsOf(after) };
  const hint =
    "Look whether the export was cut short or its student ids were rewritten; if it is meant, say --allow-shrink.";
  if (sides.before - sides.both > sides.before * SHRINK_LIMIT) {
    const lost = sides.before - sides.both;
    throw notDone(
      names,
      `${counted(lost, "student")} of ${sides.before} in the earlier export are not in this one. ${hint}`,
    );
  }
  if (rows.before - rows.after > rows.before * SHRINK_LIMIT) {
    throw notDone(names, `this export has ${counted(rows.after, "row")}, and the earlier one ${rows.before}. ${hint}`);
  }
}

function refuseChanged(first: readonly FileReading[], second: readonly FileReading[]): void {
  const problems = first
    .filter((reading, i) => reading.sha256 !== itemAt(second, i).sha256)
    .map(({ name }) => ({
      code: "",
      where: name,
      message: "this file changed while it was read. Run again when it is at rest.",
    }));
  if (problems.length > 0) throw new NotDone(problems);
}

function rulesOf({ proposed, kindOf }: CompareInputs): Comparison["rules"] {
  const run: string[] = [];
  const notChecked: { code: string; because: string }[] = [];
  for (const { code } of VERIFY_RULES) {
    const because = code.startsWith("proposal-")
      ? proposed === null && "no proposed records were given (--proposed)"
      : (code === pastEntryFailToPass.code || code === incompleteResolved.code) &&
        kindOf === null &&
        "no policy was given (--policy), so no mark is known to fail or to be open; each such change counts as past-entry-changed";
    if (because === false) run.push(code);
    else notChecked.push({ code, because });
  }
  return { run, off: [], notChecked };
}

function notesOf(left: readonly string[], ofStudent: readonly string[]): readonly string[] {
  const notes: string[] = [];
  if (left.length > 0) notes.push(`Not compared, since not every file has them: ${left.join(", ")}.`);
  if (ofStudent.length > 0) {
    notes.push(`Not compared, since they are the student's and not the entry's: ${ofStudent.join(", ")}.`);
  }
  return notes;
}
