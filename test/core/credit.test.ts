import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatCredit, parseCredit } from "../../src/credit.js";
import "../support/seed.js";

describe("reading a credit", () => {
  it.each([
    ["0.5", 500],
    [".5", 500],
    ["1", 1000],
    ["1.", 1000],
    ["1.000", 1000],
    ["0.333", 333],
    ["0.33300", 333],
    ["+1", 1000],
    ["-0", 0],
    ["-0.0", 0],
    ["007.25", 7250],
    ["", "malformed"],
    [".", "malformed"],
    ["-", "malformed"],
    ["1,0", "malformed"],
    ["1e3", "malformed"],
    ["0.5 ", "malformed"],
    ["٠", "malformed"],
    ["9999999999", "malformed"],
    ["-0.5", "negative"],
    ["0.3335", "precise"],
    ["0.3330001", "precise"],
  ])("%j is %j", (text, expected) => {
    expect(parseCredit(text)).toBe(expected);
  });

  it("prints the shortest decimal, and reads it back", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (credit) => {
        const text = formatCredit(credit);
        expect(parseCredit(text)).toBe(credit);
        expect(text).not.toMatch(/\.\d*0$|\.$/);
      }),
    );
  });

  it("prints a difference below zero", () => {
    expect(formatCredit(-1500)).toBe("-1.5");
  });
});
