import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { NotDone } from "../../src/errors.js";
import type { FileReading } from "../../src/model.js";
import { fromBytes, nobleHasher } from "../../src/read/memory.js";
import { readSource } from "../../src/read/read.js";
import { faults, HEADER, inPieces, lines, readAll, readText, shown } from "./support.js";

const ANN = "101,2024,MAT101,F,Algebra 1,0.5,0";
const BEN = "102,2024,MAT101,B,Algebra 1,0.5,0.5";
const CAT = "103,2024,MAT201,C,Geometry,0.5,0.5";
const piped = (row: string) => row.split(",").join("|");
const [A, B, C] = [piped(ANN), piped(BEN), piped(CAT)];

interface Case {
  readonly name: string;
  readonly text: string;
  readonly rows: readonly string[];
  readonly broken?: readonly string[];
  readonly truncatedAt?: number;
}

const cases: readonly Case[] = [
  { name: "a plain file", text: lines(HEADER, ANN, BEN), rows: [`2: ${A}`, `3: ${B}`] },
  { name: "no line end at the end", text: `${HEADER}\n${ANN}`, rows: [`2: ${A}`] },
  { name: "a byte order mark", text: `\uFEFF${lines(HEADER, ANN)}`, rows: [`2: ${A}`] },
  {
    name: "a byte order mark before a quoted header",
    text: `\uFEFF"student_id"${lines(HEADER.slice(10), ANN)}`,
    rows: [`2: ${A}`],
  },
  { name: "CRLF", text: lines(HEADER, ANN, BEN).replaceAll("\n", "\r\n"), rows: [`2: ${A}`, `3: ${B}`] },
  { name: "lone CR", text: lines(HEADER, ANN, BEN).replaceAll("\n", "\r"), rows: [`2: ${A}`, `3: ${B}`] },
  {
    name: "line ends of several sorts",
    text: `${HEADER}\r\n${ANN}\r${BEN}\n${CAT}`,
    rows: [`2: ${A}`, `3: ${B}`, `4: ${C}`],
  },
  { name: "pipes", text: lines(HEADER, ANN, BEN).replaceAll(",", "|"), rows: [`2: ${A}`, `3: ${B}`] },
  {
    name: "pipes and no quoting: a quote is a mark like any other",
    text: lines(piped(HEADER), '101|2024|MAT101|F|"Honors" Algebra|0.5|0', '102|2024|MAT101|B|"Algebra 1|0.5|0.5', C),
    rows: ['2: 101|2024|MAT101|F|"Honors" Algebra|0.5|0', '3: 102|2024|MAT101|B|"Algebra 1|0.5|0.5', `4: ${C}`],
  },
  {
    name: "pipes and quoting",
    text: lines(piped(HEADER), '101|2024|MAT101|F|"a|b"|0.5|0', '102|2024|MAT101|B|"x|0.5', C),
    rows: ["2: 101|2024|MAT101|F|a|b|0.5|0", `4: ${C}`],
    broken: ["3 unclosed-quote - 5/7 102"],
  },
  { name: "semicolons", text: lines(HEADER, ANN, BEN).replaceAll(",", ";"), rows: [`2: ${A}`, `3: ${B}`] },
  { name: "tabs", text: lines(HEADER, ANN, BEN).replaceAll(",", "\t"), rows: [`2: ${A}`, `3: ${B}`] },
  {
    name: "every cell quoted",
    text: lines(HEADER, ANN, BEN).replaceAll(/[^,\n]+/g, '"$&"'),
    rows: [`2: ${A}`, `3: ${B}`],
  },
  {
    name: "a delimiter and a doubled quote in a quoted cell",
    text: lines(HEADER, '101,2024,MAT101,F,"Algebra ""1"", again",0.5,0', BEN),
    rows: ['2: 101|2024|MAT101|F|Algebra "1", again|0.5|0', `3: ${B}`],
  },
  {
    name: "line ends in quoted cells, of each sort",
    text: `${HEADER}\r\n101,2024,MAT101,F,"Alge\r\nbra\n1\r!",0.5,0\r\n${BEN}\r\n`,
    rows: ["2: 101|2024|MAT101|F|Alge\r\nbra\n1\r!|0.5|0", `6: ${B}`],
  },
  {
    name: "a quoted cell over lines with doubled quotes and delimiters of their own",
    text: lines(HEADER, '101,2024,MAT101,F,"one ""x""', 'a,b,""y"", z', '",0.5,0', BEN),
    rows: ['2: 101|2024|MAT101|F|one "x"\na,b,"y", z\n|0.5|0', `5: ${B}`],
  },
  {
    name: "a quote inside an unquoted cell is a mark like any other",
    text: lines(HEADER, `101,2024,MAT101,F,5'11" tall,0.5,0`, BEN),
    rows: [`2: 101|2024|MAT101|F|5'11" tall|0.5|0`, `3: ${B}`],
  },
  {
    name: "marks after a closing quote",
    text: lines(HEADER, '101,2024,MAT101,F,"Algebra" 1,0.5,0', BEN),
    rows: ['2: 101|2024|MAT101|F|"Algebra" 1|0.5|0', `3: ${B}`],
  },
  {
    name: "an unclosed quote costs its line only",
    text: lines(HEADER, ANN, '102,2024,MAT101,B,"Algebra 1,0.5,0.5', CAT),
    rows: [`2: ${A}`, `4: ${C}`],
    broken: ["3 unclosed-quote - 5/7 102"],
  },
  {
    name: "an unclosed quote in a file of quoted cells names its student",
    text: lines(HEADER, '"102","2024","MAT101","B","Algebra 1,0.5,0.5', CAT),
    rows: [`3: ${C}`],
    broken: ["2 unclosed-quote - 5/7 102"],
  },
  {
    name: "an unclosed quote in the student cell names nobody",
    text: lines(HEADER, '"102,2024,MAT101,B,Algebra 1,0.5,0.5', CAT),
    rows: [`3: ${C}`],
    broken: ["2 unclosed-quote - 1/7 -"],
  },
  {
    name: "an unclosed quote that a later stray quote would close swallows nothing",
    text: lines(HEADER, '101,2024,MAT101,F,"Algebra 1,0.5,0', BEN, '103,2024,MAT201,C,Geometry",0.5,0.5', ANN),
    rows: [`3: ${B}`, '4: 103|2024|MAT201|C|Geometry"|0.5|0.5', `5: ${A}`],
    broken: ["2 unclosed-quote - 5/7 101"],
  },
  {
    name: "an unclosed quote followed by sound quoted cells",
    text: lines(HEADER, '101,2024,MAT101,F,"Algebra 1,0.5,0', '102,2024,MAT101,B,"Algebra, 1",0.5,0.5', CAT),
    rows: ["3: 102|2024|MAT101|B|Algebra, 1|0.5|0.5", `4: ${C}`],
    broken: ["2 unclosed-quote - 5/7 101"],
  },
  {
    name: "two unclosed quotes on neighbouring lines",
    text: lines(HEADER, '101,2024,MAT101,F,"Algebra 1,0.5,0', '102,2024,MAT101,B,"Algebra 1,0.5,0.5', CAT),
    rows: [`4: ${C}`],
    broken: ["2 unclosed-quote - 5/7 101", "3 unclosed-quote - 5/7 102"],
  },
  {
    name: "an even number of quotes may leave one open too",
    text: lines(HEADER, `101,2024,MAT101,5",Algebra 1,"0.5,0`, BEN),
    rows: [`3: ${B}`],
    broken: ["2 unclosed-quote - 6/7 101"],
  },
  {
    name: "too few and too many cells",
    text: lines(HEADER, "101,2024,MAT101,F", BEN, `${CAT},more`, "Cole,103,2024"),
    rows: [`3: ${B}`],
    broken: ["2 wrong-width - 4/7 101", "4 wrong-width - 8/7 103", "5 wrong-width - 3/7 -"],
  },
  { name: "delimiters after the last cell", text: lines(HEADER, `${ANN},,`, BEN), rows: [`2: ${A}`, `3: ${B}`] },
  {
    name: "banners and blank lines above the header",
    text: lines("District 17001", "", "", "Run 2025-06-20,by,office", HEADER, ANN),
    rows: [`6: ${A}`],
    broken: ["1 not-a-record banner 1/7 -", "2 not-a-record blank 0/0 - x2", "4 not-a-record banner 3/7 -"],
  },
  {
    name: "a repeated header",
    text: lines(HEADER, ANN, HEADER, BEN),
    rows: [`2: ${A}`, `4: ${B}`],
    broken: ["3 not-a-record repeated header 7/7 -"],
  },
  {
    name: "totals",
    text: lines(HEADER, ANN, "Total,,,,,0.5,0", "Records: 12", ",,,,Grand total,1,1", "END OF REPORT"),
    rows: [`2: ${A}`],
    broken: [
      "3 not-a-record total 7/7 -",
      "4 not-a-record total 1/7 -",
      "5 not-a-record total 7/7 -",
      "6 not-a-record total 1/7 -",
    ],
  },
  {
    name: "what is no record, over several lines",
    text: lines(
      ...HEADER.replace("course_title", '"course|title"').split("|"),
      '"',
      '",,,,,,',
      'Total,,,,"of',
      'all",,',
      ...HEADER.replace("course_title", '"course|title"').split("|"),
    ),
    rows: [],
    broken: [
      "3 not-a-record blank 7/7 - x2",
      "5 not-a-record total 7/7 - x2",
      "7 not-a-record repeated header 7/7 - x2",
    ],
  },
  {
    name: "what only looks like a total is a record",
    text: lines(HEADER, "Total,2024,MAT101,F,Algebra 1,0.5,0", "Counter,,,,,,"),
    rows: ["2: Total|2024|MAT101|F|Algebra 1|0.5|0", "3: Counter||||||"],
  },
  {
    name: "runs of blank lines",
    text: lines(HEADER, "", ANN, "", " ", ",,,,,,", '""', BEN, ""),
    rows: [`3: ${A}`, `8: ${B}`],
    broken: ["2 not-a-record blank 1/7 -", "4 not-a-record blank 1/7 - x4", "9 not-a-record blank 1/7 -"],
  },
  {
    name: "cut in a cell",
    text: `${lines(HEADER, ANN)}102,2024,MAT101`,
    rows: [`2: ${A}`],
    broken: ["3 truncated - 3/7 102"],
    truncatedAt: 3,
  },
  {
    name: "cut in the student's id, which may lack its end",
    text: `${lines(HEADER, ANN)}10`,
    rows: [`2: ${A}`],
    broken: ["3 truncated - 1/7 -"],
    truncatedAt: 3,
  },
  {
    name: "cut in a quote",
    text: `${lines(HEADER, ANN)}102,2024,MAT101,B,"Algebra`,
    rows: [`2: ${A}`],
    broken: ["3 truncated - 5/7 102"],
    truncatedAt: 3,
  },
  {
    name: "cut in a quote that began a line earlier",
    text: `${lines(HEADER, ANN)}102,2024,MAT101,B,"Algebra\n1`,
    rows: [`2: ${A}`],
    broken: ["3 unclosed-quote - 5/7 102", "4 truncated - 1/7 -"],
    truncatedAt: 4,
  },
  {
    name: "a total without a line end is no cut",
    text: `${lines(HEADER, ANN)}Total records: 1`,
    rows: [`2: ${A}`],
    broken: ["3 not-a-record total 1/7 -"],
  },
  { name: "only a header", text: `${HEADER}\n`, rows: [] },
  { name: "nothing", text: "", rows: [] },
  { name: "only blank lines", text: "\n \n\n", rows: [], broken: ["1 not-a-record blank 0/0 - x3"] },
];

