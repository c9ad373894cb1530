import { entryOf } from "../at.js";
import { type Credit, formatCredit } from "../credit.js";
import { isBefore } from "../date.js";
import { earnedBy, type MatchedRow } from "../decide/ledger.js";
import { contentOf } from "../normalise/content.js";
import type { CompiledPolicy, CourseDef, PartDef } from "../policy/compiled.js";
import type { CourseEvidence, Evidence } from "../policy/schema.js";
import { type EvidenceContext, type EvidenceForm, failing, holding, later, type Outcome, saysMean } from "./form.js";
import { lowestMark, meetsMark, rankOf } from "./marks.js";

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
  const course = entryOf(policy.courseById, evidence.course);
  const rows = rowsToRead(evidence, course, context);
  const { parts } = evidence;
  if (typeof parts === "object" && !("length" in parts)) {
    return judgeAverage(parts.required, evidence.minPoints ?? 0, course, context, rows);
  }
  const minMark = evidence.minMark ?? "credit";
  const enough = rows.filter((row) => meetsMark(policy, row.mark, minMark));
  const asked = `${course.title}${partsAsked(parts)} ${markAsked(minMark)}${alsoAsked(evidence)}`;
  const covered = cover(policy, partsNamed(course, parts), course, enough);
  const counted = countedOf(covered, parts);
  if (counted !== null) {
    const used = counted.flatMap((c) => c.rows);
    const bearing = rowsOf(enough, counted);
    const date = latestDay(bearing);
    // A later row that is no better says how late it was shown.
    const last = bearing.filter((row) => row.date === date && !used.includes(row));
    return holding([...used, ...last], `${asked}: held`, { spends: used, date, mark: lowestOf(policy, used) });
  }
  const lenient = rows.filter((row) => enough.includes(row) || row.markKind === "credit");
  const wouldHold = countedOf(cover(policy, partsNamed(course, parts), course, lenient), parts) !== null;
  const looked = [...context.attempts(course.id), ...context.mastery(course.id)];
  const says = `${asked}: ${whyNot(wouldHold, looked, covered)}${masteryWords(evidence, course, context)}`;
  return failing([wouldHold ? "mark-not-comparable" : "evidence-not-met"], looked, says);
}

type NamedParts = "any" | readonly string[] | undefined;

function partsNamed(course: CourseDef, parts: NamedParts): readonly PartDef[] {
  return typeof parts === "object" ? course.parts.filter((part) => parts.includes(part.id)) : course.parts;
}

/** The parts that make it hold: the first that is covered of any, else all of them; null where it does not hold. */
function countedOf(covered: readonly Covered[], parts: NamedParts): readonly Covered[] | null {
  if (parts !== "any") return covered.every((c) => c.full) ? covered : null;
  const first = covered.find((c) => c.full);
  return first === undefined ? null : [first];
}

/** Sound rows with credit that the evidence lets count, each once however often it was exported. */
function rowsToRead(evidence: CourseEvidence, course: CourseDef, context: EvidenceContext): MatchedRow[] {
  const { policy, awardDate } = context;
  const mastery = context.mastery(course.id).filter((row) => evidence.acceptMastery && isBefore(row.date, awardDate));
  const seen = new Set<string>();
  return [...context.attempts(course.id), ...mastery].filter((row) => {
    if (earnedBy(row) <= 0) return false;
    if (evidence.inDistrict && row.districtCode !== "" && row.districtCode !== policy.districtCode) return false;
    if (evidence.regularYear && row.termDef?.summer) return false;
    const content = contentOf(row);
    const isNew = !seen.has(content);
    seen.add(content);
    return isNew;
  });
}

/** The rows that bear on one of these parts, whether they were needed to cover it or not. */
function rowsOf(rows: readonly MatchedRow[], covered: readonly Covered[]): readonly MatchedRow[] {
  const parts = covered.map((c) => c.part);
  return rows.filter(({ match: { part } }) => part === null || parts.includes(part));
}

function latestDay(rows: readonly MatchedRow[]): string | null {
  return rows.reduce<string | null>((day, row) => later(day, row.date), null);
}

