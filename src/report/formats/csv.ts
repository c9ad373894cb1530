import { readyRecords, recordsFile } from "../records.js";
import { proposalsTable, REFUSALS, spreadsheet, VIOLATIONS } from "../tables.js";
import type { Format } from "./format.js";

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
      { name: "proposals.csv", content: spreadsheet(table, proposals), rows: proposals.length },
      { name: "violations.csv", content: spreadsheet(VIOLATIONS, violations), rows: violations.length },
      { name: "refusals.csv", content: spreadsheet(REFUSALS, refusals), rows: refusals.length },
    ];
  },
};
