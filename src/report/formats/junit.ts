import { exitCodeOf } from "../../exit.js";
import type { Violation } from "../../model.js";
import type { RunResult } from "../result.js";
import { wellFormed } from "../sarifLog.js";
import { byText, placeOf } from "../words.js";
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
function caseOf(violation: Violation, { options }: RunResult): Case {
  const { studentId, severity, status, message, remedy, fingerprint } = violation;
  const place = placeOf(violation);
  const who = studentId === "" ? "" : `student ${studentId}`;
  const name = [who, place, fingerprint].filter((text) => text !== "").join(", ");
  const fails = exitCodeOf([{ severity, status }], options.failOn) !== 0;
  const outcome = status === "accepted" ? "skipped" : fails ? "failed" : "passed";
  return {
    name,
    outcome,
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

function suites(result: RunResult): ReadonlyMap<string, readonly Case[]> {
  const byCode = new Map<string, Case[]>();
  for (const violation of result.violations) {
    const cases = byCode.get(violation.code);
    if (cases === undefined) byCode.set(violation.code, [caseOf(violation, result)]);
    else cases.push(caseOf(violation, result));
  }
  const all = new Map<string, readonly Case[]>(byCode);
  for (const code of result.rules.run) {
    if (!all.has(code)) all.set(code, [{ name: "nothing found", outcome: "passed", message: "", text: "" }]);
  }
  for (const { code, because } of result.rules.notChecked) {
    if (!all.has(code)) all.set(code, [{ name: "not checked", outcome: "skipped", message: because, text: "" }]);
  }
  return new Map([...all].sort(([a], [b]) => byText(a, b)));
}

function counts(cases: readonly Case[]) {
  const failures = cases.filter(({ outcome }) => outcome === "failed").length;
  const skipped = cases.filter(({ outcome }) => outcome === "skipped").length;
  return { tests: cases.length, failures, errors: 0, skipped };
}

/** `report.junit.xml`: one suite a rule, for dashboards that read test results. A rule not checked is skipped, never passed. */
export const junit: Format = {
  name: "junit",
  files(result) {
    const all = suites(result);
    const lines = ['<?xml version="1.0" encoding="UTF-8"?>'];
    const { tests, failures, errors } = counts([...all.values()].flat());
    lines.push(`<testsuites${attributes({ name: "zcredit", tests, failures, errors })}>`);
    for (const [code, cases] of all) {
      lines.push(`  <testsuite${attributes({ name: code, ...counts(cases) })}>`);
      for (const each of cases) lines.push(...caseLines(code, each));
      lines.push("  </testsuite>");
    }
    lines.push("</testsuites>", "");
    return [{ name: "report.junit.xml", content: lines.join("\n"), rows: null }];
  },
};
