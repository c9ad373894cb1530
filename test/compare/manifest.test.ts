import { describe, expect, it } from "vitest";
import {
  checkManifest,
  type FileNow,
  type ManifestInputs,
  parseManifest,
  sealedText,
} from "../../src/compare/manifest.js";
import { NotDone } from "../../src/errors.js";

const digest = (letter: string): string => letter.repeat(64);

const MANIFEST = {
  tool: "zcredit",
  format: 1,
  version: "0.1.0",
  award_date: "2025-06-20",
  policy: { name: "policy.json", sha256: digest("d"), bytes: 50 },
  inputs: [
    {
      name: "t.csv",
      kind: "transcript",
      sha256: digest("a"),
      bytes: 100,
      records: 10,
      rows: 7,
      unreadable: 2,
      not_records: 1,
    },
    { name: "s.csv", kind: "scores", sha256: digest("b"), bytes: 80 },
  ],
  transcript_records: { records: 10, used: 6, doubtful: 1, unreadable: 2, not_records: 1 },
  counts: { transcript_rows: 7, doubtful_rows: 1, other: "text" },
  outputs: [{ name: "proposals.csv", sha256: digest("c"), bytes: 30, rows: 1 }],
  seal: digest("e"),
};

const manifest = (changes: object = {}) => parseManifest("results", JSON.stringify({ ...MANIFEST, ...changes }));
const now = (name: string, letter: string, bytes: number, more: Partial<FileNow> = {}): FileNow => ({
  name,
  sha256: digest(letter),
  bytes,
  ...more,
});

function checked(changes: object = {}, given: Partial<ManifestInputs> = {}) {
  return checkManifest({
    manifest: manifest(changes),
    seal: digest("e"),
    outputs: new Map([["proposals.csv", now("proposals.csv", "c", 30)]]),
    there: ["manifest.json", "proposals.csv"],
    inputs: [],
    report: null,
    ...given,
  });
}

describe("results held against their manifest", () => {
  it("are as they were written; what went in is asked for", () => {
    expect(checked()).toEqual({
      faults: [],
      matching: ["manifest.json", "proposals.csv"],
      notChecked: ["t.csv", "s.csv", "policy.json"].map((name) => `input ${name}: give it with --inputs`),
    });
  });
  it("by a manifest without a digest of its own, or with another", () => {
    expect(checked({ seal: undefined }).notChecked[0]).toBe("manifest.json itself: it carries no digest of its own");
    expect(checked({}, { seal: digest("f") }).faults).toEqual(["manifest.json: it is not as zcredit wrote it."]);
  });
  it("that are gone, or were changed with and without another size", () => {
    const outputs = (file: FileNow | null) => new Map(file === null ? [] : [[file.name, file]]);
    const faults = (file: FileNow | null) => checked({}, { outputs: outputs(file) }).faults;
    expect(faults(null)).toEqual(["proposals.csv: this file is gone."]);
    expect(faults(now("proposals.csv", "f", 31))[0]).toContain("(it had 30 bytes, now 31)");
    expect(faults(now("proposals.csv", "f", 30))[0]).toContain("(its size is the same, its content is not)");
  });
  it("beside which something else stands", () => {
    const { notChecked } = checked({}, { there: ["manifest.json", "proposals.csv", "mine.xlsx"] });
    expect(notChecked[0]).toBe("mine.xlsx: it stands in the folder, and the manifest does not name it");
  });
});

