import { describe, expect, it } from "vitest";
import type { Proposal } from "../../src/model.js";
import type { Landing } from "../../src/since/landed.js";
import { withPending } from "../../src/since/mark.js";
import { decideCase, studentCase } from "../support/decideCase.js";

const CASE = { pathways: [{}], scores: ["SBA 2025-05-01 level=3"] };
const { policy } = studentCase(CASE).context;
const PROPOSALS = decideCase(CASE).decision.proposals;

/** The first proposal, of the course's first half. */
function proposed(change: Partial<Proposal> = {}): Proposal {
  const [first] = PROPOSALS;
  if (first === undefined) throw new Error("nothing is proposed");
  return { ...first, note: "", ...change };
}

function accepted(change: Partial<Landing> = {}): Landing {
  const { studentId, course, part, courseId, mark, credits, designations } = proposed();
  return {
    id: "other",
    studentId,
    course,
    part,
    courseId,
    mark,
    credits,
    designations,
    schoolYear: "2024-25",
    ...change,
  };
}

/** What is said of the proposal where these were accepted before; null: it goes to import. */
function pending(landings: readonly Landing[], proposal: Proposal = proposed(), landed: readonly string[] = []) {
  const exported = new Map(landings.map((landing) => [landing.id, landing]));
  const { proposals, waiting } = withPending([proposal], exported, new Set(landed), policy);
  const [marked] = [...proposals];
  return { waiting, note: marked?.pending === true ? marked.note : null };
}

const WAITS = "accepted before as other, which has not landed";

describe("a record that was accepted and has not landed", () => {
  it("is not imported again", () => {
    expect(pending([accepted({ id: proposed().id })])).toEqual({ waiting: 1, note: "" });
    expect(pending([accepted({ id: proposed().id })], proposed({ note: "limited" }))).toEqual({
      waiting: 1,
      note: "limited",
    });
  });

  it("keeps from import what would be credit for the same learning, under whatever id", () => {
    expect(pending([accepted()])).toEqual({ waiting: 1, note: WAITS });
    expect(pending([accepted()], proposed({ note: "limited" })).note).toBe(`limited; ${WAITS}`);
    expect(pending([accepted({ id: "first", studentId: "2" }), accepted({ part: "S2" }), accepted()]).note).toBe(WAITS);
    expect(pending([accepted({ part: "" })]).note).toBe(WAITS);
    expect(pending([accepted()], proposed({ part: "" })).note).toBe(WAITS);
    expect(pending([accepted({ course: "integrated-1", part: "" })]).note).toBe(WAITS);
  });

  it("keeps nothing else from it", () => {
    expect(pending([accepted({ part: "S2" })]).note).toBe(null);
    expect(pending([accepted({ studentId: "2" })]).note).toBe(null);
    expect(pending([accepted({ course: "biology", part: "" })]).note).toBe(null);
    expect(pending([accepted({ course: "no longer in the policy", part: "" })]).note).toBe(null);
    expect(pending([accepted()], proposed({ status: "held" })).note).toBe(null);
    expect(pending([]).note).toBe(null);
  });

  it("is no longer waited for once it has landed", () => {
    expect(pending([accepted()], proposed(), ["other"])).toEqual({ waiting: 0, note: null });
    expect(pending([accepted({ id: proposed().id })], proposed(), [proposed().id])).toEqual({ waiting: 0, note: null });
  });

  it("reserves its credit by itself where it is proposed again", () => {
    const [first, second] = PROPOSALS;
    if (first === undefined || second === undefined) throw new Error("two are proposed");
    const whole = accepted({ id: second.id, part: "" });
    const { proposals } = withPending([first, second], new Map([[whole.id, whole]]), new Set(), policy);
    expect([...proposals].map((each) => each.pending === true)).toEqual([false, true]);
  });
});
