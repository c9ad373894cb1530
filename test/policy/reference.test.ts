import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { policyJsonSchema } from "../../src/policy/jsonSchema.js";
import { policyReadme } from "../../src/policy/reference.js";
import { expectFile } from "../support/golden.js";

const tutorial = readFileSync(new URL("../../src/policy/tutorial.md", import.meta.url), "utf8");
const page = policyReadme(tutorial);
/** Without the spaces that make columns of one width. */
const words = page.replace(/ +/g, " ");

/** Every key of the schema with the description that stands there. */
function keysOf(node: unknown, at: string): readonly { readonly at: string; readonly node: object }[] {
  if (typeof node !== "object" || node === null) return [];
  const found: { readonly at: string; readonly node: object }[] = [];
  for (const [key, child] of Object.entries(node)) {
    if (key === "properties" && typeof child === "object" && child !== null) {
      for (const [name, own] of Object.entries(child)) {
        if (typeof own === "object" && own !== null) found.push({ at: `${at}/${name}`, node: own });
      }
    }
    found.push(...keysOf(child, `${at}/${key}`));
  }
  return found;
}

describe("the page about the policy format", () => {
  it("is the one that is kept (UPDATE=1 writes it anew)", () => expectFile("src/policy/README.md", page));

  it("gives every key a meaning", () => {
    // `not` alone says what it means where its form does.
    const silent = keysOf(policyJsonSchema(), "").filter(({ node }) => !("description" in node) && !("$ref" in node));
    expect(silent.map(({ at }) => at)).toEqual([]);
    expect(words).not.toMatch(/^\| \**`[^`]*`\** \| \|/m);
  });

  it("names every key of the schema", () => {
    for (const { at } of keysOf(policyJsonSchema(), "")) expect(page).toContain(`\`${at.split("/").at(-1)}\``);
  });

  it("says what must be there and what is assumed", () => {
    expect(words).toMatch(/\| \*\*`marks`\*\* \|/);
    expect(words).toMatch(/\| `strength` \|[^\n]*\| `"may"` \|/);
    expect(page).toContain("### `pathways[].award`");
    expect(page).toContain("### `evidence` with `course`");
    expect(page).toContain("Exactly one of `evidence` and `tiers` must be there.");
    expect(page).toContain("[evidence](#evidence-with-course)");
    expect(words).not.toMatch(/^\| [^|]+ \| [^|]+ \| \|/m);
  });
});
