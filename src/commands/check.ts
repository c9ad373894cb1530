import { resolve } from "node:path";
import type { Problem } from "../errors.js";
import type { ExitCode } from "../exit.js";
import type { Shard } from "../partition/pack.js";
import { SLICE_FILE, sliceLines } from "../partition/slice.js";
import { nodeHasher, openFile, refuseGivenOnce } from "../read/disk.js";
import { FORMATS, resultFiles } from "../report/formats/index.js";
import { sheetHtml } from "../report/html/sheet.js";
import type { RunResult } from "../report/result.js";
import { summaryText } from "../report/summary.js";
import { run } from "../run.js";
import { besideRun, exitCodeSince, watchedBy } from "../since/apply.js";
import { sinceText } from "../since/text.js";
import { manifestText } from "../write/manifest.js";
import { mergedContent } from "../write/merged.js";
import { defaultOut, fillOut, inPieces, type OutFile, outFile, writeResults } from "../write/out.js";
import { lookAt } from "../write/place.js";
import { scratchBeside } from "../write/scratch.js";
import { gatherSpilling } from "../write/spilled.js";
import { type ReadBeside, readBeside, refuseShrunk } from "./beside.js";
import { RUN_CODES } from "./codes.js";
import type { RawFlags } from "./flags.js";
import { type Job, prepare, resultOptions, showProgress } from "./job.js";
import { readSettings, type Settings } from "./settings.js";
import { type Terminal, terminal, terminalFlags } from "./terminal.js";
import { withWork } from "./work.js";

/**
 * `zcredit check`: reads, decides, writes the results whole or not at all, and says what came of it.
 * @throws NotDone with every problem that can be seen at once; nothing is written then.
 */
export async function check(flags: RawFlags, stray: readonly Problem[]): Promise<ExitCode> {
  const known = { formats: FORMATS.map((format) => format.name), codes: RUN_CODES };
  const settings = await readSettings(flags, stray, known, process.cwd());
  const screen = terminal(terminalFlags(flags));
  const out = settings.out === null ? await defaultOut(settings.awardDate) : fillOut(settings.out, settings.awardDate);
  let beside = NOTHING_BESIDE;
  const job = await prepare(settings, async (paths) => {
    if (settings.merged) for (const path of settings.inputs.transcript) await refuseGivenOnce(path);
    beside = await readBeside(settings, out);
    // Looked at now as well, so that hours of reading do not end in a refusal.
    await lookAt(out, settings.force, [...paths, ...beside.paths]);
  });
  const watch = watchedBy(beside);
  const { shard } = settings;
  const scratch = scratchBeside(out);
  try {
    const ran = await withWork(settings, job, scratch, (work) =>
      run({
        sources: job.sources,
        policy: job.policy,
        policyFile: job.policyFile,
        hasher: nodeHasher,
        options: resultOptions(settings),
        importBy: job.importBy,
        onProgress: showProgress(screen, job),
        ...work,
        gather: gatherSpilling(scratch),
        ...(shard === null ? {} : { shard }),
        ...(watch === null ? {} : { watch }),
      }),
    );
    const whole = besideRun(beside, job.policy, ran);
    const result = shard === null ? whole : { ...whole, notes: [...whole.notes, sliceNote(shard)] };
    screen.progress("");
    refuseShrunk(result, beside, settings.allowShrink);
    sayFiles(screen, result, job);
    const said = `${configLine(settings)}${sinceText(result, screen.colour)}${summaryText(result, { out, colour: screen.colour })}`;
    const files = outFiles(settings, result, flags.withNames === true);
    if (shard !== null) {
      files.push({ name: SLICE_FILE, content: inPieces(() => sliceLines(ran, shard, beside.lists)) });
    }
    await writeResults(out, files, {
      force: settings.force,
      inputs: [...job.paths, ...beside.paths],
      manifest: (written) => manifestText(result, written),
    });
    if (settings.json) for (const file of resultFiles(result, ["json"])) await screen.json(file.pieces());
    else if (flags.quiet !== true) screen.out(said);
    return exitCodeSince(result, settings.failOn, settings.failOnNew);
  } finally {
    scratch.close();
  }
}

const NOTHING_BESIDE: ReadBeside = {
  earlier: null,
  accepted: null,
  exported: null,
  lists: [],
  manifest: null,
  paths: [],
};

function sliceNote({ index, of }: Shard): string {
  return `This is slice ${index + 1} of ${of} of the students. zcredit merge joins all of them.`;
}

function outFiles(settings: Settings, result: RunResult, withNames: boolean): OutFile[] {
  const files: OutFile[] = resultFiles(result, settings.formats).map(outFile);
  // Asked for each time anew: a configuration file can't make names a habit.
  if (withNames) files.push({ name: "review-sheet.html", content: inPieces(() => sheetHtml(result)) });
  if (settings.merged) {
    const sources = settings.inputs.transcript.map((path) => openFile("transcript", path, path));
    files.push({ name: "merged-transcript.csv", content: mergedContent(result, sources, nodeHasher) });
  }
  return files;
}

/** The path of the configuration is for the terminal alone: no path of this machine enters a result. */
export function configLine(settings: Pick<Settings, "config">): string {
  return settings.config === null ? "" : `Configuration: ${resolve(settings.config.path)}\n`;
}

export function sayFiles(screen: Terminal, result: RunResult, job: Job): void {
  for (const file of result.files) {
    const path = job.shownBy.get(file.name) ?? file.name;
    screen.detail(`${path}: ${file.kind}, ${file.rows} rows, ${file.bytes} bytes, SHA-256 ${file.sha256}`);
  }
  for (const { code, because } of result.rules.notChecked) screen.detail(`not checked: ${code} (${because})`);
}
