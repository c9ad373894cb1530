import { distance } from "fastest-levenshtein";

/** Letters and digits alone, so that `awardDate`, `award_date` and `--award-date` are one name. */
function fold(name: string): string {
  return name.toLowerCase().replace(/[\s_-]/g, "");
}

/** The known name that a typo most likely meant; null where none is near. Ties: the first listed. */
export function nearest(name: string, known: readonly string[]): string | null {
  const wanted = fold(name);
  let best: string | null = null;
  // Two letters changed places count as two; a name changed in every letter is another name.
  let bestDistance = Math.min(wanted.length, Math.max(2, Math.floor(wanted.length / 3)) + 1);
  for (const candidate of known) {
    const away = distance(wanted, fold(candidate));
    if (away < bestDistance) {
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
