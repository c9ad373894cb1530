import { z } from "zod";
import { itemAt } from "../at.js";
import { notDone } from "../errors.js";
import { count } from "../report/words.js";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const whole = z.int().min(0);

/** As much of a manifest as other commands go by; what else stands in it is left alone. */
const manifestSchema = z.looseObject({
  tool: z.literal("zcredit"),
  format: z.literal(1),
  version: z.string(),
  award_date: z.string(),
  options: z.record(z.string(), z.unknown()).optional(),
  policy: z.looseObject({ name: z.string(), sha256, bytes: whole }).optional(),
  inputs: z.array(
    z.looseObject({
      name: z.string(),
      kind: z.string(),
      // Redacted results keep it to themselves.
      sha256: sha256.or(z.literal("")),
      bytes: whole,
      records: whole.optional(),
      rows: whole.optional(),
      unreadable: whole.optional(),
      not_records: whole.optional(),
      students: whole.optional(),
    }),
  ),
  lists: z.array(z.looseObject({ name: z.string(), kind: z.string(), sha256, bytes: whole })).optional(),
  since: z.looseObject({ manifest_sha256: z.union([sha256, z.literal("")]) }).optional(),
  schools: z.array(z.looseObject({ school_code: z.string(), rows: whole, students: whole })).optional(),
  transcript_records: z
    .looseObject({ records: whole, used: whole, doubtful: whole, unreadable: whole, not_records: whole })
    .optional(),
  counts: z.record(z.string(), z.unknown()).optional(),
  outputs: z.array(z.looseObject({ name: z.string(), sha256, bytes: whole, rows: whole.nullable() })),
  seal: sha256.optional(),
});

export type Manifest = z.infer<typeof manifestSchema>;

/** What a manifest's own digest is taken of: all of it, the digest's place left empty. */
export function sealedText(text: string, seal: string): string {
  const end = `"seal": "${seal}"\n}\n`;
  return text.endsWith(end) ? `${text.slice(0, -end.length)}"seal": ""\n}\n` : text;
}

/** @throws NotDone where this is no manifest of ours, or of a later format. */
export function parseManifest(where: string, text: string): Manifest {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw notDone(
      where,
      "this is not JSON any more. It was changed since zcredit wrote it: take an unchanged copy, such as a backup.",
    );
  }
  const manifest = manifestSchema.safeParse(parsed);
  if (!manifest.success) {
    const path = itemAt(manifest.error.issues, 0).path.join(".");
    throw notDone(where, `this is no manifest of zcredit${path === "" ? "" : ` ("${path}" is not as it must be)`}.`);
  }
  return manifest.data;
}

/** A file as it is now. */
export interface FileNow {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  /** Of what is packed inside, where the file is packed: a manifest may speak of either. */
  readonly unpackedSha256?: string;
}

export interface ManifestCheck {
  /** What no longer matches, one plain line each. */
  readonly faults: readonly string[];
  readonly matching: readonly string[];
  /** What could not be looked at. */
  readonly notChecked: readonly string[];
}

export interface ManifestInputs {
  readonly manifest: Manifest;
  /** SHA-256 of the manifest with its own digest's place left empty. */
  readonly seal: string;
  /** Outputs as they are now, by name. */
  readonly outputs: ReadonlyMap<string, FileNow>;
  /** Names of all that stands in the folder. */
  readonly there: readonly string[];
  /** Input files that were given to be checked. */
  readonly inputs: readonly FileNow[];
  /** `report.json` as it is now; null where there is none. */
  readonly report: unknown;
}

