/** Length of the character that a first byte begins, 1 to 4; 0 where no character begins so. */
export function lengthOf(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead < 0xc2) return 0;
  if (lead < 0xe0) return 2;
  if (lead < 0xf0) return 3;
  return lead < 0xf5 ? 4 : 0;
}

/** The range of the second byte (Unicode, table 3-7); that of all further bytes is 80 to BF. */
export function secondByte(lead: number): readonly [number, number] {
  if (lead === 0xe0) return [0xa0, 0xbf];
  if (lead === 0xed) return [0x80, 0x9f];
  if (lead === 0xf0) return [0x90, 0xbf];
  if (lead === 0xf4) return [0x80, 0x8f];
  return [0x80, 0xbf];
}

/** Length of the well-formed character that begins here; 0 where none does; "more" where the bytes end inside it. */
export function characterAt(bytes: Uint8Array, at: number): number | "more" {
  const lead = bytes[at] ?? 0;
  const length = lengthOf(lead);
  for (let i = 1; i < length; i++) {
    if (at + i >= bytes.length) return "more";
    const [low, high] = i === 1 ? secondByte(lead) : [0x80, 0xbf];
    const byte = bytes[at + i] ?? 0;
    if (byte < low || byte > high) return 0;
  }
  return length;
}

/** Offset of the first byte that begins no well-formed character; the length where all do. */
export function firstBad(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const length = characterAt(bytes, at);
    if (length === 0 || length === "more") return at;
    at += length;
  }
  return at;
}

/** How many bytes at the end may begin a character that goes on in the next bytes: 0 to 3. */
export function unfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return characterAt(bytes, bytes.length - back) === "more" ? back : 0;
  }
  return 0;
}
