import { entryOf, itemAt } from "../at.js";
import { type Lists, SHIPPED_LISTS } from "../data/lists.js";
import type {
  Cap,
  CompiledPolicy,
  CourseDef,
  MarkKind,
  PartDef,
  Pathway,
  SameLearning,
  Target,
  TermDef,
  TestDef,
  Tier,
} from "./compiled.js";
import { compileCuts } from "./cuts.js";
import { evidenceRefs } from "./evidenceRefs.js";
import { foldCode } from "./fold.js";
import type { PathwayInput, Policy } from "./schema.js";
import { templateCodesOf } from "./templates.js";

type TemplateCode = { readonly course: CourseDef; readonly source: string };

/**
 * Makes a policy ready to decide with: every id resolved, every list indexed, every default that depends on another
 * place filled.
 *
 * @param source a policy in which the linter finds no error
 * @param digest SHA-256 of the file's bytes, hex
 * @throws Error where an id does not resolve, which the linter would have said: a defect of ours, never of the user
 */
export function compilePolicy(source: Policy, digest: string, lists: Lists = SHIPPED_LISTS): CompiledPolicy {
  const terms = source.calendar.terms.map((term, order): TermDef => ({ ...term, order }));
  const termByName = compileTermNames(terms);
  const sets = source.sameLearning.map(
    (set, order): SameLearning => ({ order, credits: set.credits, courseIds: unique(set.courses) }),
  );
  const courses = source.courses.map((course, order) => compileCourse(course, order, termByName, sets));
  const courseById = new Map(courses.map((course) => [course.id, course]));
  const courseByCode = new Map<string, CourseDef>();
  for (const course of courses) for (const code of course.codes) courseByCode.set(code, course);

  const tests = source.tests.map(
    (test): TestDef => ({ ...test, cuts: compileCuts(test.cuts, lists.smarterBalancedCuts) }),
  );
  const pathways = source.pathways.map((pathway, order) => compilePathway(pathway, order, source, courseById));
  const pathwayById = new Map(pathways.map((pathway) => [pathway.id, pathway]));
  const templateByCode = new Map<string, TemplateCode>();
  for (const pathway of pathways) for (const [code, made] of pathway.templateCodes) templateByCode.set(code, made);

  return {
    lists,
    source,
    digest,
    districtCode: source.district.code,
    marks: compileMarks(source.marks),
    terms,
    termByName,
    courses,
    courseById,
    courseByCode,
    templateByCode,
    foldedCodes: compileFolded(courseByCode, templateByCode),
    tests,
    testByName: compileTestNames(tests),
    sets,
    pathways,
    pathwayById,
    caps: source.caps.map((cap) => compileCap(cap, pathwayById)),
    masteryLetters: new Set(pathways.flatMap((pathway) => [...pathway.letters]).filter((letter) => letter !== "B")),
  };
}

function compileTermNames(terms: readonly TermDef[]): ReadonlyMap<string, TermDef> {
  const byName = new Map<string, TermDef>();
  for (const term of terms) for (const name of [term.id, ...(term.aliases ?? [])]) byName.set(name, term);
  return byName;
}

function compileTestNames(tests: readonly TestDef[]): ReadonlyMap<string, TestDef> {
  const byName = new Map<string, TestDef>();
  for (const test of tests) for (const name of [test.id, ...(test.names ?? [])]) byName.set(name, test);
  return byName;
}

function compileMarks(marks: Policy["marks"]): CompiledPolicy["marks"] {
  const compiled = new Map<string, { readonly kind: MarkKind; readonly rank: number }>();
  marks.ranked.forEach((mark, rank) => {
    compiled.set(mark, { kind: "ranked", rank });
  });
  for (const kind of ["credit", "noCredit", "incomplete", "inProgress", "ignored"] as const) {
    for (const mark of marks[kind]) compiled.set(mark, { kind, rank: -1 });
  }
  return compiled;
}

function compileCourse(
  course: Policy["courses"][number],
  order: number,
  termByName: ReadonlyMap<string, TermDef>,
  sets: readonly SameLearning[],
): CourseDef {
  const parts = (course.parts ?? []).map(
    (part, partOrder): PartDef => ({
      id: part.id,
      order: partOrder,
      credits: part.credits,
      courseIds: part.courseIds === undefined ? null : unique(part.courseIds),
      terms: part.terms === undefined ? null : unique(part.terms.map((term) => entryOf(termByName, term).id)),
    }),
  );
  const whole: PartDef = { id: "", order: 0, credits: course.credits, courseIds: null, terms: null };
  return {
    id: course.id,
    order,
    title: course.title,
    subject: course.subject,
    stateCourseCode: course.stateCourseCode ?? "",
    contentArea: course.contentArea ?? "",
    credits: course.credits,
    cadr: course.cadr,
    cte: course.cte,
    codes: unique([...(course.courseIds ?? []), ...parts.flatMap((part) => part.courseIds ?? [])]),
    parts: parts.length === 0 ? [whole] : parts,
    divided: parts.length > 0,
    sets: sets.filter((set) => set.courseIds.includes(course.id)),
  };
}

