// `npm run sbom`: writes dist/sbom.cdx.json, the bill of materials of what goes out.
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { bundlePage } from "../report/html/browser/bundle.mjs";
import { sbomOf } from "./sbom.mjs";

const { packages } = await bundlePage();
const path = fileURLToPath(new URL("../../dist/sbom.cdx.json", import.meta.url));
mkdirSync(fileURLToPath(new URL("../../dist/", import.meta.url)), { recursive: true });
writeFileSync(path, `${JSON.stringify(sbomOf(packages), null, 2)}\n`);
process.stdout.write(`${path}\n`);
