import { NotDone, type Problem } from "../errors.js";
import type { FileReading, Layout, RawRow } from "../model.js";
import { readSource } from "../read/read.js";
import type { Hasher, Source } from "../read/source.js";

/** Opens a file anew each time, since it is read more than once. */
export type Opener = () => Source;

/** Stops a reading at its first row: the layout is known by then. */
const ENOUGH = new Error("enough was read");

/** A hasher for a reading whose digest nobody asks for. */
const NO_HASH = (): Hasher => ({ update: () => undefined, hex: () => "" });

/**
 * Reads the header alone.
 * @throws NotDone where the file has none, or one that lacks a needed column.
 */
export async function layoutOf(open: Opener): Promise<Layout> {
  const source = open();
  let layout: Layout | null = null;
  try {
    const reading = await readSource(
      source,
      (row) => {
        layout = row.layout;
        throw ENOUGH;
      },
      NO_HASH(),
    );
    const problems = faultsOf(reading);
    if (problems.length > 0) throw new NotDone(problems);
    layout = reading.layout;
  } catch (error) {
    if (error !== ENOUGH) throw error;
  }
  if (layout === null) throw new NotDone([problem(source.name, "there is nothing in this file. Export it again.")]);
  return layout;
}

function problem(where: string, message: string): Problem {
  return { code: "", where, message };
}

/** What keeps a file from being compared: what could not be read can't be called unchanged. */
export function faultsOf(reading: FileReading): readonly Problem[] {
  const { name, header, notText, truncatedAt } = reading;
  if (notText !== null) {
    return [
      problem(name, `this is no text that can be read (byte ${notText.offset}). Export it again as CSV in UTF-8.`),
    ];
  }
  if (header === null) return [problem(name, "there is nothing in this file. Export it again.")];
  const problems: Problem[] = [];
  const at = `${name}:${header.line}`;
  for (const { field } of header.missing) {
    problems.push(problem(at, `the column ${field} is missing. Export again with it.`));
  }
  for (const column of header.duplicated) {
    problems.push(problem(at, `the column ${column} stands there twice. Export again.`));
  }
  for (const { field, columns } of header.ambiguous) {
    problems.push(problem(at, `${columns.join(" and ")} both could be ${field}. Rename one of them.`));
  }
  if (truncatedAt !== null) {
    problems.push(problem(`${name}:${truncatedAt}`, "the file ends inside this record. Export it again."));
  }
  return problems;
}

/**
 * Reads files to their end, one after the other.
 * @throws NotDone with the faults of all of them.
 */
export async function readFiles(
  openers: readonly Opener[],
  hasher: () => Hasher,
  onRow: (row: RawRow) => void,
): Promise<readonly FileReading[]> {
  const readings: FileReading[] = [];
  for (const open of openers) readings.push(await readSource(open(), onRow, hasher()));
  const problems = readings.flatMap(faultsOf);
  if (problems.length > 0) throw new NotDone(problems);
  return readings;
}
