import { availableParallelism } from "node:os";
import { setFlagsFromString } from "node:v8";
import { Worker } from "node:worker_threads";
import { NotDone, notDone } from "../errors.js";
import type { Layout } from "../model.js";
import type { Crew, FileTask, Helpers, PackedRead } from "../partition/crew.js";
import type { PartContext } from "../partition/decide.js";
import type { Block } from "../read/ahead.js";
import type { Answer, Answers, Ask, Asked, SentContext, Setting } from "./messages.js";

export interface HelperOptions {
  /** How many threads. */
  readonly threads: number;
  readonly setting: Setting;
  /** Of all files, where that is known before they are read: of many, threads are begun at once. */
  readonly inputBytes?: number | null;
  /** Below so many bytes of input or of packed rows it is quicker to work alone. */
  readonly after?: number;
  /** Characters to a block of a file. */
  readonly blockSize?: number;
  /** Begins a thread; absent: one of Node's, that runs the program beside this. */
  readonly hire?: (setting: Setting, threads: number) => Thread;
}

/** Helpers of one run. */
export interface HiredHelpers extends Helpers {
  /** Lets all go, whatever they do. */
  readonly close: () => Promise<void>;
}

const AFTER_BYTES = 20_000_000;
/** So much is read by this thread while others are being begun. */
const MEANWHILE_BYTES = 5_000_000;
const BLOCK_CHARS = 1 << 18;
/** The next block may be longer by a line than the last. */
const SPARE_BYTES = 1 << 12;

/** Threads that read blocks of files and decide partitions. None is begun where there is too little work for it. */
export function hireHelpers(options: HelperOptions): HiredHelpers {
  const { threads, setting, inputBytes = null, after = AFTER_BYTES, blockSize = BLOCK_CHARS } = options;
  const begin = options.hire ?? threadOf;
  const hired: Hired[] = [];
  /** Layouts that each thread was told, by file. */
  const told = new Map<Hired, Set<number>>();
  // Memory that is used again and again: what is thrown away so often has all of it searched for rubbish each time.
  const lineRooms: Uint8Array[] = [];
  const rooms: Uint8Array<ArrayBuffer>[] = [];
  let isClosed = false;

  function everyone(): readonly Hired[] {
    // Work that a fault elsewhere left under way may still ask; whom it would begin nobody would let go.
    if (isClosed) throw new Error("all threads were let go");
    while (hired.length < threads) hired.push(hire(begin(setting, threads)));
    return hired;
  }

  const isMuch = inputBytes !== null && inputBytes > after;
  if (isMuch) everyone();

  /** Whoever has least to do. */
  function freest(): Hired {
    const [first, ...others] = everyone();
    if (first === undefined) throw new Error("there is nobody to help");
    return others.reduce((least, each) => (each.busy() < least.busy() ? each : least), first);
  }

  async function readBlock(file: FileTask, layout: Layout, block: Block): Promise<PackedRead> {
    const one = freest();
    const known = told.get(one) ?? new Set<number>();
    told.set(one, known);
    if (!known.has(file.source)) {
      known.add(file.source);
      one.tell({ kind: "file", file, layout });
    }
    const room = rooms.pop() ?? new Uint8Array(0);
    return one.ask({ kind: "block", source: file.source, block, room });
  }

  function lineRoom(bytes: number): Uint8Array {
    const last = lineRooms.pop();
    const room =
      last !== undefined && last.length >= bytes ? last : new Uint8Array(new SharedArrayBuffer(bytes + SPARE_BYTES));
    return room.subarray(0, bytes);
  }

  const crew: Crew = {
    // Each has the next go at hand while it is heard what came of the last.
    hands: threads * 2,
    summary: (go, { names }) => freest().ask({ kind: "summary", go, names }),
    holders: (go, clashing, { names }) => freest().ask({ kind: "holders", go, names, clashing }),
    brief: (context) => {
      const sent = sentContext(context);
      for (const each of everyone()) each.tell({ kind: "brief", context: sent });
    },
    decide: (go) => freest().ask({ kind: "decide", go }),
  };
  return {
    reading: {
      after: isMuch ? Math.min(after, MEANWHILE_BYTES) : after,
      size: blockSize,
      atOnce: threads * 2,
      room: lineRoom,
      read: readBlock,
      doneWith: ({ buffer }) => void lineRooms.push(new Uint8Array(buffer)),
      letGo: ({ bytes: { buffer } }) => void rooms.push(new Uint8Array(buffer)),
    },
    crewFor: (bytes) => (bytes > after ? crew : null),
    close: async () => {
      isClosed = true;
      for (const each of hired.splice(0)) await each.letGo();
    },
  };
}

