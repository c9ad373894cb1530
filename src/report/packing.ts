import { itemAt } from "../at.js";
import type { Proposal, Refusal, Step, Violation } from "../model.js";

/** An item as one line of text and back, so that it takes little room and can leave memory. Nothing is lost. */
export interface Packing<T> {
  /** The text holds no line end. */
  pack(item: T): string;
  /** Of a text that this very packing made. */
  unpack(text: string): T;
  /** About how many bytes the item takes in memory. */
  weight(item: T): number;
}

/** Each distinct part is kept once, by number; when the table is full, parts stand in the text as they are. */
const MOST_PARTS = 20_000;

interface Table<T> {
  put(part: T): number | T;
  get(found: number | T): T;
}

function tableOf<T extends string | object>(keyOf: (part: T) => string): Table<T> {
  const numbers = new Map<string, number>();
  const parts: T[] = [];
  return {
    put: (part) => {
      const key = keyOf(part);
      const known = numbers.get(key);
      if (known !== undefined) return known;
      if (parts.length >= MOST_PARTS) return part;
      numbers.set(key, parts.length);
      return parts.push(part) - 1;
    },
    get: (found) => {
      if (typeof found !== "number") return found;
      return itemAt(parts, found);
    },
  };
}

function keyOfStep({ check, outcome, says, leaves }: Step): string {
  return `${check}\n${outcome}\n${leaves}\n${says}`;
}

const BASE = 800;
const PER_STEP = 90;
const PER_ROW = 160;

/** Of proposals or of refusals: most of their steps are the same for thousands of students. */
export function packingConsidered<T extends Proposal | Refusal>(): Packing<T> {
  const steps = tableOf(keyOfStep);
  return {
    pack: (item) => JSON.stringify({ ...item, steps: item.steps.map(steps.put) }),
    unpack: (text) => {
      const item: T & { steps: readonly (number | Step)[] } = JSON.parse(text);
      const whole: readonly Step[] = item.steps.map(steps.get);
      return Object.assign(item, { steps: whole });
    },
    weight: ({ steps: { length }, evidence }) => BASE + length * PER_STEP + evidence.length * PER_ROW,
  };
}

/** What a rule says of every finding alike is kept once. */
export function packingViolations(): Packing<Violation> {
  const texts = tableOf<string>((text) => text);
  return {
    pack: (item) => JSON.stringify({ ...item, citation: texts.put(item.citation), remedy: texts.put(item.remedy) }),
    unpack: (text) => {
      const item: Omit<Violation, "citation" | "remedy"> & { citation: number | string; remedy: number | string } =
        JSON.parse(text);
      return Object.assign(item, { citation: texts.get(item.citation), remedy: texts.get(item.remedy) });
    },
    weight: ({ message }) => BASE + message.length,
  };
}

export function packingPlain<T extends object>(weight: number): Packing<T> {
  return { pack: (item) => JSON.stringify(item), unpack: (text) => JSON.parse(text), weight: () => weight };
}
