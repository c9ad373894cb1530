import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluateStudent } from "../../src/evaluate.js";
import type { RawRow } from "../../src/model.js";
import { broken, contextOf, type Given, grouped, rawOf, rawRows, studentsIn, transcript } from "../support/rows.js";
import "../support/seed.js";

const SCORES = "student_id,state_student_id,test,date,level";
const STUDENTS = "student_id,state_student_id,grade_level";

function doubtsOf(given: Given): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(studentsIn(given).map((student) => [student.id, student.doubts.map(({ code }) => code)]));
}

describe("grouping", () => {
  it("makes a student of every id with a transcript or students row, in text order", () => {
    const given = {
      transcript: transcript({ student_id: "9" }, { student_id: "10" }, { student_id: "NULL" }),
      scores: `${SCORES}|8,,MATH,2025-05-01,3`,
      students: `${STUDENTS}|11,,9`,
    };
    expect(studentsIn(given).map((student) => student.id)).toEqual(["10", "11", "9"]);
    expect(grouped(given).strays.map((row) => [row.kind, row.studentId])).toEqual([
      ["transcript", "NULL"],
      ["scores", "8"],
    ]);
  });

  it("joins rows by state id through the transcript's pair", () => {
    const [student, ...others] = studentsIn({
      transcript: transcript({ state_student_id: "S1" }),
      scores: `${SCORES}|,S1,MATH,2025-05-01,3`,
      students: `${STUDENTS}|,S1,9`,
    });
    expect(others).toEqual([]);
    expect(student?.stateIds).toEqual(["S1"]);
    expect(student?.scores.map((row) => row.studentId)).toEqual(["7001"]);
    expect(student?.students).toHaveLength(1);
  });

  it("joins nothing where two students share the state id, and puts both in doubt", () => {
    const given = {
      transcript: transcript({ student_id: "1", state_student_id: "S1" }, { student_id: "2", state_student_id: "S1" }),
      scores: `${SCORES}|,S1,MATH,2025-05-01,3`,
    };
    expect(grouped(given).strays).toHaveLength(1);
    expect(doubtsOf(given)).toEqual({ 1: ["state-id-conflict"], 2: ["state-id-conflict"] });
    const [first] = studentsIn(given);
    expect(first?.doubts[0]).toMatchObject({ studentIds: ["2"], stateIds: ["S1"] });
    expect(first?.doubts[0]?.at.map((at) => at.line)).toEqual([2, 3]);
  });

  it("names ten of the others who share a state id, and counts the rest", () => {
    const ids = Array.from({ length: 13 }, (_, at) => String(10 + at));
    const given = { transcript: transcript(...ids.map((student_id) => ({ student_id, state_student_id: "S1" }))) };
    const told = Object.fromEntries(studentsIn(given).map(({ id, doubts: [doubt] }) => [id, doubt]));
    expect(told["10"]).toMatchObject({ studentIds: ids.slice(1, 11), further: 2 });
    expect(told["13"]).toMatchObject({ studentIds: [...ids.slice(0, 3), ...ids.slice(4, 11)], further: 2 });
    expect(told["22"]).toMatchObject({ studentIds: ids.slice(0, 10), further: 2 });
    expect(told["22"]?.at.map((at) => at.line)).toEqual([14, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  it("counts those who share any state id as one by one would", () => {
    const some = fc.array(
      fc.uniqueArray(fc.constantFrom("S1", "S2", "S3", "S4", "own"), { minLength: 1, maxLength: 3 }),
      {
        minLength: 1,
        maxLength: 30,
      },
    );
    fc.assert(
      fc.property(some, (all) => {
        const held = all.map((stateIds, at) => stateIds.map((id) => (id === "own" ? `own${at}` : id)));
        const pairs = held.flatMap((stateIds, at) =>
          stateIds.map((state_student_id) => ({ student_id: String(100 + at), state_student_id })),
        );
        for (const [at, { doubts }] of studentsIn({ transcript: transcript(...pairs) }).entries()) {
          const own = held[at] ?? [];
          const others = held.filter((theirs, other) => other !== at && theirs.some((id) => own.includes(id)));
          const [doubt] = doubts;
          expect((doubt?.studentIds?.length ?? 0) + (doubt?.further ?? 0)).toBe(others.length);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("counts each of the others once, whichever state id they share", () => {
    const ids = Array.from({ length: 12 }, (_, at) => String(10 + at));
    const pairs = ids.flatMap((student_id) => [
      { student_id, state_student_id: "S1" },
      { student_id, state_student_id: "S2" },
    ]);
    const [first] = studentsIn({ transcript: transcript(...pairs, { student_id: "99", state_student_id: "S2" }) });
    expect(first?.doubts[0]).toMatchObject({ stateIds: ["S1", "S2"], studentIds: ids.slice(1, 11), further: 2 });
    const [alone] = studentsIn({ transcript: transcript({ state_student_id: "S1" }, { state_student_id: "S2" }) });
    expect(alone?.doubts[0]).toMatchObject({ studentIds: [], further: 0 });
  });

  it("looks at the pairs of every file", () => {
    const given = {
      transcript: transcript({ state_student_id: "S1" }),
      scores: `${SCORES}|7001,S2,MATH,2025-05-01,3`,
    };
    expect(doubtsOf(given)).toEqual({ 7001: ["state-id-conflict"] });
  });

  it("doubts ids that only leading zeros tell apart", () => {
    expect(
      doubtsOf({ transcript: transcript({ student_id: "07" }, { student_id: "7" }, { student_id: "70" }) }),
    ).toEqual({ "07": ["student-id-zero-twin"], 7: ["student-id-zero-twin"], 70: [] });
  });

  it("doubts all of a student whom a broken line names, and nobody else", () => {
    const given = {
      transcript: transcript({}, { student_id: "7002" }),
      broken: [
        broken({ line: 12, fault: "unclosed-quote" }),
        broken({ line: 10 }),
        broken({ line: 11, kind: "scores" }),
        broken({ studentId: "" }),
        broken({ studentId: "7002", fault: "not-a-record" }),
      ],
    };
    expect(doubtsOf(given)).toEqual({ 7001: ["row-wrong-width", "row-unclosed-quote"], 7002: [] });
    expect(studentsIn(given)[0]?.doubts[0]?.at.map((at) => at.line)).toEqual([10, 11]);
  });

  it("doubts a student whom a broken line names by the state's id alone", () => {
    const given = {
      transcript: transcript({ state_student_id: "99" }, { student_id: "7002", state_student_id: "98" }),
      broken: [broken({ kind: "scores", studentId: "", stateStudentId: "99" })],
    };
    expect(doubtsOf(given)).toEqual({ 7001: ["row-wrong-width"], 7002: [] });
  });

  it("doubts all of a student where a row does not say its course or pathway", () => {
    const given = {
      transcript: transcript({ course_id: "" }, { student_id: "7002" }),
      approvals: "student_id,pathway,role,decision|7002,,teacher,denied",
    };
    expect(doubtsOf(given)).toEqual({ 7001: ["course-id-unreadable"], 7002: ["approval-malformed"] });
  });

  it("knows the width that nearly all ids have", () => {
    const ids = (...all: string[]): number =>
      grouped({ transcript: transcript(...all.map((student_id) => ({ student_id }))) }).identities.idWidth;
    expect(ids("1001", "1002")).toBe(4);
    expect(ids("1001", "102")).toBe(0);
    expect(ids("A001", "B002")).toBe(0);
  });

  it("collects a slice of the students with what is known of all", () => {
    const all = grouped({ transcript: transcript({ student_id: "7" }, { student_id: "07" }) });
    expect(all.identities.twinsOf("7")).toEqual(["07"]);
  });
});

const MANY: Given = {
  transcript: transcript(
    { mark: "F", credits_earned: "0" },
    { course_id: "0120", mark: "F", credits_earned: "0" },
    { course_id: "ALG2", mark: "A", credits_attempted: "1", credits_earned: "1", school_year: "2024-25" },
    { course_id: "ALG2", mark: "A", credits_attempted: "1", credits_earned: "1", school_year: "2024-25" },
    { student_id: "07001", state_student_id: "S1" },
    { student_id: "8", state_student_id: "S1" },
    { student_id: "8", state_student_id: "S2", mark: "??" },
    { student_id: "9", mark: "F", credits_earned: "0" },
    { student_id: "9", school_year: "", mark: "F", credits_earned: "0" },
  ),
  scores: `${SCORES}|7001,,MATH,2025-05-01,3|7001,,MATH,2025-05-01,2|,S2,MATH,2025-05-01,3|9,,MATH,2025-05-01,3`,
  approvals:
    "student_id,pathway,role,decision,by,on|7001,next,teacher,granted,K,2025-06-01|9,test,x,maybe,K,2025-06-01",
};

/** Everything that may not depend on the order of rows: lines are left out. */
function outcome(rows: readonly RawRow[]): string {
  const grouping = grouped(MANY, rows);
  const context = contextOf(MANY, grouping);
  const students = [...grouping.students()].map((student) => {
    const { decision, violations } = evaluateStudent(student, context);
    const content = [...student.transcript, ...student.scores].map((row) => [row.cells, row.doubts]);
    const found = violations.map(({ code, fingerprint, withholds, message }) => [
      code,
      fingerprint,
      withholds,
      message.replaceAll(/\bline \d+/g, "another line"),
    ]);
    const given = decision.proposals.map(({ id, credits, status, note }) => [id, credits, status, note]);
    const refused = decision.refusals.map(({ pathway, reason, note }) => [pathway, reason, note]);
    return { id: student.id, doubts: student.doubts.map(({ code }) => code), content, found, given, refused };
  });
  return JSON.stringify(students);
}

it("does not depend on the order of rows", () => {
  const rows = rawOf(MANY);
  const expected = outcome(rows);
  fc.assert(
    fc.property(fc.shuffledSubarray([...rows], { minLength: rows.length }), (shuffled) => {
      expect(outcome(shuffled.map((row, at) => ({ ...row, line: at + 2 })))).toBe(expected);
    }),
    { numRuns: 60 },
  );
});

it("does not depend on where the columns stand", () => {
  const header = "mark,student_id,credits_earned,course_id,credits_attempted,school_year,term,grade_level";
  const turned = rawRows("transcript", `${header}|B,7001,0.5,0110,0.5,2023-24,T1,9`, "other.csv");
  const found = grouped({}, [...rawOf({ transcript: transcript({}) }), ...turned]);
  const [student] = found.students();
  const { violations } = student === undefined ? { violations: [] } : evaluateStudent(student, contextOf({}, found));
  expect(violations.map((violation) => violation.code)).toEqual(["duplicate-record"]);
});
