import type { Credit } from "./credit.js";
import type { IsoDate, SchoolYear, SchoolYearForm } from "./date.js";
import type { CourseDef, MarkKind, PartDef, TermDef, TestDef } from "./policy/compiled.js";
import type { MapDef } from "./read/map/schema.js";

/** What a file holds. */
export type InputKind = "transcript" | "scores" | "approvals" | "students";

/** All kinds, in the order in which they are read and reported. */
export const KINDS: readonly InputKind[] = ["transcript", "scores", "approvals", "students"];

/** A physical place: the file's display name (no folder) and the line its record begins on; line 1 is the header. */
export interface RowRef {
  readonly file: string;
  readonly line: number;
}

/** zcredit's own fields of each kind of file, by their column names in `cli.md`. */
export const FIELDS = {
  transcript: [
    "student_id",
    "state_student_id",
    "district_code",
    "school_code",
    "school_year",
    "term",
    "grade_level",
    "course_id",
    "course_title",
    "state_course_code",
    "content_area",
    "cte",
    "mark",
    "credits_attempted",
    "credits_earned",
    "designations",
    "date_completed",
  ],
  scores: [
    "student_id",
    "state_student_id",
    "test",
    "part",
    "date",
    "level",
    "score",
    "percent",
    "percentile",
    "status",
    "edition",
    "grade_level",
  ],
  approvals: [
    "student_id",
    "state_student_id",
    "pathway",
    "role",
    "decision",
    "by",
    "on",
    "note",
    "course",
    "until",
    "credits",
    "document",
  ],
  students: ["student_id", "state_student_id", "grade_level", "class_of", "programs", "status", "birth_date"],
} as const satisfies Record<InputKind, readonly string[]>;

export type TranscriptField = (typeof FIELDS)["transcript"][number];
export type ScoreField = (typeof FIELDS)["scores"][number];
export type ApprovalField = (typeof FIELDS)["approvals"][number];
export type StudentField = (typeof FIELDS)["students"][number];
export type Field = TranscriptField | ScoreField | ApprovalField | StudentField;

/** Fields that must have a column. A scores, approvals or students file may name its students by state id instead. */
export const REQUIRED: Record<InputKind, readonly Field[]> = {
  transcript: ["student_id", "school_year", "course_id", "mark", "credits_attempted", "credits_earned"],
  scores: ["student_id", "test", "date"],
  approvals: ["student_id", "pathway", "role", "decision"],
  students: ["student_id"],
};

/** Extra columns of zcredit's own layout that belong to the student, and may be repeated on a new record. */
export const STUDENT_COLUMNS = ["last_name", "first_name", "middle_name", "birth_date", "state_student_id"] as const;

/**
 * How a file's characters are written as bytes. A file with no byte beyond 127 is UTF-8 as well as Windows-1252, and is
 * taken for the former.
 */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** How one file is written, kept so that new records go back out in the very same layout. */
export interface Layout {
  readonly kind: InputKind;
  /** The header cells as they stand. */
  readonly columns: readonly string[];
  /** Column index of each known field; a field without a column is absent. */
  readonly index: Readonly<Partial<Record<Field, number>>>;
  /** Columns (by index) that no field claims. */
  readonly extra: readonly number[];
  /** Columns (by index) of `STUDENT_COLUMNS`. */
  readonly studentColumns: readonly number[];
  readonly delimiter: string;
  readonly newline: "\n" | "\r\n" | "\r";
  /** Known for sure only when all is read: that of `FileReading.layout` decides, not that of a row. */
  readonly encoding: Encoding;
  readonly bom: boolean;
  /** The dialect or map that the file is read through; absent: zcredit's own layout. */
  readonly through?: {
    readonly def: MapDef;
    /** The column that each field mainly comes from; a constant has none. */
    readonly physical: Readonly<Partial<Record<Field, number>>>;
    /** Header cells of the values that stand behind a row's own cells, in order; empty for a constant. */
    readonly sources: readonly string[];
  };
  /** How the file writes quotes, where it is not by doubling them within quotes. */
  readonly quoting?: "none" | "backslash";
  /** There is no header: `columns` are made up. */
  readonly headless?: true;
}

