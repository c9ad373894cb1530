import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/** Tests that start the program again and again, and take minutes together: `npm run test:long`, and `.ci/run`. */
const LONG = [
  "test/cli/{completion,equity,failures,flags,inspect,inspectCopy,lists,nightly,pipe}.test.ts",
  "test/cli/{policyCommands,progress,shards,tmux,verify}.test.ts",
  "test/cluster/**/*.test.ts",
  "test/faults/**/*.test.ts",
  "test/html/{pages,report,worksheet}.test.ts",
  "test/partition/**/*.test.ts",
  "test/privacy/**/*.test.ts",
  "test/redact/commands.test.ts",
  "test/ship/**/*.test.ts",
];

// Whoever names files or folders means all that is in them.
const isNamed = process.argv.some((word) => word.startsWith("test/"));
const wanted = process.env.ZCREDIT_TESTS ?? (isNamed ? "all" : "quick");

export default defineConfig({
  test: {
    include: wanted === "long" ? LONG : ["test/**/*.test.ts"],
    exclude: wanted === "quick" ? LONG : [],
    globalSetup: ["test/support/build.ts"],
    setupFiles: ["test/support/children.ts"],
    // Long tests mostly wait for the programs that they start; without a word vitest leaves one processor idle.
    // One world for all quick tests: none of them changes what another sees, and loading the program each time takes longer.
    isolate: wanted !== "quick",
    maxWorkers: availableParallelism() + (wanted === "long" ? 1 : 0),
    // Every fault at every moment of a command takes its time.
    testTimeout: process.env.FAULTS === "full" ? 7_200_000 : 300_000,
    hookTimeout: 300_000,
    coverage: {
      provider: "v8",
      include: ["src/**/*.ts"],
      // The page's script runs in a browser, out of a bundle: the tests of test/html drive it there.
      exclude: ["src/report/html/browser/**", "src/report/html/browserCode.ts"],
      reporter: ["json"],
      reportOnFailure: true,
    },
  },
});
