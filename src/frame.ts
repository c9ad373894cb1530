import { withWithheld } from "./evaluate.js";
import { rulesRun } from "./findings.js";
import type { FileReading, Violation } from "./model.js";
import { dialectNotes, encodingNotes, layoutNotes, outputLayout } from "./outputLayout.js";
import type { Gathered } from "./partition/join.js";
import type { CompiledPolicy } from "./policy/compiled.js";
import { policyViolations } from "./policyViolations.js";
import type { MapDef } from "./read/map/schema.js";
import type { Source } from "./read/source.js";
import type { Redactor } from "./redact/redactor.js";
import { PSEUDONYMISED, redactedFile, redactedOptions, redactedReach } from "./redact/result.js";
import type { Gather } from "./report/gather.js";
import { importNotes } from "./report/records.js";
import type { ResultOptions, RunResult } from "./report/result.js";
import { POLICY_RULES } from "./rules/policyIndex.js";
import type { Extra } from "./rules/rule.js";
import type { PolicyFile, Run } from "./run.js";
import { selectionNotes } from "./select.js";
import { VERSION } from "./version.js";

/**
 * What of a result stands fast before any student is decided: the same for every slice of the students. Plain data, so
 * that slices of one run can be known by it.
 */
export interface Frame {
  readonly version: string;
  readonly options: ResultOptions;
  readonly policy: RunResult["policy"];
  readonly files: readonly FileReading[];
  readonly importBy: MapDef | null;
  readonly rules: { readonly run: readonly string[]; readonly notChecked: RunResult["rules"]["notChecked"] };
  /** Those that stand before and after what is said of decimal commas. */
  readonly notes: readonly [readonly string[], readonly string[]];
  /** Of the files, without what waits for them. */
  readonly fileViolations: readonly Violation[];
  readonly policyViolations: readonly Violation[];
}

/** What a frame is made of. */
export interface FrameInputs {
  readonly sources: readonly Source[];
  readonly policy: CompiledPolicy;
  readonly policyFile: PolicyFile;
  readonly options: ResultOptions;
  readonly importBy?: MapDef | null;
}

export function frameOf(
  { sources, policy, policyFile, options, importBy = null }: FrameInputs,
  files: readonly FileReading[],
  fileViolations: readonly Violation[],
): Frame {
  const given = new Set(sources.map((source) => source.kind));
  const rules = rulesRun(given, hasDesignations(files), extrasOf(files, policy));
  return {
    version: VERSION,
    options,
    policy: policyOf(policy, policyFile),
    files,
    importBy,
    rules: { ...rules, run: [...rules.run, ...POLICY_RULES.map((rule) => rule.code)] },
    notes: [encodingNotes(files), [...dialectNotes(files, sources), ...layoutNotes(files)]],
    fileViolations,
    policyViolations: policyViolations(policyFile),
  };
}

/** Puts what was read and what was decided together to the result of a run. */
export function resultOf(
  frame: Frame,
  gathered: Gathered,
  gather: Gather,
  redactor: Redactor | null = null,
): Pick<Run, "result" | "reach"> {
  const { files } = frame;
  const options = redactor === null ? frame.options : redactedOptions(frame.options, redactor);
  const { commas, forms } = gathered;
  const [before, after] = frame.notes;
  const { studentsOut, doubtfulRows, masteryRecords, considered } = gathered.counts;
  // A line that names a student who is not output is not shown either.
  const ofFiles = withWithheld(frame.fileViolations, gathered.withheld).filter(
    ({ studentId }) => gathered.named.get(studentId) !== false,
  );
  const shown = redactor === null ? ofFiles : ofFiles.map(redactor.violation);
  gather.violations.add(asShown([...shown, ...frame.policyViolations], options));
  const isStudent = (id: string): boolean => gathered.named.has(id);
  const selection = selectionNotes(frame.options, isStudent, studentsOut, redactor?.names.student);
  // A note on commas quotes a cell.
  const said = commas.notes().map((note) => (redactor === null ? note : "Some numbers are written with a comma."));
  const result: RunResult = {
    version: frame.version,
    options,
    policy: frame.policy,
    files: redactor === null ? files : files.map(redactedFile),
    output: outputLayout(files, forms, frame.importBy, commas.inRecords()),
    counts: {
      doubtfulRows,
      masteryRecords,
      considered,
      students: gathered.plain.students,
      studentsOut,
      transcriptRows: transcriptRows(files),
    },
    students: gather.students.finish(),
    proposals: gather.proposals.finish(),
    refusals: gather.refusals.finish(),
    violations: gather.violations.finish(),
    rules: switchedOff(
      { ...frame.rules, notChecked: [...frame.rules.notChecked, ...gathered.notChecked], off: [] },
      options,
    ),
    notes: [...before, ...said, ...after, ...selection],
    ...(redactor === null ? {} : { redacted: true }),
  };
  const more = redactor === null ? importNotes(result) : [PSEUDONYMISED];
  const reach = gathered.reach.reach(files);
  return {
    result: { ...result, notes: [...result.notes, ...more] },
    reach: redactor === null ? reach : redactedReach(reach, redactor),
  };
}

function transcriptRows(files: readonly FileReading[]): number {
  let rows = 0;
  for (const file of files) if (file.kind === "transcript") rows += file.rows;
  return rows;
}

function hasDesignations(files: readonly FileReading[]): boolean {
  return files.some((file) => file.kind === "transcript" && file.layout?.index.designations !== undefined);
}

/** What else the layouts hold: titles, and letters or codes by which a mastery record is known. */
function extrasOf(files: readonly FileReading[], policy: CompiledPolicy): ReadonlySet<Extra> {
  const extras = new Set<Extra>();
  const hasTitles = files.some((file) => file.kind === "transcript" && file.layout?.index.course_title !== undefined);
  if (hasTitles) extras.add("titles");
  if (hasDesignations(files) || policy.templateByCode.size > 0) extras.add("mastery-records");
  return extras;
}

function policyOf({ source }: CompiledPolicy, file: PolicyFile): RunResult["policy"] {
  return {
    name: file.name,
    sha256: file.sha256,
    bytes: file.bytes,
    district: source.district.name,
    districtCode: source.district.code,
    documents: source.policies.map(({ number, title }) => ({ number, title: title ?? "" })),
    courses: Object.fromEntries(source.courses.map(({ id, title }) => [id, title])),
    pathways: Object.fromEntries(source.pathways.map(({ id, title }) => [id, title])),
  };
}

/** What a user changes alters what is shown and the exit code; it comes after every decision. */
export function asShown(
  violations: readonly Violation[],
  { severities }: Pick<ResultOptions, "severities">,
): readonly Violation[] {
  return violations.flatMap((violation) => {
    const level = Object.hasOwn(severities, violation.code) ? severities[violation.code] : undefined;
    if (level === undefined || level === violation.severity) return [violation];
    return level === "off" ? [] : [{ ...violation, severity: level }];
  });
}

/** A rule that is switched off is listed as that, never as one that was run. */
export function switchedOff<R extends RulesRun>(rules: R, { severities }: Pick<ResultOptions, "severities">): R {
  const isOff = (code: string): boolean => Object.hasOwn(severities, code) && severities[code] === "off";
  const off = new Set([...rules.off, ...rules.run.filter(isOff)]);
  return off.size === 0 ? rules : { ...rules, run: rules.run.filter((code) => !off.has(code)), off: [...off] };
}

type RulesRun = Pick<RunResult["rules"], "run" | "off">;
