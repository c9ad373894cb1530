import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { collectPopulation, type Population } from "../../src/audit/population.js";
import { loadPolicy } from "../../src/policy/load.js";
import { fromBytes, nobleHasher } from "../../src/read/memory.js";
import { EXISTING_RECORD_CODES } from "../../src/rules/index.js";
import { type Run, run } from "../../src/run.js";

/** A district in which mastery credit has been given for two years, by every kind of evidence. */
const POLICY = {
  format: 1,
  district: { name: "Larch Bay School District", code: "31901" },
  policies: [{ number: "2403P", adopted: "2022-07-05", effectiveFrom: "2022-09-01" }],
  equity: { provision: "Reviewed each year by student group." },
  marks: { ranked: ["A", "B", "C", "D"], credit: ["P"], noCredit: ["F"], incomplete: ["I"], ignored: ["W"] },
  calendar: {
    terms: [
      { id: "S1", ends: "01-31" },
      { id: "S2", ends: "06-20" },
    ],
  },
  courses: [
    {
      id: "algebra-1",
      title: "Algebra 1",
      subject: "math",
      credits: 1,
      parts: [
        { id: "S1", courseIds: ["MAT101"], credits: 0.5 },
        { id: "S2", courseIds: ["MAT102"], credits: 0.5 },
      ],
    },
    { id: "algebra-2", title: "Algebra 2", subject: "math", credits: 1, courseIds: ["MAT301"] },
    {
      id: "geometry",
      title: "Geometry",
      subject: "math",
      credits: 1,
      courseIds: ["MAT201"],
      parts: [
        { id: "S1", terms: ["S1"], credits: 0.5 },
        { id: "S2", terms: ["S2"], credits: 0.5 },
      ],
    },
    { id: "integrated-1", title: "Integrated Math 1", subject: "math", credits: 1, courseIds: ["IM1"] },
    { id: "biology", title: "Biology", subject: "science", credits: 0.5, cadr: true, courseIds: ["SCI101"] },
    { id: "spanish-1", title: "Spanish 1", subject: "language", credits: 1, courseIds: ["SPA101"] },
    { id: "welding", title: "Welding", subject: "cte", credits: 0.5, cte: true, courseIds: ["CTE101"] },
    { id: "chemistry", title: "Chemistry", subject: "science", credits: 0.5, cadr: true, courseIds: ["SCI201"] },
    { id: "history", title: "World History", subject: "social", credits: 1, courseIds: ["HIS101"] },
  ],
  sameLearning: [{ courses: ["algebra-1", "integrated-1"], credits: 1 }],
  tests: [
    {
      id: "SBA",
      title: "State Math Test",
      scope: "state",
      names: ["SB Math"],
      scales: { level: { ordered: ["1", "2", "3", "4"] } },
    },
    { id: "EXAM", title: "Biology Exam", scope: "local", scales: { percent: { min: 0, max: 100 } } },
    {
      id: "LANG",
      title: "Language Test",
      scope: "national",
      language: "Spanish",
      scales: { level: { ordered: ["Low", "Mid", "High"] } },
    },
  ],
  pathways: [
    {
      id: "next",
      title: "Algebra 2 completes Algebra 1",
      method: "next-course",
      clause: "Next course",
      progression: { standards: ["HSA-REI"], attestedBy: "Math team", on: "2022-05-02" },
      attempt: { is: "required" },
      evidence: { course: "algebra-2", minMark: "C" },
      award: { courses: ["algebra-1"], take: "lost" },
      strength: "will",
      grade: { mark: "C" },
      record: { designations: ["Z"] },
    },
    {
      id: "state",
      title: "State test recovers Geometry",
      method: "state-test",
      clause: "State test",
      attempt: { is: "required" },
      tiers: [
        { evidence: { test: "SBA", min: { level: "2" } }, upTo: 0.5 },
        { evidence: { test: "SBA", min: { level: "3" } }, upTo: 1 },
      ],
      award: { courses: ["geometry"], take: "lost" },
      strength: "will",
      grade: { mark: "P" },
      record: { designations: ["Z"] },
    },
    {
      id: "exam",
      title: "Exam in Biology",
      method: "local-test",
      clause: "Exam",
      attempt: { is: "irrelevant" },
      evidence: { test: "EXAM", min: { percent: 70 } },
      award: { courses: ["biology"], take: "open" },
      grade: {
        byScore: [
          { min: 70, mark: "B" },
          { min: 90, mark: "A" },
        ],
      },
      record: { designations: ["L"] },
      approvals: ["teacher"],
    },
    {
      id: "language",
      title: "Language test",
      method: "national-test",
      clause: "Languages",
      attempt: { is: "irrelevant" },
      who: { programs: { none: ["exchange"] } },
      evidence: { test: "LANG", min: { level: "Mid" } },
      award: { courses: ["spanish-1"], take: "open" },
      strength: "will",
      grade: { mark: "P" },
      record: { designations: ["N"] },
    },
    {
      id: "task",
      title: "Chemistry portfolio",
      method: "other",
      clause: "Chemistry",
      attempt: { is: "irrelevant" },
      evidence: { approval: "panel" },
      award: { courses: ["chemistry"], take: "open" },
      grade: { mark: "P" },
      record: { designations: ["Z"] },
    },
    {
      id: "welding",
      title: "Welding portfolio",
      method: "other",
      clause: "Welding",
      attempt: { is: "irrelevant" },
      evidence: { approval: "panel" },
      award: { courses: ["welding"], take: "open" },
      grade: { mark: "P" },
      record: { designations: ["Z"] },
    },
  ],
} as const;

