import { describe } from "vitest";
import type { PolicyInput } from "../../src/policy/schema.js";
import { BASE, type CaseInput, type PathwayOf, runCases } from "../support/decideCase.js";

const LEVEL_3 = ["SBA 2025-05-01 level=3"];

/** What is open in a course after these rows: what stands on the transcript shows in what is left. */
function open(
  course: string,
  transcript: readonly string[],
  more: Partial<CaseInput> = {},
  pathway: PathwayOf = {},
): CaseInput {
  return {
    pathways: [{ ...pathway, award: { courses: [course], ...pathway.award } }],
    scores: LEVEL_3,
    transcript,
    ...more,
  };
}

function courses(...added: PolicyInput["courses"]): Pick<CaseInput, "policy"> {
  return { policy: { courses: [...BASE.courses, ...added] } };
}

describe("parts told apart by code", () => {
  runCases([
    [
      "the part that holds the code",
      open("algebra-1", ["MAT102 2023-24 S1 C 0.5 0.5"]),
      ["p1 algebra-1 S1 0.5 P ready"],
    ],
    [
      "whatever the title",
      open("algebra-1", ["MAT101 2023-24 S1 C 0.5 0.5 course_title=Geometry"]),
      ["p1 algebra-1 S2 0.5 P ready"],
    ],
    [
      "never by title",
      open("algebra-1", ['ZZZ 2023-24 S1 C 0.5 0.5 course_title="Algebra 1"']),
      ["p1 algebra-1 S1 0.5 P ready", "p1 algebra-1 S2 0.5 P ready"],
    ],
    [
      "a code of the course is the course as a whole",
      open("algebra-1", ["MAT100 2023-24 S2 C 0.5 0.5"]),
      ["p1 algebra-1 S2 0.5 P ready"],
    ],
    [
      "codes are compared after trimming",
      open("algebra-1", ['course_id=" MAT102 " school_year=2023-24 mark=C credits_attempted=0.5 credits_earned=0.5']),
      ["p1 algebra-1 S1 0.5 P ready"],
    ],
  ]);
});

describe("parts told apart by term", () => {
  runCases([
    ["the part that holds the term", open("geometry", ["MAT201 2023-24 S1 C 0.5 0.5"]), ["p1 geometry S2 0.5 P ready"]],
    ["by a term's alias", open("geometry", ["MAT201 2023-24 SEM1 C 0.5 0.5"]), ["p1 geometry S2 0.5 P ready"]],
    ["the other part", open("geometry", ["MAT201 2023-24 S2 C 0.5 0.5"]), ["p1 geometry S1 0.5 P ready"]],
    [
      "a term of no part is the course as a whole",
      open("geometry", ["MAT201 2023-24 YR C 0.5 0.5"]),
      ["p1 geometry S2 0.5 P ready"],
    ],
    [
      "no term is the course as a whole",
      open("geometry", ["MAT201 2023-24 - C 0.75 0.75"]),
      ["p1 geometry S2 0.25 P ready"],
    ],
  ]);
});

describe("parts told apart by both", () => {
  const both: PolicyInput["courses"][number] = {
    id: "physics",
    title: "Physics",
    subject: "science",
    credits: 1,
    parts: [
      { id: "A", courseIds: ["PHY1", "PHYX"], terms: ["S1"], credits: 0.5 },
      { id: "B", courseIds: ["PHY2", "PHYX"], terms: ["S2"], credits: 0.25 },
      { id: "C", courseIds: ["PHY2"], terms: ["S1"], credits: 0.25 },
    ],
  };
  const left = (...parts: readonly string[]): readonly string[] => parts.map((part) => `p1 physics ${part} P ready`);
  const physics = (...rows: readonly string[]): CaseInput => open("physics", rows, courses(both));
  runCases([
    ["code and term", physics("PHY1 2023-24 S1 C 0.5 0.5"), left("B 0.25", "C 0.25")],
    ["the shared code by its term", physics("PHYX 2023-24 S2 C 0.25 0.25"), left("A 0.5", "C 0.25")],
    ["one code by its other term", physics("PHY2 2023-24 S2 C 0.25 0.25"), left("A 0.5", "C 0.25")],
    ["and that code by its first term", physics("PHY2 2023-24 S1 C 0.25 0.25"), left("A 0.5", "B 0.25")],
    [
      "a code without its term is the course as a whole",
      physics("PHY1 2023-24 S2 C 0.25 0.25"),
      left("A 0.25", "B 0.25", "C 0.25"),
    ],
  ]);
});

