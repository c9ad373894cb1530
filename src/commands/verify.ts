import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { readLines, readTable } from "../accepted/table.js";
import { type CompareInputs, compareExports } from "../compare/compare.js";
import { CORRECTION_COLUMNS, readCorrection } from "../compare/corrections.js";
import { landedText } from "../compare/landedText.js";
import { checkManifest, type FileNow, type Manifest, parseManifest, sealedText } from "../compare/manifest.js";
import type { Opener } from "../compare/read.js";
import type { Comparison } from "../compare/result.js";
import { comparisonJson, comparisonText, manifestCheckText } from "../compare/verifyText.js";
import { didYouMean } from "../config/nearest.js";
import { NotDone, type Problem } from "../errors.js";
import { EXIT, type ExitCode, exitCodeOf } from "../exit.js";
import type { FileReading } from "../model.js";
import { DIALECT_NAMES } from "../read/dialects/index.js";
import { displayNames, nodeHasher, openFile, readWhole } from "../read/disk.js";
import type { MapDef } from "../read/map/schema.js";
import { spreadsheet, VIOLATIONS } from "../report/tables.js";
import { VERSION } from "../version.js";
import { sealed } from "../write/manifest.js";
import { writeResults } from "../write/out.js";
import { MANIFEST } from "../write/place.js";
import { expandPath } from "./files.js";
import type { RawFlags } from "./flags.js";
import { givenDialects, readMap } from "./job.js";
import { writeOneFile } from "./oneFile.js";
import { flagReader, readSoundPolicy } from "./policyFile.js";
import { progressShower } from "./progress.js";
import { type Terminal, terminal, terminalFlags } from "./terminal.js";

/**
 * `zcredit verify`: nothing past moved, and what was accepted landed; or, with `--manifest`, results are as written.
 * @throws NotDone where a file can't be read, or the later export is cut short.
 */
export async function verify(flags: RawFlags, stray: readonly Problem[]): Promise<ExitCode> {
  const screen = terminal(terminalFlags(flags));
  return flags.manifest === undefined ? verifyExports(flags, stray, screen) : verifyManifest(flags, stray, screen);
}

function paths(flags: RawFlags, flag: string, problems: Problem[]): readonly string[] {
  const values = flags[flag];
  if (!Array.isArray(values)) return [];
  const found: string[] = [];
  for (const path of values) {
    try {
      if (path === "-")
        problems.push({ code: "", where: `--${flag}`, message: "needs a file: it is read more than once." });
      else found.push(...expandPath(path, process.cwd(), process.cwd()));
    } catch (error) {
      if (!(error instanceof NotDone)) throw error;
      problems.push(...error.problems);
    }
  }
  return found;
}

async function verifyExports(flags: RawFlags, stray: readonly Problem[], screen: Terminal): Promise<ExitCode> {
  const read = flagReader(flags, stray);
  const { problems } = read;
  const before = paths(flags, "before", problems);
  const after = paths(flags, "after", problems);
  const proposed = paths(flags, "proposed", problems);
  const missing = (flag: string, example: string): void =>
    void problems.push({ code: "", where: `--${flag}`, message: `is missing: name ${example}.` });
  if (before.length === 0) missing("before", "the earlier export, as in --before old.csv");
  if (after.length === 0) missing("after", "the later export, as in --after new.csv");
  const mapPaths = paths(flags, "map", problems);
  const dialects = Array.isArray(flags.dialect) ? flags.dialect : [];
  for (const name of dialects) {
    if (name === "own" || DIALECT_NAMES.includes(name)) continue;
    const message = `"${name}" is none of: own, ${DIALECT_NAMES.join(", ")}.${didYouMean(name, DIALECT_NAMES)}`;
    problems.push({ code: "", where: "--dialect", message });
  }
  const failOn = read.failOn();
  const awardDate = read.awardDate();
  const policyPath = read.text("policy");
  const listsPath = read.text("lists");
  const correctionsPath = read.text("corrections");
  const landedPath = read.text("landed");
  const out = read.text("out");
  if (listsPath !== null && policyPath === null) missing("policy", "the policy that --lists is for");
  if (landedPath !== null && proposed.length === 0)
    missing("proposed", "the records of the batch that --landed is to hold");
  if (problems.length > 0) throw new NotDone(problems);

  const maps: MapDef[] = [];
  for (const path of mapPaths) maps.push(await readMap(path));
  const policy = policyPath === null ? null : (await readSoundPolicy(policyPath, awardDate, listsPath)).policy;
  const corrections =
    correctionsPath === null
      ? null
      : readLines(
          readTable({ name: basename(correctionsPath), bytes: await readWhole(correctionsPath) }, CORRECTION_COLUMNS),
          readCorrection,
        );
  const as = [...maps, ...givenDialects(dialects)];
  const given = [...before, ...after, ...proposed];
  const names = displayNames(given);
  const opener = (path: string, index: number): Opener => {
    return () => ({ ...openFile("transcript", path, names[index] ?? path), as });
  };
  const show = progressShower(screen, null);
  const inputs: CompareInputs = {
    before: before.map((path, i) => opener(path, i)),
    after: after.map((path, i) => opener(path, before.length + i)),
    proposed: proposed.length === 0 ? null : proposed.map((path, i) => opener(path, before.length + after.length + i)),
    corrections,
    kindOf: policy === null ? null : (mark) => policy.marks.get(mark)?.kind ?? null,
    allowShrink: flags.allowShrink === true,
    hasher: nodeHasher,
    digest: digest64,
    onProgress: (rows) => show({ name: "the exports", rows }),
  };
  const result = await compareExports(inputs);
  screen.progress("");
  const all = [...given, ...[policyPath, correctionsPath, listsPath].filter((path) => path !== null)];
  if (out !== null) await writeFindings(out, result, awardDate, flags.force === true, all);
  if (landedPath !== null) await writeOneFile(landedPath, landedText(result.landed));
  if (flags.json === true) screen.out(comparisonJson(result));
  else if (flags.quiet !== true || result.violations.length > 0) screen.out(comparisonText(result, screen.colour));
  return exitCodeOf(result.violations, failOn);
}

