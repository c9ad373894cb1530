import { describe, expect, it } from "vitest";
import type { Layout } from "../../src/model.js";
import { csvLines } from "../../src/report/records.js";
import { layoutOf } from "../support/result.js";

const ROW = [["1", 'A "B" C', "x,y", ""]];
const LAYOUT = layoutOf(["a", "b", "c", "d"]);

describe("rows as CSV", () => {
  it.each<readonly [what: string, layout: Partial<Layout>, text: string]>([
    ["with doubled quotes", {}, '1,"A ""B"" C","x,y",'],
    ["with quotes behind backslashes", { quoting: "backslash" }, '1,"A \\"B\\" C","x,y",'],
    ["with no quotes", { quoting: "none", delimiter: "|" }, '1|A "B" C|x,y|'],
  ])("%s", (_, layout, text) => {
    expect(csvLines(ROW, { ...LAYOUT, ...layout }).trimEnd()).toBe(text);
  });
  it("are no text where there are none", () => expect(csvLines([], LAYOUT)).toBe(""));
});
