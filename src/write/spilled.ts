import type { Proposal, Refusal, Violation } from "../model.js";
import type { Gather, Gatherer } from "../report/gather.js";
import { byId, byReportOrder, byStudent } from "../report/order.js";
import { type Packing, packingConsidered, packingPlain, packingViolations } from "../report/packing.js";
import type { StudentFacts } from "../report/result.js";
import type { Scratch, ScratchFile } from "./scratch.js";

/** About so many bytes of each sort are held in memory; a run that comes to no more is never written out. */
const BUDGET = 1024 * 1024;
const PIECE = 64 * 1024;
const LINE_FEED = 10;

/**
 * As `gatherInMemory`, for runs of any size: what goes beyond the budget is written to scratch files in sorted stretches,
 * and merged while it is gone through. The results can be read as long as the scratch is open.
 *
 * @param budget bytes, about, that each sort may take in memory
 */
export function gatherSpilling(scratch: Scratch, budget: number = BUDGET): Gather {
  return {
    students: spilling<StudentFacts>(byId, packingPlain(200), scratch, budget),
    proposals: spilling<Proposal>(byStudent, packingConsidered(), scratch, budget),
    refusals: spilling<Refusal>(byStudent, packingConsidered(), scratch, budget),
    violations: spilling<Violation>(byReportOrder, packingViolations(), scratch, budget),
  };
}

/** A sorted part of a scratch file, in bytes. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

function spilling<T>(
  compare: (a: T, b: T) => number,
  packing: Packing<T>,
  scratch: Scratch,
  budget: number,
): Gatherer<T> {
  let file: ScratchFile | null = null;
  let recent: T[] = [];
  let weight = 0;
  let length = 0;
  const stretches: Stretch[] = [];
  const spill = (): void => {
    file ??= scratch.open();
    const from = file.size;
    writeLines(file, recent.sort(compare), packing);
    stretches.push({ from, to: file.size });
    recent = [];
    weight = 0;
  };
  return {
    add: (items) => {
      for (const item of items) {
        recent.push(item);
        length += 1;
        weight += packing.weight(item);
        if (weight > budget) spill();
      }
    },
    finish: () => {
      const last = recent.sort(compare);
      if (file === null) return last;
      const from = file;
      return {
        length,
        [Symbol.iterator]: () =>
          merged([...stretches.map((stretch) => unpacked(from, stretch, packing)), last.values()], compare),
      };
    },
  };
}

function writeLines<T>(file: ScratchFile, items: readonly T[], packing: Packing<T>): void {
  let lines: string[] = [];
  let size = 0;
  const flush = (): void => {
    file.append(Buffer.from(lines.join("")));
    lines = [];
    size = 0;
  };
  for (const item of items) {
    const line = `${packing.pack(item)}\n`;
    lines.push(line);
    size += line.length;
    if (size >= PIECE) flush();
  }
  flush();
}

/** The items of a stretch, read piece by piece. */
function* unpacked<T>(file: ScratchFile, { from, to }: Stretch, packing: Packing<T>): IterableIterator<T> {
  let buffer = Buffer.allocUnsafeSlow(Math.min(PIECE, to - from));
  let filled = 0;
  for (let at = from; at < to; ) {
    // A line longer than the buffer needs a larger one.
    if (filled === buffer.length) buffer = Buffer.concat([buffer], buffer.length * 2);
    const read = file.read(buffer.subarray(filled, Math.min(buffer.length, filled + to - at)), at);
    if (read === 0) throw new Error("a scratch file is shorter than what was written to it");
    at += read;
    filled += read;
    let start = 0;
    for (let end = nextLine(buffer, start, filled); end >= 0; end = nextLine(buffer, start, filled)) {
      yield packing.unpack(buffer.toString("utf8", start, end));
      start = end + 1;
    }
    buffer.copyWithin(0, start, filled);
    filled -= start;
  }
}

function nextLine(buffer: Buffer, from: number, filled: number): number {
  const end = buffer.indexOf(LINE_FEED, from);
  return end < filled ? end : -1;
}

interface Head<T> {
  readonly rest: Iterator<T>;
  /** Of equal items those of the earlier stretch come first, as one stable sort of all would have it. */
  readonly rank: number;
  item: T;
}

/** Sorted stretches as one. A heap holds the next item of each. */
function* merged<T>(stretches: readonly Iterator<T>[], compare: (a: T, b: T) => number): IterableIterator<T> {
  const heap: Head<T>[] = [];
  for (const [rank, rest] of stretches.entries()) {
    const first = rest.next();
    if (first.done !== true) heap.push({ rest, rank, item: first.value });
  }
  const before = (a: Head<T>, b: Head<T>): boolean => (compare(a.item, b.item) || a.rank - b.rank) < 0;
  for (let at = heap.length >> 1; at >= 0; at--) sink(heap, at, before);
  for (let head = heap[0]; head !== undefined; head = heap[0]) {
    yield head.item;
    const next = head.rest.next();
    if (next.done !== true) head.item = next.value;
    else {
      const last = heap.pop();
      if (last !== undefined && last !== head) heap[0] = last;
    }
    sink(heap, 0, before);
  }
}

function sink<T>(heap: T[], from: number, before: (a: T, b: T) => boolean): void {
  for (let at = from; ; ) {
    let best = at;
    for (const child of [2 * at + 1, 2 * at + 2]) {
      const [one, other] = [heap[child], heap[best]];
      if (one !== undefined && other !== undefined && before(one, other)) best = child;
    }
    const [here, there] = [heap[at], heap[best]];
    if (best === at || here === undefined || there === undefined) return;
    heap[at] = there;
    heap[best] = here;
    at = best;
  }
}
