import type { Violation } from "../model.js";
import type { RunResult } from "../report/result.js";
import type { Sequence } from "../report/sequence.js";
import { counted, placeOf, plain, wrap } from "../report/words.js";
import { EXISTING_RECORD_CODES } from "../rules/index.js";
import type { AuditSample, SampleStatement } from "./audit.js";
import type { Population } from "./population.js";

/** A sample in sentences: what was drawn out of what, by what chance, and what could not be drawn. */
export function statementLines(statement: SampleStatement): readonly string[] {
  const { draws, seed, method, stratify, asked, drawn, frame, frameSize, exclusions, strata } = statement;
  const fewer = drawn < asked ? ` (${asked} were asked for: there are no more)` : "";
  const lines = [
    `This sample draws ${draws}: ${drawn} of ${frameSize}${fewer}, seed ${seed}.`,
    `Drawn from: ${frame}.`,
    exclusions.length === 0 ? "Left out: nothing." : `Left out: ${exclusions.join("; ")}.`,
  ];
  if (stratify === "none") lines.push(`Chance of each to be drawn: ${drawn} in ${frameSize}.`);
  else {
    const each = strata.map(({ name, size, drawn: share }) => `${name} ${share} in ${size}`).join(", ");
    lines.push(
      `By ${stratify} in proportion, at least one each where there is room. Chance of each to be drawn: ${each}.`,
    );
  }
  return [...lines, method];
}

/** Codes with how often and the first two places; the full list stands in `violations.csv`. */
function findingLines(violations: Iterable<Violation>): readonly string[] {
  const byCode = new Map<string, { severity: string; count: number; readonly places: string[] }>();
  for (const violation of violations) {
    let known = byCode.get(violation.code);
    if (known === undefined) {
      known = { severity: violation.severity, count: 0, places: [] };
      byCode.set(violation.code, known);
    }
    known.count += 1;
    if (known.places.length < 2) known.places.push(`${placeOf(violation)} (student ${violation.studentId})`);
  }
  return [...byCode].flatMap(([code, { severity, count, places }]) => {
    const more = count > 2 ? `, and ${count - 2} more` : "";
    return wrap(plain(`${code} (${severity}): ${count}, ${places.join(", ")}${more}`), "  ", "    ");
  });
}

/** What the terminal shows of an audit. Student ids, never names. Ends with a line end. */
export function auditText(
  result: RunResult,
  population: Population,
  sample: AuditSample,
  violations: Sequence<Violation>,
  out: string,
): string {
  const lines = [
    `Audit of existing mastery records, award date ${result.options.awardDate}`,
    "",
    `Read: ${counted(result.files.length, "file")}, ${counted(result.counts.students, "student")}, ${counted(population.records, "mastery record")} of ${counted(population.students.length, "student")}.`,
  ];
  if (population.doubtful > 0)
    lines.push(`In doubt and so not judged: ${counted(population.doubtful, "row")} that may be mastery records.`);
  for (const { code, because } of result.rules.notChecked.filter(({ code: each }) => EXISTING_RECORD_CODES.has(each)))
    lines.push(...wrap(plain(`Not checked: ${code} (${because})`), "", "  "));
  lines.push("", violations.length === 0 ? "Nothing was found in existing records." : "Found:");
  lines.push(...findingLines(violations));
  for (const statement of sample.statements) {
    lines.push("");
    for (const line of statementLines(statement)) lines.push(...wrap(plain(line), "", "  "));
  }
  lines.push("", `Results: ${out}`);
  const next =
    sample.statements.length === 0
      ? "Next: read violations.csv and records.csv there; --sample 25 --seed 7 draws a spot-check."
      : "Next: print worksheet.html, or fill in the worksheet's last columns in a spreadsheet.";
  lines.push(next);
  return `${lines.join("\n")}\n`;
}
