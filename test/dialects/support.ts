import { readFileSync } from "node:fs";
import { loadPolicy } from "../../src/policy/load.js";
import { dialectNamed } from "../../src/read/dialects/index.js";
import type { Given } from "../../src/read/map/choose.js";
import { loadMap } from "../../src/read/map/load.js";
import type { MapDef } from "../../src/read/map/schema.js";
import { fromBytes, nobleHasher } from "../../src/read/memory.js";
import { wholeText } from "../../src/report/pieces.js";
import { recordsFile as recordPieces } from "../../src/report/records.js";
import type { HeldResult, RunResult } from "../../src/report/result.js";
import { run } from "../../src/run.js";
import { mergedText } from "../../src/write/merged.js";

const samples = new URL("../../samples/", import.meta.url);
export const AWARD_DATE = "2025-06-20";

export function sample(path: string): Uint8Array {
  return readFileSync(new URL(path, samples));
}

export function mapOf(name: string): MapDef {
  const { def, problems } = loadMap(name, readFileSync(new URL(`maps/${name}.json`, samples), "utf8"), "00");
  if (def === null) throw new Error(JSON.stringify(problems));
  return def;
}

/** A map of the samples, or a dialect. */
export function layoutNamed(name: string): MapDef {
  return dialectNamed(name) ?? mapOf(name);
}

interface Files {
  readonly transcript?: Uint8Array | string;
  readonly scores?: Uint8Array | string;
  readonly as?: readonly Given[];
  readonly importBy?: MapDef;
  /** Changes the text of the policy. */
  readonly policy?: (text: string) => string;
}

/** Runs the policy of the dialects' samples. */
export async function checked({ transcript, scores, as = [], importBy, policy }: Files): Promise<HeldResult> {
  const text = readFileSync(new URL("dialects/policy.json", samples), "utf8");
  const bytes = new TextEncoder().encode(policy === undefined ? text : policy(text));
  const loaded = loadPolicy({ name: "policy.json", bytes, sha256: "00" }, AWARD_DATE);
  if (loaded.policy === null) throw new Error(JSON.stringify(loaded.findings));
  const sources = [
    ...(transcript === undefined ? [] : [{ ...fromBytes("transcript", "transcript.csv", transcript), as }]),
    ...(scores === undefined ? [] : [{ ...fromBytes("scores", "scores.csv", scores), as }]),
  ];
  const { result } = await run({
    sources,
    policy: loaded.policy,
    policyFile: { name: "policy.json", bytes: bytes.length, sha256: "00", findings: [] },
    hasher: nobleHasher,
    importBy: importBy ?? null,
    options: {
      awardDate: AWARD_DATE,
      failOn: "error",
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
  return result;
}

/** `status student course part credits letters`, for short expectations. */
export function proposed(result: HeldResult): readonly string[] {
  return result.proposals.map(
    (one) => `${one.status} ${one.studentId} ${one.course} ${one.part} ${one.credits} ${one.designations}`,
  );
}

/** Codes of findings about the files, without those about the policy. */
export function found(result: HeldResult): readonly string[] {
  return result.violations.filter(({ code }) => !code.startsWith("policy-")).map(({ code, line }) => `${code} ${line}`);
}

export { mergedText };

export function recordsFile(result: RunResult): string {
  return wholeText(recordPieces(result));
}
