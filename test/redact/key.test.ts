import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { keyFault, pseudonymsBy } from "../../src/redact/key.js";
import { KEY, NAMES } from "./support.js";

test("a pseudonym is the keyed hash of what is meant and the id, in the letters of base32", () => {
  const mac = createHmac("sha256", KEY).update("zcredit student\n1000000042").digest();
  let bits = "";
  for (const byte of mac) bits += byte.toString(2).padStart(8, "0");
  let letters = "";
  for (let at = 0; at < 80; at += 5)
    letters += "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[Number.parseInt(bits.slice(at, at + 5), 2)];
  expect(NAMES.student("1000000042")).toBe(`R${letters}`);
});

test("one id has one pseudonym by a key, another as a state id, and another by another key", () => {
  const again = pseudonymsBy(new Uint8Array(KEY));
  const other = pseudonymsBy(new TextEncoder().encode("quite another key, of 32 bytes.."));
  for (const id of ["7", "a.b*c(1)", "Ann O'Neil 12", "2008-02-29", "0042", "__proto__"]) {
    expect(NAMES.student(id)).toMatch(/^R[A-Z2-7]{16}$/);
    expect(NAMES.state(id)).toMatch(/^Q[A-Z2-7]{16}$/);
    expect(again.student(id)).toBe(NAMES.student(id));
    expect(NAMES.state(id).slice(1)).not.toBe(NAMES.student(id).slice(1));
    expect(other.student(id)).not.toBe(NAMES.student(id));
  }
  expect(new Set(Array.from({ length: 2000 }, (_, id) => NAMES.student(String(id)))).size).toBe(2000);
});

test("nobody stays nobody", () => {
  expect([NAMES.student(""), NAMES.state(""), NAMES.code(""), NAMES.digest("")]).toEqual(["", "", "", ""]);
});

test("a key that can be guessed is refused, in plain words", () => {
  expect(keyFault(KEY, "key")).toBeNull();
  expect(
    keyFault(
      new Uint8Array(15).map((_, at) => at),
      "key",
    )?.message,
  ).toContain("15 bytes");
  expect(keyFault(new Uint8Array(0), "key")?.message).toContain("0 bytes");
  expect(keyFault(new Uint8Array(64).fill(65), "key")?.message).toContain("over and over");
});
