import { copyFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runCli } from "../support/cli.js";
import { folder } from "../support/district.js";

const samples = fileURLToPath(new URL("../../samples/", import.meta.url));
const tables = (place: string): readonly string[] =>
  readdirSync(join(samples, place))
    .filter((file) => /\.(?:csv|txt)$/.test(file))
    .map((file) => join(place, file));

/** What a person has to look up, since the file does not say it: the day of the tests, or whose screen it is. */
const EDITS: Readonly<Record<string, readonly [string, string]>> = {
  "ors.csv": ["PUT THE DAY HERE, YYYY-MM-DD", "2016-06-10"],
  "wa-state-wide.csv": ["PUT THE DAY HERE, YYYY-MM-DD", "2017-06-10"],
  "heronix.csv": ['"PUT THE COLUMN OF student_id HERE"', '{ "constant": "900101" }'],
};
/** Columns without names can't be told from each other. */
const NO_HEADER = "no-header.txt";
const WIDTH = 100;
const HEIGHT = 40;

let here: ReturnType<typeof folder>;
beforeEach(() => {
  here = folder();
  copyFileSync(join(samples, "dialects/policy.json"), join(here.path, "policy.json"));
  copyFileSync(join(samples, "dialects/cedars-h-names.csv"), join(here.path, "transcripts.csv"));
});
afterEach(() => here.remove());

const typed = (command: string) => runCli(command.trim().split(" ").slice(1), { cwd: here.path });

/** The commands under "Next", as they stand there. */
function commands(stdout: string): readonly string[] {
  const lines = stdout.trimEnd().split("\n");
  return lines.slice(lines.indexOf("Next") + 1).filter((line) => /^ {2}zcredit /.test(line));
}

function fitsOneScreen(file: string, stdout: string): void {
  const lines = stdout.split("\n");
  expect([file, lines.length <= HEIGHT]).toEqual([file, true]);
  const wide = lines.filter((line) => line.length > WIDTH && !line.startsWith("  zcredit "));
  expect([file, wide]).toEqual([file, []]);
}

/** Copies what is printed until it is a check, and runs that. At most twice: a map to write, and the file by it. */
async function copied(path: string) {
  const file = basename(path);
  if (file !== "transcripts.csv" || path !== "transcripts.csv")
    copyFileSync(join(samples, path), join(here.path, file));
  let screen = await typed(`zcredit inspect ${file}`);
  fitsOneScreen(path, screen.stdout);
  for (let step = 0; step < 2; step++) {
    const next = commands(screen.stdout);
    if (next.at(-1)?.includes("zcredit check ")) break;
    const [write = "", again = ""] = next;
    const written = await typed(write);
    expect([path, written.stderr]).toEqual([path, ""]);
    const [from, to] = EDITS[file] ?? ["", ""];
    const map = join(here.path, "map.json");
    if (from !== "") {
      expect(readFileSync(map, "utf8")).toContain(from);
      writeFileSync(
        map,
        readFileSync(map, "utf8").replace(from, () => to),
      );
    }
    screen = await typed(again);
    fitsOneScreen(path, screen.stdout);
  }
  const last = commands(screen.stdout).at(-1) ?? "";
  expect([path, last]).toEqual([path, expect.stringContaining("zcredit check ")]);
  return { command: last, done: await typed(last) };
}

describe(`inspect fits ${WIDTH} by ${HEIGHT}, and copying what it prints leads to a check that is done`, () => {
  const files = [...tables("dialects"), ...tables("maps/exports"), ...tables(".")].filter(
    (file) => basename(file) !== NO_HEADER,
  );
  it.each(files)("%s", { timeout: 120_000 }, async (file) => {
    const { command, done } = await copied(file);
    expect([command, done.stderr]).toEqual([command, ""]);
    expect(done.code).toBeLessThan(2);
    const out = readdirSync(join(here.path, "zcredit-results"));
    expect(out).toHaveLength(1);
    const report = JSON.parse(readFileSync(join(here.path, "zcredit-results", out[0] ?? "", "report.json"), "utf8"));
    const read = report.inputs.find(({ name }: { readonly name: string }) => name === basename(file));
    expect(read?.rows).toBeGreaterThan(0);
  });

  it.each([
    ["maps/exports/accuplacer.csv", "accuplacer"],
    ["maps/exports/synergy-table.csv", "synergy-table"],
    ["maps/exports/stamp-older.csv", "stamp-older"],
    ["maps/exports/pcr.csv", "pcr"],
  ])("%s is told by its own map among all", async (file, map) => {
    copyFileSync(join(samples, file), join(here.path, "x.csv"));
    expect((await typed("zcredit inspect x.csv")).stdout).toContain(`by the map samples/maps/${map}.json`);
  });

  it("a file without a header says so, and is read by a map of places", async () => {
    copyFileSync(join(samples, "maps/exports", NO_HEADER), join(here.path, "n.txt"));
    copyFileSync(join(samples, "maps/no-header.json"), join(here.path, "map.json"));
    const none = await typed("zcredit inspect n.txt");
    expect([none.code, none.stderr]).toEqual([2, expect.stringContaining("names of the columns")]);
    const told = await typed("zcredit inspect n.txt --map map.json");
    expect((await typed(commands(told.stdout).at(-1) ?? "")).stderr).toBe("");
  });
});
