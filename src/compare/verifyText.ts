import type { Violation } from "../model.js";
import { brief, count, counted, placeOf, plain, wrap } from "../report/words.js";
import type { ManifestCheck } from "./manifest.js";
import type { Comparison } from "./result.js";

type Colour = (style: string, text: string) => string;

const STYLES = { error: "red", warning: "yellow", info: "cyan" } as const;
/** Places of each code that are named on the terminal; `--json` and `--out` hold them all. */
const PLACES_SHOWN = 10;

/** What a comparison came to, as people read it. Ids and counts, never a name. Ends with a line end. */
export function comparisonText(result: Comparison, colour: Colour): string {
  const { counts, rules, notes } = result;
  const lines: string[] = [];
  for (const [when, files] of [
    ["Before", result.before],
    ["After", result.after],
    ["Proposed", result.proposed],
  ] as const) {
    for (const { name, rows } of files) lines.push(plain(`${when}: ${name}, ${counted(rows, "row")}`));
  }
  lines.push(
    `  ${counted(counts.unchanged, "past entry", "past entries")} as they were, ${count(counts.changed)} changed, ${count(counts.removed)} gone; ${count(counts.added)} new`,
  );
  if (counts.absent > 0) {
    lines.push(
      `  ${counted(counts.absent, "student")} absent, with ${counted(counts.notCompared, "entry", "entries")} not compared`,
    );
  }
  if (result.proposed.length > 0) {
    lines.push(`  ${count(counts.landed)} of ${counted(counts.proposed, "proposed record")} landed`);
  }
  lines.push(...violationLines(result.violations, colour));
  for (const { code, because } of rules.notChecked)
    lines.push(...wrap(`Not checked: ${code} (${because})`, "", "    "));
  if (rules.off.length > 0) lines.push(...wrap(`Switched off: ${rules.off.join(", ")}`, "", "    "));
  for (const note of notes) lines.push(...wrap(plain(note), "", "    "));
  return `${lines.join("\n")}\n`;
}

function violationLines(violations: readonly Violation[], colour: Colour): string[] {
  const lines: string[] = [];
  const byCode = new Map<string, Violation[]>();
  for (const violation of violations) {
    const key = `${violation.code} ${violation.severity}`;
    const same = byCode.get(key);
    if (same === undefined) byCode.set(key, [violation]);
    else same.push(violation);
  }
  if (byCode.size === 0) lines.push("Nothing of the past has moved.");
  for (const same of byCode.values()) {
    const [first] = same;
    if (first === undefined) continue;
    const accepted = same.filter(({ status }) => status === "accepted").length;
    const said = accepted === 0 ? "" : `, ${count(accepted)} of them authorised`;
    lines.push(`${colour(STYLES[first.severity], first.severity)} ${first.code}: ${count(same.length)}${said}`);
    for (const violation of same.slice(0, PLACES_SHOWN)) {
      const who = violation.studentId === "" ? "" : `student ${violation.studentId}: `;
      const status = violation.status === "accepted" ? "authorised: " : "";
      lines.push(...wrap(brief(plain(`${placeOf(violation)}: ${status}${who}${violation.message}`)), "    ", "      "));
    }
    const left = same.length - PLACES_SHOWN;
    if (left > 0)
      lines.push(`    and ${counted(left, "more")} of these: --json or --out has all`.replace("mores", "more"));
    lines.push(...wrap(plain(`What to do: ${first.remedy}`), "    ", "      "));
  }
  return lines;
}

/** Every past entry is unchanged, changed, resolved, removed or not compared. */
export function countsJson({ counts }: Comparison) {
  return {
    students_before: counts.studentsBefore,
    students_after: counts.studentsAfter,
    absent: counts.absent,
    unchanged: counts.unchanged,
    changed: counts.changed,
    resolved: counts.resolved,
    removed: counts.removed,
    not_compared: counts.notCompared,
    added: counts.added,
    proposed: counts.proposed,
    landed: counts.landed,
  };
}

/** All of it as plain data. Ends with a line end. */
export function comparisonJson(result: Comparison): string {
  const { before, after, proposed, violations, rules, notes } = result;
  const files = [before, after, proposed].map((readings) =>
    readings.map(({ name, sha256, bytes, rows }) => ({ name, sha256, bytes, rows })),
  );
  const report = {
    format: 1,
    tool: "zcredit",
    before: files[0],
    after: files[1],
    proposed: files[2],
    counts: countsJson(result),
    rules: { run: rules.run, not_checked: rules.notChecked, off: rules.off },
    notes,
    violations: violations.map((violation) => ({
      code: violation.code,
      severity: violation.severity,
      status: violation.status,
      student_id: violation.studentId,
      message: violation.message,
      file: violation.file,
      line: violation.line,
      column: violation.column,
      value: violation.value,
      course_id: violation.courseId,
      school_code: violation.schoolCode,
      citation: violation.citation,
      remedy: violation.remedy,
      fingerprint: violation.fingerprint,
    })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** What holding files against their manifest came to. Ends with a line end. */
export function manifestCheckText({ faults, matching, notChecked }: ManifestCheck, colour: Colour): string {
  const lines: string[] = [];
  for (const fault of faults) lines.push(`${colour("red", "changed")} ${plain(fault)}`);
  lines.push(plain(`As written: ${matching.length === 0 ? "none" : matching.join(", ")}.`));
  for (const text of notChecked) lines.push(plain(`Not checked: ${text}.`));
  return `${lines.join("\n")}\n`;
}
