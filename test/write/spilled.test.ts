import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Accepted } from "../../src/accepted/list.js";
import { loadPolicy } from "../../src/policy/load.js";
import { fromBytes, nobleHasher } from "../../src/read/memory.js";
import { FORMATS, resultFiles } from "../../src/report/formats/index.js";
import { type Gather, gatherInMemory } from "../../src/report/gather.js";
import { sheetHtml } from "../../src/report/html/sheet.js";
import { wholeText } from "../../src/report/pieces.js";
import type { RunResult } from "../../src/report/result.js";
import { held } from "../../src/report/sequence.js";
import { summaryText } from "../../src/report/summary.js";
import { run } from "../../src/run.js";
import { type Beside, besideRun, watchedBy } from "../../src/since/apply.js";
import { readEarlier } from "../../src/since/earlier.js";
import { sinceText } from "../../src/since/text.js";
import { manifestText } from "../../src/write/manifest.js";
import { type Scratch, scratchBeside, scratchIn } from "../../src/write/scratch.js";
import { gatherSpilling } from "../../src/write/spilled.js";
import { filesOf } from "../properties/support.js";
import { type District, district } from "../support/arbitraries.js";
import { proposalOf, refusalOf, sampleResult, violationOf } from "../support/result.js";

let folder = "";
let scratch: Scratch;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "zcredit-spilled-"));
  scratch = scratchIn(folder);
});

afterEach(() => {
  scratch.close();
  rmSync(folder, { recursive: true, force: true });
});

/** So little that every few items are written out, as those of a state are every ten thousand. */
const TINY = 3000;

const ALL = FORMATS.map(({ name }) => name);
const plainly = (_style: string, text: string): string => text;

/** Every byte that people or scripts are shown of a result, by where. */
function shown(result: RunResult): Readonly<Record<string, string>> {
  const texts: Record<string, string> = {
    summary: summaryText(result, { out: "out", colour: plainly }),
    since: sinceText(result, plainly),
    sheet: wholeText(sheetHtml(result)),
    manifest: manifestText(result, []),
  };
  for (const { name, pieces, rows } of resultFiles(result, ALL)) texts[name] = `${rows} ${wholeText(pieces())}`;
  return texts;
}

/** By name: to show all that differs of texts so long would take longer than anyone waits. */
function differing(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): readonly string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((name) => a[name] !== b[name]);
}

async function outcomeOf(given: District, gather: Gather, beside?: Beside): Promise<RunResult> {
  const bytes = new TextEncoder().encode(JSON.stringify(given.policy));
  const { policy, findings } = loadPolicy({ name: "policy.json", bytes, sha256: "00" }, given.awardDate);
  if (policy === null) throw new Error("a random policy has errors");
  const { transcripts, scores, approvals, students } = filesOf(given);
  const sources = [
    ...transcripts.map(({ name, data }) => fromBytes("transcript", name, data)),
    ...scores.map(({ name, data }) => fromBytes("scores", name, data)),
    ...approvals.map(({ name, data }) => fromBytes("approvals", name, data)),
    ...students.map(({ name, data }) => fromBytes("students", name, data)),
  ];
  const watch = beside === undefined ? null : watchedBy(beside);
  const { options } = sampleResult();
  const ran = await run({
    sources,
    policy,
    policyFile: { name: "policy.json", bytes: bytes.length, sha256: "00", findings },
    hasher: nobleHasher,
    options: { ...options, awardDate: given.awardDate },
    gather,
    ...(watch === null ? {} : { watch }),
  });
  return beside === undefined ? ran.result : besideRun(beside, policy, ran);
}

/** Earlier results that knew half of what is found today and something that is gone, and a few accepted violations. */
function besideOf(result: RunResult): Beside {
  const half = {
    ...result,
    proposals: [...held(result.proposals).filter((_, at) => at % 2 === 0), proposalOf({ studentId: "gone" })],
    violations: [...held(result.violations).filter((_, at) => at % 2 === 0), violationOf({ studentId: "gone" })],
  };
  const [json] = resultFiles(half, ["json"]);
  const accepted = held(result.violations)
    .filter((_, at) => at % 3 === 0)
    .map(
      ({ code, studentId, fingerprint }, at): Accepted => ({
        file: "accepted.csv",
        line: at + 2,
        code,
        studentId,
        record: at === 0 ? "no such record" : fingerprint,
        reason: "known",
        by: "registrar",
        expires: null,
      }),
    );
  const exported = held(result.proposals)
    .filter(({ status }) => status === "ready")
    .slice(0, 2)
    .map((each) => ({ ...each, schoolYear: "2000-01" }));
  return {
    earlier: readEarlier("report.json", wholeText(json?.pieces() ?? []), "ab"),
    accepted,
    exported: new Map(exported.map((each) => [each.id, each])),
    lists: [],
  };
}

