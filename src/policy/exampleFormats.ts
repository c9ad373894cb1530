import { counted, plain, wrap } from "../report/words.js";
import type { Coverage, Reach } from "./coverage.js";
import { type ExampleOutcome, saysProposal, saysRefusal } from "./examples.js";

/** What `policy test` came to for one file. */
export interface TestedPolicy {
  /** The file as the person named it. */
  readonly file: string;
  readonly outcomes: readonly ExampleOutcome[];
  /** Null where it was not asked for. */
  readonly coverage: Coverage | null;
  /** The line on which an example begins. */
  readonly lineOf: (index: number) => number;
}

type Colour = (style: string, text: string) => string;

/** One line an example; what was expected and what came beneath one that failed. Ends with a line end. */
export function examplesText({ file, outcomes, coverage, lineOf }: TestedPolicy, colour: Colour): string {
  const lines: string[] = [];
  for (const outcome of outcomes) {
    if (outcome.passed) {
      lines.push(`${colour("green", "pass")}  ${plain(outcome.name)}`);
      continue;
    }
    lines.push(`${colour("red", "FAIL")}  ${plain(outcome.name)} (${plain(file)}:${lineOf(outcome.index)})`);
    const add = (head: string, texts: readonly string[]): void => {
      for (const text of texts) lines.push(...wrap(plain(`${head} ${text}`), "      ", "        "));
    };
    add("it could not be run:", outcome.faults);
    add("expected, and did not come:", outcome.missing);
    add("came, and was not expected:", outcome.surplus);
    add("because:", outcome.because);
  }
  lines.push(...(coverage === null ? [] : coverageLines(coverage)), summaryLine(file, outcomes));
  return `${lines.join("\n")}\n`;
}

function summaryLine(file: string, outcomes: readonly ExampleOutcome[]): string {
  if (outcomes.length === 0) return plain(`${file} has no examples, so nothing is proved. Add some under "examples".`);
  const failed = outcomes.filter((outcome) => !outcome.passed).length;
  const passed = outcomes.length - failed;
  return plain(`${file}: ${counted(passed, "example")} passed, ${failed} failed.`);
}

function coverageLines({ pathways, tiers, reasons }: Coverage): readonly string[] {
  return [
    "",
    "What the examples reach:",
    ...reachLines("pathways that give credit", pathways),
    ...reachLines("tiers that decide", tiers),
    ...reachLines("reasons for refusing", reasons),
    "",
  ];
}

function reachLines(what: string, { reached, missed }: Reach): readonly string[] {
  const all = reached.length + missed.length;
  if (all === 0) return [];
  const lines = [`  ${reached.length} of ${all} ${what}`];
  if (missed.length > 0) lines.push(...wrap(plain(`no example reaches: ${missed.join(", ")}`), "    ", "      "));
  return lines;
}

/** The same as JSON. Ends with a line end. */
export function examplesJson({ file, outcomes, coverage, lineOf }: TestedPolicy): string {
  const examples = outcomes.map((outcome) => ({
    name: outcome.name,
    line: lineOf(outcome.index),
    passed: outcome.passed,
    faults: outcome.faults,
    missing: outcome.missing,
    surplus: outcome.surplus,
    because: outcome.because,
    came: { proposals: outcome.proposals.map(saysProposal), refusals: outcome.refusals.map(saysRefusal) },
  }));
  const passed = outcomes.filter((outcome) => outcome.passed).length;
  const counts = { examples: outcomes.length, passed, failed: outcomes.length - passed };
  return `${JSON.stringify({ file, counts, examples, coverage }, null, 2)}\n`;
}
