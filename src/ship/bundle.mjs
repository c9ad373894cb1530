// The whole program as one script, for the single-file program.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { licenceNotice, packagesIn } from "./licences.mjs";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const SHIPPED = ["maps", "starter"];

/** What stack traces call the script, so that the line of a defect can be found in `dist/exe/zcredit.cjs`. */
const NAME = "dist/exe/zcredit.cjs";

/** The script's text, and the names of the packages that it holds code of. `dist` must be built. */
export async function bundleProgram() {
  const { outputFiles, metafile } = await build({
    ...COMMON,
    stdin: { contents: ENTRY, resolveDir: here("../.."), sourcefile: "zcredit.js" },
    format: "cjs",
    plugins: [shippedInside, workersInside],
  });
  const packages = packagesIn(metafile);
  const text = outputFiles[0].text;
  // Inside the program there is no file beside the script that it could open.
  if (text.includes("import_meta")) throw new Error("the bundle asks where its script lies");
  return { text: `/*!\n${licenceNotice(packages)}*/\n${text}//# sourceURL=${NAME}\n`, packages };
}

/** What all bundles of the program have in common. */
export const COMMON = {
  bundle: true,
  charset: "utf8",
  legalComments: "none",
  logLevel: "error",
  // jsonc-parser's "main" hides what it requires from a bundler.
  mainFields: ["module", "main"],
  metafile: true,
  minifySyntax: true,
  platform: "node",
  target: "node20.19",
  write: false,
};

const ENTRY = `import { main } from "./dist/main.js";
main(process.argv).then((code) => { process.exitCode = code; });`;

/** Puts the files that `commands/shipped.ts` reads from the disk into the script. */
const shippedInside = {
  name: "shipped-inside",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]dist[\\/]commands[\\/]shipped\.js$/ }, () => {
      const files = {};
      for (const folder of SHIPPED) {
        files[folder] = {};
        const path = here(`../../samples/${folder}`);
        // Folders below hold exports to try the maps on, which the program does not read.
        const entries = readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isFile());
        for (const { name } of entries.sort((a, b) => (a.name < b.name ? -1 : 1)))
          files[folder][name] = readFileSync(join(path, name), "utf8");
      }
      const contents = `const FILES = ${JSON.stringify(files)};
export async function shippedNames(folder) { return Object.keys(FILES[folder]).sort(); }
export async function shippedText(folder, name) { return FILES[folder][name]; }`;
      return { contents };
    });
  },
};

const BESIDE = /new URL\(\s*"(\.[^"]+\.js)"\s*,\s*import\.meta\.url\s*\)/g;

/**
 * `new URL("./work.js", import.meta.url)`, as worker threads are started by, becomes that script itself, bundled: a
 * worker is started by a `data:` address just as by a file's, so the code that starts it need not know.
 */
export const workersInside = {
  name: "workers-inside",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]dist[\\/].*\.js$/ }, async ({ path }) => {
      const text = readFileSync(path, "utf8");
      if (!text.includes("import.meta.url")) return null;
      let contents = text;
      for (const [whole, script = ""] of text.matchAll(BESIDE)) {
        const { outputFiles } = await build({
          ...COMMON,
          entryPoints: [join(dirname(path), script)],
          format: "esm",
          minify: true,
          plugins: [shippedInside],
        });
        const code = Buffer.from(outputFiles[0].text).toString("base64");
        contents = contents.replace(whole, `new URL("data:text/javascript;base64,${code}")`);
      }
      return { contents };
    });
  },
};
