import type { Lists } from "../data/lists.js";
import type { MarkKind } from "./compiled.js";
import { levelsOfList } from "./cuts.js";
import type { Path } from "./json.js";
import type { EvidenceOutline, TestEvidenceOutline } from "./outlineEvidence.js";
import { outlinePathway } from "./outlinePathway.js";
import {
  entriesOf,
  flagOf,
  type Listed,
  listOf,
  type Named,
  type Numbered,
  namedAt,
  namesAt,
  numberAt,
  objectsAt,
  textOf,
} from "./outlineRead.js";
import { isObject, own } from "./raw.js";
import { SCALES, type Scale } from "./schema.js";

/**
 * As much of a policy as can be read, with the place of each part. A rule about policies works on this and not on the
 * parsed policy, since one fault of form anywhere would leave it nothing to work on. What cannot be read is null or
 * absent: the schema has said so already, and the rules stay silent about it.
 */
export interface PolicyOutline {
  readonly raw: unknown;
  readonly districtCode: string | null;
  readonly documents: Listed<DocumentOutline>;
  readonly equity: { readonly path: Path; readonly raw: unknown } | null;
  readonly marks: Listed<MarkOutline>;
  readonly terms: Listed<TermOutline>;
  readonly courses: Listed<CourseOutline>;
  readonly sets: readonly { readonly path: Path; readonly courses: readonly Named[] }[];
  readonly tests: Listed<TestOutline>;
  readonly pathways: Listed<PathwayOutline>;
  readonly caps: Listed<CapOutline>;
  readonly examples: readonly ExampleOutline[];
}

export interface DocumentOutline {
  readonly path: Path;
  readonly id: Named | null;
  readonly subjects: readonly Named[];
  readonly adopted: Named | null;
  readonly from: Named | null;
  readonly to: Named | null;
}

interface MarkOutline extends Named {
  readonly id: Named;
  readonly kind: MarkKind;
}

interface TermOutline {
  readonly path: Path;
  readonly id: Named | null;
  /** The id first, then the aliases. */
  readonly names: readonly Named[];
}

export interface PartOutline {
  readonly path: Path;
  readonly id: Named | null;
  readonly credits: Numbered | null;
  /** Null: none are given. */
  readonly codes: readonly Named[] | null;
  readonly terms: readonly Named[] | null;
}

export interface CourseOutline {
  readonly path: Path;
  readonly id: Named | null;
  readonly title: Named | null;
  readonly subject: Named | null;
  readonly stateCourseCode: Named | null;
  readonly credits: Numbered | null;
  readonly cadr: boolean;
  readonly cte: boolean;
  /** Its own, then its parts'. */
  readonly codes: readonly Named[];
  readonly parts: Listed<PartOutline>;
  /** Whether the policy names parts. */
  readonly divided: boolean;
}

export interface TestOutline {
  readonly path: Path;
  readonly id: Named | null;
  readonly title: Named | null;
  readonly scope: string;
  readonly language: Named | null;
  /** The id first, then the other names. */
  readonly names: readonly Named[];
  readonly parts: readonly Named[];
  readonly scales: ReadonlySet<Scale>;
  /** Whether the scales could be read. */
  readonly scalesRead: boolean;
  readonly levels: readonly Named[];
  /** Whether every level could be read, so that one that is not among them is none; true where there is no such scale. */
  readonly levelsRead: boolean;
  readonly cuts: readonly { readonly path: Path; readonly from: Named | null; readonly levels: readonly Named[] }[];
}

export interface TargetOutline {
  readonly path: Path;
  readonly course: Named | null;
  /** Null: the whole course. */
  readonly parts: readonly Named[] | null;
}

export interface TierOutline {
  readonly path: Path;
  readonly raw: unknown;
  readonly evidence: EvidenceOutline;
  readonly upTo: Numbered | null;
}

