// Writes the script and the style sheet of report.html as a module, so that the core can put them into a page
// without reading a file. Run by `npm run build`, before the compiler.
import { writeFileSync } from "node:fs";
import { bundlePage } from "./bundle.mjs";

const { script, style } = await bundlePage();

const module = `// Made by browser/build.mjs; not kept in git.
/** The page's script, bundled. */
export const SCRIPT: string = ${JSON.stringify(script)};
/** The page's style sheet. */
export const STYLE: string = ${JSON.stringify(style)};
`;
writeFileSync(new URL("../browserCode.ts", import.meta.url), module);
