import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { folder, HEADER } from "../support/district.js";

/*
 * A terminal as a person sees it: tmux draws the screen, and the screen is read back, so that what counts is what the
 * escape codes come to and not what they are.
 */

const BIN = new URL("../../bin/zcredit.js", import.meta.url).pathname;
const TMUX = spawnSync("tmux", ["-V"]).status === 0;
const BAR = /(?:reading t\.csv|deciding) {2}\[[#.]{20}\] +(\d+) %/;

let here: ReturnType<typeof folder>;
let socket: string;

/** Every call talks to a server of its own, so that no session of the machine's user is touched. */
function tmux(...args: readonly string[]): string {
  const env = { PATH: process.env.PATH ?? "", HOME: here.path, TERM: "xterm-256color", LC_ALL: "C.UTF-8" };
  return execFileSync("tmux", ["-S", socket, "-f", "/dev/null", ...args], { cwd: here.path, encoding: "utf8", env });
}

const seen = (escapes = false): string => tmux("capture-pane", "-p", ...(escapes ? ["-e"] : []));

/** How many lines were typed: the end of each is told from the end of the one before, however late a screen is drawn. */
let lines = 0;

/**
 * Types a line on an empty screen and reads the screen again and again until it has ended; every screen that was seen,
 * in order.
 */
async function typed(line: string, escapes = false): Promise<readonly string[]> {
  tmux("send-keys", "clear", "Enter");
  // What is typed before the shell has cleared the screen is echoed first, and wiped.
  while (seen().trim() !== "$") await pause(20);
  lines++;
  tmux("send-keys", "-l", `${line}; echo "${lines} ended with $?"`);
  tmux("send-keys", "Enter");
  const screens: string[] = [];
  for (;;) {
    const screen = seen(escapes);
    if (screen !== screens.at(-1)) screens.push(screen);
    if (new RegExp(`^${lines} ended with \\d+`, "m").test(screen)) return screens;
    await pause(20);
  }
}

const check = (out: string, ...more: readonly string[]): string =>
  [`"${process.execPath}" "${BIN}" check -t t.csv -p policy.json --award-date 2025-06-20 --format json -o ${out}`]
    .concat(more)
    .join(" ");

describe.skipIf(!TMUX)(`under tmux${TMUX ? "" : ": it is not installed (apt-get install tmux)"}`, () => {
  beforeAll(() => {
    here = folder();
    // The path of a socket must be short.
    socket = join(mkdtempSync(join(tmpdir(), "zt-")), "s");
    const rows: string[] = [];
    // Long enough for a bar to move on whatever machine, however fast.
    for (let i = 0; i < 1_000_000; i++)
      rows.push(`${9_000_000_000 + (i >> 3)},Nguyen,4321,2023-24,S1,9,ART${i & 7},B,0.5,0.5,`);
    writeFileSync(join(here.path, "t.csv"), `${HEADER}\n${rows.join("\n")}\n`);
    tmux("new-session", "-d", "-x", "100", "-y", "40", "sh");
    tmux("send-keys", `PS1='$ '`, "Enter");
  });
  afterAll(() => {
    tmux("kill-server");
    rmSync(join(socket, ".."), { recursive: true, force: true });
    here.remove();
  });

  it("the bar moves on its own line and is gone at the end", async () => {
    // In one thread, so that nobody starves who draws it.
    const screens = await typed(check("a", "--jobs", "1"));
    const shares: number[] = [];
    for (const screen of screens) {
      const bars = screen.split("\n").filter((line) => BAR.test(line));
      expect(bars.length, screen).toBeLessThanOrEqual(1);
      const share = Number(BAR.exec(bars[0] ?? "")?.[1] ?? "-1");
      if (share >= 0 && share !== shares.at(-1)) shares.push(share);
    }
    expect(shares.length, "the bar was seen to move").toBeGreaterThan(2);
    const last = screens.at(-1) ?? "";
    expect(last).not.toMatch(/\[[#.]{20}\]|reading t\.csv|deciding/);
    expect(last).toMatch(/^Award date 2025-06-20/m);
    expect(last).toMatch(/^Next: The results are in a$/m);
  });

  it("has colour, and none with NO_COLOR or --no-color", async () => {
    /** The last screen from the line on that begins what the run has to say. */
    const last = async (line: string): Promise<string> => {
      const screen = (await typed(line, true)).at(-1) ?? "";
      const at = screen.indexOf("Award date");
      expect(at, screen).toBeGreaterThanOrEqual(0);
      return screen.slice(screen.lastIndexOf("\n", at) + 1);
    };
    expect(await last(check("b"))).toContain("\u001b[1m");
    expect(await last(`NO_COLOR=1 ${check("c")}`)).not.toContain("\u001b[");
    expect(await last(check("d", "--no-color"))).not.toContain("\u001b[");
  });

  it("shows no bar with --no-progress or --quiet", async () => {
    for (const line of [check("e", "--no-progress"), check("f", "--quiet")])
      for (const screen of await typed(line)) expect(screen).not.toMatch(BAR);
  });
});
