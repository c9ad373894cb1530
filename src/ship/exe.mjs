// `npm run build:exe [-- PLATFORM...]`: zcredit as one file that needs no Node, in dist/exe. Platforms: linux-x64 and
// win-x64; without any, the one of this machine. Node's own tool does it: `node --build-sea`, which Node has from 25.5
// on, so the Node that goes in builds it too. `dist` must be built.
import { execFileSync } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { bundlePage } from "../report/html/browser/bundle.mjs";
import { bundleProgram } from "./bundle.mjs";
import { licenceNotice } from "./licences.mjs";
import { fetchNode, NODES } from "./nodes.mjs";

const OUT = fileURLToPath(new URL("../../dist/exe/", import.meta.url));
const PLATFORMS = { "linux-x64": "zcredit", "win-x64": "zcredit.exe" };

const own = `${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
const asked = process.argv.slice(2);
const platforms = asked.length > 0 ? asked : [own];
for (const platform of platforms) {
  if (PLATFORMS[platform] !== undefined) continue;
  throw new Error(`there is no Node to be had for "${platform}"; there is for ${Object.keys(PLATFORMS).join(", ")}`);
}
if (PLATFORMS[own] === undefined) throw new Error(`the program is built on ${Object.keys(PLATFORMS).join(" or ")}`);

rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
const { text, packages } = await bundleProgram();
const { packages: inPage } = await bundlePage();
writeFileSync(`${OUT}zcredit.cjs`, text);
copyFileSync(fileURLToPath(new URL("../../LICENSE", import.meta.url)), `${OUT}LICENSE.txt`);
writeFileSync(`${OUT}THIRD-PARTY-LICENSES.txt`, licenceNotice([...new Set([...packages, ...inPage])].sort()));

const builder = fetchNode(own, NODES.program);
// The package for Windows leaves the licence out; it is the same.
copyFileSync(builder.licence ?? fetchNode("linux-x64", NODES.program).licence, `${OUT}NODE-LICENSE.txt`);
for (const platform of platforms) {
  const output = `${OUT}${PLATFORMS[platform]}`;
  const config = {
    main: `${OUT}zcredit.cjs`,
    output,
    executable: fetchNode(platform, NODES.program).program,
    disableExperimentalSEAWarning: true,
    // Compiled code would be for one kind of processor only, and other bytes each time.
    useCodeCache: false,
    useSnapshot: false,
  };
  writeFileSync(`${OUT}sea.json`, JSON.stringify(config));
  execFileSync(builder.program, ["--build-sea", `${OUT}sea.json`], { stdio: ["ignore", "ignore", "inherit"] });
  chmodSync(output, 0o755);
  process.stdout.write(`${output}\n`);
}
rmSync(`${OUT}sea.json`);
