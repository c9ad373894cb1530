import { describe, expect, it } from "vitest";
import type { Violation } from "../../src/model.js";
import { ALL_RULES } from "../../src/rules/index.js";
import { broken, reading, transcript, violationsIn, violationsOfFiles } from "../support/rows.js";
import { CASES, type Case, MORE } from "./cases.js";

function of(code: string, violations: readonly Violation[]): readonly Violation[] {
  return violations.filter((violation) => violation.code === code);
}

function expectFires({ code, fires, times = 1, says }: Omit<Case, "silent">): void {
  const found = of(code, fires());
  expect(found).toHaveLength(times);
  for (const violation of found) {
    expect(violation.message).toContain(says);
    expect(violation.message).not.toMatch(/undefined|null|\[object/);
    expect(violation.fingerprint).toMatch(/^[0-9a-f]{16}(-\d+)?$/);
    expect(violation.cause).not.toBe("");
  }
}

describe.each(CASES)("$code", (each) => {
  it("fires", () => expectFires(each));
  it("stays silent", () => expect(of(each.code, each.silent())).toEqual([]));
});

it.each(MORE)("$code, further", (each) => expectFires(each));

it("has a case for every rule", () => {
  expect(CASES.map((each) => each.code).toSorted()).toEqual(ALL_RULES.map((rule) => rule.code).toSorted());
});

it("finds nothing in a sound row", () => {
  expect(violationsIn({ transcript: transcript({ state_course_code: "02052", designations: "B" }) })).toEqual([]);
  expect(violationsOfFiles(reading())).toEqual([]);
});

it("says more of a generic code on a mastery record", () => {
  const severity = (change: Readonly<Record<string, string>>): string | undefined =>
    of("course-code-generic", violationsIn({ transcript: transcript(change) }))[0]?.severity;
  expect(severity({ state_course_code: "22999", designations: "Z" })).toBe("error");
  expect(severity({ state_course_code: "02079", designations: "Z" })).toBe("warning");
  expect(severity({ state_course_code: "22999" })).toBe("info");
});

it("never repeats a name", () => {
  const found = violationsIn({
    transcript: transcript(
      { last_name: "=Heronsby", first_name: "Ada" },
      { last_name: "Railway", first_name: "Ada", term: "T2" },
    ),
    approvals:
      "student_id,pathway,role,decision,by,on|7001,next,teacher,granted,Kaylee,2025-06-01|7001,next,principal,granted,Kaylee,2025-06-01",
  });
  expect(found.map((violation) => violation.code)).toContain("value-runs-as-formula");
  expect(JSON.stringify(found)).not.toMatch(/Heronsby|Railway|Kaylee/i);
});

it("puts broken lines where they stand", () => {
  const [violation] = of("row-wrong-width", violationsOfFiles(reading({ broken: [broken({ line: 41 })] })));
  expect(violation).toMatchObject({ file: "transcript.csv", line: 41, studentId: "7001", severity: "error" });
});