export interface PathwayOutline {
  readonly path: Path;
  readonly id: Named | null;
  readonly title: Named | null;
  readonly raw: unknown;
  readonly method: string;
  readonly document: Named | null;
  readonly from: Named | null;
  /** Null: not said. `open`: said to have no end. */
  readonly to: Named | "open" | null;
  readonly attemptIs: string;
  readonly attemptMarks: readonly Named[];
  readonly bars: readonly Named[];
  readonly tiered: boolean;
  /** A pathway without tiers has one, without a ceiling. */
  readonly tiers: readonly TierOutline[];
  /** The award's, then those that tiers name in their place. */
  readonly targets: readonly TargetOutline[];
  readonly take: string;
  readonly kind: string;
  readonly upTo: Numbered | null;
  readonly split: boolean;
  readonly net: { readonly path: Path } | null;
  readonly awardPath: Path;
  readonly gradeMarks: readonly Named[];
  /** Where the mark comes from, when it is none of the grade's own. */
  readonly gradeFrom: Named | null;
  readonly gradeLevels: readonly Named[];
  /** Null: not said, or not readable; then the default `Z` holds. */
  readonly designations: readonly Named[] | null;
  readonly template: Named | null;
  readonly recordTerm: Named | null;
  /** Roles, those with a condition too. */
  readonly approvals: readonly Named[];
  readonly programs: { readonly any: readonly Named[] | null; readonly none: readonly Named[]; readonly path: Path };
}

interface CapOutline {
  readonly path: Path;
  readonly id: Named | null;
  readonly subject: Named | null;
  readonly pathways: readonly Named[];
}

interface ExampleOutline {
  readonly path: Path;
  readonly pathways: readonly Named[];
  readonly proposals: readonly {
    readonly path: Path;
    readonly course: Named | null;
    readonly part: Named | null;
    readonly mark: Named | null;
  }[];
}

/** Reads what can be read. Never throws, whatever the file holds. */
export function outlinePolicy(raw: unknown, lists: Lists): PolicyOutline {
  return {
    raw,
    districtCode: namedAt(own(raw, "district"), ["district"], "code")?.text ?? null,
    documents: listOf(raw, [], "policies", outlineDocument),
    equity: own(raw, "equity") === undefined ? null : { path: ["equity"], raw: own(raw, "equity") },
    marks: outlineMarks(raw),
    terms: listOf(own(raw, "calendar"), ["calendar"], "terms", outlineTerm),
    courses: listOf(raw, [], "courses", outlineCourse),
    sets: objectsAt(raw, [], "sameLearning").map(({ value, path }) => ({
      path,
      courses: namesAt(value, path, "courses"),
    })),
    tests: listOf(raw, [], "tests", (test, path) => outlineTest(test, path, lists), true),
    pathways: listOf(raw, [], "pathways", outlinePathway),
    caps: listOf(raw, [], "caps", outlineCap, true),
    examples: objectsAt(raw, [], "examples").map(({ value, path }) => outlineExample(value, path)),
  };
}

/** All evidence of a pathway that reads a test. */
export function testsOf(pathway: PathwayOutline): readonly TestEvidenceOutline[] {
  return pathway.tiers.flatMap((tier) => tier.evidence.tests);
}

function outlineDocument(value: unknown, path: Path): DocumentOutline {
  return {
    path,
    id: namedAt(value, path, "number"),
    subjects: namesAt(value, path, "subjects"),
    adopted: namedAt(value, path, "adopted"),
    from: namedAt(value, path, "effectiveFrom"),
    to: namedAt(value, path, "effectiveTo"),
  };
}

const MARK_KINDS = ["ranked", "credit", "noCredit", "incomplete", "inProgress", "ignored"] as const;

function outlineMarks(raw: unknown): Listed<MarkOutline> {
  const marks = own(raw, "marks");
  const entries: MarkOutline[] = [];
  let complete = isObject(marks);
  for (const kind of MARK_KINDS) {
    const list = own(marks, kind);
    const names = namesAt(marks, ["marks"], kind);
    if (list !== undefined && (!Array.isArray(list) || names.length !== list.length)) complete = false;
    if (list === undefined && kind === "ranked") complete = false;
    for (const name of names) entries.push({ ...name, id: name, kind });
  }
  return { path: ["marks"], entries, complete };
}

function outlineTerm(value: unknown, path: Path): TermOutline {
  const id = namedAt(value, path, "id");
  return { path, id, names: [...(id === null ? [] : [id]), ...namesAt(value, path, "aliases")] };
}

