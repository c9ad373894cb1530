import { describe, expect, it } from "vitest";
import type { Field } from "../../src/model.js";
import { DIALECTS, dialectNamed } from "../../src/read/dialects/index.js";
import { chooseLayout, refuseNoImport } from "../../src/read/map/choose.js";
import { columnsOf } from "../../src/read/map/columns.js";
import { DATE_FORMS, type DateForm, dateFormOf, readDate, writeDate } from "../../src/read/map/dates.js";
import { draftMap } from "../../src/read/map/draft.js";
import { type ReaderName, readerOf } from "../../src/read/map/readers.js";
import { fitMap } from "../../src/read/map/resolve.js";
import type { MapDef } from "../../src/read/map/schema.js";

/* The pieces that maps are made of, each by itself: dates, readers, columns, the choice of a layout, a first draft. */

describe("a date in a form of its own", () => {
  it.each<readonly [DateForm, string, string]>([
    ["YYYY-MM-DD", "2024-01-05", "2024-01-05"],
    ["M/D/YYYY", "1/5/2024", "2024-01-05"],
    ["MM/DD/YYYY", "01/05/2024", "2024-01-05"],
    ["YYYYMMDD", "20240105", "2024-01-05"],
    ["MMDDYYYY", "01052024", "2024-01-05"],
    ["MMM D, YYYY", "Jan 5, 2024", "2024-01-05"],
    ["MMYYYY", "022024", "2024-02-29"],
    ["YYYY", "2024", "2024-05-31"],
    ["YY", "24", "2024-05-31"],
    ["excel", "45296", "2024-01-05"],
  ])("%s is read and written back", (form, text, date) => {
    expect(readDate(text, form, "05-31")).toBe(date);
    expect(writeDate(date, form)).toBe(text);
  });
  it("has a case above for each form", () => expect(DATE_FORMS).toHaveLength(10));
  it("is none where it has only a year and nothing says which day is meant", () => {
    expect(readDate("2024", "YYYY", null)).toBeNull();
    expect(readDate("24", "YY", null)).toBeNull();
  });
  it("is told by the first form that fits", () => {
    expect(dateFormOf("01/05/2024", ["MM/DD/YYYY", "M/D/YYYY"])).toBe("MM/DD/YYYY");
    expect(dateFormOf("5 January", DATE_FORMS)).toBeNull();
  });
});

describe("a reader", () => {
  it.each<readonly [ReaderName, string, string]>([
    ["year-of-date", "2024-01-05", "2023-24"],
    ["year-of-date", "some day", "some day"],
    ["year-begins", "2023", "2023-24"],
    ["year-begins", "2023-24", "2023-24"],
    ["year-slashed", "2023/2024", "2023-2024"],
    ["year-underscored", "2023_24", "2023-24"],
    ["powerschool-year", "3301", "2023-24"],
    ["powerschool-year", "spring", "spring"],
    ["powerschool-term", "3301", "S1"],
    ["powerschool-term", "3302", "S2"],
    ["powerschool-term", "3300", ""],
    ["powerschool-term", "3307", "3307"],
    ["powerschool-term", "spring", "spring"],
    ["five-digits", "2052", "02052"],
    ["five-digits", "02052", "02052"],
    ["in-apostrophes", "'00123'", "00123"],
    ["after-hash", "uri://x#Math", "Math"],
  ])("%s reads %j as %j", (name, text, read) => {
    expect(readerOf(name).read(text)).toBe(read);
  });

  const record =
    (values: Partial<Record<Field, string>>) =>
    (field: Field): string =>
      values[field] ?? "";
  it.each([
    ["2023-24", "S1", "3301"],
    ["2023-24", "Sem 2", "3302"],
    ["2023-24", "Semester 1", "3301"],
    ["2023-24", "YR", "3300"],
    ["2023-24", "T1", "3300"],
    ["some year", "S1", ""],
  ])("of term ids writes year %j and term %j as %j", (year, term, id) => {
    const { write } = readerOf("powerschool-term");
    expect(write?.("", record({ school_year: year, term }))).toBe(id);
  });
});

