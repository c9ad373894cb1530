import { itemAt } from "../at.js";
import { isMastery } from "../decide/ledger.js";
import { type EvaluateContext, type Evaluation, evaluateStrays, evaluateStudent, withheldAt } from "../evaluate.js";
import { collectRows } from "../group.js";
import type {
  AnyRow,
  BrokenLine,
  Decision,
  Proposal,
  RawLine,
  RawRow,
  Refusal,
  StudentFile,
  Violation,
} from "../model.js";
import { type CommaCounts, countCommas } from "../normalise/decimals.js";
import { type Beyond, countSharers, type Holder } from "../normalise/identities.js";
import { rowReader } from "../normalise/index.js";
import { countForms, type FormCounts } from "../outputLayout.js";
import { withMonths } from "../redact/known.js";
import { redactorBy } from "../redact/redactor.js";
import type { ResultOptions, StudentFacts } from "../report/result.js";
import { isSelected } from "../select.js";
import { countReach, type ReachCounts } from "../since/reach.js";
import { type Seen, type Watched, watchStudents } from "../since/watch.js";
import { studentFacts } from "../studentFacts.js";
import { shardOf } from "./hash.js";
import type { PackedSource } from "./layouts.js";
import type { Shard } from "./pack.js";
import {
  cellsAt,
  cellsFrom,
  endOf,
  familyAt,
  isLineAt,
  lineAt,
  sourceAt,
  type TextCodec,
  variantAt,
} from "./packed.js";
import { familiesOf } from "./store.js";

/** What deciding the students of a partition asks of the world outside it. */
export interface PartContext {
  readonly sources: readonly PackedSource[];
  readonly codec: TextCodec;
  readonly evaluate: Omit<EvaluateContext, "isStudent">;
  readonly options: ResultOptions;
  readonly shard: Shard | null;
  /** State ids that several students have, with all of them. */
  readonly several: ReadonlyMap<string, readonly Holder[]>;
  /** Broken lines that name a student, by family. */
  readonly broken: ReadonlyMap<number, readonly BrokenLine[]>;
  /** Ids of which it must be known whether they are students, and output. */
  readonly named: ReadonlySet<string>;
  /** A student to be explained: no other is decided then, and every student's id is kept. */
  readonly ask: string | null;
  /** What is looked for among the students; null: nothing. */
  readonly watch: Watched | null;
  /** The key by which everything found is redacted before it leaves here; null: it is not. */
  readonly redact: Uint8Array | null;
}

/** Who looks on while students are decided: at each that is output, with all that was found of them, never redacted. */
export type OnStudent = (student: StudentFile, evaluation: Evaluation) => void;

/** What can be added up of what students came to. Plain data. */
export interface PartCounts {
  readonly students: number;
  readonly counts: {
    readonly studentsOut: number;
    readonly doubtfulRows: number;
    readonly masteryRecords: number;
    readonly considered: number;
  };
  readonly forms: FormCounts;
  readonly commas: CommaCounts;
  /** Existing records that could not be judged: pairs of reason and number. */
  readonly unjudged: readonly (readonly [string, number])[];
  /** Those of the ids asked about that are students: pairs of id and whether they are output. */
  readonly named: readonly (readonly [string, boolean])[];
  /** What waits for broken lines: pairs of place and credit, as `withheldAt` has them. */
  readonly withheld: readonly (readonly [string, number])[];
  readonly reach: ReachCounts;
  readonly seen: Seen;
}

/** What the students of a partition came to, in no order; of it all plain data but `asked`. */
export interface PartResult extends PartCounts {
  readonly proposals: readonly Proposal[];
  readonly refusals: readonly Refusal[];
  /** Of students that are output, and of rows that are no student's. */
  readonly violations: readonly Violation[];
  /** Of the students whom one of them speaks of. */
  readonly facts: readonly StudentFacts[];
  readonly ids: readonly string[];
  readonly asked: { readonly student: StudentFile; readonly decision: Decision } | null;
}

/** Makes what decides the packed rows of one go after another. Families are whole: nobody's rows are in two goes. */
export function partDecider(context: PartContext, onStudent: OnStudent | null): (rows: Uint8Array) => PartResult {
  const { codec, sources, shard, several, broken } = context;
  const normalise = rowReader(context.evaluate.policy);
  // One context for all, since the finder of rules belongs to it; whether an id is a student's can be told by the
  // family at hand, since ids that are compared are equal but for zeros.
  let isStudent: (id: string) => boolean = () => false;
  const evaluate: EvaluateContext = { ...context.evaluate, isStudent: (id) => isStudent(id) };
  const holdersOf = (stateId: string): readonly Holder[] => several.get(stateId) ?? [];
  const beyond: Beyond = { idWidth: evaluate.idWidth, holdersOf, sharersOf: countSharers(holdersOf) };

  function rawAt(rows: Uint8Array, at: number): RawRow | RawLine {
    const source = sources[sourceAt(rows, at)];
    const layout = source?.variants[variantAt(rows, at)];
    if (source === undefined || layout === undefined) throw new Error("a packed row names no layout");
    const { name: file } = source;
    const line = lineAt(rows, at);
    if (layout.kind === "transcript" && isLineAt(rows, at, layout)) {
      return { file, line, layout, bytes: rows, from: cellsFrom(rows, at), to: endOf(rows, at) };
    }
    return { file, line, layout, cells: cellsAt(rows, at, layout, codec) };
  }

  return (rows) => {
    const tally = openTally(context, evaluate, onStudent);
    for (const offsets of familiesOf(rows)) {
      const family = familyAt(rows, itemAt(offsets, 0));
      if (shard !== null && shardOf(family, shard.of) !== shard.index) continue;
      const collector = collectRows(beyond);
      for (const at of offsets) {
        const row = normalise(rawAt(rows, at));
        tally.row(row);
        collector.add(row);
      }
      const its = broken.get(family) ?? [];
      const grouping = collector.finish(its);
      isStudent = grouping.identities.isStudent;
      tally.strays(grouping.strays);
      for (const student of grouping.students()) tally.student(student, its.length > 0);
    }
    return tally.result();
  };
}

