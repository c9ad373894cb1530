import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { encodeText } from "../../src/encode.js";
import { type CheckOutcome, check, NotDone } from "../../src/index.js";
import type { Encoding } from "../../src/model.js";
import { earner, folder, POLICY, transcript } from "../support/district.js";
import { PROGRAM } from "../support/program.js";
import { readText } from "./support.js";

const awardDate = "2025-06-20";

interface Written {
  readonly encoding: Encoding;
  readonly bom: boolean;
  readonly delimiter: string;
  readonly lineEnd: string;
}

function everyWay(): readonly Written[] {
  const encodings: readonly Encoding[] = ["utf-8", "utf-16le", "utf-16be", "windows-1252"];
  const ways: Written[] = [];
  for (const encoding of encodings) {
    for (const bom of encoding === "windows-1252" ? [false] : [false, true]) {
      for (const delimiter of [",", ";", "\t", "|"]) {
        for (const lineEnd of ["\n", "\r\n", "\r"]) ways.push({ encoding, bom, delimiter, lineEnd });
      }
    }
  }
  return ways;
}

const HEADER = [
  "student_id",
  "last_name",
  "school_code",
  "school_year",
  "term",
  "grade_level",
  "course_id",
  "course_title",
  "mark",
  "credits_attempted",
  "credits_earned",
  "designations",
];

/** A district with a little of everything: proposals, a refusal, faults, lines that are no records, broken lines. */
const ROWS: readonly (readonly string[])[] = [
  ["9000000001", "Núñez", "4321", "2023-24", "S1", "9", "MAT101", "Álgebra – “1”", "F", "0.5", "0", ""],
  ["9000000001", "Núñez", "4321", "2024-25", "S1", "10", "MAT301", "Algebra 2", "B", "0.5", "0.5", ""],
  ["9000000002", "Ito", "4321", "2023-24", "S1", "9", "MAT101", 'Algebra "1"', "F", "0.5", "0", ""],
  ["9000000002", "Ito", "4321", "2024-25", "S1", "10", "MAT301", "Algebra 2", "D", "0.5", "0.5", ""],
  ["9000000003", "Öz", "4321", "2023-24", "S1", "9", "MAT101", "Algebra 1", "F", "0.5", "0.5", ""],
  ["", "", "", "", "", "", "", "", "", "", "", ""],
  ["9000000004", "Roe", "4321", "2023-24"],
  ["9000000005", "Lee", "4321", "Nov-10", "S1", "9", "MAT101", "a, b; c | d\te", "Q", "0.5", "0", ""],
  ["Total", "", "", "", "", "", "", "", "", "2", "1", ""],
];

