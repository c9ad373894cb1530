import type { Level, Severity, Violation } from "./model.js";

/**
 * The exit codes of every command.
 *
 * | code | meaning |
 * | --- | --- |
 * | 0 | the job was done, and nothing reached `--fail-on` |
 * | 1 | the job was done, and something in what was asked about did |
 * | 2 | the job was not done: bad flags, bad policy, unreadable input, no room to write, or a defect of ours |
 */
export const EXIT = { done: 0, found: 1, notDone: 2 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

export const FAIL_ON = ["error", "warning", "info", "never"] as const;
export type FailOn = (typeof FAIL_ON)[number];

export const SEVERITIES: readonly Severity[] = ["error", "warning", "info"];
/** What a user may make of one. */
export const LEVELS: readonly Level[] = [...SEVERITIES, "off"];

/** 0 for the gravest. */
export function severityRank(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}

/** Chooses between 0 and 1: an open violation at or above `failOn` makes 1; an accepted one never does. */
export function exitCodeOf(violations: Iterable<Pick<Violation, "severity" | "status">>, failOn: FailOn): ExitCode {
  if (failOn === "never") return EXIT.done;
  const limit = severityRank(failOn);
  for (const violation of violations) {
    if (violation.status === "open" && severityRank(violation.severity) <= limit) return EXIT.found;
  }
  return EXIT.done;
}
