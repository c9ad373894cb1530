import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PROGRAM } from "../support/program.js";
import { withoutCoverage } from "./support.js";

const HOOK = new URL("hook.mjs", import.meta.url).href;

/** What goes wrong, and when: `hook.mjs` says what each key means. */
export interface Fault {
  readonly at: number;
  readonly does: string;
  readonly of?: string;
  readonly run?: readonly string[];
  /** Which answer of a thread is its last, from 1. */
  readonly thread?: number;
}

export interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs zcredit with a fault that comes at one of the calls that it makes to the disk. */
export function runWith(
  fault: Fault | { readonly tell: string },
  args: readonly string[],
  cwd: string,
  more: Readonly<Record<string, string>> = {},
  flag = "",
): Promise<Ended> {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    HOME: cwd,
    FAULT: JSON.stringify(fault),
    NODE_OPTIONS: `--import=${HOOK} ${flag}`,
    ...more,
  };
  delete env.NO_COLOR;
  delete env.FORCE_COLOR;
  return new Promise((resolve, reject) => {
    const [program, ...first] = PROGRAM;
    const child = spawn(program, [...first, ...args], { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
    child.on("error", reject);
    child.on("close", (code, signal) => {
      const stderr = withoutCoverage(Buffer.concat(err).toString());
      resolve({ code, signal, stdout: Buffer.concat(out).toString(), stderr });
    });
  });
}

/** What a command that nobody disturbs asks of the disk, call by call, and how it ended. */
export async function callsOf(
  args: readonly string[],
  cwd: string,
  more: Readonly<Record<string, string>> = {},
): Promise<{ readonly calls: readonly string[]; readonly ended: Ended }> {
  const folder = mkdtempSync(join(tmpdir(), "zcredit-calls-"));
  try {
    const tell = join(folder, "calls.json");
    const ended = await runWith({ tell }, args, cwd, more);
    const calls: readonly string[] = JSON.parse(readFileSync(tell, "utf8"));
    return { calls, ended };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