function sentContext({ sources, codec: _codec, evaluate, ...rest }: PartContext): SentContext {
  const { policy: _policy, ...sent } = evaluate;
  // A wide file's first layout stands for all: the others are made of it again.
  return {
    ...rest,
    evaluate: sent,
    files: sources.map(({ name, variants }) => ({ name, layout: variants[0] ?? null })),
  };
}

/** One thread, and what it was asked. */
interface Hired {
  readonly busy: () => number;
  readonly ask: <K extends Ask["kind"]>(ask: Extract<Ask, { readonly kind: K }>) => Promise<Answers[K]>;
  /** The same where nobody waits for the answer; a fault shows with the next question that is. */
  readonly tell: (ask: Ask) => void;
  readonly letGo: () => Promise<void>;
}

interface Waiting {
  readonly resolve: (result: never) => void;
  readonly reject: (error: Error) => void;
}

/** What a thread is to whoever asks it. */
export interface Thread {
  readonly post: (asked: Asked, handedOver: readonly ArrayBuffer[]) => void;
  readonly end: () => Promise<void>;
  /** Set by who asks. */
  onAnswer: (answer: Answer) => void;
  /** It is no more: the system's code for why, or nothing. */
  onGone: (code: string) => void;
}

/** Rubbish is cleared away before it comes to as much as what is in use: several threads would hold it several times. */
const TIDY = "--heap-growing-percent=40";
/** The engine compiles in threads of its own: where no processor is idle, they only get in the way. */
const COMPILING_ITSELF = "--no-concurrent-recompilation";
/**
 * The engine of Node 20 has one compiler, which is slow; the next has a quick one before it, and other flags. Eight times
 * as long as usual until a function is compiled: then it is what runs for each row, and not what runs for each student.
 */
const COMPILING_LESS = "--interrupt-budget=540672";
const HAS_ONE_COMPILER = process.versions.node.startsWith("20.");

function threadOf(setting: Setting, threads: number): Thread {
  setFlagsFromString(TIDY);
  if (HAS_ONE_COMPILER) setFlagsFromString(COMPILING_LESS);
  if (threads >= availableParallelism()) setFlagsFromString(COMPILING_ITSELF);
  // What a thread makes lives shortly: a small nursery keeps the memory of all together small, a smaller one costs time.
  const worker = new Worker(new URL("./worker.js", import.meta.url), {
    workerData: setting,
    resourceLimits: { maxYoungGenerationSizeMb: 16 },
  });
  const thread: Thread = {
    post: (asked, handedOver) => worker.postMessage(asked, handedOver),
    end: async () => void (await worker.terminate()),
    onAnswer: () => undefined,
    onGone: () => undefined,
  };
  worker.on("message", (answer: Answer) => thread.onAnswer(answer));
  worker.on("error", (error: Error & { readonly code?: string }) => thread.onGone(error.code ?? ""));
  worker.on("exit", () => thread.onGone(""));
  return thread;
}

function hire(thread: Thread): Hired {
  const waiting = new Map<number, Waiting>();
  let next = 0;
  let gone: Error | null = null;
  let fault: Error | null = null;

  function fail(error: Error): void {
    gone ??= error;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  }

  thread.onAnswer = (answer) => {
    const one = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ("result" in answer) {
      if (fault === null) one?.resolve(answer.result as never);
      else one?.reject(fault);
      return;
    }
    const error = "problems" in answer ? new NotDone(answer.problems) : defectOf(answer.defect);
    fault ??= error;
    one?.reject(fault);
  };
  thread.onGone = (code) => fail(lost(code));

  function post(ask: Ask, one: Waiting): void {
    if (gone !== null) {
      one.reject(gone);
      return;
    }
    const id = next++;
    waiting.set(id, one);
    thread.post({ id, ask }, ask.kind === "block" ? [ask.room.buffer] : []);
  }

  return {
    busy: () => waiting.size,
    ask: (ask) => new Promise((resolve, reject) => post(ask, { resolve, reject })),
    tell: (ask) => post(ask, { resolve: () => undefined, reject: () => undefined }),
    letGo: async () => {
      gone ??= new Error("this thread was let go");
      await thread.end();
    },
  };
}

function lost(code: string) {
  const why = code === "ERR_WORKER_OUT_OF_MEMORY" ? "ran out of memory" : "ended before its work was done";
  return notDone(
    "--jobs",
    `one of the threads of this run ${why}, so nothing was written. Run again with fewer of them, as in --jobs 1, or on a machine with more memory.`,
  );
}

/** The same defect as if it had shown in this thread. */
function defectOf({
  name,
  message,
  stack,
}: {
  readonly name: string;
  readonly message: string;
  readonly stack: string;
}): Error {
  const error = new Error(message);
  error.name = name;
  error.stack = stack;
  return error;
}
