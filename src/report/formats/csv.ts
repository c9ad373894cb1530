import type { Proposal, Violation } from "../../model.js";
import { sinceLines, sinceTable } from "../../since/tables.js";
import { readyRecords, recordsFile } from "../records.js";
import type { SinceItem } from "../result.js";
import { proposalsTable, REFUSALS, spreadsheet, type Table, VIOLATIONS } from "../tables.js";
import type { Format, ResultFile } from "./format.js";

/** With earlier results: a column more, and lines for what is gone or landed. */
function tableFile<T extends Proposal | Violation>(
  name: string,
  table: Table<T>,
  items: readonly T[],
  earlier: readonly SinceItem[] | undefined,
): ResultFile {
  if (earlier === undefined) return { name, content: spreadsheet(table, items), rows: items.length };
  const lines = sinceLines(items, earlier);
  return { name, content: spreadsheet(sinceTable(table), lines), rows: lines.length };
}

/** The import file in the transcript's own layout, and three tables for spreadsheets. All complete: nothing is cut. */
export const csv: Format = {
  name: "csv",
  files(result) {
    const { proposals, refusals, violations } = result;
    const table = proposalsTable(result.output?.schoolYearForm ?? "short", result.proposals);
    return [
      {
        name: "proposed-records.csv",
        content: recordsFile(result),
        encoding: result.output?.layout.encoding ?? "utf-8",
        rows: readyRecords(result).length,
      },
      tableFile("proposals.csv", table, proposals, result.since?.proposals),
      tableFile("violations.csv", VIOLATIONS, violations, result.since?.violations),
      { name: "refusals.csv", content: spreadsheet(REFUSALS, refusals), rows: refusals.length },
    ];
  },
};