function outlinePart(value: unknown, path: Path): PartOutline {
  return {
    path,
    id: namedAt(value, path, "id"),
    credits: numberAt(value, path, "credits"),
    codes: own(value, "courseIds") === undefined ? null : namesAt(value, path, "courseIds"),
    terms: own(value, "terms") === undefined ? null : namesAt(value, path, "terms"),
  };
}

function outlineCourse(value: unknown, path: Path): CourseOutline {
  const parts = listOf(value, path, "parts", outlinePart, true);
  return {
    path,
    id: namedAt(value, path, "id"),
    title: namedAt(value, path, "title"),
    subject: namedAt(value, path, "subject"),
    stateCourseCode: namedAt(value, path, "stateCourseCode"),
    credits: numberAt(value, path, "credits"),
    cadr: flagOf(value, "cadr", false),
    cte: flagOf(value, "cte", false),
    codes: [...namesAt(value, path, "courseIds"), ...parts.entries.flatMap((part) => part.codes ?? [])],
    parts,
    divided: own(value, "parts") !== undefined,
  };
}

function outlineTest(value: unknown, path: Path, lists: Lists): TestOutline {
  const id = namedAt(value, path, "id");
  const scales = own(value, "scales");
  const level = own(scales, "level");
  const ordered = own(level, "ordered");
  const levels = namesAt(level, [...path, "scales", "level"], "ordered");
  return {
    path,
    id,
    title: namedAt(value, path, "title"),
    scope: textOf(namedAt(value, path, "scope")),
    language: namedAt(value, path, "language"),
    names: [...(id === null ? [] : [id]), ...namesAt(value, path, "names")],
    parts: namesAt(value, path, "parts"),
    scales: new Set(SCALES.filter((scale) => own(scales, scale) !== undefined)),
    scalesRead: isObject(scales),
    levels,
    levelsRead: isObject(scales) && (level === undefined || (levels.length > 0 && levels.length === lengthOf(ordered))),
    cuts: outlineCuts(value, path, lists),
  };
}

function lengthOf(list: unknown): number {
  return Array.isArray(list) ? list.length : 0;
}

function outlineCuts(test: unknown, path: Path, lists: Lists): TestOutline["cuts"] {
  const list = namedAt(test, path, "cuts");
  if (list !== null) {
    const levels = levelsOfList(list.text, lists.smarterBalancedCuts);
    if (levels === null) return [];
    const from = { text: "score", path: list.path };
    return [{ path: list.path, from, levels: levels.map((text) => ({ text, path: list.path })) }];
  }
  return objectsAt(test, path, "cuts").map((cut) => ({
    path: cut.path,
    from: namedAt(cut.value, cut.path, "from"),
    levels: entriesOf(cut.value, cut.path, "at").map(({ key, path: at }) => ({ text: key, path: at })),
  }));
}

function outlineCap(value: unknown, path: Path): CapOutline {
  return {
    path,
    id: namedAt(value, path, "id"),
    subject: namedAt(value, path, "subject"),
    pathways: namesAt(value, path, "pathways"),
  };
}

function outlineExample(value: unknown, path: Path): ExampleOutline {
  const expect = own(value, "expect");
  const at = [...path, "expect"];
  const proposals = objectsAt(expect, at, "proposals");
  const named = [
    namedAt(value, path, "pathway"),
    ...[...proposals, ...objectsAt(expect, at, "refusals")].map((entry) => namedAt(entry.value, entry.path, "pathway")),
  ];
  return {
    path,
    pathways: named.filter((name) => name !== null),
    proposals: proposals.map((entry) => ({
      path: entry.path,
      course: namedAt(entry.value, entry.path, "course"),
      part: namedAt(entry.value, entry.path, "part"),
      mark: namedAt(entry.value, entry.path, "mark"),
    })),
  };
}

/** The designations that the records of a pathway are to carry, and where they stand; null where none is stated, and for a waiver, which gives no record. */
export function statedLetters({
  designations,
  kind,
}: PathwayOutline): { readonly letters: readonly string[]; readonly path: Path } | null {
  const stated = designations ?? [];
  const [first] = stated;
  if (first === undefined || kind === "waiver") return null;
  return { letters: stated.map((letter) => letter.text), path: first.path.slice(0, -1) };
}