describe("a table of troubles", () => {
  test.each(cases)("$name", async ({ text, rows, broken = [], truncatedAt = null }) => {
    const outcome = await readText(text);
    expect(shown(outcome)).toEqual(rows);
    expect(faults(outcome)).toEqual(broken);
    expect(outcome.reading.truncatedAt).toBe(truncatedAt);
    expect(outcome.reading.rows).toBe(rows.length);
    expect(outcome.reading.notText).toBeNull();
    expect(outcome.reading.bytes).toBe(new TextEncoder().encode(text).length);
    expect(outcome.reading.sha256).toBe(createHash("sha256").update(text).digest("hex"));
  });

  test.each(cases)("$name, a byte at a time", async ({ text }) => {
    const bytes = new TextEncoder().encode(text);
    const cuts = [...bytes.keys()];
    expect(await readAll(inPieces(bytes, cuts))).toEqual(await readText(text));
  });
});

describe("where the student stands", () => {
  const header = "name,student_id,state_student_id,school_year,course_id,mark,credits_attempted,credits_earned";

  test.each([
    ["is read from its own column", "Doe,101,9001", "101"],
    ["is not taken from a line that ends before it", "Doe", "-"],
    ["is not a name that shifted into its column", "Doe, Ann,101", "-"],
    ["is the state's id where the district's is blank", "Doe,,9001", "9001"],
  ])("%s", async (_name, line, expected) => {
    const outcome = await readText(lines(header, line));
    expect(faults(outcome)).toEqual([`2 wrong-width - ${line.split(",").length}/8 ${expected}`]);
  });
});

