import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { bundlePage } from "../../src/report/html/browser/bundle.mjs";
import { SCRIPT } from "../../src/report/html/browserCode.js";
import { installedPackages, licenceNotice, licenceOf, thirdPartyText } from "../../src/ship/licences.mjs";

const file = (path: string) => new URL(`../../${path}`, import.meta.url);
const text = (path: string) => readFileSync(file(path), "utf8");

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}
interface Locked {
  readonly version: string;
  readonly integrity?: string;
  readonly optional?: boolean;
  readonly dev?: boolean;
}

const manifest = JSON.parse(text("package.json")) as Manifest;
const locked = (JSON.parse(text("package-lock.json")) as { readonly packages: Readonly<Record<string, Locked>> })
  .packages;
const all = { ...manifest.dependencies, ...manifest.devDependencies };

describe("the packages of others", () => {
  it("are named at one exact version each, the one in the lockfile", () => {
    for (const [name, version] of Object.entries(all)) {
      expect([name, version]).toEqual([name, locked[`node_modules/${name}`]?.version]);
    }
  });

  // The registry that the lockfile was made with does not hold every system's build of the tools.
  it("are locked by a digest, but for builds of tools that nobody need install", () => {
    for (const [path, { integrity, optional, dev }] of Object.entries(locked)) {
      if (path !== "" && integrity === undefined) expect([path, optional, dev]).toEqual([path, true, true]);
    }
  });

  it("bring no others with them into an installation", () => {
    expect(installedPackages()).toEqual(Object.keys(manifest.dependencies).sort());
  });

  it("each have their reason in CONTRIBUTING.md", () => {
    const reasons = text("CONTRIBUTING.md");
    for (const name of Object.keys(manifest.dependencies))
      expect(reasons).toMatch(new RegExp(`^\\| \`${name}\` +\\| `, "m"));
    for (const name of Object.keys(manifest.devDependencies)) {
      if (name.startsWith("@types/d3-")) continue;
      expect([name, reasons.includes(`\`${name}\``)]).toEqual([name, true]);
    }
  });
});

describe("their licences", () => {
  it("are listed in THIRD-PARTY-LICENSES.md as they ship (UPDATE=1 writes it anew)", async () => {
    const fresh = thirdPartyText((await bundlePage()).packages);
    if (process.env.UPDATE === "1") writeFileSync(file("THIRD-PARTY-LICENSES.md"), fresh);
    expect(text("THIRD-PARTY-LICENSES.md")).toBe(fresh);
  });

  it("stand in report.html, above the code that they are of", async () => {
    const { packages } = await bundlePage();
    expect(packages).toContain("preact");
    const [notice = ""] = SCRIPT.split("*/");
    for (const name of packages) {
      const { version, copyright } = licenceOf(name);
      expect(notice).toContain(`\n${name} ${version} (`);
      for (const line of copyright) expect(notice).toContain(line);
    }
    expect(notice).toContain("Permission is hereby granted, free of charge");
    expect(notice).toContain("Permission to use, copy, modify, and/or distribute");
  });

  it("are each given once, after all that they are of", () => {
    const notice = licenceNotice(["chalk", "zod", "d3-scale"]);
    expect(notice.match(/Permission is hereby granted/g)).toHaveLength(1);
    expect(notice.indexOf("zod")).toBeLessThan(notice.indexOf("Permission is hereby granted"));
    expect(notice.indexOf("Permission is hereby granted")).toBeLessThan(notice.indexOf("d3-scale"));
  });

  it("are not taken without a person's decision where they ask for more", () => {
    expect(() => licenceOf("axe-core")).toThrow('axe-core is under "MPL-2.0"');
  });
});
