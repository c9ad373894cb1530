import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { load, POLICY_TEXT, placeOf } from "../policy/fixture.js";
import "../support/seed.js";
import { PLANTED } from "./planted.js";

/** Thirty mistakes, errors and warnings, from top to bottom: what each is, and the text at which it stands. */
const MISTAKES: readonly (readonly [code: string, at: string, offset: number])[] = [
  ["policy-value-invalid", "31999", 0],
  ["policy-subject-unreached", '"music"', 0],
  ["policy-value-invalid", '"2023-02-30"', 0],
  ["policy-not-yet-in-effect", '"2025-09-01"', 0],
  ["policy-key-unknown", '"ulr"', 0],
  ["policy-review-overdue", '"2022-05-01"', 0],
  ["policy-mark-doubled", '"W", "F"', 5],
  ["policy-value-invalid", '"08-32"', 0],
  ["policy-course-code-generic", '"02999"', 0],
  ["policy-parts-not-whole", '"credits": 1.5', 11],
  ["policy-term-unknown", '"SPRIN"', 0],
  ["policy-code-nearly-alike", '"alg2"', 0],
  ["policy-code-in-two-courses", '"alg2", "ALG1A"', 8],
  ["policy-course-unreached", '{ "id": "stats"', 0],
  ["policy-course-unknown", '"integrated-l"', 0],
  ["policy-level-unknown", '"9": 2500', 0],
  ["policy-key-unknown", '"strenght"', 0],
  ["policy-bar-on-evidence", '"creditIn": ["algebra-2"]', 13],
  ["policy-mark-unknown", '"minMark": "c"', 11],
  ["policy-attempt-mark-ignored", '"marks": ["W", "I"]', 10],
  ["policy-tier-never-decides", '{ "evidence": { "test": "STATE-MATH", "min": { "level": "2" } }, "upTo": 1.0', 0],
  ["policy-part-unknown", '"parts": ["C"]', 10],
  ["policy-sequence-cycle", '"course": "algebra-1", "minMark"', 10],
  ["policy-equivalency-not-preapproved", '{ "id": "hours"', 0],
  ["policy-cte-target", '"courses": ["shop"]', 12],
  ["policy-may-without-approval", '{ "id": "local"', 0],
  ["policy-grade-without-course", '"from": "evidence"', 8],
  ["policy-designation-conflict", '["L", "N"]', 0],
  ["policy-test-unknown", '"LANGUAGE"', 0],
  ["policy-pathway-unknown", '"state-maths"', 0],
];

describe("a policy with thirty planted mistakes", () => {
  it("has as many findings, each at its line and column", () => {
    const { policy, findings } = load(PLANTED);
    const expected = MISTAKES.map(([code, at, offset]) => [code, placeOf(PLANTED, at, offset)]);
    expect(findings.map(({ code, line, column }) => [code, { line, column }])).toEqual(expected);
    expect(policy).toBeNull();
  });
});

/** Every quoted word of the fixture that is a key of the format, with where it stands. */
const KEYS = [...POLICY_TEXT.matchAll(/"([\w$]+)":/g)]
  .map((match) => ({ word: match[1] ?? "", at: match.index }))
  .filter(({ word }) => !/^(\d|student_id$|course_id$|credits_earned$)/.test(word));

const FORMS = ["course", "test", "approval", "all", "any", "not", "mark", "byLevel"];

/** Every place where something is referred to by its id or name. */
const REFERENCES = [
  ...["algebra-2", "geometry", "spanish-1"].map((id) => `"course": "${id}"`),
  ...["STATE-MATH", "LANG"].map((id) => `"test": "${id}"`),
  '"pathway": "next-algebra"',
  '"pathway": "state-math"',
  '"pathways": ["state-math"]',
  '"policy": "2409P"',
  '"courses": ["spanish-1"]',
  '"courses": ["algebra-1", "integrated-1"]',
  '"terms": ["SPRING"]',
  '"level": "mid"',
  '"required": ["reading", "speaking"]',
].map((text) => {
  const word = /"([^"]+)"[^"]*$/.exec(text)?.[1] ?? "";
  return { word, at: POLICY_TEXT.indexOf(text) + text.lastIndexOf(`"${word}"`) };
});

type Slip = (word: string, place: number, letter: string) => string;

const SLIPS: readonly Slip[] = [
  (word, place) => word.slice(0, place) + word.slice(place + 1),
  (word, place, letter) => word.slice(0, place) + letter + word.slice(place),
  (word, place) => `${word.slice(0, place)}${word[place + 1] ?? ""}${word[place] ?? ""}${word.slice(place + 2)}`,
];

