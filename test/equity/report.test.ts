import { describe, expect, it } from "vitest";
import type { Facts, StudentFacts } from "../../src/equity/facts.js";
import { equityCsv, equityJson, reviewCsv } from "../../src/equity/formats.js";
import { equityPage } from "../../src/equity/page.js";
import { type EquityReport, equityReport } from "../../src/equity/report.js";
import { equityText } from "../../src/equity/words.js";
import { NotDone } from "../../src/errors.js";
import type { CompiledPolicy } from "../../src/policy/compiled.js";
import { edited, load } from "../policy/fixture.js";

const EQUITY = '{ "provision": "Access is offered to all.", "reviewEveryMonths": 24, "lastReviewed": "2025-05-01" }';

function policyWith(equity: object): CompiledPolicy {
  const { policy, findings } = load(edited([EQUITY, JSON.stringify(equity)]));
  if (policy === null) throw new Error(findings.map(({ message }) => message).join("\n"));
  return policy;
}

interface Some {
  readonly count: number;
  readonly groups: Readonly<Record<string, string>>;
  readonly school?: string;
  readonly lost?: boolean;
  readonly outcomes?: readonly string[];
}

function students(...all: readonly Some[]): readonly StudentFacts[] {
  return all.flatMap(({ count, groups, school = "", lost = false, outcomes = [] }) =>
    Array.from({ length: count }, () => ({
      groups: new Map(Object.entries(groups)),
      school,
      lost,
      outcomes: new Set(outcomes),
    })),
  );
}

const RECEIVED = ["considered", "received", "by pathway\nstate-math", "in year\n2025"];

/** 40 of 100 White students and 10 of 50 Asian ones received credit: rates of 0.4 and 0.2. */
const TWO_GROUPS = students(
  { count: 40, groups: { race: "White" }, outcomes: RECEIVED },
  { count: 60, groups: { race: "White" }, lost: true },
  { count: 10, groups: { race: "Asian" }, outcomes: RECEIVED },
  { count: 40, groups: { race: "Asian" }, lost: true },
);

function report(equity: object, found: Partial<Facts> = {}): EquityReport {
  const facts: Facts = { students: TWO_GROUPS, headers: ["race"], leftOut: [], notEnrolled: 0, ...found };
  const policy = policyWith({ provision: "For all.", ...equity });
  return equityReport({ facts, policy, policyName: "p.json", version: "1", awardDate: "2025-06-20", least: 5 });
}

/** The rows of the table of those who received credit, of all schools. */
function received(made: EquityReport) {
  const [dimension] = made.dimensions;
  const tables = dimension?.tables.filter(
    ({ subject }) => subject.outcome.is === "received" && subject.pool === "enrolled" && subject.school === "",
  );
  expect(tables).toHaveLength(1);
  return tables?.[0]?.rows ?? [];
}

const beyond = (made: EquityReport) => received(made).map((row) => [row.group, row.beyond]);
const text = (made: EquityReport, out: string | null = null): string => equityText(made, out, (_, words) => words);

describe("the groups that a policy's measure names for review", () => {
  it("by the risk ratio: below the threshold, or as far above", () => {
    const named = beyond(report({ measure: "risk-ratio", threshold: 0.8 }));
    expect(named).toEqual([
      ["Asian", "less"],
      ["White", "more"],
    ]);
    // 0.2 / 0.4 is above 0.4, and 0.4 / 0.2 below 1 / 0.4.
    expect(beyond(report({ measure: "risk-ratio", threshold: 0.4 })).map(([, is]) => is)).toEqual([null, null]);
  });
  it("by four-fifths: far below the highest rate only", () => {
    expect(beyond(report({ measure: "four-fifths", threshold: 0.8 }))).toEqual([
      ["Asian", "less"],
      ["White", null],
    ]);
    expect(beyond(report({ measure: "four-fifths", threshold: 0.5 })).map(([, is]) => is)).toEqual([null, null]);
  });
  it("by the difference of composition, either way", () => {
    // A fifth of those who received it and a third of all: 13.3 points.
    const named = beyond(report({ measure: "composition-difference", threshold: 13 }));
    expect(named).toEqual([
      ["Asian", "less"],
      ["White", "more"],
    ]);
    const none = beyond(report({ measure: "composition-difference", threshold: 14 }));
    expect(none.map(([, is]) => is)).toEqual([null, null]);
  });
  it("none where the policy names no measure, and it says so", () => {
    const made = report({});
    expect(beyond(made).map(([, is]) => is)).toEqual([null, null]);
    expect(made.measure).toBeNull();
    expect(text(made)).toContain("The policy names no measure and no threshold");
    expect(text(made)).not.toContain("Beyond the policy's threshold");
    expect(JSON.parse(equityJson(made)).measure).toBeNull();
  });
  it("none where nobody received anything, whose rates are all 0", () => {
    const nobody = students({ count: 20, groups: { race: "White" } }, { count: 20, groups: { race: "Asian" } });
    for (const measure of ["risk-ratio", "four-fifths", "composition-difference"]) {
      const made = report({ measure, threshold: 0.8 }, { students: nobody });
      expect(beyond(made), measure).toEqual([
        ["Asian", null],
        ["White", null],
      ]);
      expect(text(made)).toContain(": 0 findings.");
    }
  });
});

