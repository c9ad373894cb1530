import type { PathwayOutline, PolicyOutline, TestOutline } from "./outline.js";
import { testsOf } from "./outline.js";
import type { Named } from "./outlineRead.js";
import { textOf } from "./outlineRead.js";
import { testOf } from "./references.js";

/** Districts name their programs themselves, so that this can only be told by how such names read. */
export const INSTITUTION_NAME = /institution|detention|juvenile|correction|re-?entry|incarcerat/i;
export const GED_NAME = /(?<![a-z])GED(?![a-z])/i;

export function isInstitution(program: Named): boolean {
  return INSTITUTION_NAME.test(program.text);
}

/** Whether the law asks that a test be open to students in institutions: the GED, or a test of a language. */
export function isFloorTest(test: TestOutline): boolean {
  const names = [...test.names.map((name) => name.text), textOf(test.title)];
  return test.language !== null || names.some((name) => GED_NAME.test(name));
}

/** Whether a student in an institution passes the programs that a pathway asks for. */
export function admitsInstitution({ programs: { any, none } }: PathwayOutline): boolean {
  return !none.some(isInstitution) && (any === null || any.some(isInstitution));
}

/** Whether a pathway is for students in institutions by name. */
export function isForInstitution(pathway: PathwayOutline): boolean {
  return pathway.programs.any?.some(isInstitution) === true && admitsInstitution(pathway);
}

/** The pathways to credit that read each GED or language test, tests in the order of the policy. */
export function floorPathways(
  outline: PolicyOutline,
): readonly { readonly test: TestOutline; readonly pathways: readonly PathwayOutline[] }[] {
  const byTest = new Map<TestOutline, Set<PathwayOutline>>();
  for (const test of outline.tests.entries) if (isFloorTest(test)) byTest.set(test, new Set());
  for (const pathway of outline.pathways.entries) {
    if (pathway.kind !== "credit") continue;
    for (const leaf of testsOf(pathway)) {
      const test = testOf(outline, leaf.test);
      if (test !== null) byTest.get(test)?.add(pathway);
    }
  }
  return [...byTest].map(([test, pathways]) => ({ test, pathways: [...pathways] }));
}
