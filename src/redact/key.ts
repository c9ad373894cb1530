import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Problem } from "../errors.js";

/** Bytes of the shortest key: as many as cannot be tried one after the other. */
export const LEAST_KEY_BYTES = 16;

/** Of the 32 letters of RFC 4648, so that a pseudonym is no number, no formula and no date. */
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** Letters after the first: 80 bits, at which two of a million students share one once in a trillion districts. */
const LENGTH = 16;

/**
 * Pseudonyms by one key: HMAC-SHA256 of what is meant and the text, so that the same text has another pseudonym as a
 * student's id than as a state id, and none can be worked back by trying all ids. The same key gives the same ones in
 * every file, message and run. An empty text stays empty.
 */
export interface Pseudonyms {
  /** `R` and 16 letters, for the district's id of a student. */
  readonly student: (id: string) => string;
  /** `Q` and 16 letters, for the state's id of a student. */
  readonly state: (id: string) => string;
  /** `C` and 16 letters, for a code that is in no policy, and so could be anything. */
  readonly code: (text: string) => string;
  /** In place of a digest that ids go into: 16 hexadecimal digits, as it has. */
  readonly digest: (text: string) => string;
}

/** What is wrong with a key; null: nothing. The key is the bytes of the file as they are, its last line end too. */
export function keyFault(key: Uint8Array, where: string): Problem | null {
  const made = "Make one of 32 random bytes; the README shows how.";
  if (key.length < LEAST_KEY_BYTES) {
    const message = `this key has ${key.length} bytes, and one of fewer than ${LEAST_KEY_BYTES} can be guessed, and with it every student. ${made}`;
    return { code: "", where, message };
  }
  if (new Set(key).size < 4) {
    const message = `this key is nearly the same byte over and over, so it can be guessed, and with it every student. ${made}`;
    return { code: "", where, message };
  }
  return null;
}

export function pseudonymsBy(key: Uint8Array): Pseudonyms {
  const mac = (domain: string, text: string): Uint8Array =>
    hmac(sha256, key, utf8ToBytes(`zcredit ${domain}\n${text}`));
  const named = (first: string, domain: string): ((text: string) => string) =>
    rememberedOne((text) => (text === "" ? "" : `${first}${lettersOf(mac(domain, text))}`));
  return {
    student: named("R", "student"),
    state: named("Q", "state student"),
    code: named("C", "code"),
    digest: (text) => (text === "" ? "" : bytesToHex(mac("digest", text)).slice(0, 16)),
  };
}

/** The findings of one student stand together, so the last answer is nearly always the next. */
function rememberedOne(work: (text: string) => string): (text: string) => string {
  let last = "";
  let answer = "";
  return (text) => {
    if (text !== last) {
      answer = work(text);
      last = text;
    }
    return answer;
  };
}

function lettersOf(bytes: Uint8Array): string {
  let letters = "";
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    bits = (bits << 8) | byte;
    held += 8;
    while (held >= 5) {
      held -= 5;
      letters += LETTERS[(bits >> held) & 31];
      bits &= (1 << held) - 1;
    }
    if (letters.length >= LENGTH) break;
  }
  return letters.slice(0, LENGTH);
}
