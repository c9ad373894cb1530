import { entryOf, itemAt } from "../at.js";
import { type Credit, formatCredit } from "../credit.js";
import type { Proposal, Refusal } from "../model.js";
import { formatMeasure } from "../normalise/measure.js";
import { byText } from "../order.js";
import type { CompiledPolicy } from "./compiled.js";
import { saysGift } from "./examples.js";
import type { Path } from "./json.js";

/** One thing that a policy says otherwise than another. */
export interface PolicyChange {
  readonly what: "added" | "removed" | "changed" | "moved";
  /** `pathway sba-math`, `course algebra-1`, `marks`: what it is a part of. */
  readonly thing: string;
  /** Its title, where it has one. */
  readonly title: string;
  /** `award.upTo`; empty where the whole thing came, went or moved. */
  readonly key: string;
  /** As the file writes it; empty where there was or is nothing. */
  readonly before: string;
  readonly after: string;
}

/** Lists whose entries go by a name of their own, so that one that moved is not taken for another. */
const NAMED: readonly {
  readonly key: "policies" | "courses" | "sameLearning" | "tests" | "pathways" | "caps" | "examples";
  readonly thing: string;
  readonly name: (entry: Fields) => string;
  /** Whether the order of the list means something. */
  readonly ordered: boolean;
}[] = [
  { key: "policies", thing: "document", name: (entry) => String(entry.number), ordered: false },
  { key: "courses", thing: "course", name: (entry) => String(entry.id), ordered: false },
  { key: "sameLearning", thing: "same learning", name: (entry) => sorted(entry.courses).join(", "), ordered: false },
  { key: "tests", thing: "test", name: (entry) => String(entry.id), ordered: false },
  { key: "pathways", thing: "pathway", name: (entry) => String(entry.id), ordered: true },
  { key: "caps", thing: "cap", name: (entry) => String(entry.id), ordered: false },
  { key: "examples", thing: "example", name: (entry) => String(entry.name), ordered: false },
];

type Fields = Readonly<Record<string, unknown>>;

/**
 * What the new policy says otherwise than the old, key by key, in the order of the format. Defaults are filled in
 * first, so that writing one out is no change; comments, spaces and the order of keys are none either.
 */
export function diffPolicies(before: CompiledPolicy, after: CompiledPolicy): readonly PolicyChange[] {
  const old = before.source;
  const now = after.source;
  const changes: PolicyChange[] = [];
  for (const key of ["district", "equity", "marks", "calendar"] as const) {
    keyChanges({ thing: key, title: "" }, [], old[key], now[key], changes);
  }
  for (const { key, thing, name, ordered } of NAMED) {
    listChanges(thing, entriesOf(old[key], name), entriesOf(now[key], name), ordered, changes);
  }
  return changes;
}

type Entries = ReadonlyMap<string, Fields>;

function entriesOf(list: readonly Fields[], name: (entry: Fields) => string): Entries {
  const entries = new Map<string, Fields>();
  for (const entry of list) {
    const base = name(entry);
    // Names of examples and sets of courses need not be unique.
    let own = base;
    for (let n = 2; entries.has(own); n++) own = `${base} (${n})`;
    entries.set(own, entry);
  }
  return entries;
}

function listChanges(thing: string, old: Entries, now: Entries, ordered: boolean, changes: PolicyChange[]): void {
  for (const [name, entry] of old) {
    if (!now.has(name)) changes.push(wholeChange("removed", `${thing} ${name}`, entry));
  }
  for (const [name, entry] of now) {
    const was = old.get(name);
    if (was === undefined) changes.push(wholeChange("added", `${thing} ${name}`, entry));
    else keyChanges({ thing: `${thing} ${name}`, title: titleOf(entry) }, [], was, entry, changes);
  }
  if (!ordered) return;
  const oldOrder = [...old.keys()].filter((name) => now.has(name));
  const newOrder = [...now.keys()].filter((name) => old.has(name));
  for (const name of moved(oldOrder, newOrder)) {
    const before = `place ${[...old.keys()].indexOf(name) + 1}`;
    const after = `place ${[...now.keys()].indexOf(name) + 1}`;
    changes.push({
      what: "moved",
      thing: `${thing} ${name}`,
      title: titleOf(entryOf(now, name)),
      key: "",
      before,
      after,
    });
  }
}

