import { describe, expect, it } from "vitest";
import { guarded, runsAsFormula, unguarded } from "../../src/report/formula.js";

const RUN = [
  "=1+1",
  "+A1",
  "-A1",
  "@SUM(A1)",
  "\tx",
  "\rx",
  "\nx",
  "\t=1",
  "  =1",
  "\u00a0=1",
  "\u3000=1",
  "\n=1",
  "\ufeff=1",
  "\ufeff\ufeff @SUM",
  "\u200b=1",
  "\u0000=1",
  "\u202e=1",
  "'=1",
  '"=1"',
  " ' =1",
  "`=1",
  "＇=1",
  "＂＝1",
  "＝1+1",
  "＋A1",
  "－A1",
  "＠SUM",
  "﹢A1",
  "﹣A1",
  "﹦1",
  "\u22121",
  "｜calc",
  "|calc!A0",
  "=cmd|' /C calc'!A0",
  "@SUM(1+1)*cmd|' /C calc'!A0",
  "-2+3+cmd|' /C calc'!A0",
  "-",
  "-1-1",
  "+1 (555)",
  "-1e5",
  "－1",
  " -1",
  "\t-1",
];
const SAFE = [
  "",
  " ",
  "A",
  "a=b",
  "0.5",
  "-1",
  "-0.5",
  "+2",
  "-.5",
  ".5",
  "1.",
  "MAT-101",
  "2024-25",
  "02052",
  "a|b",
  "'",
  '"',
  "P;C",
  "x; y",
];

describe("cells that a spreadsheet would run", () => {
  it.each(RUN)("guards %j", (cell) => {
    expect(runsAsFormula(cell)).toBe(true);
    expect(guarded(cell)).toMatch(/^'/);
  });

  it.each(SAFE)("leaves %j", (cell) => {
    expect(guarded(cell)).toBe(cell);
    expect(unguarded(cell)).toBe(cell);
  });

  it("guards what a spreadsheet set to semicolons or tabs would make a cell of its own", () => {
    expect(guarded("late;=1+1")).toBe("late;'=1+1");
    expect(guarded('a;" =1";-2;@x\tb\t+c\n＝d')).toBe("a;'\" =1\";-2;'@x\tb\t'+c\n'＝d");
  });

  it("gives back what was guarded", () => {
    for (const cell of [...RUN, ...SAFE, "late;=1+1", "late;'=1", "''=1", "a\n\n'-x;;=", ";=1", "=1;'", "='1;\t=2"]) {
      expect(unguarded(guarded(cell)), JSON.stringify(cell)).toBe(cell);
    }
  });
});
