import { describe, expect, it } from "vitest";
import { BASE, type CaseInput, decideCase, type PathwayOf, runCases } from "../support/decideCase.js";

const LEVEL_3 = ["SBA 2025-05-01 level=3"];
const READY = ["p1 biology 1 P ready"];

/** A pathway that gives Biology. */
function of(pathway: PathwayOf, input: Partial<CaseInput> = {}): CaseInput {
  return { pathways: [{ ...pathway, award: { courses: ["biology"], ...pathway.award } }], scores: LEVEL_3, ...input };
}

describe("declined", () => {
  const said = (...approvals: readonly string[]): CaseInput => of({}, { approvals });
  runCases([
    ["for the pathway", said("p1 parent declined"), ["p1: declined"]],
    ["for any pathway", said("- parent declined"), ["p1: declined"]],
    ["for another pathway", said("p9 parent declined"), READY],
    ["on its last day", said("p1 parent declined until=2025-06-20"), ["p1: declined"]],
    ["the day after its last", said("p1 parent declined until=2025-06-19"), READY],
    ["after the award date", said("p1 parent declined on=2025-06-21"), READY],
    [
      "not eligible comes first",
      of({ who: { gradeLevels: [9] } }, { approvals: ["p1 parent declined"] }),
      ["p1: not-eligible"],
    ],
  ]);
});

describe("request-too-late", () => {
  const within: PathwayOf = { requestWithinDays: 7 };
  const scored = (day: string): Partial<CaseInput> => ({ scores: [`SBA ${day} level=3`] });
  const late = ["p1: request-too-late"];
  runCases([
    ["requested on the last day", of(within, { approvals: ["p1 parent requested on=2025-05-08"] }), READY],
    ["requested the day after", of(within, { approvals: ["p1 parent requested on=2025-05-09"] }), late],
    [
      "else the first listed role's day",
      of({ ...within, approvals: ["teacher"] }, { approvals: ["p1 teacher granted on=2025-05-08"] }),
      READY,
    ],
    [
      "else the first listed role's day, too late",
      of({ ...within, approvals: ["teacher"] }, { approvals: ["p1 teacher granted on=2025-05-09"] }),
      late,
    ],
    ["else the award date", of(within, scored("2025-06-13")), READY],
    ["else the award date, too late", of(within, scored("2025-06-12")), late],
  ]);
});

describe("not-preapproved", () => {
  const before: PathwayOf = { approvals: ["teacher"], approvalBefore: "evidence" };
  const on = (day: string): CaseInput => of(before, { approvals: [`p1 teacher granted on=${day}`] });
  runCases([
    ["the day before the evidence", on("2025-04-30"), READY],
    ["on the day of the evidence", on("2025-05-01"), ["p1: not-preapproved"]],
    ["after it", on("2025-05-02"), ["p1: not-preapproved"]],
  ]);
});

describe("who by status", () => {
  const enrolled: PathwayOf = { who: { status: { any: ["enrolled", "released"], none: ["graduated"] } } };
  runCases([
    ["one of them", of(enrolled, { students: ["status=released"] }), READY],
    ["none of them", of(enrolled, { students: ["status=moved"] }), ["p1: not-eligible"]],
    [
      "one that bars",
      of({ who: { status: { none: ["graduated"] } } }, { students: ["status=graduated"] }),
      ["p1: not-eligible"],
    ],
    ["no students row", of(enrolled, { transcript: ["MAT300 2023-24 YR A 1 1"] }), ["p1: not-eligible"]],
  ]);
});

describe("a role that falls away with age", () => {
  const parent: PathwayOf = { approvals: [{ role: "parent", unless: { age: 18 } }] };
  const held = ["p1 biology 1 P held [parent]"];
  const born = (day: string): CaseInput => of(parent, { students: [`birth_date=${day}`] });
  runCases([
    ["on the birthday", born("2007-06-20"), READY],
    ["the day before it", born("2007-06-21"), held],
    ["a birth date that is not known", of(parent), held],
    [
      "under age, and granted",
      of(parent, { students: ["birth_date=2010-01-01"], approvals: ["p1 parent granted"] }),
      READY,
    ],
  ]);
});

