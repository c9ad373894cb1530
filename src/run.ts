import { NotDone, type Problem } from "./errors.js";
import type { EvaluateContext, Evaluation } from "./evaluate.js";
import { createFinder } from "./findings.js";
import { asShown, type Frame, frameOf, resultOf } from "./frame.js";
import type { BrokenLine, Decision, FileReading, InputKind, StudentFile, Violation } from "./model.js";
import type { Holder } from "./normalise/identities.js";
import { countForms, outputLayout } from "./outputLayout.js";
import { type Crew, type Go, goesThrough, type Helpers, inHands, ownCrew } from "./partition/crew.js";
import type { PartContext, PartCounts, PartResult } from "./partition/decide.js";
import { familyOf } from "./partition/hash.js";
import { joinIdentities, type WhoIsWho } from "./partition/identify.js";
import { type Gathered, tallyParts } from "./partition/join.js";
import type { Shard } from "./partition/pack.js";
import { PLAIN_CODEC, type TextCodec } from "./partition/packed.js";
import { type AllRead, readAll } from "./partition/read.js";
import { memoryStore, type RowStore, UNSURE } from "./partition/store.js";
import { routeUnsure } from "./partition/unsure.js";
import type { CompiledPolicy } from "./policy/compiled.js";
import type { PolicyFinding } from "./policy/finding.js";
import type { MapDef } from "./read/map/schema.js";
import type { Hasher, Source } from "./read/source.js";
import { type Redactor, redactorBy } from "./redact/redactor.js";
import { neutralSources } from "./redact/result.js";
import { type Gather, gatherInMemory } from "./report/gather.js";
import type { HeldResult, ResultOptions, RunResult } from "./report/result.js";
import { RULES } from "./rules/index.js";
import type { RuleContext } from "./rules/rule.js";
import type { Reach } from "./since/reach.js";
import type { Seen, Watched } from "./since/watch.js";

/** The policy file as it was read, with what the loader found in it that is no error. */
export interface PolicyFile {
  readonly name: string;
  readonly bytes: number;
  /** Of the file's bytes, lower case hex. */
  readonly sha256: string;
  readonly findings: readonly PolicyFinding[];
}

export interface Progress {
  /** Display name of the file that is being read. */
  readonly name: string;
  readonly rows: number;
  /** Set once all is read: how many students were decided, of how many. */
  readonly students?: { readonly done: number; readonly of: number };
}

export interface RunInputs {
  readonly sources: readonly Source[];
  readonly policy: CompiledPolicy;
  readonly policyFile: PolicyFile;
  readonly hasher: () => Hasher;
  readonly options: ResultOptions;
  readonly onProgress?: (progress: Progress) => void;
  /** The layout to write new records in, where it is not the one that came in. */
  readonly importBy?: MapDef | null;
  /** A student to be explained: no other is decided then. */
  readonly ask?: string;
  /** Records that may have landed, and evidence that may be gone. */
  readonly watch?: Watched;
  /**
   * Called for each student that is output, in no order, with all that was found of them; in this thread, and so no
   * other decides then.
   */
  readonly onStudent?: (student: StudentFile, evaluation: Evaluation) => void;
  /** Where rows wait between being read and decided; absent: in memory. It is closed when the run is done. */
  readonly store?: RowStore;
  /** How text becomes bytes; absent: as it does everywhere. */
  readonly codec?: TextCodec;
  /** Only this slice of the students is decided. */
  readonly shard?: Shard;
  /** Others that read and decide at the same time; absent: all is done in this thread. */
  readonly helpers?: Helpers;
  /** Takes what is found; in memory unless given. */
  readonly gather?: Gather;
  /** A key: everything found is redacted by it before it is gathered. The result says so. */
  readonly redact?: Uint8Array;
}

