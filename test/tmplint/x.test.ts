import { it } from "vitest";
import { readJson } from "../../src/policy/json.js";
import { outlinePolicy } from "../../src/policy/outline.js";
import { POLICY_RULES } from "../../src/rules/policyIndex.js";
function long(n: number, kind: number): string {
  const pathway = (index: number): object => ({
    id: `p${index}`, title: "Pathway", method: "other", clause: "1",
    ...(kind === 1 ? { who: { classOf: [1900 + index % 290], gradeLevels: [index % 12] } } : {}),
    attempt: { is: "required" },
    evidence: kind === 2 ? { all: [{ test: "T", min: { score: 100000 - index } }, {approval: "x"}] } : { test: "T", min: { score: 100000 - index } },
    award: { courses: ["c1"], take: "lost", upTo: 1 }, grade: { mark: "P" },
  });
  return JSON.stringify({ courses: [{ id: "c1", subject: "s", credits: 1, courseIds: ["C"] }], tests: [{ id: "T", scales: { score: {} } }],
    pathways: Array.from({ length: n }, (_, index) => pathway(index)) });
}
it("worst", () => {
  for (const kind of [0, 1, 2]) for (const n of [500, 1000, 2000]) {
    const outline = outlinePolicy(readJson(long(n, kind)).value);
    const rule = POLICY_RULES.find((r) => r.code === "policy-pathway-shadowed");
    const a = performance.now(); rule?.check({ outline, awardDate: "2025-06-20" }, () => {});
    console.log(kind, n, Math.round(performance.now() - a), Math.round(process.memoryUsage().heapUsed / 1e6));
  }
}, 600000);
