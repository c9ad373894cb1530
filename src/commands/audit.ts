import { type AuditSample, drawAudit, isAboutRecords, recordPlaces, type SampleRequest } from "../audit/audit.js";
import { worksheetPage } from "../audit/page.js";
import { collectPopulation, type Population } from "../audit/population.js";
import { auditText } from "../audit/words.js";
import { recordsFile, refusalSheetFile, worksheetFile } from "../audit/worksheet.js";
import { didYouMean } from "../config/nearest.js";
import type { Problem } from "../errors.js";
import { type ExitCode, exitCodeOf } from "../exit.js";
import { nodeHasher } from "../read/disk.js";
import { FORMATS } from "../report/formats/index.js";
import type { RunResult } from "../report/result.js";
import { filtered } from "../report/sequence.js";
import { spreadsheet, VIOLATIONS } from "../report/tables.js";
import { run } from "../run.js";
import { manifestText } from "../write/manifest.js";
import { defaultOut, fillOut, inPieces, type OutFile, writeResults } from "../write/out.js";
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

/**
 * `zcredit audit`: existing mastery records only, each judged by the decision run backwards; with a sample, a worksheet.
 * @throws NotDone with every problem that can be seen at once; nothing is written then.
 */
export async function audit(flags: RawFlags, stray: readonly Problem[]): Promise<ExitCode> {
  const problems: Problem[] = [];
  const request = sampleRequest(flags, problems);
  const known = { formats: FORMATS.map((format) => format.name), codes: RUN_CODES };
  const settings = await readSettings(flags, [...stray, ...problems], known, process.cwd());
  const screen = terminal(terminalFlags(flags));
  const out = settings.out === null ? await defaultOut(settings.awardDate) : fillOut(settings.out, settings.awardDate);
  const job = await prepare(settings, async (paths) => {
    await lookAt(out, settings.force, paths);
  });
  const collector = collectPopulation(job.policy);
  const scratch = scratchBeside(out);
  try {
    const { result } = await withWork({ ...settings, shard: null }, job, scratch, (work) =>
      run({
        sources: job.sources,
        policy: job.policy,
        policyFile: job.policyFile,
        hasher: nodeHasher,
        options: resultOptions(settings),
        onProgress: showProgress(screen, job),
        onStudent: (student, { records, violations }) => {
          const places = new Set(records.map(({ row }) => `${row.line} ${row.file}`));
          collector.add(
            student,
            records,
            violations.filter((violation) => isAboutRecords(violation, places)),
          );
        },
        gather: gatherSpilling(scratch),
        ...work,
      }),
    );
    screen.progress("");
    sayFiles(screen, result, job);
    const population = collector.finish();
    const places = recordPlaces(population);
    const violations = filtered(result.violations, (violation) => isAboutRecords(violation, places));
    const { students: all, studentsOut } = result.counts;
    const shares = { output: studentsOut, hidden: all - studentsOut };
    const sample = drawAudit(population, result.refusals, request, shares);
    const audited: RunResult = { ...result, violations, ...(job.listFile === null ? {} : { lists: [job.listFile] }) };
    await writeResults(out, auditFiles(audited, population, sample), {
      force: settings.force,
      inputs: job.paths,
      manifest: (written) => manifestText(audited, written, { audit: manifestOf(population, sample) }),
    });
    if (flags.quiet !== true)
      screen.out(`${configLine(settings)}${auditText(audited, population, sample, violations, out)}`);
    return exitCodeOf(violations, settings.failOn);
  } finally {
    scratch.close();
  }
}

function auditFiles(result: RunResult, population: Population, sample: AuditSample): readonly OutFile[] {
  const files: OutFile[] = [
    {
      name: "violations.csv",
      content: inPieces(() => spreadsheet(VIOLATIONS, result.violations)),
      rows: result.violations.length,
    },
    { name: "records.csv", ...recordsFile(population) },
  ];
  for (const { draws } of sample.statements) {
    if (draws === "refusals") files.push({ name: "refusals-worksheet.csv", ...refusalSheetFile(sample) });
    else files.push({ name: "worksheet.csv", ...worksheetFile(sample) });
  }
  if (sample.statements.length > 0) files.push({ name: "worksheet.html", content: worksheetPage(result, sample) });
  return files;
}

function manifestOf(population: Population, { statements }: AuditSample) {
  return {
    students: population.students.length,
    records: population.records,
    students_without_record: population.withoutRecord,
    rows_in_doubt: population.doubtful,
    samples: statements.map((statement) => ({
      draws: statement.draws,
      seed: statement.seed,
      method: statement.method,
      stratify: statement.stratify,
      asked: statement.asked,
      drawn: statement.drawn,
      frame: statement.frame,
      frame_size: statement.frameSize,
      exclusions: statement.exclusions,
      strata: statement.strata,
    })),
  };
}

function sampleRequest(flags: RawFlags, problems: Problem[]): SampleRequest {
  const size = wholeNumber("--sample", flags.sample, problems);
  const refusals = wholeNumber("--refusals", flags.refusals, problems);
  const seed = textOf("--seed", flags.seed, problems);
  const unit = choice("--unit", flags.unit, ["student", "record"], "student", problems);
  const stratify = choice("--stratify", flags.stratify, ["none", "school", "pathway"], "none", problems);
  const draws = flags.sample !== undefined || flags.refusals !== undefined;
  if (draws && seed === null) {
    const message = "is missing: a sample can be repeated only by its seed. Choose any text or number, as in --seed 7.";
    problems.push({ code: "", where: "--seed", message });
  }
  for (const [flag, given] of [
    ["--unit", flags.unit],
    ["--stratify", flags.stratify],
  ] as const) {
    if (given !== undefined && flags.sample === undefined)
      problems.push({ code: "", where: flag, message: "says how to sample, and --sample is missing." });
  }
  if (seed !== null && !draws)
    problems.push({ code: "", where: "--seed", message: "draws nothing without --sample or --refusals." });
  return { seed: seed ?? "", size, unit, stratify, refusals };
}

function textOf(where: string, given: RawFlags[string], problems: Problem[]): string | null {
  if (!Array.isArray(given)) return null;
  if (given.length > 1)
    problems.push({
      code: "",
      where,
      message: `is given ${given.length} times, and only one value can hold. Keep one.`,
    });
  return given[0] ?? null;
}

function wholeNumber(where: string, given: RawFlags[string], problems: Problem[]): number | null {
  const text = textOf(where, given, problems);
  if (text === null) return null;
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
  problems.push({ code: "", where, message: `"${text}" is no count; write it as 25.` });
  return null;
}

function choice<T extends string>(
  where: string,
  given: RawFlags[string],
  known: readonly T[],
  fallback: T,
  problems: Problem[],
): T {
  const text = textOf(where, given, problems);
  if (text === null) return fallback;
  const found = known.find((value) => value === text);
  if (found !== undefined) return found;
  const message = `"${text}" is none of: ${known.join(", ")}.${didYouMean(text, known)}`;
  problems.push({ code: "", where, message });
  return fallback;
}
