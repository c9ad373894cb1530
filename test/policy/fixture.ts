import type { LoadedPolicy } from "../../src/policy/load.js";
import { loadPolicy } from "../../src/policy/load.js";

/** A whole policy that uses every part of the format, without a fault. */
export const POLICY_TEXT = `{
  // Comments and trailing commas are allowed.
  "$schema": "./policy.schema.json",
  "format": 1,
  "district": { "name": "Heron Lake School District", "code": "31999" },
  "policies": [
    {
      "number": "2409P",
      "title": "Credit by mastery",
      "subjects": ["math", "world-language"],
      "adopted": "2023-05-16",
      "effectiveFrom": "2023-09-01",
      "effectiveTo": null,
      "url": "https://example.org/2409P",
    },
  ],
  "equity": { "provision": "Access is offered to all.", "reviewEveryMonths": 24, "lastReviewed": "2025-05-01" },
  "marks": {
    "ranked": ["A", "B", "C", "D"],
    "credit": ["P", "S"],
    "noCredit": ["F", "NC"],
    "incomplete": ["I"],
    "ignored": ["W"],
  },
  "calendar": {
    "terms": [
      { "id": "S1", "aliases": ["FALL"], "ends": "01-28" },
      { "id": "S2", "aliases": ["SPRING"], "ends": "06-18" },
      { "id": "YR", "ends": "06-18" },
      { "id": "SU", "ends": "08-10", "summer": true },
    ],
  },
  "courses": [
    {
      "id": "algebra-1", "title": "Algebra 1", "subject": "math", "stateCourseCode": "02052",
      "credits": 1.0, "cadr": false, "cte": false, "courseIds": ["ALG1A", "ALG1B"],
      "parts": [
        { "id": "A", "courseIds": ["ALG1A"], "credits": 0.5 },
        { "id": "B", "courseIds": ["ALG1B"], "credits": 0.5 },
      ],
    },
    {
      "id": "geometry", "title": "Geometry", "subject": "math", "stateCourseCode": "02072",
      "credits": 1.0, "courseIds": ["GEO"],
      "parts": [
        { "id": "A", "terms": ["S1"], "credits": 0.5 },
        { "id": "B", "terms": ["SPRING"], "credits": 0.5 },
      ],
    },
    {
      "id": "algebra-2", "title": "Algebra 2", "subject": "math", "stateCourseCode": "02056",
      "credits": 1.0, "courseIds": ["ALG2"],
    },
    {
      "id": "integrated-1", "title": "Integrated Math 1", "subject": "math", "stateCourseCode": "02062",
      "credits": 1.0, "courseIds": ["INT1"],
    },
    {
      "id": "spanish-1", "title": "Spanish 1", "subject": "world-language", "stateCourseCode": "24052",
      "credits": 1.0, "courseIds": ["SPA1"],
    },
  ],
  "sameLearning": [{ "courses": ["algebra-1", "integrated-1"], "credits": 1.0 }],
  "tests": [
    {
      "id": "STATE-MATH", "title": "State mathematics test", "scope": "state", "names": ["SM"],
      "scales": { "level": { "ordered": ["1", "2", "3", "4"] }, "score": { "min": 2000, "max": 3000 } },
      "cuts": [{ "scale": "level", "from": "score", "at": { "2": 2500, "3": 2600, "4": 2700 } }],
    },
    {
      "id": "LANG", "title": "Language proficiency test", "scope": "national", "language": "Spanish",
      "parts": ["reading", "writing", "listening", "speaking"],
      "scales": { "level": { "ordered": ["low", "mid", "high"] }, "percentile": {} },
    },
  ],
  "pathways": [
    {
      "id": "next-algebra", "policy": "2409P", "title": "Algebra 2 completes Algebra 1", "method": "next-course",
      "clause": "2409P section 2", "strength": "may",
      "progression": { "standards": ["HSA-REI"], "attestedBy": "Mathematics leads", "on": "2023-04-03" },
      "who": { "gradeLevels": [10, 11, 12], "programs": { "none": ["exchange"] }, "classOf": [2026, 2027] },
      "attempt": { "is": "required", "marks": ["F", "NC", "I"], "withinMonths": 36, "beforeEvidence": true },
      "barredBy": { "creditIn": ["geometry"] },
      "evidence": { "course": "algebra-2", "minMark": "C" },
      "award": { "courses": ["algebra-1"], "take": "lost" },
      "grade": { "mark": "P" },
      "record": { "designations": ["Z"] },
      "approvals": ["counselor"],
    },
    {
      "id": "state-math", "policy": "2409P", "title": "State test recovers Algebra 1 or Geometry",
      "method": "state-test", "clause": "2409P section 3",
      "attempt": { "is": "required", "marks": ["F", "I"] },
      "tiers": [
        { "evidence": { "test": "STATE-MATH", "min": { "level": "2" } }, "upTo": 1.0 },
        { "evidence": { "test": "STATE-MATH", "min": { "level": "3" } }, "upTo": 2.0 },
      ],
      "award": { "courses": ["algebra-1", { "course": "geometry", "parts": ["A"] }], "take": "lost", "split": true },
      "grade": { "byLevel": { "2": "C", "3": "B", "4": "A" } },
      "record": { "designations": ["Z"], "courseId": "{courseId}Z" },
      "approvals": ["counselor"],
    },
    {
      "id": "language", "policy": "2409P", "title": "Language test", "method": "national-test",
      "clause": "2409P section 4",
      "attempt": { "is": "irrelevant" },
      "evidence": {
        "any": [
          { "test": "LANG", "min": { "level": "mid" }, "parts": { "required": ["reading", "speaking"], "rule": "lowest" } },
          { "all": [{ "approval": "panel" }, { "not": { "course": "spanish-1", "minMark": "credit", "parts": "any" } }] },
        ],
      },
      "award": { "courses": ["spanish-1"], "take": "open", "upTo": 1.0, "netOfClassCredit": true },
      "grade": { "mark": "P" },
      "record": { "designations": ["N"] },
      "approvals": ["counselor"],
      "onRequest": true,
    },
  ],
  "caps": [
    { "id": "language-life", "subject": "world-language", "upTo": 4.0 },
    { "id": "state-year", "pathways": ["state-math"], "per": "school-year", "upTo": 2.0 },
  ],
  "examples": [
    {
      "name": "A C in Algebra 2", "pathway": "next-algebra", "awardDate": "2025-06-20",
      "transcript": [{ "student_id": "1", "course_id": "ALG1A", "credits_earned": 0 }],
      "expect": {
        "proposals": [{ "course": "algebra-1", "part": "A", "credits": 0.5, "mark": "P" }],
        "refusals": [{ "pathway": "state-math", "reason": "evidence-not-met" }],
      },
    },
  ],
}
`;

const AWARD_DATE = "2025-06-20";

export function load(text: string | Uint8Array): LoadedPolicy {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  return loadPolicy({ name: "policy.json", bytes, sha256: "0".repeat(64) }, AWARD_DATE);
}

/** The fixture with each text replaced once; throws where a text does not stand there exactly once. */
export function edited(...edits: readonly (readonly [from: string, to: string])[]): string {
  let text = POLICY_TEXT;
  for (const [from, to] of edits) {
    if (text.split(from).length !== 2) throw new Error(`stands ${text.split(from).length - 1} times: ${from}`);
    text = text.replace(from, () => to);
  }
  return text;
}

/** Line and column, from 1, of the only place where a text stands; `offset` characters into it. */
export function placeOf(text: string, piece: string, offset = 0): { readonly line: number; readonly column: number } {
  if (text.split(piece).length !== 2) throw new Error(`stands ${text.split(piece).length - 1} times: ${piece}`);
  const before = text.slice(0, text.indexOf(piece) + offset).split("\n");
  return { line: before.length, column: (before.at(-1) ?? "").length + 1 };
}
