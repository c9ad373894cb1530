import type { Decision, Proposal, Refusal, StudentFile } from "../model.js";
import type { Pathway } from "../policy/compiled.js";
import { pathwaysBorneOn } from "./bearing.js";
import { consider, saysShare } from "./consider.js";
import { gradeLevelOf } from "./gradeLevel.js";
import { openLedger } from "./ledger.js";
import type { DecideContext, Gift } from "./standing.js";

export type { DecideContext } from "./standing.js";

/**
 * The decision for one student: a pure function of the student's rows, the policy and the award date. Every pathway
 * that is considered ends in proposals or in a refusal. (`decision.md`; HB, WAC 180-51-051.)
 */
export function decide(student: StudentFile, context: DecideContext): Decision {
  const decision = decideWithout(student, context, null);
  const held = new Set(decision.proposals.filter(({ status }) => status === "held").map(({ pathway }) => pathway));
  if (held.size === 0) return decision;
  const could = new Map<string, readonly Proposal[]>();
  for (const pathway of context.policy.pathways) {
    if (held.has(pathway.id)) could.set(pathway.id, couldGive(decision, decideWithout(student, context, pathway)));
  }
  return {
    ...decision,
    proposals: decision.proposals.map((proposal) => {
      const others = could.get(proposal.pathway);
      return proposal.status !== "held" || others === undefined ? proposal : withBlocked(proposal, others, context);
    }),
  };
}

function decideWithout(student: StudentFile, context: DecideContext, left: Pathway | null): Decision {
  const pathways = pathwaysBorneOn(student, context.policy);
  if (pathways.length === 0) return { studentId: student.id, proposals: [], refusals: [] };
  const ledger = openLedger(student, context.policy);
  const gradeLevel = gradeLevelOf(student);
  const gifts: Gift[] = [];
  const proposals: Proposal[] = [];
  const refusals: Refusal[] = [];
  for (const pathway of pathways) {
    if (pathway === left) continue;
    const ending = consider(pathway, { student, context, ledger, gradeLevel, gifts });
    if (ending === null) continue;
    gifts.push(...ending.gifts);
    proposals.push(...ending.proposals.map((proposal) => withTwin(proposal, proposals)));
    if (ending.refusal !== null) refusals.push(ending.refusal);
  }
  return { studentId: student.id, proposals, refusals };
}

/** Says of a record that it is equal in every cell to one of before: next year it will look as if exported twice. */
function withTwin(proposal: Proposal, before: readonly Proposal[]): Proposal {
  const twin = before.find((other) => other.waived === 0 && contentOfRecord(other) === contentOfRecord(proposal));
  if (twin === undefined || proposal.waived > 0) return proposal;
  return withNote(proposal, `equal in every field to the record of ${twin.pathway}; both are meant`);
}

/** What of a proposal stands in the new record's cells. */
function contentOfRecord(proposal: Proposal): string {
  const { schoolCode, courseId, courseTitle, stateCourseCode, contentArea, cte, term } = proposal;
  const { credits, mark, designations, columns } = proposal;
  const cells = [schoolCode, courseId, courseTitle, stateCourseCode, contentArea, cte, term, credits, mark];
  return JSON.stringify([...cells, designations, columns]);
}

function withNote(proposal: Proposal, note: string): Proposal {
  return { ...proposal, note: [proposal.note, note].filter((text) => text !== "").join("; ") };
}

/** What others, which are later ones, would give more of, had this one not reserved its credit. */
function couldGive(real: Decision, without: Decision): Proposal[] {
  return without.proposals.filter((other) => {
    const given = real.proposals.find(
      (p) => p.pathway === other.pathway && p.course === other.course && p.part === other.part,
    );
    return other.credits > (given?.credits ?? 0);
  });
}

/** Names on a held proposal the later pathways that could give the same. */
function withBlocked(proposal: Proposal, could: readonly Proposal[], context: DecideContext): Proposal {
  const course = context.policy.courseById.get(proposal.course);
  const same = could.filter(
    (other) =>
      (other.course === proposal.course && other.part === proposal.part) ||
      course?.sets.some((set) => set.courseIds.includes(other.course)),
  );
  if (same.length === 0) return proposal;
  const names = [...new Set(same.map((other) => other.pathway))].join(", ");
  const noted = withNote(proposal, `reserves credit that ${names} could give`);
  const ready = same.filter((other) => other.status === "ready");
  if (ready.length === 0) return noted;
  const says = ready.map((other) => `${other.pathway} would have been ready with ${saysShare(other)}`).join("; ");
  const step = { check: "hold-blocks-ready", outcome: "failed", says, leaves: proposal.credits } as const;
  return { ...noted, steps: [...noted.steps, step] };
}
