import fc from "fast-check";
import { expect } from "vitest";
import type { RawCap, RawPathway } from "../naive/types.js";
import { district } from "../support/arbitraries.js";
import { always, type Outcome, run } from "./support.js";

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

const LOW = [0.001, 0.1, 0.25, 0.5] as const;

always(
  "a lower cap never gives more under any pathway that it limits",
  fc.tuple(district(), fc.constantFrom("subject", "pathways", "all"), fc.nat(5), fc.constantFrom(...LOW)),
  60,
  async ([drawn, kind, at, upTo]) => {
    const { policy } = drawn;
    const named = policy.pathways[at % policy.pathways.length]?.id ?? "";
    const subject = kind === "subject" ? { subject: policy.courses[0]?.subject ?? "" } : {};
    const pathways = kind === "pathways" ? { pathways: [named] } : {};
    const covers = (pathway: string, course: string): boolean => {
      if (policy.pathways.find((one) => one.id === pathway)?.award.kind === "waiver") return false;
      if (kind === "subject") return policy.courses.find((one) => one.id === course)?.subject === subject.subject;
      return kind === "all" || pathway === named;
    };
    const under = async (limit: number): Promise<Map<string, number>> => {
      const cap: RawCap = { id: "drawn", ...subject, ...pathways, upTo: limit };
      return given(await run({ ...drawn, policy: { ...policy, caps: [...(policy.caps ?? []), cap] } }), covers);
    };
    expectNotMore(await under(upTo), await under(upTo * 2));
  },
);

always(
  "a lower upTo never makes its pathway give more",
  fc.tuple(district(), fc.nat(5), fc.constantFrom(...LOW)),
  60,
  async ([drawn, at, upTo]) => {
    const { policy } = drawn;
    const pathway = policy.pathways[at % policy.pathways.length];
    const under = async (limit: number): Promise<Map<string, number>> => {
      const pathways = policy.pathways.map((one) => (one === pathway ? withUpTo(one, limit) : one));
      const outcome = await run({ ...drawn, policy: { ...policy, pathways } });
      return given(outcome, (id) => id === pathway?.id);
    };
    expectNotMore(await under(upTo), await under(upTo * 2));
  },
);

/** An open pathway with a ceiling must say whether class credit is subtracted. */
function withUpTo(pathway: RawPathway, upTo: number): RawPathway {
  const net = pathway.award.take === "open" ? { netOfClassCredit: pathway.award.netOfClassCredit ?? false } : {};
  return { ...pathway, award: { ...pathway.award, ...net, upTo } };
}
