import { formatCredit } from "../credit.js";
import { CHECKS } from "../decide/checks/index.js";
import type { Decision, Proposal, Refusal, Step, StudentFile, TranscriptRow, UsedRow, Violation } from "../model.js";
import { byText } from "../order.js";
import type { CompiledPolicy, CourseDef, Pathway } from "../policy/compiled.js";
import { reasonWords } from "./reasons.js";
import { credits } from "./summary.js";
import { brief, counted, placeOf, plain, wrap } from "./words.js";

export interface ExplainOptions {
  /** The policy's id of a course: only the pathways that can give credit for it, and the rows that bear on them. */
  readonly course?: string;
}

/** One remark as a paragraph of its own, its further lines set in. */
function remark(text: string, indent: string): string[] {
  return wrap(brief(plain(text)), indent, `${indent}  `);
}

function filled(...words: readonly string[]): string {
  return words.filter((word) => word !== "").join(" ");
}

function doubtWords(doubts: readonly string[]): string {
  return doubts.length === 0 ? "" : `; in doubt (${[...new Set(doubts)].sort().join(", ")}), so it gives nothing`;
}

function courseName(course: CourseDef): string {
  return `${course.id} (${course.title}, ${credits(course.credits)})`;
}

function transcriptRow(row: TranscriptRow): string {
  const part = row.match?.part?.id ?? "";
  const about = filled(row.courseId, row.schoolYear, row.term, row.mark === "" ? "no mark" : row.mark);
  const letters = row.letters === "" ? "" : `, designations ${row.letters}`;
  const attempted = row.attempted === null ? `"${row.creditsAttempted}"` : formatCredit(row.attempted);
  const earned = row.earned === null ? `"${row.creditsEarned}"` : formatCredit(row.earned);
  const forPart = part === "" ? "" : ` for part ${part}`;
  return `${about}${forPart}: attempted ${attempted}, earned ${earned}${letters} (${placeOf(row)})${doubtWords(row.doubts)}`;
}

/** Transcript rows by course, in the policy's order of courses; rows on codes it does not hold come last. */
function transcriptLines(rows: readonly TranscriptRow[], policy: CompiledPolicy): string[] {
  const lines: string[] = [];
  for (const course of policy.courses) {
    const own = rows.filter((row) => row.match?.course === course);
    if (own.length === 0) continue;
    lines.push(...remark(courseName(course), "  "), ...own.flatMap((row) => remark(transcriptRow(row), "    ")));
  }
  const others = rows.filter((row) => row.match === null);
  if (others.length > 0) {
    lines.push("  On codes that no course of the policy has:");
    lines.push(...others.flatMap((row) => remark(transcriptRow(row), "    ")));
  }
  return lines;
}

function scoreLines(student: StudentFile): string[] {
  return student.scores.flatMap((row) => {
    const values = [
      row.level === "" ? "" : `level ${row.level}`,
      row.scoreText === "" ? "" : `score ${row.scoreText}`,
      row.percentText === "" ? "" : `percent ${row.percentText}`,
      row.percentileText === "" ? "" : `percentile ${row.percentileText}`,
    ];
    const unused = row.counts ? "" : `; its status "${row.status}" does not count`;
    const unknown = row.testDef === null ? "; a test that the policy does not know" : "";
    const about = filled(row.test, row.part, row.dateText, ...values);
    return remark(`${about} (${placeOf(row)})${unused}${unknown}${doubtWords(row.doubts)}`, "  ");
  });
}

/** Who signed is left out: an explanation needs roles and dates, and no names. */
function approvalLines(student: StudentFile): string[] {
  return student.approvals.flatMap((row) => {
    const course = row.course === "" ? "" : `for ${row.course}`;
    const on = row.onText === "" ? "" : `on ${row.onText}`;
    const about = filled(row.role, row.decisionText, course, on);
    return remark(`${row.pathway}: ${about} (${placeOf(row)})${doubtWords(row.doubts)}`, "  ");
  });
}

function usedText(rows: readonly UsedRow[]): string {
  return rows.map((row) => `${row.says} (${placeOf(row)})`).join("; ");
}

/** In a few words, what is so where a check found nothing against it. */
function clearWords(check: string): string {
  return CHECKS.find(({ reason }) => reason === check)?.clear ?? check;
}

