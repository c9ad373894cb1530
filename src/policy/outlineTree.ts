import type { Path } from "./json.js";
import { type Named, namedAt } from "./outlineRead.js";
import { isObject, own, type RawObject } from "./raw.js";

export interface EvidenceLeaf {
  readonly form: "course" | "test" | "subject" | "approval";
  readonly path: Path;
  /** The course, test, subject or role. */
  readonly name: Named | null;
  readonly raw: RawObject;
}

/** Evidence as a tree. `unreadable`: of no form, which the schema has said; rules that meet one stay silent. */
export type EvidenceNode =
  | EvidenceLeaf
  | { readonly form: "all"; readonly of: readonly EvidenceNode[]; readonly inOrder: boolean }
  | { readonly form: "any"; readonly of: readonly EvidenceNode[] }
  | { readonly form: "not"; readonly of: EvidenceNode }
  | { readonly form: "unreadable" };

const LEAVES = ["course", "test", "subject", "approval"] as const;

/** Reads evidence with the way its pieces hang together; never throws. */
export function evidenceTree(raw: unknown, path: Path): EvidenceNode {
  if (!isObject(raw)) return { form: "unreadable" };
  for (const form of LEAVES) {
    if (own(raw, form) === undefined) continue;
    const name = namedAt(raw, path, form);
    return name === null ? { form: "unreadable" } : { form, path, name, raw };
  }
  const all = own(raw, "all");
  if (Array.isArray(all)) {
    return { form: "all", of: branches(all, [...path, "all"]), inOrder: own(raw, "inOrder") === true };
  }
  const any = own(raw, "any");
  if (Array.isArray(any)) return { form: "any", of: branches(any, [...path, "any"]) };
  const not = own(raw, "not");
  return not === undefined ? { form: "unreadable" } : { form: "not", of: evidenceTree(not, [...path, "not"]) };
}

function branches(list: readonly unknown[], path: Path): readonly EvidenceNode[] {
  return list.map((entry, index) => evidenceTree(entry, [...path, index]));
}

/** Whether all of a tree could be read. */
export function isReadable(node: EvidenceNode): boolean {
  if (node.form === "unreadable") return false;
  if (node.form === "all" || node.form === "any") return node.of.every(isReadable);
  return node.form === "not" ? isReadable(node.of) : true;
}

/** The leaves that can make evidence hold, in file order; what stands under `not` only keeps it from holding. */
export function leavesOf(node: EvidenceNode): readonly EvidenceLeaf[] {
  if (node.form === "unreadable" || node.form === "not") return [];
  return node.form === "all" || node.form === "any" ? node.of.flatMap(leavesOf) : [node];
}

/** Whether evidence can't hold without a leaf of this kind, whichever of its branches is taken. */
export function needs(node: EvidenceNode, isOne: (leaf: EvidenceLeaf) => boolean): boolean {
  if (node.form === "unreadable" || node.form === "not") return false;
  if (node.form === "all") return node.of.some((child) => needs(child, isOne));
  if (node.form === "any") return node.of.length > 0 && node.of.every((child) => needs(child, isOne));
  return isOne(node);
}
