import { nearest } from "../config/nearest.js";
import type { CourseOutline, DocumentOutline, PathwayOutline, PolicyOutline } from "./outline.js";
import { type Named, textOf } from "./outlineRead.js";
import { isReadable } from "./outlineTree.js";
import { own } from "./raw.js";
import { courseOf, entriesById, idsOf, mistyped } from "./references.js";

/** The document that a pathway belongs to; null where it can't be told. */
export function documentOf(outline: PolicyOutline, pathway: PathwayOutline): DocumentOutline | null {
  if (pathway.document !== null) return entriesById(outline.documents).get(pathway.document.text) ?? null;
  const [only, ...others] = outline.documents.entries;
  return others.length === 0 ? (only ?? null) : null;
}

/** First and last award date of a pathway; null: none. Its own dates come before those of its document, each alone. */
export function periodOf(
  outline: PolicyOutline,
  pathway: PathwayOutline,
): { readonly from: Named | null; readonly to: Named | null } {
  const document = documentOf(outline, pathway);
  const to = pathway.to === "open" ? null : (pathway.to ?? document?.to ?? null);
  return { from: pathway.from ?? document?.from ?? null, to };
}

/** The courses that a pathway can give credit in, each once, in the order of its targets. */
export function targetCourses(outline: PolicyOutline, pathway: PathwayOutline): readonly CourseOutline[] {
  const courses = pathway.targets.map((target) => courseOf(outline, target.course));
  return [...new Set(courses.filter((course) => course !== null))];
}

/** Where each course of the policy is named, by id. A mistyped id counts for the id that it is nearest to. */
export interface Reach {
  readonly asTarget: ReadonlySet<string>;
  /** As evidence, as a bar or in a same-learning set. */
  readonly besides: ReadonlySet<string>;
}

/** Null where something that names courses can't be read: then no course can be called left out. */
export function reachOf(outline: PolicyOutline): Reach | null {
  if (!Array.isArray(own(outline.raw, "pathways")) || mistyped(outline.raw, "sameLearning")) return null;
  const known = entriesById(outline.courses);
  const ids = idsOf(outline.courses);
  const asTarget = new Set<string>();
  const besides = new Set<string>();
  const add = (set: Set<string>, name: Named | null): void => {
    const id = name === null || known.has(name.text) ? name?.text : nearest(name.text, ids);
    if (id !== undefined && id !== null) set.add(id);
  };
  const subjects = new Set<string>();
  for (const pathway of outline.pathways.entries) {
    if (!canRead(pathway)) return null;
    for (const target of pathway.targets) add(asTarget, target.course);
    for (const bar of pathway.bars) add(besides, bar);
    for (const { evidence } of pathway.tiers) {
      for (const leaf of evidence.courses) add(besides, leaf.course);
      for (const leaf of evidence.subjects) subjects.add(textOf(leaf.subject));
    }
  }
  for (const set of outline.sets) for (const name of set.courses) add(besides, name);
  for (const { id, subject } of outline.courses.entries) {
    if (id !== null && subject !== null && subjects.has(subject.text)) besides.add(id.text);
  }
  return { asTarget, besides };
}

function canRead(pathway: PathwayOutline): boolean {
  const { raw, targets, tiers } = pathway;
  if (targets.length === 0 || targets.some((target) => target.course === null) || tiers.length === 0) return false;
  if (mistyped(raw, "barredBy") || mistyped(own(raw, "barredBy"), "creditIn")) return false;
  if (mistyped(own(raw, "barredBy"), "attemptIn")) return false;
  return tiers.every((tier) => isReadable(tier.evidence.tree));
}
