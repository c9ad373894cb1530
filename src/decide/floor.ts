import type { Credit } from "../credit.js";
import type { IsoDate } from "../date.js";
import type { Decision, ScoreRow, StudentFile } from "../model.js";
import type { CompiledPolicy, Pathway, TestDef } from "../policy/compiled.js";
import { GED_NAME, INSTITUTION_NAME } from "../policy/outlineInstitution.js";
import { fits, recordOf } from "./fits.js";
import { gradeLevelOf } from "./gradeLevel.js";
import { openLedger } from "./ledger.js";
import { look } from "./look.js";

/** A test whose standard a student of an institution has met, and the credit by mastery that there is for it. */
export interface Floor {
  readonly test: TestDef;
  /** The pathway by whose measure it is passed. */
  readonly pathway: Pathway;
  /** On file, or proposed in this run. */
  readonly credits: Credit;
  /** A result that it is passed by. */
  readonly at: ScoreRow;
}

/**
 * For a student in or released from an institution: the first GED or language test that is passed by the measure of a
 * pathway in effect, with the credit for such tests. Null where there is none, or where doubt leaves it open.
 * (RCW 28A.320.192: at least 1.0.)
 */
export function floorOf(
  student: StudentFile,
  decision: Decision,
  { policy, awardDate }: { readonly policy: CompiledPolicy; readonly awardDate: IsoDate },
): Floor | null {
  const row = student.students.find((each) => each.doubts.length === 0);
  if (row === undefined || student.doubts.length > 0 || !row.programs.some((each) => INSTITUTION_NAME.test(each))) {
    return null;
  }
  const tests = policy.tests.filter(isFloorTest);
  const pathways = policy.pathways.filter(
    ({ source, evidenceTests }) => source.award.kind !== "waiver" && tests.some(({ id }) => evidenceTests.has(id)),
  );
  const passed = passedBy(student, pathways, tests, { policy, awardDate });
  if (passed === null) return null;
  let credits = 0;
  for (const each of openLedger(student, policy).allMastery) {
    const record = recordOf(each);
    if (pathways.some((pathway) => fits(record, pathway, policy))) credits += record.credits;
  }
  for (const proposal of decision.proposals) {
    if (pathways.some(({ id }) => id === proposal.pathway)) credits += proposal.credits;
  }
  return { ...passed, credits };
}

function isFloorTest(test: TestDef): boolean {
  return (
    test.language !== undefined || [test.id, test.title, ...(test.names ?? [])].some((name) => GED_NAME.test(name))
  );
}

/** The first pathway in effect that is met with a result of one of the tests: an approval in its place passes none. */
function passedBy(
  student: StudentFile,
  pathways: readonly Pathway[],
  tests: readonly TestDef[],
  context: { readonly policy: CompiledPolicy; readonly awardDate: IsoDate },
): Pick<Floor, "test" | "pathway" | "at"> | null {
  const standing = {
    student,
    context: { ...context, hasDesignationColumn: true, hasTermColumn: true, breaks: () => null },
    ledger: openLedger(student, context.policy),
    gifts: [],
    gradeLevel: gradeLevelOf(student),
  };
  for (const pathway of pathways) {
    if (pathway.effectiveFrom !== null && context.awardDate < pathway.effectiveFrom) continue;
    if (pathway.effectiveTo !== null && context.awardDate > pathway.effectiveTo) continue;
    const seen = look(pathway, standing);
    if (seen.doubts.rows.length > 0) continue;
    for (const target of pathway.targets) {
      const { outcome } = seen.judgement(target);
      for (const at of outcome.holds ? outcome.used : []) {
        if (at.kind !== "scores") continue;
        const test = tests.find(({ id }) => id === at.testDef?.id);
        if (test !== undefined) return { test, pathway, at };
      }
    }
  }
  return null;
}
