/**
 * Pairs what was wanted with what came, so that as many as can be are met: a wanted item that says little never takes
 * the only thing that one which says more could have (augmenting paths; the lists are short).
 */
export function matching<W, C>(
  wanted: readonly W[],
  came: readonly C[],
  meets: (wanted: W, came: C) => boolean,
): { readonly unmet: readonly W[]; readonly spare: readonly C[] } {
  const takenBy = new Map<number, number>();
  const take = (want: number, tried: Set<number>): boolean => {
    for (const [index, item] of came.entries()) {
      const wish = wanted[want];
      if (wish === undefined || tried.has(index) || !meets(wish, item)) continue;
      tried.add(index);
      const holder = takenBy.get(index);
      if (holder === undefined || take(holder, tried)) {
        takenBy.set(index, want);
        return true;
      }
    }
    return false;
  };
  const unmet = wanted.filter((_, index) => !take(index, new Set()));
  return { unmet, spare: came.filter((_, index) => !takenBy.has(index)) };
}
