import { entryOf } from "../at.js";
import { severityRank } from "../exit.js";
import type { Severity } from "../model.js";
import { byText } from "../order.js";
import { VERSION } from "../version.js";
import { wholeText } from "./pieces.js";

/** One finding as the interchange format (SARIF 2.1.0) wants it. */
export interface SarifFinding {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly remedy: string;
  readonly citation: string;
  /** Empty where no file can be named. */
  readonly file: string;
  /** Below 1 where none can be named. */
  readonly line: number;
  /** From 1; absent where none can be named. */
  readonly column?: number;
  /** What within the file it is about, such as a JSON pointer; empty: nothing more. */
  readonly member: string;
  readonly fingerprint: string;
  /** Somebody decided to live with it. */
  readonly accepted?: boolean;
  readonly since?: "new" | "known";
}

const LEVELS = { error: "error", warning: "warning", info: "note" } as const;
const BASELINE = { new: "new", known: "unchanged" } as const;

/** Halves of characters stand for nothing, and no address can hold them. */
export function wellFormed(text: string): string {
  return text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd");
}

function uriOf(file: string): string {
  return encodeURI(wellFormed(file).replaceAll("\\", "/")).replace(
    /[#?:[\]]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function locationsOf({ file, line, column, member }: SarifFinding) {
  const logical =
    member === "" ? {} : { logicalLocations: [{ fullyQualifiedName: wellFormed(member), kind: "member" }] };
  if (file === "") return [];
  const region =
    line < 1 ? {} : { region: { startLine: line, ...(column === undefined ? {} : { startColumn: column }) } };
  return [{ physicalLocation: { artifactLocation: { uri: uriOf(file) }, ...region }, ...logical }];
}

/** What a log says of one rule: the gravest severity that it found, and the remedy of the first such finding. */
type SarifRules = ReadonlyMap<string, Pick<SarifFinding, "severity" | "remedy">>;

function rulesIn(findings: Iterable<SarifFinding>): SarifRules {
  const byCode = new Map<string, Pick<SarifFinding, "severity" | "remedy">>();
  for (const { code, severity, remedy } of findings) {
    const known = byCode.get(code);
    if (known === undefined || severityRank(severity) < severityRank(known.severity))
      byCode.set(code, { severity, remedy });
  }
  return byCode;
}

function resultOf(finding: SarifFinding, ruleIndex: number) {
  return {
    ruleId: finding.code,
    ruleIndex,
    level: LEVELS[finding.severity],
    message: { text: wellFormed(textOf(finding)) },
    locations: locationsOf(finding),
    partialFingerprints: { "zcredit/v1": wellFormed(finding.fingerprint) },
    ...(finding.since === undefined ? {} : { baselineState: BASELINE[finding.since] }),
    ...(finding.accepted === true ? { suppressions: [{ kind: "external", status: "accepted" }] } : {}),
  };
}

const NO_RESULTS = '"results": []';

/**
 * Findings as SARIF 2.1.0, for code review, editors and dashboards, piece by piece. Ends with a line end.
 *
 * @param findings gone through twice
 */
export function* sarifPieces(findings: Iterable<SarifFinding>): Iterable<string> {
  const rules = rulesIn(findings);
  const codes = [...rules.keys()].sort(byText);
  const indexes = new Map(codes.map((code, index) => [code, index]));
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "zcredit",
            version: VERSION,
            rules: codes.map((id) => ({
              id,
              help: { text: wellFormed(entryOf(rules, id).remedy) },
              defaultConfiguration: { level: LEVELS[entryOf(rules, id).severity] },
            })),
          },
        },
        columnKind: "utf16CodeUnits",
        results: [],
      },
    ],
  };
  const text = `${JSON.stringify(log, null, 2)}\n`;
  const at = text.lastIndexOf(NO_RESULTS);
  yield text.slice(0, at);
  yield '"results": [';
  let between = "\n";
  for (const finding of findings) {
    const result = JSON.stringify(resultOf(finding, entryOf(indexes, finding.code)), null, 2);
    yield `${between}${INDENT}${result.replaceAll("\n", `\n${INDENT}`)}`;
    between = ",\n";
  }
  yield between === "\n" ? "]" : `\n${INDENT.slice(2)}]`;
  yield text.slice(at + NO_RESULTS.length);
}

/** How far a result is set in. */
const INDENT = " ".repeat(8);

export function sarifLog(findings: readonly SarifFinding[]): string {
  return wholeText(sarifPieces(findings));
}

function textOf({ message, remedy, citation }: SarifFinding): string {
  return [message, remedy, citation === "" ? "" : `(${citation})`].filter((text) => text !== "").join(" ");
}
