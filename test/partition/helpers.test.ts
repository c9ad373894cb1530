import { expect, it } from "vitest";
import { type HiredHelpers, hireHelpers, type Thread } from "../../src/workers/helpers.js";
import type { Setting } from "../../src/workers/messages.js";

const SETTING: Setting = {
  policy: { name: "policy.json", bytes: new Uint8Array(), sha256: "" },
  lists: null,
  awardDate: "2025-06-20",
  shard: null,
};
const GO = { partition: 0, lying: { kind: "memory", pieces: [] }, bytes: 0, go: 0, goes: 1 } as const;

function helpersWith(whenAsked: (thread: Thread, id: number) => void): HiredHelpers {
  const hire = (): Thread => {
    const thread: Thread = {
      post: ({ id }) => whenAsked(thread, id),
      end: async () => undefined,
      onAnswer: () => undefined,
      onGone: () => undefined,
    };
    return thread;
  };
  return hireHelpers({ threads: 2, setting: SETTING, after: 0, hire });
}

it("says in plain words that a thread is no more, and what to do", async () => {
  const helpers = helpersWith((thread) => thread.onGone("ERR_WORKER_OUT_OF_MEMORY"));
  await expect(helpers.crewFor(1)?.decide(GO)).rejects.toMatchObject({
    problems: [{ where: "--jobs", message: expect.stringMatching(/ran out of memory.*--jobs 1/) }],
  });
  // Whoever asks later is told the same.
  await expect(helpers.crewFor(1)?.decide(GO)).rejects.toThrow("ran out of memory");
});

it("passes on a problem in its words, and a defect with its place", async () => {
  const problems = [{ code: "", where: "t.csv", message: "cannot be read." }];
  const troubled = helpersWith((thread, id) => thread.onAnswer({ id, problems }));
  await expect(troubled.crewFor(1)?.decide(GO)).rejects.toMatchObject({ problems });
  const defect = { name: "TypeError", message: "x", stack: "at dist/group.js:1" };
  const broken = helpersWith((thread, id) => thread.onAnswer({ id, defect }));
  await expect(broken.crewFor(1)?.decide(GO)).rejects.toMatchObject(defect);
});

it("begins nobody once all were let go, whoever still asks", async () => {
  let begun = 0;
  const hire = (): Thread => {
    begun += 1;
    return { post: () => undefined, end: async () => undefined, onAnswer: () => undefined, onGone: () => undefined };
  };
  const helpers = hireHelpers({ threads: 2, setting: SETTING, after: 0, hire });
  const crew = helpers.crewFor(1);
  void crew?.decide(GO);
  await helpers.close();
  await expect(async () => crew?.decide(GO)).rejects.toThrow("were let go");
  expect(begun).toBe(2);
});

it.each([
  [null, 0],
  [1000, 0],
  [1001, 2],
])("of %s bytes to read begins %i threads before it is asked anything", (inputBytes, threads) => {
  let begun = 0;
  const hire = (): Thread => {
    begun += 1;
    return { post: () => undefined, end: async () => undefined, onAnswer: () => undefined, onGone: () => undefined };
  };
  hireHelpers({ threads: 2, setting: SETTING, inputBytes, after: 1000, hire });
  expect(begun).toBe(threads);
});
