import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { formatCredit } from "../../src/credit.js";
import { formatSchoolYear } from "../../src/date.js";
import type { Proposal } from "../../src/model.js";
import { coverageOf } from "../../src/policy/coverage.js";
import { type Example, type ExampleOutcome, runExamples } from "../../src/policy/examples.js";
import { loadPolicy } from "../../src/policy/load.js";
import { nobleHasher } from "../../src/read/memory.js";

/*
 * The policies of real districts, as files. Each must load without an error, hold its own examples, and leave no
 * pathway, tier or reason for refusing without one. What the linter says of each is explained in the README: every
 * code that it gives, and no other.
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
      [
        name,
        ...faults,
        ...missing.map((item) => `expected ${item}`),
        ...surplus.map((item) => `came ${item}`),
        ...because,
      ].join("\n  "),
    );
}

/** The rows of one example on the next night, with what it came to imported. */
function nextNight(example: Example, proposals: readonly Proposal[]): Example {
  const landed = proposals
    .filter((proposal) => proposal.credits > 0)
    .map((proposal) => ({
      student_id: proposal.studentId,
      school_year: formatSchoolYear(proposal.schoolYear, "short"),
      term: proposal.term,
      course_id: proposal.courseId,
      mark: proposal.mark,
      credits_attempted: formatCredit(proposal.credits),
      credits_earned: formatCredit(proposal.credits),
      designations: proposal.designations,
      date_completed: proposal.awardDate,
    }));
  return { ...example, transcript: [...(example.transcript ?? []), ...landed] };
}

/** The codes that the README explains for a file: in code marks, under the heading that names it. */
function explained(name: string): readonly string[] {
  const readme = readFileSync(`${FOLDER}README.md`, "utf8");
  const section = readme.split(/^## /m).find((part) => part.startsWith(`\`${name}\``)) ?? "";
  const codes = [...section.matchAll(/^\| `(policy-[a-z-]+)` +\|/gm)].flatMap((match) => match[1] ?? []);
  return [...new Set(codes)].sort();
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

  it("gives nothing more once what an example gave is imported", async () => {
    if (policy === null) throw new Error("the policy did not load");
    const outcomes = await runExamples(policy, { ...file, findings });
    const examples = policy.source.examples.flatMap((example, index) => {
      const { proposals } = outcomes[index] ?? { proposals: [] };
      const whole = proposals.length > 0 && proposals.every((proposal) => proposal.status !== "held");
      return whole ? [nextNight(example, proposals)] : [];
    });
    const again = await runExamples({ ...policy, source: { ...policy.source, examples } }, { ...file, findings });
    const more = again.filter(({ proposals }) => proposals.some((proposal) => proposal.status === "ready"));
    expect(examples.length).toBeGreaterThan(0);
    expect(more.map((outcome) => outcome.name)).toEqual([]);
  });

  it("has in the README every kind of finding that the linter gives, and no other", () => {
    expect(explained(name)).toEqual([...new Set(findings.map((finding) => finding.code))].sort());
  });
});
