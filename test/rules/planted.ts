import { edited } from "../policy/fixture.js";

/** Pathways that a planted policy has besides those of the fixture; each stands on a line of its own. */
const MORE = [
  '{ "id": "back", "policy": "2409P", "title": "Algebra 1 completes Algebra 2", "method": "next-course", "clause": "5", "strength": "will", "attempt": { "is": "required" }, "evidence": { "course": "algebra-1", "minMark": "C" }, "award": { "courses": ["algebra-2"], "take": "lost" }, "grade": { "mark": "B" }, "record": { "designations": ["Z"] }, "progression": { "standards": ["F-IF"], "attestedBy": "Leads", "on": "2023-04-03" } },',
  '{ "id": "hours", "policy": "2409P", "title": "Hours", "method": "equivalency", "clause": "6", "strength": "will", "attempt": { "is": "irrelevant" }, "evidence": { "approval": "panel" }, "award": { "courses": ["shop"], "take": "open" }, "grade": { "mark": "A" }, "record": { "designations": ["Z"] } },',
  '{ "id": "local", "policy": "2409P", "title": "Portfolio", "method": "local-test", "clause": "7", "attempt": { "is": "irrelevant" }, "evidence": { "test": "STATE-MATH", "min": { "level": "4" } }, "award": { "courses": ["integrated-1"], "take": "open" }, "grade": { "from": "evidence" }, "record": { "designations": ["L", "N"] } },',
];

/** A policy with thirty mistakes, errors and warnings. */
export const PLANTED = edited(
  ['"code": "31999"', '"code": 31999'],
  ['"subjects": ["math", "world-language"]', '"subjects": ["math", "world-language", "music"]'],
  ['"adopted": "2023-05-16"', '"adopted": "2023-02-30"'],
  ['"effectiveFrom": "2023-09-01"', '"effectiveFrom": "2025-09-01"'],
  ['"url": "https', '"ulr": "https'],
  ['"lastReviewed": "2025-05-01"', '"lastReviewed": "2022-05-01"'],
  ['"ignored": ["W"]', '"ignored": ["W", "F"]'],
  ['"ends": "08-10"', '"ends": "08-32"'],
  ['"stateCourseCode": "02052"', '"stateCourseCode": "02999"'],
  ['"credits": 1.0, "courseIds": ["GEO"]', '"credits": 1.5, "courseIds": ["GEO"]'],
  ['"terms": ["SPRING"]', '"terms": ["SPRIN"]'],
  ['"courseIds": ["INT1"]', '"courseIds": ["INT1", "alg2", "ALG1A"]'],
  [
    '"credits": 1.0, "courseIds": ["SPA1"],\n    },',
    `"credits": 1.0, "courseIds": ["SPA1"],\n    },
    { "id": "shop", "title": "Metal Shop", "subject": "math", "credits": 1, "cte": true, "courseIds": ["SHOP"] },
    { "id": "stats", "title": "Statistics", "subject": "math", "credits": 1, "courseIds": ["STAT"] },`,
  ],
  ['["algebra-1", "integrated-1"]', '["algebra-1", "integrated-l"]'],
  ['"at": { "2": 2500', '"at": { "9": 2500'],
  ['"strength": "may",\n', '"strenght": "may",\n'],
  ['"creditIn": ["geometry"]', '"creditIn": ["algebra-2"]'],
  ['"evidence": { "course": "algebra-2", "minMark": "C" }', '"evidence": { "course": "algebra-2", "minMark": "c" }'],
  ['"marks": ["F", "I"]', '"marks": ["W", "I"]'],
  ['"level": "3" } }, "upTo": 2.0', '"level": "2" } }, "upTo": 2.0'],
  ['"geometry", "parts": ["A"]', '"geometry", "parts": ["C"]'],
  ['{\n      "id": "language"', `${MORE.join("\n")}\n    {\n      "id": "language"`],
  ['"test": "LANG"', '"test": "LANGUAGE"'],
  ['"pathways": ["state-math"]', '"pathways": ["state-maths"]'],
);
