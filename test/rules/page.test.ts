import { describe, expect, it } from "vitest";
import { ACCEPTED_RULES, VERIFY_RULES } from "../../src/rules/compareIndex.js";
import { EXAMPLES } from "../../src/rules/examples.js";
import { ALL_RULES } from "../../src/rules/index.js";
import { masteryEvidenceWithdrawn } from "../../src/rules/mastery-evidence-withdrawn.js";
import { CATALOGUE, catalogueList, cataloguePage, rulePage } from "../../src/rules/page.js";
import { POLICY_RULES } from "../../src/rules/policyIndex.js";
import { expectFile } from "../support/golden.js";
import { allExamples } from "./shownExamples.js";

/* UPDATE=1 writes the page and the examples anew. */

const examples = await allExamples();

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

  it("does without examples where there are none", () => {
    const [entry] = CATALOGUE;
    if (entry === undefined) throw new Error("a rule");
    expect(rulePage(entry, undefined)).toContain(`Rests on: `);
    for (const text of [rulePage(entry, undefined), cataloguePage({})]) {
      expect(text).toContain(entry.remedy);
      expect(text).not.toContain("It fires on");
    }
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
