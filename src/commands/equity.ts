import { collectFacts } from "../equity/facts.js";
import { equityCsv, equityJson, reviewCsv } from "../equity/formats.js";
import { equityPage } from "../equity/page.js";
import { type EquityReport, equityReport } from "../equity/report.js";
import { equityText, namedGroups } from "../equity/words.js";
import type { Problem } from "../errors.js";
import { type ExitCode, exitCodeOf } from "../exit.js";
import { nodeHasher } from "../read/disk.js";
import { FORMATS } from "../report/formats/index.js";
import { run } from "../run.js";
import { VERSION } from "../version.js";
import { manifestText } from "../write/manifest.js";
import { defaultOut, fillOut, type OutFile, writeResults } from "../write/out.js";
import { lookAt } from "../write/place.js";
import { scratchBeside } from "../write/scratch.js";
import { gatherSpilling } from "../write/spilled.js";
import { configLine, sayFiles } from "./check.js";
import { RUN_CODES } from "./codes.js";
import type { RawFlags } from "./flags.js";
import { prepare, resultOptions, showProgress } from "./job.js";
import { readSettings } from "./settings.js";
import { terminal, terminalFlags } from "./terminal.js";
import { withWork } from "./work.js";

const FORMAT_NAMES: readonly string[] = ["csv", "json", "html"];

/** Fewer students than this are not shown as a group, unless the flag says otherwise. */
const LEAST = 10;

/**
 * `zcredit equity`: who receives mastery credit, by group, against enrolment and against those who had lost credit.
 * Exit code 1 where a group is beyond the policy's threshold and `--fail-on` is `warning` or `info`.
 * @throws NotDone with every problem that can be seen at once; nothing is written then.
 */
export async function equity(flags: RawFlags, stray: readonly Problem[]): Promise<ExitCode> {
  const problems: Problem[] = [...stray];
  const least = leastOf(flags, problems);
  // A list of formats in the configuration is one for every command; on the command line it is for this one.
  const known = flags.format === undefined ? FORMATS.map(({ name }) => name) : [];
  const names = { formats: [...new Set([...FORMAT_NAMES, ...known])], codes: RUN_CODES, needsStudents: true } as const;
  const settings = await readSettings(flags, problems, names, process.cwd());
  const screen = terminal(terminalFlags(flags));
  const out = settings.out === null ? await defaultOut(settings.awardDate) : fillOut(settings.out, settings.awardDate);
  const job = await prepare(settings, async (paths) => {
    await lookAt(out, settings.force, paths);
  });
  const collector = collectFacts(job.policy, settings.awardDate);
  const scratch = scratchBeside(out);
  try {
    const { result } = await withWork({ ...settings, shard: null }, job, scratch, (work) =>
      run({
        sources: job.sources,
        policy: job.policy,
        policyFile: job.policyFile,
        hasher: nodeHasher,
        // Everyone is counted, whatever a configuration lets into the output of other commands.
        options: { ...resultOptions(settings), onlyStudent: [], school: [], classOf: [], gradeLevel: [] },
        onProgress: showProgress(screen, job),
        onStudent: collector.add,
        gather: gatherSpilling(scratch),
        ...work,
      }),
    );
    screen.progress("");
    sayFiles(screen, result, job);
    const report = equityReport({
      facts: collector.finish(),
      policy: job.policy,
      policyName: job.policyFile.name,
      version: VERSION,
      awardDate: settings.awardDate,
      least,
    });
    const chosen = flags.format === undefined ? FORMAT_NAMES : settings.formats;
    await writeResults(out, outFiles(report, chosen), {
      force: settings.force,
      inputs: job.paths,
      manifest: (written) =>
        manifestText({ ...result, ...(job.listFile === null ? {} : { lists: [job.listFile] }) }, written),
    });
    if (settings.json) await screen.json([equityJson(report)]);
    else if (flags.quiet !== true) screen.out(`${configLine(settings)}${equityText(report, out, screen.colour)}`);
    const found = namedGroups(report).map(() => ({ severity: "warning", status: "open" }) as const);
    return exitCodeOf(found, settings.failOn);
  } finally {
    scratch.close();
  }
}

function leastOf(flags: RawFlags, problems: Problem[]): number {
  const values = Array.isArray(flags.minN) ? flags.minN : [];
  const [text = String(LEAST)] = values;
  if (values.length > 1) problems.push({ code: "", where: "--min-n", message: "is given twice; keep one." });
  if (/^\d{1,6}$/.test(text) && Number(text) >= 2) return Number(text);
  const message = `"${text}" will not do; give a whole number of at least 2, such as 10. A group of one is a student.`;
  problems.push({ code: "", where: "--min-n", message });
  return LEAST;
}

function outFiles(report: EquityReport, formats: readonly string[]): readonly OutFile[] {
  const files: OutFile[] = [];
  if (formats.includes("csv")) {
    files.push({ name: "equity.csv", ...equityCsv(report) }, { name: "equity-review.csv", ...reviewCsv(report) });
  }
  if (formats.includes("json")) files.push({ name: "equity.json", content: equityJson(report) });
  if (formats.includes("html")) files.push({ name: "equity.html", content: equityPage(report) });
  return files;
}
