// `npm run licences`: writes THIRD-PARTY-LICENSES.md anew.
import { writeFileSync } from "node:fs";
import { bundlePage } from "../report/html/browser/bundle.mjs";
import { thirdPartyText } from "./licences.mjs";

const { packages } = await bundlePage();
writeFileSync(new URL("../../THIRD-PARTY-LICENSES.md", import.meta.url), thirdPartyText(packages));