const HEADERS = {
  transcript:
    "student_id,school_code,school_year,term,grade_level,course_id,course_title,mark,credits_attempted,credits_earned,designations,date_completed",
  scores: "student_id,test,date,level,percent",
  approvals: "student_id,pathway,role,decision,by,on,course",
  students: "student_id,grade_level,class_of,programs",
} as const;

type Kind = keyof typeof HEADERS;
export type Files = Readonly<Record<Kind, readonly string[]>>;

/** A fault as it was planted: by rule, student and line of the transcript (of the scores for `mastery-floor-missed`). */
export interface Planted {
  readonly code: string;
  readonly student: string;
  readonly line: number;
}

const TITLES: Readonly<Record<string, string>> = {
  MAT101: "Algebra 1",
  MAT102: "Algebra 1",
  MAT201: "Geometry",
  MAT301: "Algebra 2",
  IM1: "Integrated Math 1",
  SCI101: "Biology",
  SPA101: "Spanish 1",
  SCI201: "Chemistry",
  CTE101: "Welding",
  HIS101: "World History",
};

interface Pen {
  /** `MAT101 2022-23 S1 F 0.5 0 [Z date=2024-06-15 title=...]`; says the line it stands on. */
  row(text: string): number;
  score(text: string): number;
  approval(text: string): number;
  student(programs: string): number;
}

/** Whole numbers below `below`, the same for the same seed. */
function numbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * below);
  };
}

/** What sound students have: nothing, class credit, and records that a pathway bears out. Each says its record's line. */
const SOUND: Readonly<Record<string, (pen: Pen) => number>> = {
  none: () => 0,
  history: (pen) => pen.row("HIS101 2023-24 S2 A 1 1"),
  failed: (pen) => pen.row("MAT101 2023-24 S1 F 0.5 0"),
  next: (pen) => {
    pen.row("MAT101 2022-23 S1 F 0.5 0");
    pen.row("MAT102 2022-23 S2 B 0.5 0.5");
    pen.row("MAT301 2023-24 S2 B 1 1");
    return pen.row("MAT101 2023-24 S2 C 0.5 0.5 Z date=2024-06-15");
  },
  state: (pen) => {
    pen.row("MAT201 2022-23 S1 F 0.5 0");
    pen.row("MAT201 2022-23 S2 F 0.5 0");
    pen.score("SBA 2024-05-10 3 -");
    pen.row("MAT201 2023-24 S1 P 0.5 0.5 Z date=2024-06-15");
    return pen.row("MAT201 2023-24 S2 P 0.5 0.5 Z date=2024-06-15");
  },
  exam: (pen) => {
    pen.score("EXAM 2024-03-01 - 84");
    pen.approval("exam teacher granted 2024-03-05");
    return pen.row("SCI101 2023-24 S2 B 0.5 0.5 BL date=2024-03-20");
  },
  language: (pen) => {
    pen.score("LANG 2024-04-01 High -");
    return pen.row("SPA101 2023-24 S2 P 1 1 N date=2024-04-15");
  },
};

