import type { Credit } from "../credit.js";
import type { FileReading, Proposal, ProposalStatus, Violation } from "../model.js";

/** How many records one input holds. `records` is the sum of the other three. */
export interface ReadingTotals {
  readonly records: number;
  /** Rows that could be read cell by cell. */
  readonly rows: number;
  /** Lines with a wrong number of cells, or with a quote never closed. */
  readonly unreadable: number;
  /** Banners, blank lines, repeated headers, totals. */
  readonly notRecords: number;
}

export function readingTotals(file: FileReading): ReadingTotals {
  let unreadable = 0;
  let notRecords = 0;
  for (const line of file.broken) {
    if (line.fault === "not-a-record") notRecords += line.count;
    else unreadable += line.count;
  }
  return { records: file.rows + unreadable + notRecords, rows: file.rows, unreadable, notRecords };
}

export interface ProposalTotals {
  readonly proposals: Readonly<Record<ProposalStatus, number>>;
  /** In thousandths. */
  readonly credits: { readonly ready: Credit; readonly held: Credit; readonly waived: Credit };
}

export function proposalTotals(proposals: readonly Proposal[]): ProposalTotals {
  const counts = { ready: 0, held: 0, waiver: 0 };
  const credits = { ready: 0, held: 0, waived: 0 };
  for (const proposal of proposals) {
    // What waits for an earlier export to land is in no import file, and so not ready.
    if (proposal.pending === true) continue;
    counts[proposal.status]++;
    if (proposal.status === "waiver") credits.waived += proposal.waived;
    else credits[proposal.status] += proposal.credits;
  }
  return { proposals: counts, credits };
}

/** Open violations by severity, and the accepted ones. */
export function violationTotals(violations: readonly Violation[]): {
  readonly error: number;
  readonly warning: number;
  readonly info: number;
  readonly accepted: number;
} {
  const totals = { error: 0, warning: 0, info: 0, accepted: 0 };
  for (const { status, severity } of violations) totals[status === "accepted" ? "accepted" : severity]++;
  return totals;
}