const slip = fc.record({
  how: fc.constantFrom(...SLIPS),
  place: fc.nat({ max: 30 }),
  letter: fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz"),
});

function slipped(word: string, { how, place, letter }: { how: Slip; place: number; letter: string }): string {
  return how(word, place % Math.max(1, word.length - 1), letter);
}

/** The fixture with the quoted word at a place replaced. */
function retyped({ word, at }: { word: string; at: number }, typo: string): string {
  return `${POLICY_TEXT.slice(0, at)}"${typo}"${POLICY_TEXT.slice(at + word.length + 2)}`;
}

function lineAndColumn(at: number): { readonly line: number; readonly column: number } {
  const before = POLICY_TEXT.slice(0, at).split("\n");
  return { line: before.length, column: (before.at(-1) ?? "").length + 1 };
}

describe("a slip of the hand", () => {
  it("in a key is found at its place, with the key that was meant", () => {
    const known = new Set(KEYS.map(({ word }) => word));
    fc.assert(
      fc.property(fc.constantFrom(...KEYS), slip, (key, how) => {
        const typo = slipped(key.word, how);
        fc.pre(typo !== key.word && typo !== "" && !known.has(typo));
        const { findings } = load(retyped(key, typo));
        if (key.word.length < 3) {
          // One letter of two is too little to guess from.
          const unknown = findings.filter(({ code }) => code === "policy-key-unknown");
          expect(unknown).toMatchObject([{ ...lineAndColumn(key.at), value: typo }]);
          return;
        }
        const here = findings.filter(({ message }) => message.includes(`Did you mean "${key.word}"?`));
        expect(here).toHaveLength(1);
        // A form of evidence or of a grade is told by its first key: without it, the object itself is the place.
        if (here[0]?.code === "policy-key-unknown") expect(here).toMatchObject([lineAndColumn(key.at)]);
        else expect(FORMS).toContain(key.word);
      }),
      { numRuns: 100 },
    );
  });
  it("in an id is found at its place, with the id that was meant", () => {
    fc.assert(
      fc.property(fc.constantFrom(...REFERENCES), slip, (reference, how) => {
        const typo = slipped(reference.word, how);
        fc.pre(typo !== reference.word && typo.trim() !== "");
        const { findings } = load(retyped(reference, typo));
        const place = lineAndColumn(reference.at);
        const here = findings.filter(
          ({ line, column, value }) => line === place.line && column === place.column && value === typo,
        );
        expect(here.map(({ severity }) => severity)).toEqual(["error"]);
        expect(here[0]?.message).toContain(`Did you mean "${reference.word}"?`);
      }),
      { numRuns: 100 },
    );
  });
});

/** A policy of so many courses and pathways; the pathways share so many targets. */
function long(courses: number, pathways: number, targets: number): string {
  const course = (index: number): object => ({
    id: `c${index}`,
    title: "Course",
    subject: `s${index % 40}`,
    credits: 1,
    courseIds: [`C${index}`],
  });
  const pathway = (index: number): object => ({
    id: `p${index}`,
    title: "Pathway",
    method: index % 2 === 0 ? "next-course" : "other",
    clause: "1",
    attempt: { is: "required" },
    evidence: { course: `c${((index % targets) + 1) % courses}`, minMark: "C" },
    who: { classOf: [1900 + (index % 290)] },
    award: { courses: [`c${index % targets}`, `c${(index * 7) % targets}`], take: "lost", upTo: 1 },
    grade: { mark: "P" },
  });
  return JSON.stringify({
    format: 1,
    district: { name: "D", code: "1" },
    policies: [{ number: "1" }],
    equity: { provision: "Yes." },
    marks: { ranked: ["A", "B", "C"], credit: ["P"], noCredit: ["F"] },
    calendar: { terms: [{ id: "S1", ends: "01-31" }] },
    courses: Array.from({ length: courses }, (_, index) => course(index)),
    pathways: Array.from({ length: pathways }, (_, index) => pathway(index)),
  });
}

describe("a very long policy", () => {
  // How long it takes stands in the bench; here it must come to an end, whichever way its pathways meet.
  it.each([
    ["each pathway with a course of its own", 5000],
    ["all pathways on three courses", 3],
  ])("is looked through to its end, %s", (_, targets) => {
    expect(load(long(5000, 2000, targets)).findings.length).toBeGreaterThan(0);
  });
});
