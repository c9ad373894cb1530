/** Loose types of a policy file as JSON, only what the naive decision reads. */

export type Cells = Readonly<Record<string, string>>;

export interface RawPart {
  readonly id: string;
  readonly credits: number;
  readonly courseIds?: readonly string[];
  readonly terms?: readonly string[];
}

export interface RawCourse {
  readonly id: string;
  readonly title: string;
  readonly subject: string;
  readonly stateCourseCode?: string;
  readonly credits: number;
  readonly cadr?: boolean;
  readonly cte?: boolean;
  readonly courseIds?: readonly string[];
  readonly parts?: readonly RawPart[];
}

export interface RawThresholds {
  readonly level?: string;
  readonly score?: number;
  readonly percent?: number;
  readonly percentile?: number;
}

export interface RawRange {
  readonly min?: number;
  readonly max?: number;
}

export interface RawTest {
  readonly id: string;
  readonly title: string;
  readonly scope: string;
  readonly names?: readonly string[];
  readonly parts?: readonly string[];
  readonly scales: {
    readonly level?: { readonly ordered: readonly string[] };
    readonly score?: RawRange;
    readonly percent?: RawRange;
    readonly percentile?: RawRange;
  };
  readonly cuts?: readonly {
    readonly scale: "level";
    readonly from: "score" | "percent" | "percentile";
    readonly at: Readonly<Record<string, number>>;
    readonly edition?: string;
    readonly gradeLevels?: readonly number[];
  }[];
}

export interface RawEvidence {
  readonly course?: string;
  readonly minMark?: string;
  readonly parts?:
    | readonly string[]
    | "any"
    | { readonly required: readonly string[]; readonly rule: "lowest" | "average" };
  readonly inDistrict?: true;
  readonly regularYear?: true;
  readonly acceptMastery?: true;
  readonly test?: string;
  readonly min?: RawThresholds;
  readonly above?: RawThresholds;
  readonly from?: string;
  readonly to?: string;
  readonly edition?: string;
  readonly withinMonths?: number;
  readonly maxTries?: number;
  readonly beforeCourse?: true;
  readonly approval?: string;
  readonly all?: readonly RawEvidence[];
  readonly any?: readonly RawEvidence[];
  readonly not?: RawEvidence;
}

export interface RawGrade {
  readonly mark?: string;
  readonly from?: "evidence";
  readonly byLevel?: Readonly<Record<string, string>>;
  readonly byScore?: readonly { readonly min: number; readonly mark: string }[];
}

export type RawTarget = string | { readonly course: string; readonly parts: readonly string[] };

export interface RawPathway {
  readonly id: string;
  readonly title: string;
  readonly policy?: string;
  readonly method: string;
  readonly clause: string;
  readonly effectiveFrom?: string;
  readonly effectiveTo?: string | null;
  readonly who?: {
    readonly gradeLevels?: readonly number[];
    readonly programs?: { readonly any?: readonly string[]; readonly none?: readonly string[] };
    readonly classOf?: readonly number[];
  };
  readonly attempt: {
    readonly is: "required" | "irrelevant" | "forbidden";
    readonly marks?: readonly string[];
    readonly withinMonths?: number;
    readonly regularYear?: true;
    readonly inDistrict?: true;
    readonly gradeLevels?: readonly number[];
    readonly beforeEvidence?: boolean;
  };
  readonly barredBy?: { readonly creditIn?: readonly string[]; readonly attemptIn?: readonly string[] };
  readonly evidence?: RawEvidence;
  readonly tiers?: readonly { readonly evidence: RawEvidence; readonly upTo: number }[];
  readonly award: {
    readonly courses: readonly RawTarget[];
    readonly take: "lost" | "open";
    readonly upTo?: number;
    readonly split?: boolean;
    readonly fill?: "earliest" | "latest";
    readonly netOfClassCredit?: boolean;
    readonly kind?: "credit" | "waiver";
  };
  readonly grade?: RawGrade;
  readonly record?: {
    readonly designations?: readonly string[];
    readonly courseId?: string;
    readonly title?: string;
    readonly term?: string;
    readonly schoolCode?: string;
  };
  readonly approvals?: readonly string[];
  readonly onRequest?: boolean;
  readonly allowCte?: boolean;
}

export interface RawCap {
  readonly id: string;
  readonly subject?: string;
  readonly pathways?: readonly string[];
  readonly per?: "school-year";
  readonly upTo: number;
}

export interface RawPolicy {
  readonly format: 1;
  readonly district: { readonly name: string; readonly code: string };
  readonly policies: readonly {
    readonly number: string;
    readonly title?: string;
    readonly subjects?: readonly string[];
    readonly adopted?: string;
    readonly effectiveFrom?: string;
    readonly effectiveTo?: string | null;
  }[];
  readonly equity?: { readonly provision: string };
  readonly marks: {
    readonly ranked: readonly string[];
    readonly credit?: readonly string[];
    readonly noCredit?: readonly string[];
    readonly incomplete?: readonly string[];
    readonly ignored?: readonly string[];
  };
  readonly calendar: {
    readonly terms: readonly {
      readonly id: string;
      readonly aliases?: readonly string[];
      readonly ends: string;
      readonly summer?: boolean;
    }[];
  };
  readonly courses: readonly RawCourse[];
  readonly sameLearning?: readonly { readonly courses: readonly string[]; readonly credits: number }[];
  readonly tests?: readonly RawTest[];
  readonly pathways: readonly RawPathway[];
  readonly caps?: readonly RawCap[];
}

export interface NaiveInput {
  readonly policy: RawPolicy;
  readonly awardDate: string;
  readonly transcript: readonly Cells[];
  readonly scores: readonly Cells[];
  readonly approvals: readonly Cells[];
  readonly students: readonly Cells[];
  /** Columns of the transcript's layout; without it, those of its rows. */
  readonly columns?: readonly string[];
}

export interface NaiveProposal {
  readonly pathway: string;
  readonly course: string;
  readonly part: string;
  readonly status: "ready" | "held" | "waiver";
  /** Thousandths. */
  readonly credits: number;
  /** Thousandths. */
  readonly waived: number;
  readonly mark: string;
  readonly designations: string;
  readonly courseId: string;
  readonly term: string;
  readonly missing: readonly string[];
}

export interface NaiveRefusal {
  readonly pathway: string;
  readonly course: string;
  readonly part: string;
  readonly reason: string;
}

export interface NaiveDecision {
  readonly proposals: readonly NaiveProposal[];
  readonly refusals: readonly NaiveRefusal[];
}
