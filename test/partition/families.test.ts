import * as fc from "fast-check";
import { expect, test } from "vitest";
import { familyAt, PLAIN_CODEC, pack, roomFor } from "../../src/partition/packed.js";
import { familiesOf } from "../../src/partition/store.js";

/** Rows of these families, one after another, each with a line that tells it from the others. */
function packedOf(families: readonly number[]): Uint8Array {
  const heads = families.map((family, line) => {
    return { family, source: 0, variant: 0, line, flags: 0, studentId: `${line}`, stateId: "" };
  });
  const into = new Uint8Array(heads.reduce((sum, head) => sum + roomFor(head, ""), 0));
  return into.subarray(
    0,
    heads.reduce((at, head) => pack(head, "", into, at, PLAIN_CODEC), 0),
  );
}

function expected(rows: Uint8Array, offsets: readonly number[]): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (const at of offsets) {
    const family = familyAt(rows, at);
    found.set(family, [...(found.get(family) ?? []), at]);
  }
  return found;
}

test("rows of a family come together, in the order in which they came", () => {
  const few = fc.integer({ min: 0, max: 30 }).map((n) => n * 128);
  const any = fc.integer({ min: 0, max: 2 ** 32 - 1 });
  fc.assert(
    fc.property(fc.array(fc.oneof(few, any, few), { maxLength: 300 }), (families) => {
      const rows = packedOf(families);
      const found = familiesOf(rows).map((offsets) => [...offsets]);
      const places = found.flat().toSorted((a, b) => a - b);
      expect(places).toHaveLength(families.length);
      const byFamily = new Map(found.map((offsets) => [familyAt(rows, offsets[0] ?? 0), offsets]));
      expect(byFamily).toEqual(expected(rows, places));
      expect(byFamily.size).toBe(found.length);
    }),
    { numRuns: 300 },
  );
});

test("far more families than there are buckets", () => {
  const families = Array.from({ length: 20_000 }, (_, i) => (i % 7000) * 128);
  const rows = packedOf(families);
  const found = familiesOf(rows);
  expect(found).toHaveLength(7000);
  for (const offsets of found) {
    expect(new Set([...offsets].map((at) => familyAt(rows, at))).size).toBe(1);
    expect([...offsets]).toEqual([...offsets].toSorted((a, b) => a - b));
  }
});

test("no rows", () => {
  expect(familiesOf(new Uint8Array(0))).toEqual([]);
});
