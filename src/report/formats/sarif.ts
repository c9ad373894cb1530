import { sarifLog } from "../sarifLog.js";
import type { Format } from "./format.js";

/** `report.sarif`: the violations as SARIF 2.1.0. Accepted ones are there, as suppressed. */
export const sarif: Format = {
  name: "sarif",
  files(result) {
    const findings = result.violations.map(
      ({ code, severity, status, studentId, message, remedy, citation, file, line, column, fingerprint, since }) => ({
        code,
        severity,
        message: studentId === "" ? message : `Student ${studentId}: ${message}`,
        remedy,
        citation,
        file,
        line,
        member: column,
        fingerprint,
        accepted: status === "accepted",
        ...(since === undefined ? {} : { since }),
      }),
    );
    return [{ name: "report.sarif", content: sarifLog(findings), rows: null }];
  },
};
