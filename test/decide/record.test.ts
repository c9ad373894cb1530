import { describe, expect, it } from "vitest";
import type { Proposal, TranscriptRow } from "../../src/model.js";
import { type CaseInput, decideCase, type PathwayOf, type RowOf } from "../support/decideCase.js";

const LEVEL_3 = ["SBA 2025-05-01 level=3"];

function records(pathway: PathwayOf, transcript: readonly RowOf[], more: Partial<CaseInput> = {}): readonly Proposal[] {
  return decideCase({ pathways: [pathway], scores: LEVEL_3, transcript, ...more }).decision.proposals;
}

function record(pathway: PathwayOf, transcript: readonly RowOf[] = [], more: Partial<CaseInput> = {}): Proposal {
  const [first] = records(pathway, transcript, more);
  if (first === undefined) throw new Error("nothing was proposed");
  return first;
}

const LOST: PathwayOf = { attempt: { is: "required" }, award: { take: "lost" } };
const FAILED =
  'MAT101 2022-23 S1 F 0.5 0 BK school_code=4321 course_title="Alg One" state_course_code=02055 content_area=XYZ cte=N district_code=17001';

describe("where a record's cells come from", () => {
  it("from the lost attempt", () => {
    const { schoolCode, courseId, courseTitle, stateCourseCode, contentArea, cte } = record(LOST, [FAILED]);
    expect({ schoolCode, courseId, courseTitle, stateCourseCode, contentArea, cte }).toEqual({
      schoolCode: "4321",
      courseId: "MAT101",
      courseTitle: "Alg One",
      stateCourseCode: "02055",
      contentArea: "XYZ",
      cte: "N",
    });
  });

  it.each([
    [["Z"], "B", "BZ"],
    [["Z"], "BH", "BZ"],
    [["Z"], "H", "Z"],
    [["Z"], "", "Z"],
    [["A"], "B", "AB"],
    [["B", "Z"], "B", "BZ"],
    [["B", "Z"], "H", "BZ"],
  ] as const)("letters %s, and of an attempt with %s only the B: %s", (designations, had, letters) => {
    const pathway: PathwayOf = { ...LOST, record: { designations: [...designations] } };
    expect(record(pathway, [`MAT101 2022-23 S1 F 0.5 0 designations=${had}`]).designations).toBe(letters);
  });

  it("the student's state id, where there is one", () => {
    expect(record(LOST, [`${FAILED} state_student_id=S77`]).stateStudentId).toBe("S77");
    expect(record(LOST, [FAILED]).stateStudentId).toBe("");
  });

  it("from the policy's course where there was none", () => {
    const { schoolCode, courseId, courseTitle, stateCourseCode, contentArea, recovers } = record({});
    expect({ schoolCode, courseId, courseTitle, stateCourseCode, contentArea, recovers }).toEqual({
      schoolCode: "",
      courseId: "MAT101",
      courseTitle: "Algebra 1",
      stateCourseCode: "02052",
      contentArea: "MAT",
      recovers: null,
    });
  });

  it.each([
    ["the policy's school, where none was attempted", { record: { schoolCode: "9" } }, [], "9"],
    ["the attempt's school before the policy's", { ...LOST, record: { schoolCode: "9" } }, [FAILED], "4321"],
  ])("school: %s", (_name, pathway: PathwayOf, rows: readonly string[], school) => {
    expect(record(pathway, rows).schoolCode).toBe(school);
  });

  it("a passed attempt of another part is not the one recovered", () => {
    const { schoolCode, part } = record({}, ["MAT101 2022-23 S1 C 0.5 0.5 school_code=4321"]);
    expect([schoolCode, part]).toEqual(["", "S2"]);
  });

  it.each([
    ["a title of its own", { title: "{title} (mastery)" }, "Algebra 1 (mastery)"],
    ["a title without its place", { title: "Mastery credit" }, "Mastery credit"],
  ])("%s", (_name, own, title) => {
    expect(record({ record: own }).courseTitle).toBe(title);
  });

  it("a code of its own", () => {
    expect(records({ record: { courseId: "{courseId}-M" } }, []).map((each) => each.courseId)).toEqual([
      "MAT101-M",
      "MAT102-M",
    ]);
  });

  it("literal values for extra columns", () => {
    expect(record({ record: { columns: { gpa_flag: "N" } } }).columns).toEqual({ gpa_flag: "N" });
  });
});

describe("designations", () => {
  it.each([
    ["the pathway's", {}, [], "Z"],
    ["sorted letters run together", { record: { designations: ["Z", "Y"] } }, [], "YZ"],
    ["a B on the attempt is kept", LOST, ["MAT101 2022-23 S1 F 0.5 0 B"], "BZ"],
    ["no other letter of the attempt is", LOST, ["MAT101 2022-23 S1 F 0.5 0 HK"], "Z"],
    [
      "a B that the pathway gives stands once",
      { ...LOST, record: { designations: ["B", "Z"] } },
      ["MAT101 2022-23 S1 F 0.5 0 B"],
      "BZ",
    ],
    ["no B where the attempt has none", LOST, ["MAT101 2022-23 S1 F 0.5 0"], "Z"],
  ])("%s", (_name, pathway: PathwayOf, rows: readonly string[], letters) => {
    expect(record(pathway, rows).designations).toBe(letters);
  });

  it("a record with a kept B is still seen as the pathway's own", () => {
    const input = { pathways: [LOST], scores: LEVEL_3 };
    const rows = ["MAT101 2022-23 S1 F 0.5 0 B", "MAT101 2024-25 S2 P 0.5 0.5 BZ"];
    expect(decideCase({ ...input, transcript: rows }).proposals).toEqual([]);
  });
});

