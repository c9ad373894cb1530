import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Problem } from "./errors.js";
import type { Violation } from "./model.js";
import type { PolicyFinding } from "./policy/finding.js";
import type { PolicyFile } from "./run.js";

/**
 * What the loader found in the policy, as violations of the report. A JSON pointer stands where other violations name
 * a column. The fingerprint holds no line, so that it survives a reformatted file.
 */
export function policyViolations({ name, findings }: PolicyFile): readonly Violation[] {
  return findings.map(({ code, severity, message, pointer, line, citation, remedy, value }) => ({
    code,
    severity,
    status: "open",
    studentId: "",
    message,
    file: name,
    line,
    column: pointer,
    value,
    course: "",
    courseId: "",
    pathway: "",
    withholds: 0,
    citation,
    remedy,
    fingerprint: bytesToHex(sha256(utf8ToBytes([code, pointer, value].join("\n")))).slice(0, 16),
    cause: pointer,
    schoolCode: "",
  }));
}

/** The errors among what the loader found, each with the place that an editor can jump to. */
export function policyProblems(name: string, findings: readonly PolicyFinding[]): readonly Problem[] {
  const problems: Problem[] = [];
  for (const { severity, code, line, column, message, remedy } of findings) {
    if (severity === "error")
      problems.push({ code, where: `${name}:${line}:${column}`, message: `${message} ${remedy}` });
  }
  return problems;
}