function quoted(cell: string): string {
  return /[",;|\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function write({ encoding, bom, delimiter, lineEnd }: Written, rows = ROWS): Uint8Array {
  const lines = [HEADER, ...rows].map((cells) => cells.map(quoted).join(delimiter) + lineEnd);
  return encodeText((bom ? "\uFEFF" : "") + lines.join(""), encoding);
}

function run(data: Uint8Array, merged = false): Promise<CheckOutcome> {
  return check({ transcripts: [{ name: "t.csv", data }], policy: JSON.stringify(POLICY), awardDate, merged });
}

describe("one transcript in every encoding, delimiter, line end, with and without a byte order mark", async () => {
  const plain = await run(write({ encoding: "utf-8", bom: false, delimiter: ",", lineEnd: "\n" }));

  test("the plain one has something of everything", () => {
    expect(plain.result.proposals.length).toBeGreaterThan(0);
    expect(plain.result.refusals.length).toBeGreaterThan(0);
    const codes = plain.result.violations.map((violation) => violation.code);
    expect(codes).toEqual(expect.arrayContaining(["row-wrong-width", "row-not-a-record", "excel-turned-to-date"]));
  });

  test.each(everyWay())("$encoding, mark $bom, $delimiter, $lineEnd", async (way) => {
    const bytes = write(way);
    const { files, encoded, result } = await run(bytes, true);
    for (const name of ["proposals.csv", "refusals.csv", "violations.csv"]) {
      expect(files.get(name)).toBe(plain.files.get(name));
    }
    expect(result.files[0]?.layout).toMatchObject({
      encoding: way.encoding,
      bom: way.bom,
      delimiter: way.delimiter,
      newline: way.lineEnd,
    });
    const isNoted = result.notes.some((note) => note.includes("read as Windows-1252"));
    expect(isNoted).toBe(way.encoding === "windows-1252");

    // New records go back out the very way the transcript came in.
    const records = encoded.get("proposed-records.csv") ?? encodeText(files.get("proposed-records.csv") ?? "", "utf-8");
    const [first = []] = ROWS;
    const again = await readText(records);
    expect(again.rows.map((row) => row.cells[7])).toEqual([first[7]]);
    expect(again.reading.layout).toMatchObject({ ...result.files[0]?.layout });
    const merged =
      encoded.get("merged-transcript.csv") ?? encodeText(files.get("merged-transcript.csv") ?? "", "utf-8");
    expect(merged.subarray(0, bytes.length)).toEqual(bytes);
    const own = await readText(bytes);
    const whole = await readText(merged);
    expect(whole.rows.map((row) => row.cells)).toEqual([...own.rows, ...again.rows].map((row) => row.cells));
    expect(JSON.parse(files.get("manifest.json") ?? "").outputs).toContainEqual(
      expect.objectContaining({ name: "merged-transcript.csv", bytes: merged.length }),
    );
  });
});

describe("several transcripts", () => {
  test("of one encoding are merged without the header of the second", async () => {
    for (const encoding of ["utf-16le", "utf-16be", "windows-1252"] as const) {
      const way = { encoding, bom: encoding === "utf-16le", delimiter: ",", lineEnd: "\r\n" };
      const parts = [ROWS.slice(0, 2), ROWS.slice(4, 5)].map((rows) => write(way, rows));
      const transcripts = parts.map((data, i) => ({ name: `t${i}.csv`, data }));
      const { encoded } = await check({ transcripts, policy: JSON.stringify(POLICY), awardDate, merged: true });
      const { rows, reading } = await readText(encoded.get("merged-transcript.csv") ?? new Uint8Array());
      expect([rows.length, reading.broken.length]).toEqual([4, 0]);
    }
  });
});

describe("a character that the transcript's encoding does not have", () => {
  test("is an error that names the record, never a question mark", async () => {
    const policy = { ...POLICY, courses: POLICY.courses.map((course) => ({ ...course, title: "Pāngarau" })) };
    const untitled = ROWS.slice(0, 2).map((cells) => cells.with(7, ""));
    const data = write({ encoding: "windows-1252", bom: false, delimiter: ",", lineEnd: "\n" }, untitled);
    const done = check({ transcripts: [{ name: "t.csv", data }], policy: JSON.stringify(policy), awardDate });
    await expect(done).rejects.toThrow(NotDone);
    await expect(done).rejects.toThrow(/record of student 9000000001 for MAT101.*"ā" in the column "course_title"/);
  });
});

describe("the command", () => {
  const args = ["check", "-p", "policy.json", "--award-date", awardDate, "--quiet"];

  test("writes a UTF-16 transcript's records as UTF-16, reads packed files and packed standard input", () => {
    const here = folder();
    try {
      const way = { encoding: "utf-16le", bom: true, delimiter: "\t", lineEnd: "\r\n" } as const;
      const bytes = write(way, ROWS.slice(0, 2));
      writeFileSync(join(here.path, "t.txt"), bytes);
      writeFileSync(join(here.path, "t.txt.gz"), gzipSync(bytes));
      const node = (more: readonly string[], input?: Uint8Array) =>
        spawnSync(PROGRAM[0], [...PROGRAM.slice(1), ...args, ...more], { cwd: here.path, input, encoding: "utf8" });
      for (const [out, more, input] of [
        ["plain", ["-t", "t.txt", "--merged"], undefined],
        ["packed", ["-t", "*.gz", "--merged"], undefined],
        ["piped", ["-t", "-"], gzipSync(bytes)],
      ] as const) {
        const { status, stderr } = node([...more, "-o", out], input);
        expect([status, stderr]).toEqual([0, ""]);
        const records = readFileSync(join(here.path, out, "proposed-records.csv"));
        expect([...records.subarray(0, 4)]).toEqual([0xff, 0xfe, 0x73, 0]);
        expect(records).toEqual(readFileSync(join(here.path, "plain", "proposed-records.csv")));
        if (out === "piped") continue;
        const merged = readFileSync(join(here.path, out, "merged-transcript.csv"));
        expect(merged.subarray(0, bytes.length)).toEqual(Buffer.from(bytes));
      }
    } finally {
      here.remove();
    }
  });
});

describe("a file that ends inside a record", () => {
  const whole = transcript(earner("9000000001"), earner("9000000002"));
  const cut = encodeText(`${whole}9000000002,Nguyen,4321,2024`, "utf-8");

  test("stops the run; with --allow-truncated the student it names waits", async () => {
    await expect(run(cut)).rejects.toThrow(/never ends/);
    const { result } = await check({
      transcripts: [{ name: "t.csv", data: cut }],
      policy: JSON.stringify(POLICY),
      awardDate,
      allowTruncated: true,
    });
    expect(result.proposals.map((proposal) => proposal.studentId)).toEqual(["9000000001"]);
    const refusal = result.refusals.find(({ studentId }) => studentId === "9000000002");
    expect(refusal?.reason).toBe("doubtful-row");
    expect(refusal?.doubtful).toMatchObject([{ file: "t.csv", line: 6 }]);
  });
});
