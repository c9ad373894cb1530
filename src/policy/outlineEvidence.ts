import type { Path } from "./json.js";
import { type Named, namedAt, namesAt } from "./outlineRead.js";
import { type EvidenceNode, evidenceTree } from "./outlineTree.js";
import { isObject, own } from "./raw.js";
import { SCALES, type Scale } from "./schema.js";

interface CourseEvidenceOutline {
  readonly path: Path;
  readonly course: Named | null;
  readonly minMark: Named | null;
  readonly parts: readonly Named[];
}

interface SubjectEvidenceOutline {
  readonly path: Path;
  readonly subject: Named | null;
  readonly minMark: Named | null;
}

export interface TestEvidenceOutline {
  readonly path: Path;
  readonly test: Named | null;
  readonly thresholds: readonly { readonly scale: Scale; readonly path: Path; readonly level: Named | null }[];
  readonly parts: readonly Named[];
  readonly from: Named | null;
  readonly to: Named | null;
}

/** The leaves of a tree of evidence, each kind in the order it stands there. */
export interface EvidenceOutline {
  readonly courses: readonly CourseEvidenceOutline[];
  readonly subjects: readonly SubjectEvidenceOutline[];
  readonly tests: readonly TestEvidenceOutline[];
  readonly roles: readonly Named[];
  /** How the leaves hang together. */
  readonly tree: EvidenceNode;
}

/** Reads a tree of evidence as far as it can be read. */
export function outlineEvidence(raw: unknown, path: Path): EvidenceOutline {
  const courses: CourseEvidenceOutline[] = [];
  const subjects: SubjectEvidenceOutline[] = [];
  const tests: TestEvidenceOutline[] = [];
  const roles: Named[] = [];
  const walk = (value: unknown, at: Path): void => {
    if (!isObject(value)) return;
    if (own(value, "course") !== undefined) courses.push(courseLeaf(value, at));
    else if (own(value, "test") !== undefined) tests.push(testLeaf(value, at));
    else if (own(value, "subject") !== undefined) {
      subjects.push({
        path: at,
        subject: namedAt(value, at, "subject"),
        minMark: namedAt(value, at, "minMark"),
      });
    } else if (own(value, "approval") !== undefined) {
      const role = namedAt(value, at, "approval");
      if (role !== null) roles.push(role);
    } else {
      for (const key of ["all", "any"]) {
        const list = own(value, key);
        if (!Array.isArray(list)) continue;
        list.forEach((entry: unknown, index) => {
          walk(entry, [...at, key, index]);
        });
      }
      walk(own(value, "not"), [...at, "not"]);
    }
  };
  walk(raw, path);
  return { courses, subjects, tests, roles, tree: evidenceTree(raw, path) };
}

function courseLeaf(value: unknown, path: Path): CourseEvidenceOutline {
  const parts = own(value, "parts");
  return {
    path,
    course: namedAt(value, path, "course"),
    minMark: namedAt(value, path, "minMark"),
    parts: isObject(parts) ? namesAt(parts, [...path, "parts"], "required") : namesAt(value, path, "parts"),
  };
}

function testLeaf(value: unknown, path: Path): TestEvidenceOutline {
  const thresholds: { scale: Scale; path: Path; level: Named | null }[] = [];
  for (const bound of ["min", "above"]) {
    const limits = own(value, bound);
    for (const scale of SCALES) {
      if (own(limits, scale) === undefined) continue;
      const at = [...path, bound];
      thresholds.push({ scale, path: [...at, scale], level: scale === "level" ? namedAt(limits, at, scale) : null });
    }
  }
  return {
    path,
    test: namedAt(value, path, "test"),
    thresholds,
    parts: namesAt(own(value, "parts"), [...path, "parts"], "required"),
    from: namedAt(value, path, "from"),
    to: namedAt(value, path, "to"),
  };
}
