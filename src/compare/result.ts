import type { FileReading, RawRow, Violation } from "../model.js";

/** What holding one export against an earlier one came to. */
export interface Comparison {
  readonly before: readonly FileReading[];
  readonly after: readonly FileReading[];
  readonly proposed: readonly FileReading[];
  readonly counts: {
    readonly studentsBefore: number;
    readonly studentsAfter: number;
    readonly absent: number;
    /** Past entries that stand in the later export just as they were. */
    readonly unchanged: number;
    readonly changed: number;
    /** Open ones that have their final mark now. */
    readonly resolved: number;
    readonly removed: number;
    /** Entries of absent students. */
    readonly notCompared: number;
    /** Entries of the later export that are in no way in the earlier one. */
    readonly added: number;
    readonly proposed: number;
    readonly landed: number;
  };
  /** Order: severity, code, file, line. */
  readonly violations: readonly Violation[];
  /** Rows of the later export that are the proposed records, as they stand. */
  readonly landed: readonly RawRow[];
  readonly rules: {
    readonly run: readonly string[];
    readonly off: readonly string[];
    readonly notChecked: readonly { readonly code: string; readonly because: string }[];
  };
  readonly notes: readonly string[];
}
