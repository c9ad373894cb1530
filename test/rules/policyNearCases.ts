import type { Edit } from "./policyErrorCases.js";
import {
  CTE,
  ELECTIVE,
  facility,
  GENERAL_ONLY,
  inLanguage,
  inTiers,
  lost,
  next,
  open,
  state,
  withCourse,
  withPathways,
} from "./policyWarningCases.js";

const GEO: Edit = ['"courseIds": ["GEO"]', '"courseIds": ["GEO", "geo"]'];
const geoParts = (a: string, b: string): readonly Edit[] => [
  ['{ "id": "A", "terms": ["S1"], "credits": 0.5 }', `{ "id": "A", "terms": ["S1"], ${a}"credits": 0.5 }`],
  ['{ "id": "B", "terms": ["SPRING"], "credits": 0.5 }', `{ "id": "B", "terms": ["SPRING"], ${b}"credits": 0.5 }`],
];
const document = (text: string): Edit => ['"effectiveFrom": "2023-09-01",\n      "effectiveTo": null,', text];
const cte = (id: string): Edit => withCourse({ id, cte: true, courseIds: [id.toUpperCase()] });
const mark = (min: string): Edit => [
  '"evidence": { "course": "algebra-2", "minMark": "C" }',
  `"evidence": { "all": [{ "subject": "math", "minMark": "${min}", "which": "latest" }, { "course": "algebra-2", "minMark": "${min}" }] }`,
];

const SECOND: Edit = [
  '"url": "https://example.org/2409P",\n    },',
  '"url": "https://example.org/2409P",\n    },\n    { "number": "2409Q" },',
];

const waiver = { evidence: state("3"), grade: undefined, award: { ...lost, kind: "waiver" } };

