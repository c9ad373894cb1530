import { describe, expect, it } from "vitest";
import { edited, load } from "./fixture.js";

/*
 * A fault is said once. A rule that would have to guess at what stands in a faulty place says nothing of it, and still
 * says what it can of all the rest.
 */

type Edit = readonly [from: string, to: string];

const CUTS = '"cuts": [{ "scale": "level", "from": "score", "at": { "2": 2500, "3": 2600, "4": 2700 } }]';
const ANY_TEST =
  '{ "test": "LANG", "min": { "level": "mid" }, "parts": { "required": ["reading", "speaking"], "rule": "lowest" } }';
const COURSE = '{ "course": "algebra-2", "minMark": "C" }';
const WILL: Edit = ['"clause": "2409P section 3",', '"clause": "2409P section 3", "onRequest": false,'];

/** Of the marks by level, which no test has any more. */
const LEVELS = ["policy-level-unknown", "policy-level-unknown", "policy-level-unknown"];

const CASES: readonly (readonly [what: string, edits: readonly Edit[], codes: readonly string[]])[] = [
  ["marks that are no list", [['"ignored": ["W"]', '"ignored": "W"']], ["policy-value-invalid"]],
  ["a mark that is no text", [['"ignored": ["W"]', '"ignored": [7]']], ["policy-value-invalid"]],
  ["cut scores by an unknown name", [[CUTS, '"cuts": "ours"']], ["policy-value-invalid"]],
  ["cut scores of a scale that is none", [['"from": "score"', '"from": "scores"']], ["policy-value-invalid"]],
  ["cut scores of nothing", [['"from": "score", ', ""]], ["policy-key-missing"]],
  [
    "cut scores of a test without levels",
    [['"level": { "ordered": ["1", "2", "3", "4"] }, ', ""]],
    ["policy-scale-missing", "policy-scale-missing", "policy-scale-missing", ...LEVELS],
  ],
  ["a role that is no text", [['{ "approval": "panel" }', '{ "approval": 7 }']], ["policy-value-invalid"]],
  ["a test that is no text", [[ANY_TEST, '{ "test": 7, "min": { "level": "mid" } }']], ["policy-value-invalid"]],
  [
    "a subject that is no text",
    [[COURSE, '{ "subject": 7, "minMark": "C", "which": "any" }']],
    ["policy-value-invalid"],
  ],
  [
    "a mistyped bar",
    [['"barredBy": { "creditIn": ["geometry"] }', '"barredBy": { "attemptIns": ["geometry"] }']],
    ["policy-key-unknown"],
  ],
  [
    "a term that is none, of parts that share a code",
    [
      [
        '"courseIds": ["GEO"],\n      "parts": [\n        { "id": "A", "terms": ["S1"]',
        '"courseIds": ["GEO"],\n      "parts": [\n        { "id": "A", "courseIds": ["GEO"], "terms": ["S9"]',
      ],
      ['{ "id": "B", "terms": ["SPRING"]', '{ "id": "B", "courseIds": ["GEO"], "terms": ["SPRING"]'],
    ],
    ["policy-term-unknown"],
  ],
  [
    "a target that is no course",
    [
      ['"courses": ["spanish-1"], "take"', '"courses": ["spanish-9"], "take"'],
      ['"designations": ["N"]', '"designations": ["N"], "term": "S1"'],
    ],
    ["policy-course-unknown"],
  ],
  [
    "a target that is no course, for students in institutions",
    [
      ['"courses": ["spanish-1"], "take"', '"courses": ["spanish-9"], "take"'],
      [
        '"clause": "2409P section 4",',
        '"clause": "2409P section 4", "who": { "programs": { "any": ["institution"] } },',
      ],
    ],
    ["policy-course-unknown"],
  ],
  [
    "a mistyped strength",
    [
      ['"strength": "may",', '"strenght": "may",'],
      ['"approvals": ["counselor"],\n    },\n    {\n      "id": "state-math"', '},\n    {\n      "id": "state-math"'],
    ],
    ["policy-key-unknown"],
  ],
  [
    "evidence of no form, without an approval",
    [
      WILL,
      ['"courseId": "{courseId}Z" },\n      "approvals": ["counselor"],', '"courseId": "{courseId}Z" },'],
      [
        '{ "evidence": { "test": "STATE-MATH", "min": { "level": "2" } }, "upTo": 1.0 }',
        '{ "evidence": { "tset": "STATE-MATH", "min": { "level": "2" } }, "upTo": 1.0 }',
      ],
    ],
    ["policy-value-invalid"],
  ],
  [
    "both tiers and evidence, of what was lost alone",
    [
      [
        '"tiers": [\n        { "evidence": { "test": "STATE-MATH", "min": { "level": "2" } }',
        '"evidence": { "approval": "panel" }, "tiers": [\n        { "evidence": { "test": "STATE-MATH", "min": { "level": "2" } }',
      ],
      ['["A"] }], "take": "lost"', '["A"] }], "take": "open"'],
    ],
    ["policy-value-invalid", "policy-net-not-said"],
  ],
  ["an alias that is the term's own id", [['"aliases": ["FALL"]', '"aliases": ["FALL", "S1"]']], []],
  [
    "a whole course as a target in full",
    [['{ "course": "geometry", "parts": ["A"] }', '{ "course": "geometry" }']],
    ["policy-key-missing"],
  ],
  [
    "a pathway without an end",
    [['"clause": "2409P section 3",', '"clause": "2409P section 3", "effectiveTo": null,']],
    [],
  ],
  [
    "credits that are none, of a course with parts",
    [['"credits": 1.0, "courseIds": ["GEO"]', '"credits": 1.00001, "courseIds": ["GEO"]']],
    ["policy-value-invalid"],
  ],
];

describe("a fault is said once, and nothing is guessed from it", () => {
  it.each(CASES)("%s", (_, edits, codes) => {
    expect(
      load(edited(...edits))
        .findings.map(({ code }) => code)
        .toSorted(),
    ).toEqual(codes.toSorted());
  });
});
