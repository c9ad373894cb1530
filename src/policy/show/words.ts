import { type Credit, formatCredit } from "../../credit.js";

/** One sentence or clause, with what belongs beneath it. Plain text: every format escapes it for itself. */
export interface Item {
  readonly text: string;
  readonly items?: readonly Item[];
}

export interface Fact {
  readonly label: string;
  readonly items: readonly Item[];
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[], last = "and"): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;
}

/** `1 month`, `36 months`. */
export function plural(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}

/** `0.5 credit`, `1 credit`, `1.5 credits`. */
export function creditWords(credit: Credit): string {
  return `${formatCredit(credit)} ${credit <= 1000 ? "credit" : "credits"}`;
}

/** `grade 9`, `grades 9, 10 and 11`; kindergarten and the year before it by their letters. */
export function grades(levels: readonly number[]): string {
  const names = levels.map((level) => (level === 0 ? "K" : level < 0 ? "PK" : String(level)));
  return `${names.length === 1 ? "grade" : "grades"} ${listed(names)}`;
}

export function quoted(words: readonly string[]): string[] {
  return words.map((word) => `"${word}"`);
}

/** A fact of single sentences; null where there is nothing to say. */
export function fact(label: string, ...texts: readonly (string | Item)[]): Fact | null {
  const items = texts.filter((text) => text !== "").map((text) => (typeof text === "string" ? { text } : text));
  return items.length === 0 ? null : { label, items };
}

export function facts(...all: readonly (Fact | null)[]): readonly Fact[] {
  return all.filter((one) => one !== null);
}
