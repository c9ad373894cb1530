import { lstat } from "node:fs/promises";
import { basename, join } from "node:path";
import { acceptedCredits, DECISION_COLUMNS, judge, type ProposalLine, readChoosing } from "../accepted/decisions.js";
import { LOG_COLUMNS, type LogEntry, logText, readLogEntry } from "../accepted/log.js";
import { cutRecords, joinRecords } from "../accepted/records.js";
import { readLines, readTable } from "../accepted/table.js";
import { type Manifest, parseManifest } from "../compare/manifest.js";
import { NotDone, notDone } from "../errors.js";
import { EXIT, type ExitCode } from "../exit.js";
import { MOST_OF_RESULTS, MOST_OF_TABLE, readWhole, sha256Of } from "../read/disk.js";
import { count, counted, plain } from "../report/words.js";
import { VERSION } from "../version.js";
import { sealed } from "../write/manifest.js";
import { fillOut, type OutFile, writeResults } from "../write/out.js";
import { MANIFEST } from "../write/place.js";
import type { RawFlags } from "./flags.js";
import { flagReader } from "./policyFile.js";
import { terminal, terminalFlags } from "./terminal.js";
import type { Words } from "./words.js";

const RECORDS = "proposed-records.csv";
const PROPOSALS = "proposals.csv";
const ACCEPTED = "accepted-records.csv";
const LOG = "decision-log.csv";

/** A file that went in, as the manifest names it. */
interface Went {
  readonly name: string;
  readonly kind: string;
  readonly bytes: Uint8Array;
}

/**
 * `zcredit accept DIR`: the import file of just what a person accepted, its lines byte for byte those that were
 * proposed, and a log of who decided what.
 * @throws NotDone where the results are not as they were written, or a decision can't stand; nothing is written then.
 */
export async function accept(flags: RawFlags, { words, problems }: Words): Promise<ExitCode> {
  const read = flagReader(flags, problems);
  const [folder = ""] = words;
  const decisionsPath = read.text("decisions");
  const outAsked = read.text("out");
  const logs = Array.isArray(flags.pending) ? flags.pending : [];
  if (decisionsPath === null) {
    const message = "is missing: name the decisions, as in --decisions decisions.csv.";
    read.problems.push({ code: "", where: "--decisions", message });
  }
  if (read.problems.length > 0 || decisionsPath === null) throw new NotDone(read.problems);

  const results = await readResults(folder);
  const decided = await readWhole(decisionsPath, MOST_OF_TABLE);
  const decisions: Went = { name: basename(decisionsPath), kind: "decisions", bytes: decided };
  const went: Went[] = [results.manifestFile, results.proposals, results.records, decisions];
  const earlier = new Map<string, LogEntry>();
  for (const path of logs) {
    const log: Went = { name: basename(path), kind: "decision-log", bytes: await readWhole(path, MOST_OF_TABLE) };
    went.push(log);
    for (const entry of readLines(readTable(log, LOG_COLUMNS), readLogEntry)) {
      if (entry.choice === "accept" && !earlier.has(entry.id)) earlier.set(entry.id, entry);
    }
  }
  const proposals = proposalLines(results.proposals);
  const ready = proposals.filter(({ status }) => status === "ready");
  const { head, records } = cutRecords(results.records.bytes);
  const choosings = readLines(readTable(decisions, DECISION_COLUMNS), readChoosing);
  const judged = judge(proposals, choosings, earlier);
  if (judged.accepted.size > 0 && records.length !== ready.length) {
    const message =
      records.length === 0
        ? "there was no transcript in this run, so nothing goes to import. Run zcredit check with the transcript."
        : `it holds ${counted(records.length, "record")}, and ${ready.length} proposals are ready. Run zcredit check again.`;
    throw notDone(join(folder, RECORDS), message);
  }
  const chosen = records.filter((_, i) => judged.accepted.has(ready[i]?.id ?? ""));
  const awardDate = results.manifest.award_date;
  const out = outAsked === null ? await freeFolder(awardDate) : fillOut(outAsked, awardDate);
  const files: readonly OutFile[] = [
    { name: ACCEPTED, content: joinRecords(head, chosen), rows: chosen.length },
    { name: LOG, content: logText(judged.log), rows: judged.log.length },
  ];
  const counts = countsOf(judged.log, chosen.length, judged.undecided);
  await writeResults(out, files, {
    force: false,
    inputs: [join(folder, MANIFEST), decisionsPath, ...logs],
    manifest: (written) =>
      sealed({
        tool: "zcredit",
        format: 1,
        version: VERSION,
        award_date: awardDate,
        inputs: went.map(({ name, kind, bytes }) => ({ name, kind, sha256: sha256Of(bytes), bytes: bytes.byteLength })),
        counts,
        outputs: written.map(({ name, sha256, bytes, rows }) => ({ name, sha256, bytes, rows })),
      }),
  });
  const screen = terminal(terminalFlags(flags));
  if (flags.quiet !== true) {
    const credits = acceptedCredits(judged);
    screen.out(
      [
        `Accepted: ${counted(chosen.length, "record")}, credits ${credits}; declined ${count(counts.declined)}, later ${count(counts.later)}, not decided ${count(counts.undecided)}`,
        plain(`The results are in ${out}`),
        `  Import ${ACCEPTED} into your student system, and keep ${LOG}.`,
        `  Until the records have landed, give the log to the next run: zcredit check --pending ${plain(join(out, LOG))}`,
        "",
      ].join("\n"),
    );
  }
  return EXIT.done;
}