/** One record as read: every cell is text, untouched. What a map works out stands behind the file's own cells. */
export interface RawRow extends RowRef {
  readonly layout: Layout;
  readonly cells: readonly string[];
  /** The line they were cut from, where nothing but its delimiters parts them; absent where that is not sure. */
  readonly plain?: string | undefined;
}

/**
 * One record of a transcript as its line lies in bytes, in UTF-8: a cell a column, and nothing but delimiters between.
 * The bytes do not change while they are in the same list.
 */
export interface RawLine extends RowRef {
  readonly layout: Layout;
  readonly bytes: Uint8Array;
  readonly from: number;
  readonly to: number;
}

/** A line that is no record, or a record that cannot be read. */
export interface BrokenLine extends RowRef {
  readonly kind: InputKind;
  /** `truncated`: the file ends inside it. */
  readonly fault: "wrong-width" | "unclosed-quote" | "not-a-record" | "truncated";
  /** For `not-a-record`: which sort. */
  readonly what?: "banner" | "blank" | "repeated header" | "total" | "filtered";
  /** For `filtered`: what the dialect or map says of such rows. */
  readonly why?: string;
  readonly found: number;
  readonly expected: number;
  /** The student the line surely names, so that doubt can reach them; empty where it can't be told. */
  readonly studentId: string;
  /** The state's id of the student, where the line surely holds that and not the district's. */
  readonly stateStudentId?: string;
  /** How many consecutive lines this stands for (blank lines are counted together). */
  readonly count: number;
}

/** What reading one file came to. Counts hold: rows + broken lines that are records + not records = all records. */
export interface FileReading {
  readonly kind: InputKind;
  /** Display name, without folders, unique within the run. */
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly layout: Layout | null;
  /** Records handed on; each comes to one row, or where a wide layout is unpivoted to one or more. */
  readonly rows: number;
  readonly broken: readonly BrokenLine[];
  /** Header faults, each of which stops the run. */
  readonly header: {
    readonly found: readonly string[];
    readonly line: number;
    readonly missing: readonly {
      readonly field: Field;
      readonly nearest: readonly string[];
      /** What the dialect says of it. */
      readonly hint?: string;
    }[];
    readonly duplicated: readonly string[];
    readonly ambiguous: readonly { readonly field: Field; readonly columns: readonly string[] }[];
  } | null;
  /** Bytes that no supported encoding explains: the offset of the first (from 0), and why. */
  readonly notText: {
    readonly offset: number;
    readonly why: "nul" | "unexplained" | "mixed" | "spreadsheet" | "archive";
  } | null;
  /** The file ends inside a record that begins on this line. */
  readonly truncatedAt: number | null;
}

/** What all normalised rows share: where they stand, whose they are, and why they are in doubt. */
export interface BaseRow extends RowRef {
  readonly layout: Layout;
  /** Cells as read. */
  readonly cells: readonly string[];
  readonly studentId: string;
  readonly stateStudentId: string;
  /** Codes of the violations that make this row doubtful; empty for a sound row. Filled by the rules. */
  doubts: readonly string[];
}

/** Where a transcript row belongs in the policy. */
export interface Match {
  readonly course: CourseDef;
  /** Null: the course as a whole. A course without parts has one part, so its rows always have it. */
  readonly part: PartDef | null;
  /** The code is one that a `record.courseId` template makes. */
  readonly byTemplate: boolean;
}

/**
 * A transcript row. Text fields are trimmed and otherwise as they stand; a parsed field is null where its text is
 * blank or cannot be read (the rules tell the two apart by the text).
 */
export interface TranscriptRow extends BaseRow {
  readonly kind: "transcript";
  readonly districtCode: string;
  readonly schoolCode: string;
  readonly schoolYear: string;
  readonly term: string;
  readonly gradeLevel: string;
  readonly courseId: string;
  readonly courseTitle: string;
  readonly stateCourseCode: string;
  readonly contentArea: string;
  readonly cte: string;
  readonly mark: string;
  readonly creditsAttempted: string;
  readonly creditsEarned: string;
  readonly designations: string;
  readonly dateCompleted: string;

