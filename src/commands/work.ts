import type { Helpers } from "../partition/crew.js";
import type { TextCodec } from "../partition/packed.js";
import type { RowStore } from "../partition/store.js";
import { type HiredHelpers, hireHelpers } from "../workers/helpers.js";
import { nodeCodec } from "../write/codec.js";
import { openRowStore } from "../write/rowStore.js";
import type { Scratch } from "../write/scratch.js";
import type { Job } from "./job.js";
import type { Settings } from "./settings.js";

/** With what a run does its work: where rows wait, and who helps. */
export interface Work {
  readonly store: RowStore;
  readonly codec: TextCodec;
  readonly helpers?: Helpers;
}

/** `ZCREDIT_SMALL_LIMITS=1`: as if every file were huge, so that the tests see what huge files see. */
const SMALL = { rows: { budget: 50_000, extent: 4_000, atOnce: 20_000 }, helpers: { after: 20_000, blockSize: 8_000 } };

/** Gives a run what it works with, and takes all of it back however the run ends. */
export async function withWork<T>(
  settings: Pick<Settings, "jobs" | "shard" | "awardDate">,
  job: Pick<Job, "meter" | "policyText" | "listsText">,
  scratch: Scratch,
  run: (work: Work) => Promise<T>,
): Promise<T> {
  const { jobs, shard, awardDate } = settings;
  const small = process.env.ZCREDIT_SMALL_LIMITS === "1" ? SMALL : null;
  let helpers: HiredHelpers | null = null;
  const store = openRowStore({ scratch, inputBytes: job.meter.total, ...small?.rows });
  try {
    if (jobs > 1) {
      const setting = { policy: job.policyText, lists: job.listsText, awardDate, shard };
      helpers = hireHelpers({ threads: jobs, setting, inputBytes: job.meter.total, ...small?.helpers });
    }
    return await run({ store, codec: nodeCodec(), ...(helpers === null ? {} : { helpers }) });
  } finally {
    await helpers?.close();
    store.close();
  }
}
