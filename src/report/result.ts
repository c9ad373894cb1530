import type { IsoDate, SchoolYearForm } from "../date.js";
import type { FileReading, Layout, Level, Proposal, Refusal, Severity, Violation } from "../model.js";
import type { DateForm } from "../read/map/dates.js";
import type { EarlierEvidence } from "../since/earlier.js";
import type { Reach } from "../since/reach.js";
import type { Sequence } from "./sequence.js";

/** How new records are written: the layout that came in, and the forms that most of its rows use. */
export interface OutputLayout {
  readonly layout: Layout;
  readonly schoolYearForm: SchoolYearForm;
  readonly dateForm: "iso" | "us";
  /** The form of most dates in a layout that is read through a map; absent: the first that the map lists. */
  readonly mappedDateForm?: DateForm;
  /** Most credits of the transcript are written with a comma: 0,5. */
  readonly decimalComma?: true;
  /** `--import-layout`: not the layout that came in. */
  readonly forImport?: true;
}

/** Options that change results; they stand in the manifest. Nothing of the machine: no path, no clock. */
export interface ResultOptions {
  readonly awardDate: IsoDate;
  readonly failOn: Severity | "never";
  readonly onlyStudent: readonly string[];
  readonly school: readonly string[];
  readonly classOf: readonly number[];
  readonly gradeLevel: readonly number[];
  readonly allowTruncated: boolean;
  readonly merged: boolean;
  /** The configuration file's name without folders, and the severities it changes. */
  readonly config: string | null;
  readonly severities: Readonly<Record<string, Level>>;
}

/** Where one student stands; text, empty where the files do not say. */
export interface StudentFacts {
  readonly id: string;
  /** Of the latest row. */
  readonly schoolCode: string;
  readonly gradeLevel: string;
  readonly classOf: string;
}

/** An item of earlier results as it stood there, by the names of the report, that is no more. */
export interface SinceItem {
  readonly [key: string]: unknown;
  readonly since: "gone" | "landed";
}

/** What earlier results held and these do not, and the evidence that is carried on. */
export interface SinceResult {
  readonly manifestSha256: string;
  readonly awardDate: string;
  readonly violations: Sequence<SinceItem>;
  readonly proposals: Sequence<SinceItem>;
  /** How many of these proposals landed; the others are gone. */
  readonly landed: number;
  readonly evidence: readonly EarlierEvidence[];
}

/**
 * A list that a person keeps, given beside the inputs: it changes what is shown or exported. Of them only `reference`,
 * lists in place of the shipped ones, can change a decision, since a row that they speak against is in doubt.
 */
export interface ListFile {
  readonly kind: "accepted" | "pending" | "reference";
  /** Without folders. */
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly rows: number;
}

/**
 * All that a run came to, sorted, ready for every format. Pure data; the same for the same inputs. What may be too much
 * for memory is a sequence, to be gone through item by item.
 */
export interface RunResult {
  readonly version: string;
  readonly options: ResultOptions;
  readonly policy: {
    readonly name: string;
    readonly sha256: string;
    readonly bytes: number;
    readonly district: string;
    /** The district's code, which every new record carries. */
    readonly districtCode: string;
    readonly documents: readonly { readonly number: string; readonly title: string }[];
    /** Course id to title and pathway id to title, for wording. */
    readonly courses: Readonly<Record<string, string>>;
    readonly pathways: Readonly<Record<string, string>>;
  };
  readonly files: readonly FileReading[];
  /** Null only where no transcript was given. */
  readonly output: OutputLayout | null;
  readonly counts: {
    /** Students with a row in a transcript or students file. */
    readonly students: number;
    /** Those that the filters let into the output. */
    readonly studentsOut: number;
    /** Transcript rows: used + doubtful; rows that are no records stand in the file readings. */
    readonly transcriptRows: number;
    readonly doubtfulRows: number;
    readonly masteryRecords: number;
    readonly considered: number;
  };
  /** Those that a proposal, refusal or violation speaks of, in text order of their ids. */
  readonly students: Sequence<StudentFacts>;
  /** Order: student id as text, pathway in file order, target, part. */
  readonly proposals: Sequence<Proposal>;
  readonly refusals: Sequence<Refusal>;
  /** Order: severity, code, file, line. */
  readonly violations: Sequence<Violation>;
  readonly rules: {
    readonly run: readonly string[];
    readonly notChecked: readonly { readonly code: string; readonly because: string }[];
    readonly off: readonly string[];
  };
  /** Ids are pseudonyms, and much is left out: nothing here can be imported. */
  readonly redacted?: true;
  /** Only with `--since`. */
  readonly since?: SinceResult;
  /** Only with `--accepted`, `--pending` or `--lists`. */
  readonly lists?: readonly ListFile[];
  /** Students by file, rows and students by school: what a later run is held against. */
  readonly reach?: Reach;
  /** Things a person should know that are no violations: layouts that differ, defaults applied. */
  readonly notes: readonly string[];
}

/** The same with everything in memory, for callers who want to search in it. */
export interface HeldResult extends RunResult {
  readonly students: readonly StudentFacts[];
  readonly proposals: readonly Proposal[];
  readonly refusals: readonly Refusal[];
  readonly violations: readonly Violation[];
}

/** Violations with one cause: what one fix would mend, and what waits for it. */
export interface Cause {
  readonly code: string;
  readonly severity: Severity;
  /** `mark S, school 1234` */
  readonly cause: string;
  readonly rows: number;
  readonly students: number;
  /** Those of them for whom credit waits. */
  readonly waiting: number;
  /** At most this credit waits, in thousandths. */
  readonly withholds: number;
  /** First two places. */
  readonly places: readonly string[];
  readonly remedy: string;
}
