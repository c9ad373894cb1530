// Before a build: takes away what the compiler made of sources that are gone, so that it is not packed either.
import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const DIST = fileURLToPath(new URL("../../dist/", import.meta.url));
const SRC = fileURLToPath(new URL("../", import.meta.url));

if (existsSync(DIST)) {
  for (const path of readdirSync(DIST, { recursive: true })) {
    const source = /^(?!exe[\\/])(.*?)(?:\.d\.ts|\.js)$/.exec(path)?.[1];
    if (source !== undefined && !existsSync(join(SRC, `${source}.ts`))) rmSync(join(DIST, path));
  }
}
