import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import type { Violation } from "../../src/model.js";
import { ACCEPTED_RULES, VERIFY_RULES } from "../../src/rules/compareIndex.js";
import { ALL_RULES } from "../../src/rules/index.js";
import { masteryEvidenceWithdrawn } from "../../src/rules/mastery-evidence-withdrawn.js";
import { expectGolden } from "../support/golden.js";
import { CASES, MORE } from "./cases.js";
import { COMPARE_CASES, COMPARE_MORE } from "./compareCases.js";
import { EXCEL_SIDES } from "./excelSides.js";
import { FURTHER_SIDES } from "./furtherSides.js";
import { ROW_SIDES } from "./rowSides.js";
import { SIDES } from "./sides.js";

/* Everything that is said of each finding of the cases: where it stands, about what, and in which words. */

const WHY = new Map(
  [...ALL_RULES, ...VERIFY_RULES, ...ACCEPTED_RULES, masteryEvidenceWithdrawn].map(({ code, why }) => [code, why]),
);

function says(violation: Violation): string {
  const { code, severity, studentId, file, line, column, value, course, courseId, pathway, cause } = violation;
  const why = WHY.get(code) ?? "";
  const message = violation.message.endsWith(why) ? violation.message.slice(0, -why.length) : violation.message;
  return [
    `  ${code} (${severity}) at ${file === "" ? "no file" : file}:${line}, student ${studentId || "none"}`,
    `    ${column || "no column"} ${JSON.stringify(value)}, course ${course || "none"} ${courseId || "none"}, pathway ${pathway || "none"}`,
    `    cause: ${cause}`,
    `    ${message.trimEnd()}`,
  ].join("\n");
}

interface Shown {
  readonly title: string;
  readonly shows: string;
  readonly run: () => readonly Violation[] | Promise<readonly Violation[]>;
}

const SHOWN: readonly Shown[] = [
  ...CASES.map(({ code, fires }) => ({ title: code, shows: fires.shows, run: fires })),
  ...MORE.map(({ code, fires }, at) => ({ title: `${code}, further ${at}`, shows: fires.shows, run: fires })),
  ...[...SIDES, ...EXCEL_SIDES, ...FURTHER_SIDES, ...ROW_SIDES].map(({ what, fires }) => ({
    title: what,
    shows: fires.shows,
    run: fires,
  })),
  ...[...COMPARE_CASES, ...COMPARE_MORE].map(({ code, fires }) => ({ title: code, ...fires })),
];

async function block({ title, shows, run }: Shown): Promise<string> {
  const found = await run();
  const given = shows.split("\n").map((line) => `  | ${line}`);
  return [title, ...given, ...(found.length === 0 ? ["  nothing"] : found.map(says))].join("\n");
}

const isUpdate = process.env.UPDATE === "1";
const GOLDEN = fileURLToPath(new URL("../golden/rule-fields.txt", import.meta.url));
const kept = isUpdate ? [] : readFileSync(GOLDEN, "utf8").trimEnd().split("\n\n");

it("the cases are those of the golden file", async () => {
  const blocks: string[] = [];
  for (const each of SHOWN) blocks.push(await block(each));
  expectGolden("rule-fields.txt", `${blocks.join("\n\n")}\n`);
});

it.skipIf(isUpdate).each(SHOWN.map((each, at) => [each.title, each, kept[at]] as const))("%s", async (_, each, is) => {
  expect(await block(each)).toBe(is);
});
