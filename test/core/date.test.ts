import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatSchoolYear, isoDate, minusMonths, parseDate, parseSchoolYear, schoolYearOf } from "../../src/date.js";
import "../support/seed.js";

describe("reading a day", () => {
  it.each([
    ["2025-06-20", "2025-06-20"],
    ["6/20/2025", "2025-06-20"],
    ["06/02/2025", "2025-06-02"],
    ["2024-02-29", "2024-02-29"],
    ["2023-02-29", null],
    ["1900-02-29", null],
    ["2000-02-29", "2000-02-29"],
    ["2025-06-31", null],
    ["13/1/2025", null],
    ["2025-6-2", null],
    ["20.06.2025", null],
    ["45828", null],
    ["", null],
  ])("%j is %j", (text, expected) => {
    expect(parseDate(text)).toBe(expected);
  });

  it("agrees with the calendar of the platform", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2199 }), fc.nat(13), fc.nat(32), (year, month, day) => {
        const date = new Date(Date.UTC(year, month - 1, day));
        const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
        expect(isoDate(year, month, day)).toBe(exists ? date.toISOString().slice(0, 10) : null);
      }),
    );
  });
});

describe("months before a day", () => {
  it.each([
    ["2025-06-20", 12, "2024-06-20"],
    ["2025-03-31", 1, "2025-02-28"],
    ["2024-03-31", 1, "2024-02-29"],
    ["2025-01-15", 1, "2024-12-15"],
    ["2025-01-31", 14, "2023-11-30"],
  ])("%s less %d months is %s", (date, months, expected) => {
    expect(minusMonths(date, months)).toBe(expected);
  });
});

describe("a school year", () => {
  it.each([
    ["2025-08-31", 2025],
    ["2025-09-01", 2026],
    ["2025-06-20", 2025],
    ["2025-12-31", 2026],
  ])("%s is in the year that ends in %d", (date, year) => {
    expect(schoolYearOf(date)).toBe(year);
  });

  it.each([
    ["2023-24", { year: 2024, form: "short" }],
    ["2023-2024", { year: 2024, form: "long" }],
    ["2024", { year: 2024, form: "end" }],
    ["1900", { year: 1900, form: "end" }],
    ["2199", { year: 2199, form: "end" }],
    ["1899", null],
    ["2200", null],
    ["1999-00", { year: 2000, form: "short" }],
    ["2023-25", null],
    ["2023-2025", null],
    ["2023/24", null],
    ["23-24", null],
    ["1800", null],
    ["", null],
  ])("%j is %j", (text, expected) => {
    expect(parseSchoolYear(text)).toEqual(expected);
  });

  it("prints in each form what it reads back", () => {
    for (const form of ["short", "long", "end"] as const) {
      expect(parseSchoolYear(formatSchoolYear(2024, form))).toEqual({ year: 2024, form });
    }
  });
});
