import { z } from "zod";
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
      rows: whole.optional(),
      students: whole.optional(),
    }),
  ),
  schools: z.array(z.looseObject({ school_code: z.string(), rows: whole, students: whole })).optional(),
  transcript_records: z
    .looseObject({ records: whole, used: whole, doubtful: whole, unreadable: whole, not_records: whole })
    .optional(),
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
    throw notDone(where, "this is not JSON any more. It was changed since zcredit wrote it.");
  }
  const manifest = manifestSchema.safeParse(parsed);
  if (!manifest.success) {
    const path = manifest.error.issues[0]?.path.join(".") ?? "";
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
  const listed = [...manifest.inputs, ...(manifest.policy === undefined ? [] : [manifest.policy])];
  const looked = new Set<string>();
  for (const now of given.inputs) {
    const same = listed.find((input) => input.sha256 === now.sha256 || input.sha256 === now.unpackedSha256);
    const named = listed.find((input) => input.name === now.name);
    if (same !== undefined) {
      looked.add(same.name);
      matching.push(now.name);
    } else if (named === undefined) faults.push(`${now.name}: no input had this name or this content.`);
    else {
      looked.add(named.name);
      faults.push(`${now.name}: ${changedText(named.bytes, now.bytes)}`);
    }
  }
  for (const { name } of listed) if (!looked.has(name)) notChecked.push(`input ${name}: give it with --inputs`);
  return { faults, matching, notChecked };
}

function changedText(was: number, is: number): string {
  const size = was === is ? "its size is the same, its content is not" : `it had ${count(was)} bytes, now ${count(is)}`;
  return `not as it was when the manifest was written (${size}).`;
}

/** Numbers of the manifest that must add up. */
function countFaults({ transcript_records: records }: Manifest): readonly string[] {
  if (records === undefined) return [];
  const sum = records.used + records.doubtful + records.unreadable + records.not_records;
  if (sum === records.records) return [];
  return [`manifest.json: its transcript records do not add up (${count(sum)} instead of ${count(records.records)}).`];
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