describe("the layout", () => {
  test("names the columns by what they mean", async () => {
    const { reading } = await readText(
      "Student ID;School-Year;COURSE_ID;Mark;last name;Credits Attempted;Credits Earned;House\r\n",
    );
    expect(reading.layout).toEqual({
      kind: "transcript",
      columns: [
        "Student ID",
        "School-Year",
        "COURSE_ID",
        "Mark",
        "last name",
        "Credits Attempted",
        "Credits Earned",
        "House",
      ],
      index: { student_id: 0, school_year: 1, course_id: 2, mark: 3, credits_attempted: 5, credits_earned: 6 },
      extra: [4, 7],
      studentColumns: [4],
      delimiter: ";",
      newline: "\r\n",
      encoding: "utf-8",
      bom: false,
    });
    expect(reading.header).toEqual({
      found: reading.layout?.columns,
      line: 1,
      missing: [],
      duplicated: [],
      ambiguous: [],
    });
  });

  test("says whether there was a byte order mark, and the line end of the header", async () => {
    const first = (await readText(`\uFEFF${HEADER}\r${ANN}\n`)).reading.layout;
    expect([first?.bom, first?.newline]).toEqual([true, "\r"]);
    expect((await readText(HEADER)).reading.layout?.newline).toBe("\n");
  });

  test("a header cell over two lines", async () => {
    const outcome = await readText(lines('"student', `id"${HEADER.slice(10)}`, ANN));
    expect(shown(outcome)).toEqual([`3: ${A}`]);
    expect(outcome.reading.header?.line).toBe(1);
  });

  test("the delimiter by which most fields are found", async () => {
    const { reading } = await readText(lines("student_id;test;date;by,part", "1;SBA;2024-05-01;a,b"), "scores");
    expect([reading.layout?.delimiter, reading.rows]).toEqual([";", 1]);
  });
});

