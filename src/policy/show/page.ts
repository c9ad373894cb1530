import { entryOf } from "../../at.js";
import { formatSchoolYear } from "../../date.js";
import { formatMeasure } from "../../normalise/measure.js";
import type { CompiledPolicy, CourseDef, CutDef, Pathway, TestDef } from "../compiled.js";
import { type Evidence, SCALES } from "../schema.js";
import { capWords, pathwayFacts, pathwayLine, targetWords } from "./pathwayWords.js";
import { creditWords, type Fact, fact, facts, grades, type Item, listed, plural } from "./words.js";

/** One thing that a chapter speaks of: a course, a pathway, a test. */
export interface Card {
  /** Unique within the page; for links. */
  readonly id: string;
  readonly title: string;
  readonly facts: readonly Fact[];
}

export interface Chapter {
  readonly id: string;
  readonly title: string;
  readonly lead: string;
  readonly facts: readonly Fact[];
  readonly cards: readonly Card[];
}

/** That credit in one course can complete another: from the course that is shown to the one that is credited. */
export interface Arrow {
  readonly from: CourseDef;
  readonly to: CourseDef;
  /** Titles of the pathways that say so, in file order. */
  readonly by: readonly string[];
}

/**
 * A policy as a person reads it. Every format draws this and adds nothing to it; it is made from the compiled policy
 * that decides, so that it cannot say something else.
 */
export interface Page {
  readonly title: string;
  readonly lead: string;
  readonly chapters: readonly Chapter[];
  readonly arrows: readonly Arrow[];
}

/** @param course a policy's course id: only that course and the pathways that can credit it; null: everything */
export function policyPage(policy: CompiledPolicy, course: string | null): Page {
  const pathways = policy.pathways.filter(
    (pathway) => course === null || pathway.targets.some((target) => target.course.id === course),
  );
  const courses = policy.courses.filter((each) => course === null || each.id === course);
  const arrows = arrowsOf(pathways, policy);
  const { district } = policy.source;
  const whole = course === null ? "" : ` Only ${entryOf(policy.courseById, course).title} is shown.`;
  return {
    title: `Credit by mastery in ${district.name}`,
    lead: `What the policy file says, in words (district ${district.code}, file digest ${policy.digest.slice(0, 12)}).${whole}`,
    chapters: [
      aboutChapter(policy),
      coursesChapter(courses, policy),
      sequenceChapter(arrows),
      pathwaysChapter(pathways, policy),
      limitsChapter(policy),
      testsChapter(pathways, policy, course),
      marksChapter(policy),
    ].filter((chapter) => chapter.facts.length + chapter.cards.length > 0),
    arrows,
  };
}

function aboutChapter({ source }: CompiledPolicy): Chapter {
  const documents = source.policies.map((document): Item => {
    const { number, title, subjects, adopted, effectiveFrom, effectiveTo, url, source: seen } = document;
    const words: string[] = [];
    if (subjects !== undefined) words.push(`subjects: ${listed(subjects)}`);
    if (adopted !== undefined) words.push(`adopted ${adopted}`);
    if (effectiveFrom !== undefined) words.push(`in effect from ${effectiveFrom}`);
    if (effectiveTo !== undefined && effectiveTo !== null) words.push(`in effect until ${effectiveTo}`);
    if (url !== undefined) words.push(`to be read at ${url}`);
    if (seen !== undefined) words.push(`source: ${seen}`);
    return { text: title === undefined ? number : `${number}, ${title}`, items: words.map((text) => ({ text })) };
  });
  const { equity } = source;
  const review: string[] = [];
  if (equity?.reviewEveryMonths !== undefined)
    review.push(`Reviewed every ${plural(equity.reviewEveryMonths, "month")}`);
  if (equity?.lastReviewed !== undefined) review.push(`Last reviewed on ${equity.lastReviewed}`);
  return {
    id: "about",
    title: "The policy",
    lead: "",
    facts: facts(fact("Documents", ...documents), fact("Equity", equity?.provision ?? "", ...review)),
    cards: [],
  };
}

function coursesChapter(courses: readonly CourseDef[], policy: CompiledPolicy): Chapter {
  return {
    id: "courses",
    title: "How can each course be earned?",
    lead: "Beside passing the course itself.",
    facts: [],
    cards: courses.map((course) => ({
      id: `course-${course.order + 1}`,
      title: course.title,
      facts: facts(fact("The course", ...courseWords(course)), fact("Ways to it", ...waysTo(course, policy))),
    })),
  };
}

