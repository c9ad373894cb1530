import type { Frame } from "../frame.js";
import type { Proposal, Refusal, Violation } from "../model.js";
import type { ListFile, StudentFacts } from "../report/result.js";
import type { Run } from "../run.js";
import type { PartCounts } from "./decide.js";
import type { Shard } from "./pack.js";

/** The file by which the slices of a run are joined. One JSON value a line. */
export const SLICE_FILE = "slice.jsonl";

const TOOL = "zcredit slice";

/** The first line: which slice this is, and what every slice of the run has in common. */
export interface SliceHead {
  readonly tool: typeof TOOL;
  readonly shard: Shard;
  readonly lists: readonly ListFile[];
  readonly frame: Frame;
  readonly counts: PartCounts;
}

/** Every other line: a finding and its sort. */
export type SliceLine =
  | readonly ["student", StudentFacts]
  | readonly ["proposal", Proposal]
  | readonly ["refusal", Refusal]
  | readonly ["violation", Violation];

/** Everything of one slice that the others do not say as well. */
export function* sliceLines(
  { result, frame, plain }: Pick<Run, "result" | "frame" | "plain">,
  shard: Shard,
  lists: readonly ListFile[],
): Iterable<string> {
  const head: SliceHead = { tool: TOOL, shard, lists, frame, counts: plain };
  yield `${JSON.stringify(head)}\n`;
  const line = (each: SliceLine): string => `${JSON.stringify(each)}\n`;
  for (const each of result.students) yield line(["student", each]);
  for (const each of result.proposals) yield line(["proposal", each]);
  for (const each of result.refusals) yield line(["refusal", each]);
  // What is wrong with files and policy is the same for all slices, and stands in the frame.
  const common = new Set([...frame.fileViolations, ...frame.policyViolations].map(({ code }) => code));
  for (const each of result.violations) if (!common.has(each.code)) yield line(["violation", each]);
}

/** Null: the line is not how a slice begins. */
export function readHead(line: string): SliceHead | null {
  try {
    const head: SliceHead = JSON.parse(line);
    return head.tool === TOOL ? head : null;
  } catch {
    return null;
  }
}

/** What keeps slices from being those of one run, in words; empty where nothing does. */
export function misfits(heads: readonly { readonly name: string; readonly head: SliceHead }[]): readonly SliceMisfit[] {
  const [first, ...others] = heads;
  if (first === undefined) return [];
  const found: SliceMisfit[] = [];
  for (const { name, head } of others) {
    const why = difference(first.head, head);
    if (why !== null) found.push({ name, says: `${why} than ${first.name}, so they are not slices of one run.` });
  }
  if (found.length > 0) return found;
  const byIndex = new Map<number, string>();
  for (const { name, head } of heads) {
    const { index, of } = head.shard;
    const other = byIndex.get(index);
    if (other === undefined) byIndex.set(index, name);
    else found.push({ name, says: `this is slice ${index + 1} of ${of}, and so is ${other}. Name each once.` });
  }
  const missing: number[] = [];
  for (let i = 0; i < first.head.shard.of; i++) if (!byIndex.has(i)) missing.push(i + 1);
  if (missing.length > 0) {
    const which =
      missing.length > MOST_NAMED ? `${missing.slice(0, MOST_NAMED).join(", ")} and more` : missing.join(", ");
    found.push({
      name: "",
      says: `of ${first.head.shard.of} slices these are missing: ${which}. Results without them would lack students.`,
    });
  }
  return found;
}

const MOST_NAMED = 10;

export interface SliceMisfit {
  /** Of the slice; empty: of all. */
  readonly name: string;
  readonly says: string;
}

function difference(a: SliceHead, b: SliceHead): string | null {
  const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
  if (a.frame.version !== b.frame.version) return "made by another version of zcredit";
  if (a.shard.of !== b.shard.of) return `cut into ${b.shard.of} slices, not ${a.shard.of}: another run`;
  if (!same(a.frame.policy, b.frame.policy)) return "made with another policy";
  if (!same(a.frame.options, b.frame.options)) return "made with other options (dates, filters, severities)";
  const files = ({ frame }: SliceHead) => frame.files.map(({ kind, name, sha256 }) => [kind, name, sha256]);
  if (!same(files(a), files(b))) return "made from other files, or from the same in another order,";
  if (!same(a.lists, b.lists)) return "made with other reference lists";
  return same(a.frame, b.frame) ? null : "made in another way (other layouts or maps)";
}