/** One fault each, in a student who has nothing else; each says the line at which it must be found. */
const FAULTS: Readonly<Record<string, readonly ((pen: Pen) => number)[]>> = {
  "double-credit": [
    (pen) => {
      pen.row("MAT101 2022-23 S1 D 0.5 0.5");
      pen.row("MAT301 2023-24 S2 B 1 1");
      return pen.row("MAT101 2023-24 S2 C 0.5 0.5 Z date=2024-06-15");
    },
    (pen) => {
      pen.row("MAT101 2022-23 S1 F 0.5 0");
      pen.row("IM1 2023-24 S2 B 1 1");
      pen.row("MAT301 2023-24 S2 B 1 1");
      return pen.row("MAT101 2023-24 S2 C 0.5 0.5 Z date=2024-06-25");
    },
    (pen) => {
      // Retaken in class after the credit was given.
      pen.row("MAT101 2022-23 S1 F 0.5 0");
      pen.row("MAT301 2023-24 S2 B 1 1");
      pen.row("MAT101 2024-25 S1 A 0.5 0.5");
      return pen.row("MAT101 2023-24 S2 C 0.5 0.5 Z date=2024-06-15");
    },
  ],
  "repeat-credit": [
    (pen) => {
      pen.row("HIS101 2022-23 S2 C 1 1");
      return pen.row("HIS101 2023-24 S2 A 1 1");
    },
    (pen) => {
      pen.row("MAT101 2022-23 S1 C 0.5 0.5");
      pen.row("MAT102 2022-23 S2 C 0.5 0.5");
      return pen.row("IM1 2023-24 S2 B 1 1");
    },
  ],
  "mastery-course-not-in-policy": [
    (pen) => pen.row("HIS101 2023-24 S2 P 1 1 Z date=2024-06-15"),
    (pen) => pen.row("ART999 2023-24 S2 P 1 1 Z date=2024-06-15 title=Ceramics"),
  ],
  "mastery-before-policy": [
    (pen) => {
      pen.row("MAT101 2020-21 S1 F 0.5 0");
      pen.row("MAT301 2021-22 S2 B 1 1");
      return pen.row("MAT101 2021-22 S2 C 0.5 0.5 Z date=2022-06-15");
    },
  ],
  "mastery-without-evidence": [
    (pen) => {
      pen.row("MAT101 2022-23 S1 F 0.5 0");
      pen.row("MAT301 2023-24 S2 D 1 1");
      return pen.row("MAT101 2023-24 S2 C 0.5 0.5 Z date=2024-06-15");
    },
    (pen) => pen.row("SPA101 2023-24 S2 P 1 1 N date=2024-04-15"),
    (pen) => {
      // The teacher never agreed.
      pen.score("EXAM 2024-03-01 - 84");
      return pen.row("SCI101 2023-24 S2 B 0.5 0.5 L date=2024-03-20");
    },
    (pen) => {
      // The result came after the record.
      pen.score("LANG 2024-05-01 High -");
      return pen.row("SPA101 2023-24 S2 P 1 1 N date=2024-04-15");
    },
  ],
  "mastery-credit-too-much": [
    (pen) => {
      pen.row("MAT101 2022-23 S1 F 0.5 0");
      pen.row("MAT301 2023-24 S2 B 1 1");
      return pen.row("MAT101 2023-24 S2 C 0.75 0.75 Z date=2024-06-15");
    },
    (pen) => {
      // The tier of level 2 ends at half a credit.
      pen.row("MAT201 2022-23 S1 F 0.5 0");
      pen.row("MAT201 2022-23 S2 F 0.5 0");
      pen.score("SBA 2024-05-10 2 -");
      pen.row("MAT201 2023-24 S1 P 0.5 0.5 Z date=2024-06-15");
      return pen.row("MAT201 2023-24 S2 P 0.5 0.5 Z date=2024-06-15");
    },
  ],
  "mastery-cte": [
    (pen) => {
      pen.approval("welding panel granted 2024-06-01");
      return pen.row("CTE101 2023-24 S2 P 0.5 0.5 Z date=2024-06-15");
    },
  ],
  "mastery-mark-not-allowed": [
    (pen) => {
      pen.row("MAT101 2022-23 S1 F 0.5 0");
      pen.row("MAT301 2023-24 S2 B 1 1");
      return pen.row("MAT101 2023-24 S2 A 0.5 0.5 Z date=2024-06-15");
    },
    (pen) => {
      // 84 percent is a B.
      pen.score("EXAM 2024-03-01 - 84");
      pen.approval("exam teacher granted 2024-03-05");
      return pen.row("SCI101 2023-24 S2 A 0.5 0.5 L date=2024-03-20");
    },
  ],
  "mastery-pass-on-cadr": [
    (pen) => {
      pen.approval("task panel granted 2024-06-01");
      return pen.row("SCI201 2023-24 S2 P 0.5 0.5 BZ date=2024-06-15");
    },
  ],
  "mastery-generic-title": [
    (pen) => {
      pen.score("LANG 2024-04-01 Mid -");
      return pen.row("SPA101 2023-24 S2 P 1 1 N date=2024-04-15 title=World_Language_Credit");
    },
  ],
  "mastery-attempt-missing": [
    (pen) => {
      pen.row("MAT301 2023-24 S2 B 1 1");
      return pen.row("MAT101 2023-24 S2 C 0.5 0.5 Z date=2024-06-15");
    },
  ],
  "mastery-floor-missed": [
    (pen) => {
      pen.row("SPA101 2022-23 S2 C 0.5 0.5");
      pen.student("juvenile institution");
      return pen.score("LANG 2025-04-01 Mid -");
    },
  ],
};