describe("a header at fault", () => {
  test("a missing column, with the names that are near", async () => {
    const { reading } = await readText(lines(HEADER.replace("mark", "marks").replace("course_id", "class"), ANN));
    expect(reading.header?.missing).toEqual([
      { field: "course_id", nearest: [] },
      { field: "mark", nearest: ["marks"] },
    ]);
    expect(reading.rows).toBe(0);
  });

  test("the line that names most fields is taken for the header", async () => {
    const { reading } = await readText(lines("Export,of,today", "student_id,mark,school_year", "1,F,2024"));
    expect(reading.header?.line).toBe(2);
    expect(reading.header?.missing.map((m) => m.field)).toEqual(["course_id", "credits_attempted", "credits_earned"]);
  });

  test("it is not looked for beyond twenty lines", async () => {
    const far = await readText(lines(...Array.from({ length: 20 }, (_, i) => `note ${i}`), HEADER, ANN));
    expect(far.reading.header?.missing).toHaveLength(6);
    const near = await readText(lines(...Array.from({ length: 19 }, (_, i) => `note ${i}\n`), HEADER, ANN));
    expect(shown(near)).toEqual([`40: ${A}`]);
  });

  test("one field in two columns", async () => {
    const { reading } = await readText(lines(`${HEADER},Student ID`, `${ANN},101`));
    expect(reading.header?.ambiguous).toEqual([{ field: "student_id", columns: ["student_id", "Student ID"] }]);
    expect(reading.rows).toBe(0);
  });

  test("a needed column twice, under one name", async () => {
    const { reading } = await readText(lines(`${HEADER},mark`, `${ANN},F`));
    expect(reading.header).toMatchObject({ duplicated: ["mark"], ambiguous: [] });
    expect(reading.rows).toBe(0);
  });

  test("another column twice is let be, but for a group of students; columns without a name are none", async () => {
    const { reading } = await readText(lines(`${HEADER},House,house,,`, `${ANN},a,b,,`));
    expect([reading.header?.duplicated, reading.rows]).toEqual([[], 1]);
    const students = await readText(lines("student_id,House,house", "1,a,b"), "students");
    expect(students.reading.header?.duplicated).toEqual(["House"]);
    expect((await readText(lines(`${HEADER},,`, `${ANN},,`))).reading.rows).toBe(1);
  });

  test("a state id may stand for the student, but not in a transcript", async () => {
    expect((await readText(lines("state_student_id,test,date", "9,x,2024-01-01"), "scores")).reading.rows).toBe(1);
    const transcript = await readText(lines(HEADER.replace("student_id", "state_student_id"), ANN));
    expect(transcript.reading.header?.missing.map((m) => m.field)).toEqual(["student_id"]);
  });
});

