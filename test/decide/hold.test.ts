import { describe, expect, it } from "vitest";
import type { Proposal } from "../../src/model.js";
import { type CaseInput, decideCase, type PathwayOf, runCases } from "../support/decideCase.js";

const LEVEL_3 = ["SBA 2025-05-01 level=3"];

/** A pathway that gives Biology. */
function of(pathway: PathwayOf, approvals: readonly string[] = [], more: Partial<CaseInput> = {}): CaseInput {
  return {
    pathways: [{ ...pathway, award: { courses: ["biology"], ...pathway.award } }],
    scores: LEVEL_3,
    approvals,
    ...more,
  };
}

const READY = ["p1 biology 1 P ready"];
const held = (missing: string): readonly string[] => [`p1 biology 1 P held [${missing}]`];

describe("what a hold waits for", () => {
  const two: PathwayOf = { approvals: ["teacher", "administrator"] };
  runCases([
    ["no role asked for", of({}), READY],
    ["roles in listed order", of(two), held("teacher;administrator")],
    ["the other order", of({ approvals: ["administrator", "teacher"] }), held("administrator;teacher")],
    ["one is there", of(two, ["p1 administrator granted on=2025-06-01"]), held("teacher")],
    ["all are there", of(two, ["p1 administrator granted", "p1 teacher granted"]), READY],
    ["granted for another pathway", of(two, ["p2 administrator granted", "p1 teacher granted"]), held("administrator")],
    [
      "granted after the award date",
      of({ approvals: ["teacher"] }, ["p1 teacher granted on=2025-06-21"]),
      held("teacher"),
    ],
    ["granted on the award date", of({ approvals: ["teacher"] }, ["p1 teacher granted on=2025-06-20"]), READY],
    ["granted, on its last day", of({ approvals: ["teacher"] }, ["p1 teacher granted until=2025-06-20"]), READY],
    [
      "granted, the day after",
      of({ approvals: ["teacher"] }, ["p1 teacher granted until=2025-06-19"]),
      held("teacher"),
    ],
    ["requested is not granted", of({ approvals: ["teacher"] }, ["p1 teacher requested"]), held("teacher")],
    [
      "a row with a course speaks of that target only",
      of({ approvals: ["teacher"], award: { courses: ["biology", "chemistry"] } }, [
        "p1 teacher granted course=chemistry",
      ]),
      ["p1 biology 1 P held [teacher]", "p1 chemistry 1 P ready"],
    ],
    ["no request", of({ onRequest: true }), held("request")],
    ["a request by any role", of({ onRequest: true }, ["p1 parent requested"]), READY],
    ["a request after the award date", of({ onRequest: true }, ["p1 parent requested on=2025-06-21"]), held("request")],
    ["a request for another pathway", of({ onRequest: true }, ["p2 parent requested"]), held("request")],
    [
      "a request for another target",
      of({ onRequest: true }, ["p1 parent requested course=chemistry"]),
      held("request"),
    ],
    ["roles, then the request", of({ ...two, onRequest: true }), held("teacher;administrator;request")],
    ["a layout without designations", of({}, [], { without: ["designations"] }), held("designation-column")],
    [
      "and everything else before it",
      of({ ...two, onRequest: true }, [], { without: ["designations"] }),
      held("teacher;administrator;request;designation-column"),
    ],
    [
      "a code of its own needs no such column",
      of({ record: { courseId: "{courseId}M" } }, [], { without: ["designations"] }),
      READY,
    ],
    [
      "a layout without terms, and parts told apart by term",
      of({ award: { courses: [{ course: "geometry", parts: ["S2"] }] } }, [], { without: ["term"] }),
      ["p1 geometry S2 0.5 P held [term-column]"],
    ],
    [
      "a layout without terms, and parts told apart by code",
      of({ award: { courses: [{ course: "algebra-1", parts: ["S2"] }] } }, [], { without: ["term"] }),
      ["p1 algebra-1 S2 0.5 P ready"],
    ],
    ["a layout without terms, and no parts", of({}, [], { without: ["term"] }), READY],
    [
      "a waiver makes no record, and needs none",
      of({ award: { kind: "waiver" } }, [], { without: ["designations"] }),
      ["p1 biology 1 - waiver"],
    ],
    [
      "a waiver waits for its roles too",
      of({ approvals: ["teacher"], award: { kind: "waiver" } }),
      ["p1 biology 1 - held [teacher]"],
    ],
    [
      "evidence by approval is never held",
      of({ evidence: { approval: "panel" } }, ["p1 teacher granted"]),
      ["p1: evidence-not-met"],
    ],
  ]);

  it("names the approvals that were used: role, by and on", () => {
    const { decision } = decideCase(
      of({ approvals: ["teacher"] }, ["p1 teacher granted on=2025-06-01 by=kim", "p1 counselor granted by=lee"]),
    );
    expect(decision.proposals[0]?.approvals).toEqual([{ role: "teacher", by: "kim", on: "2025-06-01" }]);
  });
});

describe("what a hold reserves", () => {
  const first: PathwayOf = { award: { courses: ["biology"] }, approvals: ["teacher"] };
  const later = (pathway: PathwayOf = {}): PathwayOf => ({
    evidence: { test: "EXAM", min: { score: 50 } },
    grade: { mark: "A" },
    ...pathway,
    award: { courses: ["biology"], ...pathway.award },
  });
  const scores = [...LEVEL_3, "EXAM 2025-05-01 score=60"];
  const run = (...pathways: readonly PathwayOf[]): readonly [Proposal | undefined, readonly string[]] => {
    const outcome = decideCase({ pathways, scores });
    return [outcome.decision.proposals[0], outcome.codes];
  };

  it("is named with the later pathway that could give it, and the warning speaks where that would be ready", () => {
    const [proposal, codes] = run(first, later());
    expect(proposal?.note).toContain("p2");
    expect(codes).toContain("hold-blocks-ready");
  });

  it("the warning is silent where the later one would be held as well, and the note still names it", () => {
    const [proposal, codes] = run(first, later({ approvals: ["administrator"] }));
    expect(proposal?.note).toContain("p2");
    expect(codes).not.toContain("hold-blocks-ready");
  });

  it.each([
    ["no later pathway", []],
    ["a later one whose evidence does not hold", [later({ evidence: { test: "EXAM", min: { score: 61 } } })]],
    ["a later one for other learning", [later({ award: { courses: ["chemistry"] } })]],
    ["a later one that finds enough left", [later({ award: { courses: ["chemistry", "geometry"] } })]],
  ])("nothing is named with %s", (_name, others) => {
    const [proposal, codes] = run(first, ...others);
    expect(proposal?.note).toBe("");
    expect(codes).not.toContain("hold-blocks-ready");
  });

  it("nothing is named where an earlier one is ready", () => {
    const outcome = decideCase({
      pathways: [{ award: { courses: ["biology"] } }, later({ approvals: ["teacher"] })],
      scores,
    });
    expect(outcome.proposals).toEqual(["p1 biology 1 P ready"]);
    expect(outcome.codes).not.toContain("hold-blocks-ready");
  });

  it("a course of the same learning is the same credit", () => {
    const [proposal, codes] = run({ approvals: ["teacher"] }, later({ award: { courses: ["integrated-1"] } }));
    expect(proposal?.note).toContain("p2");
    expect(codes).toContain("hold-blocks-ready");
  });
});
