import { type Credit, formatCredit, parseCredit } from "../credit.js";
import { parseDate } from "../date.js";
import { NotDone, type Problem } from "../errors.js";
import type { RowRef } from "../model.js";
import { type LogEntry, logEntryOf } from "./log.js";
import type { TableRow } from "./table.js";

export const DECISION_COLUMNS = ["proposal_id", "decision", "by", "on", "reason", "credits", "mark"] as const;

const CHOICES = ["accept", "decline", "later"] as const;
export type Choice = (typeof CHOICES)[number];

/** What one person decided of one proposal. */
export interface Choosing extends RowRef {
  readonly id: string;
  readonly choice: Choice;
  readonly by: string;
  readonly on: string;
  readonly reason: string;
  /** As the person saw them; empty where a "no" does not repeat them. */
  readonly credits: string;
  readonly mark: string;
}

/** Reads one line of `decisions.csv`; a text says what is wrong with it. */
export function readChoosing(row: TableRow): Choosing | string {
  const [id, text, reason] = [row.cell("proposal_id"), row.cell("decision"), row.cell("reason")];
  const [by, on] = [row.cell("by"), row.cell("on")];
  const [credits, mark] = [row.cell("credits"), row.cell("mark")];
  if (id === "") return "the proposal_id is blank. Copy it from proposals.csv.";
  const choice = CHOICES.find((known) => known === text.toLowerCase());
  if (choice === undefined) return `the decision "${text}" is none of: ${CHOICES.join(", ")}.`;
  if (by === "") return "does not say by whom it was decided.";
  const day = parseDate(on);
  if (day === null)
    return on === "" ? "does not say when it was decided." : `"${on}" is no date; write it as 2026-06-20.`;
  return { file: row.file, line: row.line, id, choice, by, on: day, reason, credits, mark };
}

/** A line of `proposals.csv`. */
export interface ProposalLine {
  readonly id: string;
  readonly status: string;
  readonly credits: string;
  readonly mark: string;
  readonly cell: (column: string) => string;
}

export interface Judged {
  /** Ids whose records go to import, accepted now. */
  readonly accepted: ReadonlySet<string>;
  /** One entry a decision, in the order of the proposals. */
  readonly log: readonly LogEntry[];
  /** Proposals that nobody decided on. */
  readonly undecided: number;
}

/**
 * Holds decisions against the proposals they are about.
 * @throws NotDone with every decision that can't stand: unknown, doubled, held, exported before, or about something else.
 */
export function judge(
  proposals: readonly ProposalLine[],
  choosings: readonly Choosing[],
  earlier: ReadonlyMap<string, LogEntry>,
): Judged {
  const byId = new Map(proposals.map((proposal) => [proposal.id, proposal]));
  const first = new Map<string, Choosing>();
  const problems: Problem[] = [];
  for (const choosing of choosings) {
    const say = (message: string): void =>
      void problems.push({ code: "", where: `${choosing.file}:${choosing.line}`, message });
    const before = first.get(choosing.id);
    if (before !== undefined) {
      say(`proposal ${choosing.id} is decided twice (line ${before.line} too). Keep one of the two.`);
      continue;
    }
    first.set(choosing.id, choosing);
    const proposal = byId.get(choosing.id);
    if (proposal === undefined) {
      say(
        `no proposal has the id "${choosing.id}". Copy it from proposals.csv of these very results; a spreadsheet may have rewritten it.`,
      );
      continue;
    }
    const fault = faultOf(choosing, proposal, earlier.get(choosing.id));
    if (fault !== null) say(fault);
  }
  if (problems.length > 0) throw new NotDone(problems);
  const accepted = new Set<string>();
  const log: LogEntry[] = [];
  for (const proposal of proposals) {
    const choosing = first.get(proposal.id);
    if (choosing === undefined) continue;
    if (choosing.choice === "accept" && proposal.status === "ready") accepted.add(proposal.id);
    log.push(logEntryOf(choosing, proposal.cell));
  }
  return { accepted, log, undecided: proposals.length - log.length };
}

function sameCredit(a: string, b: string): boolean {
  const [left, right]: readonly (Credit | string)[] = [parseCredit(a), parseCredit(b)];
  return typeof left === "number" && left === right;
}

function faultOf(choosing: Choosing, proposal: ProposalLine, before: LogEntry | undefined): string | null {
  const { id, choice, credits, mark } = choosing;
  const accepts = choice === "accept";
  if (accepts && proposal.status === "held") {
    return `proposal ${id} is held, and a held one can't be accepted. Collect what is missing (${proposal.cell("missing")}) and run zcredit check again.`;
  }
  if (accepts && (proposal.status === "pending" || before !== undefined)) {
    const by = before === undefined ? "" : ` by ${before.by} on ${before.on} (${before.file} line ${before.line})`;
    return `proposal ${id} was accepted before${by} and has not landed. Importing it again would double the credit.`;
  }
  if (accepts && proposal.status !== "ready" && proposal.status !== "waiver") {
    return `proposal ${id} is ${proposal.status}, and only a ready one can be accepted.`;
  }
  if ((accepts || credits !== "") && !sameCredit(credits, proposal.credits)) {
    return `the decision is about ${credits === "" ? "no credits" : `credits "${credits}"`}, and proposal ${id} is about ${proposal.credits}. Look at the proposal again and decide on what it says now.`;
  }
  if ((accepts || mark !== "") && mark !== proposal.mark) {
    return `the decision is about mark "${mark}", and proposal ${id} has "${proposal.mark}". Look at the proposal again and decide on what it says now.`;
  }
  return null;
}

/** Sums the credits of accepted lines, in thousandths. */
export function acceptedCredits(judged: Judged): string {
  let sum = 0;
  for (const entry of judged.log) {
    const credit = parseCredit(entry.credits);
    if (judged.accepted.has(entry.id) && typeof credit === "number") sum += credit;
  }
  return formatCredit(sum);
}
