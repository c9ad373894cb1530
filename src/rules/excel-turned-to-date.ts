import { damagedCells, mayShow } from "./excelCells.js";
import { defineRule } from "./rule.js";

interface Facts {
  readonly value: string;
  readonly column: string;
  /** What it was before, where only one text gives it; empty otherwise. */
  readonly was: string;
}

const DATES: ReadonlySet<string> = new Set(["date_completed", "date", "on", "until", "birth_date"]);
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

export const excelTurnedToDate = defineRule<"row", Facts>({
  code: "excel-turned-to-date",
  scope: "row",
  severity: "error",
  doubt: true,
  title: "A spreadsheet has turned a value into a date.",
  why: "Several texts give the same date, and it is not put back by guessing, so the row counts for nothing until it is corrected.",
  remedy:
    "Export again straight from your student system, or format the column as text before the file is opened in a spreadsheet.",
  cites: ["LAYOUT"],
  check(row, _context, hit) {
    for (const { column, value, damage } of damagedCells(row)) {
      if (damage !== "day") continue;
      const shown = mayShow(column) ? value : "";
      const was = column === "school_year" ? schoolYearBehind(value) : "";
      hit({ facts: { value: shown, column, was }, column, value: shown });
    }
  },
  say({ value, column, was }) {
    const what = value === "" ? "The value" : `"${value}"`;
    if (DATES.has(column)) return `${what} in ${column} is a date as a spreadsheet shows it, and part of it is lost.`;
    return was === ""
      ? `${what} in ${column} is a date that a spreadsheet made of something else, such as 6-1 or JUN1.`
      : `${what} in ${column} is very likely what a spreadsheet made of ${was}.`;
  },
});

/** `Nov-10` was `2010-11`: the end of such a school year reads like a month. `10-Nov` begins with no month, and was none. */
function schoolYearBehind(value: string): string {
  const [month = "", year = ""] = value.toLowerCase().split("-");
  const ends = MONTHS.indexOf(month) + 1;
  return ends === Number(year) + 1 ? `20${year}-${String(ends).padStart(2, "0")}` : "";
}
