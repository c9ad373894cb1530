import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { coverageOf } from "../../src/policy/coverage.js";
import { type ExampleOutcome, runExamples } from "../../src/policy/examples.js";
import { loadPolicy } from "../../src/policy/load.js";
import { nobleHasher } from "../../src/read/memory.js";

/*
 * The policies of real districts, as files. Each must load without an error, hold its own examples, and leave no
 * pathway, tier or reason for refusing without one. What the linter warns of is counted here, so that the README,
 * which explains every kind, is read again when it changes.
 */

const FOLDER = fileURLToPath(new URL("../../samples/policies/", import.meta.url));
const AWARD_DATE = "2025-06-20";

function load(name: string) {
  const bytes = readFileSync(`${FOLDER}${name}`);
  const hasher = nobleHasher();
  hasher.update(bytes);
  const sha256 = hasher.hex();
  return { file: { name, bytes: bytes.length, sha256 }, ...loadPolicy({ name, bytes, sha256 }, AWARD_DATE) };
}

function failures(outcomes: readonly ExampleOutcome[]): readonly string[] {
  return outcomes
    .filter((outcome) => !outcome.passed)
    .map(({ name, faults, missing, surplus, because }) =>
      [name, ...faults, ...missing.map((item) => `expected ${item}`), ...surplus.map((item) => `came ${item}`), ...because].join(
        "\n  ",
      ),
    );
}

const FILES = readdirSync(FOLDER).filter((name) => name.endsWith(".json"));

describe.each(FILES)("%s", (name) => {
  const { file, policy, findings } = load(name);

  it("loads without an error", () => {
    const errors = findings.filter((finding) => finding.severity === "error");
    expect(errors.map(({ line, code, message }) => `${line} ${code} ${message}`)).toEqual([]);
  });

  it("holds its own examples, which reach every pathway, tier and reason", async () => {
    if (policy === null) throw new Error("the policy did not load");
    const outcomes = await runExamples(policy, { ...file, findings });
    expect(failures(outcomes)).toEqual([]);
    const { pathways, tiers, reasons } = coverageOf(policy, outcomes);
    expect({ pathways: pathways.missed, tiers: tiers.missed, reasons: reasons.missed }).toEqual({
      pathways: [],
      tiers: [],
      reasons: [],
    });
  });
});
