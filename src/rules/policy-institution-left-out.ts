import type { Path } from "../policy/json.js";
import type { PathwayOutline } from "../policy/outline.js";
import { admitsInstitution, floorPathways, isInstitution } from "../policy/outlineInstitution.js";
import { textOf } from "../policy/outlineRead.js";
import { definePolicyRule } from "../policy/policyRule.js";

export const policyInstitutionLeftOut = definePolicyRule<{ readonly test: string; readonly program: string }>({
  code: "policy-institution-left-out",
  severity: "warning",
  title: "Students in institutional facilities are left out of a GED or language test.",
  why: "Students in or released from institutional education are to be offered these tests, with at least one credit for meeting the standard.",
  remedy: 'Take their program out of "none", add it to "any", or write a pathway for them.',
  cites: ["RCW 28A.320.192"],
  check({ outline }, hit) {
    const said = new Set<PathwayOutline>();
    for (const { test, pathways } of floorPathways(outline)) {
      if (pathways.some(admitsInstitution)) continue;
      for (const pathway of pathways) {
        if (said.has(pathway)) continue;
        said.add(pathway);
        const { path, program } = barOf(pathway);
        hit({ facts: { test: textOf(test.id), program }, path, value: program });
      }
    }
  },
  say: ({ test, program }) =>
    program === ""
      ? `only listed programs may use the test "${test}", and none of them is that of an institution.`
      : `the program "${program}" is left out, and no other pathway opens the test "${test}" to it.`,
});

function barOf({ programs }: PathwayOutline): { readonly path: Path; readonly program: string } {
  const none = programs.none.find(isInstitution);
  return none === undefined
    ? { path: [...programs.path, "any"], program: "" }
    : { path: none.path, program: none.text };
}
