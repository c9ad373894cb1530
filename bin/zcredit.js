#!/usr/bin/env node
// The shim: answers --version without loading the program, and says so where the program was never built.
if (process.argv.length === 3 && (process.argv[2] === "--version" || process.argv[2] === "-V")) {
  const { readFileSync } = await import("node:fs");
  console.log(JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")).version);
} else {
  const program = await import("../dist/parts/main.js").catch((error) => {
    if (error.code !== "ERR_MODULE_NOT_FOUND") throw error;
    console.error(`zcredit is not built: run "npm ci" in its folder first (${error.message.split("\n")[0]})`);
    return null;
  });
  process.exitCode = program === null ? 2 : await program.main(process.argv);
}