/** The fewest entries that must move for one order to become the other: all but a longest run in common. */
function moved(old: readonly string[], now: readonly string[]): readonly string[] {
  const lengths = now.map(() => old.map(() => 0));
  const at = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  for (let i = now.length - 1; i >= 0; i--) {
    const row = itemAt(lengths, i);
    for (let j = old.length - 1; j >= 0; j--) {
      row[j] = now[i] === old[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const kept = new Set<string>();
  for (let i = 0, j = 0; i < now.length && j < old.length; ) {
    const name = now[i];
    if (name !== undefined && name === old[j]) {
      kept.add(name);
      i++;
      j++;
    } else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return now.filter((name) => !kept.has(name));
}

function wholeChange(what: "added" | "removed", thing: string, entry: Fields): PolicyChange {
  const text = written([], entry);
  return {
    what,
    thing,
    title: titleOf(entry),
    key: "",
    before: what === "removed" ? text : "",
    after: what === "added" ? text : "",
  };
}

function titleOf(entry: Fields): string {
  return typeof entry.title === "string" ? entry.title : "";
}

function keyChanges(
  about: { readonly thing: string; readonly title: string },
  path: Path,
  before: unknown,
  after: unknown,
  changes: PolicyChange[],
): void {
  if (isFields(before) && isFields(after)) {
    for (const key of sorted([...new Set([...Object.keys(before), ...Object.keys(after)])])) {
      keyChanges(about, [...path, key], before[key], after[key], changes);
    }
    return;
  }
  if (Array.isArray(before) && Array.isArray(after) && [...before, ...after].every(isFields)) {
    for (let index = 0; index < Math.max(before.length, after.length); index++) {
      keyChanges(about, [...path, index], before[index], after[index], changes);
    }
    return;
  }
  const was = before === undefined ? "" : written(path, before);
  const is = after === undefined ? "" : written(path, after);
  if (was === is) return;
  const what = was === "" ? "added" : is === "" ? "removed" : "changed";
  changes.push({ what, ...about, key: keyName(path), before: was, after: is });
}

/** `tiers[2].upTo`: positions are counted from 1, as people count tiers. */
function keyName(path: Path): string {
  let name = "";
  for (const step of path) {
    if (typeof step === "number") name += `[${step + 1}]`;
    else name += name === "" ? step : `.${step}`;
  }
  return name;
}

/** Keys whose numbers are kept as whole thousandths or millionths, so that they print as the file writes them. */
const CREDIT_KEYS: ReadonlySet<string> = new Set(["credits", "upTo", "atLeast", "waived"]);
const MEASURE_KEYS: ReadonlySet<string> = new Set(["score", "percent", "percentile", "min", "max", "minPoints"]);
const MEASURE_TABLES: ReadonlySet<string> = new Set(["at", "points"]);
/** Rows of worked examples are cells of a file: their numbers are as written. */
const ROWS: ReadonlySet<string> = new Set(["transcript", "scores", "approvals", "students"]);

function written(path: Path, value: unknown): string {
  if (typeof value === "number") return numberText(path, value);
  if (Array.isArray(value)) return `[${value.map((entry, index) => written([...path, index], entry)).join(", ")}]`;
  if (!isFields(value)) return JSON.stringify(value);
  const fields = Object.entries(value)
    .filter(([, entry]) => entry !== undefined)
    .map(([key, entry]) => `"${key}": ${written([...path, key], entry)}`);
  return fields.length === 0 ? "{}" : `{ ${fields.join(", ")} }`;
}

function numberText(path: Path, value: number): string {
  const [first, second] = path;
  const key = String(path.at(-1));
  if (ROWS.has(String(first)) && typeof second === "number") return String(value);
  if (CREDIT_KEYS.has(key)) return formatCredit(value);
  if (MEASURE_KEYS.has(key) || MEASURE_TABLES.has(String(path.at(-2)))) return formatMeasure(value);
  return String(value);
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function sorted(values: unknown): readonly string[] {
  return (Array.isArray(values) ? values.map(String) : []).sort(byText);
}

/** How one pathway ended for one student under two policies, where that is not the same. */
export interface OutcomeChange {
  readonly studentId: string;
  readonly pathway: string;
  readonly before: string;
  readonly after: string;
  /** Credit proposed by this pathway, ready or held, in thousandths. */
  readonly creditsBefore: Credit;
  readonly creditsAfter: Credit;
}

interface Outcomes {
  readonly proposals: readonly Proposal[];
  readonly refusals: readonly Refusal[];
}

export interface OutcomeDiff {
  /** Those whose proposals differ, by student as text, then pathway as text. */
  readonly changes: readonly OutcomeChange[];
  /** Those whose proposals are the same, none, and whose refusal has another reason. */
  readonly reasons: readonly OutcomeChange[];
}

/** Compares what two policies come to over the same data. Orders nothing by the order of rows. */
export function diffOutcomes(before: Outcomes, after: Outcomes): OutcomeDiff {
  const old = bySubject(before);
  const now = bySubject(after);
  const changes: OutcomeChange[] = [];
  const reasons: OutcomeChange[] = [];
  const keys = [...new Set([...old.keys(), ...now.keys()])].sort(byText);
  for (const key of keys) {
    const was = old.get(key) ?? NOTHING;
    const is = now.get(key) ?? NOTHING;
    const [studentId = "", pathway = ""] = key.split("\n");
    const change = {
      studentId,
      pathway,
      before: endText(was),
      after: endText(is),
      creditsBefore: sum(was.proposals),
      creditsAfter: sum(is.proposals),
    };
    if (proposalsText(was) !== proposalsText(is)) changes.push(change);
    else if (was.proposals.length === 0 && was.refusal?.reason !== is.refusal?.reason) reasons.push(change);
  }
  return { changes, reasons };
}

interface End {
  readonly proposals: readonly Proposal[];
  readonly refusal: Refusal | null;
}

const NOTHING: End = { proposals: [], refusal: null };

function bySubject({ proposals, refusals }: Outcomes): ReadonlyMap<string, End> {
  const ends = new Map<string, End>();
  const keyOf = (item: Proposal | Refusal): string => `${item.studentId}\n${item.pathway}`;
  for (const proposal of proposals) {
    const end = ends.get(keyOf(proposal)) ?? NOTHING;
    ends.set(keyOf(proposal), { ...end, proposals: [...end.proposals, proposal] });
  }
  for (const refusal of refusals) ends.set(keyOf(refusal), { ...(ends.get(keyOf(refusal)) ?? NOTHING), refusal });
  return ends;
}

function sum(proposals: readonly Proposal[]): Credit {
  let credits = 0;
  for (const proposal of proposals) credits += proposal.credits;
  return credits;
}

/** Every field that a registrar would import or act on, so that no difference is without its words. */
function proposalsText({ proposals }: End): string {
  return proposals
    .map((proposal) => {
      const { courseId, courseTitle, schoolCode, term, designations, gpa, columns } = proposal;
      const more = [
        designations === "" ? "no designation" : designations,
        `code ${courseId}`,
        `"${courseTitle}"`,
        schoolCode === "" ? "no school" : `school ${schoolCode}`,
      ];
      if (term !== "") more.push(`term ${term}`);
      if (gpa !== "") more.push(`grade point average ${gpa}`);
      for (const [column, value] of Object.entries(columns)) more.push(`${column} "${value}"`);
      return `${saysGift(proposal)} (${more.join(", ")})`;
    })
    .sort(byText)
    .join("; ");
}

function endText(end: End): string {
  if (end.proposals.length > 0) return proposalsText(end);
  if (end.refusal === null) return "not considered";
  const { reason, note } = end.refusal;
  return `refused, ${reason}${note === "" ? "" : ` (${note})`}`;
}
