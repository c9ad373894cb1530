import type { Violation } from "../../model.js";
import { gathered } from "../pieces.js";
import { type SarifFinding, sarifPieces } from "../sarifLog.js";
import { mapped } from "../sequence.js";
import type { Format } from "./format.js";

/** `report.sarif`: the violations as SARIF 2.1.0. Accepted ones are there, as suppressed. */
export const sarif: Format = {
  name: "sarif",
  files(result) {
    const findings = mapped(result.violations, findingOf);
    return [{ name: "report.sarif", pieces: () => gathered(sarifPieces(findings)), rows: null }];
  },
};

function findingOf(violation: Violation): SarifFinding {
  const { code, severity, status, studentId, message, remedy, citation, file, line, column, fingerprint, since } =
    violation;
  return {
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
  };
}
