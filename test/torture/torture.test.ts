import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { check, NotDone } from "../../src/index.js";
import { HEADER, inPieces, readAll, readText } from "../read/support.js";
import { POLICY } from "../support/district.js";
import { expectFile } from "../support/golden.js";
import { SUITES, type TortureCase } from "./cases.js";

const SOUND = HEADER.split(",").length;

function row(record: string, at: number): string {
  return `${101 + at},2024,MAT101,F,Algebra 1,0.5,0,${record}`;
}

function fileOf({ header, records, lineEnd = "\n", ended = false }: TortureCase): string {
  return [`${HEADER},${header}`, ...records.map(row)].join(lineEnd) + (ended || records.length === 0 ? lineEnd : "");
}

async function codesOf(file: string): Promise<readonly string[]> {
  const transcripts = [{ name: "t.csv", data: file }];
  const error = await check({ transcripts, policy: JSON.stringify(POLICY), awardDate: "2025-06-20" }).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error instanceof NotDone ? error.problems.map((problem) => problem.code) : [];
}

describe.each(SUITES)("$suite", ({ cases }) => {
  test.each(cases)("$name: $about", async (each) => {
    if (each.stops !== undefined) {
      expect(await codesOf(each.stops.file)).toContain(each.stops.code);
      return;
    }
    const text = fileOf(each);
    const outcome = await readText(text);
    expect(outcome.rows.map((one) => one.cells.slice(SOUND))).toEqual(each.read);
    expect(outcome.reading.broken.map((line) => `${line.line} ${line.fault}`)).toEqual(each.reported ?? []);
    const bytes = new TextEncoder().encode(text);
    expect(await readAll(inPieces(bytes, [...bytes.keys()]))).toEqual(outcome);
  });
});

function happens({ stops, reported = [], read, instead }: TortureCase): string {
  if (stops !== undefined) return `refused, and the run with it: \`${stops.code}\``;
  if (instead !== undefined) return instead;
  if (reported.some((place) => place.endsWith(" truncated"))) return "refused, and the run with it: `file-truncated`";
  const refused = reported.map((place) => `refused: \`row-${place.split(" ")[1]}\``);
  return refused[0] ?? (read.length === 0 ? "read: no rows" : "read as the suite says");
}

test("the table in the README says what happens to each case", () => {
  const path = new URL("../README.md", import.meta.url);
  const lines = ["| suite | case | what it is about | what happens |", "| --- | --- | --- | --- |"];
  for (const { suite, cases } of SUITES) {
    for (const each of cases) lines.push(`| ${suite} | \`${each.name}\` | ${each.about} | ${happens(each)} |`);
  }
  const text = readFileSync(path, "utf8");
  const [before = "", between = "", after = ""] = text.split(/(?<=<!-- torture -->\n)|(?=<!-- \/torture -->)/);
  expect([between === "", after === ""]).toEqual([false, false]);
  expectFile("test/README.md", `${before}${lines.join("\n")}\n${after}`);
});
