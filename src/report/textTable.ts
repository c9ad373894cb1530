/**
 * Numbers texts from 0 on, each distinct one once, and keeps 64 bits of each in place of the text: some thirty bytes a
 * text whatever its length. That two of ten million texts are taken for one has a chance of about one in 400,000.
 */
export interface TextTable {
  readonly size: number;
  /** The number of a text, which is `size` before the call if it is new. */
  add(text: string): number;
  /** -1: it was never added. */
  find(text: string): number;
}

const FIRST = 1 << 10;

export function textTable(): TextTable {
  let slots = new Int32Array(FIRST).fill(-1);
  let high = new Uint32Array(FIRST / 2);
  let low = new Uint32Array(FIRST / 2);
  let size = 0;
  /** The slot that holds a digest, or the empty one where it belongs. */
  const slotOf = ([a, b]: Digest): number => {
    const mask = slots.length - 1;
    for (let at = b & mask; ; at = (at + 1) & mask) {
      const held = slots[at] as number;
      if (held < 0 || (high[held] === a && low[held] === b)) return at;
    }
  };
  const grow = (): void => {
    high = doubled(high);
    low = doubled(low);
    slots = new Int32Array(slots.length * 2).fill(-1);
    for (let index = 0; index < size; index++) slots[slotOf([high[index] as number, low[index] as number])] = index;
  };
  return {
    get size() {
      return size;
    },
    add: (text) => {
      const digest = digestOf(text);
      const slot = slotOf(digest);
      const held = slots[slot] as number;
      if (held >= 0) return held;
      [high[size], low[size]] = digest;
      slots[slot] = size;
      size += 1;
      // Half of the slots stay empty, so that the way to one is short.
      if (size * 2 >= slots.length) grow();
      return size - 1;
    },
    find: (text) => slots[slotOf(digestOf(text))] as number,
  };
}

type Digest = readonly [high: number, low: number];

function doubled(from: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const to = new Uint32Array(from.length * 2);
  to.set(from);
  return to;
}

/** Two sums of 32 bits that mix every code unit in different ways. No secret is kept by it, so it need not be slow. */
function digestOf(text: string): Digest {
  let a = 0x3c6ef372 ^ text.length;
  let b = 0x510e527f;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    a = Math.imul(a ^ code, 0x85ebca6b);
    a ^= a >>> 15;
    b = Math.imul(((b << 7) | (b >>> 25)) + code, 0x9e3779b1);
  }
  a = Math.imul(a ^ (a >>> 13) ^ b, 0xc2b2ae35);
  b = Math.imul(b ^ (b >>> 16) ^ (a >>> 9), 0x27d4eb2f);
  return [(a ^ (a >>> 16)) >>> 0, (b ^ (b >>> 15)) >>> 0];
}
