import { describe, expect, it } from "vitest";
import { ACCEPTED_RULES, VERIFY_RULES } from "../../src/rules/compareIndex.js";
import { EXAMPLES } from "../../src/rules/examples.js";
import { ALL_RULES } from "../../src/rules/index.js";
import { masteryEvidenceWithdrawn } from "../../src/rules/mastery-evidence-withdrawn.js";
import { CATALOGUE, catalogueList, cataloguePage, rulePage, type ShownExample } from "../../src/rules/page.js";
import { POLICY_RULES } from "../../src/rules/policyIndex.js";
import { edited, load, POLICY_TEXT } from "../policy/fixture.js";
import { expectFile } from "../support/golden.js";
import { CASES } from "./cases.js";
import { COMPARE_CASES } from "./compareCases.js";
import { type Edit, FIRES as ERRORS } from "./policyErrorCases.js";
import { FIRES as WARNINGS } from "./policyWarningCases.js";

/*
 * The examples of the catalogue are the cases of the tests, run here: they cannot say what the rules do not do.
 * UPDATE=1 writes the page and the examples anew.
 */

function examplesOfCases(): readonly (readonly [string, ShownExample])[] {
  return CASES.map(({ code, fires, silent }) => {
    const found = fires().find((violation) => violation.code === code);
    if (found === undefined) throw new Error(`${code} does not fire in its case`);
    return [code, { fires: fires.shows, says: found.message, silent: silent.shows }];
  });
}

async function examplesOfComparing(): Promise<readonly (readonly [string, ShownExample])[]> {
  const examples: (readonly [string, ShownExample])[] = [];
  for (const { code, fires, silent } of COMPARE_CASES) {
    const found = (await fires.run()).find((violation) => violation.code === code);
    if (found === undefined) throw new Error(`${code} does not fire in its case`);
    examples.push([code, { fires: fires.shows, says: found.message, silent: silent.shows }]);
  }
  return examples;
}

/** A piece of policy text as a line or lines of its own. */
function piece(edits: readonly Edit[], side: 0 | 1): string {
  return edits.map((edit) => (edit[side].trim() === "" ? "(nothing)" : edit[side].trim())).join("\n...\n");
}

function examplesOfPolicies(): readonly (readonly [string, ShownExample])[] {
  const known = load(POLICY_TEXT).findings.map(({ code }) => code);
  return Object.entries({ ...ERRORS, ...WARNINGS }).flatMap(([code, [first]]) => {
    if (first === undefined) return [];
    const [edits] = first;
    const found = load(edited(...edits)).findings.find((finding) => finding.code === code);
    if (found === undefined || known.includes(code)) throw new Error(`${code} does not fire by its edit`);
    return [[code, { fires: piece(edits, 1), says: found.message, silent: piece(edits, 0) }] as const];
  });
}

const examples: Readonly<Record<string, ShownExample>> = Object.fromEntries(
  [...examplesOfCases(), ...(await examplesOfComparing()), ...examplesOfPolicies()].toSorted(([a], [b]) =>
    a < b ? -1 : 1,
  ),
);

/** A module whose text the formatter leaves alone: every value is a template literal. */
function moduleText(): string {
  const literal = (text: string): string =>
    `\`${text.replaceAll("\\", "\\\\").replaceAll("`", "\\`").replaceAll("${", "\\${")}\``;
  const lines = Object.entries(examples).map(
    ([code, { fires, says, silent }]) =>
      `  "${code}": {\n    fires: ${literal(fires)},\n    says: ${literal(says)},\n    silent: ${literal(silent)},\n  },`,
  );
  return [
    'import type { ShownExample } from "./page.js";',
    "",
    "/** One case of each rule out of its tests. Written by `npm run docs`; a change made here by hand is lost. */",
    "export const EXAMPLES: Readonly<Record<string, ShownExample>> = {",
    ...lines,
    "};",
    "",
  ].join("\n");
}

describe("the catalogue page", () => {
  it("is what the rules and their cases say", () => {
    expectFile("src/rules/README.md", cataloguePage(examples));
  });

  it("comes with the examples that the command shows", () => {
    expectFile("src/rules/examples.ts", moduleText());
    // The module was read before it was written anew.
    if (process.env.UPDATE !== "1") expect(EXAMPLES).toEqual(examples);
  });

  it("holds every rule of every index", () => {
    const rules = [...ALL_RULES, masteryEvidenceWithdrawn, ...VERIFY_RULES, ...ACCEPTED_RULES, ...POLICY_RULES];
    expect(CATALOGUE.map(({ code }) => code)).toEqual(rules.map(({ code }) => code));
  });

  it.each(CATALOGUE.map(({ code }) => code))("%s is shown firing and silent", (code) => {
    const { fires = "", says = "", silent = "" } = examples[code] ?? {};
    for (const shown of [fires, says, silent]) expect(shown.trim()).not.toBe("");
    expect(silent).not.toBe(fires);
  });

  it("has each code once", () => {
    const codes = CATALOGUE.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(catalogueList()).toContain(`  ${code} `);
  });

  it.each(Object.keys(examples))("%s has a page with both sides", (code) => {
    const entry = CATALOGUE.find((each) => each.code === code);
    if (entry === undefined) throw new Error(`${code} is not in the catalogue`);
    const page = rulePage(entry, examples[code]);
    for (const words of [entry.title, entry.why, entry.remedy, "It fires on", "It is silent on"]) {
      expect(page).toContain(words);
    }
  });
});
