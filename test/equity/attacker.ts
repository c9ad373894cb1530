import highsModule from "highs";
import type { CountTable, Hidden } from "../../src/equity/suppress.js";

/*
 * A reader who wants to work a hidden count back, made without a line of what hides it: everything that he knows is
 * written down as a linear program in whole numbers, and a solver is asked for the most and the least that each hidden
 * count can be.
 */

// Its types describe the file for require(), where the loader stands one step deeper than in the one for import.
const loadHighs = highsModule as unknown as typeof highsModule.default;
const highs = await loadHighs();

interface Cell {
  readonly column: number;
  readonly group: number;
}

function nameOf({ column, group }: Cell): string {
  return `x${column}_${group}`;
}

function sumText(terms: readonly { readonly cell: Cell; readonly times: number }[]): string {
  return terms.map(({ cell, times }) => `${times < 0 ? "-" : "+"} ${Math.abs(times)} ${nameOf(cell)}`).join(" ");
}

/** What the shown counts, the totals and the meaning of the columns say, without what is asked. */
function knowledge({ groups, columns, relations }: CountTable, hidden: Hidden): string {
  const lines: string[] = ["Subject To"];
  const bounds: string[] = ["Bounds"];
  const whole: string[] = [];
  for (const [column, { counts }] of columns.entries()) {
    const total = counts.reduce((sum, n) => sum + n, 0);
    lines.push(`${sumText(counts.map((_, group) => ({ cell: { column, group }, times: 1 })))} = ${total}`);
    for (const [group, count] of counts.entries()) {
      const name = nameOf({ column, group });
      bounds.push(hidden[column]?.[group] === true ? `0 <= ${name} <= ${total}` : `${name} = ${count}`);
      whole.push(name);
    }
  }
  for (const { terms, is } of relations) {
    for (let group = 0; group < groups; group++) {
      const sum = sumText(terms.map(({ column, times }) => ({ cell: { column, group }, times })));
      lines.push(`${sum} ${is === "zero" ? "=" : ">="} 0`);
    }
  }
  return [...lines, ...bounds, "General", whole.join(" "), "End"].join("\n");
}

/** A whole table that fits all that is known, with this count as large or as small as can be. */
function extreme(known: string, cell: Cell, sense: "Maximize" | "Minimize"): ReadonlyMap<string, number> {
  const found = highs.solve(`${sense}\nobj: ${nameOf(cell)}\n${known}`);
  if (found.Status !== "Optimal") throw new Error(`the true table does not fit what is shown of it: ${found.Status}`);
  const values = new Map<string, number>();
  for (const [name, column] of Object.entries(found.Columns)) {
    if ("Primal" in column) values.set(name, Math.round(column.Primal));
  }
  return values;
}

/** The hidden counts that can have one value only, and so are not hidden at all. */
export function workedBack(table: CountTable, hidden: Hidden): readonly Cell[] {
  const known = knowledge(table, hidden);
  const truth = ({ column, group }: Cell): number => table.columns[column]?.counts[group] ?? 0;
  let open = hidden.flatMap((row, column) => row.flatMap((is, group) => (is ? [{ column, group }] : [])));
  const found: Cell[] = [];
  for (let cell = open[0]; cell !== undefined; cell = open[0]) {
    const asked = cell;
    let other = extreme(known, asked, "Maximize");
    if (other.get(nameOf(asked)) === truth(asked)) other = extreme(known, asked, "Minimize");
    if (other.get(nameOf(asked)) === truth(asked)) found.push(asked);
    // A table that was found shows for every count in which it differs that it could be another.
    const isOpen = (each: Cell): boolean => other.get(nameOf(each)) === truth(each);
    open = open.filter((each) => each !== asked && isOpen(each));
  }
  return found;
}
