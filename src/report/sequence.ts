/**
 * A list of known length that can be gone through again and again, though it may be on a disk rather than in memory. An
 * array is one. Whoever reads results goes through them item by item and holds no more than a bounded part.
 */
export interface Sequence<T> {
  readonly length: number;
  [Symbol.iterator](): Iterator<T>;
}

function isArray<T>(items: Sequence<T>): items is readonly T[] {
  return Array.isArray(items);
}

/** The items as an array: for callers that have asked for results in memory. */
export function held<T>(items: Sequence<T>): readonly T[] {
  return isArray(items) ? items : Array.from(items);
}

/** Each item by a function that depends on the item alone; what is not in memory is mapped anew each time. */
export function mapped<T, U>(items: Sequence<T>, map: (item: T) => U): Sequence<U> {
  if (isArray(items)) return items.map(map);
  return {
    length: items.length,
    *[Symbol.iterator]() {
      for (const item of items) yield map(item);
    },
  };
}

/**
 * The items for which the test holds, which must depend on the item alone.
 *
 * @param known how many these are; counted unless given
 */
export function filtered<T>(items: Sequence<T>, test: (item: T) => boolean, known?: number): Sequence<T> {
  if (isArray(items)) return items.filter(test);
  return {
    length: known ?? countOf(items, test),
    *[Symbol.iterator]() {
      for (const item of items) if (test(item)) yield item;
    },
  };
}

function countOf<T>(items: Sequence<T>, test: (item: T) => boolean): number {
  let count = 0;
  for (const item of items) if (test(item)) count += 1;
  return count;
}

/** A sorted sequence and a few more items, in one order; of equal ones those of the sequence come first. */
export function withMore<T>(items: Sequence<T>, more: readonly T[], compare: (a: T, b: T) => number): Sequence<T> {
  if (more.length === 0) return items;
  if (isArray(items)) return [...items, ...more].sort(compare);
  const sorted = more.toSorted(compare);
  return {
    length: items.length + sorted.length,
    *[Symbol.iterator]() {
      let at = 0;
      for (const item of items) {
        for (let next = sorted[at]; next !== undefined && compare(next, item) < 0; next = sorted[at]) {
          yield next;
          at += 1;
        }
        yield item;
      }
      yield* sorted.slice(at);
    },
  };
}
