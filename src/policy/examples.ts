import { stringify } from "csv-stringify/sync";
import { didYouMean } from "../config/nearest.js";
import { formatCredit } from "../credit.js";
import { CHECKS } from "../decide/checks/index.js";
import { NotDone } from "../errors.js";
import {
  FIELDS,
  type InputKind,
  KINDS,
  type Proposal,
  type Refusal,
  STUDENT_COLUMNS,
  type Violation,
} from "../model.js";
import { fold } from "../read/csv.js";
import { fromBytes, nobleHasher } from "../read/memory.js";
import type { Source } from "../read/source.js";
import { ALL_RULES } from "../rules/index.js";
import { type PolicyFile, run } from "../run.js";
import type { CompiledPolicy } from "./compiled.js";
import { matching } from "./matching.js";
import type { Policy } from "./schema.js";

export type Example = Policy["examples"][number];
type ExampleRow = NonNullable<Example["transcript"]>[number];
type ExpectedProposal = NonNullable<Example["expect"]["proposals"]>[number];
type ExpectedRefusal = NonNullable<Example["expect"]["refusals"]>[number];

/** What one worked example of a policy came to. */
export interface ExampleOutcome {
  readonly name: string;
  /** Position in the policy's list, from 0. */
  readonly index: number;
  readonly passed: boolean;
  /** Why it could not be run at all, or proves nothing; empty where it ran. */
  readonly faults: readonly string[];
  /** What was expected and did not come, in words. */
  readonly missing: readonly string[];
  /** What came and was not expected, in words. */
  readonly surplus: readonly string[];
  /** What bears on a failure: how the pathways that were expected to give ended, and errors found in the rows. */
  readonly because: readonly string[];
  readonly proposals: readonly Proposal[];
  readonly refusals: readonly Refusal[];
}

/**
 * Runs every example of a policy through the very line that a `check` takes, each with its own rows and award date,
 * and compares what came with what was expected. Pure; the rows are invented, so nothing is read.
 */
export async function runExamples(policy: CompiledPolicy, file: PolicyFile): Promise<readonly ExampleOutcome[]> {
  const outcomes: ExampleOutcome[] = [];
  for (const [index, example] of policy.source.examples.entries()) {
    outcomes.push(await runExample(example, index, policy, file));
  }
  return outcomes;
}

async function runExample(
  example: Example,
  index: number,
  policy: CompiledPolicy,
  policyFile: PolicyFile,
): Promise<ExampleOutcome> {
  const base = { name: example.name, index, missing: [], surplus: [], because: [], proposals: [], refusals: [] };
  const faults = [...rowFaults(example, policy), ...expectFaults(example)];
  if (faults.length > 0) return { ...base, passed: false, faults };
  try {
    const { result } = await run({
      sources: sourcesOf(example),
      policy,
      policyFile,
      hasher: nobleHasher,
      options: {
        awardDate: example.awardDate,
        failOn: "never",
        onlyStudent: [],
        school: [],
        classOf: [],
        gradeLevel: [],
        allowTruncated: false,
        merged: false,
        config: null,
        severities: {},
      },
    });
    const { proposals, refusals, violations } = result;
    const compared = compare(example, proposals, refusals);
    const passed = compared.missing.length + compared.surplus.length === 0;
    const because = passed ? [] : reasonsFor(example, proposals, refusals, violations);
    return { ...base, ...compared, passed, faults: [], because, proposals, refusals };
  } catch (error) {
    if (!(error instanceof NotDone)) throw error;
    return {
      ...base,
      passed: false,
      faults: error.problems.map(({ where, message }) => (where === "" ? message : `${where}: ${message}`)),
    };
  }
}

function rowsOf(example: Example, kind: InputKind): readonly ExampleRow[] {
  return example[kind] ?? [];
}

/** In zcredit's own layout, all of its columns there, so that an example need only give the cells that matter. */
function sourcesOf(example: Example): readonly Source[] {
  const sources: Source[] = [];
  for (const kind of KINDS) {
    const rows = rowsOf(example, kind);
    if (rows.length === 0) continue;
    const columns: string[] = [...FIELDS[kind]];
    const known = new Set(columns.map(fold));
    for (const row of rows) {
      for (const key of Object.keys(row)) {
        if (known.has(fold(key))) continue;
        known.add(fold(key));
        columns.push(key);
      }
    }
    const cells = rows.map((row) => {
      const byName = new Map(Object.entries(row).map(([key, value]) => [fold(key), value]));
      return columns.map((column) => textOf(byName.get(fold(column))));
    });
    sources.push(fromBytes(kind, `${kind} of the example`, stringify([columns, ...cells])));
  }
  return sources;
}

/** As a file would hold it. A number in JSON that needs an exponent stays so, and is then a malformed cell. */
function textOf(value: ExampleRow[string] | undefined): string {
  return value === undefined || value === null ? "" : String(value);
}

/** A mistyped column would silently leave its cell blank. A students file may have columns of any name: its groups. */
function rowFaults(example: Example, policy: CompiledPolicy): readonly string[] {
  const extra = policy.source.pathways.flatMap((pathway) => Object.keys(pathway.record.columns ?? {}));
  const faults: string[] = [];
  for (const kind of KINDS) {
    const known = new Set([...FIELDS[kind], ...STUDENT_COLUMNS, ...extra].map(fold));
    for (const [index, row] of rowsOf(example, kind).entries()) {
      const seen = new Set<string>();
      for (const key of Object.keys(row)) {
        if (seen.has(fold(key))) faults.push(`row ${index + 1} of "${kind}" gives the column "${key}" twice`);
        seen.add(fold(key));
        if (known.has(fold(key)) || kind === "students") continue;
        const list = FIELDS[kind].join(", ");
        faults.push(`row ${index + 1} of "${kind}" has "${key}", which is no column of it; the columns are: ${list}`);
      }
    }
  }
  return faults;
}

