import { describe } from "vitest";
import type { Evidence } from "../../src/policy/schema.js";
import { type CaseInput, type PathwayOf, runCases } from "../support/decideCase.js";

const HELD = ["p1 biology 1 P ready"];
const NOT_MET = ["p1: evidence-not-met"];

/** Evidence that opens Biology. */
function shows(evidence: Evidence, input: Partial<CaseInput>, more: PathwayOf = {}): CaseInput {
  return { pathways: [{ evidence, ...more, award: { courses: ["biology"], ...more.award } }], ...input };
}

const PANEL: Evidence = { approval: "panel" };
const TEST: Evidence = { test: "SBA", min: { level: "3" } };
const COURSE: Evidence = { course: "chemistry", minMark: "C" };
const EXAM: Evidence = { test: "EXAM", min: { score: 50 } };

describe("approval as evidence", () => {
  const said = (...rows: readonly string[]): CaseInput => shows(PANEL, { approvals: rows });
  runCases([
    ["granted", said("p1 panel granted on=2025-06-01 by=kim"), HELD],
    ["granted on the award date", said("p1 panel granted on=2025-06-20"), HELD],
    ["granted after the award date", said("p1 panel granted on=2025-06-21"), NOT_MET],
    ["granted without a day", said("p1 panel granted"), HELD],
    ["on its last day", said("p1 panel granted until=2025-06-20"), HELD],
    ["the day after its last", said("p1 panel granted until=2025-06-19"), NOT_MET],
    ["denied", said("p1 panel denied"), NOT_MET],
    ["a denial wins over a grant", said("p1 panel granted on=2025-06-19", "p1 panel denied on=2025-01-01"), NOT_MET],
    ["requested alone", said("p1 panel requested"), NOT_MET],
    ["by another role", said("p1 teacher granted"), NOT_MET],
    ["of another pathway: this one is not considered", said("p2 panel granted"), []],
    ["for this target", said("p1 panel granted course=biology"), HELD],
    ["for another target", said("p1 panel granted course=chemistry"), NOT_MET],
    [
      "for one target of two",
      shows(
        PANEL,
        { approvals: ["p1 panel granted course=chemistry"] },
        { award: { courses: ["biology", "chemistry"] } },
      ),
      ["p1 chemistry 1 P ready"],
    ],
    [
      "denied for one target of two",
      shows(
        PANEL,
        { approvals: ["p1 panel granted", "p1 panel denied course=chemistry"] },
        { award: { courses: ["biology", "chemistry"] } },
      ),
      HELD,
    ],
    ["a role compared exactly", said("p1 Panel granted"), NOT_MET],
  ]);
});

describe("all, any, not", () => {
  const both = { scores: ["SBA 2025-05-01 level=3"], transcript: ["SCI201 2023-24 YR C 1 1"] };
  const scoreOnly = { scores: both.scores };
  const courseOnly = { transcript: both.transcript };
  runCases([
    ["all: both hold", shows({ all: [TEST, COURSE] }, both), HELD],
    ["all: one does not", shows({ all: [TEST, COURSE] }, scoreOnly), NOT_MET],
    ["any: the first holds", shows({ any: [TEST, COURSE] }, scoreOnly), HELD],
    ["any: the second holds", shows({ any: [TEST, COURSE] }, courseOnly), HELD],
    ["any: none holds", shows({ any: [TEST, COURSE] }, { scores: ["SBA 2025-05-01 level=2"] }), NOT_MET],
    ["not: what is there", shows({ all: [TEST, { not: COURSE }] }, both), NOT_MET],
    ["not: what is not there", shows({ all: [TEST, { not: COURSE }] }, scoreOnly), HELD],
    [
      "not: what is there and too low",
      shows({ all: [TEST, { not: COURSE }] }, { ...scoreOnly, transcript: ["SCI201 2023-24 YR D 1 1"] }),
      HELD,
    ],
    [
      "not alone, with nothing on file, is not considered",
      shows({ not: COURSE }, { scores: ["EXAM 2025-05-01 score=9"] }),
      [],
    ],
    ["not alone, with the course on file", shows({ not: COURSE }, { transcript: ["SCI201 2023-24 YR D 1 1"] }), HELD],
    ["nested", shows({ all: [{ any: [EXAM, TEST] }, { not: { not: COURSE } }] }, both), HELD],
  ]);
});

