import type { Proposal, Violation } from "../../model.js";
import { sinceLines, sinceTable } from "../../since/tables.js";
import { recordCount, recordsFile } from "../records.js";
import type { SinceItem } from "../result.js";
import type { Sequence } from "../sequence.js";
import { proposalsTable, REFUSALS, spreadsheet, type Table, VIOLATIONS } from "../tables.js";
import { totalsOf } from "../totals.js";
import type { Format, ResultFile } from "./format.js";

/** With earlier results: a column more, and lines for what is gone or landed. */
function tableFile<T extends Proposal | Violation>(
  name: string,
  table: Table<T>,
  items: Sequence<T>,
  earlier: Sequence<SinceItem> | undefined,
): ResultFile {
  if (earlier === undefined) return { name, pieces: () => spreadsheet(table, items), rows: items.length };
  const pieces = () => spreadsheet(sinceTable(table), sinceLines(items, earlier));
  return { name, pieces, rows: items.length + earlier.length };
}

/** The import file in the transcript's own layout, and three tables for spreadsheets. All complete: nothing is cut. */
export const csv: Format = {
  name: "csv",
  files(result) {
    const { proposals, refusals, violations } = result;
    const table = proposalsTable(result.output?.schoolYearForm ?? "short", totalsOf(result).proposals.gpaSaid.size > 0);
    return [
      {
        name: "proposed-records.csv",
        pieces: () => recordsFile(result),
        encoding: result.output?.layout.encoding ?? "utf-8",
        rows: recordCount(result),
      },
      tableFile("proposals.csv", table, proposals, result.since?.proposals),
      tableFile("violations.csv", VIOLATIONS, violations, result.since?.violations),
      { name: "refusals.csv", pieces: () => spreadsheet(REFUSALS, refusals), rows: refusals.length },
    ];
  },
};
