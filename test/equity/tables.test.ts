import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { StudentFacts } from "../../src/equity/facts.js";
import { tablesBySchool } from "../../src/equity/schools.js";
import type { CountTable, Relation } from "../../src/equity/suppress.js";
import type { ShownTable } from "../../src/equity/tables.js";
import { workedBack } from "./attacker.js";

/*
 * The whole way: random students in, published tables out, and a reader who has those tables, knows what each counts
 * and what follows from that, and works back what he can.
 */

const LEAST = 3;

interface Drawn extends StudentFacts {
  readonly group: string;
}

const chance = (percent: number) => fc.nat(99).map((lot) => lot < percent);

const student = fc
  .record({
    group: fc.nat(15).map((lot) => ["few", "some", "more", "most"][Math.floor(Math.sqrt(lot))] ?? "most"),
    school: fc.constantFrom("North", "North", "South", "East"),
    lost: chance(60),
    pathways: fc.uniqueArray(fc.constantFrom("a", "b"), { maxLength: 1 }),
    held: chance(20),
    refused: chance(30),
  })
  .map(({ group, school, lost, pathways, held, refused }): Drawn => {
    const outcomes = new Set<string>();
    for (const pathway of pathways) {
      outcomes.add("received").add(`by pathway\n${pathway}`).add("in year\n2025").add("considered");
    }
    if (held) outcomes.add("considered").add("held");
    if (refused) outcomes.add("considered").add("refused").add("refused because\nevidence-not-met");
    return { group, school, lost, outcomes, groups: new Map() };
  });

/** Key of a count of the published tables: among whom, where, and what. */
function keyOf({ subject: { pool, school, outcome } }: ShownTable): string {
  return [pool, school, outcome.is, "of" in outcome ? outcome.of : ""].join("|");
}

/** What stands in the published tables, as columns; what was hidden there; and what the words mean. */
function published(students: readonly Drawn[], groups: readonly string[], tables: readonly ShownTable[]) {
  const schools = [...new Set(tables.map(({ subject }) => subject.school))].filter((school) => school !== "");
  const alone = new Set(schools.filter((school) => school !== "Small schools together"));
  const schoolOf = ({ school }: Drawn): string => (alone.has(school) ? school : "Small schools together");
  const columns: { pool: number; counts: number[]; weight: number }[] = [];
  const hidden: boolean[][] = [];
  const index = new Map<string, number>();
  const add = (key: string, shown: readonly (number | null)[], is: (s: Drawn) => boolean): void => {
    const counts = groups.map((group) => students.filter((s) => s.group === group && is(s)).length);
    // Nothing that is shown is anything but the truth.
    for (const [at, value] of shown.entries()) if (value !== null) expect(value, key).toBe(counts[at]);
    index.set(key, columns.length);
    columns.push({ pool: columns.length, counts, weight: 1 });
    hidden.push(shown.map((value) => value === null));
  };
  for (const table of tables) {
    const { pool, school, outcome } = table.subject;
    const inPool = (s: Drawn): boolean => (school === "" || schoolOf(s) === school) && (pool === "enrolled" || s.lost);
    const poolKey = [pool, school, "", ""].join("|");
    const pools = table.rows.map((row) => row.pool);
    if (!index.has(poolKey)) add(poolKey, pools, inPool);
    const id = "of" in outcome ? `${outcome.is}\n${outcome.of}` : outcome.is;
    add(
      keyOf(table),
      table.rows.map(({ count }) => count),
      (s) => inPool(s) && s.outcomes.has(id),
    );
  }
  const relations: Relation[] = [];
  const relate = (is: Relation["is"], ...terms: readonly (readonly [string, number])[]): void => {
    const placed = terms.flatMap(([key, times]) => {
      const column = index.get(key);
      return column === undefined ? [] : [{ column, times }];
    });
    if (placed.length === terms.length) relations.push({ is, terms: placed });
  };
  const within = (part: string, whole: string): void => relate("not below zero", [whole, 1], [part, -1]);
  for (const school of ["", ...schools]) {
    within(`lost|${school}||`, `enrolled|${school}||`);
    for (const key of index.keys()) {
      const [pool, where, is, of] = key.split("|");
      if (where !== school || is === "") continue;
      within(key, `${pool}|${school}||`);
      if (pool !== "enrolled") continue;
      const among = `lost|${school}|${is}|${of}`;
      within(among, key);
      const all = `enrolled|${school}||`;
      relate("not below zero", [all, 1], [`lost|${school}||`, -1], [key, -1], [among, 1]);
    }
  }
  for (const pool of ["enrolled", "lost"]) {
    for (const part of ["held", "refused"]) within(`${pool}||${part}|`, `${pool}||considered|`);
    const either = [`${pool}||by pathway|a`, `${pool}||by pathway|b`].filter((key) => index.has(key));
    for (const key of either) within(key, `${pool}||received|`);
    if (either.length > 0)
      relate("not below zero", ...either.map((key) => [key, 1] as const), [`${pool}||received|`, -1]);
    within(`${pool}||in year|2025`, `${pool}||received|`);
    within(`${pool}||received|`, `${pool}||in year|2025`);
    within(`${pool}||refused because|evidence-not-met`, `${pool}||refused|`);
    within(`${pool}||refused|`, `${pool}||refused because|evidence-not-met`);
    for (const what of ["|", "received|"]) {
      const parts = schools.map((school) => [`${pool}|${school}|${what}`, 1] as const);
      if (parts.length > 0) relate("zero", ...parts, [`${pool}||${what}`, -1]);
    }
  }
  const table: CountTable = { groups: groups.length, columns, relations };
  return { table, hidden, keys: [...index.keys()] };
}

describe("the published tables", () => {
  it("let nobody work back what they hide, and show nothing but the truth", () => {
    let cells = 0;
    let shown = 0;
    fc.assert(
      fc.property(fc.array(student, { minLength: 12, maxLength: 40 }), (students) => {
        const { groups, tables } = tablesBySchool(
          students,
          students.map(({ group }) => group),
          LEAST,
        );
        const { table, hidden, keys } = published(students, groups, tables);
        for (const row of hidden) {
          cells += row.length;
          shown += row.filter((is) => !is).length;
        }
        const given = workedBack(table, hidden).map(({ column, group }) => `${keys[column]}, ${groups[group]}`);
        expect(given).toEqual([]);
      }),
      { numRuns: 20, seed: 53, endOnFailure: true },
    );
    // Hiding everything would be no report.
    expect(shown / cells).toBeGreaterThan(0.3);
  });
});
