import type { AnyRow, Field, Layout } from "../model.js";
import { byFirst } from "../order.js";
import { cellOf } from "./cells.js";

/*
 * A spreadsheet set to a language that writes decimals with a comma separates cells with semicolons. There, and there
 * alone, a comma in a number can be read, and only where it can be nothing else.
 */

/** No course is worth a hundred credits, so the comma before up to three digits can part no thousands. */
const CREDIT = /^([+-]?\d{0,2}),(\d{1,3})$/;

/** Three digits after a comma could as well be the end of a number in the thousands: `2,543`. */
const MEASURE = /^([+-]?)(\d*),(\d{1,2}|\d{4,})$|^([+-]?)(0),(\d{3})$/;

/** Whether a layout is one in which a comma can be the decimal mark. */
export function mayHaveCommas({ delimiter }: Layout): boolean {
  return delimiter === ";";
}

/** A credit with its decimal comma turned into a point; any other text as it stands. */
export function creditWithPoint(text: string): string {
  return text.replace(CREDIT, "$1.$2");
}

/** The same for a score, percent or percentile. */
export function measureWithPoint(text: string): string {
  return text.replace(MEASURE, (_, sign = "", whole = "", part = "", sign0 = "", zero = "", part0 = "") =>
    part === "" ? `${sign0}${zero}.${part0}` : `${sign}${whole}.${part}`,
  );
}

const CREDITS: readonly Field[] = ["credits_attempted", "credits_earned"];
const MEASURES: readonly Field[] = ["score", "percent", "percentile"];

/** Counts numbers by their decimal mark, so that it can be said, and new records be written, as most are. */
export interface CommaCounter {
  readonly see: (row: AnyRow) => void;
  /** Whether most credits of the transcripts that have decimals are written with a comma. */
  readonly inRecords: () => boolean;
  /** One note for each file in which commas were read as decimal marks. */
  readonly notes: () => readonly string[];
  readonly counts: () => CommaCounts;
  /** Adds what another counter saw, of other rows. */
  readonly add: (counts: CommaCounts) => void;
}

/** What one counter saw, plain. */
export interface CommaCounts {
  /** Credits of transcripts with a comma, and with a point. */
  readonly commas: number;
  readonly points: number;
  /** By file: how many numbers have a comma, the first line of one, and its text. */
  readonly files: readonly (readonly [
    string,
    { readonly commas: number; readonly first: number; readonly sample: string },
  ])[];
}

export function countCommas(): CommaCounter {
  const byFile = new Map<string, { commas: number; first: number; sample: string }>();
  let commas = 0;
  let points = 0;
  return {
    see: (row) => {
      const { layout, cells, file, line } = row;
      if (row.kind === "approvals" || row.kind === "students") return;
      const fields = row.kind === "transcript" ? CREDITS : MEASURES;
      const isOpen = mayHaveCommas(layout);
      for (const field of fields) {
        const text = cellOf(layout, cells, field);
        if (row.kind === "transcript" && text.includes(".")) points += 1;
        if (!isOpen || !text.includes(",")) continue;
        if ((row.kind === "transcript" ? creditWithPoint(text) : measureWithPoint(text)) === text) continue;
        if (row.kind === "transcript") commas += 1;
        const known = byFile.get(file);
        if (known === undefined) byFile.set(file, { commas: 1, first: line, sample: text });
        else {
          known.commas += 1;
          if (line < known.first) {
            known.first = line;
            known.sample = text;
          }
        }
      }
    },
    counts: () => ({ commas, points, files: [...byFile].map(([file, found]) => [file, { ...found }] as const) }),
    add: (counts) => {
      commas += counts.commas;
      points += counts.points;
      for (const [file, found] of counts.files) {
        const known = byFile.get(file);
        if (known === undefined) byFile.set(file, { ...found });
        else {
          known.commas += found.commas;
          if (found.first < known.first) {
            known.first = found.first;
            known.sample = found.sample;
          }
        }
      }
    },
    inRecords: () => commas > points,
    notes: () =>
      [...byFile]
        .sort(byFirst)
        .map(
          ([file, found]) =>
            `${file} writes ${found.commas} numbers with a decimal comma, the first on line ${found.first} (${found.sample}): read as ${creditWithPoint(found.sample) === found.sample ? measureWithPoint(found.sample) : creditWithPoint(found.sample)}. Semicolons separate its cells, so the commas can be nothing else.`,
        ),
  };
}
