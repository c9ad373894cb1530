import { itemAt } from "../../at.js";
import { type IsoDate, isoDate } from "../../date.js";

/** How a date can be written in a column. The first that a map lists is written where a file does not show its own. */
export const DATE_FORMS = [
  "YYYY-MM-DD",
  "M/D/YYYY",
  "MM/DD/YYYY",
  "YYYYMMDD",
  "MMDDYYYY",
  "MMM D, YYYY",
  "MMYYYY",
  "YYYY",
  "YY",
  "excel",
] as const;
export type DateForm = (typeof DATE_FORMS)[number];

const MONTHS: readonly string[] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** A time of day behind a date is passed over, and so never moves the date over midnight. */
const TIME = "(?:[T ]+\\d{1,2}:\\d{2}.*)?";

const PATTERN: Readonly<Record<DateForm, RegExp>> = {
  "YYYY-MM-DD": new RegExp(`^(\\d{4})-(\\d{2})-(\\d{2})${TIME}$`),
  "M/D/YYYY": new RegExp(`^(\\d{1,2})/(\\d{1,2})/(\\d{4})${TIME}$`),
  "MM/DD/YYYY": new RegExp(`^(\\d{2})/(\\d{2})/(\\d{4})${TIME}$`),
  YYYYMMDD: /^(\d{4})(\d{2})(\d{2})$/,
  MMDDYYYY: /^(\d{2})(\d{2})(\d{4})$/,
  "MMM D, YYYY": /^([A-Za-z]{3})[a-z]* (\d{1,2}), (\d{4})$/,
  MMYYYY: /^(\d{2})(\d{4})$/,
  YYYY: /^(\d{4})$/,
  YY: /^(\d{2})$/,
  excel: /^([34]\d{4})$/,
};

/** The days that serial numbers of a spreadsheet count from. */
const EXCEL_DAY_0 = Date.UTC(1899, 11, 30);

/**
 * Reads a date that is written in one form.
 * @param assumed month and day (`05-31`) of a form that gives the year alone
 * @returns null where the text is not of this form, or there is no such day
 */
export function readDate(text: string, form: DateForm, assumed: string | null): IsoDate | null {
  const match = PATTERN[form].exec(text);
  if (match === null) return null;
  const [, a = "", b = "", c = ""] = match;
  switch (form) {
    case "YYYY-MM-DD":
    case "YYYYMMDD":
      return isoDate(Number(a), Number(b), Number(c));
    case "M/D/YYYY":
    case "MM/DD/YYYY":
    case "MMDDYYYY":
      return isoDate(Number(c), Number(a), Number(b));
    case "MMM D, YYYY":
      return isoDate(Number(c), MONTHS.indexOf(a.toLowerCase()) + 1, Number(b));
    case "MMYYYY":
      return lastOfMonth(Number(b), Number(a));
    case "YYYY":
      return assumed === null ? null : `${a}-${assumed}`;
    case "YY":
      return assumed === null ? null : `20${a}-${assumed}`;
    case "excel":
      return new Date(EXCEL_DAY_0 + Number(a) * 86_400_000).toISOString().slice(0, 10);
  }
}

function lastOfMonth(year: number, month: number): IsoDate | null {
  for (const day of [31, 30, 29, 28]) {
    const date = isoDate(year, month, day);
    if (date !== null) return date;
  }
  return null;
}

/** Which of these forms a text is written in; of several that fit, the first. Null: none. */
export function dateFormOf(text: string, forms: readonly DateForm[]): DateForm | null {
  for (const form of forms) if (readDate(text, form, "06-30") !== null) return form;
  return null;
}

/** Writes a date in a form. A form without a day, or without a month, leaves out what it has no room for. */
export function writeDate(date: IsoDate, form: DateForm): string {
  const [year = "", month = "", day = ""] = date.split("-");
  switch (form) {
    case "YYYY-MM-DD":
      return date;
    case "M/D/YYYY":
      return `${Number(month)}/${Number(day)}/${year}`;
    case "MM/DD/YYYY":
      return `${month}/${day}/${year}`;
    case "YYYYMMDD":
      return `${year}${month}${day}`;
    case "MMDDYYYY":
      return `${month}${day}${year}`;
    case "MMM D, YYYY": {
      const name = itemAt(MONTHS, Number(month) - 1);
      return `${name.slice(0, 1).toUpperCase()}${name.slice(1)} ${Number(day)}, ${year}`;
    }
    case "MMYYYY":
      return `${month}${year}`;
    case "YYYY":
      return year;
    case "YY":
      return year.slice(2);
    case "excel":
      return String((Date.parse(`${date}T00:00:00Z`) - EXCEL_DAY_0) / 86_400_000);
  }
}
