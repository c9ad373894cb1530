export type Edit = readonly [from: string, to: string];
/** What is done to a sound policy, where the finding must stand (a text and how far into it), and what it says. */
export type PolicyCase = readonly [edits: readonly Edit[], at: string, offset: number, says: RegExp];

/** The cut scores of the fixture, and a list in their place. */
const SHIPPED = [
  '"cuts": [{ "scale": "level", "from": "score", "at": { "2": 2500, "3": 2600, "4": 2700 } }]',
  '"cuts": "smarter-balanced-math"',
] as const;

const secondDocument: Edit = [
  '"url": "https://example.org/2409P",\n    },',
  '"url": "https://example.org/2409P",\n    },\n    { "number": "2409Q" },',
];

/** Each case breaks one thing, and exactly one finding must come of it. */
export const FIRES: Readonly<Record<string, readonly PolicyCase[]>> = {
  "policy-no-document": [
    [
      [
        [
          `{
      "number": "2409P",
      "title": "Credit by mastery",
      "subjects": ["math", "world-language"],
      "adopted": "2023-05-16",
      "effectiveFrom": "2023-09-01",
      "effectiveTo": null,
      "url": "https://example.org/2409P",
    },`,
          "",
        ],
        ['"policy": "2409P", "title": "Algebra 2', '"title": "Algebra 2'],
        ['"policy": "2409P", "title": "State test', '"title": "State test'],
        ['"policy": "2409P", "title": "Language', '"title": "Language'],
      ],
      '"policies": [',
      12,
      /no adopted document/,
    ],
  ],
  "policy-no-equity": [
    [
      [
        [
          '"equity": { "provision": "Access is offered to all.", "reviewEveryMonths": 24, "lastReviewed": "2025-05-01" },',
          "",
        ],
      ],
      "{\n  // Comments",
      0,
      /no equity provision/,
    ],
    [[['"provision": "Access is offered to all."', '"provision": "  "']], '"  "', 0, /empty/],
  ],
  "policy-id-doubled": [
    [
      [
        ['"id": "geometry", "title"', '"id": "spanish-1", "title"'],
        ['["geometry"]', '["algebra-2"]'],
        ['{ "course": "geometry", "parts": ["A"] }', '"algebra-2"'],
      ],
      '"id": "spanish-1", "title": "Spanish 1"',
      6,
      /course id "spanish-1"/,
    ],
    [
      [
        ['"id": "LANG"', '"id": "SM"'],
        ['"test": "LANG"', '"test": "SM"'],
      ],
      '"id": "SM"',
      6,
      /test id or name "SM"/,
    ],
    [
      [['"id": "language", ', '"id": "next-algebra", ']],
      '"id": "next-algebra", "policy": "2409P", "title": "Language test"',
      6,
      /pathway id/,
    ],
    [[['"id": "state-year"', '"id": "language-life"']], '"id": "language-life", "pathways"', 6, /cap id/],
    [[['"aliases": ["SPRING"]', '"aliases": ["SPRING", "S1"]']], '"SPRING", "S1"', 10, /term or alias "S1"/],
    [
      [['{ "id": "B", "courseIds": ["ALG1B"]', '{ "id": "A", "courseIds": ["ALG1B"]']],
      '"id": "A", "courseIds": ["ALG1B"]',
      6,
      /part of this course "A"/,
    ],
    [
      [['"ordered": ["low", "mid", "high"]', '"ordered": ["low", "mid", "high", "mid"]']],
      '"high", "mid"',
      8,
      /level of this test "mid"/,
    ],
    [
      [
        [
          '"url": "https://example.org/2409P",\n    },',
          '"url": "https://example.org/2409P",\n    },\n { "number": "2409P" },',
        ],
      ],
      '{ "number": "2409P" }',
      12,
      /document number/,
    ],
  ],
  "policy-mark-doubled": [
    [
      [['"ranked": ["A", "B", "C", "D"]', '"ranked": ["A", "B", "C", "D", "B"]']],
      '"D", "B"',
      5,
      /twice under "ranked"/,
    ],
    [[['"incomplete": ["I"]', '"incomplete": ["I", "P"]']], '"I", "P"', 5, /under "credit" and under "incomplete"/],
  ],
  "policy-code-in-two-courses": [
    [
      [['"courseIds": ["INT1"]', '"courseIds": ["INT1", "ALG1A"]']],
      '"INT1", "ALG1A"',
      8,
      /"ALG1A" belongs to "algebra-1" and to "integrated-1"/,
    ],
  ],
  "policy-code-in-two-parts": [
    [
      [['"courseIds": ["ALG1B"], "credits"', '"courseIds": ["ALG1B", "ALG1A"], "credits"']],
      '["ALG1B", "ALG1A"]',
      10,
      /parts "A" and "B"/,
    ],
  ],
  "policy-course-unknown": [
    [
      [['"courses": ["algebra-1"], "take"', '"courses": ["algebra-9"], "take"']],
      '"algebra-9"',
      0,
      /Did you mean "algebra-1"/,
    ],
    [[['{ "course": "geometry", "parts"', '{ "course": "geometri", "parts"']], '"geometri"', 0, /"geometri"/],
    [[['"creditIn": ["geometry"]', '"attemptIn": ["geomancy"]']], '"geomancy"', 0, /"geomancy"/],
    [[['["algebra-1", "integrated-1"]', '["algebra-1", "integrated-7"]']], '"integrated-7"', 0, /"integrated-1"/],
    [[['{ "course": "algebra-1", "part": "A"', '{ "course": "x", "part": "A"']], '"x"', 0, /"x"/],
    [[['"not": { "course": "spanish-1"', '"not": { "course": "spanish"']], '"spanish"', 0, /"spanish-1"/],
  ],
  "policy-test-unknown": [[[['"test": "LANG"', '"test": "SM"']], '"test": "SM"', 8, /no test has the id "SM"/]],
  "policy-pathway-unknown": [
    [[['"pathways": ["state-math"]', '"pathways": ["nothing"]']], '"nothing"', 0, /"nothing"/],
    [[['"pathway": "next-algebra", "awardDate"', '"pathway": "next", "awardDate"']], '"next"', 0, /"next"/],
    [[['{ "pathway": "state-math", "reason"', '{ "pathway": "state", "reason"']], '"pathway": "state"', 11, /"state"/],
  ],
  "policy-document-unknown": [
    [
      [['"policy": "2409P", "title": "Language', '"policy": "2409", "title": "Language']],
      '"2409"',
      0,
      /Did you mean "2409P"/,
    ],
  ],
  "policy-document-missing": [
    [
      [secondDocument, ['"policy": "2409P", "title": "Language', '"title": "Language']],
      '{\n      "id": "language"',
      0,
      /2 documents/,
    ],
  ],
  "policy-part-unknown": [
    [
      [['"geometry", "parts": ["A"]', '"geometry", "parts": ["A", "Z"]']],
      '["A", "Z"]',
      6,
      /course "geometry" has no part "Z"/,
    ],
    [
      [['"required": ["reading", "speaking"]', '"required": ["reading", "speeking"]']],
      '"speeking"',
      0,
      /Did you mean "speaking"/,
    ],
    [
      [['"parts": "any"', '"parts": ["A"]']],
      '"minMark": "credit", "parts": ["A"]',
      31,
      /course "spanish-1" has no part "A"/,
    ],
    [[['"part": "A", "credits": 0.5, "mark"', '"part": "C", "credits": 0.5, "mark"']], '"part": "C"', 8, /no part "C"/],
  ],
  "policy-term-unknown": [
    [[['"terms": ["SPRING"]', '"terms": ["SPRIN"]']], '"SPRIN"', 0, /no term "SPRIN"/],
    [[['"designations": ["N"]', '"designations": ["N"], "term": "WINTER"']], '"WINTER"', 0, /no term "WINTER"/],
  ],
  "policy-mark-unknown": [
    [[['"minMark": "C"', '"minMark": "c"']], '"c"', 0, /Did you mean "C"/],
    [[['"marks": ["F", "I"]', '"marks": ["F", "INC"]']], '"INC"', 0, /"INC"/],
    [
      [['"noCredit": ', '"points": { "A": 4, "CC": 2 }, "noCredit": ']],
      '"CC": 2',
      0,
      /does not hold "CC". Did you mean "C"/,
    ],
    [[['"3": "B", "4": "A"', '"3": "B", "4": "A+"']], '"A+"', 0, /"A\+"/],
    [[['"credits": 0.5, "mark": "P"', '"credits": 0.5, "mark": "Q"']], '"Q"', 0, /"Q"/],
    [
      [
        [
          '"grade": { "byLevel": { "2": "C", "3": "B", "4": "A" } }',
          '"grade": { "byScore": [{ "min": 2500, "mark": "E" }] }',
        ],
      ],
      '"E"',
      0,
      /"E"/,
    ],
  ],
  "policy-mark-not-ranked": [[[['"minMark": "C"', '"minMark": "P"']], '"minMark": "P"', 11, /stands under "credit"/]],
  "policy-level-unknown": [
    [[['"min": { "level": "3" }', '"min": { "level": "7" }']], '"7"', 0, /test "STATE-MATH" has no level "7"/],
    [[['"min": { "level": "mid" }', '"above": { "level": "Mid" }']], '"Mid"', 0, /Did you mean "mid"/],
    [[['"4": "A" }', '"4": "A", "5": "A" }']], '"5": "A"', 0, /no level "5"/],
    [[['"at": { "2": 2500, ', '"at": { "two": 2500, ']], '"two"', 0, /no level "two"/],
  ],
  "policy-scale-missing": [
    [[['"min": { "level": "mid" }', '"min": { "score": 5 }']], '"score": 5', 0, /test "LANG" has no scale "score"/],
    [[['"from": "score"', '"from": "percent"']], '"from": "percent"', 8, /no scale "percent"/],
    [
      [
        ['"score": { "min": 2000, "max": 3000 }', '"percentile": {}'],
        [SHIPPED[0], SHIPPED[1]],
      ],
      '"smarter-balanced-math"',
      0,
      /no scale "score"/,
    ],
  ],
  "policy-subject-unknown": [
    [
      [['"subject": "world-language", "upTo"', '"subject": "world-languages", "upTo"']],
      '"world-languages"',
      0,
      /Did you mean "world-language"/,
    ],
  ],
  "policy-tiers-not-rising": [
    [
      [['"level": "3" } }, "upTo": 2.0', '"level": "3" } }, "upTo": 0.5']],
      '"level": "3" } }, "upTo": 0.5',
      26,
      /up to 0.5/,
    ],
    [
      [['"level": "3" } }, "upTo": 2.0', '"level": "3" } }, "upTo": 1.000']],
      '"level": "3" } }, "upTo": 1.000',
      26,
      /up to 1,/,
    ],
  ],
  "policy-dates-reversed": [
    [
      [['"effectiveTo": null', '"effectiveTo": "2023-08-31"']],
      '"2023-08-31"',
      0,
      /begins on 2023-09-01 and ends on 2023-08-31\.$/,
    ],
    [
      [['"clause": "2409P section 4",', '"clause": "2409P section 4", "effectiveTo": "2022-01-01",']],
      '"2022-01-01"',
      0,
      /its document/,
    ],
    [
      [
        [
          '"clause": "2409P section 4",',
          '"clause": "2409P section 4", "effectiveFrom": "2025-01-02", "effectiveTo": "2025-01-01",',
        ],
      ],
      '"2025-01-01"',
      0,
      /2025-01-02/,
    ],
    [
      [['"min": { "level": "mid" }', '"min": { "level": "mid" }, "from": "2025-01-02", "to": "2025-01-01"']],
      '"2025-01-01"',
      0,
      /2025-01-02/,
    ],
  ],
  "policy-net-not-said": [
    [[[', "netOfClassCredit": true', ""]], '{ "courses": ["spanish-1"]', 0, /beside it/],
    [[['"take": "lost", "split"', '"take": "open", "split"']], '{ "courses": ["algebra-1", {', 0, /in the tiers/],
  ],
  "policy-net-not-used": [
    [[['"take": "open", "upTo": 1.0,', '"take": "open",']], '"netOfClassCredit"', 0, /there is no "upTo"/],
    [[['"take": "open", "upTo": 1.0,', '"take": "lost", "upTo": 1.0,']], '"netOfClassCredit"', 0, /not "open"/],
  ],
  "policy-designation-none": [[[['"designations": ["N"]', '"designations": ["B"]']], '["B"]', 0, /hold only B/]],
  "policy-code-made-twice": [
    [[['"courseId": "{courseId}Z"', '"courseId": "MASTERY"']], '"MASTERY"', 0, /"MASTERY" of "ALG1A" as of "ALG1B"/],
    [[['"designations": ["N"]', '"designations": ["N"], "courseId": "ALG1AZ"']], '"ALG1AZ"', 0, /"ALG1AZ"/],
  ],
  "policy-code-made-taken": [
    [
      [['"courseIds": ["INT1"]', '"courseIds": ["INT1", "GEOZ"]']],
      '"{courseId}Z"',
      0,
      /"GEOZ", which classes of "integrated-1" carry/,
    ],
    [[['"courseId": "{courseId}Z"', '"courseId": "{courseId}"']], '"{courseId}"', 0, /"ALG1A"/],
  ],
  "policy-record-term-contradicts": [
    [[['"courseId": "{courseId}Z"', '"term": "S2"']], '"term": "S2"', 8, /part "A" of "geometry" is taught in "S1"/],
  ],
  "policy-record-unreadable": [
    [
      [
        ['{ "id": "B", "terms": ["SPRING"], "credits": 0.5 }', '{ "id": "B", "credits": 0.5 }'],
        ['{ "id": "A", "terms": ["S1"], "credits": 0.5 }', '{ "id": "A", "credits": 0.5 }'],
        ['{ "course": "geometry", "parts": ["A"] }', '"geometry"'],
      ],
      '{ "id": "B", "credits": 0.5 }',
      0,
      /part "B" of course "geometry"/,
    ],
    [
      [['"credits": 1.0, "courseIds": ["SPA1"]', '"credits": 1.0']],
      '{\n      "id": "spanish-1"',
      0,
      /no district code/,
    ],
    [
      [
        ['{ "id": "B", "terms": ["SPRING"], "credits": 0.5 }', '{ "id": "B", "credits": 0.5 }'],
        ['"geometry", "parts": ["A"] }', '"geometry", "parts": ["B"] }'],
        ['"courseId": "{courseId}Z"', '"term": "FALL"'],
      ],
      '"term": "FALL"',
      8,
      /in term "FALL"/,
    ],
  ],
};