/** What each check saw. Checks that had nothing to say are named together, so that none is left out. */
function stepLines(steps: readonly Step[]): string[] {
  const lines: string[] = [];
  let silent: string[] = [];
  const flush = (): void => {
    if (silent.length > 0) lines.push(...remark(`clear: ${silent.map(clearWords).join("; ")}`, "    "));
    silent = [];
  };
  for (const step of steps) {
    if (step.outcome === "held" && step.says === "") {
      silent.push(step.check);
      continue;
    }
    flush();
    const leaves = `${credits(step.leaves)} left`;
    if (step.outcome === "held") lines.push(...remark(`holds: ${step.says} (${leaves})`, "    "));
    else if (step.outcome === "failed")
      lines.push(...remark(`does not hold, ${step.check}: ${step.says} (${leaves})`, "    "));
    else if (step.outcome === "dropped some")
      lines.push(...remark(`holds in part, ${step.check}: ${step.says} (${leaves})`, "    "));
    else lines.push(...remark(`not looked at: ${step.check}`, "    "));
  }
  flush();
  return lines;
}

function whatFor(item: { readonly course: string; readonly part: string }): string {
  return item.part === "" ? item.course : `${item.course} ${item.part}`;
}

function proposalLines(proposal: Proposal): string[] {
  const lines: string[] = [];
  if (proposal.status === "waiver") {
    lines.push(...remark(`Waived: ${credits(proposal.waived)} of ${whatFor(proposal)}, with no transcript row.`, "  "));
  } else {
    const ready = proposal.pending === true ? "Pending, left out of the import file" : "Proposed, ready to import";
    const how = proposal.status === "ready" ? ready : `Proposed, held for ${proposal.missing.join(", ")}`;
    const letters = proposal.designations === "" ? "" : `, designations ${proposal.designations}`;
    const what = `${credits(proposal.credits)} of ${whatFor(proposal)} as ${proposal.courseId}`;
    lines.push(...remark(`${how}: ${what}, mark ${proposal.mark}${letters}, dated ${proposal.awardDate}.`, "  "));
  }
  if (proposal.recovers !== null) lines.push(...remark(`It recovers ${usedText([proposal.recovers])}.`, "    "));
  if (proposal.approvals.length > 0) {
    const approvals = proposal.approvals.map(({ role, on }) => (on === "" ? role : `${role} on ${on}`));
    lines.push(...remark(`Approved by ${approvals.join(", ")}.`, "    "));
  }
  if (proposal.pending === true)
    lines.push(...remark("It was accepted before and has not landed; importing it again would double it.", "    "));
  if (proposal.missing.length > 0) lines.push("    What to do: add what is missing to the files, and run again.");
  if (proposal.note !== "") lines.push(...remark(`Note: ${proposal.note}`, "    "));
  return lines;
}

function refusalLines(refusal: Refusal): string[] {
  const words = reasonWords(refusal.reason);
  const lines = remark(`Not proposed (${refusal.reason}): ${words.title}`, "  ");
  if (refusal.note !== "") lines.push(...remark(`Note: ${refusal.note}`, "    "));
  if (refusal.doubtful.length > 0) lines.push(...remark(`In doubt: ${usedText(refusal.doubtful)}.`, "    "));
  for (const wait of refusal.waits) {
    lines.push(...remark(`Up to ${credits(wait.credits)} of ${whatFor(wait)} waits for it.`, "    "));
  }
  const others = refusal.allReasons.filter((reason) => reason !== refusal.reason);
  if (others.length > 0) lines.push(...remark(`It would also have stopped at: ${others.join(", ")}.`, "    "));
  lines.push(...remark(`What to do: ${words.remedy}`, "    "));
  return lines;
}