  readonly year: SchoolYear | null;
  readonly yearForm: SchoolYearForm | null;
  readonly termDef: TermDef | null;
  readonly grade: number | null;
  /** What the policy says of the mark; null: the policy does not hold it. */
  readonly markKind: MarkKind | null;
  readonly attempted: Credit | null;
  readonly earned: Credit | null;
  /** Every letter of the designations cell, capital, sorted, each once. */
  readonly letters: string;
  readonly completed: IsoDate | null;
  /** `date_completed`, else the end of the term, else the end of the year's last term that is not summer. */
  readonly date: IsoDate | null;
  readonly match: Match | null;
  /** Courses of the policy whose code this row's differs from only by case or leading zeros. */
  readonly nearMisses: readonly CourseDef[];
  /** No rule about single rows finds anything in it, but for those that look at quiet rows as well. */
  readonly quiet: boolean;
}

export interface ScoreRow extends BaseRow {
  readonly kind: "scores";
  readonly test: string;
  readonly part: string;
  readonly dateText: string;
  readonly level: string;
  readonly scoreText: string;
  readonly percentText: string;
  readonly percentileText: string;
  readonly status: string;
  readonly edition: string;
  readonly gradeLevel: string;

  readonly testDef: TestDef | null;
  readonly date: IsoDate | null;
  /** Position in the test's ordered levels, from 0. */
  readonly levelIndex: number | null;
  /** Whole millionths. */
  readonly score: number | null;
  readonly percent: number | null;
  readonly percentile: number | null;
  /** Whether the status lets it count. */
  readonly counts: boolean;
}

export const DECISIONS = ["granted", "denied", "requested", "declined", "waived"] as const;
export type ApprovalDecision = (typeof DECISIONS)[number];

export interface ApprovalRow extends BaseRow {
  readonly kind: "approvals";
  readonly pathway: string;
  readonly role: string;
  readonly decisionText: string;
  readonly by: string;
  readonly onText: string;
  readonly note: string;
  readonly course: string;
  readonly untilText: string;
  readonly creditsText: string;
  readonly document: string;

  readonly decision: ApprovalDecision | null;
  readonly on: IsoDate | null;
  readonly until: IsoDate | null;
  readonly credits: Credit | null;
}

export interface StudentRow extends BaseRow {
  readonly kind: "students";
  readonly gradeLevel: string;
  readonly classOfText: string;
  readonly programsText: string;
  readonly status: string;
  readonly birthDateText: string;

  readonly grade: number | null;
  readonly classOf: number | null;
  readonly programs: readonly string[];
  readonly birthDate: IsoDate | null;
}

export type AnyRow = TranscriptRow | ScoreRow | ApprovalRow | StudentRow;

/** Everything on file about one student, each list in an order that depends on content alone. */
export interface StudentFile {
  readonly id: string;
  /** State ids that the student's transcript rows carry, sorted; more than one is doubt. */
  readonly stateIds: readonly string[];
  readonly transcript: readonly TranscriptRow[];
  readonly scores: readonly ScoreRow[];
  readonly approvals: readonly ApprovalRow[];
  readonly students: readonly StudentRow[];
  /** Doubts about all of the student: a broken row that names them, an id that another id could be. */
  readonly doubts: readonly {
    readonly code: string;
    readonly at: readonly RowRef[];
    /** Ids of other students that this one could be mixed up with, sorted. */
    readonly studentIds?: readonly string[];
    /** How many more of them there are, who are not named. */
    readonly further?: number;
    /** State ids in question, sorted. */
    readonly stateIds?: readonly string[];
  }[];
}

export type Severity = "error" | "warning" | "info";

/** What a user may make of a severity; `off`: such violations are not shown, and the code is listed as switched off. */
export type Level = Severity | "off";

