import { itemAt } from "../../at.js";
import type { Layout, RawRow } from "../../model.js";
import { trimmed } from "./field.js";
import { fitMap, throughLayout } from "./resolve.js";

/** What one record of a mapped file comes to: rows, or the reason why it is none. */
export type Interpreted = readonly RawRow[] | { readonly why: string };

/**
 * The layouts that the rows of one file have: its own, and where a map unpivots its records one a block after it, in
 * the order of the map.
 */
export function variantsOf(layout: Layout): readonly Layout[] {
  const def = layout.through?.def;
  if (def === undefined) return [layout];
  const fitted = fitMap(def, layout.columns);
  return [layout, ...fitted.blocks.map((block) => throughLayout(layout, def, fitted, block))];
}

/** Whether the records of a layout are its rows, cell by cell: it has no map, or one that only names columns. */
export function isStraight(layout: Layout): boolean {
  const def = layout.through?.def;
  if (def === undefined) return true;
  const fitted = fitMap(def, layout.columns);
  const isWide = def.unpivot !== undefined || def.numbered !== undefined;
  return !isWide && def.quoting !== "backslash" && fitted.keeps.length === 0 && fitted.base.gets.length === 0;
}

/**
 * Makes the reader of the records of one mapped file. The layout must have been made by a map.
 *
 * @param variants `variantsOf` the layout: rows carry these very objects
 */
export function interpreter(layout: Layout, variants: readonly Layout[]): (raw: RawRow) => Interpreted {
  const through = layout.through;
  if (through === undefined) throw new Error("this layout has no map");
  const { def } = through;
  const fitted = fitMap(def, layout.columns);
  const blocks = fitted.blocks.map((block, i) => ({ ...block, layout: itemAt(variants, i + 1) }));
  const isEscaped = def.quoting === "backslash";
  const isWide = def.unpivot !== undefined || def.numbered !== undefined;

  return (raw) => {
    const own = isEscaped ? raw.cells.map((cell) => cell.replaceAll("\\\\", "\\")) : raw.cells;
    for (const { holds, why } of fitted.keeps) if (!holds(own)) return { why };
    const { file, line, layout: itsLayout } = raw;
    if (!isWide && fitted.base.gets.length === 0) {
      return [{ file, line, layout: itsLayout, cells: own, plain: isEscaped ? undefined : raw.plain }];
    }
    const cells = [...own];
    for (const get of fitted.base.gets) cells.push(get(own));
    if (!isWide) return [{ file, line, layout: itsLayout, cells }];
    const rows: RawRow[] = [];
    for (const block of blocks) {
      if (block.from.every((at) => trimmed(own, at) === "")) continue;
      const result = [...cells];
      for (const get of block.gets) result.push(get(own));
      rows.push({ file, line, layout: block.layout, cells: result });
    }
    return rows.length === 0 ? { why: "no result" } : rows;
  };
}