describe("what went in, held against the manifest", () => {
  it("matches by content, under any name, packed or not", () => {
    const { matching, notChecked } = checked(
      {},
      {
        inputs: [now("renamed.csv", "a", 100), now("s.csv.gz", "f", 20, { unpackedSha256: digest("b") })],
      },
    );
    expect(matching.slice(2)).toEqual(["renamed.csv", "s.csv.gz"]);
    expect(notChecked).toEqual(["input policy.json: give it with --inputs"]);
  });
  it("was changed, or never went in", () => {
    const { faults } = checked({}, { inputs: [now("t.csv", "f", 90), now("other.csv", "f", 90)] });
    expect(faults[0]).toContain("t.csv: not as it was when the manifest was written (it had 100 bytes, now 90)");
    expect(faults[1]).toBe("other.csv: no input had this name or this content.");
  });
  it("holds lists and the earlier results too, and a policy only where one is named", () => {
    const lists = [{ name: "accepted.csv", kind: "accepted", sha256: digest("0"), bytes: 9 }];
    const since = { manifest_sha256: digest("1") };
    const { notChecked, matching } = checked(
      { policy: undefined, lists, since },
      { inputs: [now("before.json", "1", 400)] },
    );
    expect(matching).toContain("before.json");
    expect(notChecked).toEqual(
      ["t.csv", "s.csv", "accepted.csv"].map((name) => `input ${name}: give it with --inputs`),
    );
    expect(checked({ since: { manifest_sha256: "" } }).notChecked).toHaveLength(3);
  });
});

describe("numbers of a manifest that do not add up", () => {
  const records = (changes: object) => ({ transcript_records: { ...MANIFEST.transcript_records, ...changes } });
  it.each<readonly [what: string, changes: object, fault: string]>([
    [
      "the records of a file",
      { inputs: [{ ...MANIFEST.inputs[0], rows: undefined, unreadable: undefined, not_records: undefined }] },
      "its records of t.csv do not add up (0 instead of 10)",
    ],
    ["the records of all stages", records({ unreadable: 1 }), "its transcript records do not add up (9 instead of 10)"],
    ["the files", { inputs: [MANIFEST.inputs[1]] }, "its transcript files do not add up (0 instead of 10)"],
    ["the rows", { counts: { transcript_rows: 8 } }, "its transcript rows do not add up (7 instead of 8)"],
  ])("%s", (_, changes, fault) => {
    expect(checked(changes).faults).toEqual([`manifest.json: ${fault}.`]);
  });
  it("are not asked for where an older manifest has none", () => {
    expect(checked({ transcript_records: undefined, counts: undefined }).faults).toEqual([]);
  });
});

describe("a manifest and the report beside it", () => {
  it("must say the same of what both speak of", () => {
    const faults = (report: unknown) => checked({}, { report }).faults;
    expect(faults({ version: "0.1.0", award_date: "2025-06-20", proposals: [] })).toEqual([]);
    expect(faults("no report")).toEqual([]);
    expect(faults({ award_date: "2025-06-21" })).toEqual([
      'manifest.json: what it says of "award_date" is not what report.json says.',
    ]);
  });
});

describe("a manifest that cannot be read", () => {
  const refused = (text: string): string => {
    try {
      parseManifest("results", text);
    } catch (error) {
      if (error instanceof NotDone)
        return error.problems.map(({ where, message }) => `${where}: ${message}`).join("\n");
      throw error;
    }
    return "";
  };
  it("is no JSON, no manifest, or one that was changed, and the place is named", () => {
    expect(refused("{")).toMatch(/^results: this is not JSON any more\. It was changed/);
    expect(refused("7")).toBe("results: this is no manifest of zcredit.");
    expect(refused(JSON.stringify({ ...MANIFEST, outputs: [{ ...MANIFEST.outputs[0], bytes: -1 }] }))).toBe(
      'results: this is no manifest of zcredit ("outputs.0.bytes" is not as it must be).',
    );
  });
  it("has its own digest taken of all but the digest", () => {
    const seal = digest("e");
    expect(sealedText(`{\n  "a": 1,\n  "seal": "${seal}"\n}\n`, seal)).toBe('{\n  "a": 1,\n  "seal": ""\n}\n');
    expect(sealedText('{ "a": 1 }', seal)).toBe('{ "a": 1 }');
  });
});
