import { describe, expect, it } from "vitest";
import { decimals, riskRatio, toSix } from "../../src/equity/measures.js";

/*
 * A second calculation, by another road: rates in whole numbers as far as they go, the interval by solving for where
 * the logarithm stands z standard errors away, and z itself from the normal distribution by bisection.
 */

/** The normal distribution up to x, by summing its series (Abramowitz and Stegun 26.2.10). */
function normal(x: number): number {
  let term = x;
  let sum = x;
  for (let k = 1; k < 200; k++) {
    term *= (-x * x) / (2 * k);
    sum += term / (2 * k + 1);
  }
  return 0.5 + sum / Math.sqrt(2 * Math.PI);
}

function zOf(share: number): number {
  let [low, high] = [0, 5];
  for (let i = 0; i < 100; i++) {
    const middle = (low + high) / 2;
    if (normal(middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function second(a: number, n: number, c: number, m: number) {
  // Doubled, so that a half is a whole number.
  const add = [a, n - a, c, m - c].includes(0) ? 1 : 0;
  const [A, B, C, D] = [2 * a + add, 2 * (n - a) + add, 2 * c + add, 2 * (m - c) + add];
  const ratio = (A * (C + D)) / (C * (A + B));
  // 1/a - 1/n = b / (a * n); twice for the doubling.
  const variance = (2 * B) / (A * (A + B)) + (2 * D) / (C * (C + D));
  const factor = Math.E ** (zOf(0.975) * variance ** 0.5);
  return { ratio, low: ratio / factor, high: ratio * factor };
}

describe("the risk ratio and its interval", () => {
  const cases: readonly (readonly [number, number, number, number])[] = [
    [12, 60, 40, 140],
    [5, 59, 67, 841],
    [1, 10, 1, 10],
    [0, 20, 72, 880],
    [6, 40, 0, 200],
    [30, 30, 20, 50],
    [20, 50, 30, 30],
    [10, 10, 10, 10],
    [1000, 20_000, 3, 100_000],
  ];
  it.each(cases)("%i of %i against %i of %i agrees with the second calculation to six digits", (a, n, c, m) => {
    const found = riskRatio(a, n, c, m);
    const wanted = second(a, n, c, m);
    expect(found).not.toBeNull();
    for (const key of ["ratio", "low", "high"] as const)
      expect((found?.[key] ?? 0) / wanted[key], key).toBeCloseTo(1, 7);
    expect(found?.corrected).toBe([a, n - a, c, m - c].includes(0));
  });

  it("agrees with it over every small table", () => {
    for (let n = 1; n <= 9; n++) {
      for (let m = 1; m <= 9; m++) {
        for (let a = 0; a <= n; a++) {
          for (let c = 0; c <= m; c++) {
            const found = riskRatio(a, n, c, m);
            if (a + c === 0) expect(found).toBeNull();
            else expect((found?.low ?? 0) / second(a, n, c, m).low).toBeCloseTo(1, 7);
          }
        }
      }
    }
  });

  it("agrees with a worked example: 15 of 100 against 30 of 150", () => {
    // ln(0.75) = -0.287682; variance 1/15 - 1/100 + 1/30 - 1/150 = 0.083333; error 0.288675.
    const found = riskRatio(15, 100, 30, 150);
    expect(found?.ratio).toBeCloseTo(0.75, 9);
    expect(found?.low).toBeCloseTo(0.425932, 5);
    expect(found?.high).toBeCloseTo(1.320633, 5);
  });

  it.each([
    [0, 10, 0, 20],
    [0, 0, 5, 20],
    [5, 20, 0, 0],
  ])("says nothing of %i of %i against %i of %i", (a, n, c, m) => {
    expect(riskRatio(a, n, c, m)).toBeNull();
  });
});

describe("numbers as text", () => {
  it.each([
    [0.5, 2, "0.50"],
    [-0.004, 2, "0.00"],
    [-1.25, 1, "-1.3"],
    [12, 0, "12"],
    [1e-9, 6, "0.000000"],
    [1 / 3, 6, "0.333333"],
    [1e20, 6, "100000000000000000000"],
  ])("%d with %i decimals is %s", (value, places, text) => {
    expect(decimals(value, places)).toBe(text);
  });
  it("no more than six decimals in JSON", () => expect(toSix(2 / 3)).toBe(0.666667));
});
