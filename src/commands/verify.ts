import { createHash } from "node:crypto";
import { basename } from "node:path";
import { readLines, readTable } from "../accepted/table.js";
import { itemAt } from "../at.js";
import { type CompareInputs, compareExports } from "../compare/compare.js";
import { CORRECTION_COLUMNS, type Correction, readCorrection } from "../compare/corrections.js";
import { landedFile } from "../compare/landedFile.js";
import type { Opener } from "../compare/read.js";
import type { Comparison } from "../compare/result.js";
import { comparisonJson, comparisonText, countsJson } from "../compare/verifyText.js";
import { NotDone, type Problem } from "../errors.js";
import { type ExitCode, exitCodeOf } from "../exit.js";
import { asShown, switchedOff } from "../frame.js";
import type { FileReading } from "../model.js";
import {
  displayNames,
  MOST_OF_TABLE,
  nodeHasher,
  openFile,
  readWhole,
  refuseGivenOnce,
  sha256Of,
} from "../read/disk.js";
import type { MapDef } from "../read/map/schema.js";
import { redactorBy } from "../redact/redactor.js";
import { PSEUDONYMISED, redactedComparison } from "../redact/result.js";
import { byReportOrder } from "../report/order.js";
import { spreadsheet, VIOLATIONS } from "../report/tables.js";
import { VERSION } from "../version.js";
import { sealed } from "../write/manifest.js";
import { inPieces, writeResults } from "../write/out.js";
import { configLine } from "./check.js";
import type { RawFlags } from "./flags.js";
import { givenDialects, readMap } from "./job.js";
import { refuseExisting, writeOneFile } from "./oneFile.js";
import { type ReadPolicy, readSoundPolicy } from "./policyFile.js";
import { progressShower } from "./progress.js";
import { readKey } from "./redact.js";
import { type Terminal, terminal, terminalFlags } from "./terminal.js";
import { verifyManifest } from "./verifyManifest.js";
import { readVerifySettings, type VerifySettings } from "./verifySettings.js";

/**
 * `zcredit verify`: nothing past moved, and what was accepted landed; or, with `--manifest`, results are as written.
 * @throws NotDone where a file can't be read, or the later export is cut short.
 */
export async function verify(flags: RawFlags, stray: readonly Problem[]): Promise<ExitCode> {
  const screen = terminal(terminalFlags(flags));
  return flags.manifest === undefined ? verifyExports(flags, stray, screen) : verifyManifest(flags, stray, screen);
}

async function verifyExports(flags: RawFlags, stray: readonly Problem[], screen: Terminal): Promise<ExitCode> {
  const settings = await readVerifySettings(flags, stray);
  const { before, after, proposed, landed, out } = settings;
  if (landed !== null) refuseExisting(landed);
  const maps: MapDef[] = [];
  for (const path of settings.maps) maps.push(await readMap(path));
  const policy =
    settings.policy === null ? null : await readSoundPolicy(settings.policy, settings.awardDate, settings.lists);
  const corrections = settings.corrections === null ? null : await readCorrections(settings.corrections);
  const as = [...maps, ...givenDialects(settings.dialects)];
  const given = [...before, ...after, ...proposed];
  for (const path of given) await refuseGivenOnce(path);
  const key = settings.redact === null ? null : await readKey(settings.redact);
  const redactor = key === null ? null : redactorBy(key, policy?.policy ?? null);
  const numbered = (kind: string, paths: readonly string[]): readonly string[] =>
    paths.map((_, i) => `${kind}-${i + 1}`);
  const neutral = [...numbered("before", before), ...numbered("after", after), ...numbered("proposed", proposed)];
  const names = redactor === null ? displayNames(given) : neutral;
  const opener = (path: string, index: number): Opener => {
    return () => ({ ...openFile("transcript", path, itemAt(names, index)), as });
  };
  const show = progressShower(screen, null);
  const inputs: CompareInputs = {
    before: before.map((path, i) => opener(path, i)),
    after: after.map((path, i) => opener(path, before.length + i)),
    proposed: proposed.length === 0 ? null : proposed.map((path, i) => opener(path, before.length + after.length + i)),
    corrections: corrections?.list ?? null,
    kindOf: policy === null ? null : (mark) => policy.policy.marks.get(mark)?.kind ?? null,
    allowShrink: flags.allowShrink === true,
    hasher: nodeHasher,
    digest: digest64,
    onProgress: (rows) => show({ name: "the exports", rows }),
  };
  const compared = await compareExports(inputs).catch((error: unknown) => {
    throw redactor === null ? error : withoutHeaders(error);
  });
  const violations = [...asShown(compared.violations, settings)].sort(byReportOrder);
  const changed = Object.entries(settings.severities).map(([code, level]) => `${code}=${level}`);
  const said = changed.length === 0 ? [] : [`Severities changed: ${changed.join(", ")}.`];
  const rules = switchedOff(compared.rules, settings);
  const plain: Comparison = { ...compared, violations, rules, notes: [...compared.notes, ...said] };
  const result = redactor === null ? plain : redactedComparison(plain, said, redactor);
  screen.progress("");
  if (out !== null) {
    const all = [
      ...given,
      ...[settings.policy, settings.corrections, settings.lists, settings.redact].filter((path) => path !== null),
    ];
    const also = { settings, policy, corrections: corrections?.file ?? null };
    await writeFindings(out, result, also, flags.force === true, all);
  }
  if (landed !== null) {
    const { bytes, note } = landedFile(result.landed, result.after);
    await writeOneFile(landed, bytes);
    if (note !== null) screen.note(note);
  }
  if (flags.json === true) await screen.json([comparisonJson(result)]);
  else if (flags.quiet !== true || violations.length > 0)
    screen.out(`${configLine(settings)}${comparisonText(result, screen.colour)}`);
  return exitCodeOf(violations, settings.failOn);
}

