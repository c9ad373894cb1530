import { spawn, spawnSync } from "node:child_process";
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/*
 * Every command of the README, typed into a real shell on a pretended terminal, in the order in which they stand. A
 * block of text below a command is what the README promises of it: each of its lines must be on the screen.
 */

const root = fileURLToPath(new URL("../../", import.meta.url));
const readme = readFileSync(join(root, "README.md"), "utf8");

/** Commands that are not typed, and why. Whatever is not here is. */
const NOT_TYPED: Readonly<Record<string, string>> = {
  "npm ci": "installs what is installed already; .ci/run does it first of all",
  "npm install --offline zcredit-0.1.0.tgz": "needs the pack: test/ship/pack.test.ts makes and installs it",
  "npm test": "would run this test again, without end",
};

/** Ends with 1: done, and the planted faults of the samples are there to look at. */
const FINDS_FAULTS = /zcredit (?:check(?!.*--fail-on-new)|merge|verify --before|inspect|audit)/;

interface Step {
  readonly command: string;
  readonly promised: readonly string[];
}

function steps(): readonly Step[] {
  const found: { command: string; promised: string[] }[] = [];
  for (const [, kind, body = ""] of readme.matchAll(/^```(sh|text)\n([\s\S]*?)^```$/gm)) {
    const lines = body.trimEnd().split("\n");
    if (kind === "text") found.at(-1)?.promised.push(...lines);
    else for (const line of lines) found.push(...line.split(" && ").map((command) => ({ command, promised: [] })));
  }
  return found;
}

const STEPS = steps();
const TYPED = STEPS.filter(({ command }) => !Object.hasOwn(NOT_TYPED, command));
const SCRIPT = spawnSync("script", ["--version"]).status === 0;

let here: string;
beforeAll(() => {
  here = mkdtempSync(join(tmpdir(), "zcredit-readme-"));
  symlinkSync(join(root, "samples"), join(here, "samples"));
  for (const name of readdirSync(join(root, "samples"), { withFileTypes: true })) {
    if (name.isFile() && /^(?!.*schema).*\.(?:csv|json)$/.test(name.name))
      copyFileSync(join(root, "samples", name.name), join(here, name.name));
  }
  rmSync(join(here, "transcripts-hilltop.csv"));
  // As after `npm ci`: the command stands in node_modules.
  mkdirSync(join(here, "node_modules", ".bin"), { recursive: true });
  symlinkSync(root, join(here, "node_modules", "zcredit"));
  symlinkSync("../zcredit/bin/zcredit.js", join(here, "node_modules", ".bin", "zcredit"));
  writeFileSync(join(here, "package.json"), "{}");
});
afterAll(() => rmSync(here, { recursive: true, force: true }));

/** What a person does between two commands of the README. */
function before(command: string): void {
  const file = (name: string): string => join(here, name);
  if (command.includes("--decisions decisions.csv")) {
    const proposals: readonly Readonly<Record<string, string>>[] = parse(readFileSync(file("results/proposals.csv")), {
      bom: true,
      columns: true,
    });
    const rows = proposals
      .filter(({ status }) => status === "ready")
      .map(({ proposal_id, credits, mark }) => `${proposal_id},accept,A. Registrar,2025-06-21,,${credits},${mark}`);
    writeFileSync(file("decisions.csv"), `proposal_id,decision,by,on,reason,credits,mark\n${rows.join("\n")}\n`);
  }
  if (command.includes("--after new.csv")) {
    const old = readFileSync(file("transcripts.csv"), "utf8");
    const [, ...accepted] = readFileSync(file("accepted/accepted-records.csv"), "utf8").split("\n");
    writeFileSync(file("old.csv"), old);
    writeFileSync(file("new.csv"), `${old}${accepted.join("\n")}`);
  }
}

/** Types one line into bash on a terminal of its own; what the screen shows, and the exit code of the line. */
function type(command: string): Promise<{ readonly screen: string; readonly code: number }> {
  const env = {
    PATH: `${join(here, "node_modules", ".bin")}:${process.env.PATH ?? ""}`,
    HOME: here,
    TERM: "xterm",
    npm_config_progress: "false",
  };
  const shell = spawn("script", ["-qec", "bash --norc --noprofile -i", "/dev/null"], { cwd: here, env });
  let screen = "";
  return new Promise((resolve, reject) => {
    shell.stdout.setEncoding("utf8").on("data", (text: string) => {
      screen += text;
    });
    shell.on("error", reject);
    shell.on("close", () => {
      const clean = screen.replace(/\u001b\[[0-9;?]*[A-Za-z]/g, "").replace(/\r/g, "");
      resolve({ screen: clean, code: Number(/^ended with (\d+)$/m.exec(clean)?.[1] ?? "-1") });
    });
    shell.stdin.write(`stty cols 200 -echo; PS1=\n${command}\nprintf '\\nended with %s\\n' $?; exit\n`);
  });
}

describe.skipIf(!SCRIPT)(`the README, typed${SCRIPT ? "" : ': "script" is not there to pretend a terminal'}`, () => {
  it.each(TYPED)("$command", async ({ command, promised }) => {
    before(command);
    const { screen, code } = await type(command);
    expect(screen).not.toMatch(/not found|No such file|needs a value/);
    // A line of the screen may go on where the README stops: it may be longer, and never other.
    for (const line of promised) expect(screen).toContain(`\n${line}`);
    expect(code).toBe(FINDS_FAULTS.test(command) ? 1 : 0);
  });

  it("makes the files that its table promises, and no other", () => {
    for (const name of readdirSync(join(here, "results"))) expect(readme).toContain(`| \`${name}\` `);
  });
});

describe("the README", () => {
  it("leaves no command untyped without a reason", () => {
    expect(
      STEPS.map(({ command }) => command)
        .filter((command) => Object.hasOwn(NOT_TYPED, command))
        .sort(),
    ).toEqual(["npm ci", "npm ci", "npm install --offline zcredit-0.1.0.tgz", "npm test"]);
    const commands = new Set(TYPED.map(({ command }) => /zcredit ([a-z]+)/.exec(command)?.[1]));
    for (const name of ["check", "explain", "accept", "verify", "audit", "equity", "policy", "inspect", "rules"])
      expect(commands).toContain(name);
  });

  it("names no message, code, file or picture that is not there", () => {
    const [, section = ""] = /## When it says no\n([\s\S]*?)\n## /.exec(readme) ?? [];
    const sources = sourceTexts(join(root, "src")).join("\n");
    const quoted = [...section.matchAll(/^\| ((?:`[^`]+`(?:, )?)+) /gm)].flatMap(([, cell = ""]) =>
      [...cell.matchAll(/`([^`]+)`/g)].map(([, text = ""]) => text),
    );
    expect(quoted.length).toBeGreaterThan(10);
    for (const message of quoted) expect(sources).toContain(message);
    for (const [, path = ""] of readme.matchAll(/!\[[^\]]*\]\(([^)]+)\)/g))
      expect(readFileSync(join(root, path)).length, path).toBeGreaterThan(1000);
  });
});

function sourceTexts(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourceTexts(path);
    return entry.name.endsWith(".ts") ? [readFileSync(path, "utf8")] : [];
  });
}
