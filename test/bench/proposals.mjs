// What both a check and proposals.sql say of a proposal, so that they can be compared.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";

function keys(path) {
  const rows = parse(readFileSync(path), { bom: true, columns: true });
  return rows.map(({ student_id, pathway, course, part }) => `${student_id} ${pathway} ${course} ${part}`).sort();
}

/**
 * How many proposals there are.
 *
 * @throws where the query names others than the check
 */
export function sameProposals(results, byQuery) {
  const checked = keys(join(results, "proposals.csv"));
  const queried = keys(byQuery);
  if (checked.join("\n") === queried.join("\n")) return checked.length;
  const lacks = (all, some) => {
    const known = new Set(all);
    return some.filter((key) => !known.has(key)).slice(0, 5);
  };
  throw new Error(
    `${checked.length} proposals by zcredit, ${queried.length} by DuckDB; ` +
      `only zcredit: ${lacks(queried, checked).join(", ")}; only DuckDB: ${lacks(checked, queried).join(", ")}`,
  );
}
