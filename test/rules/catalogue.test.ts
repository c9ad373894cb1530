import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Severity } from "../../src/model.js";
import { citationText, SOURCES } from "../../src/rules/citations.js";
import { ACCEPTED_RULES, VERIFY_RULES } from "../../src/rules/compareIndex.js";
import { ALL_RULES } from "../../src/rules/index.js";
import { masteryEvidenceWithdrawn } from "../../src/rules/mastery-evidence-withdrawn.js";

/** Everything that is no rule of this list: rules about the policy have their own. */
const HELPERS = [
  "changes",
  "citations",
  "compareIndex",
  "compareRule",
  "creditCells",
  "examples",
  "excelCells",
  "index",
  "masteryFacts",
  "page",
  "quiet",
  "policyIndex",
  "results",
  "rule",
  "stateCode",
  "stranger",
  "words",
];

/** Severities that the catalogue fixes: codes by severity, and those whose hit makes a row doubtful. */
const SEVERITIES: Readonly<Record<Severity, readonly string[]>> = {
  error: `file-not-text file-encoding-mixed file-empty file-truncated file-given-twice header-missing-column
    header-duplicate-column header-ambiguous-column row-wrong-width row-unclosed-quote row-cells-shifted student-id-missing
    student-id-malformed excel-fault-value excel-truth-value
    excel-turned-to-date excel-number-for-code excel-serial-date student-id-zero-twin state-id-conflict school-year-malformed term-unknown
    grade-level-malformed date-malformed date-after-award mark-unknown credit-malformed credit-negative
    credit-too-precise credit-earned-over-attempted credit-with-failing-mark course-id-unreadable course-id-near-miss
    designation-conflict duplicate-record score-malformed score-out-of-range score-level-unknown score-level-mismatch
    score-conflict score-date-malformed score-after-award approval-malformed student-row-malformed
    student-row-conflict double-credit mastery-course-not-in-policy mastery-before-policy
    mastery-credit-too-much mastery-cte mastery-mark-not-allowed`.split(/\s+/),
  warning:
    `file-no-rows excel-digits-lost value-runs-as-formula student-id-lost-zeros passing-mark-without-credit course-code-malformed
    course-code-unknown course-code-lost-zero course-code-mismatch designation-unknown
    designation-conflict-unconfirmed score-test-unknown score-part-unknown score-empty score-student-unknown
    score-duplicate approval-student-unknown approval-unmatched approval-after-award approval-unsigned
    approval-one-person student-row-unmatched student-row-missing award-date-unusual hold-blocks-ready
    repeat-credit mastery-without-evidence mastery-generic-title mastery-attempt-missing mastery-floor-missed`.split(
      /\s+/,
    ),
  info: ["row-not-a-record", "course-code-generic", "student-in-two-names", "score-not-valid", "mastery-pass-on-cadr"],
};

/** Errors that stop the run, and errors that leave the row as it is: all other errors are doubt. */
const STOPS = `file-not-text file-encoding-mixed file-empty file-truncated file-given-twice header-missing-column
  header-duplicate-column header-ambiguous-column`.split(/\s+/);
const NO_DOUBT = `designation-conflict duplicate-record double-credit mastery-course-not-in-policy mastery-before-policy
  mastery-credit-too-much mastery-cte mastery-mark-not-allowed`.split(/\s+/);

describe("the catalogue", () => {
  it("lists every rule of the folder once, by the name of its file", () => {
    const files = readdirSync(new URL("../../src/rules", import.meta.url))
      .filter((name) => name.endsWith(".ts") && !name.startsWith("policy-"))
      .map((name) => name.replace(/\.ts$/, ""))
      .filter((name) => !HELPERS.includes(name));
    const comparing = [...VERIFY_RULES, ...ACCEPTED_RULES, masteryEvidenceWithdrawn];
    expect([...ALL_RULES, ...comparing].map((rule) => rule.code).toSorted()).toEqual(files.toSorted());
  });

  it("has the severities that are documented", () => {
    for (const [severity, codes] of Object.entries(SEVERITIES)) {
      const listed = ALL_RULES.filter((rule) => rule.severity === severity).map((rule) => rule.code);
      expect(listed.toSorted()).toEqual(codes.toSorted());
    }
  });

  it("makes doubt of errors, but for those that stop the run or leave the row sound", () => {
    const stops = ALL_RULES.filter((rule) => rule.stops).map((rule) => rule.code);
    expect(stops.toSorted()).toEqual(STOPS.toSorted());
    for (const rule of ALL_RULES) {
      const doubts = rule.severity === "error" && !rule.stops && !NO_DOUBT.includes(rule.code);
      expect([rule.code, rule.doubt]).toEqual([rule.code, doubts]);
    }
  });

  it.each(ALL_RULES)("$code speaks plainly", (rule) => {
    expect(rule.code).toMatch(/^[a-z]+(-[a-z]+)+$/);
    expect(rule.title).toMatch(/^[A-Z][^.]*\.$/);
    expect(rule.why).toMatch(/^[A-Z].*\.$/);
    expect(rule.remedy).toMatch(/^[A-Z].*\.$/);
    expect(rule.cites).not.toEqual([]);
    for (const key of rule.cites) expect(SOURCES).toHaveProperty([key]);
    const words = `${rule.title} ${rule.why} ${rule.remedy}`;
    expect(words).not.toMatch(/\b(string|boolean|parse|parser|regex|array|integer|null|invalid|exception)\b/i);
  });

  it("prints sources in the order cited, and a key without an entry as it stands", () => {
    expect(citationText(["SCED", "WAC 180-51-051", "Elsewhere"])).toBe(
      "School Courses for the Exchange of Data (National Center for Education Statistics); WAC 180-51-051; Elsewhere",
    );
  });
});
