// Loaded before a measured program: notes its peak memory (KiB, all its threads) in a file when it ends.
import { writeFileSync } from "node:fs";
import { isMainThread } from "node:worker_threads";

if (isMainThread) {
  process.on("exit", () => {
    writeFileSync(process.env.BENCH_PEAK, String(process.resourceUsage().maxRSS));
  });
}
