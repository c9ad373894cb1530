import fc from "fast-check";
import { expect, it } from "vitest";
import type { AnyRow, RawRow, TranscriptRow } from "../../src/model.js";
import { rowReader } from "../../src/normalise/index.js";
import { RULES } from "../../src/rules/index.js";
import type { RuleContext } from "../../src/rules/rule.js";
import { policyOf, rawRows } from "../support/rows.js";

/** Cells of each column: those that nearly every row has, then those in which a rule finds something, or may. */
const CELLS: Readonly<Record<string, readonly [readonly string[], readonly string[]]>> = {
  student_id: [
    ["7001", "7002", "S12"],
    ["", "1.23E+09", "1234567890123400", " 7003", "TRUE", "n/a", "O'7"],
  ],
  state_student_id: [
    ["", "4000000001"],
    ["#REF!", "1.00E+09", " 4000000002"],
  ],
  last_name: [
    ["Ash", "Berg", "Ólafs"],
    ["=Ash", "-", "\tAsh", " =1", " Berg"],
  ],
  district_code: [["31777"], ["#N/A", "3.18E+04"]],
  school_code: [
    ["1001", "1002"],
    ["false", "@1"],
  ],
  school_year: [
    ["2023-24", "2024"],
    ["", "2023-25", "Nov-10", " 2024"],
  ],
  term: [
    ["T1", "SPRING", ""],
    ["T9", "1-Jun", " T1"],
  ],
  grade_level: [
    ["9", "10", ""],
    ["ninth", "9-Oct", " 9"],
  ],
  course_id: [
    ["0110", "GEO", "ALG2", "SPA", "ART1", "0110-M"],
    ["110", "geo", "", "1-Jun", "\t0110", "=1"],
  ],
  course_title: [
    ["Algebra", "Art"],
    ["=SUM(A1)", " Art", "#NAME?"],
  ],
  state_course_code: [
    ["02052", "24052", "05154", ""],
    ["2052", "99999", "22999", "05999", "x", "0110"],
  ],
  content_area: [["Mathematics", ""], ["+m"]],
  cte: [["N", "Y", ""], ["#NULL!"]],
  mark: [
    ["A", "B", "P", "F", "I", "W"],
    ["?", "", " A", "\tA", "-"],
  ],
  credits_attempted: [
    ["0.5", "1", "0", ""],
    ["-1", "0.1234", "x", " 0.5", "=1"],
  ],
  credits_earned: [
    ["0.5", "0", ""],
    ["2", "-1", "0.1234", "x", "\t0.5"],
  ],
  designations: [
    ["", "B", "Z"],
    ["L", "LA", "ZN", "Q", "?"],
  ],
  date_completed: [
    ["", "2024-06-12", "1/9/2024"],
    ["soon", "45000", "2026-01-01", "12-Jan"],
  ],
  note: [
    ["", "seen"],
    ["=1", "(seen)"],
  ],
};
const COLUMNS = Object.keys(CELLS);
const ODD_IN_100 = 4;

const policy = policyOf();
const context: RuleContext = {
  policy,
  awardDate: "2025-06-20",
  given: new Set(["transcript"]),
  idWidth: 0,
  isStudent: () => true,
};

function isTranscript(row: AnyRow): row is TranscriptRow {
  return row.kind === "transcript";
}

/** The codes of what the rules find in a row, those that look at quiet rows left out. */
function foundIn(row: TranscriptRow): readonly string[] {
  const codes: string[] = [];
  for (const rule of RULES.row) rule.check(row, context, () => codes.push(rule.code));
  for (const rule of RULES.transcript) if (!rule.seesQuiet) rule.check(row, context, () => codes.push(rule.code));
  return codes;
}

const lines = fc.array(
  fc.tuple(
    ...COLUMNS.map((column) => {
      const [usual, odd] = CELLS[column] ?? [[], []];
      return fc.tuple(fc.nat(99), fc.nat(999)).map(([chance, which]) => {
        const among = chance < ODD_IN_100 ? odd : usual;
        return among[which % among.length] ?? "";
      });
    }),
  ),
  { minLength: 150, maxLength: 150, size: "max" },
);

const [header] = rawRows("transcript", `${COLUMNS.join(",")}|${COLUMNS.map(() => "x").join(",")}`);

/** One for all rows, so that it has seen much. */
const reader = rowReader(policy);

function read(cells: readonly (readonly string[])[]): readonly TranscriptRow[] {
  if (header === undefined) throw new Error("no header");
  const raw = cells.map((each, at): RawRow => ({ ...header, cells: each, line: at + 2 }));
  return raw.map(reader).filter(isTranscript);
}

it("calls a row quiet where no rule finds anything in it, and no other", () => {
  fc.assert(
    fc.property(lines, (cells) => {
      for (const row of read(cells)) expect({ cells: row.cells, quiet: row.quiet }).toEqual(expectedOf(row));
    }),
    { numRuns: 60, seed: 20250620, endOnFailure: true },
  );
});

function expectedOf(row: TranscriptRow) {
  return { cells: row.cells, quiet: foundIn(row).length === 0 };
}

it("reads a line from its bytes as from its cells", () => {
  const ofLines = rowReader(policy);
  fc.assert(
    fc.property(lines, (cells) => {
      const plain = cells.filter((each) => !each.some((cell) => cell.includes(",")));
      for (const [at, row] of read(plain).entries()) {
        const bytes = new TextEncoder().encode(`above\n${row.cells.join(",")}\nbelow`);
        const { layout, file } = row;
        const line = { file, layout, line: at + 2, bytes, from: 6, to: bytes.length - 6 };
        expect(ofLines(line)).toEqual(row);
      }
    }),
    { numRuns: 20, seed: 20250620, endOnFailure: true },
  );
});

it("is proved with cells in which each rule finds something", () => {
  const found = new Set(fc.sample(lines, { numRuns: 60, seed: 1 }).flatMap((cells) => read(cells).flatMap(foundIn)));
  const rules = [...RULES.row, ...RULES.transcript.filter((rule) => !rule.seesQuiet)];
  expect([...found].sort()).toEqual(rules.map((rule) => rule.code).sort());
});

it("keeps the cells of a row as they stand", () => {
  fc.assert(
    fc.property(lines, (cells) => {
      expect(read(cells).map((row) => row.cells)).toEqual(cells);
    }),
    { numRuns: 20, seed: 20250620, endOnFailure: true },
  );
});
