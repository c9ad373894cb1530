import { describe, expect, it } from "vitest";
import { readTable } from "../../src/accepted/table.js";
import { CORRECTION_COLUMNS, readCorrection } from "../../src/compare/corrections.js";
import { faultsOf } from "../../src/compare/read.js";
import { reading } from "../support/rows.js";

/* The small files and faults of a comparison: what is read of them, and what is said. */

describe("a line of the list of corrections", () => {
  const read = (line: string): unknown => {
    const bytes = new TextEncoder().encode(`${CORRECTION_COLUMNS.join(",")}\n${line}\n`);
    return readTable({ name: "c.csv", bytes }, CORRECTION_COLUMNS).map(readCorrection)[0];
  };

  it("names the entry as it was, and by what it was authorised", () => {
    expect(read("7001,0110,2023-24,T1,wrong mark,D-7")).toEqual({
      file: "c.csv",
      line: 2,
      studentId: "7001",
      courseId: "0110",
      schoolYear: "2024",
      writtenYear: "2023-24",
      term: "T1",
      reason: "wrong mark",
      document: "D-7",
    });
    expect(read("7001,0110,2024,,wrong mark,D-7")).toMatchObject({ schoolYear: "2024", writtenYear: "2024", term: "" });
  });

  it.each([
    [",0110,2023-24,T1,r,d", /^names no student or no course/],
    ["7001,,2023-24,T1,r,d", /^names no student or no course/],
    ["7001,0110,2023-24,T1,,d", /^gives no reason or no document/],
    ["7001,0110,2023-24,T1,r,", /^gives no reason or no document/],
    ["7001,0110,,T1,r,d", /^"" is no school year; write it as 2023-24\.$/],
    ["7001,0110,2023-25,T1,r,d", /^"2023-25" is no school year/],
  ])("%s is refused", (line, why) => {
    expect(read(line)).toMatch(why);
  });
});

describe("a file that cannot be compared", () => {
  const header = { found: [], line: 3, missing: [], duplicated: [], ambiguous: [] };
  const said = (changes: Parameters<typeof reading>[0]): readonly string[] =>
    faultsOf(reading(changes)).map(({ where, message }) => `${where}: ${message}`);

  it("is told of everything at once", () => {
    const faulty = {
      ...header,
      missing: [{ field: "mark" as const, nearest: [] }],
      duplicated: ["Term"],
      ambiguous: [{ field: "course_id" as const, columns: ["Course", "Code"] }],
    };
    expect(said({ header: faulty, truncatedAt: 9 })).toEqual([
      "transcript.csv:3: the column mark is missing. Export again with it.",
      "transcript.csv:3: the column Term stands there twice. Export again.",
      "transcript.csv:3: Course and Code both could be course_id. Rename one of them.",
      "transcript.csv:9: the file ends inside this record. Export it again.",
    ]);
  });

  it("is told what it is, where it is none", () => {
    expect(said({ header: null, layout: null })).toEqual([
      "transcript.csv: there is nothing in this file. Export it again.",
    ]);
    expect(said({ header: null, notText: { offset: 7, why: "nul" } })).toEqual([
      "transcript.csv: this is no text that can be read (byte 7). Export it again as CSV in UTF-8.",
    ]);
    expect(said({})).toEqual([]);
  });
});
