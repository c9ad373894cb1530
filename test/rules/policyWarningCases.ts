import type { Edit, PolicyCase } from "./policyErrorCases.js";

/** A sound pathway to Integrated Math 1, changed as a case needs it. */
function pathway(changes: object): string {
  const sound = {
    id: "extra",
    policy: "2409P",
    title: "One more",
    method: "other",
    clause: "2409P section 5",
    strength: "will",
    attempt: { is: "irrelevant" },
    evidence: { approval: "panel" },
    award: { courses: ["integrated-1"], take: "open" },
    grade: { mark: "A" },
    record: { designations: ["Z"] },
  };
  return JSON.stringify({ ...sound, ...changes });
}

/** Puts pathways before that of the language test. */
export function withPathways(...changes: readonly object[]): Edit {
  const language = '{\n      "id": "language"';
  return [language, `${changes.map((change) => `${pathway(change)},\n    `).join("")}${language}`];
}

export function withCourse(course: object): Edit {
  const last = '"credits": 1.0, "courseIds": ["SPA1"],\n    },';
  return [last, `${last}\n    ${JSON.stringify({ title: "One more", subject: "math", credits: 1, ...course })},`];
}

export const inLanguage = (text: string): Edit => [
  '"clause": "2409P section 4",',
  `"clause": "2409P section 4", ${text}`,
];

export const CTE: Edit = [
  '"credits": 1.0, "courseIds": ["INT1"]',
  '"credits": 1.0, "cte": true, "courseIds": ["INT1"]',
];
export const CADR: Edit = ['"cadr": false', '"cadr": true'];
const PROGRESSION = { standards: ["HSA-REI"], attestedBy: "Mathematics leads", on: "2023-04-03" };
export const next = (from: string, to: string): object => ({
  method: "next-course",
  progression: PROGRESSION,
  evidence: { course: from, minMark: "C" },
  award: { courses: [to], take: "lost" },
});
const score = (bound: "min" | "above", value: number): object => ({ test: "STATE-MATH", [bound]: { score: value } });
export const state = (level: string): object => ({ test: "STATE-MATH", min: { level } });
const tiers = [
  { evidence: state("2"), upTo: 0.5 },
  { evidence: state("3"), upTo: 1 },
];
export const open = { courses: ["integrated-1"], take: "open", netOfClassCredit: false };
export const lost = { courses: ["integrated-1"], take: "lost" };
export const ELECTIVE: readonly Edit[] = [
  withCourse({ id: "choice", subject: "elective", courseIds: ["ELE1"] }),
  ['"subjects": ["math", "world-language"]', '"subjects": ["math", "world-language", "elective"]'],
];
/** Students of an institution, by the language test, up to so much. */
export const facility = (upTo: number): object => ({
  who: { programs: { any: ["institution"] } },
  evidence: { test: "LANG", min: { level: "mid" }, parts: { required: ["reading"], rule: "lowest" } },
  award: { courses: ["integrated-1", "choice"], take: "open", upTo, netOfClassCredit: false },
});
/** The same in two tiers, of which the higher gives up to 0.8. */
export const inTiers = (upTo: number): object => {
  const language = (level: string): object => ({ test: "LANG", min: { level } });
  return {
    ...facility(upTo),
    evidence: undefined,
    tiers: [
      { evidence: language("mid"), upTo: 0.4 },
      { evidence: language("high"), upTo: 0.8 },
    ],
  };
};
export const GENERAL_ONLY = inLanguage('"who": { "programs": { "none": ["institution"] } },');

