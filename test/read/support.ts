import type { FileReading, InputKind, RawRow } from "../../src/model.js";
import { fromBytes, nobleHasher } from "../../src/read/memory.js";
import { readSource } from "../../src/read/read.js";
import type { Source } from "../../src/read/source.js";

export interface Outcome {
  readonly rows: readonly RawRow[];
  readonly reading: FileReading;
}

export async function readAll(source: Source): Promise<Outcome> {
  const rows: RawRow[] = [];
  const reading = await readSource(source, (row) => rows.push(row), nobleHasher());
  return { rows, reading };
}

export function readText(content: string | Uint8Array, kind: InputKind = "transcript"): Promise<Outcome> {
  return readAll(fromBytes(kind, "export.csv", content));
}

/** The same bytes, cut after each of these offsets; each piece is spoiled when the next is asked for. */
export function inPieces(bytes: Uint8Array, cuts: readonly number[], kind: InputKind = "transcript"): Source {
  function* chunks(): Iterable<Uint8Array> {
    let from = 0;
    for (const cut of [...cuts.toSorted((a, b) => a - b), bytes.length]) {
      const piece = bytes.slice(from, cut);
      yield piece;
      piece.fill(SPOILED);
      from = Math.max(from, cut);
    }
  }
  return { kind, name: "export.csv", chunks };
}

const SPOILED = 0x7a;

/** A transcript header of the needed columns and a title: seven cells, the student first, the title last but two. */
export const HEADER = "student_id,school_year,course_id,mark,course_title,credits_attempted,credits_earned";

export function lines(...all: readonly string[]): string {
  return `${all.join("\n")}\n`;
}

/** Each row as its line and cells, for short expectations. */
export function shown(outcome: Outcome): string[] {
  return outcome.rows.map((row) => `${row.line}: ${row.cells.join("|")}`);
}

/** Each broken line as `line fault what found/expected student xcount`, for short expectations. */
export function faults(outcome: Outcome): string[] {
  return outcome.reading.broken.map((b) => {
    const parts = [b.line, b.fault, b.what ?? "-", `${b.found}/${b.expected}`, b.studentId || b.stateStudentId || "-"];
    return `${parts.join(" ")}${b.count === 1 ? "" : ` x${b.count}`}`;
  });
}