/** Adds up what the students of one go come to. */
function openTally(context: PartContext, evaluate: EvaluateContext, onStudent: OnStudent | null) {
  const { options, ask, named } = context;
  const { policy } = evaluate;
  const proposals: Proposal[] = [];
  const refusals: Refusal[] = [];
  const violations: Violation[] = [];
  const facts: StudentFacts[] = [];
  const counts = { studentsOut: 0, doubtfulRows: 0, masteryRecords: 0, considered: 0 };
  const forms = countForms();
  const commas = countCommas();
  const unjudged = new Map<string, number>();
  const found: [string, boolean][] = [];
  const withheld: (readonly [string, number])[] = [];
  const ids: string[] = [];
  const reach = countReach();
  const redactor = context.redact === null ? null : redactorBy(context.redact, policy);
  const watch = context.watch === null ? null : watchStudents(context.watch, policy, evaluate.given);
  let students = 0;
  let asked: PartResult["asked"] = null;

  function student(each: StudentFile, hasBroken: boolean): void {
    students += 1;
    if (ask !== null) ids.push(each.id);
    const isNamed = named.has(each.id);
    const isOut = (): boolean => isSelected(each, options);
    if (ask !== null && each.id !== ask) {
      if (isNamed) found.push([each.id, false]);
      return;
    }
    const evaluation = evaluateStudent(each, evaluate);
    const { decision, records } = evaluation;
    for (const { verdict, because } of records) {
      if (verdict !== "not checked") continue;
      const why = redactor === null ? because : withMonths(because);
      unjudged.set(why, (unjudged.get(why) ?? 0) + 1);
    }
    counts.doubtfulRows += doubtful(each.transcript);
    for (const row of each.transcript) if (isMastery(row, policy)) counts.masteryRecords += 1;
    reach.see(each);
    watch?.see(each);
    const out = isOut();
    if (isNamed) found.push([each.id, out]);
    const shown = redactor?.student(each, evaluation, studentFacts(each));
    const { violations: own } = shown?.evaluation ?? evaluation;
    const { proposals: given, refusals: refused } = shown?.evaluation.decision ?? decision;
    if (each.id === ask) asked = { student: shown?.student ?? each, decision: shown?.evaluation.decision ?? decision };
    if (!out) return;
    counts.studentsOut += 1;
    onStudent?.(each, evaluation);
    counts.considered += pathwaysConsidered(decision);
    if (decision.proposals.length + decision.refusals.length + own.length > 0)
      facts.push(shown?.facts ?? studentFacts(each));
    for (const proposal of given) proposals.push(proposal);
    for (const refusal of refused) refusals.push(refusal);
    for (const violation of own) violations.push(violation);
    if (hasBroken) withheld.push(...withheldAt(decision.refusals));
  }

  return {
    row: (row: AnyRow): void => {
      if (row.kind === "transcript") forms.see(row);
      commas.see(row);
    },
    strays: (rows: readonly AnyRow[]): void => {
      if (rows.length === 0) return;
      for (const violation of evaluateStrays(rows, evaluate)) {
        violations.push(redactor === null ? violation : redactor.violation(violation));
      }
      counts.doubtfulRows += doubtful(rows);
    },
    student,
    result: (): PartResult => ({
      students,
      proposals,
      refusals,
      violations,
      facts,
      counts,
      forms: forms.counts(),
      commas: commas.counts(),
      unjudged: [...unjudged],
      named: found,
      withheld,
      reach: reach.counts(),
      seen: watch?.seen() ?? { landed: [], withdrawn: [] },
      ids,
      asked,
    }),
  };
}

function pathwaysConsidered(decision: Decision): number {
  const pathways = new Set<string>();
  for (const { pathway } of decision.proposals) pathways.add(pathway);
  for (const { pathway } of decision.refusals) pathways.add(pathway);
  return pathways.size;
}

function doubtful(rows: readonly AnyRow[]): number {
  let count = 0;
  for (const row of rows) if (row.kind === "transcript" && row.doubts.length > 0) count += 1;
  return count;
}
