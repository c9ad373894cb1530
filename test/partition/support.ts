import { tmpdir } from "node:os";
import { SHIPPED_LISTS } from "../../src/data/lists.js";
import { resultOf } from "../../src/frame.js";
import type { Helpers } from "../../src/partition/crew.js";
import { tallyParts } from "../../src/partition/join.js";
import { PLAIN_CODEC } from "../../src/partition/packed.js";
import { misfits, readHead, type SliceLine, sliceLines } from "../../src/partition/slice.js";
import { loadPolicy } from "../../src/policy/load.js";
import { nodeHasher } from "../../src/read/disk.js";
import type { Source } from "../../src/read/source.js";
import { FORMATS, resultFiles } from "../../src/report/formats/index.js";
import { gatherInMemory } from "../../src/report/gather.js";
import { wholeText } from "../../src/report/pieces.js";
import type { RunResult } from "../../src/report/result.js";
import { type Run, type RunInputs, run } from "../../src/run.js";
import { answerOf, desk } from "../../src/workers/desk.js";
import { type HiredHelpers, hireHelpers, type Thread } from "../../src/workers/helpers.js";
import type { Answer, Asked, Setting } from "../../src/workers/messages.js";
import { nodeCodec } from "../../src/write/codec.js";
import { openRowStore } from "../../src/write/rowStore.js";
import { scratchIn } from "../../src/write/scratch.js";
import type { Cells } from "../naive/types.js";
import { APPROVAL_COLUMNS, type District, SCORE_COLUMNS, STUDENT_COLUMNS, toCsv } from "../support/arbitraries.js";

/** Districts with every doubt about who is who, files with every fault of a line, and all the ways to run them. */

export interface File {
  readonly kind: Source["kind"];
  readonly name: string;
  readonly text: string;
}

/** Numbers that a district was drawn with, one after another, again and again. */
export function lotsOf(lots: readonly number[]): (below: number) => number {
  let next = 0;
  return (below) => {
    next += 1;
    return ((lots[next % lots.length] ?? 0) + next * 7919) % below;
  };
}

function withDoubts(rows: readonly Cells[], lot: (below: number) => number, mayBeUnnamed: boolean): readonly Cells[] {
  return rows.map((row) => {
    const dice = lot(100);
    const state_student_id = dice < 40 ? `S${lot(12)}` : (row.state_student_id ?? "");
    const id = row.student_id ?? "";
    if (dice < 4) return { ...row, state_student_id, student_id: `0${id}` };
    if (mayBeUnnamed && dice < 20) return { ...row, state_student_id: `S${lot(14)}`, student_id: "" };
    if (dice < 22) return { ...row, state_student_id, student_id: ["", "1.2E+09", "nobody", "00nobody"][lot(4)] ?? "" };
    return { ...row, state_student_id };
  });
}

/** Lines that are no sound record, between those that are. */
function withFaults(text: string, lot: (below: number) => number): string {
  const lines = text.split("\n").slice(0, -1);
  const width = (lines[0] ?? "").split(",").length;
  const faults = [
    "",
    '"',
    `1001,"open${",".repeat(width - 2)}`,
    `1002,"two\nlines"${",".repeat(width - 2)}`,
    `1003,"a ""quoted"" word\r\nand more\n\n"${",".repeat(width - 2)}`,
    "1001,too,few",
    "Total 12",
    `1001${",x".repeat(width + 3)}`,
    `1004,\u001f\u001f${",".repeat(width - 2)}`,
    lines[0] ?? "",
    "\n",
  ];
  const out = [lines[0] ?? ""];
  for (const line of lines.slice(1)) {
    out.push(line);
    if (lot(9) === 0) out.push(faults[lot(faults.length)] ?? "");
  }
  // The last line is sound, so that the file is not taken for one cut short.
  if (lines.length > 1) out.push(lines[1] ?? "");
  // A file is told by its first 4,096 bytes, and its header by 20 lines: only beyond both is anything read ahead.
  return `${" ".repeat(4200)}\n${out.join("\n")}\n`;
}

