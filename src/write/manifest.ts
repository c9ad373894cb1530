import { createHash } from "node:crypto";
import { byText } from "../order.js";
import { PSEUDONYMISED } from "../redact/result.js";
import { countsOf, inputsOf, optionsOf, policyOf, rulesOf } from "../report/formats/json.js";
import type { RunResult, SinceResult } from "../report/result.js";
import { readingTotals } from "../report/totals.js";
import type { Reach } from "../since/reach.js";
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
 *
 * @param also what one command has to say besides, under keys of its own
 */
export function manifestText(
  result: RunResult,
  written: readonly Written[],
  also: Readonly<Record<string, unknown>> = {},
): string {
  const manifest = {
    tool: "zcredit",
    format: 1,
    version: result.version,
    award_date: result.options.awardDate,
    ...(result.redacted === true ? { redacted: PSEUDONYMISED } : {}),
    options: optionsOf(result.options),
    policy: policyOf(result.policy),
    inputs: inputsWithStudents(result),
    ...(result.lists === undefined ? {} : { lists: result.lists }),
    ...(result.since === undefined ? {} : { since: sinceOf(result.since) }),
    ...(result.reach === undefined ? {} : { schools: schoolsOf(result.reach) }),
    transcript_records: transcriptCounts(result),
    counts: countsOf(result),
    rules: rulesOf(result.rules),
    ...also,
    outputs: written
      .map(({ name, sha256, bytes, rows }) => ({ name, sha256, bytes, rows }))
      .sort((a, b) => byText(a.name, b.name)),
  };
  return sealed(manifest);
}

function inputsWithStudents(result: RunResult) {
  return inputsOf(result).map((input) => {
    const students = result.reach?.files.find(({ name }) => name === input.name)?.students;
    return students === undefined ? input : { ...input, students };
  });
}

function sinceOf({ manifestSha256, awardDate, violations, proposals, landed }: SinceResult) {
  return {
    manifest_sha256: manifestSha256,
    award_date: awardDate,
    violations_gone: violations.length,
    proposals_gone: proposals.length - landed,
    landed,
  };
}

function schoolsOf({ schools }: Reach) {
  return schools.map(({ code, rows, students }) => ({ school_code: code, rows, students }));
}

/**
 * A manifest as text, with its own digest last: SHA-256 of this very text with that digest's place left empty. It shows
 * a byte that changed by accident; it is no signature, since whoever edits a manifest can make a new one.
 */
export function sealed(manifest: Readonly<Record<string, unknown>>): string {
  const text = `${JSON.stringify({ ...manifest, seal: "" }, null, 2)}\n`;
  const seal = createHash("sha256").update(text).digest("hex");
  return text.replace(/"seal": ""(?=\n\}\n$)/, `"seal": "${seal}"`);
}
