import type { Credit } from "../credit.js";
import type { FileReading, Proposal, ProposalStatus, Refusal, Violation } from "../model.js";
import { byText } from "../order.js";
import { countCauses } from "./causes.js";
import type { Cause, RunResult } from "./result.js";
import { textTable } from "./textTable.js";

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

/** How often each of a few things occurs. */
export type Tally = ReadonlyMap<string, number>;

/** The most frequent first; of equal ones in text order. */
export function sortedTally(tally: Tally): readonly { readonly key: string; readonly n: number }[] {
  return [...tally].map(([key, n]) => ({ key, n })).sort((a, b) => b.n - a.n || byText(a.key, b.key));
}

export function addTo(tally: Map<string, number>, key: string, n = 1): void {
  tally.set(key, (tally.get(key) ?? 0) + n);
}

/** Credits in thousandths, and the records behind them. */
export interface Amount {
  ready: Credit;
  held: Credit;
  waived: Credit;
  records: number;
}

export interface ProposalTotals {
  readonly proposals: Readonly<Record<ProposalStatus, number>>;
  /** In thousandths. */
  readonly credits: { readonly ready: Credit; readonly held: Credit; readonly waived: Credit };
  /** Records in the import file. */
  readonly records: number;
  /** Of records of credit, how they stand to the grade point average. */
  readonly gpa: { readonly counts: number; readonly excluded: number; readonly notSaid: number };
  /** Of all proposals: how often the policy says it at all. */
  readonly gpaSaid: Tally;
  /** What held ones wait for. */
  readonly missing: Tally;
  readonly pathways: Tally;
  readonly students: number;
  /** New since the earlier results. */
  readonly fresh: number;
  /** What waits for an earlier export to land: left out of the import file. */
  readonly pending: { readonly count: number; readonly credits: Credit };
  /** By pathway, course and school code: everything, as plots show it. */
  readonly byPathway: ReadonlyMap<string, Amount>;
  readonly byCourse: ReadonlyMap<string, Amount>;
  readonly bySchool: ReadonlyMap<string, Amount>;
}

export interface ViolationTotals {
  /** Open ones by severity, and the accepted ones. */
  readonly counts: {
    readonly error: number;
    readonly warning: number;
    readonly info: number;
    readonly accepted: number;
  };
  readonly causes: readonly Cause[];
  readonly byCode: ReadonlyMap<string, ViolationTotals["counts"]>;
  /** Against the earlier results; `freshOpen` without the accepted ones. */
  readonly fresh: number;
  readonly freshOpen: number;
  readonly known: number;
}

/** All that is said of a run as a whole. Its size depends on what there is to say, not on how much was found. */
export interface Totals {
  readonly proposals: ProposalTotals;
  /** Refusals by reason. */
  readonly reasons: Tally;
  readonly violations: ViolationTotals;
}

const proposalsKnown = new WeakMap<object, ProposalTotals>();
const reasonsKnown = new WeakMap<object, Tally>();
const violationsKnown = new WeakMap<object, ViolationTotals>();

/** Goes through the findings once, whoever asks and however often. */
export function totalsOf({ proposals, refusals, violations }: Findings): Totals {
  return {
    proposals: once(proposalsKnown, proposals, () => proposalTotals(proposals)),
    reasons: once(reasonsKnown, refusals, () => reasonsOf(refusals)),
    violations: once(violationsKnown, violations, () => violationTotals(violations)),
  };
}

type Findings = Pick<RunResult, "proposals" | "refusals" | "violations">;

function once<T>(known: WeakMap<object, T>, of: object, count: () => T): T {
  const found = known.get(of) ?? count();
  known.set(of, found);
  return found;
}

function proposalTotals(proposals: Iterable<Proposal>): ProposalTotals {
  const counts = { ready: 0, held: 0, waiver: 0 };
  const credits = { ready: 0, held: 0, waived: 0 };
  const gpa = { counts: 0, excluded: 0, notSaid: 0 };
  const [gpaSaid, missing, pathways] = [new Map(), new Map(), new Map<string, number>()];
  const pending = { count: 0, credits: 0 };
  const [byPathway, byCourse, bySchool] = [new Map(), new Map(), new Map<string, Amount>()];
  const students = textTable();
  let fresh = 0;
  for (const proposal of proposals) {
    const { status, waived, gpa: stands } = proposal;
    students.add(proposal.studentId);
    addTo(pathways, proposal.pathway);
    addAmount(byPathway, proposal.pathway, proposal);
    addAmount(byCourse, proposal.course, proposal);
    addAmount(bySchool, proposal.schoolCode, proposal);
    if (stands !== "") addTo(gpaSaid, stands);
    if (status === "held") for (const role of proposal.missing) addTo(missing, role);
    if (status !== "waiver" && waived === 0) gpa[stands === "" ? "notSaid" : stands] += 1;
    if (proposal.since === "new") fresh += 1;
    // What waits for an earlier export to land is in no import file, and so not ready.
    if (proposal.pending === true) {
      pending.count += 1;
      pending.credits += proposal.credits;
      continue;
    }
    counts[status] += 1;
    if (status === "waiver") credits.waived += waived;
    else credits[status] += proposal.credits;
  }
  return {
    proposals: counts,
    credits,
    records: counts.ready,
    gpa,
    gpaSaid,
    missing,
    pathways,
    students: students.size,
    fresh,
    pending,
    byPathway,
    byCourse,
    bySchool,
  };
}

function addAmount(to: Map<string, Amount>, key: string, { status, credits, waived }: Proposal): void {
  let amount = to.get(key);
  if (amount === undefined) {
    amount = { ready: 0, held: 0, waived: 0, records: 0 };
    to.set(key, amount);
  }
  amount.records += 1;
  if (status === "waiver") amount.waived += waived;
  // A held waiver has no credits; what it would excuse is what waits.
  else amount[status] += credits + waived;
}

function reasonsOf(refusals: Iterable<Refusal>): Tally {
  const reasons = new Map<string, number>();
  for (const { reason } of refusals) addTo(reasons, reason);
  return reasons;
}

function violationTotals(violations: Iterable<Violation>): ViolationTotals {
  const counts = { error: 0, warning: 0, info: 0, accepted: 0 };
  const byCode = new Map<string, { error: number; warning: number; info: number; accepted: number }>();
  const causes = countCauses();
  let [fresh, freshOpen, known] = [0, 0, 0];
  for (const violation of violations) {
    const { code, status, severity, since } = violation;
    let own = byCode.get(code);
    if (own === undefined) {
      own = { error: 0, warning: 0, info: 0, accepted: 0 };
      byCode.set(code, own);
    }
    const key = status === "accepted" ? "accepted" : severity;
    counts[key] += 1;
    own[key] += 1;
    causes.see(violation);
    if (since === "known") known += 1;
    else if (since === "new") {
      fresh += 1;
      if (status === "open") freshOpen += 1;
    }
  }
  return { counts, causes: causes.finish(), byCode, fresh, freshOpen, known };
}
