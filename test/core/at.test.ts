import { expect, it } from "vitest";
import { entryOf, itemAt } from "../../src/at.js";

it("gives what stands at a place, a falsy one too", () => {
  expect(itemAt([0, "", "b"], 0)).toBe(0);
  expect(itemAt([0, "", "b"], 1)).toBe("");
  expect(itemAt(Uint8Array.of(7), 0)).toBe(7);
  expect(entryOf(new Map([["a", 0]]), "a")).toBe(0);
});

it("says that a place is missing, rather than making something up", () => {
  expect(() => itemAt(["a"], 1)).toThrow("Nothing stands at 1 of 1.");
  expect(() => itemAt(["a"], -1)).toThrow("Nothing stands at -1 of 1.");
  expect(() => entryOf(new Map([["a", 0]]), "b")).toThrow("Nothing was put in under this key.");
});
