import { describe, expect, it } from "vitest";
import { showPolicy } from "../../src/policy/show/index.js";
import { edited, load } from "./fixture.js";

type Edit = readonly [from: string, to: string];

function compiled(edits: readonly Edit[]) {
  const { policy, findings } = load(edited(...edits));
  if (policy === null) throw new Error(findings.map(({ message }) => message).join("\n"));
  return policy;
}

/** The policy in words, without line breaks. */
function words(...edits: readonly Edit[]): string {
  return showPolicy(compiled(edits), "text").replace(/\s+/g, " ");
}

const GEOMETRY_CUTS: Edit = [
  '"cuts": [{ "scale": "level", "from": "score", "at": { "2": 2500, "3": 2600, "4": 2700 } }]',
  '"cuts": [{ "scale": "level", "from": "score", "at": { "2": 2500 }, "edition": "B", "gradeLevels": [-1, 0, 11] }]',
];
const STATE_2: string = '"min": { "level": "2" } }';
const LOST: Edit = ['"take": "open", "upTo": 1.0', '"take": "lost", "upTo": 1.0'];
const EVIDENCE = '"evidence": { "course": "algebra-2", "minMark": "C" }';

describe("a policy in words says", () => {
  it.each<readonly [what: string, edits: readonly Edit[], says: string]>([
    ["for which edition and grades a cut score holds", [GEOMETRY_CUTS], "the score (edition B, grades PK, K and 11):"],
    ["what lies above a score", [[STATE_2, '"above": { "score": 2550 } }']], "with a score above 2550"],
    [
      "that only the first try counts",
      [[STATE_2, '"min": { "level": "2" }, "maxTries": 1 }']],
      "only the first try counts",
    ],
    [
      "that only some tries count",
      [[STATE_2, '"min": { "level": "2" }, "maxTries": 3 }']],
      "only the first 3 tries count",
    ],
    [
      "where courses of a subject count",
      [
        [
          EVIDENCE,
          '"evidence": { "subject": "math", "minMark": "C", "which": "latest", "inDistrict": true, "regularYear": true }',
        ],
      ],
      "the latest course of math with C or better; looking only at courses taken in this district; not looking at summer terms",
    ],
    [
      "that a mark counts in the average",
      [
        [
          '"grade": { "byLevel": { "2": "C", "3": "B", "4": "A" } }',
          '"grade": { "byLevel": { "2": "C", "3": "B", "4": "A" }, "gpa": "counts" }',
        ],
      ],
      "It counts in the grade point average",
    ],
    ["that it is in effect for good", [['"effectiveFrom": "2023-09-01",', ""]], "In effect: On any award date."],
    [
      "until when it is in effect",
      [
        ['"effectiveFrom": "2023-09-01",', ""],
        ['"effectiveTo": null', '"effectiveTo": "2026-06-30"'],
      ],
      "For award dates up to 2026-06-30.",
    ],
    [
      "that only lost credit is given, attempted or not",
      [['"attempt": { "is": "irrelevant" }', '"attempt": { "is": "irrelevant", "beforeEvidence": true }'], LOST],
      "Only credit that was attempted and not earned is given.; What is shown must be later than the attempt",
    ],
    [
      "what an attempt means where none is needed",
      [['"attempt": { "is": "irrelevant" }', '"attempt": { "is": "irrelevant", "beforeEvidence": true }']],
      "It does not matter whether it was attempted.; If it was attempted, what is shown must be later than the attempt",
    ],
    [
      "that two must say how much",
      [
        [
          '"approvals": ["counselor"],\n      "onRequest"',
          '"approvals": [{ "role": "counselor", "credits": "required" }, { "role": "board", "credits": "required" }], "onRequest"',
        ],
      ],
      "No more than counselor and board say",
    ],
    [
      "that the mark is the score",
      [
        ['"evidence": {\n        "any": [', '"grade": { "from": "score" }, "evidence": {\n        "any": ['],
        ['"netOfClassCredit": true },\n      "grade": { "mark": "P" },', '"netOfClassCredit": true },'],
      ],
      "The score itself",
    ],
    [
      "what is added up from above a number, and above a percentage",
      [
        ['"min": { "level": "mid" }', '"above": { "percentile": 50 }'],
        [STATE_2, '"above": { "score": 2550 }, "sum": true }'],
      ],
      "above percentile 50; with more than 2550 in all, results added up",
    ],
    [
      "what lies above a percentage",
      [
        ['"percentile": {}', '"percent": {}'],
        ['"min": { "level": "mid" }', '"above": { "percent": 80 }'],
      ],
      "with more than 80 percent",
    ],
    ["in which term a record stands", [['"designations": ["N"]', '"designations": ["N"], "term": "S2"']], "Term S2"],
    [
      "until when a document is in effect, and where it was seen",
      [['"effectiveTo": null', '"effectiveTo": "2026-06-30", "source": "board minutes"']],
      "in effect until 2026-06-30; to be read at https://example.org/2409P; source: board minutes",
    ],
  ])("%s", (_, edits, says) => {
    const text = words(...edits);
    for (const part of says.split("; ")) expect(text).toContain(part);
  });

  it("no more of a document and of equity than the file does", () => {
    const text = words(
      [
        '"title": "Credit by mastery",\n      "subjects": ["math", "world-language"],\n      "adopted": "2023-05-16",',
        "",
      ],
      ['"url": "https://example.org/2409P",', ""],
      [', "reviewEveryMonths": 24, "lastReviewed": "2025-05-01"', ""],
    );
    expect(text).toContain("2409P");
    for (const absent of ["2409P, Credit", "adopted", "subjects:", "Reviewed every", "Last reviewed"])
      expect(text, absent).not.toContain(absent);
  });

  it("the cut scores of a list that is shipped, year by year", () => {
    const text = words([
      '"cuts": [{ "scale": "level", "from": "score", "at": { "2": 2500, "3": 2600, "4": 2700 } }]',
      '"cuts": "smarter-balanced-math"',
    ]);
    expect(text).toMatch(/the score \(grade \d+, (since \d{4}-\d\d|\d{4}-\d\d to \d{4}-\d\d)/);
  });
});

describe("the chapter of the courses", () => {
  it("says of a course without codes of its own or of the state nothing of them", () => {
    const text = words([
      ', "stateCourseCode": "02062",\n      "credits": 1.0, "courseIds": ["INT1"]',
      ', "credits": 1',
    ]);
    expect(text).toMatch(/1 credit in math \(integrated-1\)/);
    expect(text).not.toContain("State course code 02062");
    expect(text).not.toContain("District codes: INT1");
  });
});

describe("the sequence in words", () => {
  it("goes from the first course of the policy to the last, then to what each completes", () => {
    const text = words([
      '"award": { "courses": ["algebra-1"], "take"',
      '"award": { "courses": ["geometry", "algebra-1"], "take"',
    ]);
    expect(text).toMatch(/Algebra 2 can complete Algebra 1 .*Algebra 2 can complete Geometry /);
  });
});

describe("the drawing of a sequence", () => {
  const titled = (title: string): string =>
    showPolicy(compiled([['"title": "Algebra 2"', `"title": "${title}"`]]), "html");

  it("cuts a long title to two lines, and keeps all of it beside", () => {
    const long = "Advanced Quantitative Reasoning with Applications in Natural Sciences";
    const page = titled(long);
    expect(page).toContain(`<title>${long}</title>`);
    expect(page).toMatch(/<text class="course"[^>]*>Advanced[^<]*<\/text><text class="course"[^>]*>[^<]*…<\/text>/);
  });
  it("breaks a title without a space where the line is full", () => {
    const page = titled("Wahrscheinlichkeitsrechnung");
    const lines = [...page.matchAll(/<text class="course"[^>]*>([^<]*)<\/text>/g)].map((found) => found[1]);
    expect(lines.join("|")).toMatch(/Wahrsch[a-z]*\|[a-z]+/);
    expect(lines.join("")).toContain("Wahrscheinlichkeitsrechnung");
  });
});
