import { distance } from "fastest-levenshtein";

/** Letters and digits alone, so that `awardDate`, `award_date` and `--award-date` are one name. */
function fold(name: string): string {
  return name.toLowerCase().replace(/[\s_-]/g, "");
}

/** Letters to add, drop or change; two neighbours that changed places count as one. */
function apart(a: string, b: string): number {
  const at = [...a].findIndex((letter, index) => letter !== b[index]);
  const swapped = `${a.slice(0, at)}${a[at + 1] ?? ""}${a[at] ?? ""}${a.slice(at + 2)}`;
  return at >= 0 && a.length === b.length && swapped === b ? 1 : distance(a, b);
}

/**
 * The known name that a typo most likely meant; null where none is near. Of names that are equally near the one that is
 * nearest as written, capitals and all, then the first listed.
 */
export function nearest(name: string, known: readonly string[]): string | null {
  const wanted = fold(name);
  let best: string | null = null;
  // A name changed in every letter is another name.
  let bestDistance = Math.min(wanted.length, Math.max(2, Math.floor(wanted.length / 3)) + 1);
  for (const candidate of known) {
    const away = apart(wanted, fold(candidate));
    const isTie = best !== null && away === bestDistance && apart(name, candidate) < apart(name, best);
    if (away < bestDistance || isTie) {
      best = candidate;
      bestDistance = away;
    }
  }
  return best;
}

/** ` Did you mean "x"?`, or nothing where no name is near. */
export function didYouMean(name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  return near === null ? "" : ` Did you mean "${near}"?`;
}
