// Puts the script and the style sheet of report.html together, and says whose packages are in them.
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { licenceNotice, packagesIn } from "../../../ship/licences.mjs";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));

/**
 * The page's script and style sheet, each as text that can stand inside its element, and the names of the packages
 * whose code the script holds. The script begins with their licences, which ask to go along with every copy.
 */
export async function bundlePage() {
  const { outputFiles, metafile } = await build({
    entryPoints: [here("main.tsx"), here("style.css")],
    bundle: true,
    minify: true,
    charset: "ascii",
    format: "iife",
    jsx: "automatic",
    jsxImportSource: "preact",
    legalComments: "none",
    metafile: true,
    outdir: here("."),
    target: ["chrome110", "firefox110", "safari16"],
    write: false,
  });
  const packages = packagesIn(metafile);
  const text = (end, first = "") => {
    const file = outputFiles.find(({ path }) => path.endsWith(end));
    if (file === undefined) throw new Error(`nothing was bundled for ${end}`);
    const content = `${first}${file.text.trim()}`;
    // Either would end the element that the text is put into.
    if (/<\/(?:script|style)|<!--/i.test(content)) throw new Error(`the bundle ${end} would end its own element`);
    return content;
  };
  return { script: text(".js", `/*!\n${licenceNotice(packages)}*/\n`), style: text(".css"), packages };
}
