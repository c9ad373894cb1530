import type { ShownExample } from "../../src/rules/page.js";
import { edited, load, POLICY_TEXT } from "../policy/fixture.js";
import { CASES, type Case } from "./cases.js";
import { COMPARE_CASES } from "./compareCases.js";
import { type Edit, FIRES as ERRORS } from "./policyErrorCases.js";
import { FIRES as WARNINGS } from "./policyWarningCases.js";

/*
 * The examples of the catalogue are the cases of the tests, run here: they cannot say what the rules do not do.
 */

/** @throws Error where the rule does not fire in its own case. */
export function exampleOfCase({ code, fires, silent }: Case): ShownExample {
  const found = fires().find((violation) => violation.code === code);
  if (found === undefined) throw new Error(`${code} does not fire in its case`);
  return { fires: fires.shows, says: found.message, silent: silent.shows };
}

/** @throws Error where the rule does not fire in its own case. */
export async function exampleOfComparing({
  code,
  fires,
  silent,
}: (typeof COMPARE_CASES)[number]): Promise<ShownExample> {
  const found = (await fires.run()).find((violation) => violation.code === code);
  if (found === undefined) throw new Error(`${code} does not fire in its case`);
  return { fires: fires.shows, says: found.message, silent: silent.shows };
}

/** A piece of policy text as a line or lines of its own. */
function piece(edits: readonly Edit[], side: 0 | 1): string {
  return edits.map((edit) => (edit[side].trim() === "" ? "(nothing)" : edit[side].trim())).join("\n...\n");
}

/** The first edit of the policy by which each rule about policies fires. */
export const POLICY_EDITS: readonly (readonly [string, readonly Edit[]])[] = Object.entries({
  ...ERRORS,
  ...WARNINGS,
}).flatMap(([code, [first]]) => (first === undefined ? [] : [[code, first[0]] as const]));

/** What the policy without an edit is told already. */
let known: ReadonlySet<string> | undefined;

/** @throws Error where the rule does not fire by its edit, or fires without it. */
export function exampleOfPolicy(code: string, edits: readonly Edit[]): ShownExample {
  const found = load(edited(...edits)).findings.find((finding) => finding.code === code);
  known ??= new Set(load(POLICY_TEXT).findings.map((finding) => finding.code));
  if (found === undefined || known.has(code)) throw new Error(`${code} does not fire by its edit`);
  return { fires: piece(edits, 1), says: found.message, silent: piece(edits, 0) };
}

/** All of them, by code. */
export async function allExamples(): Promise<Readonly<Record<string, ShownExample>>> {
  const found: (readonly [string, ShownExample])[] = CASES.map((each) => [each.code, exampleOfCase(each)]);
  for (const each of COMPARE_CASES) found.push([each.code, await exampleOfComparing(each)]);
  for (const [code, edits] of POLICY_EDITS) found.push([code, exampleOfPolicy(code, edits)]);
  return Object.fromEntries(found.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
