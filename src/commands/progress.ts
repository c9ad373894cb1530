import { count, plain } from "../report/words.js";
import type { Progress } from "../run.js";
import type { Terminal } from "./terminal.js";

/** How far long work has come. */
export interface Stand {
  /** What is being done: `reading t.csv`. */
  readonly what: string;
  readonly done: number;
  /** What is counted: `rows`. */
  readonly unit: string;
  /** 0 to 1; null where the end is not known. */
  readonly share: number | null;
  readonly seconds: number;
}

/** Work that is done sooner shows no bar: it would only flicker. */
const QUIET_SECONDS = 0.4;
const MILLISECONDS_BETWEEN = 100;
const BAR = 20;
/** Before so much is done, the time left is a guess. */
const TELLING_SHARE = 0.02;

/** `1:05`, or `1:01:05` for what takes an hour. */
function clock(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  const two = (n: number): string => String(n).padStart(2, "0");
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** One line of so many characters at most: a bar, how many, how fast, and how long still. Plain signs, no colour. */
export function progressLine({ what, done, unit, share, seconds }: Stand, width: number): string {
  const parts = [plain(what)];
  if (share !== null) {
    const filled = Math.floor(Math.min(1, share) * BAR);
    const percent = String(Math.floor(Math.min(1, share) * 100)).padStart(3);
    parts.push(`[${"#".repeat(filled)}${".".repeat(BAR - filled)}] ${percent} %`);
  }
  parts.push(`${count(done)} ${unit}`);
  if (seconds > 0) parts.push(`${count(Math.round(done / seconds))}/s`);
  if (share !== null && share >= TELLING_SHARE) parts.push(`${clock((seconds * (1 - share)) / share)} left`);
  const line = parts.join("  ");
  // A line that wraps cannot be taken back by the next one.
  return line.length < width ? line : line.slice(0, Math.max(0, width - 1));
}

/** Bytes of all inputs together, and how many of them were read so far. */
export interface Meter {
  /** Null: not known, as for standard input. */
  readonly total: number | null;
  read: number;
}

/** The share of the bytes that was read; null where it can't be told. A packed file comes to more than its size. */
export function shareRead({ total, read }: Meter): number | null {
  return total === null || total === 0 || read > total ? null : read / total;
}

/**
 * Shows on a terminal how far a run has come; nothing for work that is soon done, and nothing in a pipe.
 * @param now milliseconds of any clock
 */
export function progressShower(
  terminal: Terminal,
  meter: Meter | null,
  now: () => number = () => performance.now(),
): (progress: Progress) => void {
  const begun = now();
  let drawn = Number.NEGATIVE_INFINITY;
  let stage = "";
  let stageBegun = begun;
  let earlier = 0;
  let file = "";
  let fileRows = 0;
  return ({ name, rows, students }) => {
    const time = now();
    const reading = students === undefined;
    const next = reading ? "reading" : "deciding";
    if (next !== stage) {
      stage = next;
      stageBegun = reading ? begun : time;
    }
    if (reading && name !== file) {
      earlier += fileRows;
      file = name;
    }
    fileRows = rows;
    if (time - begun < QUIET_SECONDS * 1000 || time - drawn < MILLISECONDS_BETWEEN) return;
    drawn = time;
    const seconds = (time - stageBegun) / 1000;
    const stand: Stand = reading
      ? {
          what: `reading ${name}`,
          done: earlier + rows,
          unit: "rows",
          share: meter === null ? null : shareRead(meter),
          seconds,
        }
      : { what: "deciding", done: students.done, unit: "students", share: students.done / students.of, seconds };
    terminal.progress(progressLine(stand, terminal.width));
  };
}
