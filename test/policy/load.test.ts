import { describe, expect, it } from "vitest";
import { edited, load, POLICY_TEXT, placeOf } from "./fixture.js";

const codes = (text: string): readonly string[] => load(text).findings.map((finding) => finding.code);

describe("a policy without a fault", () => {
  it("loads without a finding", () => {
    const { policy, findings } = load(POLICY_TEXT);
    expect(findings).toEqual([]);
    expect(policy?.pathways.map((pathway) => pathway.id)).toEqual(["next-algebra", "state-math", "language"]);
  });
  it("loads with a byte order mark and Windows line ends", () => {
    expect(load(`\uFEFF${POLICY_TEXT.replaceAll("\n", "\r\n")}`).findings).toEqual([]);
  });
});

describe("ten mistakes", () => {
  const text = edited(
    ['"code": "31999"', '"code": 31999'],
    ['"clause": "2409P section 2", "strength"', '"clause": "2409P section 2", "strenght"'],
    ['"subject": "math", "stateCourseCode": "02062"', '"subject": "math", "stateCourseCode": "2062"'],
    ['{ "course": "algebra-2", "minMark": "C" }', '{ "course": "algebra2", "minMark": "C" }'],
    ['"method": "state-test"', '"method": "state-tests"'],
    ['"upTo": 2.0 },\n      ],', '"upTo": 1.0 },\n      ],'],
    ['"ignored": ["W"]', '"ignored": ["W", "F"]'],
    ['"min": { "level": "mid" }', '"min": { "level": "middle" }'],
    ['"grade": { "mark": "P" },\n      "record": { "designations": ["N"] }', '"record": { "designations": ["N"] }'],
    ['"pathways": ["state-math"]', '"pathways": ["state-maths"]'],
  );
  const expected = [
    ["policy-value-invalid", placeOf(text, "31999"), "/district/code"],
    ["policy-mark-doubled", placeOf(text, '"W", "F"', 5), "/marks/ignored/1"],
    ["policy-value-invalid", placeOf(text, '"2062"'), "/courses/3/stateCourseCode"],
    ["policy-key-unknown", placeOf(text, '"strenght"'), "/pathways/0/strenght"],
    ["policy-course-unknown", placeOf(text, '"algebra2"'), "/pathways/0/evidence/course"],
    ["policy-value-invalid", placeOf(text, '"state-tests"'), "/pathways/1/method"],
    ["policy-tiers-not-rising", placeOf(text, '"level": "3" } }, "upTo": 1.0', 26), "/pathways/1/tiers/1/upTo"],
    ["policy-key-missing", placeOf(text, '{\n      "id": "language"'), "/pathways/2/grade"],
    ["policy-level-unknown", placeOf(text, '"middle"'), "/pathways/2/evidence/any/0/min/level"],
    ["policy-pathway-unknown", placeOf(text, '"state-maths"'), "/caps/1/pathways/0"],
  ] as const;
  const { policy, findings } = load(text);

  it("are found all at once, each at its line and column, and nothing else", () => {
    const found = findings.map(({ code, line, column, pointer }) => [code, { line, column }, pointer]);
    expect(found).toEqual(expected);
    expect(policy).toBeNull();
  });
  it("are told in words that name the place, the value and what was meant", () => {
    expect(findings.map((finding) => finding.message)).toEqual([
      'district: "code" must be text in double quotes, not 31999.',
      'marks: the mark "F" stands under "noCredit" and under "ignored".',
      'course "integrated-1": "stateCourseCode" must be five digits, as text; the first may be 0, not "2062".',
      'pathway "next-algebra": "strenght" is not a key of a pathway. Did you mean "strength"?',
      'pathway "next-algebra": no course has the id "algebra2". Did you mean "algebra-2"?',
      'pathway "state-math": "method" must be "next-course", "state-test", "national-test", "local-test", "equivalency" or "other", not "state-tests". Did you mean "state-test"?',
      'pathway "state-math", tier 2: this tier gives up to 1, which is not more than the 1 of the tier before it.',
      'pathway "language": "grade" is missing: the mark of a new record is never defaulted.',
      'pathway "language": test "LANG" has no level "middle".',
      'cap "state-year": no pathway has the id "state-maths". Did you mean "state-math"?',
    ]);
  });
});

