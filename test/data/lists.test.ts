import { expect, it } from "vitest";
import { SHIPPED_LISTS } from "../../src/data/lists.js";
import { loadLists } from "../../src/data/loadLists.js";
import { NotDone } from "../../src/errors.js";

const fault = (content: string): string => {
  try {
    loadLists("lists.json", content);
  } catch (error) {
    if (error instanceof NotDone) return error.problems.map(({ where, message }) => `${where} ${message}`).join("\n");
    throw error;
  }
  return "";
};

const ALGEBRA = '{ "code": "02052", "title": "Algebra" }';

it.each([
  ["", "lists.json this is not JSON"],
  ["[]", "the file: "],
  ['{ "courseCode": [] }', '"courseCode" is not a key here. Did you mean "courseCodes"?'],
  [`{ "courseCodes": [{ "code": "2052", "title": "Algebra" }] }`, '"courseCodes.0.code": must be five digits'],
  [`{ "courseCodes": [${ALGEBRA}, ${ALGEBRA}] }`, '"courseCodes" holds "02052" twice'],
  ['{ "designations": [{ "letter": "Z", "meaning": "x", "sur": "confirmed" }] }', 'Did you mean "sure"?'],
])("refuses %s", (content, said) => {
  expect(fault(content)).toContain(said);
});

it("puts each list whole in the place of the shipped one, and leaves the others", () => {
  const { lists, rows } = loadLists("lists.json", `{ "courseCodes": [${ALGEBRA}] }`);
  expect(rows).toBe(1);
  expect(lists.courseCode("02052")).toEqual({ title: "Algebra", generic: "no", successors: [] });
  expect(lists.courseCode("02072")).toBe(null);
  expect(lists.designations).toBe(SHIPPED_LISTS.designations);
  expect(lists.conflicts).toBe(SHIPPED_LISTS.conflicts);
});

it("takes what clashes from the user's designations alone", () => {
  const { lists } = loadLists(
    "lists.json",
    '{ "designations": [{ "letter": "Q", "meaning": "ours", "conflictsWith": "A" }, { "letter": "A", "meaning": "x" }] }',
  );
  expect(lists.conflicts).toEqual([{ letter: "Q", others: "A", sure: "confirmed" }]);
});
