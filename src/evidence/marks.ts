import type { CompiledPolicy } from "../policy/compiled.js";

/** Best first: ranked marks by rank, all others behind them. */
export function rankOf(policy: CompiledPolicy, mark: string): number {
  const info = policy.marks.get(mark);
  return info?.kind === "ranked" ? info.rank : Number.MAX_SAFE_INTEGER;
}

/** Whether a mark earns credit at or above the least one asked for, which is a ranked mark or `credit`. */
export function meetsMark(policy: CompiledPolicy, mark: string, minMark: string): boolean {
  const info = policy.marks.get(mark);
  if (minMark === "credit") return info?.kind === "ranked" || info?.kind === "credit";
  return info?.kind === "ranked" && info.rank <= (policy.marks.get(minMark)?.rank ?? -1);
}

/** The lowest of several marks, unranked ones below all ranked, of equal ones the first; null of none. */
export function lowestMark(policy: CompiledPolicy, marks: readonly string[]): string | null {
  let lowest: string | null = null;
  for (const mark of marks) {
    if (lowest === null || rankOf(policy, mark) > rankOf(policy, lowest)) lowest = mark;
  }
  return lowest;
}
