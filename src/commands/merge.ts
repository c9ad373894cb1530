import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseManifest } from "../compare/manifest.js";
import { didYouMean } from "../config/nearest.js";
import { NotDone, notDone, type Problem } from "../errors.js";
import { type ExitCode, exitCodeOf } from "../exit.js";
import { resultOf } from "../frame.js";
import { tallyParts } from "../partition/join.js";
import { misfits, readHead, SLICE_FILE, type SliceHead, type SliceLine } from "../partition/slice.js";
import { FORMATS, resultFiles } from "../report/formats/index.js";
import type { Gather } from "../report/gather.js";
import type { RunResult } from "../report/result.js";
import { summaryText } from "../report/summary.js";
import { manifestText } from "../write/manifest.js";
import { defaultOut, fillOut, outFile, writeResults } from "../write/out.js";
import { lookAt, MANIFEST } from "../write/place.js";
import { scratchBeside } from "../write/scratch.js";
import { gatherSpilling } from "../write/spilled.js";
import type { RawFlags } from "./flags.js";
import { terminal, terminalFlags } from "./terminal.js";

/** A slice as it lies there. */
interface Slice {
  readonly folder: string;
  readonly path: string;
  /** As its own manifest has it. */
  readonly sha256: string;
  readonly head: SliceHead;
}

/**
 * `zcredit merge`: joins the slices of one run to what a single run would have given.
 * @throws NotDone where they are not all slices of one run, each once and as it was written.
 */
export async function merge(flags: RawFlags, folders: readonly string[], stray: readonly Problem[]): Promise<ExitCode> {
  const problems: Problem[] = [...stray];
  if (folders.length === 0) {
    const message = "is missing: name the results of every slice, as in results-*.";
    problems.push({ code: "", where: "DIR", message });
  }
  const formats = formatsOf(flags, problems);
  const outs = asTexts(flags.out);
  if (outs.length > 1) problems.push({ code: "", where: "--out", message: "is given twice; keep one." });
  const slices: Slice[] = [];
  for (const folder of folders) {
    try {
      slices.push(await openSlice(folder));
    } catch (error) {
      if (!(error instanceof NotDone)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length === 0) {
    for (const { name, says } of misfits(slices.map(({ folder, head }) => ({ name: folder, head })))) {
      problems.push({ code: "", where: name === "" ? "zcredit merge" : name, message: says });
    }
  }
  const [first] = slices;
  if (problems.length > 0 || first === undefined) throw new NotDone(problems);
  const { options } = first.head.frame;
  const screen = terminal(terminalFlags(flags));
  const [asked] = outs;
  const out = asked === undefined ? await defaultOut(options.awardDate) : fillOut(asked, options.awardDate);
  const inputs = slices.map(({ path }) => path);
  await lookAt(out, flags.force === true, inputs);
  const scratch = scratchBeside(out);
  try {
    const result = await joined(slices, first.head, gatherSpilling(scratch));
    const also = { slices: slicesOf(slices) };
    await writeResults(out, resultFiles(result, formats).map(outFile), {
      force: flags.force === true,
      inputs,
      manifest: (written) => manifestText(result, written, also),
    });
    if (flags.json === true) for (const file of resultFiles(result, ["json"])) await screen.json(file.pieces());
    else if (flags.quiet !== true) screen.out(summaryText(result, { out, colour: screen.colour }));
    return exitCodeOf(result.violations, options.failOn);
  } finally {
    scratch.close();
  }
}

async function joined(slices: readonly Slice[], { frame, lists }: SliceHead, gather: Gather): Promise<RunResult> {
  const tally = tallyParts();
  for (const slice of slices) {
    tally.add(slice.head.counts);
    await readFindings(slice, gather);
  }
  const { result, reach } = resultOf(frame, tally.finish(), gather);
  return { ...result, reach, ...(lists.length === 0 ? {} : { lists }) };
}

function slicesOf(slices: readonly Slice[]) {
  return slices
    .map(({ head, sha256 }) => ({ slice: head.shard.index + 1, of: head.shard.of, sha256 }))
    .sort((a, b) => a.slice - b.slice);
}

/** Reads the beginning of a slice, and what its manifest says of it. */
async function openSlice(folder: string): Promise<Slice> {
  const path = join(folder, SLICE_FILE);
  const manifestPath = join(folder, MANIFEST);
  const text = await readFile(manifestPath, "utf8").catch(() => null);
  const listed = text === null ? undefined : parseManifest(manifestPath, text).outputs.find(isSlice);
  if (listed === undefined) {
    throw notDone(folder, "this folder holds no slice of a run. zcredit check --shard 1/8 makes the first of eight.");
  }
  for await (const line of linesOf(path, () => undefined)) {
    const head = readHead(line);
    if (head !== null) return { folder, path, sha256: listed.sha256, head };
    break;
  }
  throw changed(path);
}

function isSlice({ name }: { readonly name: string }): boolean {
  return name === SLICE_FILE;
}

function changed(path: string): NotDone {
  return notDone(path, "this file is not as zcredit wrote it. Run that slice again.");
}

async function readFindings({ path, sha256 }: Slice, gather: Gather): Promise<void> {
  const hash = createHash("sha256");
  let isHead = true;
  for await (const line of linesOf(path, (bytes) => void hash.update(bytes))) {
    if (!isHead) addFinding(parsed(path, line), gather);
    isHead = false;
  }
  if (hash.digest("hex") !== sha256) throw changed(path);
}

function parsed(path: string, line: string): SliceLine {
  try {
    const each: SliceLine = JSON.parse(line);
    return each;
  } catch {
    throw changed(path);
  }
}

function addFinding(line: SliceLine, gather: Gather): void {
  if (line[0] === "student") gather.students.add([line[1]]);
  else if (line[0] === "proposal") gather.proposals.add([line[1]]);
  else if (line[0] === "refusal") gather.refusals.add([line[1]]);
  else gather.violations.add([line[1]]);
}

/** Lines as LF ends them, and nothing else: a text may hold what other systems take for a line's end. */
async function* linesOf(path: string, onBytes: (bytes: Uint8Array) => void): AsyncIterable<string> {
  let begun = Buffer.alloc(0);
  try {
    for await (const chunk of createReadStream(path)) {
      const bytes = Buffer.from(chunk);
      onBytes(bytes);
      let from = 0;
      for (let end = bytes.indexOf(LINE_FEED); end >= 0; end = bytes.indexOf(LINE_FEED, from)) {
        yield Buffer.concat([begun, bytes.subarray(from, end)]).toString("utf8");
        begun = Buffer.alloc(0);
        from = end + 1;
      }
      begun = Buffer.concat([begun, bytes.subarray(from)]);
    }
  } catch (error) {
    if (error instanceof NotDone) throw error;
    throw notDone(path, "this file could not be read. Look whether it is there and whether you may read it.");
  }
}

const LINE_FEED = 10;

function asTexts(value: RawFlags[string]): readonly string[] {
  return Array.isArray(value) ? value : [];
}

function formatsOf(flags: RawFlags, problems: Problem[]): readonly string[] {
  const known = FORMATS.map(({ name }) => name);
  const given = asTexts(flags.format).flatMap((list) => list.split(",").map((text) => text.trim()));
  for (const name of given) {
    if (known.some((each) => each === name)) continue;
    const message = `"${name}" is none of: ${known.join(", ")}.${didYouMean(name, known)}`;
    problems.push({ code: "", where: "--format", message });
  }
  return given.length === 0 ? ["csv", "json", "html"] : [...new Set(given)];
}