const CHECK_REASONS = CHECKS.map((check) => check.reason);
const REASONS: ReadonlySet<string> = new Set([...CHECK_REASONS, ...ALL_RULES.map((rule) => rule.code)]);

function expectFaults({ expect }: Example): readonly string[] {
  const faults: string[] = [];
  if (expect.proposals === undefined && expect.refusals === undefined) {
    faults.push('it expects nothing, so it proves nothing; give "proposals" (an empty list for none) or "refusals"');
  }
  for (const { reason } of expect.refusals ?? []) {
    if (REASONS.has(reason)) continue;
    faults.push(`"${reason}" is no reason for refusing.${didYouMean(reason, CHECK_REASONS)}`);
  }
  return faults;
}

function compare(
  { pathway, expect }: Example,
  proposals: readonly Proposal[],
  refusals: readonly Refusal[],
): { readonly missing: readonly string[]; readonly surplus: readonly string[] } {
  const missing: string[] = [];
  const surplus: string[] = [];
  const asked = (item: { readonly pathway: string }): boolean => pathway === undefined || item.pathway === pathway;
  if (expect.proposals !== undefined) {
    // Without a pathway of its own an expectation is about the pathway that the example names.
    const meets = (wanted: ExpectedProposal, came: Proposal): boolean =>
      isMet(wanted.pathway === undefined && pathway !== undefined ? { ...wanted, pathway } : wanted, came);
    const { unmet, spare } = matching(expect.proposals, proposals, meets);
    for (const wanted of unmet) missing.push(`proposal of ${saysExpected(wanted)}`);
    for (const came of spare.filter(asked)) surplus.push(`proposal of ${saysProposal(came)}`);
  }
  if (expect.refusals !== undefined) {
    const meets = (wanted: ExpectedRefusal, came: Refusal): boolean =>
      wanted.pathway === came.pathway && wanted.reason === came.reason;
    const { unmet, spare } = matching(expect.refusals, refusals, meets);
    for (const wanted of unmet) missing.push(`refusal of ${wanted.pathway}: ${wanted.reason}`);
    for (const came of spare.filter(asked)) surplus.push(`refusal of ${saysRefusal(came)}`);
  }
  return { missing, surplus };
}

/** Only the keys that are given are compared. */
function isMet(wanted: ExpectedProposal, came: Proposal): boolean {
  return (
    wanted.course === came.course &&
    (wanted.pathway === undefined || wanted.pathway === came.pathway) &&
    (wanted.part === undefined || wanted.part === came.part) &&
    (wanted.credits === undefined || wanted.credits === came.credits) &&
    (wanted.waived === undefined || wanted.waived === came.waived) &&
    (wanted.mark === undefined || wanted.mark === came.mark) &&
    (wanted.status === undefined || wanted.status === came.status)
  );
}

function saysExpected({ pathway, course, part, credits, waived, mark, status }: ExpectedProposal): string {
  const words = [part === undefined ? course : `${course} ${part}`];
  if (credits !== undefined) words.push(`credits ${formatCredit(credits)}`);
  if (waived !== undefined) words.push(`waived ${formatCredit(waived)}`);
  if (mark !== undefined) words.push(`mark ${mark}`);
  if (status !== undefined) words.push(status);
  if (pathway !== undefined) words.push(`by ${pathway}`);
  return words.join(", ");
}

/** `algebra-1 S2, credits 0.5, mark C, ready`: what a proposal gives, without its student and pathway. */
export function saysGift({ course, part, credits, waived, mark, status, missing }: Proposal): string {
  const words = [part === "" ? course : `${course} ${part}`];
  if (status === "waiver") words.push(`waived ${formatCredit(waived)}`);
  else words.push(`credits ${formatCredit(credits)}`, `mark ${mark}`);
  words.push(missing.length === 0 ? status : `${status} (missing: ${missing.join(", ")})`);
  return words.join(", ");
}

/** `algebra-1 S2, credits 0.5, mark C, ready, by next-algebra-1`: a proposal without its student. */
export function saysProposal(proposal: Proposal): string {
  return `${saysGift(proposal)}, by ${proposal.pathway}`;
}

export function saysRefusal({ pathway, reason, note }: Refusal): string {
  return `${pathway}: ${reason}${note === "" ? "" : ` (${note})`}`;
}

function reasonsFor(
  { pathway, expect }: Example,
  proposals: readonly Proposal[],
  refusals: readonly Refusal[],
  violations: readonly Violation[],
): readonly string[] {
  const named = new Set<string>(pathway === undefined ? [] : [pathway]);
  for (const wanted of [...(expect.proposals ?? []), ...(expect.refusals ?? [])]) {
    if (wanted.pathway !== undefined) named.add(wanted.pathway);
  }
  const lines: string[] = [];
  for (const id of named) {
    const ends = refusals.filter((refusal) => refusal.pathway === id);
    const given = proposals.filter((proposal) => proposal.pathway === id);
    if (given.length === 0 && ends.length === 0) lines.push(`${id} was not considered: no evidence or no gap on file`);
    for (const end of ends) lines.push(`refused ${saysRefusal(end)}`);
    for (const proposal of given) lines.push(`proposed ${saysProposal(proposal)}`);
  }
  for (const violation of violations) {
    if (violation.severity !== "error" || violation.line === 0) continue;
    // Line 1 is the header, so that line 2 is the first row of the example.
    lines.push(`row ${violation.line - 1} of the ${violation.file}: ${violation.code}, ${violation.message}`);
  }
  return [...new Set(lines)];
}
