import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/support/build.ts"],
    setupFiles: ["test/support/children.ts"],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    coverage: {
      provider: "v8",
      include: ["src/**/*.ts"],
      // The page's script runs in a browser, out of a bundle: the tests of test/html drive it there.
      exclude: ["src/report/html/browser/**", "src/report/html/browserCode.ts"],
      reporter: ["json"],
    },
  },
});
