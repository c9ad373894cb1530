import { notDone } from "../../errors.js";
import { FIELDS, type Field, type InputKind, REQUIRED } from "../../model.js";
import { fold } from "../csv.js";
import { DIALECTS } from "../dialects/index.js";
import { columnsOf } from "./columns.js";
import { type Fitted, fitMap } from "./resolve.js";
import type { MapDef } from "./schema.js";

/** A layout that a person names for a file: a dialect, a map, or zcredit's own. */
export type Given = MapDef | "own";

/**
 * The layout itself, where new records can be written in it.
 * @throws NotDone where it holds something else, or does not say which columns its system imports.
 */
export function refuseNoImport(def: MapDef, where: string): MapDef {
  if (def.kind !== "transcript")
    throw notDone(where, `${def.name} holds ${def.kind}, and new records are transcript rows.`);
  if (def.output?.columns === undefined) {
    const message = `${def.name} does not say which columns its system imports. Use powerschool-import, or a map with "output": { "imports": true, "columns": [...] }.`;
    throw notDone(where, message);
  }
  return def;
}

/** What a line would be read as, were it the header. */
export interface Chosen {
  /** Null: zcredit's own layout. */
  readonly def: MapDef | null;
  readonly fitted: Fitted | null;
  /** `sure`: this is the header. `lacking`: it is, and columns are missing. `maybe`: the line names some fields. */
  readonly rank: "sure" | "lacking" | "maybe";
  readonly matched: number;
  /** Why a file with this header can't be read; null: it can. */
  readonly refused: string | null;
}

const RANKS = ["maybe", "lacking", "sure"] as const;

export function rankOf(chosen: Pick<Chosen, "rank">): number {
  return RANKS.indexOf(chosen.rank);
}

/** Needed fields without a column in zcredit's own layout; a file that is no transcript may name students by state id. */
export function lackingOwn(kind: InputKind, names: ReadonlySet<string>): Field[] {
  const missing: Field[] = [];
  for (const field of REQUIRED[kind]) {
    if (names.has(fold(field))) continue;
    if (field === "student_id" && kind !== "transcript" && names.has(fold("state_student_id"))) continue;
    missing.push(field);
  }
  return missing;
}

/**
 * Which layout a header is in. One that a person named comes first; then zcredit's own, where it is whole; then the
 * one dialect whose signature is there. Nothing is guessed where two fit.
 */
export function chooseLayout(kind: InputKind, cells: readonly string[], given: readonly Given[]): Chosen {
  const named = chooseGiven(kind, cells, given);
  if (named?.rank === "sure") return named;
  const own = ownLayout(kind, cells);
  if (own.rank === "sure") return own;
  const recognised = recognise(kind, cells);
  if (recognised !== null && (named === null || recognised.rank === "sure")) return recognised;
  return named ?? own;
}

function ownLayout(kind: InputKind, cells: readonly string[]): Chosen {
  const names = new Set(cells.map(fold));
  const matched = FIELDS[kind].filter((field) => names.has(fold(field))).length;
  const rank = lackingOwn(kind, names).length === 0 ? "sure" : "maybe";
  return { def: null, fitted: null, rank, matched, refused: null };
}

function mapped(def: MapDef, cells: readonly string[], lacking: Chosen["rank"]): Chosen {
  const fitted = fitMap(def, cells);
  const rank = fitted.missing.length === 0 ? "sure" : lacking;
  return { def, fitted, rank, matched: fitted.matched, refused: def.refuse ?? null };
}

/** Of several that are named the first that has all it needs, else the one that has most. */
function chooseGiven(kind: InputKind, cells: readonly string[], given: readonly Given[]): Chosen | null {
  let best: Chosen | null = null;
  for (const layout of given) {
    if (layout !== "own" && layout.kind !== kind) continue;
    const chosen = layout === "own" ? ownLayout(kind, cells) : mapped(layout, cells, "maybe");
    if (chosen.rank === "sure") return chosen;
    if (best === null || chosen.matched > best.matched) best = chosen;
  }
  return best;
}

function recognise(kind: InputKind, cells: readonly string[]): Chosen | null {
  const found = recogniseAny(cells);
  const [first, second] = found;
  if (first === undefined) return null;
  if (second !== undefined) {
    const names = found.map((def) => def.name).join(" or ");
    const refused = `its header fits more than one layout (${found.map((def) => def.title).join("; ")}). Say which it is with --dialect ${names}.`;
    return { def: null, fitted: null, rank: "lacking", matched: 0, refused };
  }
  if (first.refuse !== undefined) {
    return { def: null, fitted: null, rank: "lacking", matched: 0, refused: `this is ${first.title}. ${first.refuse}` };
  }
  if (first.kind !== kind) {
    const refused = `this looks like ${first.title}, which holds ${WORDS[first.kind]}, not ${WORDS[kind]}. Give it with --${first.kind}.`;
    return { def: null, fitted: null, rank: "lacking", matched: 0, refused };
  }
  return mapped(first, cells, "lacking");
}

const WORDS: Readonly<Record<InputKind, string>> = {
  transcript: "transcript rows",
  scores: "scores",
  approvals: "approvals",
  students: "students",
};

/** Every dialect whose signature a header holds, in the order of the index. */
export function recogniseAny(cells: readonly string[]): readonly MapDef[] {
  const columns = columnsOf(cells);
  return DIALECTS.filter((def) => (def.recognise ?? []).some((signature) => columns.hasAll(signature)));
}
