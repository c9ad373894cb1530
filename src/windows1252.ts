/**
 * Bytes 0x80 to 0x9F of Windows-1252 (all others are those of Latin-1), from Unicode's own table of best fit. A space
 * stands for the five that mean nothing. A table of our own, since runtimes differ in what they make of these bytes.
 */
const HIGH = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

const FIRST = 0x80;
const LAST = 0x9f;

/** The UTF-16 unit of a byte; null for 81, 8D, 8F, 90 and 9D, which mean nothing. */
export function unitOf(byte: number): number | null {
  if (byte < FIRST || byte > LAST) return byte;
  const unit = HIGH.charCodeAt(byte - FIRST);
  return unit === 0x20 ? null : unit;
}

const BYTES: ReadonlyMap<number, number> = new Map(
  Array.from(HIGH, (char, i) => [char.charCodeAt(0), FIRST + i] as const).filter(([unit]) => unit !== 0x20),
);

/** The byte of a UTF-16 unit; null where Windows-1252 has none. */
export function byteOf(unit: number): number | null {
  if (unit < FIRST || (unit > LAST && unit <= 0xff)) return unit;
  return BYTES.get(unit) ?? null;
}
