import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { didYouMean } from "./config/nearest.js";
import type { Lists } from "./data/lists.js";
import { loadLists } from "./data/loadLists.js";
import { type IsoDate, parseDate } from "./date.js";
import { encodeText } from "./encode.js";
import { NotDone, notDone, type Problem } from "./errors.js";
import { type ExitCode, exitCodeOf, type FailOn } from "./exit.js";
import type { Encoding, InputKind, Level } from "./model.js";
import { loadPolicy } from "./policy/load.js";
import { policyProblems } from "./policyViolations.js";
import { decoding } from "./read/decode.js";
import { DIALECT_NAMES, dialectNamed } from "./read/dialects/index.js";
import { type Given, refuseNoImport } from "./read/map/choose.js";
import { type LoadedMap, loadMap } from "./read/map/load.js";
import type { MapDef } from "./read/map/schema.js";
import { fromBytes, nobleHasher } from "./read/memory.js";
import { keyFault } from "./redact/key.js";
import { resultFiles } from "./report/formats/index.js";
import { wholeText } from "./report/pieces.js";
import type { HeldResult, ListFile, ResultOptions } from "./report/result.js";
import { run } from "./run.js";
import { manifestText } from "./write/manifest.js";
import { mergedText } from "./write/merged.js";

export type { Credit } from "./credit.js";
export type { IsoDate, SchoolYear } from "./date.js";
export { NotDone, type Problem } from "./errors.js";
export type { ExitCode, FailOn } from "./exit.js";
export type {
  Encoding,
  FileReading,
  Layout,
  Level,
  Proposal,
  ProposalStatus,
  Refusal,
  RowRef,
  Severity,
  Step,
  UsedRow,
  Violation,
} from "./model.js";
export type { HeldResult, OutputLayout, ResultOptions, RunResult } from "./report/result.js";

/** One file in memory. Text is taken as UTF-8. The name is how results speak of it; each name can be used once. */
export interface CheckFile {
  readonly name: string;
  readonly data: string | Uint8Array;
}

export interface CheckInputs {
  readonly transcripts: readonly CheckFile[];
  readonly scores?: readonly CheckFile[];
  readonly approvals?: readonly CheckFile[];
  readonly students?: readonly CheckFile[];
  /** The policy file's content. */
  readonly policy: string | Uint8Array;
  /** Dialects that files are read in, by name (`powerschool`, `own`); unless given, each is recognised by its header. */
  readonly dialects?: readonly string[];
  /** Maps of other layouts, the content of `map.json` each. One is used for the files that have its columns. */
  readonly maps?: readonly CheckFile[];
  /** The layout to write new records in, where it is not the transcript's: a dialect's name, or a map. */
  readonly importLayout?: string | CheckFile;
  /** Reference lists in place of those that zcredit ships. */
  readonly lists?: CheckFile;
  /** How results speak of the policy file; `policy.json` unless given. */
  readonly policyName?: string;
  /** The date of the new records and the day "in effect" is judged by, `YYYY-MM-DD`. There is no default: no clock is read. */
  readonly awardDate: IsoDate;
  /** What makes exit code 1; `error` unless given. */
  readonly failOn?: FailOn;
  /** Severities to show in place of the rules' own, by code. They change no decision. */
  readonly severities?: Readonly<Record<string, Level>>;
  /** Any of `csv`, `json`, `html`, `text`; all but the last unless given. */
  readonly formats?: readonly string[];
  /** Also make `merged-transcript.csv`. */
  readonly merged?: boolean;
  readonly allowTruncated?: boolean;
  /** Which students are output; every row is read whatever they say. */
  readonly onlyStudent?: readonly string[];
  readonly school?: readonly string[];
  readonly classOf?: readonly number[];
  readonly gradeLevel?: readonly number[];
  /** A key of at least 16 bytes: results are pseudonymised by it, and there is nothing to import among them. */
  readonly redactKey?: Uint8Array;
}

export interface CheckOutcome {
  /** 0: nothing reached `failOn`; 1: something did. Where the command would end with 2, `NotDone` is thrown. */
  readonly exitCode: ExitCode;
  readonly result: HeldResult;
  /** The content of every result file by its name: the very text that the command would write, in UTF-8 if not below. */
  readonly files: ReadonlyMap<string, string>;
  /** The bytes of those that go out in another encoding, which is that of the transcript. */
  readonly encoded: ReadonlyMap<string, Uint8Array>;
}

/**
 * The whole of `zcredit check` without a disk, a clock or a terminal: the same inputs give the same outcome anywhere.
 *
 * @throws NotDone with every problem: a policy with errors, a file that cannot be read as what it is given for.
 */
export async function check(inputs: CheckInputs): Promise<CheckOutcome> {
  const { awardDate } = inputs;
  if (parseDate(awardDate) !== awardDate)
    throw notDone("awardDate", `"${awardDate}" is no date; write it as 2026-06-20.`);
  const files = kindsOf(inputs);
  refuseEqualNames(files.map(({ file }) => file.name));
  refuseRedacting(inputs);
  const lists = inputs.lists === undefined ? null : readLists(inputs.lists);
  const { policy, policyFile } = readPolicy(inputs, lists?.lists);
  const as = layoutsOf(inputs);
  const importBy = inputs.importLayout === undefined ? null : importLayoutOf(inputs.importLayout);
  const { result: plain, reach } = await run({
    sources: files.map(({ kind, file }) => ({ ...fromBytes(kind, file.name, file.data), as })),
    policy,
    policyFile,
    hasher: nobleHasher,
    options: optionsOf(inputs),
    importBy,
    ...(inputs.redactKey === undefined ? {} : { redact: inputs.redactKey }),
  });
  const result: HeldResult = {
    ...plain,
    reach,
    ...(lists === null ? {} : { lists: [lists.file] }),
  };
  return { exitCode: exitCodeOf(result.violations, result.options.failOn), result, ...filesOf(inputs, result) };
}

