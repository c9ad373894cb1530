import { describe, expect, it } from "vitest";
import { readLines, readTable } from "../../src/accepted/table.js";
import { CORRECTION_COLUMNS, readCorrection } from "../../src/compare/corrections.js";
import { landedFile } from "../../src/compare/landedFile.js";
import type { Opener } from "../../src/compare/read.js";
import { encodeText } from "../../src/encode.js";
import type { Encoding } from "../../src/model.js";
import { fromBytes } from "../../src/read/memory.js";
import { COLUMNS, codesOf, compare, csvOf, entries, proposedOf, type Row, shuffled } from "./exports.js";

const STUDENT = "1000000000";
const base = (): Row[] => entries(40);
/** The first entry of the first student that has this mark. */
function withMark(rows: readonly Row[], mark: string): Row {
  const row = rows.find((each) => each.mark === mark);
  if (row === undefined) throw new Error(`no row with mark ${mark}`);
  return row;
}
const NEW: Row = {
  student_id: STUDENT,
  school_code: "4000",
  school_year: "2024-25",
  term: "S1",
  grade_level: "11",
  course_id: "C104",
  course_title: "Course 4",
  mark: "P",
  credits_attempted: "0.5",
  credits_earned: "0.5",
  designations: "Z",
};

describe("verify: what counts as the same", () => {
  it("finds nothing in another order, other columns, another delimiter and other spellings", async () => {
    const before = base();
    const after = shuffled(before).map((row) => ({
      ...row,
      school_year: row.school_year === "2022-23" ? "2023" : "2023-2024",
      credits_attempted: "0.500",
      grade_level: row.grade_level === "9" ? "09" : "10",
      last_name: "Married",
    }));
    const result = await compare(csvOf(before), csvOf(after, [...COLUMNS].reverse(), ";"));
    expect(codesOf(result)).toEqual([]);
    expect(result.counts).toMatchObject({ unchanged: 40, changed: 0, resolved: 0, removed: 0, added: 0 });
    expect(result.notes.join(" ")).toContain("last_name");
  });

  it("counts equal entries as often as they stand there", async () => {
    const before = base();
    const twice = [...before, ...before.slice(0, 1)];
    expect(codesOf(await compare(csvOf(twice), csvOf(before)))).toEqual(["past-entry-removed"]);
    expect((await compare(csvOf(twice), csvOf(shuffled(twice)))).counts.unchanged).toBe(41);
  });

  it("says which columns not every file has", async () => {
    const after = csvOf(
      base(),
      COLUMNS.filter((column) => column !== "course_title"),
    );
    const result = await compare(csvOf(base()), after);
    expect(codesOf(result)).toEqual([]);
    expect(result.notes.join(" ")).toContain("course_title");
  });
});

