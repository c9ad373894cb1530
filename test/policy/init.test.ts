import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { loadConfig } from "../../src/config/load.js";
import { loadPolicy } from "../../src/policy/load.js";

const folder = new URL("../../samples/starter/", import.meta.url);
const names = readdirSync(folder).sort();
const bytes = readFileSync(new URL("policy.jsonc", folder));

describe("the starter folder", () => {
  it("holds a policy, a configuration and samples, and nothing else", () => {
    expect(names).toEqual([
      "approvals.csv",
      "policy.jsonc",
      "scores.csv",
      "students.csv",
      "transcripts.csv",
      "zcredit.json",
    ]);
  });

  it("has a policy in which nothing is found on the day it is made for", () => {
    const { policy, findings } = loadPolicy({ name: "policy.jsonc", bytes, sha256: "0".repeat(64) }, "2025-06-20");
    expect(findings).toEqual([]);
    expect(policy?.source.examples.length).toBeGreaterThan(2);
  });

  it("explains its policy with a comment on every part", () => {
    const comments = bytes
      .toString("utf8")
      .split("\n")
      .filter((line) => line.includes("// "));
    expect(comments.length).toBeGreaterThan(15);
  });

  it("names only files that are there", () => {
    const { config, problems } = loadConfig("zcredit.json", readFileSync(new URL("zcredit.json", folder), "utf8"));
    expect(problems).toEqual([]);
    for (const name of [config.transcript, config.scores, config.approvals, config.students, config.policy]) {
      expect(names).toContain(name);
    }
  });
});
