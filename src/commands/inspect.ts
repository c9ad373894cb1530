import { basename } from "node:path";
import { type Lists, SHIPPED_LISTS } from "../data/lists.js";
import type { IsoDate } from "../date.js";
import { NotDone } from "../errors.js";
import { EXIT, type ExitCode } from "../exit.js";
import { createFinder } from "../findings.js";
import type { FileReading, InputKind, RawRow, Violation } from "../model.js";
import { KINDS } from "../model.js";
import { rowReader } from "../normalise/index.js";
import { byText } from "../order.js";
import type { CompiledPolicy } from "../policy/compiled.js";
import { loadPolicy } from "../policy/load.js";
import { DIALECT_NAMES } from "../read/dialects/index.js";
import { nodeHasher, openFile, refuseGivenOnce } from "../read/disk.js";
import type { Given } from "../read/map/choose.js";
import type { Draft } from "../read/map/draft.js";
import type { MapDef } from "../read/map/schema.js";
import { readSource } from "../read/read.js";
import type { Source } from "../read/source.js";
import { gatherer, inspectionText, type Problemed } from "../report/inspection.js";
import type { RawFlags } from "./flags.js";
import { headOf, tell } from "./inspectTell.js";
import { givenDialects, readLists, readMap } from "./job.js";
import { writeOneFile } from "./oneFile.js";
import { type FlagReader, flagReader, readSoundPolicy } from "./policyFile.js";
import { shippedText } from "./shipped.js";
import { terminal, terminalFlags } from "./terminal.js";
import type { Words } from "./words.js";

/** Findings that hang on nothing but the cells themselves, so that they can be told without a policy. */
const BY_CELLS: readonly string[] = [
  ...["student-id-missing", "student-id-malformed", "school-year-malformed", "grade-level-malformed"],
  ...["date-malformed", "credit-malformed", "credit-negative", "credit-too-precise", "credit-earned-over-attempted"],
  ...["course-id-unreadable", "course-code-malformed", "course-code-unknown", "course-code-lost-zero"],
  ...["designation-unknown", "designation-conflict", "score-date-malformed", "value-runs-as-formula"],
];

/**
 * `zcredit inspect FILE`: what a file looks like, how it would be read, and what to type next. 1: it can't be read as
 * it is, or has errors. @throws NotDone where there is no such file, or it is no table at all.
 */
export async function inspect(flags: RawFlags, { words, problems }: Words): Promise<ExitCode> {
  const read = flagReader(flags, problems);
  const asked = askedOf(read);
  if (read.problems.length > 0) throw new NotDone(read.problems);
  const [path = ""] = words;
  const given = await givenBy(asked);
  const awardDate = read.awardDate();
  const policy = asked.policy === null ? null : (await readSoundPolicy(asked.policy, awardDate, asked.lists)).policy;

  await refuseGivenOnce(path);
  const head = await headOf(path);
  const told = await tell(path, head, asked.kind, given);
  const source: Source = { ...openFile(told.kind, path, basename(path)), as: told.as };
  const lists = asked.lists === null ? SHIPPED_LISTS : (await readLists(asked.lists)).lists;
  const { reading, gathered, found } = await readThrough(source, policy, awardDate, lists);
  const isSound = isReadable(reading);
  const draft = told.draft;
  const target = asked.writeMap;
  if (target !== null) {
    const ready = draft?.template === undefined ? null : await shippedText("maps", basename(draft.template));
    const text = ready?.replace('"../map.schema.json"', '"./map.schema.json"') ?? mapText(draft, reading, told.kind);
    await writeOneFile(target, text);
  }
  const mapPath = target ?? "map.json";
  const layoutFlags = [
    ...asked.dialects.map((name) => ` --dialect ${name}`),
    ...(asked.map === null ? [] : [` --map ${quoted(asked.map)}`]),
  ].join("");
  const next = nextLines({
    path,
    kind: told.kind,
    layoutFlags: target === null ? layoutFlags : ` --map ${quoted(target)}`,
    isSound,
    draft: target === null ? draft : null,
    reading,
    policy: asked.policy ?? "policy.json",
    mapPath,
    wrote: target,
  });
  const screen = terminal(terminalFlags(flags));
  const text = inspectionText({
    path,
    reading,
    gathered,
    problems: found,
    draft,
    flags: layoutFlags,
    given: given.length > 0,
    next,
  });
  screen.out(text);
  return isSound && found.every(({ isError }) => !isError) ? EXIT.done : EXIT.found;
}

