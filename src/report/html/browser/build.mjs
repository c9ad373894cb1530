// Bundles the script and the style sheet of report.html into a module, so that the core can put them into a page
// without reading a file. Run by `npm run build`, before the compiler.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));

const { outputFiles } = await build({
  entryPoints: [here("main.tsx"), here("style.css")],
  bundle: true,
  minify: true,
  charset: "ascii",
  format: "iife",
  jsx: "automatic",
  jsxImportSource: "preact",
  legalComments: "none",
  outdir: here("."),
  target: ["chrome110", "firefox110", "safari16"],
  write: false,
});

const text = (end) => {
  const file = outputFiles.find(({ path }) => path.endsWith(end));
  if (file === undefined) throw new Error(`nothing was bundled for ${end}`);
  const content = file.text.trim();
  // Either would end the element that the text is put into.
  if (/<\/(?:script|style)|<!--/i.test(content)) throw new Error(`the bundle ${end} would end its own element`);
  return content;
};

const module = `// Made by browser/build.mjs; not kept in git.
/** The page's script, bundled. */
export const SCRIPT: string = ${JSON.stringify(text(".js"))};
/** The page's style sheet. */
export const STYLE: string = ${JSON.stringify(text(".css"))};
`;
writeFileSync(here("../browserCode.ts"), module);
