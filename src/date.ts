/** A calendar day as ISO text, `YYYY-MM-DD`: such days compare rightly as text, and carry no clock and no time zone. */
export type IsoDate = string;

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const US = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

function twoDigits(n: number): string {
  return String(n).padStart(2, "0");
}

/** The day if the calendar has it, else null (31 June, 29 February of a common year). */
export function isoDate(year: number, month: number, day: number): IsoDate | null {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return `${String(year).padStart(4, "0")}-${twoDigits(month)}-${twoDigits(day)}`;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Reads `2025-06-20` or `6/20/2025`; null for anything else, and for days that do not exist. */
export function parseDate(text: string): IsoDate | null {
  const iso = ISO.exec(text);
  if (iso !== null) return isoDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const us = US.exec(text);
  return us === null ? null : isoDate(Number(us[3]), Number(us[1]), Number(us[2]));
}

export function yearOf(date: IsoDate): number {
  return Number(date.slice(0, 4));
}

/** `date` less so many calendar months, the day clamped to the end of a shorter month. */
export function minusMonths(date: IsoDate, months: number): IsoDate {
  const count = yearOf(date) * 12 + Number(date.slice(5, 7)) - 1 - months;
  const year = Math.floor(count / 12);
  const month = (count % 12) + 1;
  const day = Math.min(Number(date.slice(8)), daysInMonth(year, month));
  return `${String(year).padStart(4, "0")}-${twoDigits(month)}-${twoDigits(day)}`;
}

/** Whether a day is known and stands before another. */
export function isBefore(day: IsoDate | null, other: IsoDate): boolean {
  return day !== null && day < other;
}

/** Whole days from one day to another; below 0 where the second is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;
}

/**
 * A school year by the calendar year it ends in: 2023-24 is 2024. It runs from 1 September to 31 August.
 */
export type SchoolYear = number;

export function schoolYearOf(date: IsoDate): SchoolYear {
  return date.slice(5) >= "09-01" ? yearOf(date) + 1 : yearOf(date);
}

/** How a school year is written: `2023-24`, `2023-2024`, or `2024`. */
export type SchoolYearForm = "short" | "long" | "end";

/** Reads any of the three forms; null where the two halves are not one year apart, or the text is something else. */
export function parseSchoolYear(text: string): { readonly year: SchoolYear; readonly form: SchoolYearForm } | null {
  const match = /^(\d{4})(?:-(\d{2}|\d{4}))?$/.exec(text);
  if (match === null) return null;
  const first = Number(match[1]);
  const second = match[2];
  if (second === undefined) return first >= 1900 && first <= 2199 ? { year: first, form: "end" } : null;
  const next = first + 1;
  if (second.length === 2) return Number(second) === next % 100 ? { year: next, form: "short" } : null;
  return Number(second) === next ? { year: next, form: "long" } : null;
}

export function formatSchoolYear(year: SchoolYear, form: SchoolYearForm): string {
  if (form === "end") return String(year);
  return form === "long" ? `${year - 1}-${year}` : `${year - 1}-${twoDigits(year % 100)}`;
}
