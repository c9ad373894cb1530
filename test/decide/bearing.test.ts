import fc from "fast-check";
import { expect, it } from "vitest";
import { bearingRows, pathwaysBorneOn } from "../../src/decide/bearing.js";
import { consider } from "../../src/decide/consider.js";
import { decide } from "../../src/decide/decide.js";
import { gradeLevelOf } from "../../src/decide/gradeLevel.js";
import { openLedger } from "../../src/decide/ledger.js";
import type { DecideContext, Gift } from "../../src/decide/standing.js";
import type { Refusal, StudentFile } from "../../src/model.js";
import type { PolicyInput } from "../../src/policy/schema.js";
import {
  APPROVAL_COLUMNS,
  type District,
  district,
  SCORE_COLUMNS,
  STUDENT_COLUMNS,
  toCsv,
} from "../support/arbitraries.js";
import { grouped, policyOf } from "../support/rows.js";

function studentsOf(drawn: District, policy: PolicyInput): readonly StudentFile[] {
  const given = {
    transcript: toCsv(drawn.transcript, drawn.columns),
    scores: toCsv(drawn.scores, SCORE_COLUMNS),
    approvals: toCsv(drawn.approvals, APPROVAL_COLUMNS),
    students: toCsv(drawn.students, STUDENT_COLUMNS),
    policy,
  };
  return [...grouped(given).students()];
}

/** Every pathway of the policy looked at, whether a row bears on it or not. */
function walkAll(student: StudentFile, context: DecideContext) {
  const ledger = openLedger(student, context.policy);
  const gifts: Gift[] = [];
  const proposals: string[] = [];
  const refusals: Refusal[] = [];
  for (const pathway of context.policy.pathways) {
    const ending = consider(pathway, { student, context, ledger, gradeLevel: gradeLevelOf(student), gifts });
    if (ending === null) continue;
    gifts.push(...ending.gifts);
    proposals.push(...ending.proposals.map(({ id }) => id));
    if (ending.refusal !== null) refusals.push(ending.refusal);
  }
  return { proposals, refusals };
}

it("looks at the pathways on which a row bears, and decides as if it had looked at all", () => {
  let decided = 0;
  let skipped = 0;
  const property = (drawn: District): void => {
    const source = drawn.policy as PolicyInput;
    const policy = policyOf(source);
    const context: DecideContext = {
      policy,
      awardDate: drawn.awardDate,
      hasDesignationColumn: true,
      hasTermColumn: true,
      breaks: () => null,
    };
    for (const student of studentsOf(drawn, source)) {
      const borne = pathwaysBorneOn(student, policy);
      expect(borne).toEqual(policy.pathways.filter((pathway) => bearingRows(pathway, student).length > 0));
      const { proposals, refusals } = decide(student, context);
      expect({ proposals: proposals.map(({ id }) => id), refusals }).toEqual(walkAll(student, context));
      decided += proposals.length + refusals.length;
      skipped += policy.pathways.length - borne.length;
    }
  };
  fc.assert(fc.property(district(), property), { numRuns: 60, seed: 20250620 });
  expect(decided).toBeGreaterThan(20);
  expect(skipped).toBeGreaterThan(20);
});