describe("a file that is no policy", () => {
  it.each([
    ["", "policy.json is empty: there is no policy in it.", 1, 1],
    ["  \n", "policy.json is empty: there is no policy in it.", 1, 1],
    ["[]", 'policy.json holds no policy: it must be one object, from "{" to "}".', 1, 1],
    ["\n null", 'policy.json holds no policy: it must be one object, from "{" to "}".', 2, 2],
    ['{\n  "format" 1 }', 'A colon ":" is missing between the key and its value.', 2, 12],
    ['{\n  "format": 1\n  "district": 2 }', 'A comma "," is missing before this.', 3, 3],
    ['{ "format": 1', 'A closing brace "}" is missing.', 1, 14],
    ["// nothing", "A value is expected here.", 1, 11],
    ["{ \"format\": '1' }", "", 1, 13],
  ])("%j", (text, message, line, column) => {
    const { policy, findings } = load(text);
    expect(policy).toBeNull();
    expect(findings[0]).toMatchObject({ code: "policy-json-invalid", line, column, pointer: "" });
    if (message !== "") expect(findings.map((finding) => finding.message)).toEqual([message]);
  });
  it("is not UTF-8", () => {
    expect(load(new Uint8Array([0x7b, 0xff, 0x7d])).findings[0]?.message).toContain("not text in UTF-8");
    expect(load(new Uint8Array([0xff, 0xfe, 0x7b, 0x00])).findings[0]?.message).toContain("UTF-16");
    expect(load(new Uint8Array([0xfe, 0xff, 0x00, 0x7b])).findings[0]?.message).toContain("UTF-16");
  });
  it("is nested without end", () => {
    expect(load("[".repeat(200_000)).findings.map((finding) => finding.code)).toEqual(["policy-json-invalid"]);
    expect(load('{"a":'.repeat(50_000)).findings.map((finding) => finding.code)).toEqual(["policy-json-invalid"]);
  });
  it("says two faults on two lines", () => {
    const found = load('{\n "a" 1,\n "b": tru\n}').findings.map(({ line }) => line);
    expect(found).toEqual([2, 3]);
  });
});

describe("a key that stands twice", () => {
  it("is named at its second place", () => {
    const text = edited(['"strength": "may"', '"strength": "may", "strength": "will"']);
    const { line, column } = placeOf(text, '"strength": "will"');
    expect(load(text).findings).toMatchObject([
      { code: "policy-key-duplicate", line, column, pointer: "/pathways/0/strength", value: "strength" },
    ]);
  });
});

const CUTS = '"cuts": [{ "scale": "level", "from": "score", "at": { "2": 2500, "3": 2600, "4": 2700 } }]';

