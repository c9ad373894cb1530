import type { AnyRow, Field } from "../model.js";
import { mayShow } from "./excelCells.js";
import { defineRule } from "./rule.js";

interface Facts {
  /** Empty: not to be shown. */
  readonly value: string;
  readonly column: string;
  readonly date: string;
  readonly from1904: string;
}

export const excelSerialDate = defineRule<"row", Facts>({
  code: "excel-serial-date",
  scope: "row",
  severity: "error",
  doubt: true,
  title: "A date is a spreadsheet's number for a day.",
  why: "Spreadsheets count days from 1900 or from 1904, and the number does not say which, so the day is four years in doubt.",
  remedy:
    "Format the column as a date such as 2025-06-20 and save the file again, or export straight from your system.",
  cites: ["LAYOUT"],
  check(row, _context, hit) {
    for (const { column, value } of unreadDates(row)) {
      const days = serialOf(value);
      if (days === null) continue;
      const shown = mayShow(column) ? value : "";
      const facts = { value: shown, column, date: dayOf(days), from1904: dayOf(days + DAYS_TO_1904) };
      hit({ facts, column, value: shown, cause: `${column} holds a spreadsheet's numbers` });
    }
  },
  say({ value, column, date, from1904 }) {
    if (value === "") return `The value of ${column} is a spreadsheet's number for a day.`;
    return `"${value}" in ${column} is a spreadsheet's number for ${date} (for ${from1904}, where it counts from 1904).`;
  },
});

const MS_A_DAY = 86_400_000;
/** Day 0 of the usual count, as all days after February 1900 stand to it. */
const DAY_0 = Date.UTC(1899, 11, 30);
const DAYS_TO_1904 = 1462;
/** 1954-01-01 and 2099-12-31: no course of a student at school is older, and none is later. */
const FIRST = 19_725;
const LAST = 73_050;

/** Whole days, the time of day behind the point left out; null where the text is no such number. */
function serialOf(text: string): number | null {
  if (!/^\d{5}(?:\.\d+)?$/.test(text)) return null;
  const days = Number(text.slice(0, 5));
  return days >= FIRST && days <= LAST ? days : null;
}

function dayOf(days: number): string {
  return new Date(DAY_0 + days * MS_A_DAY).toISOString().slice(0, 10);
}

function unreadDates(row: AnyRow): readonly { readonly column: Field; readonly value: string }[] {
  switch (row.kind) {
    case "transcript":
      return row.completed === null ? [{ column: "date_completed", value: row.dateCompleted }] : [];
    case "scores":
      return row.date === null ? [{ column: "date", value: row.dateText }] : [];
    case "students":
      return row.birthDate === null ? [{ column: "birth_date", value: row.birthDateText }] : [];
    case "approvals":
      return [
        ...(row.on === null ? [{ column: "on" as const, value: row.onText }] : []),
        ...(row.until === null ? [{ column: "until" as const, value: row.untilText }] : []),
      ];
  }
}
