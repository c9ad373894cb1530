import type { TranscriptRow } from "../model.js";
import type { CompiledPolicy } from "../policy/compiled.js";
import { defineRule } from "./rule.js";
import { shown } from "./words.js";

interface Facts {
  readonly unknown: string;
}

export const designationUnknown = defineRule<"transcript", Facts>({
  code: "designation-unknown",
  scope: "transcript",
  severity: "warning",
  title: "A designation is not in the table.",
  why: "What it stands for is not known here, and whether it may stand with the others cannot be checked.",
  remedy: "Check the designation in your student system; the state may use letters that are not in the table.",
  cites: ["HB"],
  needs: ["designations"],
  check(row, context, hit) {
    if (row.designations === "") return;
    const unknown = unknownIn(row, context.policy);
    if (unknown !== "") hit({ facts: { unknown }, column: "designations", value: row.designations });
  },
  say(facts) {
    return `The table of designations does not hold ${shown(facts.unknown)}.`;
  },
});

/** Letters that neither the table nor a pathway of the policy uses, and signs that are neither letters nor separators. */
function unknownIn(row: TranscriptRow, policy: CompiledPolicy): string {
  let unknown = "";
  for (const letter of row.letters) {
    if (
      policy.lists.designations.some((known) => known.letter === letter) ||
      policy.pathways.some((pathway) => pathway.letters.includes(letter))
    )
      continue;
    unknown += letter;
  }
  return unknown + row.designations.replace(/[A-Za-z\s,;|/+-]/g, "");
}
