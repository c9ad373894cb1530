// `npm run exe:long`: builds the single-file program and runs the scenario tests against it, on a path that holds no
// Node for it to lean on. With --few, as on the build server, the shortest that run the whole program.
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { fetchNode, NODES } from "../../src/ship/nodes.mjs";
import { buildProgram, conclude, FEW, reasonOf, runTests, SCENARIOS } from "./run.mjs";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const few = process.argv.includes("--few");

function tryProgram() {
  const built = spawnSync(process.execPath, [here("../../src/ship/exe.mjs")], { stdio: "inherit" });
  if (built.status !== 0) return [{ name: "building the single-file program", passed: false }];
  // Away from the repository, where nothing lies beside it.
  const folder = mkdtempSync(join(tmpdir(), "zcredit-test-"));
  try {
    const program = join(folder, "zcredit");
    copyFileSync(here("../../dist/exe/zcredit"), program);
    const alone = spawnSync(program, ["--version"], { env: {}, encoding: "utf8" });
    return [
      { name: "the single-file program says its version with no environment at all", passed: alone.status === 0 },
      {
        name: "the single-file program",
        passed: runTests(process.execPath, few ? FEW : SCENARIOS, { ZCREDIT_BIN: program }),
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

buildProgram();
try {
  fetchNode("linux-x64", NODES.program);
  conclude(tryProgram());
} catch (error) {
  // The build server may stand where the registry holds no Node; whoever asks for the long run wants to know.
  conclude([{ name: `the single-file program was not tried: ${reasonOf(error)}`, passed: few }]);
}