/** Each step once, though every record of the pathway carries all of them. */
function distinct(steps: readonly Step[]): readonly Step[] {
  const seen = new Set<string>();
  return steps.filter(({ check, outcome, says, leaves }) => {
    const key = JSON.stringify([check, outcome, says, leaves]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function pathwayLines(pathway: Pathway, decision: Decision): string[] {
  const proposals = decision.proposals.filter((proposal) => proposal.pathway === pathway.id);
  const refusals = decision.refusals.filter((refusal) => refusal.pathway === pathway.id);
  const ends = [...proposals, ...refusals];
  const { title, clause, strength } = pathway.source;
  const wording = strength === "will" ? "credit will be given" : "credit may be given";
  const evidence = [...new Set(ends.flatMap((end) => end.evidence.map((row) => usedText([row]))))];
  return [
    ...remark(`${pathway.id}: ${title} (${clause}; ${wording})`, ""),
    ...remark(evidence.length === 0 ? "Evidence on file: none" : `Evidence looked at: ${evidence.join("; ")}`, "  "),
    "  Step by step:",
    ...stepLines(distinct(ends.flatMap((end) => end.steps))),
    ...proposals.flatMap(proposalLines),
    ...refusals.flatMap(refusalLines),
    "",
  ];
}

/** Whether anything on file could be evidence for it: a pathway is only considered where there is, and credit to give. */
function hasEvidenceOnFile(pathway: Pathway, student: StudentFile): boolean {
  return (
    student.transcript.some((row) => row.match !== null && pathway.evidenceCourses.has(row.match.course.id)) ||
    student.scores.some((row) => row.testDef !== null && pathway.evidenceTests.has(row.testDef.id)) ||
    student.approvals.some((row) => row.pathway === pathway.id)
  );
}

function notConsideredLine(pathway: Pathway, student: StudentFile): string[] {
  const why = hasEvidenceOnFile(pathway, student)
    ? "no gap: its courses have no credit left to give and none was lost"
    : "nothing on file for its evidence";
  return remark(`${pathway.id} (${pathway.source.title}): ${why}`, "  ");
}

function violationLines(violations: readonly Violation[]): string[] {
  return violations.flatMap((violation) => [
    ...remark(
      filled(
        placeOf(violation),
        violation.status === "accepted" ? "accepted" : "",
        violation.severity,
        `${violation.code}: ${violation.message}`,
      ),
      "  ",
    ),
    ...remark(`What to do: ${violation.remedy}`, "    "),
  ]);
}

function section(title: string, body: readonly string[], none: string): string[] {
  return [title, ...(body.length === 0 ? [`  ${none}`] : body), ""];
}

/**
 * Why, and why not, for one student: what is on file, every pathway considered with what each check saw down to file
 * and line, and every pathway that was not. Student ids only, never a name. Ends with a line end.
 *
 * `violations` may be those of the whole run; only the student's own are shown.
 */
export function explainText(
  student: StudentFile,
  decision: Decision,
  violations: readonly Violation[],
  policy: CompiledPolicy,
  { course }: ExplainOptions = {},
): string {
  const pathways =
    course === undefined
      ? policy.pathways
      : policy.pathways.filter((pathway) => pathway.targets.some((target) => target.course.id === course));
  const bearing = new Set([course, ...pathways.flatMap((pathway) => [...pathway.evidenceCourses])]);
  const rows = student.transcript.filter(
    (row) => course === undefined || row.match === null || bearing.has(row.match.course.id),
  );
  const ended = new Set([...decision.proposals, ...decision.refusals].map((end) => end.pathway));
  const considered = pathways.filter((pathway) => ended.has(pathway.id));
  const others = pathways.filter((pathway) => !ended.has(pathway.id));
  const own = violations.filter((violation) => violation.studentId === student.id);
  const hidden = student.transcript.length - rows.length;

  const lines = remark(`Student ${student.id}${course === undefined ? "" : `, course ${course}`}`, "");
  for (const doubt of student.doubts) {
    const places = doubt.at.map(placeOf).sort(byText).join(", ");
    lines.push(...remark(`All of this student is in doubt: ${doubt.code} (${places}).`, ""));
  }
  lines.push("", ...section("On the transcript", transcriptLines(rows, policy), "nothing"));
  if (hidden > 0) lines.splice(-1, 0, `  ${counted(hidden, "row")} of courses that do not bear on this: not shown`);
  if (student.scores.length > 0) lines.push(...section("Results", scoreLines(student), ""));
  if (student.approvals.length > 0) lines.push(...section("Approvals", approvalLines(student), ""));
  lines.push(`Considered: ${counted(considered.length, "pathway")}`, "");
  lines.push(...considered.flatMap((pathway) => pathwayLines(pathway, decision)));
  if (others.length > 0) {
    const body = others.flatMap((pathway) => notConsideredLine(pathway, student));
    lines.push(...section("Not considered", body, ""));
  }
  if (own.length > 0) lines.push(...section("Violations", violationLines(own), ""));
  return `${lines.join("\n").trimEnd()}\n`;
}
