import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { bundlePage } from "../../src/report/html/browser/bundle.mjs";
import { shippedPackages } from "../../src/ship/licences.mjs";
import { sbomOf } from "../../src/ship/sbom.mjs";

const require = createRequire(import.meta.url);
/** The published schemas of CycloneDX, as its own library carries them. */
const SCHEMAS = join(dirname(require.resolve("@cyclonedx/cyclonedx-library")), "../res/schema");

function schema(name: string): object {
  return JSON.parse(readFileSync(join(SCHEMAS, `${name}.SNAPSHOT.schema.json`), "utf8")) as object;
}

describe("npm run sbom", async () => {
  const { packages } = await bundlePage();
  const sbom = sbomOf(packages);
  const ajv = new Ajv({
    strict: false,
    formats: { uri: true, "iri-reference": true, "date-time": true, "idn-email": true },
  });
  ajv.addSchema(schema("spdx"), "http://cyclonedx.org/schema/spdx.SNAPSHOT.schema.json");
  ajv.addSchema(schema("jsf-0.82"), "http://cyclonedx.org/schema/jsf-0.82.SNAPSHOT.schema.json");

  it("is a CycloneDX document by that standard's own schema", () => {
    const validate = ajv.compile(schema(`bom-${sbom.specVersion}`));
    expect([validate(sbom), validate.errors]).toEqual([true, null]);
    expect(validate({ ...sbom, components: [{ type: "library" }] })).toBe(false);
  });

  it("names what goes out, with its version, and nothing else", () => {
    const named = sbom.components.map((each) => each["bom-ref"]);
    expect(named).toEqual(shippedPackages(packages).map(({ name, version }) => `${name}@${version}`));
    expect(sbom.metadata.component).toMatchObject({ name: "zcredit" });
    for (const { ref, dependsOn = [] } of sbom.dependencies) {
      for (const each of [ref, ...dependsOn]) expect([...named, sbom.metadata.component["bom-ref"]]).toContain(each);
    }
  });

  it("holds no clock and no random number", () => {
    expect(JSON.stringify(sbom)).not.toMatch(/serialNumber|urn:uuid|timestamp|\d\d:\d\d:\d\d/);
  });
});
