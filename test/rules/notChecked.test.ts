import { describe, expect, it } from "vitest";
import { evaluateStudent } from "../../src/evaluate.js";
import { rulesRun } from "../../src/findings.js";
import type { InputKind } from "../../src/model.js";
import { ALL_RULES, EXISTING_RECORD_CODES } from "../../src/rules/index.js";
import { masteryEvidenceWithdrawn } from "../../src/rules/mastery-evidence-withdrawn.js";
import type { Scope } from "../../src/rules/rule.js";
import { contextOf, type Given, grouped, violationsIn } from "../support/rows.js";
import { CASES } from "./cases.js";

const KINDS: readonly InputKind[] = ["transcript", "scores", "approvals", "students"];
/** Rules that look at whatever rows or files there are: they need no kind of file in particular. */
const OF_ANY_FILE: readonly Scope[] = ["files", "file", "line", "row", "student"];
const CODES = [...ALL_RULES, masteryEvidenceWithdrawn].map(({ code }) => code);

function kindsOf(given: Given): readonly InputKind[] {
  return KINDS.filter((kind) => given[kind] !== undefined);
}

/** Codes that a run on these files says it did not check, for all of them or for some record. */
function notChecked(given: Given): ReadonlySet<string> {
  const codes = new Set(rulesRun(new Set(kindsOf(given)), true).notChecked.map(({ code }) => code));
  const grouping = grouped(given);
  for (const student of grouping.students()) {
    const { records } = evaluateStudent(student, contextOf(given, grouping));
    if (records.some(({ verdict }) => verdict === "not checked")) codes.add("mastery-without-evidence");
  }
  return codes;
}

describe("no rule is silently skipped", () => {
  it.each(KINDS.flatMap((kind) => [[[kind]], [KINDS.filter((each) => each !== kind)]]))(
    "with only %j given every rule is either run or not checked, with its reason",
    (kinds) => {
      const { run, notChecked: left } = rulesRun(new Set(kinds), kinds.includes("transcript"));
      expect([...run, ...left.map(({ code }) => code)].toSorted()).toEqual(CODES.toSorted());
      for (const { because } of left) expect(because).not.toBe("");
    },
  );

  const cases = CASES.flatMap(({ code, fires }) =>
    fires.given === undefined ? [] : kindsOf(fires.given).map((kind) => ({ code, kind, given: fires.given ?? {} })),
  );
  it.each(cases)("$code is found without the $kind, or said not to be checked", ({ code, kind, given }) => {
    const { [kind]: _, ...others } = given;
    // Without a transcript a run needs a students file, by which it knows who there is.
    const rest: Given = kind === "transcript" ? { students: "student_id|7001|7002", ...others } : others;
    const found = violationsIn(given).find((violation) => violation.code === code);
    const rule = ALL_RULES.find((each) => each.code === code);
    // The file with the fault itself is gone: where the rule looks at any file there is nothing left to find.
    if (found?.file.startsWith(kind) && rule !== undefined && OF_ANY_FILE.includes(rule.scope)) return;
    // Nor is there where it looks at what was decided, and without the evidence nothing was.
    if (rule?.scope === "decision" && !EXISTING_RECORD_CODES.has(code)) return;
    if (!violationsIn(rest).some((violation) => violation.code === code)) expect([...notChecked(rest)]).toContain(code);
  });
});
