import { countsOf, inputsOf, optionsOf, policyOf, rulesOf } from "../report/formats/json.js";
import type { RunResult } from "../report/result.js";
import { readingTotals } from "../report/totals.js";
import { byText } from "../report/words.js";
import type { Written } from "./out.js";

/** Where each transcript record went: `records` is the sum of the other four. */
function transcriptCounts(result: RunResult) {
  let records = 0;
  let unreadable = 0;
  let notRecords = 0;
  for (const file of result.files) {
    if (file.kind !== "transcript") continue;
    const totals = readingTotals(file);
    records += totals.records;
    unreadable += totals.unreadable;
    notRecords += totals.notRecords;
  }
  const { transcriptRows, doubtfulRows } = result.counts;
  return {
    records,
    used: transcriptRows - doubtfulRows,
    doubtful: doubtfulRows,
    unreadable,
    not_records: notRecords,
  };
}

/**
 * `manifest.json`: what went in, what came out, and what was checked, with SHA-256 of each file. It holds no clock and
 * no path, so the same run gives the same bytes anywhere. `"tool": "zcredit"` is what marks a folder as ours.
 */
export function manifestText(result: RunResult, written: readonly Written[]): string {
  const manifest = {
    tool: "zcredit",
    format: 1,
    version: result.version,
    award_date: result.options.awardDate,
    options: optionsOf(result.options),
    policy: policyOf(result.policy),
    inputs: inputsOf(result),
    transcript_records: transcriptCounts(result),
    counts: countsOf(result),
    rules: rulesOf(result.rules),
    outputs: written
      .map(({ name, sha256, bytes, rows }) => ({ name, sha256, bytes, rows }))
      .sort((a, b) => byText(a.name, b.name)),
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
