import { NotDone, type Problem } from "../errors.js";
import type { FileReading, Layout } from "../model.js";
import type { BlockRead, Others } from "../read/ahead.js";
import { type RowSink, readRouted } from "../read/read.js";
import type { Hasher, Source } from "../read/source.js";
import type { Helpers, PackedRead } from "./crew.js";
import type { PackedSource } from "./layouts.js";
import { earlierDay, type FirstDays, type PackedBlock, type RowPacker, rowPacker, type Shard } from "./pack.js";
import type { TextCodec } from "./packed.js";
import type { RowStore } from "./store.js";

/** What reading all files into a store asks for. */
export interface ReadingInputs {
  readonly sources: readonly Source[];
  readonly store: RowStore;
  readonly codec: TextCodec;
  readonly awardDate: string;
  readonly shard: Shard | null;
  readonly helpers: Helpers | null;
  readonly hasher: () => Hasher;
  /** Rows of the file read so far. */
  readonly onRows: (rows: number, name: string) => void;
}

export interface AllRead {
  readonly files: readonly FileReading[];
  /** Each file as its packed rows refer to it. */
  readonly sources: readonly PackedSource[];
  readonly days: FirstDays;
}

/** Rows packed at a time. */
const BATCH_ROWS = 4096;

/**
 * Reads every file and puts its rows into the store. All are read to their end even where another cannot be read, so
 * that all of their faults are known at once.
 *
 * @throws NotDone with every problem of every file.
 */
export async function readAll(inputs: ReadingInputs): Promise<AllRead> {
  const { store, helpers, awardDate, shard, codec } = inputs;
  const files: FileReading[] = [];
  const sources: PackedSource[] = [];
  const problems: Problem[] = [];
  let days: FirstDays = { scores: null, approvals: null };
  let bytes = 0;
  /** Where this thread packs rows. */
  let room = new Uint8Array(0);

  function take({ bytes: rows, runs, days: own }: PackedBlock): void {
    for (let i = 0; i + 2 < runs.length; i += 3) {
      store.append(runs[i] ?? 0, rows.subarray(runs[i + 1], runs[i + 2]));
    }
    days = {
      scores: earlierDay(own.scores, days.scores),
      approvals: earlierDay(own.approvals, days.approvals),
    };
  }

  for (const [source, from] of inputs.sources.entries()) {
    const { name, kind } = from;
    let packer: RowPacker | null = null;
    let rows = 0;
    const more = (count: number): void => {
      rows += count;
      inputs.onRows(rows, name);
    };
    const flush = (): void => {
      if (packer === null) return;
      more(packer.waiting());
      const packed = packer.take(room);
      take(packed);
      room = new Uint8Array(packed.bytes.buffer);
    };
    sources.push({ name, variants: [] });
    const added = (): void => {
      if ((packer?.waiting() ?? 0) >= BATCH_ROWS) flush();
    };
    const sink: RowSink = {
      begin: (variants: readonly Layout[]): void => {
        sources[source] = { name, variants };
        packer = rowPacker({ source, variants, awardDate, shard, codec });
      },
      row: (raw) => {
        packer?.add(raw);
        added();
      },
      // Rows of other kinds speak of days, which are read from their cells.
      ...(kind !== "transcript"
        ? {}
        : {
            line: (bytes, spans, at, line) => {
              packer?.addLine(bytes, spans, at, line);
              added();
            },
          }),
    };
    const reading = helpers?.reading;
    const others: Others<PackedRead> | null =
      reading === undefined
        ? null
        : {
            ...reading,
            // Once there is so much that others help, they help with all that follows.
            after: Math.max(0, reading.after - bytes),
            read: (layout, block) => reading.read({ source, name, kind }, layout, block),
            accept: (read) => {
              more(read.rows);
              take(read.packed);
              reading.letGo(read.packed);
            },
          };
    try {
      const file = await readRouted<BlockRead & PackedRead>(from, sink, inputs.hasher(), others);
      flush();
      files.push(file);
      bytes += file.bytes;
    } catch (error) {
      if (!(error instanceof NotDone)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new NotDone(problems);
  store.settle();
  return { files, sources, days };
}
