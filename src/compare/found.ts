import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { RowRef, Violation } from "../model.js";
import { citationText } from "../rules/citations.js";
import type { CompareRule } from "../rules/compareRule.js";

/** What a finding is about, beside its words. */
export interface About {
  readonly at: RowRef;
  readonly studentId?: string;
  readonly courseId?: string;
  readonly schoolCode?: string;
  readonly column?: string;
  readonly value?: string;
  /** What tells it apart from others of its rule and student; never its place. */
  readonly content: string;
}

/** One finding of a comparing rule, in the shape of every other. */
export function foundBy<F>(rule: CompareRule<F>, facts: F, about: About): Violation {
  const studentId = about.studentId ?? "";
  const schoolCode = about.schoolCode ?? "";
  return {
    code: rule.code,
    severity: rule.severity,
    status: "open",
    studentId,
    message: `${rule.say(facts)} ${rule.why}`,
    file: about.at.file,
    line: about.at.line,
    column: about.column ?? "",
    value: about.value ?? "",
    course: "",
    courseId: about.courseId ?? "",
    pathway: "",
    withholds: 0,
    citation: citationText(rule.cites),
    remedy: rule.remedy,
    fingerprint: bytesToHex(sha256(utf8ToBytes([rule.code, studentId, about.content].join("\n")))).slice(0, 16),
    cause: `${rule.title.replace(/\.$/, "")}${schoolCode === "" ? "" : `, school ${schoolCode}`}`,
    schoolCode,
  };
}