describe("faults of form", () => {
  it.each([
    [
      "evidence of no form",
      ['{ "course": "algebra-2", "minMark": "C" }', '{ "corse": "algebra-2", "minMark": "C" }'],
      'pathway "next-algebra": "evidence" must hold one of "course", "test", "subject", "approval", "all", "any", "not". Did you mean "course"?',
    ],
    [
      "evidence of two forms",
      ['{ "approval": "panel" }', '{ "approval": "panel", "course": "spanish-1", "minMark": "C" }'],
      'pathway "language": "approval" can\'t stand beside "course": only one of the two, or both as entries of "all": [ ].',
    ],
    [
      "evidence as text",
      ['{ "approval": "panel" }', '"panel"'],
      'pathway "language": this entry must be an object with one of "course", "test", "subject", "approval", "all", "any", "not", not "panel".',
    ],
    [
      "a fault deep within evidence",
      ['"rule": "lowest"', '"rule": "lowst"'],
      'pathway "language": "rule" must be "lowest" or "average", not "lowst". Did you mean "lowest"?',
    ],
    [
      "no threshold",
      ['"min": { "level": "mid" }, ', ""],
      'pathway "language": "min" is missing: a test needs "min" or "above" with a level, score, percent or percentile.',
    ],
    [
      "an empty threshold",
      ['"min": { "level": "mid" }', '"min": {}'],
      'pathway "language": "min" must hold at least one of level, score, percent and percentile.',
    ],
    [
      "parts of another sort",
      ['"parts": "any"', '"parts": "all"'],
      'pathway "language": "parts" must be a list of parts, or "any", not "all".',
    ],
    [
      "a target as a number",
      ['"courses": ["spanish-1"]', '"courses": [7]'],
      'pathway "language": this entry must be text in double quotes or an object with "course", not 7.',
    ],
    [
      "a cell that is a list",
      ['"credits_earned": 0', '"credits_earned": [0]'],
      'example "A C in Algebra 2": "credits_earned" must be text, a number, true, false or null, not a list.',
    ],
    [
      "a grade of no form",
      ['"grade": { "byLevel": { "2": "C", "3": "B", "4": "A" } }', '"grade": { "bylevel": { "2": "C" } }'],
      'pathway "state-math": "grade" must hold one of "mark", "from", "byLevel", "byScore". Did you mean "byLevel"?',
    ],
    [
      "a grade as text",
      ['"grade": { "byLevel": { "2": "C", "3": "B", "4": "A" } }', '"grade": "P"'],
      'pathway "state-math": "grade" must be an object with one of "mark", "from", "byLevel", "byScore", not "P".',
    ],
    [
      "credits of four decimals",
      ['"subject": "world-language", "upTo": 4.0', '"subject": "world-language", "upTo": 0.3333'],
      "",
    ],
    [
      "credits that a double can't hold",
      ['"subject": "world-language", "upTo": 4.0', '"subject": "world-language", "upTo": 4.00000000000000001'],
      "4.00000000000000001 has more digits than can be kept exactly.",
    ],
    [
      "a day that does not exist",
      ['"on": "2023-04-03"', '"on": "2023-04-31"'],
      'pathway "next-algebra": "on" must be a date that exists, written YYYY-MM-DD, not "2023-04-31".',
    ],
    [
      "an unknown key that says __proto__",
      ['"strength": "may"', '"__proto__": { "strength": "may" }'],
      'pathway "next-algebra": "__proto__" is not a key of a pathway.',
    ],
    ["another format", ['"format": 1', '"format": 2'], '"format" must be 1, not 2.'],
    [
      "both evidence and tiers",
      ['"evidence": { "course"', '"tiers": [{ "evidence": { "approval": "x" }, "upTo": 1 }], "evidence": { "course"'],
      'pathway "next-algebra": a pathway has either "evidence" or "tiers", not both.',
    ],
    [
      "neither evidence nor tiers",
      ['"evidence": { "course": "algebra-2", "minMark": "C" },', ""],
      'pathway "next-algebra": "evidence" is missing: a pathway needs "evidence" or "tiers".',
    ],
    [
      "a mistyped key is not missing as well",
      ['"evidence": { "course"', '"evidense": { "course"'],
      'pathway "next-algebra": "evidense" is not a key of a pathway. Did you mean "evidence"?',
    ],
    [
      "cut scores by a name that is nearly a list's",
      [CUTS, '"cuts": "smarter-balanced-maths"'],
      'test "STATE-MATH": "cuts" must be "smarter-balanced-ela" or "smarter-balanced-math", or a list of cut scores, not "smarter-balanced-maths". Did you mean "smarter-balanced-math"?',
    ],
    [
      "cut scores as a number",
      [CUTS, '"cuts": 2500'],
      'test "STATE-MATH": "cuts" must be "smarter-balanced-ela" or "smarter-balanced-math", or a list of cut scores, not 2500.',
    ],
    [
      "cut scores as an object",
      [CUTS, '"cuts": { "2": 2500 }'],
      'test "STATE-MATH": "cuts" must be "smarter-balanced-ela" or "smarter-balanced-math", or a list of cut scores, not an object.',
    ],
    [
      "a mark without a name",
      ['"ignored": ["W"]', '"ignored": ["W"], "points": { "": 4 }'],
      "marks: a name here is empty.",
    ],
    [
      "a number of months that is none",
      ['"withinMonths": 36', '"withinMonths": 0'],
      'pathway "next-algebra": "withinMonths" must be more than 0, not 0.',
    ],
    [
      "a grade level that no school has",
      ['"gradeLevels": [10, 11, 12]', '"gradeLevels": [10, 14]'],
      'pathway "next-algebra": this entry must be at most 13, not 14.',
    ],
    [
      "a list instead of an object",
      [
        '"equity": { "provision": "Access is offered to all.", "reviewEveryMonths": 24, "lastReviewed": "2025-05-01" }',
        '"equity": []',
      ],
      "",
    ],
  ] as const)("%s", (_, edit, message) => {
    const { findings } = load(edited(edit));
    expect(findings).toHaveLength(1);
    if (message !== "") expect(findings[0]?.message).toBe(message);
    else expect(findings[0]?.message).toMatch(/^.+\.$/);
  });
  it("say how many entries a list has that is too short", () => {
    const { findings } = load(edited(['"courses": ["algebra-1", "integrated-1"]', '"courses": ["algebra-1"]']));
    expect(findings.map(({ message }) => message)).toContain(
      'same-learning set 1: "courses" must list at least 2 entries, not 1.',
    );
  });
  it("never throws, whatever stands at any place of the policy", () => {
    const spoils = ["null", "7", '""', "[]", "{}", "[{}]", '"x"', "true"];
    const keys = [...POLICY_TEXT.matchAll(/^ {2}"(\w+)": /gm)].map((match) => match[1] ?? "");
    for (const key of keys) {
      for (const spoil of spoils) {
        const value = JSON.parse(stripped()) as Record<string, unknown>;
        value[key] = JSON.parse(spoil);
        expect(() => load(JSON.stringify(value))).not.toThrow();
      }
    }
  });
  it("reports an empty object as what it lacks", () => {
    expect(codes("{}")).toContain("policy-key-missing");
    expect(codes("{}")).toContain("policy-no-equity");
  });
});