function courseWords(course: CourseDef): readonly (string | Item)[] {
  const words: (string | Item)[] = [`${creditWords(course.credits)} in ${course.subject} (${course.id})`];
  if (course.stateCourseCode !== "") words.push(`State course code ${course.stateCourseCode}`);
  if (course.contentArea !== "") words.push(`Content area ${course.contentArea}`);
  if (course.cadr) words.push("Counts towards college admission (CADR)");
  if (course.cte) words.push("A Career and Technical Education course");
  if (course.codes.length > 0) words.push(`District codes: ${listed(course.codes)}`);
  if (course.divided) {
    const items = course.parts.map((part) => {
      const also = [creditWords(part.credits)];
      if (part.courseIds !== null) also.push(`code ${listed(part.courseIds, "or")}`);
      if (part.terms !== null) also.push(`term ${listed(part.terms, "or")}`);
      return { text: `${part.id}: ${also.join(", ")}` };
    });
    words.push({ text: "Parts that can be credited alone:", items });
  }
  return words;
}

function waysTo(course: CourseDef, policy: CompiledPolicy): readonly string[] {
  const ways: string[] = [];
  for (const pathway of policy.pathways) {
    const targets = pathway.targets.filter((target) => target.course === course);
    if (targets.length === 0) continue;
    const only = targets.filter((target) => target.parts.length < course.parts.length).map(targetWords);
    const kind = pathway.source.award.kind === "waiver" ? " (a waiver: no credit)" : "";
    ways.push(`${pathwayLine(pathway, policy)}${only.length === 0 ? "" : `; ${listed(only)}`}${kind}`);
  }
  return ways.length === 0 ? ["None: this policy gives no credit for it by mastery."] : ways;
}

/** Every course whose credit is evidence of a pathway, to every target. What must *not* be so draws no arrow. */
function arrowsOf(pathways: readonly Pathway[], policy: CompiledPolicy): readonly Arrow[] {
  const arrows = new Map<string, { readonly from: CourseDef; readonly to: CourseDef; readonly by: string[] }>();
  for (const pathway of pathways) {
    const shown = new Set(pathway.tiers.flatMap((tier) => shownCourses(tier.evidence)));
    for (const to of new Set(pathway.targets.map((target) => target.course))) {
      for (const id of shown) {
        const from = policy.courseById.get(id);
        if (from === undefined || from === to) continue;
        const key = `${from.order} ${to.order}`;
        const arrow = arrows.get(key) ?? { from, to, by: [] };
        arrow.by.push(pathway.source.title);
        arrows.set(key, arrow);
      }
    }
  }
  return [...arrows.values()].sort((a, b) => a.from.order - b.from.order || a.to.order - b.to.order);
}

function shownCourses(evidence: Evidence): readonly string[] {
  if ("course" in evidence) return [evidence.course];
  if ("all" in evidence) return evidence.all.flatMap(shownCourses);
  if ("any" in evidence) return evidence.any.flatMap(shownCourses);
  return [];
}

function sequenceChapter(arrows: readonly Arrow[]): Chapter {
  const items = arrows.map(({ from, to, by }) => `${from.title} can complete ${to.title} (${listed(by)})`);
  return {
    id: "sequence",
    title: "Which course completes which",
    lead: "",
    facts: facts(fact("By the next course", ...items)),
    cards: [],
  };
}

function pathwaysChapter(pathways: readonly Pathway[], policy: CompiledPolicy): Chapter {
  return {
    id: "pathways",
    title: "The ways in full",
    lead: "In order of priority: where two could give the same credit, the earlier one is served first.",
    facts: [],
    cards: pathways.map((pathway) => ({
      id: `pathway-${pathway.order + 1}`,
      title: `${pathway.source.title} (${pathway.id})`,
      facts: pathwayFacts(pathway, policy),
    })),
  };
}

function limitsChapter(policy: CompiledPolicy): Chapter {
  const titles = (ids: readonly string[]): string => listed(ids.map((id) => entryOf(policy.courseById, id).title));
  const sets = policy.sets.map(
    (set) => `${titles(set.courseIds)} teach the same: ${creditWords(set.credits)} for all of them together`,
  );
  return {
    id: "limits",
    title: "Limits over several ways",
    lead: "",
    facts: facts(fact("Most credit by mastery", ...policy.caps.map(capWords)), fact("The same learning", ...sets)),
    cards: [],
  };
}