interface InputFile {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly rows: number;
}

async function readCorrections(
  path: string,
): Promise<{ readonly list: readonly Correction[]; readonly file: InputFile }> {
  const bytes = await readWhole(path, MOST_OF_TABLE);
  const name = basename(path);
  const list = readLines(readTable({ name, bytes }, CORRECTION_COLUMNS), readCorrection);
  const sha256 = sha256Of(bytes);
  return { list, file: { name, sha256, bytes: bytes.byteLength, rows: list.length } };
}

/** What stands where a header should be may be a student's row, and a fault of a header names it. */
function withoutHeaders(error: unknown): unknown {
  if (!(error instanceof NotDone)) return error;
  return new NotDone(
    error.problems.map((problem) =>
      /^the column |both could be/.test(problem.message)
        ? {
            ...problem,
            message: "a column of this export is missing, doubled or unclear. Look without --redact at which.",
          }
        : problem,
    ),
  );
}

function digest64(text: string): readonly [number, number] {
  const digest = createHash("sha256").update(text).digest();
  return [digest.readUInt32BE(0), digest.readUInt32BE(4)];
}

interface Also {
  readonly settings: VerifySettings;
  readonly policy: ReadPolicy | null;
  readonly corrections: InputFile | null;
}

async function writeFindings(
  out: string,
  result: Comparison,
  { settings, policy, corrections }: Also,
  force: boolean,
  inputs: readonly string[],
): Promise<void> {
  const { violations } = result;
  const files = [
    { name: "verify.json", content: comparisonJson(result) },
    { name: "violations.csv", content: inPieces(() => spreadsheet(VIOLATIONS, violations)), rows: violations.length },
  ];
  await writeResults(out, files, {
    force,
    inputs,
    manifest: (written) =>
      sealed({
        tool: "zcredit",
        format: 1,
        version: VERSION,
        ...(settings.redact === null ? {} : { redacted: PSEUDONYMISED }),
        award_date: settings.awardDate,
        options: {
          fail_on: settings.failOn,
          config: settings.config?.name ?? null,
          severities: settings.severities,
        },
        ...(policy === null
          ? {}
          : { policy: { name: policy.file.name, sha256: policy.file.sha256, bytes: policy.file.bytes } }),
        inputs: [
          ...result.before.map((file) => inputOf("before", file)),
          ...result.after.map((file) => inputOf("after", file)),
          ...result.proposed.map((file) => inputOf("proposed", file)),
          ...(corrections === null
            ? []
            : [inputOf("corrections", settings.redact === null ? corrections : nameless(corrections))]),
        ],
        ...(policy === null || policy.listFile === null ? {} : { lists: [policy.listFile] }),
        counts: countsJson(result),
        rules: { run: result.rules.run, not_checked: result.rules.notChecked, off: result.rules.off },
        outputs: written.map(({ name, sha256, bytes, rows }) => ({ name, sha256, bytes, rows })),
      }),
  });
}

/** A list of corrections holds ids, and its digest would show of a guess whether it is right. */
function nameless(file: InputFile): InputFile {
  return { ...file, name: "corrections-1", sha256: "" };
}

function inputOf(kind: string, { name, sha256, bytes, rows }: InputFile | FileReading) {
  return { name, kind, sha256, bytes, rows };
}
