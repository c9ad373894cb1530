import { itemAt } from "../at.js";
import { parseDate } from "../date.js";
import type { Layout, RawRow } from "../model.js";
import { cellOf, remembered } from "../normalise/cells.js";
import { contentOf } from "../normalise/content.js";
import { idFault } from "../normalise/studentId.js";
import { plainText, STATE_FROM, STATE_TO, STUDENT_FROM, STUDENT_TO, type TakeLine } from "../read/byteLines.js";
import { familyIn, familyOf, hashOf, shardOf } from "./hash.js";
import {
  cellsText,
  IN_TRANSCRIPT,
  MAKES_STUDENT,
  type PackedHead,
  pack,
  packLine,
  roomFor,
  roomForLine,
  SLIM,
  type TextCodec,
  UNNAMED,
} from "./packed.js";
import { PARTITIONS, partitionOf, UNSURE } from "./store.js";

/** The slice of the students that a run is about. */
export interface Shard {
  /** From 0. */
  readonly index: number;
  readonly of: number;
}

/** The first days that rows speak of, dates after the award date apart; null: none. */
export interface FirstDays {
  readonly scores: string | null;
  readonly approvals: string | null;
}

/** Packed rows of a block, those of one partition together. */
export interface PackedBlock {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Triples: partition, from, to. */
  readonly runs: readonly number[];
  readonly days: FirstDays;
}

/** Packed rows of one partition, one after another, that wait to be taken. */
interface Waiting {
  bytes: Uint8Array;
  used: number;
}

/** Packs the rows of one file. */
export interface RowPacker {
  readonly add: (raw: RawRow) => void;
  /** Adds a row of the file's first layout as the line it is. */
  readonly addLine: TakeLine;
  /** Rows added since the last block. */
  readonly waiting: () => number;
  /** Packs the rows added so far, and forgets them: into the room given, or new room where that is too small. */
  readonly take: (room: Uint8Array<ArrayBuffer>) => PackedBlock;
}

export interface PackOptions {
  /** Position of the file. */
  readonly source: number;
  readonly variants: readonly Layout[];
  readonly awardDate: string;
  readonly shard: Shard | null;
  readonly codec: TextCodec;
}

export function earlierDay(day: string | null, first: string | null): string | null {
  return day === null || (first !== null && first <= day) ? first : day;
}

