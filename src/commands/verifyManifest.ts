import { basename, join } from "node:path";
import {
  checkManifest,
  type FileNow,
  type Manifest,
  type ManifestCheck,
  parseManifest,
  sealedText,
} from "../compare/manifest.js";
import { manifestCheckText } from "../compare/verifyText.js";
import { NotDone, type Problem } from "../errors.js";
import { EXIT, type ExitCode } from "../exit.js";
import { chunksOf, MOST_OF_RESULTS, namesIn, nodeHasher, openFile, readWhole, sha256Of } from "../read/disk.js";
import { MANIFEST } from "../write/place.js";
import type { RawFlags } from "./flags.js";
import { flagReader } from "./policyFile.js";
import type { Terminal } from "./terminal.js";
import { givenPaths } from "./verifySettings.js";

/**
 * `zcredit verify --manifest DIR`: recomputes what the manifest says of the folder and of the inputs that are given.
 * @throws NotDone where the folder has no manifest, or a file can't be read.
 */
export async function verifyManifest(flags: RawFlags, stray: readonly Problem[], screen: Terminal): Promise<ExitCode> {
  const read = flagReader(flags, stray);
  const { problems } = read;
  const folder = read.text("manifest") ?? "";
  const inputs = givenPaths(flags, "inputs", problems);
  for (const flag of ["before", "after", "proposed"]) {
    if (flags[flag] !== undefined) {
      problems.push({
        code: "",
        where: `--${flag}`,
        message: "does not go with --manifest: run zcredit verify twice.",
      });
    }
  }
  if (flags.redact !== undefined) {
    const message = "does not go with --manifest, which says nothing of any student. Leave it out.";
    problems.push({ code: "", where: "--redact", message });
  }
  if (problems.length > 0) throw new NotDone(problems);
  const check = await checkFolder(folder, inputs);
  if (flags.json === true) {
    const { faults, matching, notChecked } = check;
    await screen.json([`${JSON.stringify({ faults, matching, not_checked: notChecked }, null, 2)}\n`]);
  } else if (flags.quiet !== true || check.faults.length > 0) screen.out(manifestCheckText(check, screen.colour));
  return check.faults.length > 0 ? EXIT.found : EXIT.done;
}

/**
 * Holds a folder of results, and the files that went in as far as they are given, against its manifest.
 * @throws NotDone where there is no manifest, or a file can't be read.
 */
export async function checkFolder(folder: string, inputs: readonly string[]): Promise<ManifestCheck> {
  const path = join(folder, MANIFEST);
  const text = new TextDecoder("utf-8").decode(await readWhole(path, MOST_OF_RESULTS));
  let manifest: Manifest;
  try {
    manifest = parseManifest(path, text);
  } catch (error) {
    if (!(error instanceof NotDone)) throw error;
    // A manifest that was changed is the very fault that is asked about.
    return { faults: error.problems.map(({ message }) => `${path}: ${message}`), matching: [], notChecked: [] };
  }
  const there = new Set(await namesIn(folder));
  const outputs = new Map<string, FileNow>();
  for (const { name } of manifest.outputs) {
    if (there.has(name)) outputs.set(name, await fileNow(join(folder, name), name));
  }
  const now: FileNow[] = [];
  for (const input of inputs) now.push(await fileNow(input, basename(input)));
  return checkManifest({
    manifest,
    seal: sha256Of(sealedText(text, manifest.seal ?? "")),
    outputs,
    there: [...there].sort(),
    inputs: now,
    report: there.has("report.json") ? parsedOrNull(await textOf(join(folder, "report.json"))) : null,
  });
}

function parsedOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function textOf(path: string): Promise<string> {
  return new TextDecoder("utf-8").decode(await readWhole(path, MOST_OF_RESULTS));
}

async function fileNow(path: string, name: string): Promise<FileNow> {
  const own = await digestOf(chunksOf(path));
  try {
    const inside = await digestOf(openFile("transcript", path, name).chunks());
    return { name, ...own, unpackedSha256: inside.sha256 };
  } catch (error) {
    if (!(error instanceof NotDone)) throw error;
    // What can no longer be unpacked is no longer what it was: that is the answer, and nothing that went wrong.
    return { name, ...own };
  }
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
