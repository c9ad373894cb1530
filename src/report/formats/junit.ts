import { entryOf } from "../../at.js";
import { exitCodeOf } from "../../exit.js";
import type { Violation } from "../../model.js";
import { byText } from "../../order.js";
import { gathered } from "../pieces.js";
import type { RunResult } from "../result.js";
import { wellFormed } from "../sarifLog.js";
import { placeOf } from "../words.js";
import type { Format } from "./format.js";

/** Text that XML 1.0 can hold: what it can't is shown as the sign for an unreadable character. */
function xml(text: string): string {
  return wellFormed(text)
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replace(/[\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${xml(String(value))}"`)
    .join("");
}

interface Case {
  readonly name: string;
  readonly outcome: "passed" | "failed" | "skipped";
  readonly message: string;
  readonly text: string;
}

/** What reaches `--fail-on` fails; what is accepted is skipped; the rest passes and says what it found. */
function outcomeOf({ severity, status }: Violation, { options }: RunResult): Case["outcome"] {
  if (status === "accepted") return "skipped";
  return exitCodeOf([{ severity, status }], options.failOn) !== 0 ? "failed" : "passed";
}

function caseOf(violation: Violation, result: RunResult): Case {
  const { studentId, severity, message, remedy, fingerprint } = violation;
  const place = placeOf(violation);
  const who = studentId === "" ? "" : `student ${studentId}`;
  const name = [who, place, fingerprint].filter((text) => text !== "").join(", ");
  return {
    name,
    outcome: outcomeOf(violation, result),
    message: `${severity}: ${message}`,
    text: `${place === "" ? "" : `${place}: `}${message} ${remedy}`,
  };
}

function caseLines(code: string, { name, outcome, message, text }: Case): readonly string[] {
  const head = `    <testcase${attributes({ classname: `zcredit.${code}`, name })}`;
  if (outcome === "failed") {
    const fault = `      <failure${attributes({ message, type: code })}>${xml(text)}</failure>`;
    return [`${head}>`, fault, "    </testcase>"];
  }
  // As text: the strictest schema in use knows no attributes of it.
  if (outcome === "skipped") return [`${head}>`, `      <skipped>${xml(message)}</skipped>`, "    </testcase>"];
  if (text === "") return [`${head}/>`];
  return [`${head}>`, `      <system-out>${xml(text)}</system-out>`, "    </testcase>"];
}

interface Counts {
  tests: number;
  failures: number;
  errors: number;
  skipped: number;
}

interface Suite {
  readonly code: string;
  readonly counts: Counts;
  /** The one case of a rule that found nothing or was not checked; null: its findings are the cases. */
  readonly only: Case | null;
}

function suites(result: RunResult): readonly Suite[] {
  const all = new Map<string, Suite>();
  const count = (code: string, { outcome }: Pick<Case, "outcome">, only: Case | null): void => {
    const suite = all.get(code) ?? { code, counts: { tests: 0, failures: 0, errors: 0, skipped: 0 }, only };
    all.set(code, suite);
    suite.counts.tests += 1;
    if (outcome === "failed") suite.counts.failures += 1;
    if (outcome === "skipped") suite.counts.skipped += 1;
  };
  for (const violation of result.violations) count(violation.code, { outcome: outcomeOf(violation, result) }, null);
  const add = (code: string, only: Case): void => {
    if (!all.has(code)) count(code, only, only);
  };
  for (const code of result.rules.run) add(code, { name: "nothing found", outcome: "passed", message: "", text: "" });
  for (const { code, because } of result.rules.notChecked)
    add(code, { name: "not checked", outcome: "skipped", message: because, text: "" });
  return [...all.values()].sort((a, b) => byText(a.code, b.code));
}

/** So many cases are held at once. A rule with more of them is written by a pass of its own. */
const TOGETHER = 10_000;

/** Suites in their order, in groups that are written by one pass over the findings each. */
function groups(all: readonly Suite[]): readonly (readonly Suite[])[] {
  const grouped: Suite[][] = [];
  let held = TOGETHER;
  for (const suite of all) {
    const { tests } = suite.counts;
    if (held + tests > TOGETHER) {
      grouped.push([]);
      held = 0;
    }
    held += tests;
    grouped.at(-1)?.push(suite);
  }
  return grouped;
}

function* groupText(group: readonly Suite[], result: RunResult): Iterable<string> {
  const [first] = group;
  if (first !== undefined && group.length === 1) {
    yield suiteHead(first);
    if (first.only !== null) yield caseText(first.code, first.only);
    else {
      for (const violation of result.violations)
        if (violation.code === first.code) yield caseText(first.code, caseOf(violation, result));
    }
    yield SUITE_END;
    return;
  }
  const cases = new Map<string, string[]>(group.map(({ code, only }) => [code, only ? [caseText(code, only)] : []]));
  if (group.some(({ only }) => only === null)) {
    for (const violation of result.violations)
      cases.get(violation.code)?.push(caseText(violation.code, caseOf(violation, result)));
  }
  for (const suite of group) {
    yield suiteHead(suite);
    yield* entryOf(cases, suite.code);
    yield SUITE_END;
  }
}

const SUITE_END = "  </testsuite>\n";

function suiteHead({ code, counts: { tests, failures, errors, skipped } }: Suite): string {
  return `  <testsuite${attributes({ name: code, tests, failures, errors, skipped })}>\n`;
}

function caseText(code: string, each: Case): string {
  return `${caseLines(code, each).join("\n")}\n`;
}

function* junitText(result: RunResult): Iterable<string> {
  const all = suites(result);
  let [tests, failures] = [0, 0];
  for (const { counts } of all) {
    tests += counts.tests;
    failures += counts.failures;
  }
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<testsuites${attributes({ name: "zcredit", tests, failures, errors: 0 })}>\n`;
  for (const group of groups(all)) yield* groupText(group, result);
  yield "</testsuites>\n";
}

/** `report.junit.xml`: one suite a rule, for dashboards that read test results. A rule not checked is skipped, never passed. */
export const junit: Format = {
  name: "junit",
  files(result) {
    return [{ name: "report.junit.xml", pieces: () => gathered(junitText(result)), rows: null }];
  },
};