function digest64(text: string): readonly [number, number] {
  const digest = createHash("sha256").update(text).digest();
  return [digest.readUInt32BE(0), digest.readUInt32BE(4)];
}

async function writeFindings(
  out: string,
  result: Comparison,
  awardDate: string,
  force: boolean,
  inputs: readonly string[],
): Promise<void> {
  const { violations } = result;
  const files = [
    { name: "verify.json", content: comparisonJson(result) },
    { name: "violations.csv", content: spreadsheet(VIOLATIONS, violations), rows: violations.length },
  ];
  await writeResults(out, files, {
    force,
    inputs,
    manifest: (written) =>
      sealed({
        tool: "zcredit",
        format: 1,
        version: VERSION,
        award_date: awardDate,
        inputs: [
          ...result.before.map((file) => inputOf("before", file)),
          ...result.after.map((file) => inputOf("after", file)),
          ...result.proposed.map((file) => inputOf("proposed", file)),
        ],
        outputs: written.map(({ name, sha256, bytes, rows }) => ({ name, sha256, bytes, rows })),
      }),
  });
}

function inputOf(kind: string, { name, sha256, bytes, rows }: FileReading) {
  return { name, kind, sha256, bytes, rows };
}

async function verifyManifest(flags: RawFlags, stray: readonly Problem[], screen: Terminal): Promise<ExitCode> {
  const read = flagReader(flags, stray);
  const { problems } = read;
  const folder = read.text("manifest") ?? "";
  const inputs = paths(flags, "inputs", problems);
  for (const flag of ["before", "after", "proposed"]) {
    if (flags[flag] !== undefined) {
      problems.push({
        code: "",
        where: `--${flag}`,
        message: "does not go with --manifest: run zcredit verify twice.",
      });
    }
  }
  if (problems.length > 0) throw new NotDone(problems);
  const path = join(folder, MANIFEST);
  const text = new TextDecoder("utf-8").decode(await readWhole(path));
  let manifest: Manifest;
  try {
    manifest = parseManifest(path, text);
  } catch (error) {
    if (!(error instanceof NotDone)) throw error;
    // A manifest that was changed is the very fault that is asked about.
    screen.out(
      manifestCheckText(
        { faults: error.problems.map(({ message }) => `${path}: ${message}`), matching: [], notChecked: [] },
        screen.colour,
      ),
    );
    return EXIT.found;
  }
  const there = new Set(await readdir(folder));
  const outputs = new Map<string, FileNow>();
  for (const { name } of manifest.outputs) {
    if (there.has(name)) outputs.set(name, await fileNow(join(folder, name), name));
  }
  const now: FileNow[] = [];
  for (const input of inputs) now.push(await fileNow(input, basename(input)));
  const check = checkManifest({
    manifest,
    seal: createHash("sha256")
      .update(sealedText(text, manifest.seal ?? ""))
      .digest("hex"),
    outputs,
    inputs: now,
    report: there.has("report.json") ? parsedOrNull(await readFile(join(folder, "report.json"), "utf8")) : null,
  });
  if (flags.json === true) {
    const { faults, matching, notChecked } = check;
    screen.out(`${JSON.stringify({ faults, matching, not_checked: notChecked }, null, 2)}\n`);
  } else if (flags.quiet !== true || check.faults.length > 0) screen.out(manifestCheckText(check, screen.colour));
  return check.faults.length > 0 ? EXIT.found : EXIT.done;
}

function parsedOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function fileNow(path: string, name: string): Promise<FileNow> {
  const own = await digestOf(createReadStream(path));
  const inside = await digestOf(openFile("transcript", path, name).chunks());
  return { name, ...own, unpackedSha256: inside.sha256 };
}

async function digestOf(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<{ readonly sha256: string; readonly bytes: number }> {
  const hasher = nodeHasher();
  let bytes = 0;
  for await (const chunk of chunks) {
    hasher.update(chunk);
    bytes += chunk.length;
  }
  return { sha256: hasher.hex(), bytes };
}