describe("year, date and grade level are the award date's", () => {
  it.each([
    ["2025-08-31", 2025],
    ["2025-09-01", 2026],
    ["2026-01-01", 2026],
  ])("%s falls in the school year that ends in %i", (awardDate, year) => {
    const each = record({}, [], { awardDate });
    expect([each.schoolYear, each.awardDate]).toEqual([year, awardDate]);
  });

  it.each([
    ["the students file's, as a plain number", ["grade_level=09"], [], "9"],
    ["before the transcript's", ["grade_level=11"], ["SCI101 2024-25 YR A 1 1 grade_level=10"], "11"],
    [
      "the latest row's",
      undefined,
      ["SCI101 2023-24 YR A 1 1 grade_level=10", "SCI201 2024-25 S1 A 1 1 grade_level=11"],
      "11",
    ],
    ["unknown", undefined, ["SCI101 2023-24 YR A 1 1"], ""],
  ])("grade level: %s", (_name, students, transcript, level) => {
    const more = students === undefined ? {} : { students };
    expect(record({}, transcript, more).gradeLevel).toBe(level);
  });
});

describe("read back, the row matches the part it is for", () => {
  const terms = (award: PathwayOf, awardDate: string): readonly string[] =>
    records(award, [], { awardDate, scores: ["SBA 2022-01-01 level=3"] }).map(
      (each) => `${each.courseId} ${each.term}`,
    );
  const geometry: PathwayOf = { award: { courses: ["geometry"] }, effectiveFrom: "2000-01-01" };
  const algebra: PathwayOf = { effectiveFrom: "2000-01-01" };
  it.each([
    ["parts by term carry their term, whenever", geometry, "2025-06-20", ["MAT201 S1", "MAT201 S2"]],
    [
      "else the term whose end is the earliest on or after the award date",
      algebra,
      "2025-01-31",
      ["MAT101 S1", "MAT102 S1"],
    ],
    ["the day after", algebra, "2025-02-01", ["MAT101 S2", "MAT102 S2"]],
    ["in summer", algebra, "2025-06-20", ["MAT101 SU", "MAT102 SU"]],
    ["in autumn", algebra, "2025-09-01", ["MAT101 T1", "MAT102 T1"]],
    ["after the autumn term", algebra, "2025-12-21", ["MAT101 S1", "MAT102 S1"]],
    ["the policy's term", { ...algebra, record: { term: "YR" } }, "2025-06-20", ["MAT101 YR", "MAT102 YR"]],
  ])("%s", (_name, pathway, awardDate, expected) => {
    expect(terms(pathway, awardDate)).toEqual(expected);
  });

  it("an attempt of the whole course is recovered under the parts' own codes", () => {
    expect(records(LOST, ["MAT100 2022-23 YR F 1 0"]).map((each) => each.courseId)).toEqual(["MAT101", "MAT102"]);
  });

  it("a term-parted course keeps the attempt's code and the part's term", () => {
    const pathway: PathwayOf = { ...LOST, award: { take: "lost", courses: ["geometry"] } };
    const lost = records(pathway, ["MAT201 2022-23 YR F 1 0"]);
    expect(lost.map((each) => `${each.courseId} ${each.term}`)).toEqual(["MAT201 S1", "MAT201 S2"]);
  });
});

describe("the student's columns", () => {
  const columns = ["last_name", "birth_date"];
  const named = (...rows: readonly string[]): Readonly<Record<string, string>> =>
    record({}, rows, { extra: columns }).studentColumns;
  it("are filled where the student's rows agree", () => {
    expect(named("SCI101 2023-24 YR A 1 1 last_name=Diaz", "SCI201 2023-24 YR A 1 1 last_name=Diaz")).toEqual({
      last_name: "Diaz",
    });
  });
  it("a blank is no disagreement", () => {
    expect(named("SCI101 2023-24 YR A 1 1 last_name=Diaz", "SCI201 2023-24 YR A 1 1")).toEqual({ last_name: "Diaz" });
  });
  it("are left empty where they differ", () => {
    expect(named("SCI101 2023-24 YR A 1 1 last_name=Diaz", "SCI201 2023-24 YR A 1 1 last_name=Dias")).toEqual({});
  });
});