function compilePathway(
  pathway: PathwayInput,
  order: number,
  policy: Policy,
  courseById: ReadonlyMap<string, CourseDef>,
): Pathway {
  const named = policy.policies.filter(({ number }) => pathway.policy === undefined || number === pathway.policy);
  const document = itemAt(named, 0);
  const own = pathway.award.courses.map((target) => compileTarget(target, courseById));
  const tiers = tiersOf(pathway, own, courseById);
  const targets = withTierTargets(own, tiers);
  const refs = tiers.map((tier) => evidenceRefs(tier.evidence));
  const until = pathway.effectiveTo === undefined ? document.effectiveTo : pathway.effectiveTo;
  return {
    id: pathway.id,
    order,
    source: pathway,
    policy: document.number,
    effectiveFrom: pathway.effectiveFrom ?? document.effectiveFrom ?? null,
    effectiveTo: until ?? null,
    targets,
    tiers,
    beforeEvidence: pathway.attempt.beforeEvidence ?? pathway.method === "next-course",
    grade: pathway.grade ?? null,
    letters: unique(pathway.record.designations).sort().join(""),
    evidenceCourses: new Set([
      ...refs.flatMap((ref) => ref.courses.map((course) => course.course)),
      ...refs.flatMap((ref) => ref.subjects.flatMap((piece) => coursesOf(policy, piece.subject))),
    ]),
    evidenceTests: new Set(refs.flatMap((ref) => ref.tests.map((test) => test.test))),
    evidenceRoles: new Set(refs.flatMap((ref) => ref.roles)),
    approvals: (pathway.approvals ?? []).map((entry) =>
      typeof entry === "string"
        ? { role: entry, unlessAge: null, mustSayCredits: false }
        : {
            role: entry.role,
            unlessAge: entry.unless?.age ?? null,
            mustSayCredits: entry.credits === "required",
          },
    ),
    templateCodes: compileTemplate(pathway.record.courseId, targets),
  };
}

function coursesOf(policy: Policy, subject: string): string[] {
  return policy.courses.filter((course) => course.subject === subject).map((course) => course.id);
}

/** A tier's target that is the award's too is the same object, so that each is looked at once. */
function tiersOf(
  pathway: PathwayInput,
  own: readonly Target[],
  courseById: ReadonlyMap<string, CourseDef>,
): readonly Tier[] {
  const { split } = pathway.award;
  if (pathway.tiers === undefined) {
    const { evidence } = pathway;
    return evidence === undefined ? [] : [{ evidence, upTo: null, targets: null, split, fresh: false }];
  }
  const known = [...own];
  return pathway.tiers.map((tier) => ({
    evidence: tier.evidence,
    upTo: tier.upTo,
    targets:
      tier.courses?.map((target) => {
        const made = compileTarget(target, courseById);
        const same = known.find((each) => sameTarget(each, made));
        if (same === undefined) known.push(made);
        return same ?? made;
      }) ?? (pathway.tiers?.some((each) => each.courses !== undefined) ? own : null),
    split: tier.split ?? split,
    fresh: tier.fresh ?? false,
  }));
}

function sameTarget(a: Target, b: Target): boolean {
  return a.course === b.course && a.parts.length === b.parts.length && a.parts.every((part) => b.parts.includes(part));
}

function withTierTargets(own: readonly Target[], tiers: readonly Tier[]): readonly Target[] {
  return unique([...own, ...tiers.flatMap((tier) => tier.targets ?? [])]);
}

/** The parts of a target stand in the course's order, since that is the order in which credit is laid on them. */
function compileTarget(
  target: PathwayInput["award"]["courses"][number],
  courseById: ReadonlyMap<string, CourseDef>,
): Target {
  const course = entryOf(courseById, typeof target === "string" ? target : target.course);
  if (typeof target === "string") return { course, parts: course.parts };
  return { course, parts: course.parts.filter((part) => target.parts.includes(part.id)) };
}

function compileTemplate(template: string | undefined, targets: readonly Target[]): ReadonlyMap<string, TemplateCode> {
  const codes = new Map<string, TemplateCode>();
  if (template === undefined) return codes;
  for (const target of targets) {
    for (const made of templateCodesOf(template, target)) {
      codes.set(made.code, { course: target.course, source: made.source });
    }
  }
  return codes;
}

/** Template-made codes are folded too: a new record that lost its zeros on the way back is as doubtful as any other. */
function compileFolded(
  courseByCode: ReadonlyMap<string, CourseDef>,
  templateByCode: ReadonlyMap<string, TemplateCode>,
): ReadonlyMap<string, readonly CourseDef[]> {
  const folded = new Map<string, CourseDef[]>();
  const add = (code: string, course: CourseDef): void => {
    const key = foldCode(code);
    const courses = folded.get(key);
    if (courses === undefined) folded.set(key, [course]);
    else if (!courses.includes(course)) courses.push(course);
  };
  for (const [code, course] of courseByCode) add(code, course);
  for (const [code, made] of templateByCode) add(code, made.course);
  for (const courses of folded.values()) courses.sort((a, b) => a.order - b.order);
  return folded;
}

function compileCap(cap: Policy["caps"][number], pathwayById: ReadonlyMap<string, Pathway>): Cap {
  return {
    id: cap.id,
    subject: cap.subject ?? null,
    pathways: cap.pathways === undefined ? null : unique(cap.pathways).map((id) => entryOf(pathwayById, id)),
    schoolYears: typeof cap.per === "object" ? cap.per.schoolYears : cap.per === undefined ? null : 1,
    perTerm: cap.per === "term",
    upTo: cap.upTo,
  };
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
