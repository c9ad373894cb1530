import { escapeHtml } from "../../policy/show/escape.js";
import { wholeText } from "../pieces.js";
import { plain } from "../words.js";

/** Text from a file as it may stand in a page, with nothing in it that could steer what is shown. */
export function escaped(text: string): string {
  return escapeHtml(plain(text));
}

/**
 * A table with a caption; `numbers` names the columns that hold numbers. Cells are text, and escaped here.
 *
 * @param unseen the caption is for screen readers alone: the same words stand above as a heading
 */
export function tableHtml(
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  numbers: readonly number[] = [],
  unseen = false,
): string {
  return wholeText(tablePieces(caption, columns, rows, numbers, unseen));
}

/** The same row by row, for a table of any length. */
export function* tablePieces(
  caption: string,
  columns: readonly string[],
  rows: Iterable<readonly string[]>,
  numbers: readonly number[] = [],
  unseen = false,
): Iterable<string> {
  const side = (at: number): string => (numbers.includes(at) ? ' class="number"' : "");
  const head = columns.map((name, at) => `<th scope="col"${side(at)}>${escaped(name)}</th>`).join("");
  yield `<div class="scroll" role="region" tabindex="0" aria-label="${escaped(caption)}"><table>
<caption${unseen ? ' class="unseen"' : ""}>${escaped(caption)}</caption>
<thead><tr>${head}</tr></thead>
<tbody>
`;
  let between = "";
  for (const [first = "", ...rest] of rows) {
    const others = rest.map((cell, at) => `<td${side(at + 1)}>${escaped(cell)}</td>`).join("");
    yield `${between}<tr><th scope="row"${side(0)}>${escaped(first)}</th>${others}</tr>`;
    between = "\n";
  }
  yield `
</tbody>
</table></div>`;
}
