import { describe, expect, it } from "vitest";
import { filtered, held, mapped, type Sequence } from "../../src/report/sequence.js";

/** Numbers that are in no array, as those that wait on a disk; counts how often they were gone through. */
function elsewhere(...numbers: readonly number[]): { readonly items: Sequence<number>; readonly passes: () => number } {
  let passes = 0;
  const items = {
    length: numbers.length,
    *[Symbol.iterator]() {
      passes += 1;
      yield* numbers;
    },
  };
  return { items, passes: () => passes };
}

const isEven = (n: number): boolean => n % 2 === 0;

describe("a sequence that is not in memory", () => {
  it("is mapped anew each time it is gone through", () => {
    const { items, passes } = elsewhere(1, 2, 3);
    const doubled = mapped(items, (n) => 2 * n);
    expect(passes()).toBe(0);
    expect([held(doubled), held(doubled), doubled.length]).toEqual([[2, 4, 6], [2, 4, 6], 3]);
    expect(passes()).toBe(2);
  });
  it("is counted before it is filtered", () => {
    const { items, passes } = elsewhere(1, 2, 3, 4);
    const even = filtered(items, isEven);
    expect([even.length, passes()]).toEqual([2, 1]);
    expect(held(even)).toEqual([2, 4]);
  });
  it("is not counted where it is known how many are left", () => {
    const { items, passes } = elsewhere(1, 2, 3, 4);
    const even = filtered(items, isEven, 2);
    expect([even.length, passes()]).toEqual([2, 0]);
    expect(held(even)).toEqual([2, 4]);
  });
});

it("an array is filtered at once", () => {
  expect(filtered([1, 2, 3, 4], isEven)).toEqual([2, 4]);
});