describe("in progress", () => {
  const policy: NonNullable<CaseInput["policy"]> = { marks: { ...BASE.marks, inProgress: ["IP"] } };
  const now = { policy, transcript: ["SCI101 2024-25 YR IP 1 0"] };
  runCases([
    ["is an attempt that `forbidden` sees", of({ attempt: { is: "forbidden" } }, now), ["p1: attempt-forbidden"]],
    [
      "is an attempt that bars",
      of({ barredBy: { attemptIn: ["chemistry"] } }, { policy, transcript: ["SCI201 2024-25 YR IP 1 0"] }),
      ["p1: barred-by-course"],
    ],
    [
      "is the first attempt for `beforeCourse`",
      of({ evidence: { test: "SBA", min: { level: "3" }, beforeCourse: true } }, now),
      ["p1: evidence-not-met"],
    ],
    ["is never lost", of({ attempt: { is: "required" }, award: { take: "lost" } }, now), ["p1: no-lost-credit"]],
    ["is never earned", of({}, now), READY],
  ]);
});

describe("credit lost under a passing mark", () => {
  const lost: PathwayOf = { attempt: { is: "required", marks: ["D", "F"] }, award: { take: "lost" } };
  runCases([
    ["attempted less earned", of(lost, { transcript: ["SCI101 2023-24 YR D 1 0.25"] }), ["p1 biology 0.75 P ready"]],
    ["all earned", of(lost, { transcript: ["SCI101 2023-24 YR D 1 1"] }), ["p1: no-lost-credit"]],
    [
      "a passing mark that is not listed",
      of(lost, { transcript: ["SCI101 2023-24 YR C 1 0.25"] }),
      ["p1: no-lost-credit"],
    ],
  ]);
});

describe("exceptional cases that a person decides", () => {
  const pathway: PathwayOf = {
    attempt: {
      is: "required",
      inDistrict: true,
      regularYear: true,
      exceptions: [{ condition: "inDistrict", approval: "exceptional-case" }],
    },
    award: { take: "lost" },
  };
  const away = { transcript: ["SCI101 2023-24 YR F 1 0 district_code=17001"] };
  const granted = ["p1 exceptional-case granted on=2025-06-01"];
  runCases([
    ["granted", of(pathway, { ...away, approvals: granted }), READY],
    ["not granted", of(pathway, away), ["p1: attempt-out-of-district"]],
    [
      "another condition is not set aside",
      of(pathway, { transcript: ["SCI101 2023-24 SU F 1 0"], approvals: granted }),
      ["p1: attempt-summer"],
    ],
  ]);

  it("names the role in the refusal's note", () => {
    expect(decideCase(of(pathway, away)).decision.refusals[0]?.note).toContain("exceptional-case");
  });
});

describe("atLeast", () => {
  it("gives exactly that, and the note says that more may be given", () => {
    const outcome = decideCase(of({ award: { atLeast: 0.5 } }));
    expect(outcome.proposals).toEqual(["p1 biology 0.5 P ready"]);
    expect(outcome.decision.proposals[0]?.note).toMatch(/more/);
  });
});

describe("tiers with courses of their own", () => {
  const tiers: PathwayOf["tiers"] = [
    { evidence: { test: "SBA", min: { level: "3" } }, upTo: 1, courses: ["biology", "chemistry"], split: false },
    { evidence: { test: "SBA", min: { level: "4" } }, upTo: 2, courses: ["biology", "chemistry"], split: true },
  ];
  const at = (level: number): CaseInput => ({
    pathways: [{ tiers, award: { courses: ["biology", "chemistry"], netOfClassCredit: false } }],
    scores: [`SBA 2025-05-01 level=${level}`],
    transcript: ["SCI101 2022-23 YR C 0.5 0.5"],
  });
  runCases([
    ["`or` at the lower", at(3), ["p1 biology 0.5 P ready"]],
    ["`and` at the higher", at(4), ["p1 biology 0.5 P ready", "p1 chemistry 1 P ready"]],
  ]);
});

