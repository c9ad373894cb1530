import { writeFileSync, appendFileSync } from "node:fs";
import fc from "fast-check";
import { test } from "vitest";
import { naiveDecide } from "../naive/decide.js";
import { district, type District } from "../support/arbitraries.js";
import { run, studentIds } from "../properties/support.js";

const line = (one: any) => [one.course, one.part, one.status, one.credits, one.waived, one.mark, one.term, one.courseId, one.missing.join("+")].join("|");
function byPath(proposals: any[], refusals: any[]) {
  const m: Record<string, string> = {};
  for (const p of proposals) m[p.pathway] = (m[p.pathway] ? m[p.pathway] + " ; " : "") + line(p);
  for (const r of refusals) m[r.pathway] = r.reason;
  return m;
}
async function diffs(d: District) {
  const out: { id: string; path: string; engine: string; naive: string }[] = [];
  const { result } = await run(d);
  for (const id of studentIds(d)) {
    const e = byPath(result.proposals.filter((p) => p.studentId === id) as any, result.refusals.filter((p) => p.studentId === id) as any);
    const n0 = naiveDecide(d, id);
    const n = byPath(n0.proposals as any, n0.refusals as any);
    for (const path of d.policy.pathways.map((p) => p.id)) {
      if ((e[path] ?? "-") !== (n[path] ?? "-")) { out.push({ id, path, engine: e[path] ?? "-", naive: n[path] ?? "-" }); break; }
    }
  }
  return out;
}
const cat = (s: string) => s.includes("|") ? "PROPOSAL" : s;
const keyOf = (x: any) => cat(x.engine) + " <> " + cat(x.naive);
async function same(d: District, key: string) {
  try { return (await diffs(d)).some((x) => keyOf(x) === key); } catch { return false; }
}
async function minimise(d: District, key: string): Promise<District> {
  let cur = d; let changed = true; let budget = 600;
  const attempt = async (next: District) => { if (budget-- < 0) return false; if (await same(next, key)) { cur = next; changed = true; return true; } return false; };
  while (changed && budget > 0) {
    changed = false;
    for (const field of ["transcript", "scores", "approvals", "students"] as const) {
      for (let i = cur[field].length - 1; i >= 0; i--) await attempt({ ...cur, [field]: cur[field].filter((_, j) => j !== i) } as any);
    }
    for (const field of ["pathways", "caps", "sameLearning"] as const) {
      for (let i = (cur.policy[field] ?? []).length - 1; i >= 0; i--) await attempt({ ...cur, policy: { ...cur.policy, [field]: (cur.policy[field] as any[]).filter((_, j) => j !== i) } } as any);
    }
    for (let i = 0; i < cur.policy.pathways.length; i++) {
      for (const k of Object.keys(cur.policy.pathways[i]!)) {
        if (["id","title","method","clause"].includes(k)) continue;
        const p: any = { ...cur.policy.pathways[i] };
        const subs = k === "record" || k === "award" || k === "attempt" || k === "evidence" || k === "who" ? Object.keys(p[k]) : [];
        for (const s of subs) { const q = { ...cur.policy.pathways[i], [k]: { ...(cur.policy.pathways[i] as any)[k] } } as any; delete q[k][s]; await attempt({ ...cur, policy: { ...cur.policy, pathways: cur.policy.pathways.map((o, j) => j === i ? q : o) } } as any); }
        if (k === "award" && (cur.policy.pathways[i] as any).award.courses.length > 1) for (const c of [0,1]) { const q = { ...cur.policy.pathways[i], award: { ...(cur.policy.pathways[i] as any).award, courses: [(cur.policy.pathways[i] as any).award.courses[c]] } } as any; await attempt({ ...cur, policy: { ...cur.policy, pathways: cur.policy.pathways.map((o, j) => j === i ? q : o) } } as any); if (cur.policy.pathways[i]!.award.courses.length === 1) break; }
        const q: any = { ...cur.policy.pathways[i] }; delete q[k];
        await attempt({ ...cur, policy: { ...cur.policy, pathways: cur.policy.pathways.map((o, j) => j === i ? q : o) } } as any);
      }
    }
    for (let i = 0; i < cur.transcript.length; i++) for (const k of ["designations","date_completed","district_code"]) if ((cur.transcript[i] as any)[k]) await attempt({ ...cur, transcript: cur.transcript.map((r, j) => j === i ? { ...r, [k]: "" } : r) } as any);
  }
  return cur;
}
test("diff", async () => {
  const seen = new Map<string, { n: number; d: District }>();
  const N = Number(process.env.N ?? 300);
  const sample = fc.sample(district(), { numRuns: N, seed: Number(process.env.S ?? 7) });
  let bad = 0;
  for (const d of sample) {
    let xs; try { xs = await diffs(d); } catch (e) { xs = [{ engine: "THROW " + String(e).slice(0, 150), naive: "", id: "", path: "" }]; }
    if (xs.length) bad++;
    for (const x of xs) {
      const k = keyOf(x); const o = seen.get(k);
      const size = JSON.stringify(d).length;
      if (!o) seen.set(k, { n: 1, d }); else { o.n++; if (size < JSON.stringify(o.d).length) o.d = d; }
    }
  }
  writeFileSync("/tmp/diff.out", `${bad}/${N}\n` + [...seen].map(([k, v]) => `${v.n} ${k}`).join("\n") + "\n");
  if (process.env.MIN === "0") return;
  for (const [k, v] of seen) {
    if (k.startsWith("THROW")) continue;
    const m = await minimise(v.d, k);
    const x = (await diffs(m)).find((y) => keyOf(y) === k);
    appendFileSync("/tmp/diff.out", `\n=== ${v.n}x ${k}\n${JSON.stringify(x)}\naward ${m.awardDate}\n` +
      m.policy.pathways.map((p) => JSON.stringify(p)).join("\n") + "\ncaps " + JSON.stringify(m.policy.caps) + " sets " + JSON.stringify(m.policy.sameLearning) + "\n" +
      m.policy.courses.map((c) => JSON.stringify({ ...c, title: undefined, stateCourseCode: undefined, cadr: undefined })).join("\n") + "\n" +
      m.transcript.map((r) => ["student_id","course_id","school_year","term","grade_level","mark","credits_attempted","credits_earned","designations","date_completed","district_code"].map((c) => r[c] ?? "~").join(",")).join("\n") + "\nscores\n" +
      m.scores.map((r) => JSON.stringify(r)).join("\n") + "\napprovals\n" + m.approvals.map((r) => JSON.stringify(r)).join("\n") + "\nstudents\n" + m.students.map((r) => JSON.stringify(r)).join("\n") + "\n");
  }
}, 600000);
