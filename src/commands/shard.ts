import type { Problem } from "../errors.js";
import type { Shard } from "../partition/pack.js";

type Environment = Readonly<Record<string, string | undefined>>;

/** What a job array says of one of its jobs. */
interface Place {
  /** From 0. */
  readonly index: number;
  /** Null: the array does not say how many there are. */
  readonly of: number | null;
  readonly by: string;
}

const MOST_SHARDS = 100_000;

/**
 * `--shard 2/8`: the second of eight slices. `auto` takes both from the job array that this runs in, `auto/8` only
 * which of the eight. Null where it cannot be told; the problem is added then.
 */
export function readShard(text: string, where: string, env: Environment, problems: Problem[]): Shard | null {
  const say = (message: string): null => {
    problems.push({ code: "", where, message });
    return null;
  };
  const [which = "", count, ...rest] = text.split("/");
  const of = count === undefined ? null : wholeOf(count);
  const isAuto = which === "auto";
  const own = isAuto ? null : wholeOf(which);
  if (rest.length > 0 || (count !== undefined && of === null) || (!isAuto && (own === null || of === null))) {
    return say(`"${text}" is no slice; write 2/8 for the second of eight, auto, or auto/8.`);
  }
  if (own !== null && of !== null) return inRange(own - 1, of, `${own} of ${of}`, say);
  const place = placeIn(env);
  if (place === null) {
    return say(
      "auto works in a job array only (Slurm, a Kubernetes Indexed Job, AWS Batch), and there is no sign of one here. Write 2/8 for the second of eight.",
    );
  }
  const all = of ?? place.of;
  if (all === null) return say(`${place.by} does not say how many jobs there are: say so, as in auto/8.`);
  return inRange(place.index, all, `${place.by} says ${place.index}, counted from 0, of ${all}`, say);
}

function wholeOf(text: string): number | null {
  return /^\d{1,6}$/.test(text) ? Number(text) : null;
}

function inRange(index: number, of: number, what: string, say: (message: string) => null): Shard | null {
  if (of < 1 || of > MOST_SHARDS || index < 0 || index >= of) {
    return say(`${what}: there is no such slice. They are counted from 1 to how many there are.`);
  }
  return { index, of };
}

function placeIn(env: Environment): Place | null {
  const number = (name: string): number | null => wholeOf(env[name] ?? "");
  const slurm = number("SLURM_ARRAY_TASK_ID");
  if (slurm !== null) {
    const step = number("SLURM_ARRAY_TASK_STEP") ?? 1;
    const index = (slurm - (number("SLURM_ARRAY_TASK_MIN") ?? 0)) / Math.max(1, step);
    return { index, of: number("SLURM_ARRAY_TASK_COUNT"), by: "SLURM_ARRAY_TASK_ID" };
  }
  const aws = number("AWS_BATCH_JOB_ARRAY_INDEX");
  if (aws !== null) return { index: aws, of: number("AWS_BATCH_JOB_ARRAY_SIZE"), by: "AWS_BATCH_JOB_ARRAY_INDEX" };
  const completion = number("JOB_COMPLETION_INDEX");
  return completion === null ? null : { index: completion, of: null, by: "JOB_COMPLETION_INDEX" };
}