interface Asked {
  readonly kind: InputKind | null;
  readonly dialects: readonly string[];
  readonly map: string | null;
  readonly policy: string | null;
  readonly lists: string | null;
  readonly writeMap: string | null;
}

function askedOf(read: FlagReader): Asked {
  const kind = read.oneOf<InputKind | "">("kind", [...KINDS, ""], "");
  const dialect = read.oneOf<string>("dialect", [...DIALECT_NAMES, ""], "");
  return {
    kind: kind === "" ? null : kind,
    dialects: dialect === "" ? [] : [dialect],
    map: read.text("map"),
    policy: read.text("policy"),
    lists: read.text("lists"),
    writeMap: read.text("write-map"),
  };
}

async function givenBy(asked: Asked): Promise<readonly Given[]> {
  const given: Given[] = [];
  if (asked.map !== null) given.push(await readMap(asked.map));
  given.push(...givenDialects(asked.dialects));
  return given;
}

type Found = Problemed & { readonly isError: boolean };

async function readThrough(source: Source, policy: CompiledPolicy | null, awardDate: IsoDate, lists: Lists) {
  const given = new Set<InputKind>([source.kind]);
  const rules = policy ?? neutralPolicy(awardDate, lists);
  const finder = createFinder({ policy: rules, awardDate, given, idWidth: 0, isStudent: () => true });
  const normalise = rowReader(rules);
  const gather = gatherer();
  const tally = new Map<string, { rows: number; first: string; isError: boolean }>();
  const note = (violation: Violation): void => {
    if (violation.severity === "info") return;
    if (policy === null && !isByCells(violation)) return;
    const known = tally.get(violation.code);
    if (known !== undefined) known.rows += 1;
    else {
      const { line, column } = violation;
      const first = `line ${line}${column === "" ? "" : `, ${column}`}${shownValue(violation)}`;
      tally.set(violation.code, { rows: 1, first, isError: violation.severity === "error" });
    }
  };
  const reading = await readSource(
    source,
    (row: RawRow) => {
      gather.see(row);
      const found: Violation[] = [];
      finder.row(normalise(row), found);
      for (const violation of found) note(violation);
    },
    nodeHasher(),
  );
  const ofFile = finder.files([{ ...reading, header: reading.header && { ...reading.header, missing: [] } }]);
  const lineFaults = ofFile.filter(({ severity }) => severity !== "info");
  for (const { code, line, severity } of lineFaults) {
    const known = tally.get(code);
    if (known === undefined) tally.set(code, { rows: 1, first: `line ${line}`, isError: severity === "error" });
    else known.rows += 1;
  }
  const found: Found[] = [...tally].map(([code, rest]) => ({ code, ...rest }));
  found.sort((a, b) => Number(b.isError) - Number(a.isError) || byText(a.code, b.code));
  return { reading, gathered: gather.end(), found };
}

/** A blank credit is no fault on a mark that the policy ignores, and without a policy no mark is known. */
function isByCells({ code, value }: Violation): boolean {
  return BY_CELLS.includes(code) && !(code === "credit-malformed" && value === "");
}

function shownValue({ value, code }: Violation): string {
  return value === "" || code === "value-runs-as-formula" ? "" : ` "${value.slice(0, 30)}"`;
}

/** A policy that says nothing, for what needs none. */
function neutralPolicy(awardDate: IsoDate, lists: Lists): CompiledPolicy {
  const text = JSON.stringify({
    format: 1,
    district: { name: "None", code: "0" },
    policies: [{ number: "0", title: "None", subjects: ["none"], adopted: "2000-01-01", effectiveFrom: "2000-01-01" }],
    equity: { provision: "None.", reviewEveryMonths: 12, lastReviewed: "2000-01-01" },
    marks: { ranked: ["A"], credit: [], noCredit: ["F"], incomplete: [], ignored: [] },
    calendar: { terms: [{ id: "S1", ends: "06-30" }] },
    courses: [{ id: "none", title: "None", subject: "none", credits: 1, courseIds: ["\u0000"] }],
    pathways: [
      {
        id: "none",
        title: "None",
        method: "other",
        clause: "None",
        attempt: { is: "irrelevant" },
        evidence: { approval: "none" },
        award: { courses: ["none"], take: "open" },
        grade: { mark: "A" },
        record: { designations: ["Z"] },
      },
    ],
  });
  const bytes = new TextEncoder().encode(text);
  const { policy, findings } = loadPolicy({ name: "", bytes, sha256: "" }, awardDate, lists);
  if (policy === null) throw new Error(`the policy that says nothing is no policy: ${JSON.stringify(findings[0])}`);
  return policy;
}

