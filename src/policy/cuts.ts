import { CUT_LISTS, type CutListName, type SmarterBalancedCut } from "../data/smarterBalancedCuts.js";
import type { CutDef } from "./compiled.js";
import type { Policy } from "./schema.js";

/** Turns a list that is asked for by name into cut scores by grade tested and school year; own ones stay as they are. */
export function compileCuts(
  cuts: Policy["tests"][number]["cuts"],
  list: readonly SmarterBalancedCut[],
): readonly CutDef[] {
  if (typeof cuts !== "string") return cuts ?? [];
  return list.filter((cut) => cut.list === cuts).map(cutOf);
}

function cutOf({ gradeLevel, from, to, at, sure }: SmarterBalancedCut): CutDef {
  const millionths = Object.entries(at).map(([level, least]): [string, number] => [level, Math.round(least * 1e6)]);
  return {
    scale: "level",
    from: "score",
    at: Object.fromEntries(millionths),
    gradeLevels: [gradeLevel],
    years: { from, to },
    sure,
  };
}

/** The levels that a list speaks of, lowest first; null where the name is no list's. */
export function levelsOfList(name: string, list: readonly SmarterBalancedCut[]): readonly string[] | null {
  if (!isCutList(name)) return null;
  return [...new Set(list.filter((cut) => cut.list === name).flatMap((cut) => Object.keys(cut.at)))].sort();
}

function isCutList(name: string): name is CutListName {
  return CUT_LISTS.some((known) => known === name);
}