describe("the most specific reason of one failing piece", () => {
  const parts: Evidence = { test: "LANG", min: { level: "Mid" }, parts: { required: ["writing"], rule: "lowest" } };
  runCases([
    [
      "of `all`, the earlier check comes first",
      shows({ all: [TEST, COURSE] }, { scores: ["SBA 2025-05-01 level=1"], transcript: ["SCI201 2023-24 YR P 1 1"] }),
      ["p1: mark-not-comparable"],
    ],
    [
      "of `any` likewise",
      shows({ any: [parts, TEST] }, { scores: ["LANG 2025-05-01 part=reading level=Top", "SBA 2025-05-01 level=1"] }),
      ["p1: evidence-missing-part"],
    ],
    [
      "of tiers likewise",
      {
        pathways: [
          {
            award: { courses: ["biology"], netOfClassCredit: false },
            tiers: [
              { evidence: TEST, upTo: 0.5 },
              { evidence: COURSE, upTo: 1 },
            ],
          },
        ],
        transcript: ["SCI201 2023-24 YR P 1 1"],
      },
      ["p1: mark-not-comparable"],
    ],
  ]);
});

describe("the date of all, any, approvals and not", () => {
  const before: PathwayOf = { attempt: { is: "required", beforeEvidence: true }, award: { take: "lost" } };
  const failed = "SCI101 2023-24 YR F 1 0 date_completed=2024-03-01";
  const dated = (evidence: Evidence, sba: string, exam: string): CaseInput =>
    shows(
      evidence,
      {
        transcript: [failed],
        scores: [`SBA ${sba} level=3`, `EXAM ${exam} score=90`],
        approvals: ["p1 panel granted on=2020-01-01"],
      },
      before,
    );
  const OLD = ["p1: evidence-before-attempt"];
  runCases([
    ["all: the latest, the first piece", dated({ all: [TEST, EXAM] }, "2024-03-02", "2023-01-01"), HELD],
    ["all: the latest, the second piece", dated({ all: [TEST, EXAM] }, "2023-01-01", "2024-03-02"), HELD],
    ["all: none later than the attempt", dated({ all: [TEST, EXAM] }, "2023-01-01", "2024-03-01"), OLD],
    ["any: the branch that held first, older", dated({ any: [TEST, EXAM] }, "2023-01-01", "2024-03-02"), OLD],
    ["any: the branch that held first, later", dated({ any: [TEST, EXAM] }, "2024-03-02", "2023-01-01"), HELD],
    ["all with an approval: the approval has none", dated({ all: [PANEL, EXAM] }, "2023-01-01", "2024-03-01"), OLD],
    ["an approval alone: nothing to compare passes", dated(PANEL, "2023-01-01", "2023-01-01"), HELD],
    ["not: none", dated({ all: [PANEL, { not: COURSE }] }, "2023-01-01", "2023-01-01"), HELD],
  ]);
});

describe("the mark of all and any", () => {
  const from: PathwayOf = { grade: { from: "evidence" } };
  const alg2: Evidence = { course: "algebra-2", minMark: "credit" };
  const rows = (chemistry: string, algebra: string): Partial<CaseInput> => ({
    transcript: [`SCI201 2023-24 YR ${chemistry} 1 1`, `MAT300 2023-24 YR ${algebra} 1 1`],
  });
  const any: Evidence = { any: [{ course: "chemistry", minMark: "credit" }, alg2] };
  const all: Evidence = { all: [{ course: "chemistry", minMark: "credit" }, alg2] };
  runCases([
    ["all: the lowest of the pieces", shows(all, rows("B", "A"), from), ["p1 biology 1 B ready"]],
    ["all: an unranked mark is below them", shows(all, rows("D", "P"), from), ["p1 biology 1 P ready"]],
    ["any: of the branch that held", shows(any, rows("B", "A"), from), ["p1 biology 1 B ready"]],
    [
      "all with a test: of the course",
      shows({ all: [TEST, alg2] }, { ...rows("A", "B"), scores: ["SBA 2025-05-01 level=3"] }, from),
      ["p1 biology 1 B ready"],
    ],
  ]);
});