/** One finding, flat: what a rule found, where, whose, and what to do. */
export interface Violation {
  readonly code: string;
  readonly severity: Severity;
  readonly status: "open" | "accepted";
  readonly studentId: string;
  readonly message: string;
  readonly file: string;
  /** 0 where no line can be named. */
  readonly line: number;
  readonly column: string;
  readonly value: string;
  /** The policy's id of the course. */
  readonly course: string;
  /** The district's code, as in the transcript. */
  readonly courseId: string;
  readonly pathway: string;
  /** At most this credit waits for it to be mended. */
  readonly withholds: Credit;
  readonly citation: string;
  readonly remedy: string;
  /** A digest of rule, student and the row's content: it survives moved rows. */
  readonly fingerprint: string;
  /** What one fix would mend together with this: the cause under which people see it. */
  readonly cause: string;
  readonly schoolCode: string;
  /** Against earlier results, where there are any. */
  readonly since?: "new" | "known";
}

/** One row or score that a decision used, by place and by content. */
export interface UsedRow extends RowRef {
  /** `MAT201 2023-24 S1 F`: code, year, term, mark, or test, date and result. Never a name, never a line. */
  readonly says: string;
}

/** One check of the funnel, as it went. */
export interface Step {
  readonly check: string;
  readonly outcome: "held" | "failed" | "dropped some" | "not looked at";
  /** What was seen, in words. */
  readonly says: string;
  /** What could still be given after this step. */
  readonly leaves: Credit;
}

interface Considered {
  readonly studentId: string;
  readonly pathway: string;
  readonly method: string;
  readonly policy: string;
  readonly clause: string;
  readonly strength: "may" | "will";
  readonly steps: readonly Step[];
  readonly evidence: readonly UsedRow[];
  readonly note: string;
}

export type ProposalStatus = "ready" | "held" | "waiver";

/** A new record that the policy says the student has earned. Credits in thousandths. */
export interface Proposal extends Considered {
  readonly id: string;
  readonly status: ProposalStatus;
  readonly stateStudentId: string;
  readonly schoolCode: string;
  readonly gradeLevel: string;
  readonly classOf: string;
  readonly course: string;
  readonly courseId: string;
  readonly courseTitle: string;
  /** Empty for a course without parts. */
  readonly part: string;
  readonly stateCourseCode: string;
  readonly contentArea: string;
  readonly cte: string;
  readonly credits: Credit;
  readonly waived: Credit;
  readonly mark: string;
  /** Sorted letters run together. */
  readonly designations: string;
  readonly schoolYear: SchoolYear;
  readonly term: string;
  readonly awardDate: IsoDate;
  readonly approvals: readonly { readonly role: string; readonly by: string; readonly on: string }[];
  /** The attempt recovered; null where there was none. */
  readonly recovers: UsedRow | null;
  readonly missing: readonly string[];
  /** The position of the tier that decided, from 0; null where the pathway has no tiers. */
  readonly tier: number | null;
  /** How the mark stands to the grade point average, where the policy says. */
  readonly gpa: "counts" | "excluded" | "";
  /** Literal values for extra columns, from the pathway's `record.columns`. */
  readonly columns: Readonly<Record<string, string>>;
  /** Accepted before and not landed, or for the same learning as one that is: left out of the import file. */
  readonly pending?: true;
  /** Against earlier results, where there are any. */
  readonly since?: "new" | "known";
  /** Values of the layout's student columns on which the student's rows agree, by header cell. */
  readonly studentColumns: Readonly<Record<string, string>>;
}

export interface Refusal extends Considered {
  /** Empty where the pathway has several. */
  readonly course: string;
  readonly part: string;
  readonly reason: string;
  /** Every reason that held, in the order of the checks. */
  readonly allReasons: readonly string[];
  /** Credit that waits, where the reason is doubt: at most this much, place by place. */
  readonly waits: readonly { readonly course: string; readonly part: string; readonly credits: Credit }[];
  /** The doubtful rows, where there are any. */
  readonly doubtful: readonly UsedRow[];
}

/** What one student's file came to. */
export interface Decision {
  readonly studentId: string;
  readonly proposals: readonly Proposal[];
  readonly refusals: readonly Refusal[];
}
