import type { Credit } from "../credit.js";
import type { Lists } from "../data/lists.js";
import type { Sureness } from "../data/sureness.js";
import type { SchoolYear } from "../date.js";
import type { Evidence, GradeRule, PathwayInput, Policy } from "./schema.js";

/** What the policy says of a mark. */
export type MarkKind = "ranked" | "credit" | "noCredit" | "incomplete" | "inProgress" | "ignored";

/** A term of the calendar. */
export type TermDef = Policy["calendar"]["terms"][number] & { readonly order: number };

/** A part of a course. A course without parts has exactly one, with the empty id, that covers it. */
export interface PartDef {
  readonly id: string;
  readonly order: number;
  readonly credits: Credit;
  readonly courseIds: readonly string[] | null;
  /** Term ids. */
  readonly terms: readonly string[] | null;
}

export interface CourseDef {
  readonly id: string;
  readonly order: number;
  readonly title: string;
  readonly subject: string;
  readonly stateCourseCode: string;
  readonly contentArea: string;
  readonly credits: Credit;
  readonly cadr: boolean;
  readonly cte: boolean;
  /** All of the district's codes for it, its own first, then its parts'. */
  readonly codes: readonly string[];
  readonly parts: readonly PartDef[];
  /** Whether the policy names parts. */
  readonly divided: boolean;
  /** Same-learning sets that hold it. */
  readonly sets: readonly SameLearning[];
}

export interface SameLearning {
  readonly order: number;
  readonly credits: Credit;
  readonly courseIds: readonly string[];
}

type TestInput = Policy["tests"][number];
type OwnCut = Extract<TestInput["cuts"], readonly unknown[]>[number];

/** Cut scores of a test; those of a list that zcredit ships say for which years they are, and how sure. */
export interface CutDef extends OwnCut {
  /** First and last school year of the result, inclusive; null: it still holds. */
  readonly years?: { readonly from: SchoolYear; readonly to: SchoolYear | null };
  readonly sure?: Sureness;
}

export interface TestDef extends Omit<TestInput, "cuts"> {
  /** Empty: a level is checked against nothing. */
  readonly cuts: readonly CutDef[];
}

/** One target of a pathway with the parts it is limited to. */
export interface Target {
  readonly course: CourseDef;
  readonly parts: readonly PartDef[];
}

export interface Tier {
  readonly evidence: Evidence;
  readonly upTo: Credit | null;
  /** The targets that this tier gives; null: all of the pathway's. */
  readonly targets: readonly Target[] | null;
  readonly split: boolean;
  /** A result that a lower tier used does not count. */
  readonly fresh: boolean;
}

/** A role that must have agreed. */
export interface ApprovalRole {
  readonly role: string;
  /** Not needed once the student is this old on the award date; null: always needed. */
  readonly unlessAge: number | null;
  /** A grant without an amount does not do. */
  readonly mustSayCredits: boolean;
}

export interface Pathway {
  readonly id: string;
  readonly order: number;
  readonly source: PathwayInput;
  /** The number of its document. */
  readonly policy: string;
  readonly effectiveFrom: string | null;
  readonly effectiveTo: string | null;
  /** Those of the award, then those that only a tier names. */
  readonly targets: readonly Target[];
  /** Lowest first; a pathway without tiers has one, whose ceiling is null. */
  readonly tiers: readonly Tier[];
  readonly beforeEvidence: boolean;
  readonly grade: GradeRule | null;
  /** Sorted letters run together. */
  readonly letters: string;
  /** Course ids named in its evidence. */
  readonly evidenceCourses: ReadonlySet<string>;
  /** Test ids named in its evidence. */
  readonly evidenceTests: ReadonlySet<string>;
  /** Roles named in its evidence. */
  readonly evidenceRoles: ReadonlySet<string>;
  /** Roles that must have agreed, in listed order. */
  readonly approvals: readonly ApprovalRole[];
  /** Codes that its template makes, each with its course and parts that the source code can stand for. */
  readonly templateCodes: ReadonlyMap<string, { readonly course: CourseDef; readonly source: string }>;
}

export interface Cap {
  readonly id: string;
  readonly subject: string | null;
  readonly pathways: readonly Pathway[] | null;
  /** Records of how many school years up to the award date's count; null: all. */
  readonly schoolYears: number | null;
  /** Only records of the award date's term count (and of its school year). */
  readonly perTerm: boolean;
  readonly upTo: Credit;
}

/** A policy made ready to decide with: every id resolved, every list indexed. */
export interface CompiledPolicy {
  /** The reference lists to go by. */
  readonly lists: Lists;
  readonly source: Policy;
  /** SHA-256 of the file's bytes, hex. */
  readonly digest: string;
  readonly districtCode: string;
  readonly marks: ReadonlyMap<
    string,
    { readonly kind: MarkKind /** 0 is best; -1 where unranked. */; readonly rank: number }
  >;
  readonly terms: readonly TermDef[];
  readonly termByName: ReadonlyMap<string, TermDef>;
  readonly courses: readonly CourseDef[];
  readonly courseById: ReadonlyMap<string, CourseDef>;
  readonly courseByCode: ReadonlyMap<string, CourseDef>;
  /** Template-made codes. */
  readonly templateByCode: ReadonlyMap<string, { readonly course: CourseDef; readonly source: string }>;
  /** Codes folded (case, leading zeros) to the courses that hold them. */
  readonly foldedCodes: ReadonlyMap<string, readonly CourseDef[]>;
  readonly tests: readonly TestDef[];
  readonly testByName: ReadonlyMap<string, TestDef>;
  readonly sets: readonly SameLearning[];
  readonly pathways: readonly Pathway[];
  readonly pathwayById: ReadonlyMap<string, Pathway>;
  readonly caps: readonly Cap[];
  /** Mastery designations: all letters of any pathway's record, never B. */
  readonly masteryLetters: ReadonlySet<string>;
}
