import type { IsoDate } from "../date.js";
import type { Covers, RecordJudgement } from "../decide/backwards.js";
import type {
  AnyRow,
  ApprovalRow,
  BrokenLine,
  Decision,
  FileReading,
  InputKind,
  RowRef,
  ScoreRow,
  Severity,
  StudentFile,
  StudentRow,
  TranscriptRow,
} from "../model.js";
import type { CompiledPolicy } from "../policy/compiled.js";

/** What a rule looks at, by its scope. */
export interface Subjects {
  /** All files of the run together: the same one given twice. */
  readonly files: readonly FileReading[];
  /** A file as read: empty, not text, header faults. */
  readonly file: FileReading;
  /** A line that is no sound record. */
  readonly line: BrokenLine;
  /** One row of any kind of file. */
  readonly row: AnyRow;
  /** One row. `transcript` rules also see every new record before it is proposed. */
  readonly transcript: TranscriptRow;
  readonly scores: ScoreRow;
  readonly approvals: ApprovalRow;
  readonly students: StudentRow;
  /** All rows of one student. */
  readonly student: StudentFile;
  /** What the decision for one student came to, and what it says backwards of the mastery records on file. */
  readonly decision: {
    readonly student: StudentFile;
    readonly decision: Decision;
    readonly records: readonly RecordJudgement[];
  };
}

export type Scope = keyof Subjects;

/** A short key of a source; the table in `citations.ts` says what it stands for. */
export type Citation = string;

/** An input that a rule cannot be checked without: where it is absent the rule is *not checked*, never passed. */
export type Need = InputKind | "calendar" | "designations" | Extra;

/**
 * What the transcripts' layout and the command may lack: a column of course titles, any mark by which a mastery record
 * is known, earlier results to compare with.
 */
export type Extra = "titles" | "mastery-records" | "earlier-results";

export interface RuleContext {
  readonly policy: CompiledPolicy;
  readonly awardDate: IsoDate;
  /** Which kinds of file were given. */
  readonly given: ReadonlySet<InputKind>;
  /** Widths that most student ids have, so that one that lost its zeros stands out; 0 where they vary. */
  readonly idWidth: number;
  /** The first days that scores and approvals speak of; absent: they are taken to cover every record. */
  readonly covers?: Covers;
  /** Ids of all students (a row in a transcript or students file). */
  readonly isStudent: (id: string) => boolean;
}

/** One finding of a rule. */
export interface Hit<F> {
  readonly facts: F;
  /** The row or line it is about; absent where the subject itself is the place. */
  readonly at?: RowRef;
  /** All rows it makes doubtful, where the subject is more than one row. */
  readonly rows?: readonly AnyRow[];
  readonly column?: string;
  readonly value?: string;
  readonly severity?: Severity;
  /** Policy ids, where they are not those of the subject's row. */
  readonly course?: string;
  readonly pathway?: string;
  /** What one fix would mend together, when it is not "this value of this column at this school". */
  readonly cause?: string;
}

export interface Rule<S extends Scope, F> {
  /** Kebab-case, states the fault, never reused. */
  readonly code: string;
  readonly scope: S;
  readonly severity: Severity;
  /** A hit makes its row (or rows) doubtful: neither evidence, nor lost credit, nor earned credit. */
  readonly doubt: boolean;
  /** Only for files: a hit stops the run with exit code 2. */
  readonly stops: boolean;
  /**
   * Only for transcript rows: it looks at quiet ones as well (`TranscriptRow.quiet`), because what it finds hangs on
   * the award date, or on more than one cell other than the course code with the state's and the mark with the credits.
   */
  readonly seesQuiet: boolean;
  /** One sentence: the fault as found. */
  readonly title: string;
  /** What goes wrong if it stays. */
  readonly why: string;
  /** What a registrar does next. */
  readonly remedy: string;
  readonly cites: readonly Citation[];
  readonly needs: readonly Need[];
  check(subject: Subjects[S], context: RuleContext, hit: (hit: Hit<F>) => void): void;
  /** The only wording: what is wrong, with the value. Where, why and what to do are added from the fields above. */
  say(facts: F): string;
}

type Optional = "doubt" | "stops" | "seesQuiet" | "needs";

/** Types a rule by its scope and facts, and fills what most rules leave out. */
export function defineRule<S extends Scope, F>(
  rule: Omit<Rule<S, F>, Optional> & Partial<Pick<Rule<S, F>, Optional>>,
): Rule<S, F> {
  return { doubt: false, stops: false, seesQuiet: false, needs: [], ...rule };
}
