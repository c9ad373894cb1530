import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CountColumn, type CountTable, type Relation, suppress } from "../../src/equity/suppress.js";
import { workedBack } from "./attacker.js";

const LEAST = 3;

/** A student as a number of bits: lost credit, received credit, received it by the first or the second pathway. */
interface Student {
  readonly group: number;
  readonly school: number;
  readonly lost: boolean;
  readonly first: boolean;
  readonly second: boolean;
}

/** Columns: all, lost, received, by pathway; each again among the lost; all again by school. */
function tableOf(students: readonly Student[], groups: number, schools: number): CountTable {
  const received = (s: Student): boolean => s.first || s.second;
  const columns: CountColumn[] = [];
  const relations: Relation[] = [];
  const add = (pool: number | null, is: (s: Student) => boolean, weight: number): number => {
    const counts = new Array<number>(groups).fill(0);
    for (const student of students) if (is(student)) counts[student.group] = (counts[student.group] ?? 0) + 1;
    columns.push({ pool: pool ?? columns.length, counts, weight });
    return columns.length - 1;
  };
  const within = (part: number, whole: number): void =>
    void relations.push({
      is: "not below zero",
      terms: [
        { column: whole, times: 1 },
        { column: part, times: -1 },
      ],
    });
  const all = add(null, () => true, 50);
  const lost = add(null, (s) => s.lost, 20);
  within(lost, all);
  const pairs = [received, (s: Student) => s.first, (s: Student) => s.second].map((is) => {
    const wide = add(all, is, 10);
    const narrow = add(lost, (s) => s.lost && is(s), 5);
    within(wide, all);
    within(narrow, wide);
    within(narrow, lost);
    const terms = [
      { column: all, times: 1 },
      { column: lost, times: -1 },
      { column: wide, times: -1 },
      { column: narrow, times: 1 },
    ];
    relations.push({ is: "not below zero", terms });
    return { wide, narrow };
  });
  for (const key of ["wide", "narrow"] as const) {
    const [any, ...ways] = pairs.map((pair) => pair[key]);
    for (const way of ways) within(way, any ?? 0);
    const terms = [...ways.map((column) => ({ column, times: 1 })), { column: any ?? 0, times: -1 }];
    relations.push({ is: "not below zero", terms });
  }
  if (schools > 1) {
    const parts = Array.from({ length: schools }, (_, school) => add(null, (s) => s.school === school, 1));
    const terms = [{ column: all, times: -1 }, ...parts.map((column) => ({ column, times: 1 }))];
    relations.push({ is: "zero", terms });
  }
  return { groups, columns, relations };
}

const bit = (percent: number) => fc.nat(99).map((lot) => lot < percent);

function students(groups: number, schools: number, most: number) {
  const one = fc.record({
    // Uneven sizes, so that there are groups of few.
    group: fc.nat(groups * groups - 1).map((lot) => Math.floor(Math.sqrt(lot))),
    school: fc.nat(schools - 1),
    lost: bit(50),
    first: bit(35),
    second: bit(25),
  });
  return fc.array(one, { minLength: LEAST, maxLength: most });
}

function expectSafe(table: CountTable): void {
  expect(workedBack(table, suppress(table, LEAST))).toEqual([]);
}

describe("suppression: no hidden count can be worked back", () => {
  it("over random groups, by every total, relation and bound", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 4 }), fc.gen(), (groups, gen) => {
        expectSafe(
          tableOf(
            gen(() => students(groups, 1, 24)),
            groups,
            1,
          ),
        );
      }),
      { numRuns: 60, seed: 51, endOnFailure: true },
    );
  });

  it("over random groups by school", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 3 }), fc.integer({ min: 2, max: 3 }), fc.gen(), (groups, schools, gen) => {
        expectSafe(
          tableOf(
            gen(() => students(groups, schools, 24)),
            groups,
            schools,
          ),
        );
      }),
      { numRuns: 40, seed: 52, endOnFailure: true },
    );
  });

  it("hides every group of few and every breakdown of a small total", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 5 }), fc.gen(), (groups, gen) => {
        const table = tableOf(
          gen(() => students(groups, 2, 60)),
          groups,
          2,
        );
        const hidden = suppress(table, LEAST);
        for (const [column, { pool, counts }] of table.columns.entries()) {
          const total = counts.reduce((sum, n) => sum + n, 0);
          for (const [group, count] of counts.entries()) {
            if (hidden[column]?.[group] !== false || total === 0) continue;
            expect(pool !== column || count >= LEAST).toBe(true);
          }
        }
      }),
    );
  });
});
