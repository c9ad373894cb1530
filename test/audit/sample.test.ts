import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawSample, type Unit } from "../../src/audit/sample.js";

const units = (count: number, stratum: (index: number) => string = () => ""): readonly Unit[] =>
  Array.from({ length: count }, (_, index) => ({ key: String(1000 + index), stratum: stratum(index) }));
const keys = (drawn: readonly Unit[]): readonly string[] => drawn.map(({ key }) => key);

describe("a sample", () => {
  it("is the same on every machine for a seed, and another for another", () => {
    expect(keys(drawSample(units(100), 5, "7").drawn)).toEqual(EXPECTED);
    expect(keys(drawSample(units(100), 5, "8").drawn)).not.toEqual(EXPECTED);
  });

  it("does not depend on the order of the population", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...units(40, (index) => `s${index % 3}`)], { minLength: 1 }), (shuffled) => {
        const sorted = shuffled.toSorted((a, b) => (a.key < b.key ? -1 : 1));
        expect(drawSample(shuffled, 7, "x")).toEqual(drawSample(sorted, 7, "x"));
      }),
      { numRuns: 60 },
    );
  });

  it("draws all of them, and says so, where there are no more", () => {
    const { drawn, strata } = drawSample(units(4), 25, "1");
    expect(drawn).toHaveLength(4);
    expect(strata).toEqual([{ name: "", size: 4, drawn: 4 }]);
    expect(drawSample([], 3, "1")).toEqual({ drawn: [], strata: [] });
  });

  it("keeps those who were drawn when others join, but for whom these push out", () => {
    const before = keys(drawSample(units(50), 10, "7").drawn);
    const after = keys(drawSample(units(60), 10, "7").drawn);
    for (const key of after) if (Number(key) < 1050) expect(before).toContain(key);
  });

  it("spreads over strata in proportion, one each at least, and never more than there are", () => {
    const stratum = (index: number): string => (index < 70 ? "a" : index < 95 ? "b" : index < 99 ? "c" : "d");
    const { strata } = drawSample(units(100, stratum), 10, "3");
    expect(strata).toEqual([
      { name: "a", size: 70, drawn: 6 },
      { name: "b", size: 25, drawn: 2 },
      { name: "c", size: 4, drawn: 1 },
      { name: "d", size: 1, drawn: 1 },
    ]);
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 40 }),
        fc.integer({ min: 1, max: 50 }),
        (of, wanted) => {
          const population = of.map((name, index) => ({ key: String(index), stratum: `s${name}` }));
          const sample = drawSample(population, wanted, "q");
          expect(sample.drawn).toHaveLength(Math.min(wanted, of.length));
          for (const { name, size, drawn } of sample.strata) {
            expect(drawn).toBeLessThanOrEqual(size);
            expect(sample.drawn.filter((unit) => unit.stratum === name)).toHaveLength(drawn);
            if (wanted >= sample.strata.length) expect(drawn).toBeGreaterThan(0);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});

/** What `printf '7\n%s' KEY | sha256sum` ranks first of 1000 to 1099. */
const EXPECTED: readonly string[] = ["1000", "1019", "1022", "1036", "1052"];
