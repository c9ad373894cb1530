const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?$/;

/**
 * Reads a score, percent or percentile as whole millionths, so that averages compare exactly: `2543` is 2543000000.
 * Null for blank, for anything that is no plain decimal, for more than six decimals that are not zeros, and above a
 * thousand million.
 */
export function parseMeasure(text: string): number | null {
  const match = DECIMAL.exec(text);
  if (match === null) return null;
  const [, sign = "", whole = "", fraction = ""] = match;
  if (whole === "" && fraction === "") return null;
  if (/[1-9]/.test(fraction.slice(6))) return null;
  const size = Number(whole) * 1_000_000 + Number(fraction.slice(0, 6).padEnd(6, "0"));
  if (size > 1_000_000_000_000_000) return null;
  return sign === "-" && size > 0 ? -size : size;
}

/** Prints the shortest decimal: 2543000000 is `2543`. */
export function formatMeasure(millionths: number): string {
  const size = Math.abs(millionths);
  const fraction = String(size % 1_000_000)
    .padStart(6, "0")
    .replace(/0+$/, "");
  const whole = `${millionths < 0 ? "-" : ""}${Math.floor(size / 1_000_000)}`;
  return fraction === "" ? whole : `${whole}.${fraction}`;
}
