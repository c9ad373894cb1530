import type { Path } from "./json.js";
import type { PathwayOutline, TargetOutline, TierOutline } from "./outline.js";
import { outlineEvidence } from "./outlineEvidence.js";
import { entriesOf, flagOf, type Named, namedAt, nameOf, namesAt, numberAt, objectsAt, textOf } from "./outlineRead.js";
import { isObject, own } from "./raw.js";

/** Reads as much of a pathway as can be read. */
export function outlinePathway(value: unknown, path: Path): PathwayOutline {
  const award = own(value, "award");
  const awardPath = [...path, "award"];
  const attempt = own(value, "attempt");
  const attemptPath = [...path, "attempt"];
  const record = own(value, "record");
  const recordPath = [...path, "record"];
  const barred = own(value, "barredBy");
  const barredPath = [...path, "barredBy"];
  const grade = outlineGrade(own(value, "grade"), [...path, "grade"]);
  const programs = own(own(value, "who"), "programs");
  const programsPath = [...path, "who", "programs"];
  return {
    path,
    id: namedAt(value, path, "id"),
    title: namedAt(value, path, "title"),
    raw: value,
    method: textOf(namedAt(value, path, "method")),
    document: namedAt(value, path, "policy"),
    from: namedAt(value, path, "effectiveFrom"),
    to: own(value, "effectiveTo") === null ? "open" : namedAt(value, path, "effectiveTo"),
    attemptIs: textOf(namedAt(attempt, attemptPath, "is")),
    attemptMarks: namesAt(attempt, attemptPath, "marks"),
    bars: [...namesAt(barred, barredPath, "creditIn"), ...namesAt(barred, barredPath, "attemptIn")],
    tiered: own(value, "tiers") !== undefined,
    tiers: outlineTiers(value, path),
    targets: [
      ...outlineTargets(award, awardPath),
      ...objectsAt(value, path, "tiers").flatMap((tier) => outlineTargets(tier.value, tier.path)),
    ],
    take: textOf(namedAt(award, awardPath, "take")),
    kind: namedAt(award, awardPath, "kind")?.text ?? "credit",
    upTo: numberAt(award, awardPath, "upTo"),
    split: flagOf(award, "split", true),
    net: own(award, "netOfClassCredit") === undefined ? null : { path: [...awardPath, "netOfClassCredit"] },
    awardPath,
    gradeMarks: grade.marks,
    gradeFrom: namedAt(own(value, "grade"), [...path, "grade"], "from"),
    gradeLevels: grade.levels,
    designations: own(record, "designations") === undefined ? null : namesAt(record, recordPath, "designations"),
    template: namedAt(record, recordPath, "courseId"),
    recordTerm: namedAt(record, recordPath, "term"),
    approvals: outlineApprovals(value, path),
    programs: {
      any: own(programs, "any") === undefined ? null : namesAt(programs, programsPath, "any"),
      none: namesAt(programs, programsPath, "none"),
      path: programsPath,
    },
  };
}

function outlineApprovals(value: unknown, path: Path): readonly Named[] {
  const list = own(value, "approvals");
  if (!Array.isArray(list)) return [];
  const at = [...path, "approvals"];
  return list
    .map((entry: unknown, index) =>
      isObject(entry) ? namedAt(entry, [...at, index], "role") : nameOf(entry, [...at, index]),
    )
    .filter((name) => name !== null);
}

function outlineTiers(value: unknown, path: Path): readonly TierOutline[] {
  const evidence = own(value, "evidence");
  const single = { path, raw: value, evidence: outlineEvidence(evidence, [...path, "evidence"]), upTo: null };
  const tiers = objectsAt(value, path, "tiers").map((tier) => ({
    path: tier.path,
    raw: tier.value,
    evidence: outlineEvidence(own(tier.value, "evidence"), [...tier.path, "evidence"]),
    upTo: numberAt(tier.value, tier.path, "upTo"),
  }));
  return evidence === undefined ? tiers : [single, ...tiers];
}

function outlineTargets(award: unknown, path: Path): readonly TargetOutline[] {
  const courses = own(award, "courses");
  if (!Array.isArray(courses)) return [];
  return courses.map((entry: unknown, index) => {
    const at = [...path, "courses", index];
    if (!isObject(entry)) return { path: at, course: nameOf(entry, at), parts: null };
    return {
      path: at,
      course: namedAt(entry, at, "course"),
      parts: own(entry, "parts") === undefined ? null : namesAt(entry, at, "parts"),
    };
  });
}

function outlineGrade(
  grade: unknown,
  path: Path,
): { readonly marks: readonly Named[]; readonly levels: readonly Named[] } {
  const marks: Named[] = [];
  const levels: Named[] = [];
  const add = (mark: Named | null): void => {
    if (mark !== null) marks.push(mark);
  };
  add(namedAt(grade, path, "mark"));
  for (const { key, path: at } of entriesOf(grade, path, "byLevel")) {
    levels.push({ text: key, path: at });
    add(namedAt(own(grade, "byLevel"), at.slice(0, -1), key));
  }
  for (const { value, path: at } of objectsAt(grade, path, "byScore")) add(namedAt(value, at, "mark"));
  return { marks, levels };
}
