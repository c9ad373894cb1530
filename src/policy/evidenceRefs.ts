import type { CourseEvidence, Evidence, SubjectEvidence, TestEvidence } from "./schema.js";

/** Everything that a tree of evidence refers to, each list in the order it stands there. */
export interface EvidenceRefs {
  readonly courses: readonly CourseEvidence[];
  readonly tests: readonly TestEvidence[];
  readonly subjects: readonly SubjectEvidence[];
  readonly roles: readonly string[];
}

/** Walks `all`, `any` and `not` down to the leaves. */
export function evidenceRefs(evidence: Evidence): EvidenceRefs {
  const courses: CourseEvidence[] = [];
  const tests: TestEvidence[] = [];
  const subjects: SubjectEvidence[] = [];
  const roles: string[] = [];
  const open: Evidence[] = [evidence];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if ("course" in next) courses.push(next);
    else if ("test" in next) tests.push(next);
    else if ("subject" in next) subjects.push(next);
    else if ("approval" in next) roles.push(next.approval);
    else if ("all" in next) open.push(...next.all.toReversed());
    else if ("any" in next) open.push(...next.any.toReversed());
    else open.push(next.not);
  }
  return { courses, tests, subjects, roles };
}
