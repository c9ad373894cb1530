import { readFileSync } from "node:fs";
import { it } from "vitest";
import { loadPolicy } from "../../src/policy/load.js";
it("x", () => {
  for (const n of (process.env.F ?? "").split(",")) {
    const bytes = readFileSync(`samples/policies/${n}.json`);
    const { findings } = loadPolicy({ name: n, bytes, sha256: "" }, process.env.D ?? "2025-06-20");
    const by = new Map<string, string[]>();
    for (const f of findings) by.set(`${f.severity} ${f.code}`, [...(by.get(`${f.severity} ${f.code}`) ?? []), `${f.pointer} ${f.message}`]);
    for (const [k, v] of by) console.log(`${n} ${k}: ${v.length}\n   ${v.slice(0, 6).join("\n   ")}`);
  }
});
