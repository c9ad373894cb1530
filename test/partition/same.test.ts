import fc from "fast-check";
import { expect, test } from "vitest";
import { always } from "../properties/support.js";
import { district } from "../support/arbitraries.js";
import { filesOf, type How, happened, merged, outcome } from "./support.js";

const LOTS = fc.array(fc.nat(100_000), { minLength: 40, maxLength: 60 });

const WAYS: readonly How[] = [
  { spill: true },
  { threads: 1, piece: 97, blockSize: 150 },
  { threads: 2, piece: 400, blockSize: 300, spill: true },
  { threads: 4, piece: 1000, blockSize: 900 },
];

always(
  "threads, blocks of any size, spilled rows and slices joined give the same bytes",
  fc.tuple(district(), LOTS, fc.constantFrom(...WAYS), fc.integer({ min: 2, max: 5 })),
  200,
  async ([drawn, lots, how, slices]) => {
    const files = filesOf(drawn, lots);
    const plain = await outcome(drawn, files, {});
    const same = async (other: ReadonlyMap<string, string>): Promise<void> => {
      for (const [name, text] of plain) expect(other.get(name), `${name}, ${JSON.stringify(how)}`).toBe(text);
    };
    await same(await outcome(drawn, files, how));
    if (lots.length % 3 === 0) await same(await merged(drawn, files, slices, how));
  },
);

always("real threads give the same bytes", fc.tuple(district(), LOTS), 3, async ([drawn, lots]) => {
  const files = filesOf(drawn, lots);
  const plain = await outcome(drawn, files, {});
  const threaded = await outcome(drawn, files, { threads: 2, real: true, spill: true, piece: 400 });
  for (const [name, text] of plain) expect(threaded.get(name), name).toBe(text);
});

test("blocks were read ahead, some by a wrong guess, and rows came back from a disk", () => {
  for (const [what, times] of Object.entries(happened)) expect(times, what).toBeGreaterThan(5);
});