/** A district by its seed: so many students, so many faults in as many of them, every kind as often as the others. */
export function plantDistrict(
  students: number,
  faults: number,
  seed: number,
): { readonly files: Files; readonly planted: readonly Planted[] } {
  const draw = numbers(seed);
  const files: Record<Kind, string[]> = { transcript: [], scores: [], approvals: [], students: [] };
  const faulty = new Set<number>();
  while (faulty.size < faults) faulty.add(draw(students));
  const codes = Object.keys(FAULTS);
  const sound = Object.keys(SOUND);
  const planted: Planted[] = [];
  for (let index = 0; index < students; index++) {
    const id = String(700_000_000 + index);
    const pen = penOf(id, String(4000 + draw(7)), files);
    if (faulty.has(index)) {
      const code = codes[planted.length % codes.length] ?? "";
      const plants = FAULTS[code] ?? [];
      const line = plants[draw(plants.length)]?.(pen) ?? 0;
      if (code !== "mastery-floor-missed") pen.student("");
      planted.push({ code, student: id, line });
    } else {
      SOUND[sound[draw(sound.length)] ?? ""]?.(pen);
      pen.student("");
    }
  }
  return { files, planted };
}

function penOf(id: string, school: string, files: Record<Kind, string[]>): Pen {
  const put = (kind: Kind, cells: readonly string[]): number => {
    files[kind].push(cells.map((cell) => (cell === "-" ? "" : cell)).join(","));
    return files[kind].length + 1;
  };
  return {
    row: (text) => {
      const words = text.split(" ");
      const named = new Map(words.flatMap((word) => (word.includes("=") ? [word.split("=") as [string, string]] : [])));
      const [code = "", year = "", term = "", mark = "", attempted = "", earned = "", letters = ""] = words.filter(
        (word) => !word.includes("="),
      );
      const title = (named.get("title") ?? TITLES[code] ?? "").replaceAll("_", " ");
      const grade = String(Number(year.slice(0, 4)) - 2013);
      const date = named.get("date") ?? "";
      return put("transcript", [id, school, year, term, grade, code, title, mark, attempted, earned, letters, date]);
    },
    score: (text) => put("scores", [id, ...text.split(" ")]),
    approval: (text) => {
      const [pathway = "", role = "", decision = "", on = ""] = text.split(" ");
      return put("approvals", [id, pathway, role, decision, "T. Marten", on, ""]);
    },
    student: (programs) => put("students", [id, "12", "2026", programs]),
  };
}

export interface Audited {
  readonly run: Run;
  readonly population: Population;
  /** What the rules about existing records found: `code student line`. */
  readonly found: readonly string[];
  /** Codes of everything else that was found. */
  readonly others: readonly string[];
}

/** A file's lines, header first, without some of its columns. */
function linesWithout(kind: Kind, lines: readonly string[], columns: readonly string[]): readonly string[] {
  const kept = HEADERS[kind].split(",").map((column) => !columns.includes(column));
  return [HEADERS[kind], ...lines].map((line) =>
    line
      .split(",")
      .filter((_, column) => kept[column])
      .join(","),
  );
}

/** Reads the files as the command does; a kind, or a column of the transcript, that is left out was not given. */
export async function auditOf(
  files: Partial<Files>,
  awardDate = "2025-06-20",
  without: readonly string[] = [],
): Promise<Audited> {
  const bytes = new TextEncoder().encode(JSON.stringify(POLICY));
  const digest = bytesToHex(sha256(bytes));
  const { policy, findings } = loadPolicy({ name: "policy.json", bytes, sha256: digest }, awardDate);
  if (policy === null) throw new Error(findings.map(({ message }) => message).join("\n"));
  const collector = collectPopulation(policy);
  const kinds = (Object.keys(HEADERS) as Kind[]).filter((kind) => files[kind] !== undefined);
  const done = await run({
    sources: kinds.map((kind) =>
      fromBytes(
        kind,
        `${kind}.csv`,
        `${linesWithout(kind, files[kind] ?? [], kind === "transcript" ? without : []).join("\n")}\n`,
      ),
    ),
    policy,
    policyFile: { name: "policy.json", bytes: bytes.length, sha256: digest, findings: [] },
    hasher: nobleHasher,
    options: {
      awardDate,
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
    onStudent: (student, { records, violations }) => collector.add(student, records, violations),
  });
  const { violations } = done.result;
  return {
    run: done,
    population: collector.finish(),
    found: violations
      .filter(({ code }) => EXISTING_RECORD_CODES.has(code))
      .map(({ code, studentId, line }) => `${code} ${studentId} ${line}`),
    others: violations.filter(({ code }) => !EXISTING_RECORD_CODES.has(code)).map(({ code }) => code),
  };
}