export interface Run {
  readonly result: RunResult;
  /** The student asked about; null where none was, or no student has that id. */
  readonly asked: { readonly student: StudentFile; readonly decision: Decision } | null;
  readonly reach: Reach;
  /** What was seen of what is watched. */
  readonly seen: Seen;
  /** What stands fast before any student is decided, and what can be added up over slices of the students. */
  readonly frame: Frame;
  readonly plain: PartCounts;
  /** Where a student was asked about: every student's id, in text order. */
  readonly ids: readonly string[];
}

/** As `Run`, with all that was found in memory. */
export interface HeldRun extends Run {
  readonly result: HeldResult;
}

/**
 * The straight line: read, put rows by student, decide them a partition at a time, and gather what is reported. Pure
 * but for what the sources and the store do: no clock, no disk, no order but that of content.
 *
 * @throws NotDone with every fault of every file that keeps the job from being done.
 */
export function run(inputs: RunInputs & { readonly gather: Gather }): Promise<Run>;
export function run(inputs: RunInputs): Promise<HeldRun>;
export async function run(inputs: RunInputs): Promise<Run> {
  const store = inputs.store ?? memoryStore();
  try {
    return await runIn(store, inputs);
  } finally {
    store.close();
  }
}

/** Rows between two reports of progress. */
const PROGRESS_ROWS = 50_000;
/** Students between two reports of progress. */
const PROGRESS_STUDENTS = 1000;

/** Passes a growing count on whenever it has grown by so many; each thing that is counted begins at 0. */
function everySo(many: number, say: (count: number, of: string) => void): (count: number, of: string) => void {
  let last = 0;
  return (count, of) => {
    if (count < last) last = 0;
    if (count - last < many) return;
    last = count;
    say(count, of);
  };
}

async function runIn(store: RowStore, given: RunInputs): Promise<Run> {
  const redactor = given.redact === undefined ? null : redactorBy(given.redact, given.policy);
  const inputs: RunInputs = redactor === null ? given : { ...given, sources: neutralSources(given.sources) };
  const { sources, options } = inputs;
  const codec = inputs.codec ?? PLAIN_CODEC;
  const shard = inputs.shard ?? null;
  const helpers = inputs.helpers ?? null;
  const read = await readAll({
    sources,
    store,
    codec,
    awardDate: options.awardDate,
    shard,
    helpers,
    hasher: inputs.hasher,
    onRows: everySo(PROGRESS_ROWS, (rows, name) => inputs.onProgress?.({ name, rows })),
  });
  const kinds = new Set(sources.map((source) => source.kind));
  const fileViolations = checkFiles(read.files, kinds, inputs, redactor);
  const goes = goesThrough(store);
  const own = ownCrew(store, inputs.onStudent ?? null);
  const isWatched = inputs.onStudent !== undefined || inputs.ask !== undefined;
  const crew = helpers?.crewFor(bytesIn(store)) ?? own;
  const who = await whoIsWho(goes, crew, read, codec);
  routeUnsure(store, { sources: read.sources, codec, shard, familyOfState: who.familyOfState });
  const context = partContext(inputs, read, who, codec);
  const gather = inputs.gather ?? gatherInMemory();
  const decided = { goes: goesThrough(store), crew: isWatched ? own : crew, of: who.students };
  const gathered = await decideAll(decided, context, inputs, gather);
  const frame = frameOf(inputs, read.files, fileViolations);
  const { asked, ids, seen, plain } = gathered;
  return { ...resultOf(frame, gathered, gather, redactor), asked, ids, seen, frame, plain };
}

function bytesIn(store: RowStore): number {
  let bytes = 0;
  for (let partition = 0; partition <= UNSURE; partition++) bytes += store.bytesOf(partition);
  return bytes;
}

