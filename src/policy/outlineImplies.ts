import type { PolicyOutline } from "./outline.js";
import type { EvidenceLeaf, EvidenceNode } from "./outlineTree.js";
import { isObject, own, type RawObject } from "./raw.js";
import { entriesById, testOf } from "./references.js";
import { SCALES } from "./schema.js";

/** Whether a value is the same, whatever the order of its keys. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((entry: unknown, index) => sameValue(entry, b[index]));
  }
  if (!isObject(a) || !isObject(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && sameValue(a[key], b[key]))
  );
}

/**
 * Says whether evidence `b` surely holds wherever `a` does: the same, or weaker. What can't be told is no. Each pair is
 * looked at once, so that deep trees cost no more than their sizes multiplied.
 */
export function implication(outline: PolicyOutline): (a: EvidenceNode, b: EvidenceNode) => boolean {
  const told = new Map<EvidenceNode, Map<EvidenceNode, boolean>>();
  const implies = (a: EvidenceNode, b: EvidenceNode): boolean => {
    // Two leaves are compared faster than looked up.
    if ("raw" in a && "raw" in b) return leafImplies(outline, a, b);
    const known = told.get(a)?.get(b);
    if (known !== undefined) return known;
    const answer = work(a, b);
    const row = told.get(a) ?? new Map<EvidenceNode, boolean>();
    told.set(a, row.set(b, answer));
    return answer;
  };
  const work = (a: EvidenceNode, b: EvidenceNode): boolean => {
    if (a.form === "unreadable" || b.form === "unreadable") return false;
    // Pieces in order ask for more than the pieces, and no more than the same pieces in the same order.
    if (b.form === "all" && b.inOrder) return sameNode(a, b);
    if (b.form === "all") return b.of.every((child) => implies(a, child));
    if (a.form === "any") return a.of.length > 0 && a.of.every((child) => implies(child, b));
    if (b.form === "any" && b.of.some((child) => implies(a, child))) return true;
    if (a.form === "all") return a.of.some((child) => implies(child, b));
    if (b.form === "any") return false;
    return a.form === "not" && b.form === "not" && implies(b.of, a.of);
  };
  return implies;
}

function sameNode(a: EvidenceNode | undefined, b: EvidenceNode): boolean {
  if (a === undefined || a.form !== b.form) return false;
  if (a.form === "not" && b.form === "not") return sameNode(a.of, b.of);
  if (a.form === "all" && b.form === "all") return a.inOrder === b.inOrder && sameNodes(a.of, b.of);
  if (a.form === "any" && b.form === "any") return sameNodes(a.of, b.of);
  return "raw" in a && "raw" in b && sameValue(a.raw, b.raw);
}

function sameNodes(a: readonly EvidenceNode[], b: readonly EvidenceNode[]): boolean {
  return a.length === b.length && b.every((node, index) => sameNode(a[index], node));
}

function leafImplies(outline: PolicyOutline, a: EvidenceLeaf, b: EvidenceLeaf): boolean {
  if (a.form !== b.form || a.name?.text !== b.name?.text) return false;
  if (sameValue(a.raw, b.raw)) return true;
  if (a.form === "test") return testImplies(outline, a, b);
  return a.form !== "approval" && markImplies(outline, a.raw, b.raw) && restImplies(a.raw, b.raw, MARK_FILTERS);
}

/** Keys that only take results or courses away, so that evidence without them is weaker. */
const TEST_FILTERS = ["from", "to", "edition", "withinMonths", "maxTries", "beforeCourse", "gradeLevels"];
const MARK_FILTERS = ["inDistrict", "regularYear"];
const COMPARED = ["course", "subject", "test", "minMark", "min", "above"];

/** All keys that are not compared by size: the same in both, or a filter that only the stronger has. */
function restImplies(a: RawObject, b: RawObject, filters: readonly string[]): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  for (const key of COMPARED) keys.delete(key);
  for (const key of keys) {
    const [mine, other] = [own(a, key), own(b, key)];
    if (sameValue(mine, other)) continue;
    if (other === undefined && filters.includes(key)) continue;
    if (key === "acceptMastery" && mine === undefined) continue;
    if (key === "parts" && partsImply(mine, other) && own(a, "test") === undefined) continue;
    return false;
  }
  return true;
}

/** Every part of a course is more than some; some are more than any one. */
function partsImply(a: unknown, b: unknown): boolean {
  if (a === undefined) return b === "any" || Array.isArray(b);
  if (!Array.isArray(a)) return false;
  return b === "any" ? a.length > 0 : Array.isArray(b) && b.every((part) => a.includes(part));
}

function markImplies(outline: PolicyOutline, a: RawObject, b: RawObject): boolean {
  const [mine, other] = [own(a, "minMark"), own(b, "minMark")];
  if (mine === other) return true;
  const marks = entriesById(outline.marks);
  const rank = (mark: unknown): number => {
    const entry = typeof mark === "string" ? marks.get(mark.trim()) : undefined;
    const place = entry?.path.at(-1);
    return entry?.kind === "ranked" && typeof place === "number" ? place : -1;
  };
  // Every ranked mark earns credit.
  return rank(mine) >= 0 && (other === "credit" || rank(mine) <= rank(other));
}

function testImplies(outline: PolicyOutline, a: EvidenceLeaf, b: EvidenceLeaf): boolean {
  const levels = new Map((testOf(outline, a.name)?.levels ?? []).map((level, index) => [level.text, index]));
  return (
    restImplies(a.raw, b.raw, TEST_FILTERS) &&
    SCALES.every((scale) => {
      const [mine, other] = [boundOf(a.raw, scale, levels), boundOf(b.raw, scale, levels)];
      if (other === null) return true;
      if (mine === null || Number.isNaN(mine.at) || Number.isNaN(other.at)) return false;
      return mine.at > other.at || (mine.at === other.at && (mine.strict || !other.strict));
    })
  );
}

interface Bound {
  /** Not a number where it can't be read. */
  readonly at: number;
  readonly strict: boolean;
}

/** The stricter of `min` and `above` on a scale; null: neither. */
function boundOf(raw: RawObject, scale: string, levels: ReadonlyMap<string, number>): Bound | null {
  const read = (key: "min" | "above"): Bound | null => {
    const value = own(own(raw, key), scale);
    if (value === undefined) return null;
    const at = scale === "level" && typeof value === "string" ? levels.get(value.trim()) : value;
    return { at: typeof at === "number" ? at : Number.NaN, strict: key === "above" };
  };
  const [min, above] = [read("min"), read("above")];
  if (min === null || above === null) return min ?? above;
  if (Number.isNaN(min.at) || Number.isNaN(above.at)) return { at: Number.NaN, strict: false };
  return above.at >= min.at ? above : min;
}