/** The same students thrice, by other ids. */
function thrice(rows: readonly Cells[]): readonly Cells[] {
  return ["", "7", "8"].flatMap((more) =>
    rows.map((row) => ({ ...row, student_id: `${row.student_id ?? ""}${more}` })),
  );
}

export function filesOf(drawn: District, lots: readonly number[]): readonly File[] {
  const lot = lotsOf(lots);
  const withState = (columns: readonly string[]) => [...new Set([...columns, "state_student_id"])];
  const files: File[] = [];
  const add = (kind: File["kind"], rows: readonly Cells[], columns: readonly string[]): void => {
    if (rows.length === 0 && kind !== "transcript") return;
    const text = toCsv(withDoubts(rows, lot, kind !== "transcript"), withState(columns));
    files.push({ kind, name: `${kind}.csv`, text: withFaults(text, lot) });
  };
  add("transcript", thrice(drawn.transcript), drawn.columns);
  add("scores", thrice(drawn.scores), SCORE_COLUMNS);
  add("approvals", drawn.approvals, APPROVAL_COLUMNS);
  add("students", drawn.students, STUDENT_COLUMNS);
  return files;
}

const SPOILED = 0x7a;

/** A file that comes in small pieces, as from a pipe, each spoiled when the next is asked for. */
function sourceOf({ kind, name, text }: File, piece: number): Source {
  const bytes = new TextEncoder().encode(text);
  return {
    kind,
    name,
    *chunks() {
      for (let at = 0; at < bytes.length; at += piece) {
        const chunk = bytes.slice(at, at + piece);
        yield chunk;
        chunk.fill(SPOILED);
      }
    },
  };
}

export interface How {
  /** Small limits, so that rows go to a disk and partitions are taken in several goes. */
  readonly spill?: boolean;
  /** Threads that read blocks ahead and decide. */
  readonly threads?: number;
  /** A real thread's program is in `dist`; absent: a desk in this thread, over the same messages. */
  readonly real?: boolean;
  readonly blockSize?: number;
  readonly piece?: number;
}

type Part = Pick<RunInputs, "shard">;

/** Runs a district in one of its ways. */
export async function runAs(drawn: District, files: readonly File[], how: How, part: Part = {}): Promise<Run> {
  const bytes = new TextEncoder().encode(JSON.stringify(drawn.policy));
  const hasher = nodeHasher();
  hasher.update(bytes);
  const text = { name: "policy.json", bytes, sha256: hasher.hex() };
  const { policy, findings } = loadPolicy(text, drawn.awardDate, SHIPPED_LISTS);
  if (policy === null) throw new Error("the policy has errors");
  const scratch = scratchIn(tmpdir());
  const setting: Setting = { policy: text, lists: null, awardDate: drawn.awardDate, shard: part.shard ?? null };
  const { threads = 0, blockSize = 300, piece = 1 << 20 } = how;
  const helpers = threads === 0 ? null : await helpersOf(threads, setting, blockSize, how.real === true);
  try {
    return await run({
      sources: files.map((file) => sourceOf(file, piece)),
      policy,
      policyFile: { ...text, bytes: bytes.length, findings },
      hasher: nodeHasher,
      options: OPTIONS(drawn.awardDate),
      codec: how.spill === true ? nodeCodec() : PLAIN_CODEC,
      ...(how.spill === true
        ? { store: openRowStore({ scratch, inputBytes: null, budget: 3000, extent: 700, atOnce: 900 }) }
        : {}),
      ...(helpers === null ? {} : { helpers }),
      ...part,
    });
  } finally {
    await helpers?.close();
    scratch.close();
  }
}

