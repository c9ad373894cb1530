import type { BrokenLine, FileReading, Violation } from "../model.js";
import { citationText } from "../rules/citations.js";
import { rowUnclosedQuote } from "../rules/row-unclosed-quote.js";
import { rowWrongWidth } from "../rules/row-wrong-width.js";

/** Lines of the exports that cannot be read: an entry that stood on one can't be called unchanged. */
export function brokenLines(readings: readonly FileReading[]): readonly Violation[] {
  const violations: Violation[] = [];
  for (const { broken } of readings) {
    for (const line of broken) {
      if (line.fault === "wrong-width") violations.push(violationOf(line, rowWrongWidth, rowWrongWidth.say(line)));
      if (line.fault === "unclosed-quote")
        violations.push(violationOf(line, rowUnclosedQuote, rowUnclosedQuote.say(null)));
    }
  }
  return violations;
}

function violationOf(
  line: BrokenLine,
  rule: Pick<typeof rowWrongWidth, "code" | "severity" | "remedy" | "cites" | "title">,
  says: string,
): Violation {
  return {
    code: rule.code,
    severity: rule.severity,
    status: "open",
    studentId: line.studentId,
    message: `${says} What stood on it could not be compared.`,
    file: line.file,
    line: line.line,
    column: "",
    value: "",
    course: "",
    courseId: "",
    pathway: "",
    withholds: 0,
    citation: citationText(rule.cites),
    remedy: rule.remedy,
    fingerprint: `${rule.code}-${line.file}-${line.line}`,
    cause: rule.title.replace(/\.$/, ""),
    schoolCode: "",
  };
}