describe("caps of a term and of some years", () => {
  const cap = (per: "term" | { schoolYears: number }): NonNullable<CaseInput["policy"]> => ({
    caps: [{ id: "c", per, upTo: 1 }],
  });
  const earned = (year: string): string => `SCI201 ${year} SU P 0.75 0.75 Z`;
  const left = ["p1 biology 0.25 P ready"];
  runCases([
    [
      "two years: this one",
      of({}, { policy: cap({ schoolYears: 2 }), transcript: ["SCI201 2024-25 S1 P 0.75 0.75 Z"] }),
      left,
    ],
    ["two years: the one before", of({}, { policy: cap({ schoolYears: 2 }), transcript: [earned("2023-24")] }), left],
    ["two years: two before", of({}, { policy: cap({ schoolYears: 2 }), transcript: [earned("2022-23")] }), READY],
    [
      "a term: a record of the same term of another year",
      of({}, { policy: cap("term"), transcript: [earned("2023-24")] }),
      READY,
    ],
    [
      "a term: a record of another term",
      of({}, { policy: cap("term"), transcript: ["SCI201 2024-25 S1 P 0.75 0.75 Z"] }),
      READY,
    ],
    [
      "a term: a record of this one",
      of({}, { policy: cap("term"), transcript: ["SCI201 2024-25 SU P 0.75 0.75 Z date_completed=2025-06-20"] }),
      left,
    ],
  ]);
});

describe("grades and words", () => {
  it("the score is the grade", () => {
    const marks = { ...BASE.marks, ranked: [...BASE.marks.ranked, "85"] };
    const exam: PathwayOf = { evidence: { test: "EXAM", min: { score: 50 } }, grade: { from: "score" } };
    expect(decideCase(of(exam, { policy: { marks }, scores: ["EXAM 2025-05-01 score=85"] })).proposals).toEqual([
      "p1 biology 1 85 ready",
    ]);
  });

  it.each([
    ["counts", "counts"],
    ["excluded", "excluded"],
  ] as const)("what the letter does to the GPA: %s", (gpa, expected) => {
    expect(decideCase(of({ grade: { mark: "P", gpa } })).decision.proposals[0]?.gpa).toBe(expected);
  });

  it("GPA is unknown where not said", () => {
    expect(decideCase(of({})).decision.proposals[0]?.gpa).toBe("");
  });

  it("the policy's own words stand in the note of their refusal alone", () => {
    const onRefusal = { "evidence-not-met": "See the counselor about retesting." };
    const note = (input: CaseInput): string => decideCase(input).decision.refusals[0]?.note ?? "";
    expect(note(of({ onRefusal }, { scores: ["SBA 2025-05-01 level=1"] }))).toContain(onRefusal["evidence-not-met"]);
    expect(note(of({ onRefusal, effectiveTo: "2025-01-01" }))).not.toContain("counselor");
  });
});

describe("a grant that must say how much", () => {
  const asks: PathwayOf = { approvals: [{ role: "assessor", credits: "required" }] };
  runCases([
    ["it does", of(asks, { approvals: ["p1 assessor granted credits=0.5"] }), ["p1 biology 0.5 P ready"]],
    ["it does not", of(asks, { approvals: ["p1 assessor granted"] }), ["p1 biology 1 P held [assessor credits]"]],
    ["there is none", of(asks), ["p1 biology 1 P held [assessor]"]],
  ]);
});

describe("waivers on record", () => {
  const waiver: PathwayOf = { award: { kind: "waiver", courses: ["algebra-1"] } };
  const given = (...approvals: readonly string[]): CaseInput => ({
    pathways: [waiver],
    scores: LEVEL_3,
    transcript: ["MAT101 2023-24 S1 B 0.5 0.5", "MAT102 2023-24 S2 F 0.5 0"],
    approvals,
  });
  it("are laid on what the parts still lack", () => {
    const { proposals, reasons } = decideCase(given("p1 principal waived credits=0.5"));
    expect(proposals).toEqual([]);
    expect(reasons).toEqual(["p1: already-credited"]);
  });
});