function testsChapter(pathways: readonly Pathway[], policy: CompiledPolicy, course: string | null): Chapter {
  const used = new Set(pathways.flatMap((pathway) => [...pathway.evidenceTests]));
  const tests = policy.tests.filter((test) => course === null || used.has(test.id));
  const cards = tests.map((test, index) => ({
    id: `test-${index + 1}`,
    title: `${test.title} (${test.id})`,
    facts: testFacts(test),
  }));
  return { id: "tests", title: "What is measured", lead: "", facts: [], cards };
}

const SCOPE_WORDS = {
  state: "A state test",
  national: "A national test",
  local: "A local test",
  activity: "An activity",
};

function testFacts(test: TestDef): readonly Fact[] {
  const kind = [SCOPE_WORDS[test.scope]];
  if (test.language !== undefined) kind.push(`language: ${test.language}`);
  if (test.names !== undefined) kind.push(`score files may also call it ${listed(test.names, "or")}`);
  if (test.parts !== undefined) kind.push(`parts: ${listed(test.parts)}`);
  const windows = (test.windows ?? []).map(({ from, to }) => `${from} to ${to}, each year`);
  if (test.maxTriesPerWindow !== undefined)
    windows.push(`At most ${plural(test.maxTriesPerWindow, "try", "tries")} in each`);
  const statuses = test.statuses === undefined ? "" : `${listed(test.statuses, "or")}; an empty status counts as valid`;
  return facts(
    fact("What it is", ...kind),
    fact("Scales", ...scaleWords(test)),
    fact("Levels are checked against", ...cutItems(test)),
    fact("Windows", ...windows),
    fact("Statuses that count", statuses),
  );
}

function scaleWords({ scales }: TestDef): readonly string[] {
  const words: string[] = [];
  for (const scale of SCALES) {
    if (scale === "level") {
      if (scales.level !== undefined) words.push(`levels, lowest first: ${scales.level.ordered.join(", ")}`);
      continue;
    }
    const range = scales[scale];
    if (range === undefined) continue;
    const bounds: string[] = [];
    if (range.min !== undefined) bounds.push(`from ${formatMeasure(range.min)}`);
    if (range.max !== undefined) bounds.push(`to ${formatMeasure(range.max)}`);
    words.push([scale, ...bounds].join(" "));
  }
  return words;
}

function cutItems({ cuts }: TestDef): readonly Item[] {
  return cuts.map(({ from, at, edition, gradeLevels, years, sure }) => {
    const only: string[] = [];
    if (edition !== undefined) only.push(`edition ${edition}`);
    if (gradeLevels !== undefined) only.push(grades(gradeLevels));
    if (years !== undefined) only.push(yearWords(years));
    if (sure !== undefined && sure !== "confirmed") only.push(sure);
    const text = `the ${from}${only.length === 0 ? "" : ` (${only.join(", ")})`}:`;
    return {
      text,
      items: Object.entries(at).map(([level, least]) => ({ text: `${level} from ${formatMeasure(least)}` })),
    };
  });
}

function yearWords({ from, to }: NonNullable<CutDef["years"]>): string {
  const first = formatSchoolYear(from, "short");
  return to === null ? `since ${first}` : `${first} to ${formatSchoolYear(to, "short")}`;
}

function marksChapter({ source, terms }: CompiledPolicy): Chapter {
  const { marks } = source;
  const points = Object.entries(marks.points ?? {}).map(([mark, value]) => `${mark} ${formatMeasure(value)}`);
  const calendar = terms.map(
    ({ id, aliases, ends, summer }) =>
      `${[id, ...(aliases ?? [])].join(" or ")} ends ${ends}${summer ? " (summer)" : ""}`,
  );
  return {
    id: "marks",
    title: "Marks and terms",
    lead: "",
    facts: facts(
      fact("Earn credit, best first", marks.ranked.join(", ")),
      fact("Earn credit, not comparable", marks.credit.join(", ")),
      fact("Earn nothing", marks.noCredit.join(", ")),
      fact("Not complete", marks.incomplete.join(", ")),
      fact("Enrolled now", marks.inProgress.join(", ")),
      fact("Do not count", marks.ignored.join(", ")),
      fact("Grade points", points.join(", ")),
      fact("Terms", ...calendar),
    ),
    cards: [],
  };
}