export function rowPacker({ source, variants, awardDate, shard, codec }: PackOptions): RowPacker {
  const dates = remembered(parseDate);
  const numbers = new Map(variants.map((layout, i) => [layout, i]));
  const ofTranscript = variants[0]?.kind === "transcript";
  let days: FirstDays = { scores: null, approvals: null };
  /** Packed rows by partition; in each as they came. */
  const piles: readonly Waiting[] = Array.from({ length: PARTITIONS + 1 }, () => ({
    bytes: new Uint8Array(0),
    used: 0,
  }));
  let count = 0;
  let last: PackedHead | null = null;

  function dayOf(raw: RawRow, field: "date" | "on"): string | null {
    const text = cellOf(raw.layout, raw.cells, field);
    const day = text === "" ? null : dates(text);
    return day !== null && day > awardDate ? null : day;
  }

  function seeDay(raw: RawRow): void {
    const { kind } = raw.layout;
    if (kind === "scores") days = { ...days, scores: earlierDay(dayOf(raw, "date"), days.scores) };
    else if (kind === "approvals") days = { ...days, approvals: earlierDay(dayOf(raw, "on"), days.approvals) };
  }

  /** Null: nothing of the row matters to this shard. */
  function headOf(raw: RawRow): { readonly head: PackedHead; readonly partition: number } | null {
    const { layout, line } = raw;
    const variant = numbers.get(layout);
    if (variant === undefined) throw new Error("a row has a layout that is not its file's");
    const studentId = cellOf(layout, raw.cells, "student_id");
    const stateId = cellOf(layout, raw.cells, "state_student_id");
    const kindFlags =
      (ofTranscript ? IN_TRANSCRIPT : 0) | (ofTranscript || layout.kind === "students" ? MAKES_STUDENT : 0);
    const head = { family: 0, source, variant, line, flags: kindFlags, studentId, stateId };
    if (idFault(studentId) === null) {
      const family = familyOf(studentId);
      const mine = shard === null || shardOf(family, shard.of) === shard.index;
      const flags = mine ? kindFlags : kindFlags | SLIM;
      return { head: { ...head, family, flags }, partition: partitionOf(family) };
    }
    const flags = kindFlags | UNNAMED;
    // A transcript may not name its students by the state's id alone, and an id in doubt is worse than none.
    if (!ofTranscript && studentId === "" && stateId !== "") return { head: { ...head, flags }, partition: UNSURE };
    const family = strayFamily(raw);
    if (shard !== null && shardOf(family, shard.of) !== shard.index) return null;
    return { head: { ...head, family, flags }, partition: partitionOf(family) };
  }

  /** The pile of a partition, with room for so many bytes more. */
  function pileOf(partition: number, more: number): Waiting {
    const pile = itemAt(piles, partition);
    const { bytes, used } = pile;
    if (used + more > bytes.length) {
      pile.bytes = new Uint8Array(Math.max(used + more, bytes.length * 2));
      pile.bytes.set(bytes.subarray(0, used));
    }
    return pile;
  }

  function put(head: PackedHead, cells: string, partition: number): void {
    const pile = pileOf(partition, roomFor(head, cells));
    pile.used = pack(head, cells, pile.bytes, pile.used, codec);
    count += 1;
  }

  function add(raw: RawRow): void {
    seeDay(raw);
    const routed = headOf(raw);
    if (routed === null) return;
    const { head, partition } = routed;
    if ((head.flags & SLIM) !== 0) addSlim(head, partition);
    else {
      const { text, flags } = cellsText(raw);
      put(flags === 0 ? head : { ...head, flags: head.flags | flags }, text, partition);
    }
  }

  function addSlim(head: PackedHead, partition: number): void {
    const tells = (head.flags & MAKES_STUDENT) !== 0 || head.stateId !== "";
    if (!tells || isAfter(last, head)) return;
    last = head;
    put(head, "", partition);
  }

  const addLine: TakeLine = (bytes, spans, of, line) => {
    const [studentFrom = 0, studentTo = 0] = [spans[of + STUDENT_FROM], spans[of + STUDENT_TO]];
    const family = familyIn(bytes, studentFrom, studentTo);
    const flags = ofTranscript ? IN_TRANSCRIPT | MAKES_STUDENT : 0;
    if (shard !== null && shardOf(family, shard.of) !== shard.index) {
      const studentId = plainText(bytes.subarray(studentFrom, studentTo));
      const stateId = plainText(bytes.subarray(spans[of + STATE_FROM], spans[of + STATE_TO]));
      addSlim({ family, source, variant: 0, line, flags: flags | SLIM, studentId, stateId }, partitionOf(family));
      return;
    }
    const pile = pileOf(partitionOf(family), roomForLine(spans, of));
    pile.used = packLine({ family, source, line, flags }, bytes, spans, of, pile.bytes, pile.used);
    count += 1;
  };

  function take(room: Uint8Array<ArrayBuffer>): PackedBlock {
    const size = piles.reduce((sum, { used }) => sum + used, 0);
    const together = size > room.length ? new Uint8Array(Math.ceil(size * SPARE)) : room;
    const runs: number[] = [];
    let at = 0;
    for (const [partition, pile] of piles.entries()) {
      if (pile.used === 0) continue;
      together.set(pile.bytes.subarray(0, pile.used), at);
      runs.push(partition, at, at + pile.used);
      at += pile.used;
      pile.used = 0;
    }
    const block = { bytes: together.subarray(0, size), runs, days };
    count = 0;
    days = { scores: null, approvals: null };
    // A block read ahead may be thrown away and read again: nothing that it told may be taken as told.
    last = null;
    return block;
  }

  return { add, addLine, waiting: () => count, take };
}

/** New room is so much larger than what it was made for, so that the next block is likely to fit. */
const SPARE = 1.25;

/** Says nothing that the row before it, of the same file and ids, did not say with an earlier line. */
function isAfter(before: PackedHead | null, head: PackedHead): boolean {
  if (before === null || before.line > head.line || before.flags !== head.flags) return false;
  return before.studentId === head.studentId && before.stateId === head.stateId;
}

/** Rows that are nobody's stand together where their content is the same: so they are counted as one. */
export function strayFamily(raw: Pick<RawRow, "layout" | "cells">): number {
  return hashOf(contentOf(raw));
}