function kindsOf(inputs: CheckInputs): readonly { readonly kind: InputKind; readonly file: CheckFile }[] {
  const of = (kind: InputKind, files: readonly CheckFile[] = []) => files.map((file) => ({ kind, file }));
  return [
    ...of("transcript", inputs.transcripts),
    ...of("scores", inputs.scores),
    ...of("approvals", inputs.approvals),
    ...of("students", inputs.students),
  ];
}

/** Results name rows by file and line, so a name must mean one file. */
function refuseEqualNames(names: readonly string[]): void {
  const seen = new Set<string>();
  const problems: Problem[] = [];
  for (const name of names) {
    if (seen.has(name))
      problems.push({ code: "", where: name, message: "two files have this name; give each its own." });
    seen.add(name);
  }
  if (problems.length > 0) throw new NotDone(problems);
}

function refuseRedacting({ redactKey, merged }: CheckInputs): void {
  if (redactKey === undefined) return;
  const fault = keyFault(redactKey, "redactKey");
  if (fault !== null) throw new NotDone([fault]);
  if (merged === true)
    throw notDone("merged", "repeats the transcript as it stands, so it cannot go with redactKey. Leave one out.");
}

function readPolicy({ policy: data, policyName: name = "policy.json", awardDate }: CheckInputs, lists?: Lists) {
  const bytes = bytesOf(data);
  const digest = bytesToHex(sha256(bytes));
  const { policy, findings } = loadPolicy({ name, bytes, sha256: digest }, awardDate, lists);
  if (policy === null) throw new NotDone(policyProblems(name, findings));
  return { policy, policyFile: { name, bytes: bytes.length, sha256: digest, findings } };
}

function readLists({ name, data }: CheckFile): { readonly lists: Lists; readonly file: ListFile } {
  const bytes = bytesOf(data);
  const { lists, rows } = loadLists(name, textOf(bytes));
  return { lists, file: { kind: "reference", name, sha256: bytesToHex(sha256(bytes)), bytes: bytes.length, rows } };
}

/** @throws NotDone with every fault of every map, and each dialect that there is none of. */
function layoutsOf({ dialects = [], maps = [] }: CheckInputs): readonly Given[] {
  const problems: Problem[] = [];
  const given: Given[] = [];
  for (const map of maps) {
    const { def, problems: found } = readMap(map);
    problems.push(...found);
    if (def !== null) given.push(def);
  }
  for (const name of dialects) {
    const def = name === "own" ? "own" : dialectNamed(name);
    if (def !== null) given.push(def);
    else problems.push({ code: "", where: "dialects", message: `there is no dialect "${name}".${known(name)}` });
  }
  if (problems.length > 0) throw new NotDone(problems);
  return given;
}

function known(name: string): string {
  return didYouMean(name, DIALECT_NAMES) || ` There are: ${DIALECT_NAMES.join(", ")}.`;
}

function readMap({ name, data }: CheckFile): LoadedMap {
  const bytes = bytesOf(data);
  return loadMap(name, textOf(bytes), bytesToHex(sha256(bytes)));
}

function importLayoutOf(layout: string | CheckFile): MapDef {
  if (typeof layout !== "string") {
    const { def, problems } = readMap(layout);
    if (def === null) throw new NotDone(problems);
    return refuseNoImport(def, "importLayout");
  }
  const def = dialectNamed(layout);
  if (def === null) throw notDone("importLayout", `there is no dialect "${layout}".${known(layout)}`);
  return refuseNoImport(def, "importLayout");
}

function bytesOf(data: string | Uint8Array): Uint8Array {
  return typeof data === "string" ? utf8ToBytes(data) : data;
}

function optionsOf(inputs: CheckInputs): ResultOptions {
  return {
    awardDate: inputs.awardDate,
    failOn: inputs.failOn ?? "error",
    onlyStudent: inputs.onlyStudent ?? [],
    school: inputs.school ?? [],
    classOf: inputs.classOf ?? [],
    gradeLevel: inputs.gradeLevel ?? [],
    allowTruncated: inputs.allowTruncated ?? false,
    merged: inputs.merged ?? false,
    config: null,
    severities: inputs.severities ?? {},
  };
}

function filesOf(inputs: CheckInputs, result: HeldResult): Pick<CheckOutcome, "files" | "encoded"> {
  const files = new Map<string, string>();
  const encoded = new Map<string, Uint8Array>();
  const written: { name: string; sha256: string; bytes: number; rows: number | null }[] = [];
  const add = (name: string, content: string, rows: number | null, encoding: Encoding = "utf-8"): void => {
    const bytes = encodeText(content, encoding);
    files.set(name, content);
    if (encoding !== "utf-8") encoded.set(name, bytes);
    written.push({ name, sha256: bytesToHex(sha256(bytes)), bytes: bytes.length, rows });
  };
  for (const { name, pieces, rows, encoding } of resultFiles(result, inputs.formats ?? ["csv", "json", "html"]))
    add(name, wholeText(pieces()), rows, encoding);
  if (inputs.merged === true) {
    const merged = mergedText(
      result,
      inputs.transcripts.map((file) => bytesOf(file.data)),
    );
    add("merged-transcript.csv", textOf(merged), null, result.output?.layout.encoding);
  }
  files.set("manifest.json", manifestText(result, written));
  return { files, encoded };
}

/** The text of bytes that were read before. A byte order mark is kept, so that it is written again. */
function textOf(bytes: Uint8Array): string {
  const decoder = decoding();
  const text = decoder.push(bytes).text + decoder.end().text;
  return decoder.bom() ? `\uFEFF${text}` : text;
}
