import { expect, it } from "vitest";
import { saysMean } from "../../src/evidence/form.js";

it.each([
  [5_000_000, 2, "2.5"],
  [6_000_000, 3, "2"],
  [10_000_000, 3, "10 / 3"],
])("the mean of %i millionths over %i is said to be %s", (sum, of, says) => {
  expect(saysMean(sum, of)).toBe(says);
});