function isReadable({ header, layout, notText }: FileReading): boolean {
  if (header === null || layout === null || notText !== null) return false;
  return header.missing.length + header.ambiguous.length + header.duplicated.length === 0;
}

/** The map as a file: what was drafted, else one that adds to the layout that was recognised. */
function mapText(draft: Draft | null, reading: FileReading, kind: InputKind): string {
  const def: MapDef | undefined = draft?.def ?? reading.layout?.through?.def;
  const start = { $schema: "./map.schema.json", format: 1 };
  if (draft !== null) {
    const fields: Record<string, unknown> = { ...draft.def.fields };
    for (const field of draft.missing) fields[field] = `PUT THE COLUMN OF ${field} HERE`;
    return `${JSON.stringify({ ...start, name: "mine", title: draft.def.title, kind, fields }, null, 2)}\n`;
  }
  if (def === undefined) {
    const fields = Object.fromEntries(
      Object.entries(reading.layout?.index ?? {}).map(([field, at]) => [field, reading.layout?.columns[at ?? 0] ?? ""]),
    );
    return `${JSON.stringify({ ...start, name: "mine", title: "Our own export", kind, fields }, null, 2)}\n`;
  }
  const fields: Record<string, unknown> = {};
  for (const { field } of reading.header?.missing ?? []) {
    // A file without dates is of one season's tests: their day can be said once for all.
    fields[field] = field === "date" ? { constant: "PUT THE DAY HERE, YYYY-MM-DD" } : `PUT THE COLUMN OF ${field} HERE`;
  }
  const title = `${def.title}, ours`;
  return `${JSON.stringify({ ...start, name: "mine", title, kind, extends: def.name, fields }, null, 2)}\n`;
}

/** A path as it can be copied onto a command line. */
function quoted(path: string): string {
  return /^[\w./\\:~-]+$/.test(path) ? path : `"${path}"`;
}

interface Next {
  readonly path: string;
  readonly kind: InputKind;
  readonly layoutFlags: string;
  readonly isSound: boolean;
  readonly draft: Draft | null;
  readonly reading: FileReading;
  readonly policy: string;
  readonly mapPath: string;
  /** Where the map was written just now; null: it was not. */
  readonly wrote: string | null;
}

function nextLines(next: Next): readonly string[] {
  const file = quoted(next.path);
  const lines: string[] = [];
  const isLacking = !next.isSound || (next.draft?.missing.length ?? 0) > 0;
  if (next.wrote !== null)
    lines.push(`The map is in ${next.wrote}.${isLacking ? " Name in it the columns that are missing." : ""}`);
  if (next.reading.notText !== null) {
    return ["This file is no text. Open it in the program that made it, and save or export it as CSV (UTF-8)."];
  }
  if (next.draft !== null || (isLacking && next.wrote === null)) {
    lines.push("Write the map, look it over, then inspect again with it:");
    lines.push(`zcredit inspect ${file} --write-map ${quoted(next.mapPath)}`);
    return [...lines, `zcredit inspect ${file} --map ${quoted(next.mapPath)}`];
  }
  if (isLacking) return [...lines, `zcredit inspect ${file} --map ${quoted(next.mapPath)}`];
  const flag = next.kind === "transcript" ? `-t ${file}` : `-t transcripts.csv ${FLAGS[next.kind]} ${file}`;
  return [...lines, `zcredit check ${flag} -p ${quoted(next.policy)}${next.layoutFlags}`];
}

const FLAGS: Readonly<Record<InputKind, string>> = {
  transcript: "-t",
  scores: "-s",
  approvals: "--approvals",
  students: "--students",
};