function stripped(): string {
  return POLICY_TEXT.replace(/^ *\/\/.*$/gm, "").replace(/,(\s*[}\]])/g, "$1");
}

describe("the measure of the equity review", () => {
  const equity =
    '"equity": { "provision": "Access is offered to all.", "reviewEveryMonths": 24, "lastReviewed": "2025-05-01"';
  it.each([
    ['"measure": "risk-ratio", "threshold": 0.8', ""],
    ['"measure": "four-fifths", "threshold": 0.8', ""],
    ['"measure": "composition-difference", "threshold": 5', ""],
    ['"measure": "risk-ratio"', 'needs "measure" and "threshold" together'],
    ['"threshold": 0.8', 'needs "measure" and "threshold" together'],
    ['"measure": "four-fifths", "threshold": 80', "must be at most 1"],
    ['"measure": "risk-ratio", "threshold": 0', "must be more than 0"],
    ['"measure": "odds", "threshold": 0.8', "risk-ratio"],
  ])("%s", (keys, says) => {
    const { findings } = load(edited([equity, `${equity}, ${keys}`]));
    const errors = findings.filter(({ severity }) => severity === "error");
    expect(errors).toHaveLength(says === "" ? 0 : 1);
    if (says !== "") expect(errors[0]?.message).toContain(says);
  });
});
