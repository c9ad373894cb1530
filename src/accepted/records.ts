/** A file of records as bytes, cut at its line ends and never re-written. */
export interface CutRecords {
  /** Byte order mark and header line. */
  readonly head: Uint8Array;
  readonly records: readonly Uint8Array[];
}

const LF = 10;
const CR = 13;
const QUOTE = 34;

/**
 * Cuts a file that zcredit wrote into its header and its records, each with its own line end. Works on the bytes, so
 * that what goes to import is what was proposed, whatever the encoding: UTF-16 is known by its byte order mark, and in
 * every other one that is written, quotes and line ends are single bytes that mean nothing else.
 */
export function cutRecords(bytes: Uint8Array): CutRecords {
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const little = bytes[0] === 0xff;
  const unit = wide ? 2 : 1;
  const at = (i: number): number => {
    if (!wide) return bytes[i] as number;
    const [a, b] = [bytes[i] as number, bytes[i + 1] as number];
    return little ? a | (b << 8) : (a << 8) | b;
  };
  const parts: Uint8Array[] = [];
  let newline: readonly number[] | null = null;
  let open = false;
  let from = 0;
  for (let i = 0; i < bytes.length; i += unit) {
    const code = at(i);
    if (code === QUOTE) open = !open;
    if (open || (code !== LF && code !== CR)) continue;
    const next = at(i + unit);
    // The header says how lines end; what else looks like a line end is part of a cell.
    newline ??= code === CR && next === LF ? [CR, LF] : [code];
    const [first, second] = newline;
    if (code !== first || (second !== undefined && next !== second)) continue;
    i += unit * (newline.length - 1);
    parts.push(bytes.subarray(from, i + unit));
    from = i + unit;
  }
  if (from < bytes.length) parts.push(bytes.subarray(from));
  const [head = new Uint8Array(), ...records] = parts;
  return { head, records };
}

/** The header and the chosen records, in their order. */
export function joinRecords(head: Uint8Array, records: readonly Uint8Array[]): Uint8Array {
  const parts = [head, ...records];
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
