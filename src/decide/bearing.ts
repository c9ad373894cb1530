import type { AnyRow, StudentFile, TranscriptRow } from "../model.js";
import type { CompiledPolicy, Pathway } from "../policy/compiled.js";

/** Every row that bears on a pathway's evidence, whatever its status: what makes the pathway worth considering. */
export function bearingRows(pathway: Pathway, student: StudentFile): AnyRow[] {
  const ofCourse = (row: TranscriptRow): boolean =>
    (row.match !== null && pathway.evidenceCourses.has(row.match.course.id)) ||
    row.nearMisses.some((course) => pathway.evidenceCourses.has(course.id));
  return [
    ...student.transcript.filter(ofCourse),
    ...student.scores.filter((row) => row.testDef !== null && pathway.evidenceTests.has(row.testDef.id)),
    ...student.approvals.filter((row) => row.pathway === pathway.id),
  ];
}

/** The pathways that read a course or a test in their evidence, by its id. */
interface Readers {
  readonly ofCourse: ReadonlyMap<string, readonly Pathway[]>;
  readonly ofTest: ReadonlyMap<string, readonly Pathway[]>;
}

const readersOf = new WeakMap<CompiledPolicy, Readers>();

function readers(policy: CompiledPolicy): Readers {
  let known = readersOf.get(policy);
  if (known === undefined) {
    known = {
      ofCourse: readersBy(policy, (pathway) => pathway.evidenceCourses),
      ofTest: readersBy(policy, (pathway) => pathway.evidenceTests),
    };
    readersOf.set(policy, known);
  }
  return known;
}

function readersBy(
  policy: CompiledPolicy,
  read: (pathway: Pathway) => ReadonlySet<string>,
): ReadonlyMap<string, readonly Pathway[]> {
  const byId = new Map<string, Pathway[]>();
  for (const pathway of policy.pathways) {
    for (const id of read(pathway)) {
      const others = byId.get(id);
      if (others === undefined) byId.set(id, [pathway]);
      else others.push(pathway);
    }
  }
  return byId;
}

const NONE: readonly Pathway[] = [];

/**
 * The pathways that any row of the student bears on, in file order: no other can be considered (`decision.md` step 5).
 * Most students have none, and need not be looked at any further.
 */
export function pathwaysBorneOn(student: StudentFile, policy: CompiledPolicy): readonly Pathway[] {
  const { ofCourse, ofTest } = readers(policy);
  const found = new Set<Pathway>();
  const add = (pathways: readonly Pathway[] | undefined): void => {
    if (pathways !== undefined) for (const pathway of pathways) found.add(pathway);
  };
  for (const { match, nearMisses } of student.transcript) {
    if (match !== null) add(ofCourse.get(match.course.id));
    for (const course of nearMisses) add(ofCourse.get(course.id));
  }
  for (const { testDef } of student.scores) if (testDef !== null) add(ofTest.get(testDef.id));
  for (const { pathway } of student.approvals) {
    const named = policy.pathwayById.get(pathway);
    if (named !== undefined) found.add(named);
  }
  return found.size === 0 ? NONE : [...found].sort((a, b) => a.order - b.order);
}