/** Near each rule's fault, and sound. */
export const SILENT: readonly (readonly [what: string, edits: readonly Edit[]])[] = [
  ["two documents, each pathway with its own", [secondDocument]],
  [
    "one document, and a pathway that does not name it",
    [['"policy": "2409P", "title": "Language', '"title": "Language']],
  ],
  [
    "two parts with one code and terms that differ",
    [
      ['"terms": ["S1"], "credits"', '"courseIds": ["GEO"], "terms": ["S1"], "credits"'],
      ['"terms": ["SPRING"], "credits"', '"courseIds": ["GEO"], "terms": ["SPRING"], "credits"'],
    ],
  ],
  ["a term that is an alias of the part's", [['"courseId": "{courseId}Z"', '"term": "FALL"']]],
  [
    "a part without terms after one that has some",
    [
      ['{ "id": "B", "terms": ["SPRING"], "credits": 0.5 }', '{ "id": "B", "credits": 0.5 }'],
      ['{ "course": "geometry", "parts": ["A"] }', '"geometry"'],
    ],
  ],
  ["a letter besides B", [['"designations": ["N"]', '"designations": ["B", "N"]']]],
  ["one day in effect", [['"effectiveTo": null', '"effectiveTo": "2023-09-01"']]],
  [
    "a pathway that outlives its document",
    [
      ['"effectiveTo": null', '"effectiveTo": "2024-08-31"'],
      [
        '"clause": "2409P section 4",',
        '"clause": "2409P section 4", "effectiveFrom": "2025-01-01", "effectiveTo": null,',
      ],
    ],
  ],
  ["class credit taken off or not, said either way", [['"netOfClassCredit": true', '"netOfClassCredit": false']]],
  [
    "a waiver needs no code to be read back",
    [
      ['"credits": 1.0, "courseIds": ["SPA1"]', '"credits": 1.0'],
      ['"netOfClassCredit": true', '"netOfClassCredit": true, "kind": "waiver"'],
    ],
  ],
  [
    "a template of two pathways that makes the same codes",
    [
      [
        '"award": { "courses": ["algebra-1"], "take": "lost" },\n      "grade": { "mark": "P" },\n      "record": { "designations": ["Z"] }',
        '"award": { "courses": ["algebra-1"], "take": "lost" },\n      "grade": { "mark": "P" },\n      "record": { "courseId": "{courseId}Z" }',
      ],
    ],
  ],
  ["the mark word credit", [['"minMark": "C"', '"minMark": "credit"']]],
];
