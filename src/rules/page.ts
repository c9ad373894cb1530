import type { Severity } from "../model.js";
import { citationText, SOURCES } from "./citations.js";
import { ACCEPTED_RULES, VERIFY_RULES } from "./compareIndex.js";
import { ALL_RULES } from "./index.js";
import { masteryEvidenceWithdrawn } from "./mastery-evidence-withdrawn.js";
import { POLICY_RULES } from "./policyIndex.js";
import type { Need, Scope } from "./rule.js";

/** What a rule of any sort says of itself. */
interface Told {
  readonly code: string;
  readonly severity: Severity;
  readonly title: string;
  readonly why: string;
  readonly remedy: string;
  readonly cites: readonly string[];
}

/** One rule of the catalogue. */
export interface CatalogueEntry extends Told {
  /** The chapter it stands in. */
  readonly chapter: string;
  /** What a hit does besides being reported, in one sentence; empty where nothing. */
  readonly effect: string;
  /** Inputs without which it is not checked. */
  readonly needs: readonly string[];
}

/** A case of the tests: what is read, what is found in it, and what is near it and sound. */
export interface ShownExample {
  readonly fires: string;
  readonly says: string;
  readonly silent: string;
}

const CHAPTERS: Readonly<Record<Scope, string>> = {
  files: "Files",
  file: "Files",
  line: "Files",
  row: "Rows of any file",
  transcript: "Transcript rows",
  scores: "Scores",
  approvals: "Approvals",
  students: "Students",
  student: "All rows of one student",
  decision: "Decisions and existing mastery records",
};

const NEEDS: Readonly<Record<Need, string>> = {
  transcript: "a transcript",
  scores: "scores",
  approvals: "approvals",
  students: "a students file",
  calendar: "a calendar",
  designations: "a designations column",
  titles: "a column of course titles",
  "mastery-records": "designations or codes by which mastery records are known",
  "earlier-results": "earlier results",
};

const DOUBT =
  "The row is in doubt: it neither helps a student to credit nor counts as credit, and what hangs on it waits.";
const STOPS = "The run stops with exit code 2, and nothing is written.";

/** Every rule there is, in the order of the report. */
export const CATALOGUE: readonly CatalogueEntry[] = [
  ...ALL_RULES.map((rule) => ({
    ...told(rule),
    chapter: CHAPTERS[rule.scope],
    effect: rule.stops ? STOPS : rule.doubt ? DOUBT : "",
    needs: rule.needs.map((need) => NEEDS[need]),
  })),
  ...listed([masteryEvidenceWithdrawn], "Comparison with earlier results", ["earlier results"]),
  ...listed(VERIFY_RULES, "Comparison of two exports", ["an export of before and one of after"]),
  ...listed(ACCEPTED_RULES, "Accepted violations", ["a list of accepted violations"]),
  ...POLICY_RULES.map((rule) => ({
    ...told(rule),
    chapter: "The policy file",
    effect: rule.severity === "error" ? STOPS : "",
    needs: [],
  })),
];

function told({ code, severity, title, why, remedy, cites }: Told): Told {
  return { code, severity, title, why, remedy, cites };
}

function listed(rules: readonly Told[], chapter: string, needs: readonly string[]): readonly CatalogueEntry[] {
  return rules.map((rule) => ({ ...told(rule), chapter, effect: "", needs }));
}

function indented(text: string): string {
  return text
    .split("\n")
    .map((line) => `    ${line}`)
    .join("\n");
}

/** One rule's page for a terminal. Ends with a line end. */
export function rulePage(entry: CatalogueEntry, example: ShownExample | undefined): string {
  const lines = [`${entry.code} (${entry.severity})`, "", entry.title];
  if (entry.effect !== "") lines.push(entry.effect);
  lines.push("", `Why it matters: ${entry.why}`, `What to do: ${entry.remedy}`);
  lines.push(`Rests on: ${citationText(entry.cites)}`);
  for (const key of entry.cites) {
    const url = SOURCES[key]?.url;
    if (url) lines.push(`  ${url}`);
  }
  if (entry.needs.length > 0) lines.push(`Not checked without: ${entry.needs.join(", ")}`);
  if (example !== undefined) {
    lines.push("", "It fires on", indented(example.fires), "and says", indented(example.says));
    lines.push("", "It is silent on", indented(example.silent));
  }
  return `${lines.join("\n")}\n`;
}

/** The list of all rules for a terminal: code, severity, fault. Ends with a line end. */
export function catalogueList(): string {
  const width = Math.max(...CATALOGUE.map(({ code }) => code.length));
  const lines: string[] = [];
  let chapter = "";
  for (const entry of CATALOGUE) {
    if (entry.chapter !== chapter) {
      chapter = entry.chapter;
      lines.push(...(lines.length === 0 ? [] : [""]), chapter);
    }
    lines.push(`  ${entry.code.padEnd(width)}  ${entry.severity.padEnd(7)}  ${entry.title}`);
  }
  lines.push("", '"zcredit rules CODE" shows one of them with an example.');
  return `${lines.join("\n")}\n`;
}

function fenced(text: string): string {
  return `\`\`\`text\n${text}\n\`\`\``;
}

function entryMarkdown(entry: CatalogueEntry, example: ShownExample | undefined): string {
  const lines = [`### ${entry.code}`, "", `**${entry.severity}.** ${entry.title}`];
  if (entry.effect !== "") lines.push("", entry.effect);
  lines.push("", `Why: ${entry.why}`, "", `What to do: ${entry.remedy}`, "", `Rests on: ${citationText(entry.cites)}.`);
  if (entry.needs.length > 0) lines.push("", `Not checked without: ${entry.needs.join(", ")}.`);
  if (example !== undefined) {
    lines.push("", "It fires on", "", fenced(example.fires), "", "and says", "", fenced(example.says));
    lines.push("", "It is silent on", "", fenced(example.silent));
  }
  return lines.join("\n");
}

/** The page of the folder: a list of all rules, then one section each. Ends with a line end. */
export function cataloguePage(examples: Readonly<Record<string, ShownExample>>): string {
  const lines = [
    "# The catalogue of violations",
    "",
    "Written by `npm run docs` out of the rules and their test cases; a change made here by hand is lost.",
    "Severities are defaults: `--severity CODE=LEVEL` changes what is shown, never what is decided.",
    "",
    ...CATALOGUE.map(({ code, severity, title }) => `- [${code}](#${code}) (${severity}): ${title}`),
  ];
  let chapter = "";
  for (const entry of CATALOGUE) {
    if (entry.chapter !== chapter) {
      chapter = entry.chapter;
      lines.push("", `## ${chapter}`);
    }
    lines.push("", entryMarkdown(entry, examples[entry.code]));
  }
  return `${lines.join("\n")}\n`;
}
