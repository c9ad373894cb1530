import { describe, expect, it } from "vitest";
import type { FileReading, Layout } from "../../src/model.js";
import { gatherer, type Inspected, inspectionText } from "../../src/report/inspection.js";
import { layoutOf, readingOf } from "../support/result.js";

const LAYOUT = layoutOf(["student_id", "course_id", "mark"]);

function inspected(reading: Partial<FileReading>, more: Partial<Inspected> = {}): Inspected {
  return {
    path: "transcripts.csv",
    reading: readingOf({ kind: "transcript", layout: LAYOUT, broken: [], header: null, ...reading }),
    gathered: gatherer().end(),
    problems: [],
    draft: null,
    flags: "",
    given: false,
    next: [],
    ...more,
  };
}

const shown = (reading: Partial<FileReading>, more?: Partial<Inspected>): string =>
  inspectionText(inspected(reading, more));

const lines = (newline: Layout["newline"]): string => shown({ layout: { ...LAYOUT, newline } });

describe("what a file is", () => {
  it("is a size alone where no table is in it", () => {
    expect(shown({ layout: null, bytes: 1234 })).toBe("transcripts.csv: 1,234 bytes, no table found\nNext\n");
  });
  it.each([
    ["\n", "lines end in LF"],
    ["\r\n", "lines end in CRLF"],
    ["\r", "lines end in CR\n"],
  ] as const)("names the line ends %j", (newline, says) => {
    expect(lines(newline)).toContain(says);
  });
  it.each([
    [",", "comma"],
    [";", "semicolon"],
    ["\t", "tab"],
    ["|", "pipe"],
    ["^", "caret"],
  ])("names the delimiter %j", (delimiter, says) => {
    expect(shown({ layout: { ...LAYOUT, delimiter } })).toContain(`${says} between cells`);
  });
});

describe("what a header lacks", () => {
  const header = { found: [], line: 1, missing: [], duplicated: [], ambiguous: [] };
  const missing = (nearest: readonly string[], hint?: string): string =>
    shown({
      header: { ...header, missing: [{ field: "mark", nearest, ...(hint === undefined ? {} : { hint }) }] },
    });
  it("is named with what could be meant", () => {
    expect(missing(["Marks", "Mrak"])).toContain("Missing: mark; is it Marks or Mrak?\n");
    expect(missing([])).toContain("Missing: mark; no column is called like it\n");
    expect(missing(["Marks"], "export it with its grades")).toContain("Missing: mark; export it with its grades\n");
    expect(missing([])).toContain("No row can be read yet.");
  });
  it("is what could be two columns, and what is there twice", () => {
    const text = shown({
      header: { ...header, duplicated: ["Note"], ambiguous: [{ field: "mark", columns: ["Mark", "mark "] }] },
    });
    expect(text).toContain("Unclear: mark could be Mark or mark \n");
    expect(text).toContain("Unclear: the column Note is there twice\n");
    expect(text).not.toContain("No row can be read yet.");
  });
});

describe("columns", () => {
  it("that name people are shown without what they hold", () => {
    const layout = layoutOf(["Student Name", "course_id", "mark"]);
    const { see, end } = gatherer();
    const named: Layout = { ...layout, index: { student_id: 0, course_id: 1, mark: 2 } };
    see({ file: "transcripts.csv", line: 2, layout: named, cells: ["Quill, Ada", "MAT101", "B"] });
    const text = shown({ layout: named }, { gathered: end() });
    expect(text).toMatch(/student_id +Student Name +\(not shown\)\n/);
    expect(text).toMatch(/mark +mark +B\n/);
    expect(text).not.toContain("Quill");
  });
});

it("a word that no window holds is not broken", () => {
  const word = "x".repeat(130);
  const header = {
    found: [],
    line: 1,
    missing: [{ field: "mark" as const, nearest: [], hint: word }],
    duplicated: [],
    ambiguous: [],
  };
  expect(shown({ header })).toContain(`Missing: mark;\n    ${word}\n`);
});