/** Both sides of what rules about policies tell apart; the golden file says what each comes to. */
export const NEAR: readonly (readonly [title: string, edits: readonly Edit[]])[] = [
  // Codes that are nearly alike, with and without parts.
  ["codes alike in one course, of no part", [GEO]],
  ["codes alike in two parts", [GEO, ...geoParts('"courseIds": ["GEO"], ', '"courseIds": ["geo"], ')]],
  ["codes alike in one part", [GEO, ...geoParts('"courseIds": ["GEO", "geo"], ', "")]],
  ["codes alike, the first of a part", [GEO, ...geoParts('"courseIds": ["GEO"], ', "")]],
  ["codes alike, the second of a part", [GEO, ...geoParts('"courseIds": ["geo"], ', "")]],
  ["the same code twice in one course", [['"courseIds": ["GEO"]', '"courseIds": ["GEO", "GEO"]']]],
  ["the same code twice in a second course", [['"courseIds": ["INT1"]', '"courseIds": ["GEO", "GEO", "INT1"]']]],
  [
    "codes alike in three courses",
    [
      ['"courseIds": ["INT1"]', '"courseIds": ["geo"]'],
      ['"courseIds": ["SPA1"]', '"courseIds": ["gEO"]'],
    ],
  ],
  // Codes that a template makes.
  ["a made code that a class carries", [['"{courseId}Z"', '"{courseId}"']]],
  [
    "a made code that a class carries, with a target that is not there",
    [
      ['"{courseId}Z"', '"{courseId}"'],
      [
        '"courses": ["algebra-1", { "course": "geometry"',
        '"courses": ["none-such", "algebra-1", { "course": "geometry"',
      ],
    ],
  ],
  [
    "a made code of two sources, with a target that is not there",
    [
      ['"{courseId}Z"', '"MADE"'],
      [
        '"courses": ["algebra-1", { "course": "geometry"',
        '"courses": ["none-such", "algebra-1", { "course": "geometry"',
      ],
    ],
  ],
  [
    "one made code of one source in two pathways",
    [
      withPathways(
        { record: { designations: ["Z"], courseId: "{courseId}Y" } },
        { id: "extra-2", evidence: state("3"), award: lost, record: { designations: ["Z"], courseId: "{courseId}Y" } },
      ),
    ],
  ],
  // CTE courses as targets.
  ["CTE admitted where none is", [withPathways({ allowCte: true })]],
  [
    "CTE admitted, one of two targets",
    [CTE, withPathways({ allowCte: true, award: { courses: ["integrated-1", "algebra-2"], take: "open" } })],
  ],
  [
    "CTE admitted, two targets",
    [CTE, cte("shop"), withPathways({ allowCte: true, award: { courses: ["integrated-1", "shop"], take: "open" } })],
  ],
  ["CTE admitted is no truth value", [CTE, withPathways({ allowCte: "yes" })]],
  [
    "CTE not admitted, two targets of three",
    [CTE, cte("shop"), withPathways({ award: { courses: ["integrated-1", "algebra-2", "shop"], take: "open" } })],
  ],
  // Periods.
  ["a document that ends before it begins", [document('"effectiveFrom": "2023-09-01", "effectiveTo": "2023-08-31",')]],
  ["a pathway that ends before it begins", [inLanguage('"effectiveFrom": "2024-09-01", "effectiveTo": "2024-08-31",')]],
  ["a pathway of one day", [inLanguage('"effectiveFrom": "2024-09-01", "effectiveTo": "2024-09-01",')]],
  [
    "a pathway that begins after its document ends",
    [
      document('"effectiveFrom": "2023-09-01", "effectiveTo": "2026-08-31",'),
      inLanguage('"effectiveFrom": "2026-09-01",'),
    ],
  ],
  [
    "a pathway that begins on the day its document ends",
    [
      document('"effectiveFrom": "2023-09-01", "effectiveTo": "2026-08-31",'),
      inLanguage('"effectiveFrom": "2026-08-31",'),
    ],
  ],
  [
    "a pathway without a document's name that begins after it ends",
    [
      document('"effectiveFrom": "2023-09-01", "effectiveTo": "2026-08-31",'),
      ['"policy": "2409P", "title": "Language', '"title": "Language'],
      inLanguage('"effectiveFrom": "2026-09-01",'),
    ],
  ],
  [
    "a pathway of a document that is not there",
    [
      document('"effectiveFrom": "2023-09-01", "effectiveTo": "2026-08-31",'),
      ['"policy": "2409P", "title": "Language', '"policy": "2410", "title": "Language'],
      inLanguage('"effectiveFrom": "2026-09-01",'),
    ],
  ],
  ["a pathway that ends before its document begins", [inLanguage('"effectiveTo": "2023-08-31",')]],
  ["a pathway that ends on the day its document begins", [inLanguage('"effectiveTo": "2023-09-01",')]],
  [
    "a pathway of a second document, whose own days count",
    [
      [
        '"url": "https://example.org/2409P",\n    },',
        '"url": "https://example.org/2409P",\n    },\n    { "number": "2409Q", "effectiveFrom": "2020-01-01", "effectiveTo": "2026-01-01" },',
      ],
      ['"policy": "2409P", "title": "Language', '"policy": "2409Q", "title": "Language'],
      inLanguage('"effectiveFrom": "2026-09-01",'),
    ],
  ],
  [
    "a pathway with an end of its own that is open, its document having ended",
    [
      document('"effectiveFrom": "2023-09-01", "effectiveTo": "2026-08-31",'),
      inLanguage('"effectiveFrom": "2026-09-01", "effectiveTo": null,'),
    ],
  ],
  ["a pathway that has only an open end", [inLanguage('"effectiveTo": null,')]],
  [
    "a test's period that ends before it begins",
    [
      [
        '{ "test": "LANG", "min": { "level": "mid" },',
        '{ "test": "LANG", "min": { "level": "mid" }, "from": "2025-01-01", "to": "2024-12-31",',
      ],
    ],
  ],
  // Designations on one record.
  ["two letters that conflict twice", [['["N"]', '["N", "A", "L"]']]],
  [
    "letters that conflict in a waiver",
    [
      ['["N"]', '["N", "A"]'],
      ['"netOfClassCredit": true', '"netOfClassCredit": true, "kind": "waiver"'],
    ],
  ],
  ["letters of which two pairs may not go together", [['["N"]', '["N", "Q", "R", "H", "C"]']]],
  ["no letters", [['["N"]', "[]"]]],
  // Marks that a pathway gives, or asks for.
  [
    "a mark without credit in a waiver",
    [
      withPathways({
        evidence: state("3"),
        record: undefined,
        grade: { mark: "F" },
        award: { ...lost, kind: "waiver" },
      }),
    ],
  ],
  ["a mark that is ranked", [withPathways({ grade: { mark: "D" } })]],
  ["a mark that earns credit", [withPathways({ grade: { mark: "S" } })]],
  ["a mark that is passed over", [withPathways({ grade: { mark: "W" } })]],
  ["a mark that is not finished", [withPathways({ grade: { mark: "I" } })]],
  ["a minimum mark that is not ranked", [mark("P")]],
  ["a minimum mark of the lowest rank", [mark("D")]],
  ["a minimum mark that is a word of the format", [mark("credit")]],
  ["a minimum mark that no list knows", [mark("Q")]],
  [
    "a pass in a CADR course among others",
    [
      ['"cadr": false', '"cadr": true'],
      ['"award": { "courses": ["algebra-1"]', '"award": { "courses": ["algebra-1", "geometry"]'],
    ],
  ],
  [
    "a pass in two CADR courses",
    [
      ['"cadr": false', '"cadr": true'],
      withCourse({ id: "stats", cadr: true, courseIds: ["STAT"] }),
      ['"award": { "courses": ["algebra-1"]', '"award": { "courses": ["algebra-1", "stats"]'],
    ],
  ],
  [
    "a pass in a CADR course that is waived",
    [
      ['"cadr": false', '"cadr": true'],
      [
        '"award": { "courses": ["algebra-1"], "take": "lost" },\n      "grade": { "mark": "P" },\n      "record": { "designations": ["Z"] },',
        '"award": { "courses": ["algebra-1"], "take": "lost", "kind": "waiver" },',
      ],
    ],
  ],
  // Class credit taken off.
  ["class credit taken off what was lost", [withPathways({ award: { ...lost, netOfClassCredit: true } })]],
  ["class credit taken off without a ceiling", [withPathways({ award: { ...open, netOfClassCredit: true } })]],
  [
    "class credit taken off in tiers",
    [
      withPathways({
        evidence: undefined,
        tiers: [
          { evidence: state("2"), upTo: 0.5 },
          { evidence: state("3"), upTo: 1 },
        ],
        award: { ...open, netOfClassCredit: true },
      }),
    ],
  ],
  // What is lost once, in tiers.
  [
    "open tiers that need an attempt, and one tier",
    [
      withPathways({
        attempt: { is: "required" },
        evidence: undefined,
        tiers: [{ evidence: state("2"), upTo: 0.5 }],
        award: open,
      }),
    ],
  ],
  [
    "open tiers that need an attempt, and evidence of their own",
    [
      withPathways({
        attempt: { is: "required" },
        evidence: state("2"),
        tiers: [
          { evidence: state("2"), upTo: 0.5 },
          { evidence: state("3"), upTo: 1 },
        ],
        award: open,
      }),
    ],
  ],
  [
    "open tiers that need no attempt",
    [
      withPathways({
        evidence: undefined,
        tiers: [
          { evidence: state("2"), upTo: 0.5 },
          { evidence: state("3"), upTo: 1 },
        ],
        award: open,
      }),
    ],
  ],
  [
    "tiers that give the same",
    [
      withPathways({
        evidence: undefined,
        tiers: [
          { evidence: state("2"), upTo: 0.5 },
          { evidence: state("3"), upTo: 0.5 },
        ],
        award: open,
      }),
    ],
  ],
  [
    "tiers that give less",
    [
      withPathways({
        evidence: undefined,
        tiers: [
          { evidence: state("2"), upTo: 1 },
          { evidence: state("3"), upTo: 0.5 },
        ],
        award: open,
      }),
    ],
  ],
  [
    "a lower tier that asks for more",
    [
      withPathways({
        evidence: undefined,
        tiers: [
          { evidence: state("3"), upTo: 0.5 },
          { evidence: state("2"), upTo: 1 },
        ],
        award: open,
      }),
    ],
  ],
  [
    "three tiers, the first held by the last",
    [
      withPathways({
        evidence: undefined,
        tiers: [
          { evidence: state("3"), upTo: 0.3 },
          { evidence: state("4"), upTo: 0.5 },
          { evidence: state("2"), upTo: 1 },
        ],
        award: open,
      }),
    ],
  ],
  [
    "a lower tier that asks for more, the higher with other courses",
    [
      withPathways({
        evidence: undefined,
        tiers: [
          { evidence: state("3"), upTo: 0.5 },
          { evidence: state("2"), upTo: 1, courses: ["integrated-1"] },
        ],
        award: open,
      }),
    ],
  ],
  // Parts.
  [
    "parts of more than the whole",
    [['{ "id": "A", "terms": ["S1"], "credits": 0.5 }', '{ "id": "A", "terms": ["S1"], "credits": 0.75 }']],
  ],
  [
    "parts of thousandths",
    [
      ['{ "id": "A", "terms": ["S1"], "credits": 0.5 }', '{ "id": "A", "terms": ["S1"], "credits": 0.333 }'],
      ['{ "id": "B", "terms": ["SPRING"], "credits": 0.5 }', '{ "id": "B", "terms": ["SPRING"], "credits": 0.667 }'],
    ],
  ],
  [
    "a part finer than thousandths",
    [['{ "id": "A", "terms": ["S1"], "credits": 0.5 }', '{ "id": "A", "terms": ["S1"], "credits": 0.49999 }']],
  ],
  [
    "a part of no credit",
    [['{ "id": "A", "terms": ["S1"], "credits": 0.5 }', '{ "id": "A", "terms": ["S1"], "credits": 0 }']],
  ],
  [
    "a part of the most credits, and of more",
    [
      ['{ "id": "A", "terms": ["S1"], "credits": 0.5 }', '{ "id": "A", "terms": ["S1"], "credits": 1000 }'],
      ['{ "id": "B", "terms": ["SPRING"], "credits": 0.5 }', '{ "id": "B", "terms": ["SPRING"], "credits": 1000.5 }'],
    ],
  ],
  [
    "a part of the most credits",
    [['{ "id": "A", "terms": ["S1"], "credits": 0.5 }', '{ "id": "A", "terms": ["S1"], "credits": 1000 }']],
  ],
  [
    "a part that one of two courses has",
    [
      [
        '"evidence": { "course": "algebra-2", "minMark": "C" }',
        '"evidence": { "any": [{ "course": "geometry", "parts": ["A", "C"], "minMark": "C" }, { "course": "algebra-2", "minMark": "C" }] }',
      ],
    ],
  ],
  ["a part of a test that it has not", [['"required": ["reading", "speaking"]', '"required": ["reading", "signing"]']]],
  // Students of an institution.
  ["an institution that gets as much as others", [...ELECTIVE, GENERAL_ONLY, withPathways(facility(1))]],
  [
    "an institution that gets less than others",
    [
      ...ELECTIVE,
      GENERAL_ONLY,
      withPathways(facility(0.5)),
      ['"take": "open", "upTo": 1.0', '"take": "open", "upTo": 1.5'],
    ],
  ],
  ["an institution that gets less by its highest tier", [...ELECTIVE, GENERAL_ONLY, withPathways(inTiers(2))]],
  ["an institution that gets less by its ceiling", [...ELECTIVE, GENERAL_ONLY, withPathways(inTiers(0.6))]],
  [
    "an institution in two pathways, one of them enough",
    [...ELECTIVE, GENERAL_ONLY, withPathways(facility(0.5), { ...facility(1), id: "extra-2" })],
  ],
  [
    "an institution without a ceiling",
    [
      ...ELECTIVE,
      GENERAL_ONLY,
      withPathways({
        ...facility(1),
        award: { courses: ["integrated-1", "choice"], take: "open", netOfClassCredit: false },
      }),
    ],
  ],
  // Languages.
  [
    "a language's level under a waiver",
    [
      ['"level": "mid" }', '"level": "Novice Mid" }'],
      ['["low", "mid", "high"]', '["Novice Low", "Novice Mid", "Novice High"]'],
      ['"netOfClassCredit": true', '"netOfClassCredit": true, "kind": "waiver"'],
    ],
  ],
  [
    "a language's level as the table lists it",
    [
      ['"level": "mid" }', '"level": "Novice Mid" }'],
      ['["low", "mid", "high"]', '["Novice Low", "Novice Mid", "Novice High"]'],
    ],
  ],
  [
    "a language's level that gives more",
    [
      ['"level": "mid" }', '"level": "novice mid" }'],
      ['["low", "mid", "high"]', '["novice low", "novice mid", "novice high"]'],
      ['"upTo": 1.0, "netOf', '"upTo": 2.0, "netOf'],
    ],
  ],
  [
    "a language's level by the test's own name",
    [
      ['"level": "mid" }', '"level": "4" }'],
      ['["low", "mid", "high"]', '["3", "4", "5"]'],
      ['"id": "LANG", "title"', '"id": "LANG", "names": ["STAMP 4S"], "title"'],
      ['"upTo": 1.0, "netOf', '"upTo": 1.5, "netOf'],
    ],
  ],
  [
    "a language's level of a test that the table does not know",
    [
      ['"level": "mid" }', '"level": "4" }'],
      ['["low", "mid", "high"]', '["3", "4", "5"]'],
    ],
  ],
  [
    "a language's ceiling in tiers",
    [
      ['"level": "3" } }, "upTo": 2.0', '"level": "3" } }, "upTo": 2.0'],
      ['["low", "mid", "high"]', '["Novice Low", "Novice Mid", "Novice High"]'],
      ['"level": "mid" }', '"level": "Novice Mid" }'],
      withPathways({
        evidence: undefined,
        tiers: [
          { evidence: { test: "LANG", min: { level: "Novice Mid" } }, upTo: 0.5 },
          { evidence: { test: "LANG", min: { level: "Novice High" } }, upTo: 3 },
        ],
        award: { courses: ["integrated-1"], take: "open", upTo: 3, netOfClassCredit: false },
      }),
    ],
  ],
  // What is named and not there.
  [
    "a reason that no refusal has, and one that there is",
    [inLanguage('"onRefusal": { "no-lost-credit": "x", "no-lost-credits": "y" },')],
  ],
  [
    "a standard missing for one of several courses",
    [withPathways({ ...next("algebra-2", "integrated-1"), progression: undefined })],
  ],
  [
    "a standard missing where no course is named",
    [withPathways({ ...next("algebra-2", "integrated-1"), progression: undefined, evidence: { approval: "panel" } })],
  ],
  ["a standard that is no object", [withPathways({ ...next("algebra-2", "integrated-1"), progression: "HSA" })]],
  ["a course of another subject twice", [['"subjects": ["math", "world-language"]', '"subjects": ["world-language"]']]],
  ["a document that opens every subject", [['"subjects": ["math", "world-language"],\n', ""]]],
  [
    "a cap on a subject that no course has",
    [['"subject": "world-language", "upTo": 4.0', '"subject": "world-languages", "upTo": 4.0']],
  ],
  [
    "a course that bars, and is nobody's target",
    [withCourse({ id: "stats", courseIds: ["STAT"] }), ['"creditIn": ["geometry"]', '"creditIn": ["stats"]']],
  ],
  [
    "a course that is evidence, and nobody's target",
    [
      withCourse({ id: "stats", courseIds: ["STAT"] }),
      ['"evidence": { "course": "algebra-2", "minMark": "C" }', '"evidence": { "course": "stats", "minMark": "C" }'],
    ],
  ],
  // Circles.
  [
    "a course that completes a part of itself",
    [
      withPathways({
        ...next("geometry", "geometry"),
        award: { courses: [{ course: "geometry", parts: ["A"] }], take: "lost" },
        evidence: { course: "geometry", minMark: "C", parts: ["B"] },
      }),
    ],
  ],
  [
    "a circle of three",
    [withPathways(next("algebra-1", "integrated-1"), { ...next("integrated-1", "algebra-2"), id: "extra-2" })],
  ],
  [
    "a row of three",
    [withPathways(next("algebra-1", "integrated-1"), { ...next("integrated-1", "geometry"), id: "extra-2" })],
  ],
  ["a circle of other methods", [withPathways({ ...next("algebra-1", "algebra-2"), method: "other" })]],
  // Reviews.
  ...(
    [
      ["due today", "2023-06-20", 24],
      ["due yesterday", "2023-06-19", 24],
      ["every month", "2025-05-20", 1],
      ["in a thousand years", "1025-06-19", 12_000],
      ["beyond a thousand years", "1025-06-19", 12_001],
      ["every no months", "2020-01-01", 0],
      ["a day that is none", "2023-02-30", 24],
    ] as const
  ).map(
    ([what, last, every]) =>
      [
        `a review ${what}`,
        [
          [
            '"reviewEveryMonths": 24, "lastReviewed": "2025-05-01"',
            `"reviewEveryMonths": ${every}, "lastReviewed": "${last}"`,
          ],
        ],
      ] as const,
  ),
  // Scales.
  [
    "a cut to a scale that the test has not",
    [['"percentile": {} }', '"percentile": {} }, "cuts": [{ "scale": "level", "from": "score", "at": { "low": 1 } }]']],
  ],
  [
    "a cut where the test has no levels",
    [
      [
        '"scales": { "level": { "ordered": ["low", "mid", "high"] }, "percentile": {} }',
        '"scales": { "percentile": {} }, "cuts": [{ "scale": "level", "from": "percentile", "at": { "low": 1 } }]',
      ],
    ],
  ],
  [
    "a result on two scales, one missing",
    [['"min": { "level": "mid" }', '"min": { "level": "mid", "score": 5, "percentile": 50 }']],
  ],
  // State codes.
  [
    "a code of the state that stands for any course",
    [
      ['"02072"', '"02999"'],
      ['"02056"', '"02995"'],
    ],
  ],
  ["a code of the state that no list has", [['"02072"', '"99998"']]],
  // What is missing, and what is only mistyped.
  ["designations not stated, without a record", [withPathways({ record: undefined })]],
  ["designations not stated in a record", [withPathways({ record: {} })]],
  ["designations mistyped in a record", [withPathways({ record: { designation: ["Z"] } })]],
  ["a record mistyped", [withPathways({ record: undefined, recrod: { designations: ["Z"] } })]],
  ["a record that is a text", [withPathways({ record: "Z" })]],
  [
    "designations not stated in a waiver",
    [withPathways({ evidence: state("3"), record: undefined, grade: undefined, award: { ...lost, kind: "waiver" } })],
  ],
  ["a document not named among two", [SECOND, withPathways({ policy: undefined })]],
  ["a document's name mistyped among two", [SECOND, withPathways({ policy: undefined, polcy: "2409P" })]],
  [
    "an approval before, mistyped",
    [withPathways({ method: "equivalency", approvals: ["principal"], approvalBefor: "evidence" })],
  ],
  [
    "standards mistyped",
    [
      withPathways({
        ...next("algebra-2", "integrated-1"),
        progression: undefined,
        progresion: { standards: ["A"], attestedBy: "B", on: "2023-04-03" },
      }),
    ],
  ],
  ["an equity provision mistyped", [['"equity": {', '"equty": {']]],
  ["an equity provision that is a number", [['"provision": "Access is offered to all."', '"provision": 7']]],
  // May, without anybody asked.
  ["may, nobody asked", [withPathways({ strength: "may", evidence: state("3") })]],
  ["strength not stated, nobody asked", [withPathways({ strength: undefined, evidence: state("3") })]],
  ["strength mistyped, nobody asked", [withPathways({ strength: undefined, strenth: "may", evidence: state("3") })]],
  ["may, approvals mistyped", [withPathways({ strength: "may", evidence: state("3"), aprovals: ["principal"] })]],
  ["may, not on request", [withPathways({ strength: "may", evidence: state("3"), onRequest: false })]],
  ["may, on request mistyped", [withPathways({ strength: "may", evidence: state("3"), onReqest: true })]],
  [
    "may, an approval in one of two tiers",
    [
      withPathways({
        strength: "may",
        evidence: undefined,
        tiers: [
          { evidence: state("2"), upTo: 0.5 },
          { evidence: { all: [state("3"), { approval: "panel" }] }, upTo: 1 },
        ],
        award: open,
      }),
    ],
  ],
  [
    "may, an approval as one of two ways",
    [withPathways({ strength: "may", evidence: { any: [state("3"), { approval: "panel" }] } })],
  ],
  [
    "may, a waiver",
    [
      withPathways({
        strength: "may",
        evidence: state("3"),
        record: undefined,
        grade: undefined,
        award: { ...lost, kind: "waiver" },
      }),
    ],
  ],
  ["may, evidence that can't be read", [withPathways({ strength: "may", evidence: { tests: "STATE-MATH" } })]],
  // A mark out of the evidence.
  ["a mark out of a course", [withPathways({ ...next("algebra-2", "integrated-1"), grade: { from: "evidence" } })]],
  [
    "a mark out of a subject",
    [withPathways({ evidence: { subject: "math", minMark: "B", which: "latest" }, grade: { from: "evidence" } })],
  ],
  [
    "a mark out of one of two ways",
    [
      withPathways({
        evidence: { any: [state("3"), { course: "algebra-2", minMark: "C" }] },
        grade: { from: "evidence" },
      }),
    ],
  ],
  [
    "a mark out of both of two ways",
    [
      withPathways({
        evidence: { all: [state("3"), { course: "algebra-2", minMark: "C" }] },
        grade: { from: "evidence" },
      }),
    ],
  ],
  [
    "a mark out of the second tier alone",
    [
      withPathways({
        evidence: undefined,
        tiers: [
          { evidence: state("2"), upTo: 0.5 },
          { evidence: { course: "algebra-2", minMark: "C" }, upTo: 1 },
        ],
        award: open,
        grade: { from: "evidence" },
      }),
    ],
  ],
  [
    "a mark out of the first tier alone",
    [
      withPathways({
        evidence: undefined,
        tiers: [
          { evidence: { course: "algebra-2", minMark: "C" }, upTo: 0.5 },
          { evidence: state("2"), upTo: 1 },
        ],
        award: open,
        grade: { from: "evidence" },
      }),
    ],
  ],
  [
    "a mark out of evidence that can't be read",
    [withPathways({ evidence: { tests: "STATE-MATH" }, grade: { from: "evidence" } })],
  ],
  [
    "a mark out of the evidence of a waiver",
    [
      withPathways({
        evidence: state("3"),
        record: undefined,
        grade: { from: "evidence" },
        award: { ...lost, kind: "waiver" },
      }),
    ],
  ],
  // Levels.
  ["a level to pass that the test has not", [['"level": "mid" }', '"level": "middle" }']]],
  ["a level of a mark that the test has not", [['"byLevel": { "2": "C"', '"byLevel": { "2-": "C"']]],
  [
    "a level of a mark, with a test that is not there",
    [
      ['"byLevel": { "2": "C"', '"byLevel": { "2-": "C"'],
      ['"min": { "level": "3" } }, "upTo": 2.0', '"min": { "level": "3" } }, "upTo": 2.0, "x": 1'],
      [
        '{ "evidence": { "test": "STATE-MATH", "min": { "level": "3" } }',
        '{ "evidence": { "test": "NONE", "min": { "level": "3" } }',
      ],
    ],
  ],
  [
    "levels of a test that lists none",
    [['"level": { "ordered": ["low", "mid", "high"] }', '"level": { "ordered": [] }']],
  ],
  [
    "levels in a cut of a test that lists none",
    [['"level": { "ordered": ["1", "2", "3", "4"] }', '"level": { "ordered": [] }']],
  ],
  ["levels written as numbers", [['["1", "2", "3", "4"]', "[1, 2, 3, 4]"]]],
  // Marks.
  [
    "a mark three times",
    [
      ['"credit": ["P", "S"]', '"credit": ["P", "S", "P"]'],
      ['"noCredit": ["F", "NC"]', '"noCredit": ["F", "NC", "P"]'],
    ],
  ],
  [
    "marks of an attempt that are passed over, in two pathways",
    [
      ['"marks": ["F", "NC", "I"]', '"marks": ["F", "W"]'],
      ['"marks": ["F", "I"]', '"marks": ["W"]'],
    ],
  ],
  ["a mark that an example expects and no list has", [['"credits": 0.5, "mark": "P"', '"credits": 0.5, "mark": "Q"']]],
  [
    "a part that an example expects and no course has",
    [['"part": "A", "credits": 0.5, "mark"', '"part": "Q", "credits": 0.5, "mark"']],
  ],
  [
    "a course that an example expects and no list has",
    [['"proposals": [{ "course": "algebra-1"', '"proposals": [{ "course": "algebra-9"']],
  ],
  // Days round the day of the award.
  ...(
    [
      ["ends on the day of the award", '"effectiveTo": "2025-06-20",'],
      ["ended the day before", '"effectiveTo": "2025-06-19",'],
      ["begins on the day of the award", '"effectiveFrom": "2025-06-20",'],
      ["begins the day after", '"effectiveFrom": "2025-06-21",'],
      ["ends before it begins, both long ago", '"effectiveFrom": "2024-02-01", "effectiveTo": "2024-01-01",'],
      ["begins on no day", '"effectiveFrom": "2025-6-21",'],
      ["ends on no day", '"effectiveTo": "2025-6-19",'],
    ] as const
  ).map(([what, text]) => [`a pathway that ${what}`, [inLanguage(text)]] as const),
  ["a document adopted on the day of the award", [['"adopted": "2023-05-16"', '"adopted": "2025-06-20"']]],
  ["a document adopted the day after", [['"adopted": "2023-05-16"', '"adopted": "2025-06-21"']]],
  [
    "a document adopted and in effect later",
    [
      ['"adopted": "2023-05-16"', '"adopted": "2025-06-21"'],
      ['"effectiveFrom": "2023-09-01"', '"effectiveFrom": "2025-09-01"'],
    ],
  ],
  // Tests of an institution.
  [
    "an institution that no listed program is",
    [...ELECTIVE, inLanguage('"who": { "programs": { "any": ["exchange"] } },')],
  ],
  [
    "an institution that is one of those listed",
    [...ELECTIVE, inLanguage('"who": { "programs": { "any": ["exchange", "institution"] } },')],
  ],
  [
    "an institution left out beside another program",
    [...ELECTIVE, inLanguage('"who": { "programs": { "none": ["exchange", "institution"] } },')],
  ],
  [
    "an institution left out of two pathways to one test",
    [...ELECTIVE, GENERAL_ONLY, withPathways({ ...facility(1), who: { programs: { none: ["institution"] } } })],
  ],
  [
    "an institution without an elective",
    [
      GENERAL_ONLY,
      withPathways({
        ...facility(1),
        award: { courses: ["integrated-1"], take: "open", upTo: 1, netOfClassCredit: false },
      }),
    ],
  ],
  [
    "an institution with a course that is not there",
    [
      GENERAL_ONLY,
      withPathways({
        ...facility(1),
        award: { courses: ["integrated-1", "none-such"], take: "open", upTo: 1, netOfClassCredit: false },
      }),
    ],
  ],
  // Records that could not be read back, or be told apart.
  [
    "a record of a course without a code",
    [['"credits": 1.0, "courseIds": ["INT1"]', '"credits": 1.0'], withPathways({})],
  ],
  [
    "a record of a course without a code in two pathways",
    [
      ['"credits": 1.0, "courseIds": ["INT1"]', '"credits": 1.0'],
      withPathways({}, { id: "extra-2", evidence: state("3"), award: lost }),
    ],
  ],
  [
    "a record of a part behind another of the same code",
    [
      ['{ "id": "A", "terms": ["S1"], "credits": 0.5 }', '{ "id": "A", "credits": 0.5 }'],
      ['{ "id": "B", "terms": ["SPRING"], "credits": 0.5 }', '{ "id": "B", "credits": 0.5 }'],
      ['{ "course": "geometry", "parts": ["A"] }', '"geometry"'],
    ],
  ],
  ["a record in a term of another part", [['"courseId": "{courseId}Z"', '"term": "SPRING"']]],
  ["a record in a term that is not there", [['"courseId": "{courseId}Z"', '"term": "WINTER"']]],
  ["a record in the part's own term", [['"courseId": "{courseId}Z"', '"term": "S1"']]],
  [
    "records alike by marks out of the evidence",
    [
      withPathways(
        { ...next("algebra-2", "integrated-1"), award: { ...lost, upTo: 0.5 }, grade: { from: "evidence" } },
        { id: "extra-2", evidence: state("3"), award: { ...lost, upTo: 0.5 } },
      ),
    ],
  ],
  [
    "records alike by marks out of the evidence, the other way round",
    [
      withPathways(
        { evidence: state("3"), award: { ...lost, upTo: 0.5 } },
        {
          ...next("algebra-2", "integrated-1"),
          id: "extra-2",
          award: { ...lost, upTo: 0.5 },
          grade: { from: "evidence" },
        },
      ),
    ],
  ],
  [
    "records told apart by letters in another order",
    [
      withPathways(
        { evidence: state("3"), award: { ...lost, upTo: 0.5 }, record: { designations: ["Z", "L"] } },
        { id: "extra-2", evidence: state("4"), award: { ...lost, upTo: 0.5 }, record: { designations: ["L", "Z"] } },
      ),
    ],
  ],
  [
    "records told apart by a letter",
    [
      withPathways(
        { evidence: state("3"), award: { ...lost, upTo: 0.5 }, record: { designations: ["Z", "L"] } },
        { id: "extra-2", evidence: state("4"), award: { ...lost, upTo: 0.5 }, record: { designations: ["Z"] } },
      ),
    ],
  ],
  [
    "records alike in one of two courses",
    [
      withPathways(
        { evidence: state("3"), award: { courses: ["algebra-2", "integrated-1"], take: "lost", upTo: 0.5 } },
        { id: "extra-2", evidence: state("4"), award: { ...lost, upTo: 0.5 } },
      ),
    ],
  ],
  [
    "records alike in one part",
    [
      withPathways(
        { evidence: state("3"), award: { courses: [{ course: "geometry", parts: ["B"] }], take: "lost", upTo: 0.5 } },
        { id: "extra-2", evidence: state("4"), award: { courses: ["geometry"], take: "lost", upTo: 0.5 } },
      ),
    ],
  ],
  [
    "records alike, one of them a waiver",
    [
      withPathways(
        { evidence: state("3"), record: undefined, grade: undefined, award: { ...lost, upTo: 0.5, kind: "waiver" } },
        { id: "extra-2", evidence: state("4"), award: { ...lost, upTo: 0.5 } },
      ),
    ],
  ],
  [
    "records alike, one that can't be split",
    [
      withPathways(
        { evidence: state("3"), award: { ...lost, split: false } },
        { id: "extra-2", evidence: state("4"), award: { ...lost, upTo: 0.5 } },
      ),
    ],
  ],
  [
    "records alike, with marks of the score",
    [
      withPathways(
        { evidence: state("3"), grade: { from: "score" }, award: { ...lost, upTo: 0.5 } },
        { id: "extra-2", evidence: state("4"), grade: { from: "score" }, award: { ...lost, upTo: 0.5 } },
      ),
    ],
  ],
  [
    "marks of the score, with a number among the marks",
    [
      withPathways({ evidence: state("3"), grade: { from: "score" } }),
      ['"credit": ["P", "S"]', '"credit": ["P", "S", "2600"]'],
    ],
  ],
  [
    "marks of the score, with a number among those that earn nothing",
    [withPathways({ evidence: state("3"), grade: { from: "score" } }), ['"noCredit": [', '"noCredit": ["0", ']],
  ],
  [
    "a waiver, of which the score is the grade",
    [withPathways({ evidence: state("3"), grade: { from: "score" }, award: { ...lost, kind: "waiver" } })],
  ],
  // Names.
  [
    "names that are not there, in caps and examples",
    [
      ['"pathways": ["state-math"]', '"pathways": ["state-maths", "language"]'],
      ['"refusals": [{ "pathway": "state-math"', '"refusals": [{ "pathway": "next"'],
    ],
  ],
  [
    "an id of each kind twice",
    [
      ['"id": "S2", "aliases": ["SPRING"]', '"id": "S2", "aliases": ["SPRING", "FALL"]'],
      ['{ "id": "B", "courseIds": ["ALG1B"]', '{ "id": "A", "courseIds": ["ALG1B"]'],
      ['["1", "2", "3", "4"]', '["1", "2", "3", "4", "4"]'],
      ['"listening", "speaking"]', '"listening", "reading", "speaking"]'],
      ['"id": "state-year"', '"id": "language-life"'],
    ],
  ],
  ["a term that no part may have, and one", [['"terms": ["SPRING"]', '"terms": ["SPRING", "WINTER", "S2"]']]],
  [
    "a subject that evidence asks for and no course has",
    [withPathways({ evidence: { subject: "maths", minMark: "B", which: "any" } })],
  ],
  [
    "a subject that no target has, once for each document",
    [SECOND, ['"subjects": ["math", "world-language"]', '"subjects": ["math", "art", "world-language", "music"]']],
  ],
  // Designations, in records and in waivers.
  ["letters that may not go together in a waiver", [withPathways({ ...waiver, record: { designations: ["Z", "L"] } })]],
  ["two pairs of letters that may not go together", [withPathways({ record: { designations: ["Z", "L", "N", "C"] } })]],
  ["B alone in a second pathway", [withPathways({ record: { designations: ["B"] } }), ['["N"]', '["N", "B"]']]],
  ["a local test in a waiver", [withPathways({ ...waiver, method: "local-test", record: { designations: ["Z"] } })]],
  [
    "a national test in a waiver",
    [withPathways({ ...waiver, method: "national-test", record: { designations: ["Z"] } })],
  ],
  [
    "a local test with two other letters",
    [withPathways({ method: "local-test", record: { designations: ["Z", "A"] } })],
  ],
  [
    "a national test with two other letters",
    [withPathways({ method: "national-test", record: { designations: ["B", "Z"] } })],
  ],
  ["a local test that states no letters", [withPathways({ method: "local-test", record: {} })]],
  // Bars.
  [
    "a course that bars one of two tiers",
    [
      withPathways({
        evidence: undefined,
        tiers: [
          { evidence: { course: "algebra-2", minMark: "C" }, upTo: 0.5 },
          { evidence: { course: "geometry", minMark: "C" }, upTo: 1 },
        ],
        award: open,
        barredBy: { creditIn: ["algebra-2"] },
      }),
    ],
  ],
  [
    "a course that bars both tiers",
    [
      withPathways({
        evidence: undefined,
        tiers: [
          { evidence: { course: "algebra-2", minMark: "C" }, upTo: 0.5 },
          { evidence: { course: "algebra-2", minMark: "B" }, upTo: 1 },
        ],
        award: open,
        barredBy: { creditIn: ["algebra-2"] },
      }),
    ],
  ],
  [
    "a bar that is named as the test is",
    [
      withCourse({ id: "LANG", courseIds: ["LANG1"] }),
      withPathways({ evidence: { test: "LANG", min: { level: "mid" } }, barredBy: { creditIn: ["LANG"] } }),
    ],
  ],
  // Ceilings of an institution.
  ["an institution's ceiling above its highest tier", [...ELECTIVE, GENERAL_ONLY, withPathways(inTiers(0.8))]],
  [
    "an institution whose second pathway gives the most",
    [...ELECTIVE, GENERAL_ONLY, withPathways(facility(0.5), { ...facility(0.7), id: "extra-2", grade: { mark: "B" } })],
  ],
  [
    "an institution whose first pathway gives the most",
    [...ELECTIVE, GENERAL_ONLY, withPathways(facility(0.7), { ...facility(0.5), id: "extra-2", grade: { mark: "B" } })],
  ],
  [
    "others without a ceiling, the institution with one",
    [
      ...ELECTIVE,
      GENERAL_ONLY,
      withPathways(facility(0.7)),
      ['"take": "open", "upTo": 1.0, "netOfClassCredit": true', '"take": "open"'],
    ],
  ],
  [
    "an elective whose subject can't be read",
    [GENERAL_ONLY, withCourse({ id: "choice", subject: 7, courseIds: ["ELE1"] }), withPathways(facility(1))],
  ],
  ["CTE as no target but evidence", [CTE, withPathways({ ...next("integrated-1", "algebra-2") })]],
  [
    "terms that can't be read, and two parts with one code",
    [
      ['"terms": [\n      { "id": "S1"', '"terms": [\n      { "di": "S1"'],
      ...geoParts('"courseIds": ["GEO"], ', '"courseIds": ["GEO"], '),
    ],
  ],
  // Circles, and a course that completes itself.
  [
    "a circle, and then a course that completes a part of itself",
    [
      withPathways(next("algebra-1", "algebra-2"), {
        ...next("algebra-1", "algebra-1"),
        id: "extra-2",
        award: { courses: [{ course: "algebra-1", parts: ["A"] }], take: "lost" },
        evidence: { course: "algebra-1", minMark: "C", parts: ["B"] },
      }),
    ],
  ],
  [
    "a circle by one of two ways, the other a test",
    [
      withPathways({
        ...next("algebra-1", "algebra-2"),
        evidence: { any: [state("3"), { course: "algebra-1", minMark: "C" }] },
      }),
    ],
  ],
  [
    "a circle by a test named as a course is",
    [
      ['"id": "LANG", "title"', '"id": "LANG", "names": ["algebra-1"], "title"'],
      withPathways({ ...next("algebra-1", "algebra-2"), evidence: { test: "algebra-1", min: { level: "mid" } } }),
    ],
  ],
  // One code of the state in the place of another.
  [
    "a code that took the place of another, in courses of the same learning",
    [
      ['"stateCourseCode": "02062"', '"stateCourseCode": "24052"'],
      [
        '"stateCourseCode": "24052",\n      "credits": 1.0, "courseIds": ["SPA1"]',
        '"stateCourseCode": "06101",\n      "credits": 1.0, "courseIds": ["SPA1"]',
      ],
      ['["algebra-1", "integrated-1"]', '["spanish-1", "integrated-1"]'],
    ],
  ],
  [
    "a code that took the place of another, in three courses",
    [
      ['"stateCourseCode": "02062"', '"stateCourseCode": "06101"'],
      ['"stateCourseCode": "02056"', '"stateCourseCode": "06101"'],
    ],
  ],
  [
    "a code that was split into two",
    [
      ['"stateCourseCode": "02062"', '"stateCourseCode": "06100"'],
      ['"stateCourseCode": "24052"', '"stateCourseCode": "24050"'],
    ],
  ],
  ["one code in two courses", [['"stateCourseCode": "02062"', '"stateCourseCode": "24052"']]],
  // A term of a record that contradicts its part.
  [
    "a record in a term of one of two parts",
    [
      ['{ "course": "geometry", "parts": ["A"] }', '"geometry"'],
      ['"courseId": "{courseId}Z"', '"term": "S1"'],
    ],
  ],
  [
    "a record in a term of a part of several",
    [
      ['"terms": ["S1"]', '"terms": ["S1", "SU"]'],
      ['"courseId": "{courseId}Z"', '"term": "SU"'],
    ],
  ],
  [
    "a waiver in a term of another part",
    [
      [
        '"award": { "courses": ["algebra-1", { "course": "geometry", "parts": ["A"] }], "take": "lost", "split": true }',
        '"award": { "courses": [{ "course": "geometry", "parts": ["A"] }], "take": "lost", "kind": "waiver" }',
      ],
      ['"courseId": "{courseId}Z"', '"term": "SPRING"'],
    ],
  ],
  [
    "a review due in a month, every month",
    [['"reviewEveryMonths": 24, "lastReviewed": "2025-05-01"', '"reviewEveryMonths": 1, "lastReviewed": "2025-05-19"']],
  ],
  [
    "an institution with an elective that is not the first",
    [
      ...ELECTIVE,
      GENERAL_ONLY,
      withPathways({
        ...facility(1),
        award: { courses: ["choice", "none-such"], take: "open", upTo: 1, netOfClassCredit: false },
      }),
    ],
  ],
  [
    "a subject of a document that only a course without a pathway has",
    [
      withCourse({ id: "art", subject: "art", courseIds: ["ART"] }),
      ['"subjects": ["math", "world-language"]', '"subjects": ["math", "world-language", "art"]'],
      ['"creditIn": ["geometry"]', '"creditIn": ["art"]'],
    ],
  ],
  [
    "may, in tiers of which one can't be read",
    [
      withPathways({
        strength: "may",
        evidence: undefined,
        tiers: [
          { evidence: state("2"), upTo: 0.5 },
          { evidence: { tests: "X" }, upTo: 1 },
        ],
        award: open,
      }),
    ],
  ],
  [
    "levels of a mark by two tests, one of which can't be read",
    [
      ['"level": { "ordered": ["low", "mid", "high"] }', '"level": { "ordered": [1] }'],
      [
        '{ "evidence": { "test": "STATE-MATH", "min": { "level": "3" } }',
        '{ "evidence": { "test": "LANG", "min": { "percentile": 50 } }',
      ],
      ['"byLevel": { "2": "C"', '"byLevel": { "5": "C"'],
    ],
  ],
  [
    "a waiver with a pass in a CADR course",
    [
      ['"cadr": false', '"cadr": true'],
      withPathways({
        ...waiver,
        award: { courses: ["algebra-1"], take: "lost", kind: "waiver" },
        grade: { mark: "P" },
      }),
    ],
  ],
  ["B alone in a waiver", [withPathways({ ...waiver, record: { designations: ["B"] } })]],
];