describe("verify: what moved", () => {
  async function changed(mark: string, change: Row, more: Parameters<typeof compare>[2] = {}) {
    const before = base();
    const row = withMark(before, mark);
    const after = before.map((each) => (each === row ? { ...row, ...change } : each));
    return compare(csvOf(before), csvOf(shuffled(after)), more);
  }

  it("past-entry-changed names the cells, was and is", async () => {
    const result = await changed("B", { mark: "A" });
    expect(codesOf(result)).toEqual(["past-entry-changed"]);
    expect(result.violations[0]?.message).toContain('mark was "B", is "A"');
    expect(result.violations[0]).toMatchObject({ severity: "error", file: "after.csv" });
  });

  it("says years, credits and the rest as the file has them, and compares what they mean", async () => {
    const before = base();
    const row = withMark(before, "B");
    const change = { credits_earned: "0.250", school_year: "2021-2022" };
    const after = before.map((each) => (each === row ? { ...row, ...change } : each));
    const [violation] = (await compare(csvOf(before), csvOf(after))).violations;
    expect(violation?.message).toContain(`${row.course_id} ${row.school_year} ${row.term} B`);
    expect(violation?.message).toContain(`school_year was "${row.school_year}", is "2021-2022"`);
    expect(violation?.message).toContain('credits_earned was "0.5", is "0.250"');
  });

  it("past-entry-changed where the course code itself was changed", async () => {
    expect(codesOf(await changed("B", { course_id: "X9" }))).toEqual(["past-entry-changed"]);
  });

  it("past-entry-fail-to-pass where a failing entry was overwritten", async () => {
    const result = await changed("F", { mark: "P", credits_earned: "0.5", school_year: "2024-25", designations: "Z" });
    expect(codesOf(result)).toEqual(["past-entry-fail-to-pass"]);
  });

  it("assumes nothing of marks without a policy, and says so", async () => {
    const result = await changed("F", { mark: "P", credits_earned: "0.5" }, { kindOf: null });
    expect(codesOf(result)).toEqual(["past-entry-changed"]);
    expect(result.rules.notChecked.map(({ code }) => code)).toContain("past-entry-fail-to-pass");
  });

  it("incomplete-resolved is no tampering, unless more than the mark changed", async () => {
    const before = base();
    const [first, ...rest] = before;
    const open = { ...first, mark: "I", credits_earned: "0" };
    const resolved = { ...first, mark: "B", credits_earned: "0.5" };
    const result = await compare(csvOf([open, ...rest]), csvOf([...rest, resolved]));
    expect(result.violations).toMatchObject([{ code: "incomplete-resolved", severity: "info" }]);
    const moved = await compare(csvOf([open, ...rest]), csvOf([...rest, { ...resolved, school_year: "2020-21" }]));
    expect(codesOf(moved)).toEqual(["past-entry-changed"]);
  });

  it("past-entry-removed, and past-entry-added for an earlier year only", async () => {
    const before = base();
    const after = [
      ...before.slice(1),
      { ...NEW, course_id: "X1", school_year: "2021-22" },
      { ...NEW, course_id: "X2" },
    ];
    const result = await compare(csvOf(before), csvOf(after));
    expect(codesOf(result)).toEqual(["past-entry-removed", "past-entry-added"]);
    expect(result.violations[0]).toMatchObject({ file: "before.csv", line: 2 });
  });

  it("student-absent is one line a student; an export cut short is refused", async () => {
    const before = entries(400);
    const after = before.filter((row) => row.student_id !== STUDENT);
    const result = await compare(csvOf(before), csvOf(after));
    expect(result.violations).toMatchObject([{ code: "student-absent", severity: "info", studentId: STUDENT }]);
    expect(result.counts.notCompared).toBe(20);
    await expect(compare(csvOf(before), csvOf(before.slice(0, 200)))).rejects.toThrow(/--allow-shrink/);
    const cut = await compare(csvOf(before), csvOf(before.slice(0, 200)), { allowShrink: true });
    expect(codesOf(cut).filter((code) => code === "student-absent")).toHaveLength(10);
  });

  it("names a line that can't be read", async () => {
    const text = csvOf(base());
    const result = await compare(text, `${text}1000000000,too,few\n`);
    expect(result.violations).toMatchObject([{ code: "row-wrong-width", file: "after.csv", line: 42 }]);
  });
});

describe("verify: what was proposed", () => {
  const proposed = { proposed: proposedOf(csvOf([NEW])) };

  it("landed, and the student system may fill what was left blank", async () => {
    const after = [...base(), { ...NEW, last_name: "Name0", credits_attempted: "0.50" }];
    const result = await compare(csvOf(base()), csvOf(after), proposed);
    expect(codesOf(result)).toEqual([]);
    expect(result.counts).toMatchObject({ proposed: 1, landed: 1, added: 1 });
    const { bytes, note } = landedFile(result.landed, result.after);
    const text = new TextDecoder().decode(bytes);
    expect(note).toBeNull();
    expect(text).toContain("Name0");
    expect(text).toContain("0.50");
  });

  /** One new row in a file of each encoding, beside what stood there before. */
  async function landedIn(...encodings: readonly Encoding[]) {
    const rows = encodings.map((_, i) => ({ ...NEW, last_name: "Muñoz", course_id: `C20${i}` }));
    const after = rows.map((row, i): Opener => {
      const encoding = encodings[i] ?? "utf-8";
      const mark = encoding.startsWith("utf-16") ? "\uFEFF" : "";
      const bytes = encodeText(mark + csvOf(i === 0 ? [...base(), row] : [row], COLUMNS, ";"), encoding);
      return () => fromBytes("transcript", `after${i}.csv`, bytes);
    });
    const result = await compare(csvOf(base()), "", { after, proposed: proposedOf(csvOf(rows)) });
    const text = `${csvOf([], COLUMNS, ";")}${csvOf(rows, COLUMNS, ";").split("\n").slice(1).join("\n")}`;
    return { ...landedFile(result.landed, result.after), text };
  }

  it.each(["utf-8", "utf-16le", "utf-16be", "windows-1252"] as const)("landed rows go out in %s", async (encoding) => {
    const { bytes, note, text } = await landedIn(encoding);
    expect(note).toBeNull();
    const mark = encoding.startsWith("utf-16") ? "\uFEFF" : "";
    expect(bytes).toEqual(encodeText(mark + text, encoding));
  });

  it("landed rows of several encodings go out in UTF-8, and that is said", async () => {
    const { bytes, note } = await landedIn("windows-1252", "utf-16le");
    const read = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    expect(read.startsWith("\uFEFFstudent_id;")).toBe(true);
    expect(read.match(/Muñoz/g)).toHaveLength(2);
    expect(note).toContain("utf-16le, windows-1252");
  });

  it("proposal-not-landed", async () => {
    expect(codesOf(await compare(csvOf(base()), csvOf(base()), proposed))).toEqual(["proposal-not-landed"]);
  });

  it("proposal-landed-differently", async () => {
    const result = await compare(csvOf(base()), csvOf([...base(), { ...NEW, designations: "" }]), proposed);
    expect(result.violations).toMatchObject([{ code: "proposal-landed-differently", severity: "warning" }]);
    expect(result.violations[0]?.message).toContain('designations was "Z", is blank');
  });

  it("takes one row for one record only", async () => {
    const two = { proposed: proposedOf(csvOf([NEW, NEW])) };
    expect(codesOf(await compare(csvOf(base()), csvOf([...base(), NEW]), two))).toEqual(["proposal-not-landed"]);
  });

  it("a failing entry replaced by the proposed record is told, though the record landed", async () => {
    const before = base();
    const failed = { ...withMark(before, "F") };
    const record = { ...NEW, student_id: failed.student_id ?? "", course_id: failed.course_id ?? "" };
    const after = [
      ...before.filter(
        (row) => row.course_id !== failed.course_id || row.mark !== "F" || row.student_id !== failed.student_id,
      ),
      record,
    ];
    const result = await compare(csvOf(before), csvOf(after), { proposed: proposedOf(csvOf([record])) });
    expect(codesOf(result)).toEqual(["past-entry-fail-to-pass"]);
    expect(result.counts.landed).toBe(1);
  });
});