describe("the proposal id", () => {
  const id = (input: CaseInput): string => decideCase(input).decision.proposals[0]?.id ?? "";
  const input: CaseInput = { pathways: [LOST], scores: LEVEL_3, transcript: [FAILED] };
  const base = id(input);
  it.each([
    ["another award date", { ...input, awardDate: "2025-09-05" }],
    ["another grade level", { ...input, students: ["grade_level=12"] }],
    ["better evidence", { ...input, scores: ["SBA 2025-05-02 level=4"] }],
    ["a row of another course", { ...input, transcript: [FAILED, "SCI101 2023-24 YR A 1 1"] }],
    ["the year written in another form", { ...input, transcript: [FAILED.replace("2022-23", "2023")] }],
    ["a hold", { ...input, pathways: [{ ...LOST, approvals: ["teacher"] }] }],
  ])("is the same after %s", (_name, other: CaseInput) => {
    expect(id(other)).toBe(base);
  });
  it.each([
    ["another pathway", { ...input, pathways: [{ ...LOST, id: "other" }] }],
    ["another part", { ...input, transcript: [FAILED.replace("MAT101", "MAT102")] }],
    ["another attempt", { ...input, transcript: [FAILED.replace("2022-23", "2021-22")] }],
    ["another mark of the attempt", { ...input, transcript: [FAILED.replace(" F ", " NC ")] }],
  ])("differs for %s", (_name, other: CaseInput) => {
    expect(id(other)).not.toBe(base);
  });
  it("is the same after credit of another part has landed", () => {
    const part: CaseInput = { ...input, pathways: [{ ...LOST, award: { take: "lost" } }] };
    expect(id({ ...part, transcript: [FAILED, "MAT102 2024-25 S2 P 0.25 0.25 Z"] })).toBe(
      id({ ...part, transcript: [FAILED] }),
    );
  });
  it("is the same after credit in another course of the pathway has landed", () => {
    const award: NonNullable<PathwayOf["award"]> = { courses: ["algebra-1", "biology"], take: "lost" };
    const both: CaseInput = { ...input, pathways: [{ ...LOST, award }] };
    const ids = (transcript: readonly RowOf[]) =>
      decideCase({ ...both, transcript }).decision.proposals.map(({ course, id }) => [course, id]);
    const failed = [FAILED, "SCI101 2022-23 YR F 1 0"];
    const [algebra, biology] = ids(failed);
    expect([algebra?.[0], biology?.[0]]).toEqual(["algebra-1", "biology"]);
    expect(ids([...failed, "SCI101 2024-25 YR P 0.5 0.5 Z"])[0]).toEqual(algebra);
  });
  it("differs once some of the credit has landed", () => {
    const part: CaseInput = { ...input, pathways: [{ ...LOST, award: { take: "lost" } }] };
    const landed = { ...part, transcript: [FAILED, "MAT101 2024-25 S2 P 0.25 0.25 Z"] };
    expect(id(landed)).not.toBe("");
    expect(id(landed)).not.toBe(base);
  });
});

describe("the row that the rules are asked about", () => {
  function asked(pathway: PathwayOf, transcript: readonly RowOf[], more: Partial<CaseInput> = {}) {
    const rows: TranscriptRow[] = [];
    const breaks = (row: TranscriptRow): null => {
      rows.push(row);
      return null;
    };
    records(pathway, transcript, { breaks, ...more });
    return rows.map(({ layout: _layout, termDef, match, ...row }) => {
      return { ...row, termOf: termDef?.id, of: [match?.course.id, match?.part?.id, match?.byTemplate] };
    });
  }

  it("is the record as it would be read back", () => {
    const more: Partial<CaseInput> = { students: [{ grade_level: "10" }] };
    expect(asked(LOST, [`${FAILED} state_student_id=S77 grade_level=9`], more)[0]).toEqual({
      kind: "transcript",
      file: "",
      line: 0,
      cells: [],
      studentId: "1001",
      stateStudentId: "S77",
      doubts: [],
      districtCode: "17901",
      schoolCode: "4321",
      schoolYear: "2024-25",
      year: 2025,
      yearForm: "short",
      term: "SU",
      termOf: "SU",
      gradeLevel: "10",
      grade: 10,
      courseId: "MAT101",
      courseTitle: "Alg One",
      stateCourseCode: "02055",
      contentArea: "XYZ",
      cte: "N",
      mark: "P",
      markKind: "credit",
      creditsAttempted: "0.5",
      attempted: 500,
      creditsEarned: "0.5",
      earned: 500,
      designations: "BZ",
      letters: "BZ",
      dateCompleted: "2025-06-20",
      completed: "2025-06-20",
      date: "2025-06-20",
      of: ["algebra-1", "S1", false],
      nearMisses: [],
      quiet: false,
    });
  });

  it("has no state id, no school and no grade level where none is known, and says where its code is the pathway's own", () => {
    expect(asked({ record: { courseId: "{courseId}-M" } }, [])).toMatchObject([
      {
        stateStudentId: "",
        schoolCode: "",
        gradeLevel: "",
        grade: null,
        courseId: "MAT101-M",
        of: ["algebra-1", "S1", true],
      },
      {
        stateStudentId: "",
        schoolCode: "",
        gradeLevel: "",
        grade: null,
        courseId: "MAT102-M",
        of: ["algebra-1", "S2", true],
      },
    ]);
  });
});