describe("results that were written out", () => {
  it("are byte for byte those held in memory, in every format", async () => {
    await fc.assert(
      fc.asyncProperty(district(), async (given) => {
        const inMemory = await outcomeOf(given, gatherInMemory());
        const spilled = await outcomeOf(given, gatherSpilling(scratch, TINY));
        expect(differing(shown(spilled), shown(inMemory))).toEqual([]);
        const beside = besideOf(inMemory);
        const marked = shown(await outcomeOf(given, gatherSpilling(scratch, TINY), beside));
        const alike = shown(await outcomeOf(given, gatherInMemory(), beside));
        expect(differing(marked, alike)).toEqual([]);
        expect(Object.keys(marked)).toContain("report.html");
      }),
      { numRuns: 12, seed: 20250620 },
    );
  }, 600_000);

  it("stand in the order of reports, those of one student as they were decided", () => {
    const gathers = [gatherInMemory(), gatherSpilling(scratch, TINY)];
    const ids = ["3", "1", "20", "10", "2", "11"];
    const made = gathers.map((gather) => {
      for (const [turn, studentId] of [...ids, ...ids].entries()) {
        gather.students.add([{ id: studentId, schoolCode: String(turn), gradeLevel: "", classOf: "" }]);
        gather.proposals.add(["b", "a"].map((pathway) => proposalOf({ studentId, pathway, note: `${turn} ä\n😀` })));
        gather.refusals.add(["b", "a"].map((pathway) => refusalOf({ studentId, pathway, note: String(turn) })));
        gather.violations.add([violationOf({ studentId, line: 99 - turn, message: `${turn}\u2028"` })]);
      }
      const { students, proposals, refusals, violations } = gather;
      return [students.finish(), proposals.finish(), refusals.finish(), violations.finish()];
    });
    const [inMemory = [], spilled = []] = made;
    for (const [at, sequence] of spilled.entries()) {
      expect(Array.isArray(sequence)).toBe(at === 0);
      expect(sequence.length).toBe(inMemory[at]?.length);
      // Twice: a sequence is gone through as often as anyone likes.
      for (let time = 0; time < 2; time += 1) expect([...sequence]).toEqual([...(inMemory[at] ?? [])]);
    }
    expect([...(spilled[1] ?? [])].slice(0, 3)).toMatchObject([
      { studentId: "1", pathway: "b" },
      { studentId: "1", pathway: "a" },
      { studentId: "1", pathway: "b" },
    ]);
  });

  it("may be longer than any piece that is read at once", () => {
    const { violations } = gatherSpilling(scratch, 1);
    const long = [1, 2, 3].map((line) => violationOf({ line, message: `${"ü".repeat(100_000)}${line}` }));
    violations.add(long.toReversed());
    expect([...violations.finish()]).toEqual(long);
  });

  it("lose no step however many different ones there are", () => {
    const { refusals } = gatherSpilling(scratch, 1_000_000);
    const all = Array.from({ length: 25_000 }, (_, at) =>
      refusalOf({
        studentId: String(at).padStart(6, "0"),
        steps: [{ check: "c", outcome: "failed", says: `step ${at}`, leaves: at }],
      }),
    );
    refusals.add(all);
    expect([...refusals.finish()]).toEqual(all);
  });
});

describe("scratch files", () => {
  it("have no name and leave nothing behind", () => {
    const file = scratch.open();
    file.append(new TextEncoder().encode("of students"));
    expect(file.size).toBe(11);
    if (process.platform === "linux") expect(readdirSync(folder)).toEqual([]);
    scratch.close();
    expect(readdirSync(folder)).toEqual([]);
  });

  it("stand beside where the results will, as far as that is there", () => {
    const beside = scratchBeside(join(folder, "not", "there", "yet"));
    const file = beside.open();
    file.append(new Uint8Array([1, 2, 3]));
    const into = new Uint8Array(2);
    expect([file.read(into, 1), ...into]).toEqual([2, 2, 3]);
    beside.close();
    expect(readdirSync(folder)).toEqual([]);
  });

  it("say in plain words where there is no room for them", () => {
    expect(() => scratchIn(join(folder, "nowhere"), "results").open()).toThrow("results could not be written here");
  });

  it("are not made for what fits in memory", () => {
    const gather = gatherSpilling({
      open: () => expect.unreachable(),
      makeSure: () => undefined,
      close: () => undefined,
    });
    gather.violations.add(sampleResult().violations);
    expect(held(gather.violations.finish())).toHaveLength(6);
  });
});