/** Who is who over all partitions: each says what it holds, and only where two may clash is looked at again. */
async function whoIsWho(goes: readonly Go[], crew: Crew, read: AllRead, codec: TextCodec): Promise<WhoIsWho> {
  const reading = { names: read.sources.map(({ name }) => name), codec };
  const joiner = joinIdentities();
  await inHands(crew.hands, goes, (go) => crew.summary(go, reading), joiner.add);
  const { keys, partitions } = joiner.clashing();
  const again = goes.filter(({ partition }) => partitions.includes(partition));
  const holders: Holder[] = [];
  await inHands(
    crew.hands,
    again,
    (go) => crew.holders(go, keys, reading),
    (found) => {
      for (const holder of found) holders.push(holder);
    },
  );
  return joiner.finish(holders);
}

function partContext(inputs: RunInputs, read: AllRead, who: WhoIsWho, codec: TextCodec): PartContext {
  const { policy, options } = inputs;
  const output = outputLayout(read.files, countForms(), inputs.importBy ?? null);
  const broken = new Map<number, BrokenLine[]>();
  const named = new Set<string>(options.onlyStudent);
  for (const line of read.files.flatMap((file) => file.broken)) {
    if (line.fault === "not-a-record") continue;
    const family = line.studentId !== "" ? familyOf(line.studentId) : who.familyOfState(line.stateStudentId ?? "");
    if (family === null) continue;
    if (line.studentId !== "") named.add(line.studentId);
    const same = broken.get(family);
    if (same === undefined) broken.set(family, [line]);
    else same.push(line);
  }
  const evaluate: Omit<EvaluateContext, "isStudent"> = {
    policy,
    awardDate: options.awardDate,
    given: new Set(inputs.sources.map((source) => source.kind)),
    covers: read.days,
    idWidth: who.idWidth,
    // Without a transcript records would go out in zcredit's own layout, which has the columns.
    hasDesignationColumn: output === null || output.layout.index.designations !== undefined,
    hasTermColumn: output === null || output.layout.index.term !== undefined,
  };
  return {
    sources: read.sources,
    codec,
    evaluate,
    options,
    shard: inputs.shard ?? null,
    several: who.several,
    broken,
    named,
    ask: inputs.ask ?? null,
    watch: inputs.watch ?? null,
    redact: inputs.redact ?? null,
  };
}

async function decideAll(
  { goes, crew, of }: { readonly goes: readonly Go[]; readonly crew: Crew; readonly of: number },
  context: PartContext,
  inputs: RunInputs,
  gather: Gather,
): Promise<Gathered> {
  const tally = tallyParts();
  let done = 0;
  const say = everySo(PROGRESS_STUDENTS, (students) => {
    inputs.onProgress?.({ name: "", rows: 0, students: { done: students, of } });
  });
  crew.brief(context);
  await inHands(crew.hands, goes, crew.decide, (part: PartResult) => {
    tally.add(part);
    gather.students.add(part.facts);
    gather.proposals.add(part.proposals);
    gather.refusals.add(part.refusals);
    gather.violations.add(asShown(part.violations, inputs.options));
    done += part.students;
    say(done, "");
  });
  return tally.finish();
}

/** Violations of the files themselves. @throws NotDone where one of them is a fault that stops the run. */
function checkFiles(
  files: readonly FileReading[],
  given: ReadonlySet<InputKind>,
  inputs: RunInputs,
  redactor: Redactor | null,
): readonly Violation[] {
  const { policy, options } = inputs;
  const context: RuleContext = { policy, awardDate: options.awardDate, given, idWidth: 0, isStudent: () => false };
  const violations = createFinder(context).files(files);
  const stops = new Set([...RULES.files, ...RULES.file].filter((rule) => rule.stops).map((rule) => rule.code));
  if (options.allowTruncated) stops.delete("file-truncated");
  const problems: Problem[] = [];
  for (const violation of violations) {
    const { code, file, line, remedy } = violation;
    if (!stops.has(code)) continue;
    // What stands where a header should be may be a student's row.
    const { message } = redactor?.violation(violation) ?? violation;
    problems.push({ code, where: line > 0 ? `${file}:${line}` : file, message: `${message} ${remedy}` });
  }
  if (problems.length > 0) throw new NotDone(problems);
  return violations;
}
