/**
 * Credit as whole thousandths: 0.5 credit is 500. Nothing is ever rounded, and no credit is held as a binary fraction.
 * (Washington transcripts print credit to three decimals.)
 */
export type Credit = number;

/** Why a cell is not a credit. `precise`: more than three decimals that are not zeros. */
export type CreditFault = "malformed" | "negative" | "precise";

const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?$/;

/** Reads a decimal such as `0.5`, `.5`, `1`, `1.000`. The text must be trimmed already. */
export function parseCredit(text: string): Credit | CreditFault {
  const match = DECIMAL.exec(text);
  if (match === null) return "malformed";
  const [, sign = "", whole = "", fraction = ""] = match;
  if (whole === "" && fraction === "") return "malformed";
  if (whole.length > 9) return "malformed";
  if (/[1-9]/.test(fraction.slice(3))) return "precise";
  const thousandths = Number(whole) * 1000 + Number(fraction.slice(0, 3).padEnd(3, "0"));
  if (sign === "-" && thousandths > 0) return "negative";
  return thousandths;
}

/** Prints the shortest decimal: 500 is `0.5`, 1000 is `1`. */
export function formatCredit(credit: Credit): string {
  const sign = credit < 0 ? "-" : "";
  const size = Math.abs(credit);
  const fraction = String(size % 1000)
    .padStart(3, "0")
    .replace(/0+$/, "");
  const whole = Math.floor(size / 1000);
  return fraction === "" ? `${sign}${whole}` : `${sign}${whole}.${fraction}`;
}