describe("what is no text", () => {
  const text = new TextEncoder().encode(lines(HEADER, ANN, BEN));
  const at = text.length - BEN.length + 5;
  const withByte = (...bytes: number[]) => Uint8Array.from([...text.slice(0, at), ...bytes, ...text.slice(at)]);

  type Faulty = readonly [string, Uint8Array, FileReading["notText"] & object];

  const faulty: readonly Faulty[] = [
    ["a NUL", withByte(0), { offset: at, why: "nul" }],
    ["a Latin-1 letter after UTF-8", withByte(0xc3, 0xa9, 0x20, 0xe9), { offset: at + 3, why: "mixed" }],
    ["UTF-8 after a Latin-1 letter", withByte(0xe9, 0x20, 0xc3, 0xa9, 0x20), { offset: at + 2, why: "mixed" }],
    ["UTF-8 after a Latin-1 letter, then a NUL", withByte(0xe9, 0x20, 0xc3, 0xa9, 0), { offset: at + 2, why: "mixed" }],
    [
      "a Latin-1 letter behind the mark of UTF-8",
      Uint8Array.from([0xef, 0xbb, 0xbf, ...withByte(0xe9)]),
      { offset: at + 3, why: "mixed" },
    ],
    ["a surrogate in UTF-8", withByte(0xc3, 0xa9, 0x20, 0xed, 0xa0, 0x80), { offset: at + 3, why: "mixed" }],
    ["an overlong form in UTF-8", withByte(0xc3, 0xa9, 0x20, 0xe0, 0x80, 0x80), { offset: at + 3, why: "mixed" }],
    ["a NUL after half a letter", withByte(0xc3, 0), { offset: at + 1, why: "nul" }],
    ["beyond Unicode", withByte(0xf4, 0x90, 0x80, 0x80), { offset: at + 1, why: "unexplained" }],
    ...[0x81, 0x8d, 0x8f, 0x90, 0x9d].map(
      (byte): Faulty => [
        `${byte.toString(16)}, nothing in Windows-1252`,
        withByte(byte),
        { offset: at, why: "unexplained" },
      ],
    ),
    ["words of another code page", withByte(...Array(7).fill(0xcf)), { offset: at, why: "unexplained" }],
    ["UTF-32", Uint8Array.from([0xff, 0xfe, 0, 0, 0x73, 0, 0, 0]), { offset: 0, why: "unexplained" }],
    ["a zip", new TextEncoder().encode("PK\u0003\u0004 grades.csv"), { offset: 0, why: "archive" }],
    [
      "an Excel workbook",
      new TextEncoder().encode("PK\u0003\u0004 [Content_Types].xml"),
      { offset: 0, why: "spreadsheet" },
    ],
    ["an old Excel workbook", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), { offset: 0, why: "spreadsheet" }],
    ["a gzip", Uint8Array.from([0x1f, 0x8b, 8]), { offset: 0, why: "archive" }],
  ];

  test.each(faulty)("%s", async (_name, bytes, expected) => {
    const outcome = await readText(bytes);
    expect(outcome.reading.notText).toEqual(expected);
    expect(outcome.reading.sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
    expect(outcome.reading.truncatedAt).toBeNull();
    // Only whole lines before the fault are read.
    expect(shown(outcome)).toEqual(
      expected.offset === 0 ? [] : expected.offset < text.length ? [`2: ${A}`] : [`2: ${A}`, `3: ${B}`],
    );
    expect(await readAll(inPieces(bytes, [...bytes.keys()]))).toEqual(outcome);
  });

  test("letters of every length are text, however they are cut", async () => {
    const accented = lines(HEADER, "101,2024,MAT101,F,é € 😀 \uFFFD \uFEFF,0.5,0");
    const bytes = new TextEncoder().encode(accented);
    const outcome = await readAll(inPieces(bytes, [...bytes.keys()]));
    expect(shown(outcome)).toEqual(["2: 101|2024|MAT101|F|é € 😀 \uFFFD \uFEFF|0.5|0"]);
  });
});

