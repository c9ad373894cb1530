// The bill of materials (CycloneDX) of what goes out, made by npm's own tool.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { shippedPackages } from "./licences.mjs";

/**
 * What `npm sbom` says, less what is only used to build and to test, and less the clock and the random number that it
 * puts in: the same lockfile gives the same bytes.
 * @throws Error where npm cannot say, or does not know of a package that goes out.
 */
export function sbomOf(inPage) {
  const said = execFileSync(
    "npm",
    ["sbom", "--loglevel=error", "--sbom-format", "cyclonedx", "--sbom-type", "application"],
    {
      cwd: fileURLToPath(new URL("../../", import.meta.url)),
      encoding: "utf8",
      maxBuffer: 1 << 26,
      shell: process.platform === "win32",
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  const { serialNumber: _random, metadata, components, dependencies, ...rest } = JSON.parse(said);
  const { timestamp: _clock, component, ...how } = metadata;
  // npm names the program by the folder that it lies in.
  const about = { ...how, component: { ...component, name: component["bom-ref"].replace(/(?<=.)@.*$/, "") } };
  const kept = [];
  for (const { name, version } of shippedPackages(inPage)) {
    const found = components.find((each) => nameOf(each) === name && each.version === version);
    if (found === undefined) throw new Error(`npm sbom does not know of ${name} ${version}`);
    // npm calls what only the page holds "for development", since nobody need install it; it goes out all the same.
    const { properties: _inTree, ...known } = found;
    kept.push({ ...known, scope: "required" });
  }
  const refs = new Set([about.component["bom-ref"], ...kept.map((each) => each["bom-ref"])]);
  const links = [];
  for (const { ref, dependsOn = [] } of dependencies) {
    if (refs.has(ref)) links.push({ ref, dependsOn: dependsOn.filter((each) => refs.has(each)).sort() });
  }
  links.sort((a, b) => (a.ref < b.ref ? -1 : 1));
  return { ...rest, metadata: about, components: kept, dependencies: links };
}

function nameOf({ group, name }) {
  return group === undefined ? name : `${group}/${name}`;
}
