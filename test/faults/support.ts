import { execFileSync, spawn } from "node:child_process";
import { existsSync, lstatSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { type CliResult, runCli } from "../support/cli.js";
import { earner, folder, POLICY, transcript } from "../support/district.js";
import { PROGRAM } from "../support/program.js";

/** `npm run faults:long`: every command, every size as the table says it. Else fewer commands and smaller files. */
export const FULL = process.env.FAULTS === "full";

/** The user that owns nothing. */
export const NOBODY = 65534;

export const DATE = "--award-date=2025-06-20";

export type Place = ReturnType<typeof folder>;

/** Every command with all that it needs, so that nothing but the fault of a case can go wrong. `OUT`: what it writes. */
export const COMMANDS = {
  check: ["check", "-t", "t.csv", "-p", "policy.json", DATE, "-o", "OUT"],
  audit: ["audit", "-t", "t.csv", "-p", "policy.json", DATE, "--sample", "1", "--seed", "7", "-o", "OUT"],
  equity: [
    "equity",
    "-t",
    "t.csv",
    "--students",
    "students.csv",
    "-p",
    "policy.json",
    DATE,
    "--min-n",
    "2",
    "-o",
    "OUT",
  ],
  verify: ["verify", "--before", "before.csv", "--after", "t.csv", "-o", "OUT"],
  accept: ["accept", "results", "--decisions", "decisions.csv", "-o", "OUT"],
  explain: ["explain", "-t", "t.csv", "-p", "policy.json", DATE, "--student", "9000000001", "--html", "OUT"],
  inspect: ["inspect", "t.csv", "--write-map", "OUT"],
  init: ["init", "OUT"],
} as const;
export type CommandName = keyof typeof COMMANDS;

/** Commands that write nothing. */
export const READERS = {
  "policy check": ["policy", "check", "policy.json", DATE],
  "policy show": ["policy", "show", "policy.json"],
  "policy test": ["policy", "test", "policy.json"],
  "policy diff": ["policy", "diff", "policy.json", "policy2.json", DATE],
  "verify --manifest": ["verify", "--manifest", "results"],
} as const;

export function argsOf(command: CommandName, out: string): readonly string[] {
  return COMMANDS[command].map((word) => (word === "OUT" ? out : word));
}

/** A folder with every input of every command, results to accept from among them. */
export async function district(files: Readonly<Record<string, string>> = {}): Promise<Place> {
  const here = folder({
    "before.csv": transcript(earner("9000000001")),
    "t.csv": `${transcript(earner("9000000001"))}9000000002,Lee,4321,2024-25,S1,9,MAT101,A,0.5,0.5,\n`,
    "students.csv": "student_id,grade_level,class_of,ell\n9000000001,10,2027,N\n9000000002,9,2028,Y\n",
    "policy2.json": JSON.stringify({ ...POLICY, equity: { provision: "Other." } }, null, 2),
    ...files,
  });
  await runCli(["check", "-t", "t.csv", "-p", "policy.json", DATE, "-o", "results", "--no-config"], { cwd: here.path });
  const proposal = execFileSync("sed", ["-n", "2s/,.*//p", join(here.path, "results", "proposals.csv")], {
    encoding: "utf8",
  });
  const decision = `${proposal.trim()},accept,0.5,P,A. Counselor,2025-06-21,`;
  writeFileSync(join(here.path, "decisions.csv"), `proposal_id,decision,credits,mark,by,on,reason\n${decision}\n`);
  return here;
}

/** Everything in a folder, with sizes and times, to show that nothing moved. */
export function picture(path: string): string {
  const lines: string[] = [];
  for (const entry of readdirSync(path, { recursive: true, encoding: "utf8" }).sort()) {
    const stats = lstatSync(join(path, entry), { throwIfNoEntry: false });
    lines.push(stats === undefined ? entry : `${entry} ${stats.isFile() ? `${stats.size} ${stats.mtimeMs}` : ""}`);
  }
  return lines.join("\n");
}

export interface Ran extends CliResult {
  /** Of the program and all that it started, in bytes; 0 where the system does not tell. */
  readonly peak: number;
}

export interface RunOptions {
  readonly cwd: string;
  readonly uid?: number;
  /** A shell's words after the program's, such as `<&-` or `| head -1`. */
  readonly shell?: string;
  readonly before?: string;
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}

/** Writes the greatest memory of a program of Node to a file as it ends. */
const PEAK = encodeURIComponent(
  'import { writeFileSync } from "node:fs"; process.on("exit", () => { try { writeFileSync(process.env.PEAK_FILE, String(process.resourceUsage().maxRSS)) } catch {} });',
);

/** What the program says, without what node adds where a thread dies of which it was to write down what it ran. */
export function withoutCoverage(stderr: string): string {
  return stderr.replaceAll(/^Failed to stringify coverage.*\n?/gm, "");
}

/** Runs zcredit by a shell, as another user where asked to, and tells its greatest memory. */
export function run(args: readonly string[], { cwd, uid, shell = "", before = "" }: RunOptions): Promise<Ran> {
  const line = [...PROGRAM, ...args].map(quoted).join(" ");
  const peakFile = join(tmpdir(), `zcredit-peak-${process.pid}-${args.length}-${Math.random()}`);
  return new Promise((resolve, reject) => {
    const env = { ...process.env, NO_COLOR: undefined, FORCE_COLOR: undefined, HOME: cwd };
    const watched = { NODE_OPTIONS: `--import=data:text/javascript,${PEAK}`, PEAK_FILE: peakFile };
    const child = spawn("bash", ["-c", `${before}${line} ${shell}`], {
      cwd,
      env: { ...env, ...(uid === undefined ? watched : {}) },
      ...(uid === undefined ? {} : { uid, gid: uid }),
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
    child.stdin.on("error", () => undefined);
    child.stdin.end();
    child.on("error", reject);
    child.on("close", (code) => {
      const peak = existsSync(peakFile) ? Number(readFileSync(peakFile, "utf8")) * 1024 : 0;
      rmSync(peakFile, { force: true });
      resolve({
        code,
        stdout: Buffer.concat(out).toString(),
        stderr: withoutCoverage(Buffer.concat(err).toString()),
        peak,
      });
    });
  });
}

/** One line of the table of faults. */
interface Seen {
  readonly fault: string;
  readonly command: string;
  readonly exit: number | string | null;
  readonly says: string;
}

const MEGABYTE = 1_000_000;

/** Plain lines, and nothing in them that looks like a program's own words. */
export function expectPlain(stderr: string): void {
  expect(stderr).not.toMatch(/^\s+at |defect|Error:|node:|undefined|\[object/m);
  expect(stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  expect(stderr.length).toBeLessThan(20_000);
}

export type Watch = ReturnType<typeof watcher>;

/** Takes down what a user sees, and holds it to what every fault is held to. */
export function watcher() {
  const seen: Seen[] = [];
  const skipped: string[] = [];
  const note = (fault: string, command: string, exit: Seen["exit"], stderr: string, here?: Place): void => {
    const [first = ""] = stderr.split("\n");
    const plain = here === undefined ? first : first.replaceAll(here.path, "/folder");
    const says = plain.length > MOST_SHOWN ? `${plain.slice(0, MOST_SHOWN)}…` : plain;
    seen.push({ fault, command, exit, says });
  };
  return {
    seen,
    skipped,
    note,
    /** Skips a case, and with it the comparison of the whole table. */
    skip(fault: string, context: { skip(why: string): never }, why: string): never {
      skipped.push(fault);
      return context.skip(why);
    },
    /** Exit 2, unless said otherwise, and lines that say this. */
    expect(fault: string, command: string, here: Place, ran: Ran, says: RegExp, exit = 2): void {
      expect(ran.code, `${command}: ${ran.stderr}`).toBe(exit);
      expect(ran.stderr).toMatch(says);
      expectPlain(ran.stderr);
      expect(ran.peak).toBeLessThan(700 * MEGABYTE);
      if (exit === 2) expect(ran.stdout).toBe("");
      note(fault, command, ran.code, ran.stderr, here);
    },
  };
}

const MOST_SHOWN = 240;
const TABLE = fileURLToPath(new URL("README.md", import.meta.url));
const HEAD = "| fault | command | exit code | what the user sees on standard error |\n| --- | --- | --- | --- |";

/** The last test of a file: its part of the README is as its cases showed it. A shorter run must show part of it. */
export function itHoldsTheTable(section: string, watch: Watch): void {
  it("the table is as the cases showed it", () => {
    const text = readFileSync(TABLE, "utf8");
    const [open, close] = [`<!-- ${section} -->`, `<!-- /${section} -->`];
    const [from, to] = [text.indexOf(open), text.indexOf(close)];
    expect(from).toBeGreaterThan(0);
    const table = `${open}\n${HEAD}\n${tableOf(watch.seen)}\n`;
    if (FULL && watch.skipped.length === 0) {
      if (process.env.UPDATE === "1") writeFileSync(TABLE, `${text.slice(0, from)}${table}${text.slice(to)}`);
      else expect(text.slice(from, to)).toBe(table);
      return;
    }
    const lines = text.slice(from, to).split("\n");
    for (const { command, ...rest } of watch.seen) {
      const [before = "", after = ""] = lineOf({ ...rest, commands: ["\0"] }).split("\0");
      const told = lines.filter((line) => line.startsWith(before) && line.endsWith(after));
      const commands = told.flatMap((line) => line.slice(before.length, line.length - after.length).split(", "));
      expect(commands, `${rest.fault}: ${rest.says}`).toContain(command);
    }
  });
}

type Line = Omit<Seen, "command"> & { readonly commands: string[] };

/** Commands that show the same stand in one line. */
function tableOf(seen: readonly Seen[]): string {
  const lines = new Map<string, Line>();
  for (const { command, ...rest } of seen) {
    const key = JSON.stringify(rest);
    const line = lines.get(key);
    if (line === undefined) lines.set(key, { ...rest, commands: [command] });
    else if (!line.commands.includes(command)) line.commands.push(command);
  }
  return [...lines.values()].map(lineOf).join("\n");
}

function lineOf({ fault, commands, exit, says }: Line): string {
  const cell = (text: string): string => text.replaceAll("|", "\\|");
  const shown = says === "" ? "nothing" : `\`${cell(says)}\``;
  return `| ${cell(fault)} | ${commands.join(", ")} | ${exit} | ${shown} |`;
}
