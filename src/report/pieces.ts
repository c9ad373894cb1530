/** Text is handed on in pieces of about this length, so that a file need never be held whole. */
const PIECE = 64 * 1024;

/** Items that are worked on together. */
const BATCH = 500;

/** The same text in fewer and longer pieces. */
export function* gathered(texts: Iterable<string>): Iterable<string> {
  let some: string[] = [];
  let length = 0;
  for (const text of texts) {
    some.push(text);
    length += text.length;
    if (length < PIECE) continue;
    yield some.join("");
    some = [];
    length = 0;
  }
  if (length > 0) yield some.join("");
}

export function* batches<T>(items: Iterable<T>): Iterable<readonly T[]> {
  let some: T[] = [];
  for (const item of items) {
    some.push(item);
    if (some.length < BATCH) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}

/** A whole text out of its pieces, for callers that want it so. */
export function wholeText(pieces: Iterable<string>): string {
  return [...pieces].join("");
}
