import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCli } from "../support/cli.js";

/* The samples in folders and under names that a plain letter and a slash would not do for, and with Windows' line ends. */

const SAMPLES = fileURLToPath(new URL("../../samples/", import.meta.url));
const ROLES = {
  "transcripts.csv": "-t",
  "transcripts-hilltop.csv": "-t",
  "scores.csv": "-s",
  "approvals.csv": "--approvals",
  "students.csv": "--students",
  "policy.json": "-p",
} as const;

interface Proposal {
  readonly proposal_id: string;
  readonly status: string;
  readonly credits: string;
  readonly mark: string;
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "zcredit-test-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const expected = (name: string) => readFileSync(join(SAMPLES, "expected", name), "utf8");

describe("names with spaces, marks and letters of every script", () => {
  const place = "Año 2025 – #1 (it's a % of 学校) & Co";

  it("give the same decisions, and are named whole", async () => {
    const cwd = join(folder, place);
    mkdirSync(join(cwd, "Exporte für Øst"), { recursive: true });
    const args: string[] = [];
    for (const [name, flag] of Object.entries(ROLES)) {
      const renamed = join(
        "Exporte für Øst",
        name.replace("transcripts", "Noten 成績 'é").replace("scores", "Prüfung, 1;2"),
      );
      cpSync(join(SAMPLES, name), join(cwd, renamed));
      args.push(flag, renamed);
    }
    const run = await runCli(["check", ...args, "--award-date", "2025-06-20", "-o", "Ergebnisse 六月"], { cwd });
    expect([run.code, run.stderr]).toEqual([1, ""]);
    expect(run.stdout).toContain("Noten 成績 'é-hilltop.csv");
    expect(run.stdout).toContain("Ergebnisse 六月");
    const made = (name: string) => readFileSync(join(cwd, "Ergebnisse 六月", name), "utf8");
    expect(made("proposals.csv")).toBe(expected("proposals.csv"));
    expect(made("proposed-records.csv")).toBe(expected("proposed-records.csv"));
    expect(made("violations.csv")).toContain("Noten 成績 'é.csv");
    const verified = await runCli(["verify", "--manifest", "Ergebnisse 六月"], { cwd });
    expect([verified.code, verified.stderr]).toEqual([0, ""]);
  });

  it("are found by a pattern", async () => {
    const cwd = join(folder, place);
    const args = ["-t", "Exporte*/Noten*.csv", "-p", "Exporte für Øst/policy.json", "--award-date", "2025-06-20"];
    const run = await runCli(["check", ...args, "-o", "zwei", "--quiet"], { cwd });
    expect(run.stderr).toBe("");
    expect(readdirSync(join(cwd, "zwei"))).toContain("proposals.csv");
  });
});

describe("files saved on Windows", () => {
  it("with its line ends and a mark at their beginning give the same decisions", async () => {
    const cwd = join(folder, "windows");
    mkdirSync(cwd);
    const asWindows = (text: string) => `\ufeff${text.replace(/\r?\n/g, "\r\n")}`;
    const config: Record<string, unknown> = { "award-date": "2025-06-20", out: "out" };
    const flags = { "-t": "transcript", "-s": "scores", "-p": "policy" } as const;
    for (const [name, flag] of Object.entries(ROLES)) {
      writeFileSync(join(cwd, name), asWindows(readFileSync(join(SAMPLES, name), "utf8")));
      const key = flag.startsWith("--") ? flag.slice(2) : flags[flag as keyof typeof flags];
      config[key] = key === "transcript" ? ["transcripts.csv", "transcripts-hilltop.csv"] : name;
    }
    writeFileSync(join(cwd, "zcredit.json"), asWindows(JSON.stringify(config, null, 2)));
    const run = await runCli(["check"], { cwd });
    expect([run.code, run.stderr]).toEqual([1, ""]);
    const made = (name: string) => readFileSync(join(cwd, "out", name), "utf8");
    for (const name of ["proposals.csv", "refusals.csv"]) expect(made(name)).toBe(expected(name));
    // New records go out as the transcript came in.
    const records = made("proposed-records.csv");
    expect(records.replace(/[^\n]/g, "").length).toBe(records.split("\r\n").length - 1);
    expect(records.replaceAll("\r\n", "\n").replace(/^\ufeff/, "")).toBe(expected("proposed-records.csv"));

    const proposals = parse(expected("proposals.csv"), { columns: true, bom: true }) as readonly Proposal[];
    const ready = proposals.find(({ status }) => status === "ready");
    const row = `${ready?.proposal_id},accept,A. Person,2025-06-21,,${ready?.credits},${ready?.mark}`;
    const decisions = asWindows(`proposal_id,decision,by,on,reason,credits,mark\n${row}\n`);
    writeFileSync(join(cwd, "decisions.csv"), decisions);
    const accepted = await runCli(["accept", "out", "--decisions", "decisions.csv", "-o", "accepted"], { cwd });
    expect([accepted.code, accepted.stderr]).toEqual([0, ""]);
  });
});