describe("verify: corrections", () => {
  const list = (text: string) =>
    readLines(readTable({ name: "c.csv", bytes: new TextEncoder().encode(text) }, CORRECTION_COLUMNS), readCorrection);

  it("an authorised change stays visible as accepted; one that covers nothing is reported", async () => {
    const before = base();
    const row = withMark(before, "B");
    const after = before.map((each) => (each === row ? { ...row, mark: "A" } : each));
    const corrections = list(
      `student_id,course_id,school_year,term,reason,document\n${row.student_id},${row.course_id},${row.school_year},${row.term},Grade appeal,Board 2024-7\n1,C1,2024,S1,x,y\n`,
    );
    const result = await compare(csvOf(before), csvOf(after), { corrections });
    expect(result.violations).toMatchObject([
      { code: "past-entry-changed", status: "accepted" },
      { code: "accepted-unused", severity: "warning", file: "c.csv", line: 3 },
    ]);
    expect(result.violations[0]?.message).toContain("Grade appeal (Board 2024-7)");
  });

  it("needs reason and document", () => {
    expect(() => list("student_id,course_id,school_year,term,reason,document\n1,C1,2024,S1,x,\n")).toThrow(/c.csv:2/);
  });
});

it("finds each of 50 planted changes in 20,000 entries in another order and layout", async () => {
  const before = entries(20_000);
  const after: (Row | null)[] = before.map((row) => ({ ...row }));
  const expected = new Map<string, number>();
  for (let i = 0; i < 50; i++) {
    const at = 390 * i + (i % 7);
    const row = after[at];
    if (row === undefined || row === null) continue;
    const kind = i % 5;
    let code = "past-entry-changed";
    if (kind === 0) row.mark = row.mark === "A" ? "B" : "A";
    if (kind === 1) row.credits_earned = "0.25";
    if (kind === 2) row.course_id = "OTHER";
    if (kind === 3) row.school_year = "2020-21";
    if (kind === 4) {
      after[at] = null;
      code = "past-entry-removed";
    }
    if (kind === 0 && before[at]?.mark === "F") code = "past-entry-fail-to-pass";
    expected.set(`${before[at]?.student_id} ${code}`, (expected.get(`${before[at]?.student_id} ${code}`) ?? 0) + 1);
  }
  const left = after.filter((row) => row !== null);
  const result = await compare(csvOf(before), csvOf(shuffled(left), [...COLUMNS].reverse(), "\t"));
  const found = new Map<string, number>();
  for (const { studentId, code } of result.violations) {
    if (code === "past-entry-added") continue;
    found.set(`${studentId} ${code}`, (found.get(`${studentId} ${code}`) ?? 0) + 1);
  }
  expect([...found].sort()).toEqual([...expected].sort());
  expect([...found.values()].reduce((sum, n) => sum + n, 0)).toBe(50);
});
