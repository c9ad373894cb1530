import { expect, it } from "vitest";
import { EXAMPLES } from "../../src/rules/examples.js";
import { CASES } from "./cases.js";
import { COMPARE_CASES } from "./compareCases.js";
import { exampleOfCase, exampleOfComparing, exampleOfPolicy, POLICY_EDITS } from "./shownExamples.js";

/* Each rule says word for word what the catalogue shows. With UPDATE=1 `page.test.ts` writes the catalogue anew. */

const isUpdate = process.env.UPDATE === "1";

it.skipIf(isUpdate).each(CASES)("$code says what the catalogue shows", (each) => {
  expect(exampleOfCase(each)).toEqual(EXAMPLES[each.code]);
});

it.skipIf(isUpdate).each(COMPARE_CASES)("$code says what the catalogue shows", async (each) => {
  expect(await exampleOfComparing(each)).toEqual(EXAMPLES[each.code]);
});

it.skipIf(isUpdate).each(POLICY_EDITS)("%s says what the catalogue shows", (code, edits) => {
  expect(exampleOfPolicy(code, edits)).toEqual(EXAMPLES[code]);
});
