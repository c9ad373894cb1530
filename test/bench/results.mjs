// Measures what becomes of findings once they are made: gathering, and writing csv, json and html. Findings are made up;
// nothing is read or decided. Usage: node test/bench/results.mjs [students] [budget in MiB a sort, or "memory"]
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const dist = new URL("../../dist/", import.meta.url);
const from = (name) => import(new URL(name, dist).href);
const { gatherInMemory } = await from("report/gather.js");
const { gatherSpilling } = await from("write/spilled.js");
const { scratchBeside } = await from("write/scratch.js");
const { resultFiles } = await from("report/formats/index.js");
const { summaryText } = await from("report/summary.js");
const { outFile, writeResults } = await from("write/out.js");
const { manifestText } = await from("write/manifest.js");
const { CHECKS } = await from("decide/checks/index.js");

const students = Number(process.argv[2] ?? 40_000);
const budget = process.argv[3];

const STEPS = CHECKS.slice(0, 13).map(({ reason }) => ({ check: reason, outcome: "held", says: "", leaves: 0 }));

function considered(studentId, n) {
  const code = `GEO${200 + (n % 7)}`;
  const says = `English Language Arts ${n % 3} with C or better: S1 has ${n % 5} of 0.5 credit at that mark`;
  return {
    studentId,
    pathway: `next-${n % 6}`,
    method: "next-course",
    policy: "1",
    clause: "1, Next course",
    strength: "may",
    // A step is an object of its own in each decision.
    steps: STEPS.map((step, at) => ({ ...step, ...(at === 12 ? { outcome: "failed", says } : {}) })),
    evidence: [1, 2].map((row) => ({
      file: "transcripts.csv",
      line: n * 40 + row,
      says: `${code} 2023-24 S${row} A-`,
    })),
    note: says,
    course: `course-${n % 6}`,
    part: "",
  };
}

function refusal(studentId, n) {
  const reason = n % 2 === 0 ? "no-lost-credit" : "evidence-not-met";
  return { ...considered(studentId, n), reason, allReasons: [reason, "already-credited"], waits: [], doubtful: [] };
}

function proposal(studentId, n) {
  return {
    ...considered(studentId, n),
    id: (n * 2654435761).toString(16).padStart(16, "0"),
    status: n % 10 === 0 ? "held" : "ready",
    stateStudentId: "",
    schoolCode: String(1000 + (n % 40)),
    gradeLevel: String(9 + (n % 4)),
    classOf: "",
    courseId: "GEO101",
    courseTitle: "Geometry 1",
    part: "S1",
    stateCourseCode: "02072",
    contentArea: "GEO",
    cte: "N",
    credits: 500,
    waived: 0,
    mark: "P",
    designations: "Z",
    schoolYear: 2025,
    term: "S2",
    awardDate: "2025-06-20",
    approvals: [],
    recovers: null,
    missing: n % 10 === 0 ? ["teacher"] : [],
    tier: null,
    gpa: "",
    columns: {},
    studentColumns: { last_name: `Name ${n}` },
  };
}

function violation(studentId, n, k) {
  const school = String(1000 + (n % 40));
  return {
    code: k === 0 ? "duplicate-record" : "repeat-credit",
    severity: k === 0 ? "error" : "warning",
    status: "open",
    studentId,
    message: `With this record the credit earned in World History ${k} comes to 1, and it is worth 0.5. Beside it stands HIS${200 + k} 2022-23 S2 C. No mastery record is involved, so nothing is to be undone here; but a course that is full leaves no credit for mastery.`,
    file: "transcripts.csv",
    line: n * 40 + k + 2,
    column: "credits_earned",
    value: "0.5",
    course: "his-2",
    courseId: `HIS${200 + k}`,
    pathway: "",
    withholds: n % 50 === 0 ? 500 : 0,
    citation: "Mastery-Based Crediting Handbook 2.0 (State Board of Education, January 2023)",
    remedy:
      "If the course may be repeated for credit, give it more credits in the policy. Else have one of the records corrected in your student system.",
    fingerprint: ((n * 5 + k) * 2246822519).toString(16).padStart(16, "0"),
    cause: `credits_earned 0.5, school ${school}`,
    schoolCode: school,
  };
}

const columns = ["student_id", "school_year", "term", "course_id", "mark", "credits_attempted", "credits_earned"];
const layout = {
  kind: "transcript",
  columns,
  index: Object.fromEntries(columns.map((name, at) => [name, at])),
  extra: [],
  studentColumns: [],
  delimiter: ",",
  newline: "\n",
  encoding: "utf-8",
  bom: false,
};

const cpu = () => process.cpuUsage().user / 1e6;
const peak = () => Math.round(process.resourceUsage().maxRSS / 1024);
const top = mkdtempSync(join(tmpdir(), "zcredit-bench-"));
const scratch = scratchBeside(join(top, "out"));
try {
  const started = cpu();
  const gather =
    budget === "memory"
      ? gatherInMemory()
      : gatherSpilling(scratch, ...(budget === undefined ? [] : [Number(budget) * 1024 * 1024]));
  for (let n = 0; n < students; n += 1) {
    const id = String(1_000_000_000 + n * 7);
    gather.students.add([{ id, schoolCode: String(1000 + (n % 40)), gradeLevel: String(9 + (n % 4)), classOf: "" }]);
    if (n % 5 === 0) gather.proposals.add([proposal(id, n)]);
    gather.refusals.add([refusal(id, n), refusal(id, n + 1)]);
    gather.violations.add([0, 1, 2, 3, 4].map((k) => violation(id, n, k)));
  }
  const result = {
    version: "0",
    options: {
      awardDate: "2025-06-20",
      failOn: "error",
      onlyStudent: [],
      school: [],
      classOf: [],
      gradeLevel: [],
      allowTruncated: false,
      merged: false,
      config: null,
      severities: {},
    },
    policy: {
      name: "p",
      sha256: "",
      bytes: 1,
      district: "d",
      districtCode: "1",
      documents: [],
      courses: {},
      pathways: {},
    },
    files: [],
    output: { layout, schoolYearForm: "short", dateForm: "iso" },
    counts: { students, studentsOut: students, transcriptRows: 0, doubtfulRows: 0, masteryRecords: 0, considered: 0 },
    students: gather.students.finish(),
    proposals: gather.proposals.finish(),
    refusals: gather.refusals.finish(),
    violations: gather.violations.finish(),
    rules: { run: [], notChecked: [], off: [] },
    notes: [],
  };
  const gathered = cpu();
  const line = (what, since) =>
    console.log(`${what.padEnd(20)} ${(cpu() - since).toFixed(2)} s user   peak ${peak()} MiB`);
  console.log(`${students} students, ${result.refusals.length} refusals, ${result.violations.length} violations`);
  line("gathered", started);
  summaryText(result, { out: null, colour: (_, text) => text });
  line("totals", gathered);
  const files = resultFiles(result, ["csv", "json", "html"]).map((file) => {
    const { content, ...rest } = outFile(file);
    const timed = async (write) => {
      const before = cpu();
      await content(write);
      line(file.name, before);
    };
    return { ...rest, content: timed };
  });
  await writeResults(join(top, "out"), files, {
    force: false,
    inputs: [],
    manifest: (written) => manifestText(result, written),
  });
  line("all written", gathered);
  for (const name of readdirSync(join(top, "out"))) console.log(`  ${name} ${statSync(join(top, "out", name)).size}`);
} finally {
  scratch.close();
  rmSync(top, { recursive: true, force: true });
}
