// `npm run platforms:long`: the scenario tests under each Node that zcredit says it runs on, the lowest of all first.
// With --few, as on the build server, the shortest that run the whole program. Needs the npm registry once, for Node.
import { fetchNode, NODES } from "../../src/ship/nodes.mjs";
import { buildProgram, conclude, FEW, runTests, SCENARIOS } from "./run.mjs";

const tests = process.argv.includes("--few") ? FEW : [...SCENARIOS, "test/read", "test/write"];
buildProgram();
const results = [];
for (const version of NODES.supported) {
  const { program } = fetchNode("linux-x64", version);
  process.stdout.write(`== Node ${version}\n`);
  results.push({ name: `Node ${version}`, passed: runTests(program, tests) });
}
conclude(results);
