import { expect, it } from "vitest";
import { titleOf } from "../../src/report/html/charts.js";

it.each([
  ["algebra-1", "Algebra 1"],
  ["algebra-9", "algebra-9"],
  ["constructor", "constructor"],
])("the title of %j is %j", (id, title) => {
  expect(titleOf({ "algebra-1": "Algebra 1" }, id)).toBe(title);
});
