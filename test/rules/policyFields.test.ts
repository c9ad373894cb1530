import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { POLICY_RULES } from "../../src/rules/policyIndex.js";
import { edited, load } from "../policy/fixture.js";
import { expectGolden } from "../support/golden.js";
import { FIRES as ERRORS, type PolicyCase } from "./policyErrorCases.js";
import { NEAR } from "./policyNearCases.js";
import { FIRES as WARNINGS } from "./policyWarningCases.js";

/* Everything that is said of each finding of the cases about policies: at which place, about what, in which words. */

const WHY = new Map(POLICY_RULES.map(({ code, why }) => [code, why]));

interface Shown {
  readonly title: string;
  readonly edits: PolicyCase[0];
}

const SHOWN: readonly Shown[] = [
  ...Object.entries({ ...ERRORS, ...WARNINGS }).flatMap(([code, cases]) =>
    cases.map(([edits], at) => ({ title: `${code} ${at + 1}`, edits })),
  ),
  ...NEAR.map(([title, edits]) => ({ title, edits })),
];

function block({ title, edits }: Shown): string {
  const lines = load(edited(...edits)).findings.map(({ code, severity, message, pointer, value }) => {
    const why = WHY.get(code) ?? "";
    const says = message.endsWith(why) ? message.slice(0, message.length - why.length) : message;
    return `  ${code} (${severity}) at ${pointer === "" ? "the file" : pointer}, ${JSON.stringify(value)}\n    ${says.trimEnd()}`;
  });
  return [title, ...lines].join("\n");
}

const isUpdate = process.env.UPDATE === "1";
const GOLDEN = fileURLToPath(new URL("../golden/policy-fields.txt", import.meta.url));
const kept = isUpdate ? [] : readFileSync(GOLDEN, "utf8").trimEnd().split("\n\n");

it("the cases are those of the golden file", () => {
  if (isUpdate) expectGolden("policy-fields.txt", `${SHOWN.map(block).join("\n\n")}\n`);
  else expect(kept.map((block) => block.split("\n")[0])).toEqual(SHOWN.map(({ title }) => title));
});

it.skipIf(isUpdate).each(SHOWN.map((each, at) => [each.title, each, kept[at]] as const))("%s", (_, each, is) => {
  expect(block(each)).toBe(is);
});