describe("codes that a template makes", () => {
  const own: PathwayOf = { record: { courseId: "{courseId}-M" } };
  const made = (...rows: readonly string[]): CaseInput => open("algebra-1", rows, {}, own);
  runCases([
    ["new records carry it", made(), ["p1 algebra-1 S1 0.5 P ready", "p1 algebra-1 S2 0.5 P ready"]],
    [
      "a row of it belongs to the part of the code it is made from",
      made("MAT102-M 2023-24 S2 P 0.5 0.5"),
      ["p1 algebra-1 S1 0.5 P ready"],
    ],
    [
      "for every pathway, also one without the template",
      {
        pathways: [own, { award: { courses: ["algebra-1"] } }],
        transcript: ["MAT101-M 2023-24 S1 P 0.5 0.5", "MAT102 2023-24 S2 C 0.5 0.5"],
        scores: LEVEL_3,
      },
      ["p1: already-credited", "p2: already-credited"],
    ],
    [
      "it is a mastery record, with no letter",
      { ...made("MAT101-M 2023-24 S1 P 0.5 0.5"), pathways: [{ ...own, attempt: { is: "forbidden" } }] },
      ["p1 algebra-1 S2 0.5 P ready"],
    ],
    [
      "without credit it is an attempt",
      { ...made("MAT101-M 2023-24 S1 F 0.5 0"), pathways: [{ ...own, attempt: { is: "forbidden" } }] },
      ["p1: attempt-forbidden"],
    ],
    [
      "a template for another target's codes makes no such code",
      open("algebra-1", ["MAT201-M 2023-24 S1 P 0.5 0.5"], {}, own),
      ["p1 algebra-1 S1 0.5 P ready", "p1 algebra-1 S2 0.5 P ready"],
    ],
  ]);
});

describe("gap: the smallest of part, course and sets", () => {
  const elective: PolicyInput["courses"][number] = {
    id: "elective",
    title: "Elective",
    subject: "elective",
    credits: 0.75,
    parts: [
      { id: "A", courseIds: ["EL1"], credits: 0.5 },
      { id: "B", courseIds: ["EL2"], credits: 0.5 },
    ],
  };
  const set = (credits: number, ...ids: string[]): Partial<CaseInput> => ({
    policy: { sameLearning: [{ courses: ids, credits }] },
  });
  runCases([
    [
      "the part's",
      open("algebra-1", ["MAT101 2023-24 S1 C 0.25 0.25"]),
      ["p1 algebra-1 S1 0.25 P ready", "p1 algebra-1 S2 0.5 P ready"],
    ],
    [
      "the course's, where its parts are more",
      open("elective", [], courses(elective)),
      ["p1 elective A 0.5 P ready", "p1 elective B 0.25 P ready"],
    ],
    [
      "the course's, with more earned in a part than it has",
      open("algebra-1", ["MAT101 2023-24 S1 C 0.75 0.75"]),
      ["p1 algebra-1 S2 0.25 P ready"],
    ],
    [
      "a set's",
      open("biology", ["SCI201 2023-24 YR C 0.75 0.75"], set(1, "biology", "chemistry")),
      ["p1 biology 0.25 P ready"],
    ],
    [
      "a set that holds more than the course",
      open("biology", ["SCI201 2023-24 YR C 1 1"], set(1.5, "biology", "chemistry")),
      ["p1 biology 0.5 P ready"],
    ],
    [
      "the smallest of several sets",
      open("biology", ["SCI201 2023-24 YR C 0.5 0.5", "MAT300 2023-24 YR C 0.75 0.75"], {
        policy: {
          sameLearning: [
            { courses: ["biology", "chemistry"], credits: 1 },
            { courses: ["biology", "algebra-2"], credits: 1 },
          ],
        },
      }),
      ["p1 biology 0.25 P ready"],
    ],
    [
      "all credit counts, mastery too",
      open("biology", ["SCI101 2022-23 YR C 0.25 0.25", "SCI101 2023-24 YR P 0.25 0.25 Z"]),
      ["p1 biology 0.5 P ready"],
    ],
    [
      "equal rows count as often as they stand there",
      open("biology", ["SCI101 2022-23 YR C 0.25 0.25", "SCI101 2022-23 YR C 0.25 0.25"]),
      ["p1 biology 0.5 P ready"],
    ],
    [
      "two targets of one set share what it has",
      open("", [], {}, { award: { courses: ["integrated-1", "algebra-1"] } }),
      ["p1 integrated-1 A 0.5 P ready", "p1 integrated-1 B 0.5 P ready"],
    ],
  ]);
});

describe("which pathways are considered", () => {
  const alg2: PathwayOf = { evidence: { course: "algebra-2", minMark: "C" } };
  runCases([
    [
      "with a result, whatever its status",
      { pathways: [{}], scores: ["SBA 2025-05-01 level=4 status=interim"] },
      ["p1: evidence-not-met"],
    ],
    [
      "with a row of the course, whatever its mark",
      { pathways: [alg2], transcript: ["MAT301 2023-24 S1 W 0.5 0"] },
      ["p1: evidence-not-met"],
    ],
    ["with an approvals row for it", { pathways: [{}], approvals: ["p1 teacher requested"] }, ["p1: evidence-not-met"]],
    ["with an approvals row for another", { pathways: [{}], approvals: ["p9 teacher requested"] }, []],
    [
      "with rows of other tests and courses",
      { pathways: [{}], scores: ["EXAM 2025-05-01 score=99"], transcript: ["MAT101 2023-24 S1 F 0.5 0"] },
      [],
    ],
    [
      "nothing open, and evidence that does not hold",
      { pathways: [{}], scores: ["SBA 2025-05-01 level=1"], transcript: ["MAT100 2023-24 YR C 1 1"] },
      [],
    ],
    [
      "nothing open, and evidence that holds",
      { pathways: [{}], scores: LEVEL_3, transcript: ["MAT100 2023-24 YR C 1 1"] },
      ["p1: already-credited"],
    ],
    [
      "in file order",
      { pathways: [{ id: "z" }, { id: "a", award: { courses: ["biology"] } }], scores: ["SBA 2025-05-01 level=1"] },
      ["z: evidence-not-met", "a: evidence-not-met"],
    ],
  ]);
});
