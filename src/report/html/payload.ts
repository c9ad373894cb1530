import type { Credit } from "../../credit.js";
import type { ProposalStatus, Severity, Step, UsedRow } from "../../model.js";
import type { ReasonWords } from "../reasons.js";
import type { StudentFacts } from "../result.js";

/** What the page's script is given. Plain data; credits in thousandths; never a name. */
export interface Payload {
  readonly courses: Readonly<Record<string, string>>;
  readonly pathways: Readonly<Record<string, string>>;
  /** Words for each reason that occurs. */
  readonly reasons: Readonly<Record<string, ReasonWords>>;
  /** What is so where a check found nothing against it, by check. */
  readonly clear: Readonly<Record<string, string>>;
  readonly charts: readonly Chart[];
  readonly students: readonly StudentEntry[];
  readonly proposals: readonly ProposalEntry[];
  readonly refusals: readonly RefusalEntry[];
  readonly violations: readonly ViolationEntry[];
  readonly seniors: readonly SeniorEntry[];
  /** What may be missing of a student because the lists were cut; empty where nothing was. */
  readonly cut: string;
}

/** The payload as the page holds it: each distinct step once, and named by its number. */
export interface PackedPayload extends Omit<Payload, "proposals" | "refusals"> {
  readonly steps: readonly Step[];
  readonly proposals: readonly WithStepNumbers<ProposalEntry>[];
  readonly refusals: readonly WithStepNumbers<RefusalEntry>[];
}

type WithStepNumbers<T> = Omit<T, "steps"> & { readonly steps: readonly number[] };

/** One plot: bars of the same series, the longest first. */
export interface Chart {
  readonly id: string;
  readonly title: string;
  /** What the lengths are: credits in thousandths, or a count. */
  readonly unit: "credits" | "count";
  /** What one bar stands for: `Pathway`. */
  readonly by: string;
  readonly series: readonly { readonly key: SeriesKey; readonly label: string }[];
  readonly bars: readonly Bar[];
}

/** Names a colour and a pattern of the style sheet. */
export type SeriesKey = "ready" | "held" | "waived" | "refused" | Severity | "accepted";

export interface Bar {
  readonly label: string;
  /** One value a series. */
  readonly values: readonly number[];
  /** Records behind the credits; null where the values are counts. */
  readonly records: number | null;
}

export interface StudentEntry extends StudentFacts {
  readonly ready: Credit;
  readonly held: Credit;
  readonly refused: number;
  readonly violations: number;
  /** At most this credit waits for rows to be mended. */
  readonly waits: Credit;
}

/** How it stands to earlier results; empty where there were none to compare with. */
type Since = "new" | "known" | "";

interface ConsideredEntry {
  readonly student: string;
  readonly pathway: string;
  readonly clause: string;
  readonly steps: readonly Step[];
  readonly evidence: readonly UsedRow[];
  readonly note: string;
  readonly course: string;
  readonly part: string;
}

export interface ProposalEntry extends ConsideredEntry {
  readonly id: string;
  readonly status: ProposalStatus;
  readonly school: string;
  readonly grade: string;
  readonly courseId: string;
  readonly title: string;
  readonly credits: Credit;
  readonly mark: string;
  readonly designations: string;
  readonly recovers: UsedRow | null;
  readonly approvals: readonly string[];
  readonly missing: readonly string[];
  readonly since: Since;
  /** Whose turn it is, and for what; empty where nothing is missing. */
  readonly turn: string;
}

export interface RefusalEntry extends ConsideredEntry {
  readonly school: string;
  readonly reason: string;
  readonly allReasons: readonly string[];
  readonly waits: readonly { readonly course: string; readonly part: string; readonly credits: Credit }[];
  readonly doubtful: readonly UsedRow[];
}

export interface ViolationEntry {
  readonly code: string;
  readonly severity: Severity;
  readonly accepted: boolean;
  readonly since: Since;
  readonly student: string;
  readonly message: string;
  readonly file: string;
  readonly line: number;
  readonly column: string;
  readonly school: string;
  readonly withholds: Credit;
  readonly citation: string;
  readonly remedy: string;
}

/** How a student who is about to graduate stands to one piece of credit, nearest to done first. */
export type Standing = "ready" | "held" | "blocked" | "one step short" | "waived";

export interface SeniorEntry {
  readonly student: string;
  readonly school: string;
  readonly standing: Standing;
  readonly credits: Credit;
  /** The course, or the pathway where that has several. */
  readonly what: string;
  readonly pathway: string;
  /** Who holds it, which fault blocks it, or which step is missing. */
  readonly because: string;
}
