import type { BrokenLine, Layout } from "../model.js";
import { lineEndsIn, plainText } from "./byteLines.js";
import { lineEnds } from "./csv.js";

/** Whole physical lines: text, or bytes that are plain text and end with LF. */
export type Lines = string | Uint8Array;

/** Lines to be read as records, the first of them with this number in the file. */
export interface Block {
  readonly line: number;
  readonly lines: Lines;
}

/** What the records of a block came to, as if a record began where the block does. */
export interface BlockRead {
  /** How many characters are done with: beyond them stands a quote that the next block may close. */
  readonly done: number;
  /** How many lines they are. */
  readonly lines: number;
  readonly rows: number;
  readonly broken: readonly BrokenLine[];
}

/** Others that read blocks at the same time, each not knowing how the block before it ends. */
export interface Others<B extends BlockRead> {
  /** Files that come to no more characters are read without them: to ask costs more. */
  readonly after: number;
  /** Characters to a block. */
  readonly size: number;
  /** So many blocks may be under way. */
  readonly atOnce: number;
  /** So many bytes to put lines into. */
  readonly room: (bytes: number) => Uint8Array;
  readonly read: (layout: Layout, block: Block) => Promise<B>;
  /** Nobody looks at these lines any more: where they lie is free. */
  readonly doneWith: (lines: Uint8Array) => void;
  /** Takes what a block surely came to: in the order of the file, every line once. */
  readonly accept: (read: B) => void;
}

export interface AheadReader {
  readonly push: (lines: Lines) => Promise<void>;
  /** Waits for all that is under way; returns the lines that are still to be read, which may be none. */
  readonly end: () => Promise<{ readonly line: number; readonly text: string }>;
}

/** Lines as text. */
export function textOf(lines: Lines): string {
  return typeof lines === "string" ? lines : plainText(lines);
}

/**
 * Has others read the blocks of a file, each as if a record began with it. Where the block before ends inside a record
 * that guess was wrong: it is thrown away, and the block read again with what was left over.
 */
export function aheadReader<B extends BlockRead>(
  layout: Layout,
  firstLine: number,
  { atOnce, read, doneWith, accept }: Others<B>,
): AheadReader {
  const queue: { readonly block: Block; readonly answer: Promise<B> }[] = [];
  let left = "";
  let line = firstLine;

  function ask(block: Block): (typeof queue)[number] {
    const answer = read(layout, block);
    // It is awaited in its turn, or thrown away; a fault in between must not end the program.
    answer.catch(() => undefined);
    return { block, answer };
  }

  function letGo({ lines }: Block): void {
    if (typeof lines !== "string") doneWith(lines);
  }

  async function settle(): Promise<void> {
    const first = queue.shift();
    if (first === undefined) return;
    const { block, answer } = first;
    const came = await answer;
    accept(came);
    const rest = came.done === block.lines.length ? "" : textOf(block.lines).slice(came.done);
    letGo(block);
    if (rest === "") return;
    const next = queue.shift();
    if (next === undefined) {
      left = rest;
      return;
    }
    queue.unshift(ask({ line: block.line + came.lines, lines: rest + textOf(next.block.lines) }));
    // It is thrown away, but somebody may be at it still.
    next.answer.then(
      () => letGo(next.block),
      () => undefined,
    );
  }

  return {
    push: async (lines) => {
      while (queue.length >= atOnce) await settle();
      queue.push(ask({ line: line - lineEnds(left), lines: left === "" ? lines : left + textOf(lines) }));
      line += typeof lines === "string" ? lineEnds(lines) : lineEndsIn(lines);
      if (left !== "" && typeof lines !== "string") doneWith(lines);
      left = "";
    },
    end: async () => {
      while (queue.length > 0) await settle();
      return { line: line - lineEnds(left), text: left };
    },
  };
}
