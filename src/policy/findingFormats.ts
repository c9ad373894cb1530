import { severityRank } from "../exit.js";
import type { Severity } from "../model.js";
import { byText, counted, plain, wrap } from "../report/words.js";
import { VERSION } from "../version.js";
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

const LEVELS = { error: "error", warning: "warning", info: "note" } as const;

/** The findings as SARIF 2.1.0, for code review and editors. Ends with a line end. */
export function sarif({ file, findings }: CheckedPolicy): string {
  const byCode = new Map<string, PolicyFinding>();
  for (const finding of findings) {
    const known = byCode.get(finding.code);
    if (known === undefined || severityRank(finding.severity) < severityRank(known.severity))
      byCode.set(finding.code, finding);
  }
  const codes = [...byCode.keys()].sort(byText);
  const uri = encodeURI(file.replaceAll("\\", "/")).replaceAll("#", "%23").replaceAll("?", "%3F");
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "zcredit",
            version: VERSION,
            rules: codes.map((id) => {
              const finding = byCode.get(id);
              return {
                id,
                help: { text: finding?.remedy ?? "" },
                defaultConfiguration: { level: LEVELS[finding?.severity ?? "error"] },
              };
            }),
          },
        },
        columnKind: "utf16CodeUnits",
        results: findings.map(({ code, severity, message, line, column, pointer, citation, remedy }) => ({
          ruleId: code,
          ruleIndex: codes.indexOf(code),
          level: LEVELS[severity],
          message: {
            text: [message, remedy, citation === "" ? "" : `(${citation})`].filter((text) => text !== "").join(" "),
          },
          locations: [
            {
              physicalLocation: { artifactLocation: { uri }, region: { startLine: line, startColumn: column } },
              ...(pointer === "" ? {} : { logicalLocations: [{ fullyQualifiedName: pointer, kind: "member" }] }),
            },
          ],
          partialFingerprints: { "zcredit/v1": `${code} ${pointer}` },
        })),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}
