// `npm run platforms:long`: the scenario tests under each Node that zcredit says it runs on, the lowest of all first.
// With --few, as on the build server, the shortest that run the whole program. Needs the npm registry once, for Node.
import { fetchNode, NODES } from "../../src/ship/nodes.mjs";
import { buildProgram, conclude, FEW, reasonOf, runTests, SCENARIOS } from "./run.mjs";

const few = process.argv.includes("--few");
const tests = few ? FEW : [...SCENARIOS, "test/read", "test/write"];
buildProgram();
const results = [];
for (const version of NODES.supported) {
  const name = `Node ${version}`;
  process.stdout.write(`== ${name}\n`);
  try {
    const { program } = fetchNode("linux-x64", version);
    results.push({ name, passed: runTests(program, tests) });
  } catch (error) {
    // The build server may stand where the registry holds no Node; whoever asks for the long run wants to know.
    results.push({ name: `${name} was not tried: ${reasonOf(error)}`, passed: few });
  }
}
conclude(results);