describe("size", () => {
  test("blocks of lines meet without a seam", async () => {
    const all = [HEADER];
    const expected: string[] = [];
    let line = 2;
    for (let i = 0; i < 20_000; i++) {
      const title = i % 7 === 0 ? '"Alge\r\nbra, 1"' : i % 5 === 0 ? `5" pipe` : i % 3 === 0 ? '"a, b"' : "plain";
      all.push(`${i},2024,MAT101,F,${title},0.5,0`);
      expected.push(`${line}: ${i}`);
      line += i % 7 === 0 ? 2 : 1;
    }
    const outcome = await readText(lines(...all));
    expect(outcome.rows.map((row) => `${row.line}: ${row.cells[0]}`)).toEqual(expected);
    expect(outcome.reading.broken).toEqual([]);
  });

  test("a broken quote every few lines swallows nothing", async () => {
    const all = [HEADER];
    for (let i = 0; i < 10_000; i++) all.push(`${i},2024,MAT101,F,${i % 4 === 0 ? '"open' : '"shut"'},0.5,0`);
    const outcome = await readText(lines(...all));
    expect(outcome.rows.length).toBe(7500);
    expect(outcome.reading.broken.length).toBe(2500);
    expect(outcome.reading.broken.every((b) => Number(b.studentId) === b.line - 2)).toBe(true);
  });

  test("a quote that closes too far on was never closed", async () => {
    const far = (n: number) => lines(HEADER, '101,2024,MAT101,F,"a', ...Array<string>(n).fill("x"), '",0.5,0', BEN);
    expect((await readText(far(998))).reading.broken).toEqual([]);
    expect(faults(await readText(far(999)))[0]).toBe("2 unclosed-quote - 5/7 101");
    const long = await readText(lines(HEADER, `101,2024,MAT101,F,"${"x".repeat(1 << 20)}`, '",0.5,0', BEN));
    expect(faults(long)[0]).toBe("2 unclosed-quote - 5/7 101");
    expect(shown(long)).toEqual([`4: ${B}`]);
  });

  test("a line that has no end is no table", async () => {
    const piece = new TextEncoder().encode("x".repeat(1 << 20));
    const source = { kind: "transcript" as const, name: "huge.csv", chunks: () => Array(20).fill(piece) };
    await expect(readSource(source, () => undefined, nobleHasher())).rejects.toThrow(NotDone);
    await expect(
      readAll(fromBytes("transcript", "fine.csv", `${HEADER}\n${"x".repeat(1 << 20)}\n`)),
    ).resolves.toBeDefined();
  });
});
