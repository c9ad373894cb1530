import { type Credit, formatCredit } from "../credit.js";
import type { TranscriptRow } from "../model.js";
import { contentOf } from "../normalise/content.js";
import type { CompiledPolicy, CourseDef, PartDef } from "../policy/compiled.js";
import type { CourseEvidence, Evidence } from "../policy/schema.js";
import { type EvidenceContext, type EvidenceForm, later, type Outcome, saysMean } from "./form.js";

/**
 * A passed course: for each needed part, the credit earned at `minMark` or better covers the part's credit.
 * A D later retaken with a B holds; one half B and one half D does not. (WAC 180-51-051, next higher-level course.)
 */
export const courseForm: EvidenceForm<CourseEvidence> = {
  key: "course",
  is: (evidence: Evidence): evidence is CourseEvidence => "course" in evidence,
  judge: judgeCourse,
};

function judgeCourse(evidence: CourseEvidence, context: EvidenceContext): Outcome {
  const { policy } = context;
  const course = policy.courseById.get(evidence.course);
  if (course === undefined) throw new Error(`evidence names the unknown course ${evidence.course}`);
  const rows = rowsToRead(evidence, course, context);
  if (typeof evidence.parts === "object" && !Array.isArray(evidence.parts))
    return judgeAverage(evidence, course, context, rows);
  const minMark = evidence.minMark ?? "credit";
  const enough = (row: TranscriptRow): boolean => meetsMark(policy, row.mark, minMark);
  const listed = Array.isArray(evidence.parts) ? evidence.parts : null;
  const parts = listed === null ? course.parts : course.parts.filter((part) => listed.includes(part.id));
  const covered = cover(policy, parts, course, rows.filter(enough));
  const holds = evidence.parts === "any" ? covered.some((c) => c.full) : covered.every((c) => c.full);
  const asked = `${course.title}${partsAsked(evidence)} ${markAsked(minMark)}`;
  if (holds) {
    const counted = evidence.parts === "any" ? covered.filter((c) => c.full).slice(0, 1) : covered;
    const used = [...new Set(counted.flatMap((c) => c.rows))];
    return {
      holds: true,
      reasons: [],
      used,
      date: lastDay(rows.filter(enough), counted),
      mark: lowestMark(policy, used),
      results: [],
      onFile: true,
      says: `${asked}: held`,
    };
  }
  const lenient = cover(
    policy,
    parts,
    course,
    rows.filter((row) => enough(row) || (row.markKind === "credit" && minMark !== "credit")),
  );
  const wouldHold = evidence.parts === "any" ? lenient.some((c) => c.full) : lenient.every((c) => c.full);
  const looked = [...context.attempts(course.id), ...context.mastery(course.id)];
  return {
    holds: false,
    reasons: [wouldHold ? "mark-not-comparable" : "evidence-not-met"],
    used: looked,
    date: null,
    mark: null,
    results: [],
    onFile: looked.length > 0,
    says: `${asked}: ${whyNot(wouldHold, looked, covered)}${masteryWords(evidence, course, context)}`,
  };
}

function rowsToRead(evidence: CourseEvidence, course: CourseDef, context: EvidenceContext): TranscriptRow[] {
  const mastery = evidence.acceptMastery
    ? context.mastery(course.id).filter((row) => row.date !== null && row.date < context.awardDate)
    : [];
  const seen = new Set<string>();
  const rows: TranscriptRow[] = [];
  for (const row of [...context.attempts(course.id), ...mastery]) {
    if ((row.earned ?? 0) <= 0) continue;
    if (evidence.inDistrict && row.districtCode !== "" && row.districtCode !== context.policy.districtCode) continue;
    if (evidence.regularYear && row.termDef?.summer) continue;
    // A row exported twice is one piece of evidence.
    const content = contentOf(row);
    if (seen.has(content)) continue;
    seen.add(content);
    rows.push(row);
  }
  return rows;
}

/** Whether a mark earns credit at or above the least one asked for. */
export function meetsMark(policy: CompiledPolicy, mark: string, minMark: string): boolean {
  const info = policy.marks.get(mark);
  if (info === undefined || (info.kind !== "ranked" && info.kind !== "credit")) return false;
  if (minMark === "credit") return true;
  const least = policy.marks.get(minMark);
  return info.kind === "ranked" && least !== undefined && least.kind === "ranked" && info.rank <= least.rank;
}

/** The last day on which a row made one of these parts hold: a later one, though not better, was shown later. */
function lastDay(rows: readonly TranscriptRow[], covered: readonly Covered[]): string | null {
  const parts = covered.map((c) => c.part);
  return rows
    .filter((row) => row.match === null || row.match.part === null || parts.includes(row.match.part))
    .reduce<string | null>((day, row) => later(day, row.date), null);
}

/** Best first: ranked marks by rank, unranked ones behind them. */
function rankOf(policy: CompiledPolicy, mark: string): number {
  const info = policy.marks.get(mark);
  return info === undefined || info.kind !== "ranked" ? Number.MAX_SAFE_INTEGER : info.rank;
}

interface Covered {
  readonly part: PartDef;
  readonly full: boolean;
  /** Best marks first, until the part was covered. */
  readonly rows: readonly TranscriptRow[];
  readonly credits: Credit;
}

