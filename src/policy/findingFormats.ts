import type { Severity } from "../model.js";
import { sarifLog } from "../report/sarifLog.js";
import { counted, plain, wrap } from "../report/words.js";
import type { PolicyFinding } from "./finding.js";

/** What `policy check` found in one file. */
export interface CheckedPolicy {
  /** The file as the person named it. */
  readonly file: string;
  /** Of its bytes, lower case hex. */
  readonly sha256: string;
  /** The day by which "in effect" and "overdue" were judged. */
  readonly awardDate: string;
  /** From top to bottom of the file. */
  readonly findings: readonly PolicyFinding[];
}

type Colour = (style: string, text: string) => string;

const STYLES: Readonly<Record<Severity, string>> = { error: "red", warning: "yellow", info: "cyan" };

/** `policy.json:12:7 error policy-...: message`, what to do beneath it, and a count. Ends with a line end. */
export function checkText({ file, awardDate, findings }: CheckedPolicy, colour: Colour): string {
  const lines: string[] = [];
  for (const { line, column, severity, code, message, pointer, remedy, citation } of findings) {
    const place = `${file}:${line}:${column}`;
    lines.push(`${plain(place)} ${colour(STYLES[severity], severity)} ${code}: ${plain(message)}`);
    if (pointer !== "") lines.push(colour("dim", `    at ${plain(pointer)}`));
    lines.push(...wrap(plain(`What to do: ${remedy}`), "    ", "      "));
    if (citation !== "") lines.push(...wrap(plain(`Rests on: ${citation}`), "    ", "      "));
  }
  lines.push(plain(`${file}: ${countsText(findings)}, judged as of ${awardDate}.`));
  return `${lines.join("\n")}\n`;
}

function countsText(findings: readonly PolicyFinding[]): string {
  const { error, warning, info } = countsOf(findings);
  const parts: string[] = [];
  if (error > 0) parts.push(counted(error, "error"));
  if (warning > 0) parts.push(counted(warning, "warning"));
  if (info > 0) parts.push(`${info} for information`);
  return parts.length === 0 ? "no fault found" : parts.join(", ");
}

function countsOf(findings: readonly PolicyFinding[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  for (const finding of findings) counts[finding.severity] += 1;
  return counts;
}

/** Every finding as JSON. Ends with a line end. */
export function checkJson({ file, sha256, awardDate, findings }: CheckedPolicy): string {
  const report = { file, sha256, award_date: awardDate, counts: countsOf(findings), findings };
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** The findings as SARIF 2.1.0, for code review and editors. Ends with a line end. */
export function sarif({ file, findings }: CheckedPolicy): string {
  return sarifLog(
    findings.map(({ code, severity, message, line, column, pointer, citation, remedy }) => ({
      code,
      severity,
      message,
      remedy,
      citation,
      file,
      line,
      column,
      member: pointer,
      fingerprint: `${code} ${pointer}`,
    })),
  );
}
