import { describe, expect, it } from "vitest";
import { guarded, runsAsFormula } from "../../src/report/formula.js";

const RUN = [
  "=1+1",
  "+A1",
  "-A1",
  "@SUM(A1)",
  "\tx",
  "\rx",
  "\t=1",
  "  =1",
  "\u00a0=1",
  "\u3000=1",
  "\n=1",
  "＝1+1",
  "＋A1",
  "－A1",
  "＠SUM",
  "﹢A1",
  "﹦1",
  "-",
  "-1-1",
  "+1 (555)",
  "-1e5",
  "\t-1",
];
const SAFE = ["", " ", "A", "a=b", "0.5", "-1", "-0.5", "+2", "-.5", ".5", "1.", "MAT-101", "'=1", "2024-25", "02052"];

describe("cells that a spreadsheet would run", () => {
  it.each(RUN)("guards %j", (cell) => {
    expect(runsAsFormula(cell)).toBe(true);
    expect(guarded(cell)).toBe(`'${cell}`);
  });

  it.each(SAFE)("leaves %j", (cell) => {
    expect(guarded(cell)).toBe(cell);
  });
});