interface Covered {
  readonly part: PartDef;
  readonly full: boolean;
  /** Best marks first, until the part was covered. */
  readonly rows: readonly MatchedRow[];
  readonly credits: Credit;
}

/** Lays earned credit on the parts: their own rows first, then rows of the whole course in listed order of parts. */
function cover(
  policy: CompiledPolicy,
  parts: readonly PartDef[],
  course: CourseDef,
  rows: readonly MatchedRow[],
): Covered[] {
  const best = [...rows].sort((a, b) => rankOf(policy, a.mark) - rankOf(policy, b.mark));
  const whole = best.filter((row) => row.match.part === null).map((row) => ({ row, left: earnedBy(row) }));
  const all: Covered[] = [];
  for (const part of course.parts) {
    const used: MatchedRow[] = [];
    let credits = 0;
    for (const row of best) {
      if (row.match.part !== part || credits >= part.credits) continue;
      used.push(row);
      credits += earnedBy(row);
    }
    for (const entry of whole) {
      const take = Math.min(entry.left, part.credits - credits);
      if (take <= 0) continue;
      entry.left -= take;
      used.push(entry.row);
      credits += take;
    }
    all.push({ part, full: credits >= part.credits, rows: used, credits });
  }
  return all.filter((covered) => parts.includes(covered.part));
}

function lowestOf(policy: CompiledPolicy, rows: readonly MatchedRow[]): string | null {
  return lowestMark(
    policy,
    rows.map((row) => row.mark),
  );
}

/** Mastery credit in the course is no evidence unless the pathway accepts it. */
function masteryWords(evidence: CourseEvidence, course: CourseDef, context: EvidenceContext): string {
  const some = context.mastery(course.id).length > 0;
  return some && !evidence.acceptMastery ? "; its mastery credit is no evidence here" : "";
}

function partsAsked(parts: NamedParts): string {
  if (parts === "any") return " (any part)";
  return parts === undefined ? "" : ` (${parts.join(", ")})`;
}

/** The mean of the parts' grade points; each part's is that of the lowest mark used to cover it. In millionths. */
function judgeAverage(
  required: readonly string[],
  least: number,
  course: CourseDef,
  context: EvidenceContext,
  rows: readonly MatchedRow[],
): Outcome {
  const { policy } = context;
  const covered = cover(policy, partsNamed(course, required), course, rows);
  const used = covered.flatMap((c) => c.rows);
  const asked = `${course.title} (${required.join(", ")}) with ${least / 1e6} points on average`;
  if (covered.some((c) => !c.full)) {
    return failing(["evidence-not-met"], used, `${asked}: ${whyNot(false, used, covered)}`);
  }
  const points = policy.source.marks.points ?? {};
  const marks = covered.map((c) => lowestOf(policy, c.rows));
  const known = marks.map((mark) => points[mark ?? ""]);
  const says = `${asked}: ${saysAverage(covered, marks, known)}`;
  const worths = known.filter((each) => each !== undefined);
  if (worths.length < known.length) return failing(["mark-not-comparable"], used, says);
  if (worths.reduce((sum, each) => sum + each, 0) < least * covered.length) {
    return failing(["evidence-not-met"], used, says);
  }
  return holding(used, `${asked}: held`, { date: latestDay(used), mark: lowestOf(policy, used) });
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

function alsoAsked({ inDistrict, regularYear }: CourseEvidence): string {
  return `${inDistrict ? ", taken in the district" : ""}${regularYear ? ", not in a summer term" : ""}`;
}

function markAsked(minMark: string): string {
  return minMark === "credit" ? "with credit" : `with ${minMark} or better`;
}

function whyNot(wouldHold: boolean, looked: readonly MatchedRow[], covered: readonly Covered[]): string {
  if (wouldHold) return "a mark such as P cannot be compared with a minimum mark; a person must look";
  if (looked.length === 0) return "no such course on the transcript";
  const short = covered.filter((c) => !c.full);
  return short
    .map((c) => {
      const name = c.part.id === "" ? "the course" : c.part.id;
      return `${name} has ${formatCredit(c.credits)} of ${formatCredit(c.part.credits)} credit so earned`;
    })
    .join(", ");
}