describe("what the report says of them", () => {
  it("counts the findings on the terminal, and says where the files are", () => {
    const one = report({ measure: "four-fifths", threshold: 0.8 });
    expect(text(one, "out")).toMatch(/Beyond the policy's threshold \(four-fifths 0\.8\): \d+ findings?\./);
    expect(text(one, "out")).toContain("Written to out: equity.html to read");
    expect(text(one)).not.toContain("Written to");
    expect(text(one)).toContain("Asian: 10 of 50 (20.0 %), risk ratio 0.50 (0.27 to 0.91), receives less");
  });
  it("lists them for the review with their figures", () => {
    const { content, rows } = reviewCsv(report({ measure: "risk-ratio", threshold: 0.8 }));
    expect(rows).toBeGreaterThan(1);
    expect(content).toContain("receives less");
    expect(content).toContain("risk ratio 0.50 (0.27 to 0.91)");
    expect(content).toContain("0.50 of the highest rate");
    expect(content).toContain("-13.3 points of composition");
  });
  it("shows pathways that the policy no longer has, credit of no known pathway, and of no known year", () => {
    const odd = students(
      { count: 20, groups: { race: "White" }, outcomes: ["considered", "received", "by pathway\ngone", "in year\n"] },
      { count: 20, groups: { race: "White" }, outcomes: ["considered", "received", "by pathway\n", "in year\n2025"] },
      { count: 40, groups: { race: "Asian" } },
    );
    const { content } = equityCsv(report({}, { students: odd }));
    expect(content).toContain("year not known");
    expect(content).toContain("pathway not known");
    expect(content).toContain("by pathway,gone");
  });
  it("says what was left out of it", () => {
    const made = report({}, { leftOut: ["address: it says who a student is"], notEnrolled: 3 });
    expect(made.notes.slice(0, 2)).toEqual([
      "Column not taken for a group. address: it says who a student is.",
      "Students with transcript rows who are not in the students file, and so are counted nowhere: 3.",
    ]);
  });
  it("tells two columns of one kind apart by their headers", () => {
    const both = students(
      { count: 20, groups: { race: "White", ethnicity: "White", house: "Blue" } },
      { count: 20, groups: { race: "Asian", ethnicity: "Asian" } },
    );
    const made = report({}, { students: both, headers: ["ethnicity", "house", "race"] });
    const titles = made.dimensions.map(({ title }) => title);
    expect(titles[0]).toMatch(/\(ethnicity\)$/);
    expect(titles[1]).toBe("house");
    expect(titles[2]).toMatch(/\(race\)$/);
    // Who is in no group of a column is still counted.
    expect(made.dimensions[1]?.groups).toEqual(["Blue", "Not reported"]);
  });
  it("has totals by school, and links to them, only where there are two to compare", () => {
    const schools = students(
      { count: 30, groups: { race: "White" }, school: "North", lost: true, outcomes: RECEIVED },
      { count: 30, groups: { race: "Asian" }, school: "South" },
    );
    const two = report({}, { students: schools });
    expect(two.schools.map(({ school, enrolled, lost }) => [school, enrolled, lost])).toEqual([
      ["North", 30, 30],
      ["South", 30, 0],
    ]);
    expect(equityPage(two)).toContain('href="#schools"');
    expect(equityPage(two)).toContain("For all.");
    expect(equityPage(report({}))).not.toContain('href="#schools"');
  });
});

describe("what stops it", () => {
  const refused = (found: Partial<Facts>): string => {
    try {
      report({}, found);
    } catch (error) {
      if (error instanceof NotDone)
        return error.problems.map(({ where, message }) => `${where}: ${message}`).join("\n");
      throw error;
    }
    return "";
  };
  it("fewer students than a group must have", () => {
    const few = students({ count: 4, groups: { race: "White" } });
    expect(refused({ students: few })).toMatch(
      /^--students: holds 4 students, and groups of fewer than 5 are not shown/,
    );
  });
  it("no column that groups them", () => {
    expect(refused({ headers: [] })).toMatch(/^--students: has no column that groups students.*low_income\.$/);
    const leftOut = ["gender: it puts every student in one group", "name: it says who a student is"];
    expect(refused({ headers: [], leftOut })).toMatch(
      / Not used: gender: it puts every student in one group; name: it says who a student is\.$/,
    );
  });
});
