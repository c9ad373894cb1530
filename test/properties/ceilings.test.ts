import fc from "fast-check";
import { expect, test } from "vitest";
import type { RawCap, RawPolicy } from "../naive/types.js";
import { district } from "../support/arbitraries.js";
import { holds, type Outcome, run } from "./support.js";

/** Credit that each pathway gives each student under a cap. */
function given(outcome: Outcome, covers: (pathway: string, course: string) => boolean): Map<string, number> {
  const sums = new Map<string, number>();
  for (const one of outcome.result.proposals) {
    if (!covers(one.pathway, one.course)) continue;
    const key = `${one.studentId} ${one.pathway}`;
    sums.set(key, (sums.get(key) ?? 0) + one.credits + one.waived);
  }
  return sums;
}

function expectNotMore(lower: Map<string, number>, higher: Map<string, number>): void {
  for (const [key, credits] of lower) {
    expect(credits, key).toBeLessThanOrEqual(higher.get(key) ?? 0);
  }
}

test("a lower cap never gives more under any pathway that it limits", () =>
  holds(fc.tuple(district(), fc.nat(1), fc.constantFrom(0.001, 0.25, 0.5)), 100, async ([drawn, at, upTo]) => {
    const caps = drawn.policy.caps ?? [];
    const cap = caps[at % Math.max(1, caps.length)];
    fc.pre(cap !== undefined && upTo < cap.upTo);
    const lowered = caps.map((one): RawCap => (one === cap ? { ...one, upTo } : one));
    const covers = (pathway: string, course: string): boolean => {
      if (drawn.policy.pathways.find((one) => one.id === pathway)?.award.kind === "waiver") return false;
      const subject = drawn.policy.courses.find((one) => one.id === course)?.subject;
      if (cap?.subject !== undefined && cap.subject !== subject) return false;
      return cap?.pathways === undefined || cap.pathways.includes(pathway);
    };
    const higher = given(await run(drawn), covers);
    const lower = given(await run({ ...drawn, policy: { ...drawn.policy, caps: lowered } }), covers);
    expectNotMore(lower, higher);
  }));

test("a lower upTo never makes its pathway give more", () =>
  holds(fc.tuple(district(), fc.nat(5), fc.constantFrom(0.001, 0.1, 0.25)), 100, async ([drawn, at, upTo]) => {
    const pathway = drawn.policy.pathways[at % drawn.policy.pathways.length];
    fc.pre(pathway?.award.upTo !== undefined && upTo < pathway.award.upTo);
    const policy: RawPolicy = {
      ...drawn.policy,
      pathways: drawn.policy.pathways.map((one) => (one === pathway ? { ...one, award: { ...one.award, upTo } } : one)),
    };
    const covers = (id: string): boolean => id === pathway?.id;
    expectNotMore(given(await run({ ...drawn, policy }), covers), given(await run(drawn), covers));
  }));
