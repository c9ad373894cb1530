/** How far apart the rates of a group and of all other students lie. */
export interface RiskRatio {
  /** The group's rate over that of all others. */
  readonly ratio: number;
  /** Bounds of the 95 % interval. */
  readonly low: number;
  readonly high: number;
  /** One of the four cells is empty, so a half was added to each of them (Haldane-Anscombe). */
  readonly corrected: boolean;
}

/** Two-sided 95 % point of the normal distribution. */
const Z_95 = 1.959963984540054;

/**
 * Risk ratio with the interval by the log method: ln(ratio) -+ z * sqrt(1/a - 1/n + 1/c - 1/m), where `a` of `n` in the
 * group and `c` of `m` of all others were counted (Katz et al., 1978). Where one of the four cells is empty a half is
 * added to each, which makes `n` and `m` one larger (Haldane-Anscombe).
 *
 * @returns null where it says nothing: no student on one side, or nobody was counted on either.
 */
export function riskRatio(counted: number, pool: number, othersCounted: number, othersPool: number): RiskRatio | null {
  if (pool <= 0 || othersPool <= 0 || counted + othersCounted === 0) return null;
  const cells = [counted, pool - counted, othersCounted, othersPool - othersCounted];
  const corrected = cells.some((cell) => cell === 0);
  const add = corrected ? 0.5 : 0;
  const [a, n, c, m] = [counted + add, pool + 2 * add, othersCounted + add, othersPool + 2 * add];
  const ratio = a / n / (c / m);
  const error = Math.sqrt(1 / a - 1 / n + 1 / c - 1 / m);
  return { ratio, low: ratio * Math.exp(-Z_95 * error), high: ratio * Math.exp(Z_95 * error), corrected };
}

/** A number with so many decimals, the same on every machine: `0.5` with two is `0.50`. */
export function decimals(value: number, places: number): string {
  const scaled = Math.round(Math.abs(value) * 10 ** places);
  if (!Number.isSafeInteger(scaled)) return String(Math.round(value));
  const digits = String(scaled).padStart(places + 1, "0");
  const sign = value < 0 && scaled > 0 ? "-" : "";
  const whole = digits.slice(0, digits.length - places);
  return places === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(digits.length - places)}`;
}

/** The same number with no more than six decimals, for JSON. */
export function toSix(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