describe("columns by name", () => {
  it("are the one that is called exactly so where two are called nearly so", () => {
    const columns = columnsOf(["Table.Grade", "grade", "Grade_"]);
    expect(columns.find("grade")).toBe(1);
    expect([...columns.ambiguous]).toEqual([]);
  });
  it("are not sure where two fit equally well; the first is taken, and it is said", () => {
    const columns = columnsOf(["Grade Level", "GradeLevel", "Mark"]);
    expect(columns.find("grade_level")).toBe(0);
    expect([...columns.ambiguous]).toEqual([["grade_level", ["Grade Level", "GradeLevel"]]]);
    const def: MapDef = {
      format: 1,
      name: "m",
      title: "M",
      kind: "transcript",
      fields: { grade_level: "grade_level" },
    };
    expect(fitMap(def, ["Grade Level", "GradeLevel"]).ambiguous).toEqual([
      { field: "grade_level", columns: ["Grade Level", "GradeLevel"] },
    ]);
  });
  it("can be named by their place, from 1", () => {
    const columns = columnsOf(["a", "b"]);
    expect([columns.find(2), columns.find(3)]).toEqual([1, null]);
  });
});

describe("the choice of a layout", () => {
  const mine: MapDef = {
    format: 1,
    name: "mine",
    title: "Mine",
    kind: "transcript",
    fields: { student_id: "Pupil", mark: "Result" },
  };
  const other: MapDef = { ...mine, name: "other", fields: { student_id: "Pupil" } };
  it("takes of several that are named, none of them whole, the one that names most", () => {
    const header = ["Pupil", "Result"];
    expect(chooseLayout("transcript", header, [other, mine])).toMatchObject({ def: mine, rank: "maybe" });
    expect(chooseLayout("transcript", header, [mine, other])).toMatchObject({ def: mine, rank: "maybe" });
    expect(chooseLayout("transcript", header, ["own", mine])).toMatchObject({ def: mine });
    expect(chooseLayout("transcript", ["student_id"], ["own", mine])).toMatchObject({ def: null, matched: 1 });
  });
  it("refuses to write new records as what holds no transcript, or does not say its columns", () => {
    const stamp = dialectNamed("stamp");
    if (stamp === null) throw new Error("a dialect of scores");
    expect(() => refuseNoImport(stamp, "--import-layout")).toThrow(
      "stamp holds scores, and new records are transcript",
    );
    expect(() => refuseNoImport(mine, "--import-layout")).toThrow("does not say which columns its system imports");
    const whole = DIALECTS.find(({ kind, output }) => kind === "transcript" && output?.columns !== undefined);
    if (whole === undefined) throw new Error("a dialect that is imported");
    expect(refuseNoImport(whole, "--import-layout")).toBe(whole);
  });
});

describe("a first draft of a map", () => {
  const transcript = (...rows: readonly string[]): string =>
    ["Student Number,Course,Final Mark,Academic Year,Completion Date", ...rows, ""].join("\n");
  const fieldsOf = (text: string) => draftMap("transcript", text)?.def.fields;

  it("says how dates are written, the surest form first", () => {
    const text = transcript("1,M1,B,2024,1/5/2024", "2,M1,B,2024,2024-01-05");
    expect(fieldsOf(text)?.date_completed).toEqual({ column: "Completion Date", dates: ["YYYY-MM-DD", "M/D/YYYY"] });
    expect(fieldsOf(transcript("1,M1,B,2024,soon"))?.date_completed).toBe("Completion Date");
  });
  it.each([
    ["2023/24", { column: "Academic Year", read: "year-slashed" }, 0],
    ["2023_24", { column: "Academic Year", read: "year-underscored" }, 0],
    ["2023-24", "Academic Year", 0],
    ["2024", "Academic Year", 1],
    ["", "Academic Year", 0],
  ])("tells how the year %j is meant", (year, field, doubts) => {
    const draft = draftMap("transcript", transcript(`1,M1,B,${year},2024-01-05`));
    expect(draft?.def.fields.school_year).toEqual(field);
    expect(draft?.doubts).toHaveLength(doubts);
  });
  it("is made of the whole lines alone where the text breaks off inside quotes", () => {
    const text = `${transcript("1,M1,B,2024,2024-01-05")}2,"M1`;
    expect(fieldsOf(text)).toMatchObject({ student_id: "Student Number", mark: "Final Mark" });
  });
  it("is of the kind that most columns speak of", () => {
    expect(draftMap(null, "Student Number,Assessment,Scale Score,Test Date\n1,x,5,2024-01-05\n")?.def.kind).toBe(
      "scores",
    );
    expect(draftMap(null, transcript())?.def.kind).toBe("transcript");
    expect(draftMap(null, "a,b,c\n")).toBeNull();
  });
  it("of scores may name students by the state's id alone", () => {
    const draft = draftMap("scores", "State ID,Assessment,Scale Score,Test Date\n1,x,5,2024-01-05\n");
    expect(draft?.missing).not.toContain("student_id");
  });
});
