// How long it takes to lint a policy, at one size and at four times that: 2,000 pathways over 5,000 courses are the
// larger. Proportional to size means that the time per pathway stays the same.
// Usage: node test/bench/policy.mjs [pathways] [runs]
import { fileURLToPath } from "node:url";

const AWARD_DATE = "2025-06-20";
const TESTS = 50;
/** Pathways that lead to one course, at most: the next course, a state test, a portfolio. */
const WAYS = 3;

function course(index) {
  const code = `C${String(index).padStart(5, "0")}`;
  return {
    id: `course-${index}`,
    title: `Course ${index}`,
    subject: `subject-${index % 12}`,
    stateCourseCode: "02052",
    credits: 1,
    parts: [
      { id: "S1", courseIds: [`${code}A`], credits: 0.5 },
      { id: "S2", courseIds: [`${code}B`], credits: 0.5 },
    ],
  };
}

function pathway(index, courses) {
  const target = Math.floor(index / WAYS) * 2;
  const shared = {
    id: `pathway-${index}`,
    title: `Pathway ${index}`,
    clause: `Section ${index}`,
    attempt: { is: "required" },
    award: { courses: [`course-${target}`], take: "lost" },
    grade: { mark: "P" },
  };
  if (index % WAYS === 0) {
    const next = `course-${(target + 12) % courses}`;
    return {
      ...shared,
      method: "next-course",
      progression: { standards: [`ST-${target}`], attestedBy: "Content team", on: "2022-05-02" },
      evidence: { course: next, minMark: "C" },
    };
  }
  if (index % WAYS === 1) {
    const test = `TEST-${index % TESTS}`;
    const tiers = ["2", "3"].map((level, tier) => ({ evidence: { test, min: { level } }, upTo: 0.5 * (tier + 1) }));
    return { ...shared, method: "state-test", tiers, record: { designations: ["N"] } };
  }
  const evidence = { all: [{ approval: "panel" }, { any: [{ test: `TEST-${index % TESTS}`, min: { level: "3" } }] }] };
  return { ...shared, method: "local-test", evidence, approvals: ["teacher"], record: { designations: ["L"] } };
}

/** A policy of so many pathways over two and a half times as many courses. */
export function policyOf(pathways) {
  const courses = Math.round(pathways * 2.5);
  return {
    format: 1,
    district: { name: "Bench School District", code: "17901" },
    policies: [{ number: "1", adopted: "2020-01-01", effectiveFrom: "2020-01-01" }],
    equity: { provision: "Reviewed each year by student group." },
    marks: { ranked: ["A", "B", "C", "D"], credit: ["P"], noCredit: ["F"], incomplete: ["I"], ignored: ["W"] },
    calendar: {
      terms: [
        { id: "S1", ends: "01-31" },
        { id: "S2", ends: "06-15" },
      ],
    },
    courses: Array.from({ length: courses }, (_, index) => course(index)),
    tests: Array.from({ length: TESTS }, (_, index) => ({
      id: `TEST-${index}`,
      title: `Test ${index}`,
      scope: "state",
      scales: { level: { ordered: ["1", "2", "3", "4"] } },
    })),
    pathways: Array.from({ length: pathways }, (_, index) => pathway(index, courses)),
    caps: [{ id: "year", per: "school-year", upTo: 4 }],
  };
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

/** Prints the time per pathway at a quarter of the size and at the whole, and their ratio. */
export async function benchPolicy(pathways, runs) {
  const { loadPolicy } = await import("../../dist/policy/load.js");
  const sizes = [Math.round(pathways / 4), pathways].map((size) => {
    const bytes = new TextEncoder().encode(JSON.stringify(policyOf(size), null, 2));
    return { size, input: { name: "policy.json", bytes, sha256: "0".repeat(64) }, times: [], findings: 0 };
  });
  for (let run = 0; run < runs; run += 1) {
    for (const each of sizes) {
      // Processor time, so that whatever else the machine does falls out.
      const from = process.cpuUsage();
      const { policy, findings } = loadPolicy(each.input, AWARD_DATE);
      const { user, system } = process.cpuUsage(from);
      each.times.push((user + system) / 1000);
      if (policy === null) throw new Error(findings.find((finding) => finding.severity === "error")?.message);
      each.findings = findings.length;
    }
  }
  const perPathway = sizes.map(({ size, input, times, findings }) => {
    const ms = median(times);
    const courses = Math.round(size * 2.5);
    const kib = Math.round(input.bytes.length / 1024);
    console.log(
      `policy of ${size} pathways, ${courses} courses, ${kib} KiB: linted in ${ms.toFixed(0)} ms, ` +
        `${((ms * 1000) / size).toFixed(0)} µs a pathway, ${findings} findings`,
    );
    return ms / size;
  });
  console.log(`ratio per pathway at four times the size ${(perPathway[1] / perPathway[0]).toFixed(2)}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await benchPolicy(Number(process.argv[2] ?? 2000), Number(process.argv[3] ?? 5));
}
