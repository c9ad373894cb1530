// The end of `npm run build`: the program as few files, which load in half the time of many, in `dist/parts`. `bin` runs
// them; the library and the single-file program are made of what the compiler made of each source.
// With --sourcemap each says where what it holds stands in `src`, as coverage needs it.
import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { COMMON } from "./bundle.mjs";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
/** As deep as the folders of `dist`, since the program finds its samples by where it lies. */
const OUT = here("../../dist/parts/");

rmSync(OUT, { recursive: true, force: true });
await build({
  ...COMMON,
  absWorkingDir: here("../.."),
  // A thread's program lies beside whatever begins it.
  entryPoints: { main: "src/main.ts", worker: "src/workers/worker.ts" },
  chunkNames: "part-[hash]",
  // It is of a kind that can't be put into modules.
  external: ["commander"],
  format: "esm",
  // Line for line as it was written, so that it can be told which lines ran.
  minifySyntax: false,
  outdir: OUT,
  sourcemap: process.argv.includes("--sourcemap") ? "linked" : false,
  splitting: true,
  write: true,
});
