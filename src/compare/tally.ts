/**
 * Counts by digest in typed arrays: 12 bytes a slot, so that a million entries take some tens of megabytes. A digest is
 * its first 64 bits, as two whole numbers.
 */
export interface Tally {
  /** Adds to the count of a digest and returns the new count. */
  add(high: number, low: number, by: number): number;
  count(high: number, low: number): number;
}

const FIRST_SLOTS = 1 << 16;

export function openTally(): Tally {
  let size = FIRST_SLOTS;
  let highs = new Uint32Array(size);
  let lows = new Uint32Array(size);
  let counts = new Int32Array(size);
  let taken = new Uint8Array(size);
  let used = 0;

  function slotOf(high: number, low: number): number {
    let slot = low & (size - 1);
    while (taken[slot] === 1 && (highs[slot] !== high || lows[slot] !== low)) slot = (slot + 1) & (size - 1);
    return slot;
  }

  function grow(): void {
    const before = { highs, lows, counts, taken, size };
    size *= 2;
    highs = new Uint32Array(size);
    lows = new Uint32Array(size);
    counts = new Int32Array(size);
    taken = new Uint8Array(size);
    for (let i = 0; i < before.size; i++) {
      if (before.taken[i] !== 1) continue;
      const slot = slotOf(before.highs[i] as number, before.lows[i] as number);
      highs[slot] = before.highs[i] as number;
      lows[slot] = before.lows[i] as number;
      counts[slot] = before.counts[i] as number;
      taken[slot] = 1;
    }
  }

  return {
    add(high, low, by) {
      if (used * 3 > size * 2) grow();
      const slot = slotOf(high, low);
      if (taken[slot] !== 1) {
        taken[slot] = 1;
        highs[slot] = high;
        lows[slot] = low;
        used += 1;
      }
      const count = (counts[slot] as number) + by;
      counts[slot] = count;
      return count;
    },
    count(high, low) {
      return counts[slotOf(high, low)] as number;
    },
  };
}