function countsOf(log: readonly LogEntry[], imported: number, undecided: number) {
  const of = (choice: string): number => log.filter((entry) => entry.choice === choice).length;
  return { accepted: of("accept"), imported, declined: of("decline"), later: of("later"), undecided };
}

interface Results {
  readonly manifest: Manifest;
  readonly manifestFile: Went;
  readonly proposals: Went;
  readonly records: Went;
}

/** @throws NotDone where they are no results of `zcredit check`, or were changed since. */
async function readResults(folder: string): Promise<Results> {
  const path = join(folder, MANIFEST);
  const manifestBytes = await readWhole(path, MOST_OF_RESULTS);
  const manifest = parseManifest(path, new TextDecoder("utf-8").decode(manifestBytes));
  if (manifest.redacted !== undefined) {
    throw notDone(
      folder,
      "these results are redacted (--redact): no student system knows a student by these ids. Accept from the results of zcredit check without --redact.",
    );
  }
  const output = async (name: string, kind: string): Promise<Went> => {
    const listed = manifest.outputs.find((each) => each.name === name);
    if (listed === undefined) {
      throw notDone(folder, `these results have no ${name}. Run zcredit check with csv among the formats.`);
    }
    const bytes = await readWhole(join(folder, name), MOST_OF_RESULTS);
    if (sha256Of(bytes) !== listed.sha256) {
      throw notDone(
        join(folder, name),
        "this file was changed since zcredit wrote it (opening and saving it in a spreadsheet is enough). Decisions go into a file of their own; run zcredit check again for fresh results.",
      );
    }
    return { name, kind, bytes };
  };
  return {
    manifest,
    manifestFile: { name: MANIFEST, kind: "manifest", bytes: manifestBytes },
    proposals: await output(PROPOSALS, "proposals"),
    records: await output(RECORDS, "proposed-records"),
  };
}

function proposalLines(file: Went): readonly ProposalLine[] {
  return readTable(file, ["proposal_id", "status", "credits", "mark"]).map((row) => ({
    id: row.cell("proposal_id"),
    status: row.cell("status"),
    credits: row.cell("credits"),
    mark: row.cell("mark"),
    cell: row.cell,
  }));
}

/** `zcredit-accepted/2025-06-20-1`, or the next number that nothing stands under: decisions are never replaced. */
async function freeFolder(awardDate: string): Promise<string> {
  for (let n = 1; ; n++) {
    const path = join("zcredit-accepted", `${awardDate}-${n}`);
    const there = await lstat(path).catch(() => null);
    if (there === null) return path;
  }
}