/** Lays earned credit on the parts: their own rows first, then rows of the whole course in listed order of parts. */
function cover(
  policy: CompiledPolicy,
  parts: readonly PartDef[],
  course: CourseDef,
  rows: readonly TranscriptRow[],
): Covered[] {
  const best = [...rows].sort((a, b) => rankOf(policy, a.mark) - rankOf(policy, b.mark));
  const whole = best.filter((row) => row.match?.part === null).map((row) => ({ row, left: row.earned ?? 0 }));
  const all: Covered[] = [];
  for (const part of course.parts) {
    const used: { row: TranscriptRow; credits: Credit }[] = [];
    let credits = 0;
    for (const row of best) {
      if (row.match?.part?.id !== part.id || credits >= part.credits) continue;
      used.push({ row, credits: row.earned ?? 0 });
      credits += row.earned ?? 0;
    }
    for (const entry of whole) {
      if (credits >= part.credits) break;
      const take = Math.min(entry.left, part.credits - credits);
      if (take === 0) continue;
      entry.left -= take;
      used.push({ row: entry.row, credits: take });
      credits += take;
    }
    all.push({ part, full: credits >= part.credits, rows: used.map((use) => use.row), credits });
  }
  return all.filter((covered) => parts.includes(covered.part));
}

function lowestMark(policy: CompiledPolicy, rows: readonly TranscriptRow[]): string | null {
  let lowest: TranscriptRow | null = null;
  for (const row of rows) {
    if (lowest === null || rankOf(policy, row.mark) > rankOf(policy, lowest.mark)) lowest = row;
  }
  return lowest === null ? null : lowest.mark;
}

/** Mastery credit in the course is no evidence unless the pathway accepts it. */
function masteryWords(evidence: CourseEvidence, course: CourseDef, context: EvidenceContext): string {
  const some = context.mastery(course.id).length > 0;
  return some && !evidence.acceptMastery ? "; its mastery credit is no evidence here" : "";
}

function partsAsked(evidence: CourseEvidence): string {
  if (evidence.parts === "any") return " (any part)";
  return Array.isArray(evidence.parts) ? ` (${evidence.parts.join(", ")})` : "";
}

/** The mean of the parts' grade points; each part's is that of the lowest mark used to cover it. */
function judgeAverage(
  evidence: CourseEvidence,
  course: CourseDef,
  context: EvidenceContext,
  rows: readonly TranscriptRow[],
): Outcome {
  const { policy } = context;
  const required = typeof evidence.parts === "object" && !Array.isArray(evidence.parts) ? evidence.parts.required : [];
  const parts = course.parts.filter((part) => required.includes(part.id));
  const covered = cover(policy, parts, course, rows);
  const points = policy.source.marks.points ?? {};
  const marks = covered.map((c) => lowestMark(policy, c.rows));
  const known = marks.map((mark) => (mark === null ? undefined : points[mark]));
  const complete = covered.every((c) => c.full);
  const sum = known.reduce<number>((total, each) => total + (each ?? 0), 0);
  const comparable = known.every((each) => each !== undefined);
  const least = evidence.minPoints ?? 0;
  const holds = complete && comparable && sum >= least * covered.length;
  const used = [...new Set(covered.flatMap((c) => c.rows))];
  const asked = `${course.title} (${required.join(", ")}) with ${least / 1e6} points on average`;
  return {
    holds,
    reasons: holds ? [] : [complete && !comparable ? "mark-not-comparable" : "evidence-not-met"],
    used,
    date: holds ? used.reduce<string | null>((day, row) => later(day, row.date), null) : null,
    mark: holds ? lowestMark(policy, used) : null,
    results: [],
    onFile: context.attempts(course.id).length > 0,
    says: `${asked}: ${holds ? "held" : complete ? saysAverage(covered, marks, known) : whyNot(false, used, covered)}`,
  };
}

/** `S1 has C (2 points), S2 has D (1 point): 1.5 on average`; where a mark has no points, that nobody can tell. */
function saysAverage(
  covered: readonly Covered[],
  marks: readonly (string | null)[],
  known: readonly (number | undefined)[],
): string {
  const each = covered.map(({ part }, i) => {
    const points = known[i];
    const worth = points === undefined ? "no points" : points === 1e6 ? "1 point" : `${points / 1e6} points`;
    return `${part.id === "" ? "the course" : part.id} has ${marks[i] ?? "no mark"} (${worth})`;
  });
  const sum = known.reduce<number>((total, points) => total + (points ?? 0), 0);
  if (known.some((points) => points === undefined)) {
    return `${each.join(", ")}; a mark without points has no part in an average, so a person must look`;
  }
  return `${each.join(", ")}: ${saysMean(sum, covered.length)} on average`;
}

function markAsked(minMark: string): string {
  return minMark === "credit" ? "with credit" : `with ${minMark} or better`;
}

function whyNot(wouldHold: boolean, looked: readonly TranscriptRow[], covered: readonly Covered[]): string {
  if (wouldHold) return "a mark such as P cannot be compared with a minimum mark; a person must look";
  if (looked.length === 0) return "no such course on the transcript";
  const short = covered.filter((c) => !c.full);
  return short
    .map((c) => {
      const name = c.part.id === "" ? "the course" : c.part.id;
      return `${name} has ${formatCredit(c.credits)} of ${formatCredit(c.part.credits)} credit at that mark`;
    })
    .join(", ");
}
