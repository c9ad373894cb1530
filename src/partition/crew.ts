import type { InputKind, Layout } from "../model.js";
import type { Holder } from "../normalise/identities.js";
import type { Block, BlockRead, Others } from "../read/ahead.js";
import { type OnStudent, type PartContext, type PartResult, partDecider } from "./decide.js";
import { holdersAmong, type IdentityReading, type IdentitySummary, summaryOf } from "./identify.js";
import type { PackedBlock } from "./pack.js";
import { gathered, goesOf, type Lying, PARTITIONS, type RowStore, reusedRoom } from "./store.js";

/** Some or all families of one partition. */
export interface Go {
  readonly partition: number;
  readonly lying: Lying;
  /** Of the whole partition. */
  readonly bytes: number;
  readonly go: number;
  readonly goes: number;
}

/** What the records of a block came to, packed. */
export interface PackedRead extends BlockRead {
  readonly packed: PackedBlock;
}

/** A file whose blocks others read. */
export interface FileTask {
  /** Its position in the run. */
  readonly source: number;
  readonly name: string;
  readonly kind: InputKind;
}

/** Those who do the work of a run: this thread, or others. */
export interface Crew {
  /** How many goes they are given at the same time. */
  readonly hands: number;
  readonly summary: (go: Go, reading: IdentityReading) => Promise<IdentitySummary>;
  readonly holders: (go: Go, clashing: ReadonlySet<string>, reading: IdentityReading) => Promise<readonly Holder[]>;
  /** Asked once, before the first `decide`. */
  readonly brief: (context: PartContext) => void;
  readonly decide: (go: Go) => Promise<PartResult>;
}

/** Others who read blocks of files too, and take the work over where there is enough of it. */
export interface Helpers {
  readonly reading: Omit<Others<PackedRead>, "read" | "accept"> & {
    readonly read: (file: FileTask, layout: Layout, block: Block) => Promise<PackedRead>;
    /** What a block came to was taken: where it lay is free. */
    readonly letGo: (packed: PackedBlock) => void;
  };
  /** Null: there is so little that this thread does it by itself. */
  readonly crewFor: (bytes: number) => Crew | null;
}

/** This thread alone. */
export function ownCrew(store: RowStore, onStudent: OnStudent | null): Crew {
  let decide: ((rows: Uint8Array) => PartResult) | null = null;
  const room = reusedRoom();
  const rowsOf = ({ partition, bytes, go, goes }: Go): Uint8Array =>
    gathered(store.pieces(partition), bytes, go, goes, room);
  return {
    hands: 1,
    summary: async (go, reading) => summaryOf(rowsOf(go), reading),
    holders: async (go, clashing, reading) => holdersAmong(rowsOf(go), clashing, reading),
    brief: (context) => {
      decide = partDecider(context, onStudent);
    },
    decide: async (go) => {
      if (decide === null) throw new Error("nobody was told what to decide by");
      return decide(rowsOf(go));
    },
  };
}

/** All partitions with rows in them, each in as many goes as its size asks for. */
export function goesThrough(store: RowStore, partitions: Iterable<number> = ALL): readonly Go[] {
  const all: Go[] = [];
  for (const partition of partitions) {
    const bytes = store.bytesOf(partition);
    if (bytes === 0) continue;
    const goes = goesOf(bytes, store.atOnce);
    const lying = store.lying(partition);
    for (let go = 0; go < goes; go++) all.push({ partition, lying, bytes, go, goes });
  }
  return all;
}

const ALL: readonly number[] = Array.from({ length: PARTITIONS }, (_, i) => i);

/** Has every go done, as many at the same time as there are hands, and takes what comes of each as it comes. */
export async function inHands<T>(
  hands: number,
  goes: readonly Go[],
  work: (go: Go) => Promise<T>,
  take: (result: T) => void,
): Promise<void> {
  let next = 0;
  const hand = async (): Promise<void> => {
    for (let go = goes[next++]; go !== undefined; go = goes[next++]) take(await work(go));
  };
  await Promise.all(Array.from({ length: hands }, hand));
}
