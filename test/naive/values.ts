/**
 * The plainest readers of cells, on purpose not those of the program: the naive decision shares no code with it.
 * Each gives null for what it cannot read.
 */

export function trimmed(row: Readonly<Record<string, string>>, column: string): string {
  return (row[column] ?? "").trim();
}

/** A decimal as whole thousandths, or the fault. */
export function readCredit(text: string): number | "bad" {
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(text)) return "bad";
  const [whole = "", fraction = ""] = text.replace(/^[+-]/, "").split(".");
  const padded = `${fraction}000`;
  for (const digit of padded.slice(3)) {
    if (digit !== "0") return "bad";
  }
  const value = Number(whole === "" ? "0" : whole) * 1000 + Number(padded.slice(0, 3));
  if (text.startsWith("-") && value !== 0) return "bad";
  return value;
}

/** A credit of the policy, a JSON number, as whole thousandths. */
export function policyCredit(value: number): number {
  return Math.round(value * 1000);
}

/** A decimal as whole millionths. */
export function readMeasure(text: string): number | null {
  const match = /^([+-]?)(\d+)(?:\.(\d{1,6}))?$/.exec(text);
  if (match === null) return null;
  const size = Number(match[2]) * 1_000_000 + Number((match[3] ?? "").padEnd(6, "0"));
  return match[1] === "-" ? -size : size;
}

export function policyMeasure(value: number): number {
  return Math.round(value * 1_000_000);
}

function monthLength(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, "0");
}

/** `2025-06-20` or `6/20/2025`. */
export function readDate(text: string): string | null {
  let match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  let parts = match === null ? null : [match[1], match[2], match[3]];
  if (parts === null) {
    match = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
    parts = match === null ? null : [match[3], match[1], match[2]];
  }
  if (parts === null) return null;
  const [year = 0, month = 0, day = 0] = parts.map(Number);
  if (month < 1 || month > 12 || day < 1 || day > monthLength(year, month)) return null;
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** The calendar year in which the school year ends. */
export function readSchoolYear(text: string): number | null {
  if (/^(19|20|21)\d\d$/.test(text)) return Number(text);
  const match = /^(\d{4})-(\d{4}|\d{2})$/.exec(text);
  if (match === null) return null;
  const next = Number(match[1]) + 1;
  const second = match[2] ?? "";
  return String(next).endsWith(second) ? next : null;
}

export function schoolYearOfDate(date: string): number {
  return Number(date.slice(0, 4)) + (Number(date.slice(5, 7)) >= 9 ? 1 : 0);
}

/** "a plain number, as for `who`" */
export function readGradeLevel(text: string): number | null {
  if (/^k(g)?$/i.test(text)) return 0;
  if (/^pk$/i.test(text)) return -1;
  if (!/^\d{1,2}$/.test(text)) return null;
  return Number(text) <= 13 ? Number(text) : null;
}

/** "award date less N calendar months, day clamped to the month's end" */
export function monthsBefore(date: string, months: number): string {
  let year = Number(date.slice(0, 4));
  let month = Number(date.slice(5, 7));
  for (let i = 0; i < months; i += 1) {
    month -= 1;
    if (month === 0) {
      month = 12;
      year -= 1;
    }
  }
  const day = Math.min(Number(date.slice(8, 10)), monthLength(year, month));
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** The day on which a term (`MM-DD`) ends in the school year that ends in `year`. */
export function termEnd(ends: string, year: number): string {
  const first = Number(ends.slice(0, 2)) >= 9;
  return `${pad(first ? year - 1 : year, 4)}-${ends}`;
}
