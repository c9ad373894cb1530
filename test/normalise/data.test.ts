import { expect, it } from "vitest";
import { allCourseCodes, shippedCourseCode as courseCode, isSameCourse } from "../../src/data/courseCodes.js";
import { CONFLICTS, conflictsIn, DESIGNATIONS } from "../../src/data/designations.js";

it("holds each course code once, in order", () => {
  const codes = allCourseCodes().map(([code]) => code);
  expect(codes).toHaveLength(2759);
  expect(codes).toEqual([...new Set(codes)].toSorted());
  for (const code of codes) expect(code).toMatch(/^\d{5}$/);
  for (const [, { title, successors }] of allCourseCodes()) {
    expect(title).not.toBe("");
    for (const successor of successors) expect(courseCode(successor)).not.toBe(null);
  }
});

it("tells generic codes by title, not by digits", () => {
  expect(courseCode("02079")?.generic).toBe("other");
  expect(courseCode("06279")?.generic).toBe("other");
  expect(courseCode("11999")?.generic).toBe("other");
  expect(courseCode("01049")?.generic).not.toBe("other");
  expect(courseCode("24952")?.generic).toBe("no");
  expect(courseCode("10156")?.generic).toBe("no");
  for (const code of ["22999", "22995", "22997", "22998", "25999"])
    expect(courseCode(code)?.generic).toBe("no subject");
});

it("knows that an old code and its successor are one course", () => {
  expect(isSameCourse("06101", "24052", courseCode)).toBe(true);
  expect(isSameCourse("24052", "06101", courseCode)).toBe(true);
  expect(isSameCourse("24052", "24053", courseCode)).toBe(false);
});

it("holds designations and what they clash with", () => {
  expect(DESIGNATIONS.map(({ letter }) => letter).join("")).toBe("ABCHIKLNRTZ");
  for (const { others } of CONFLICTS) expect(others).not.toContain("B");
  expect(conflictsIn("LN", "confirmed", CONFLICTS)).toEqual(["LN"]);
  expect(conflictsIn("ACN", "confirmed", CONFLICTS)).toEqual(["AN", "CN"]);
  expect(conflictsIn("BLZ", "confirmed", CONFLICTS)).toEqual([]);
  expect(conflictsIn("BLZ", "unconfirmed", CONFLICTS)).toEqual(["LZ"]);
});
