import { describe, expect, it } from "vitest";
import { causesOf } from "../../src/report/causes.js";
import { sampleResult, violationOf } from "../support/result.js";

describe("causesOf", () => {
  it("counts a student's waiting credit once a cause, and sorts by what waits", () => {
    const causes = causesOf(sampleResult().violations);
    expect(
      causes.map(({ code, cause, rows, students, withholds }) => [code, cause, rows, students, withholds]),
    ).toEqual([
      ["mark-unknown", "mark S, school 1234", 3, 2, 1500],
      ["mark-unknown", "mark T, school 1234", 1, 1, 0],
      ["course-code-generic", "state_course_code 02999", 1, 1, 0],
    ]);
    expect(causes[0]?.places).toEqual(["transcripts.csv line 4,211", "transcripts.csv line 4,212"]);
  });

  it("does not depend on the order of the violations", () => {
    const { violations } = sampleResult();
    expect(causesOf(violations.toReversed())).toEqual(causesOf(violations));
  });

  it("counts a row with two faults of one cause once, and findings without a line one each", () => {
    const [cause] = causesOf([
      violationOf({ column: "a" }),
      violationOf({ column: "b" }),
      violationOf({ line: 0, fingerprint: "x" }),
      violationOf({ line: 0, fingerprint: "y" }),
    ]);
    expect(cause?.rows).toBe(3);
  });

  it("takes the gravest severity, and leaves accepted ones out", () => {
    expect(causesOf([violationOf({ severity: "info" }), violationOf({ severity: "warning" })])[0]?.severity).toBe(
      "warning",
    );
    expect(causesOf([violationOf({ status: "accepted" })])).toEqual([]);
  });
});