const OPTIONS = (awardDate: string): RunInputs["options"] => ({
  awardDate,
  failOn: "error",
  onlyStudent: [],
  school: [],
  classOf: [],
  gradeLevel: [],
  allowTruncated: false,
  merged: false,
  config: null,
  severities: {},
});

/** What happened while tests ran: they would prove nothing if nothing did. */
export const happened = { blocks: 0, wrongGuesses: 0, decided: 0, fromDisk: 0 };

function note(asked: Asked, answer: Answer): void {
  const { ask } = asked;
  if (ask.kind === "decide") happened.decided += 1;
  if (ask.kind === "decide" && ask.go.lying.kind === "file") happened.fromDisk += 1;
  if (ask.kind !== "block" || !("result" in answer) || answer.result === null || !("done" in answer.result)) return;
  happened.blocks += 1;
  if (answer.result.done < ask.block.lines.length) happened.wrongGuesses += 1;
}

/** Answers in the same thread, over the same messages, each in its own time. */
function deskThread(setting: Setting): Thread {
  const answer = desk(setting);
  const thread: Thread = {
    post: (asked) => {
      const { id, ask } = structuredClone(asked);
      setImmediate(() => {
        const made = structuredClone(answerOf(id, () => answer(ask)));
        note(asked, made);
        thread.onAnswer(made);
      });
    },
    end: async () => undefined,
    onAnswer: () => undefined,
    onGone: () => undefined,
  };
  return thread;
}

async function helpersOf(
  threads: number,
  setting: Setting,
  blockSize: number,
  real: boolean,
): Promise<HiredHelpers & Helpers> {
  const options = { threads, setting, after: 0, blockSize };
  if (!real) return hireHelpers({ ...options, hire: deskThread });
  const built = (await import(new URL("../../dist/workers/helpers.js", import.meta.url).href)) as {
    readonly hireHelpers: typeof hireHelpers;
  };
  return built.hireHelpers(options);
}

/** Cuts a run into slices and joins them, each by way of its file. */
export async function merged(drawn: District, files: readonly File[], of: number, how: How): Promise<Outcome> {
  const slices: string[] = [];
  for (let index = 0; index < of; index += 1) {
    const shard = { index, of };
    slices.push([...sliceLines(await runAs(drawn, files, how, { shard }), shard, [])].join(""));
  }
  const heads = slices.map((text, i) => {
    const head = readHead(text.slice(0, text.indexOf("\n")));
    if (head === null) throw new Error("a slice has no head");
    return { name: String(i), head };
  });
  const wrong = misfits(heads);
  const [first] = heads;
  if (wrong.length > 0 || first === undefined) throw new Error(wrong.map(({ says }) => says).join());
  const tally = tallyParts();
  const gather = gatherInMemory();
  for (const [i, text] of slices.entries()) {
    if (heads[i] !== undefined) tally.add(heads[i].head.counts);
    for (const line of text.split("\n").slice(1, -1)) {
      const [kind, item] = JSON.parse(line) as SliceLine;
      if (kind === "student") gather.students.add([item]);
      else if (kind === "proposal") gather.proposals.add([item]);
      else if (kind === "refusal") gather.refusals.add([item]);
      else gather.violations.add([item]);
    }
  }
  const { result, reach } = resultOf(first.head.frame, tally.finish(), gather);
  return outcomeOf({ ...result, reach });
}

/** Every result file by name. */
export type Outcome = ReadonlyMap<string, string>;

export function outcomeOf(result: RunResult): Outcome {
  const formats = FORMATS.map(({ name }) => name);
  const files = resultFiles(result, formats).map((file) => [file.name, wholeText(file.pieces())] as const);
  return new Map([...files, ["reach", JSON.stringify(result.reach)], ["notes", result.notes.join("\n")]]);
}

export async function outcome(drawn: District, files: readonly File[], how: How): Promise<Outcome> {
  const { result, reach } = await runAs(drawn, files, how);
  return outcomeOf({ ...result, reach });
}