/** Each case plants one thing, and exactly one finding must come of it. */
export const FIRES: Readonly<Record<string, readonly PolicyCase[]>> = {
  "policy-review-overdue": [
    [[['"2025-05-01"', '"2023-06-19"']], '"2023-06-19"', 0, /on 2023-06-19, so the next was due on 2025-06-19/],
    [
      [[', "lastReviewed": "2025-05-01"', ""]],
      '"reviewEveryMonths": 24',
      21,
      /no review is recorded since the policy was adopted on 2023-05-16, so the first was due on 2025-05-16/,
    ],
  ],
  "policy-scale-reversed": [
    [
      [['"score": { "min": 2000, "max": 3000 }', '"score": { "min": 3000, "max": 2000 }']],
      '"max": 2000',
      7,
      /the scale begins at 3000 and ends at 2000/,
    ],
  ],
  "policy-cuts-not-rising": [
    [
      [['"3": 2600', '"3": 2400']],
      '"3": 2400',
      5,
      /level "3" begins at 2400, which is not above the 2500 at which "2"/,
    ],
    [
      [['"4": 2700', '"4": 2600']],
      '"4": 2600',
      5,
      /level "4" begins at 2600, which is not above the 2600 at which "3"/,
    ],
  ],
  "policy-threshold-outside-scale": [
    [[['"2": 2500', '"2": 250']], '"2": 250,', 5, /^test "STATE-MATH": 250 is below the scale, which begins at 2000/],
    [[['"4": 2700', '"4": 27000']], '"4": 27000', 5, /27000 is above the scale, which ends at 3000: no result/],
    [
      [withPathways({ evidence: score("min", 254.3) })],
      "254.3",
      0,
      /254.3 is below the scale.*every result reaches it/,
    ],
    [[withPathways({ evidence: score("min", 3001) })], "3001", 0, /3001 is above the scale.*no result reaches it/],
    [[withPathways({ evidence: score("above", 3000) })], '"score":3000', 8, /only results above 3000 would do/],
    [
      [withPathways({ evidence: { all: [{ approval: "panel" }, { not: score("above", 1987) }] } })],
      "1987",
      0,
      /1987 is below the scale/,
    ],
  ],
  "policy-score-marks-missing": [
    [
      [withPathways({ evidence: state("2"), grade: { from: "score" } })],
      '"score"}',
      0,
      /the grade is the score, and "marks" holds no number/,
    ],
  ],
  "policy-points-missing": [
    [
      [
        withPathways({
          evidence: { course: "algebra-1", parts: { required: ["A"], rule: "average" }, minPoints: 2 },
        }),
      ],
      '{"course":"algebra-1"',
      0,
      /"marks" has no "points"/,
    ],
  ],
  "policy-sum-not-activity": [
    [
      [withPathways({ evidence: { test: "STATE-MATH", min: { score: 2600 }, sum: true } })],
      '"sum":true',
      0,
      /results of "STATE-MATH" are added up, and its scope is "state"/,
    ],
  ],
  "policy-tries-without-windows": [
    [[['"names": ["SM"],', '"names": ["SM"], "maxTriesPerWindow": 1,']], '"maxTriesPerWindow"', 0, /no "windows"/],
  ],
  "policy-reason-unknown": [
    [
      [inLanguage('"onRefusal": { "evidence-not-mett": "Ask for the next test day." },')],
      '"evidence-not-mett"',
      0,
      /^pathway "language": .*"evidence-not-mett". Did you mean "evidence-not-met"\?/,
    ],
    [
      // The reason that is given is the code of the rule itself.
      [inLanguage('"onRefusal": { "record-breaks-rule": "Tell the registrar." },')],
      '"record-breaks-rule"',
      0,
      /"record-breaks-rule"/,
    ],
  ],
  "policy-subject-unreached": [[[['"world-language"],', '"world-language", "art"],']], '"art"', 0, /subject "art"/]],
  "policy-course-unreached": [
    [[withCourse({ id: "statistics", courseIds: ["STAT"] })], '{"title":"One more"', 0, /^course "statistics": no/],
  ],
  "policy-subject-not-of-document": [
    [[['"subjects": ["math", "world-language"]', '"subjects": ["math"]']], '["spanish-1"]', 1, /"2409P" does not/],
  ],
  "policy-no-longer-in-effect": [
    [[['"effectiveTo": null', '"effectiveTo": "2025-06-19"']], '"2025-06-19"', 0, /until 2025-06-19/],
    [[inLanguage('"effectiveTo": "2025-06-19",')], '"2025-06-19"', 0, /^pathway "language": in effect until/],
  ],
  "policy-not-yet-in-effect": [
    [[['"effectiveFrom": "2023-09-01"', '"effectiveFrom": "2025-06-21"']], '"2025-06-21"', 0, /only from 2025-06-21/],
    [[['"adopted": "2023-05-16"', '"adopted": "2025-06-21"']], '"2025-06-21"', 0, /adopted only on 2025-06-21/],
    [[inLanguage('"effectiveFrom": "2025-06-21",')], '"2025-06-21"', 0, /^pathway "language"/],
  ],
  "policy-progression-missing": [
    [
      [['"progression": { "standards": ["HSA-REI"], "attestedBy": "Mathematics leads", "on": "2023-04-03" },', ""]],
      '{\n      "id": "next-algebra"',
      0,
      /continue into "algebra-2"/,
    ],
  ],
  "policy-sequence-cycle": [
    [
      [withPathways(next("algebra-1", "algebra-2"))],
      '"course":"algebra-1"',
      9,
      /"algebra-2", "algebra-1" complete each other/,
    ],
    [
      [withPathways(next("algebra-1", "integrated-1"), { ...next("integrated-1", "algebra-2"), id: "extra-2" })],
      '"course":"integrated-1"',
      9,
      /"algebra-2", "algebra-1", "integrated-1"/,
    ],
  ],
  "policy-course-code-generic": [
    [[['"stateCourseCode": "02062"', '"stateCourseCode": "02999"']], '"02999"', 0, /"Mathematics—Other"/],
    [[['"stateCourseCode": "02062"', '"stateCourseCode": "22999"']], '"22999"', 0, /22999/],
  ],
  "policy-same-course-apart": [
    [
      [['"stateCourseCode": "02062"', '"stateCourseCode": "06101"']],
      '"24052"',
      0,
      /"spanish-1" has the state code 24052 and "[a-z0-9-]+" has 06101/,
    ],
  ],
  "policy-language-credit-differs": [
    [
      [
        ['"ordered": ["low", "mid", "high"]', '"ordered": ["Novice Mid", "Novice High"]'],
        ['"min": { "level": "mid" }', '"min": { "level": "Novice High" }'],
      ],
      '1.0, "netOfClassCredit"',
      0,
      /level "Novice High" gives up to 1, and the table lists 2 \(second-hand/,
    ],
    [
      [
        ['"language": "Spanish"', '"language": "Spanish", "names": ["STAMP Spanish"]'],
        ['"ordered": ["low", "mid", "high"]', '"ordered": ["2", "4"]'],
        ['"min": { "level": "mid" }', '"min": { "level": "4" }'],
      ],
      '1.0, "netOfClassCredit"',
      0,
      /level "4" \(Intermediate Low\) gives up to 1, and the table lists 3/,
    ],
  ],
  "policy-code-nearly-alike": [
    [[['"courseIds": ["INT1"]', '"courseIds": ["INT1", "alg2"]']], '"alg2"', 0, /from "ALG2" of "algebra-2"/],
    [[['"courseIds": ["INT1"]', '"courseIds": ["INT1", "00GEO"]']], '"00GEO"', 0, /from "GEO" of "geometry"/],
    [[['"courseIds": ["ALG1B"], "credits"', '"courseIds": ["ALG1B", "alg1a"], "credits"']], '"alg1a"', 0, /"ALG1A"/],
  ],
  "policy-parts-not-whole": [
    [
      [['{ "id": "A", "terms": ["S1"], "credits": 0.5 }', '{ "id": "A", "terms": ["S1"], "credits": 0.499 }']],
      '"credits": 1.0, "courseIds": ["GEO"]',
      11,
      /has 1 credit, and its parts together 0.999/,
    ],
  ],
  "policy-cte-target": [[[CTE, withPathways({})], '"courses":["integrated-1"]', 11, /always refused/]],
  "policy-cte-admitted": [[[CTE, withPathways({ allowCte: true })], '"allowCte":true', 11, /"integrated-1"/]],
  "policy-pass-on-cadr": [
    [
      [CADR],
      '"award": { "courses": ["algebra-1"], "take": "lost" },\n      "grade": { "mark": "P" }',
      80,
      /mark "P" is given in college-distribution courses: "algebra-1"/,
    ],
    [
      [
        CADR,
        ['"byLevel": { "2": "C"', '"byLevel": { "2": "S"'],
        ['"take": "lost" },\n      "grade": { "mark": "P" }', '"take": "lost" },\n      "grade": { "mark": "A" }'],
      ],
      '"2": "S"',
      5,
      /mark "S"/,
    ],
  ],
  "policy-mark-earns-nothing": [
    [[withPathways({ grade: { mark: "NC" } })], '"mark":"NC"', 7, /under "noCredit"/],
    [[withPathways({ grade: { mark: "W" } })], '"mark":"W"', 7, /under "ignored"/],
  ],
  "policy-grade-table-short": [
    [
      [withPathways({ evidence: state("3"), grade: { byLevel: { "4": "A" } } })],
      '"byLevel":{',
      0,
      /"extra": the evidence holds at level "3" of "STATE-MATH", and the grade has no mark for it/,
    ],
    [
      [withPathways({ evidence: { any: [state("4"), { approval: "panel" }] }, grade: { byLevel: { "4": "A" } } })],
      '"byLevel":{',
      0,
      /the evidence can hold without a level, and the mark comes from it/,
    ],
    [
      [withPathways({ evidence: score("min", 2400), grade: { byScore: [{ min: 2500, mark: "C" }] } })],
      '"byScore"',
      0,
      /holds from a score of 2400 on in "STATE-MATH", and the lowest with a mark is 2500/,
    ],
    [[withPathways({ grade: { byScore: [{ min: 1, mark: "C" }] } })], '"byScore"', 0, /can hold without a score/],
    [
      [
        withPathways({
          evidence: undefined,
          tiers: [
            { evidence: state("4"), upTo: 0.5 },
            { evidence: { all: [state("3"), { approval: "panel" }] }, upTo: 1 },
          ],
          grade: { byLevel: { "4": "A" } },
          award: lost,
        }),
      ],
      '"byLevel":{',
      0,
      /the evidence of tier 2 holds at level "3"/,
    ],
  ],
  "policy-grade-without-course": [
    [
      [
        withPathways({
          evidence: { any: [{ course: "algebra-2", minMark: "C" }, state("3")] },
          grade: { from: "evidence" },
        }),
      ],
      '"from":"evidence"',
      7,
      /can hold without a course/,
    ],
    [
      [
        withPathways({
          evidence: undefined,
          tiers: [{ evidence: { not: { course: "algebra-2", minMark: "C" } }, upTo: 1 }],
          award: lost,
          grade: { from: "evidence" },
        }),
      ],
      '"from":"evidence"',
      7,
      /can hold without/,
    ],
    [
      [
        withPathways({
          evidence: undefined,
          tiers: [
            { evidence: { course: "algebra-2", minMark: "C" }, upTo: 0.5 },
            { evidence: { any: [{ course: "algebra-2", minMark: "B" }, state("4")] }, upTo: 1 },
          ],
          award: lost,
          grade: { from: "evidence" },
        }),
      ],
      '"from":"evidence"',
      7,
      /the evidence of tier 2 can hold without a course/,
    ],
  ],
  "policy-attempt-mark-ignored": [[[['["F", "I"]', '["F", "I", "W"]']], '"I", "W"', 5, /"W" stands under "ignored"/]],
  "policy-bar-on-evidence": [
    [[['"creditIn": ["geometry"]', '"creditIn": ["algebra-2"]']], '["algebra-2"]', 1, /"algebra-2" bars the pathway/],
  ],
  "policy-loss-made-up": [
    [
      [withPathways({ attempt: { is: "required" }, evidence: undefined, tiers, award: open })],
      '"take":"open"',
      7,
      /no higher of the 2 tiers/,
    ],
  ],
  "policy-tier-never-decides": [
    [
      [['"level": "3" } }, "upTo": 2.0', '"level": "2" } }, "upTo": 2.0']],
      '{ "evidence": { "test": "STATE-MATH", "min": { "level": "2" } }, "upTo": 1.0',
      0,
      /tier 2 holds/,
    ],
    [
      [
        ['"level": "3" } }, "upTo": 2.0', '"level": "1" } }, "upTo": 2.0'],
        ['"byLevel": { "2": "C"', '"byLevel": { "1": "C", "2": "C"'],
      ],
      '{ "evidence": { "test": "STATE-MATH", "min": { "level": "2" } }, "upTo": 1.0',
      0,
      /tier 2 holds/,
    ],
    [
      [
        withPathways({
          evidence: undefined,
          tiers: [
            { evidence: { all: [{ course: "algebra-2", minMark: "B" }, { approval: "panel" }] }, upTo: 0.5 },
            { evidence: { any: [state("4"), { course: "algebra-2", minMark: "C" }] }, upTo: 1 },
          ],
          award: lost,
        }),
      ],
      '{"evidence":{"all"',
      0,
      /^pathway "extra", tier 1/,
    ],
  ],
  "policy-pathway-shadowed": [
    [[withPathways({}, { id: "extra-2" })], '{"id":"extra-2"', 0, /pathway "extra" stands before it/],
    [
      [
        withPathways(
          { evidence: { any: [state("2"), { course: "algebra-2", minMark: "credit", parts: "any" }] } },
          {
            id: "extra-2",
            who: { gradeLevels: [12] },
            attempt: { is: "required", withinMonths: 12 },
            evidence: { all: [{ approval: "panel" }, { course: "algebra-2", minMark: "B", inDistrict: true }] },
            award: { courses: ["integrated-1"], take: "lost", upTo: 0.5 },
          },
        ),
      ],
      '{"id":"extra-2"',
      0,
      /pathway "extra" stands before it/,
    ],
  ],
  "policy-records-alike": [
    [
      [
        withPathways(
          { award: { ...lost, upTo: 0.5 } },
          {
            id: "extra-2",
            evidence: state("3"),
            award: { ...lost, split: false },
            record: { designations: ["B", "Z"] },
          },
        ),
      ],
      '{"id":"extra-2"',
      0,
      /records of "integrated-1" cannot be told from those of pathway "extra"/,
    ],
    [
      [
        withPathways(
          { award: { ...lost, upTo: 0.5 } },
          {
            id: "extra-2",
            evidence: { course: "algebra-2", minMark: "C" },
            award: { ...lost, upTo: 1 },
            grade: { from: "evidence" },
          },
        ),
      ],
      '{"id":"extra-2"',
      0,
      /pathway "extra"/,
    ],
  ],
  "policy-designations-not-stated": [
    [[['"record": { "designations": ["N"] },', ""]], '{\n      "id": "language"', 0, /records carry Z/],
    [[['"record": { "designations": ["N"] },', '"record": { "title": "{title}" },']], '{ "title": "{title}" }', 0, /Z/],
  ],
  "policy-designation-conflict": [[[['["N"]', '["N", "A"]']], '["N", "A"]', 0, /A with N cannot/]],
  "policy-designation-conflict-unconfirmed": [
    [[['["Z"], "courseId"', '["A", "Z"], "courseId"']], '["A", "Z"]', 0, /A with Z may not/],
  ],
  "policy-national-test-without-n": [[[['["N"]', '["B", "Z"]']], '["B", "Z"]', 0, /carry B, Z and not N/]],
  "policy-local-test-without-l": [[[withPathways({ method: "local-test" })], '["Z"]}', 0, /carry Z and not L/]],
  "policy-may-without-approval": [
    [[withPathways({ strength: "may", evidence: state("3") })], '"strength":"may"', 11, /says "may", and no approval/],
    [[withPathways({ strength: undefined, evidence: state("3") })], '{"id":"extra"', 0, /"strength" is not stated/],
    [
      [withPathways({ strength: "may", evidence: { any: [{ approval: "panel" }, state("3")] } })],
      '"strength":"may"',
      11,
      /no approval/,
    ],
  ],
  "policy-equivalency-not-preapproved": [
    [[withPathways({ method: "equivalency" })], '{"id":"extra"', 0, /"approvalBefore" is missing/],
  ],
  "policy-approval-before-none": [
    [[withPathways({ approvalBefore: "evidence" })], '"approvalBefore"', 0, /stands without "approvals"/],
  ],
  "policy-institution-left-out": [
    [
      [GENERAL_ONLY],
      '"institution"',
      0,
      /program "institution" is left out, and no other pathway opens the test "LANG"/,
    ],
    [
      [inLanguage('"who": { "programs": { "any": ["heritage"] } },')],
      '["heritage"]',
      0,
      /none of them is that of an institution/,
    ],
    [
      [
        ['"names": ["SM"]', '"names": ["GED-MATH"]'],
        [
          '"clause": "2409P section 3",',
          '"clause": "2409P section 3", "who": { "programs": { "none": ["Juvenile Detention"] } },',
        ],
      ],
      '"Juvenile Detention"',
      0,
      /"STATE-MATH"/,
    ],
    [
      // Once for a pathway, though it opens two tests.
      [
        GENERAL_ONLY,
        [
          '"ordered": ["low", "mid", "high"] }, "percentile": {} },\n    },',
          '"ordered": ["low", "mid", "high"] }, "percentile": {} },\n    },\n    { "id": "SIGNS", "title": "Signing", "scope": "national", "language": "ASL", "scales": { "level": { "ordered": ["low", "mid"] } } },',
        ],
        ['{ "approval": "panel" }, { "not"', '{ "test": "SIGNS", "min": { "level": "mid" } }, { "not"'],
      ],
      '"institution"',
      0,
      /opens the test "LANG" to it/,
    ],
  ],
  "policy-institution-gets-less": [
    [
      [['"upTo": 1.0, "netOf', '"upTo": 0.5, "netOf']],
      '"upTo": 0.5',
      8,
      /up to 0.5 for the test "LANG", and are due 1 at/,
    ],
    [
      [...ELECTIVE, GENERAL_ONLY, ['"upTo": 1.0, "netOf', '"upTo": 2.0, "netOf'], withPathways(facility(1))],
      '"upTo":1,',
      7,
      /are due 2, as others are/,
    ],
    [[...ELECTIVE, GENERAL_ONLY, withPathways(inTiers(0.75))], '"upTo":0.75', 7, /up to 0.75/],
    [[...ELECTIVE, GENERAL_ONLY, withPathways(inTiers(2))], '"upTo":0.8', 7, /up to 0.8/],
  ],
  "policy-institution-no-elective": [
    [
      [withPathways({ ...facility(1), award: { ...open, upTo: 1 } })],
      '["integrated-1"],"take"',
      0,
      /no elective is among its courses/,
    ],
  ],
};

/** Near each rule's fault, and sound. */
export const SILENT: readonly (readonly [what: string, edits: readonly Edit[]])[] = [
  ["a pathway more", [withPathways({})]],
  [
    "an approval before the learning, and who gives it",
    [withPathways({ approvalBefore: "evidence", approvals: ["x"] })],
  ],
  [
    "hours that are added up, beyond what one result can be",
    [
      ['"scope": "state", "names": ["SM"]', '"scope": "activity", "names": ["SM"]'],
      withPathways({ evidence: { test: "STATE-MATH", min: { score: 6000 }, sum: true } }),
    ],
  ],
  ...[score("min", 2000), score("min", 3000), score("above", 2000), score("above", 2999)].map(
    (evidence) => [`a threshold within the scale: ${JSON.stringify(evidence)}`, [withPathways({ evidence })]] as const,
  ),
  [
    "a threshold where the scale has no end",
    [['"score": { "min": 2000, "max": 3000 }', '"score": {}'], withPathways({ evidence: score("min", 1) })],
  ],
  [
    "cuts in any order, from end to end",
    [['"at": { "2": 2500, "3": 2600, "4": 2700 }', '"at": { "4": 3000, "1": 2000, "2": 2001 }']],
  ],
  [
    "tries in windows",
    [['"names": ["SM"],', '"names": ["SM"], "maxTriesPerWindow": 1, "windows": [{ "from": "06-01", "to": "06-30" }],']],
  ],
  ["points of marks", [['"noCredit": ', '"points": { "A": 4, "B": 3 }, "noCredit": ']]],
  [
    "words for a reason, and for a rule that a record would break",
    [
      inLanguage(
        '"onRefusal": { "evidence-not-met": "Again.", "designation-conflict": "Tell us.", "shadowed": "No." },',
      ),
    ],
  ],
  [
    "two courses of which one code took the place of the other's, and that teach the same",
    [
      ['"stateCourseCode": "02062"', '"stateCourseCode": "06101"'],
      ['"courses": ["algebra-1", "integrated-1"]', '"courses": ["algebra-1", "integrated-1", "spanish-1"]'],
    ],
  ],
  [
    "a level of a language test that no table lists",
    [
      ['"language": "Spanish"', '"language": "Spanish", "names": ["STAMP Spanish"]'],
      ['"ordered": ["low", "mid", "high"]', '"ordered": ["2", "99"]'],
      ['"min": { "level": "mid" }', '"min": { "level": "99" }'],
    ],
  ],
  ["a review that is due today", [['"2025-05-01"', '"2023-06-20"']]],
  [
    "a review without a term",
    [['"reviewEveryMonths": 24, "lastReviewed": "2025-05-01"', '"lastReviewed": "1990-01-01"']],
  ],
  ["a document that opens no subject by name", [['"subjects": ["math", "world-language"],', ""]]],
  [
    "a course that is a bar only",
    [
      withCourse({ id: "statistics", courseIds: ["STAT"] }),
      ['"creditIn": ["geometry"]', '"creditIn": ["geometry", "statistics"]'],
    ],
  ],
  [
    "a course that is evidence by its subject",
    [
      withCourse({ id: "statistics", courseIds: ["STAT"] }),
      withPathways({ evidence: { subject: "math", minMark: "B", which: "any" } }),
    ],
  ],
  ["the last day in effect", [['"effectiveTo": null', '"effectiveTo": "2025-06-20"']]],
  ["the first day in effect", [['"effectiveFrom": "2023-09-01"', '"effectiveFrom": "2025-06-20"']]],
  ["a chain of courses", [withPathways(next("integrated-1", "algebra-2"))]],
  [
    "one part that completes another of the same course",
    [
      withPathways({
        ...next("geometry", "geometry"),
        evidence: { course: "geometry", minMark: "C", parts: ["B"] },
        award: { courses: [{ course: "geometry", parts: ["A"] }], take: "lost" },
      }),
    ],
  ],
  [
    "a circle that is no next-course",
    [withPathways({ ...next("algebra-1", "algebra-2"), method: "other", progression: undefined })],
  ],
  ["both forms of a code in one course", [['"courseIds": ["INT1"]', '"courseIds": ["INT1", "int1", "0INT1"]']]],
  [
    "thirds that make up a whole",
    [
      ['"credits": 1.0, "courseIds": ["GEO"]', '"credits": 0.999, "courseIds": ["GEO"]'],
      ['"terms": ["S1"], "credits": 0.5', '"terms": ["S1"], "credits": 0.499'],
    ],
  ],
  ["a CTE course that nobody gives", [CTE]],
  [
    "a letter for a CADR course",
    [CADR, ['"take": "lost" },\n      "grade": { "mark": "P" }', '"take": "lost" },\n      "grade": { "mark": "A" }']],
  ],
  [
    "a mark from evidence that always holds a course",
    [
      withPathways({
        evidence: {
          any: [{ all: [{ course: "algebra-2", minMark: "C" }, state("3")] }, { course: "geometry", minMark: "B" }],
        },
        grade: { from: "evidence" },
      }),
    ],
  ],
  [
    "a bar on one of two ways",
    [
      ['"creditIn": ["geometry"]', '"creditIn": ["algebra-2"]'],
      [
        '"evidence": { "course": "algebra-2", "minMark": "C" }',
        '"evidence": { "any": [{ "course": "algebra-2", "minMark": "C" }, { "approval": "panel" }] }',
      ],
    ],
  ],
  ["tiers on what was lost", [withPathways({ attempt: { is: "required" }, evidence: undefined, tiers, award: lost })]],
  [
    "tiers of which the higher asks for other results",
    [['"level": "3" } }, "upTo": 2.0', '"level": "2" } }, "upTo": 2.0, "fresh": true']],
  ],
  ["tiers on two scales", [['"level": "3" } }, "upTo": 2.0', '"score": 2000 } }, "upTo": 2.0']]],
  [
    "tiers, the higher strictly above the same",
    [['"min": { "level": "3" } }, "upTo": 2.0', '"above": { "level": "2" } }, "upTo": 2.0']],
  ],
  ...(
    [
      ["another target", { award: { courses: ["algebra-2"], take: "open" } }],
      ["weaker evidence", { evidence: { any: [{ approval: "panel" }, state("4")] } }],
      ["more given", { award: { courses: ["integrated-1", "algebra-2"], take: "open" } }],
    ] as const
  ).map(
    ([what, change]) => [`a second pathway with ${what}`, [withPathways({}, { ...change, id: "extra-2" })]] as const,
  ),
  ...(
    [
      ["for other students", { who: { gradeLevels: [11] } }],
      ["that asks for an approval", { approvals: ["principal"] }],
      ["that needs an attempt", { attempt: { is: "required" } }],
      ["that takes what was lost alone", { award: lost }],
      ["with a bar", { barredBy: { creditIn: ["geometry"] } }],
      ["with a ceiling", { award: { ...lost, upTo: 0.5 } }],
      ["that ends sooner", { effectiveTo: "2026-01-01" }],
      ["in one target alone", { award: { courses: ["integrated-1", "algebra-2"], take: "open", split: false } }],
    ] as const
  ).map(([what, change]) => [`after a pathway ${what}`, [withPathways(change, { id: "extra-2" })]] as const),
  ...(
    [
      ["letters", { record: { designations: ["L"] } }],
      ["marks", { grade: { mark: "B" } }],
      ["codes", { record: { designations: ["Z"], courseId: "{courseId}M" } }],
    ] as const
  ).map(
    ([what, change]) =>
      [
        `ceilings and other ${what}`,
        [
          withPathways(
            { award: { ...lost, upTo: 0.5 } },
            { id: "extra-2", evidence: state("3"), award: { ...lost, upTo: 0.5 }, ...change },
          ),
        ],
      ] as const,
  ),
  [
    "records alike and no ceiling",
    [withPathways({ award: lost }, { id: "extra-2", evidence: state("3"), award: lost })],
  ],
  [
    "a waiver without designations",
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
  ["B beside N", [['["N"]', '["B", "N"]']]],
  ["L for a local test", [withPathways({ method: "local-test", record: { designations: ["L"] } })]],
  [
    "may, with an approval as evidence",
    [withPathways({ strength: "may", evidence: { all: [state("3"), { approval: "panel" }] } })],
  ],
  [
    "may, with an approval for minors",
    [withPathways({ strength: "may", evidence: state("3"), approvals: [{ role: "parent", unless: { age: 18 } }] })],
  ],
  ["may, on request", [withPathways({ strength: "may", evidence: state("3"), onRequest: true })]],
  [
    "an equivalency approved before",
    [withPathways({ method: "equivalency", approvals: ["principal"], approvalBefore: "evidence" })],
  ],
  ["a pathway of their own for an institution", [...ELECTIVE, GENERAL_ONLY, withPathways(facility(1))]],
  ["another program left out", [inLanguage('"who": { "programs": { "none": ["exchange"] } },')]],
  [
    "a test whose name only holds the letters",
    [
      ['"names": ["SM"]', '"names": ["AGED-MATH"]'],
      [
        '"clause": "2409P section 3",',
        '"clause": "2409P section 3", "who": { "programs": { "none": ["institution"] } },',
      ],
    ],
  ],
];