/** Holds files against the manifest that was written with them. Pure: it is told what the files are now. */
export function checkManifest(given: ManifestInputs): ManifestCheck {
  const { manifest, outputs } = given;
  const faults: string[] = [];
  const matching: string[] = [];
  const notChecked: string[] = [];
  if (manifest.seal === undefined) notChecked.push("manifest.json itself: it carries no digest of its own");
  else if (manifest.seal === given.seal) matching.push("manifest.json");
  else faults.push("manifest.json: it is not as zcredit wrote it.");
  for (const output of manifest.outputs) {
    const now = outputs.get(output.name);
    if (now === undefined) faults.push(`${output.name}: this file is gone.`);
    else if (now.sha256 !== output.sha256) faults.push(`${output.name}: ${changedText(output.bytes, now.bytes)}`);
    else matching.push(output.name);
  }
  faults.push(...countFaults(manifest), ...reportFaults(manifest, given.report));
  const known = new Set(["manifest.json", ...manifest.outputs.map(({ name }) => name)]);
  for (const name of given.there) {
    if (!known.has(name)) notChecked.push(`${name}: it stands in the folder, and the manifest does not name it`);
  }
  const listed = wentIn(manifest);
  const looked = new Set<WentIn>();
  for (const now of given.inputs) {
    const same = listed.filter((input) => input.sha256 === now.sha256 || input.sha256 === now.unpackedSha256);
    const named = listed.find((input) => input.name === now.name && input.bytes !== null);
    if (same.length > 0) {
      for (const input of same) looked.add(input);
      matching.push(now.name);
    } else if (named === undefined || named.bytes === null)
      faults.push(`${now.name}: no input had this name or this content.`);
    else {
      looked.add(named);
      faults.push(`${now.name}: ${changedText(named.bytes, now.bytes)}`);
    }
  }
  for (const input of listed) {
    if (!looked.has(input)) notChecked.push(`input ${input.name}: give it with --inputs`);
  }
  return { faults, matching, notChecked };
}

interface WentIn {
  readonly name: string;
  readonly sha256: string;
  /** Null: the manifest does not say. */
  readonly bytes: number | null;
}

/** All that went in: exports, policy, lists that people keep, and the manifest of the results before. */
function wentIn({ inputs, policy, lists, since }: Manifest): readonly WentIn[] {
  const all: WentIn[] = [...inputs, ...(policy === undefined ? [] : [policy]), ...(lists ?? [])];
  const earlier = since?.manifest_sha256 ?? "";
  if (earlier !== "") all.push({ name: "manifest.json of the earlier results", sha256: earlier, bytes: null });
  return all;
}

function changedText(was: number, is: number): string {
  const size = was === is ? "its size is the same, its content is not" : `it had ${count(was)} bytes, now ${count(is)}`;
  return `not as it was when the manifest was written (${size}).`;
}

/** Numbers of the manifest that must add up: no record is lost between one stage and the next. */
function countFaults({ inputs, transcript_records: stage, counts }: Manifest): readonly string[] {
  const faults: string[] = [];
  const hold = (what: string, sum: number, all: number): void => {
    if (sum !== all) faults.push(`manifest.json: its ${what} do not add up (${count(sum)} instead of ${count(all)}).`);
  };
  let read = 0;
  for (const { name, kind, records, rows, unreadable, not_records } of inputs) {
    if (records === undefined) continue;
    hold(`records of ${name}`, (rows ?? 0) + (unreadable ?? 0) + (not_records ?? 0), records);
    if (kind === "transcript") read += records;
  }
  if (stage === undefined) return faults;
  hold("transcript records", stage.used + stage.doubtful + stage.unreadable + stage.not_records, stage.records);
  hold("transcript files", read, stage.records);
  for (const [name, sum] of [
    ["transcript_rows", stage.used + stage.doubtful],
    ["doubtful_rows", stage.doubtful],
  ] as const) {
    const all = counts?.[name];
    if (typeof all === "number") hold(name.replace("_", " "), sum, all);
  }
  return faults;
}

/** What the report and the manifest both say must be the same. */
function reportFaults(manifest: Manifest, report: unknown): readonly string[] {
  if (typeof report !== "object" || report === null) return [];
  const said: Readonly<Record<string, unknown>> = { ...report };
  const faults: string[] = [];
  for (const key of ["version", "award_date", "options", "policy", "counts", "rules"]) {
    if (!Object.hasOwn(said, key) || !Object.hasOwn(manifest, key)) continue;
    if (JSON.stringify(said[key]) !== JSON.stringify(manifest[key])) {
      faults.push(`manifest.json: what it says of "${key}" is not what report.json says.`);
    }
  }
  return faults;
}
