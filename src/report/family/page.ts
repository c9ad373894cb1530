import { formatCredit } from "../../credit.js";
import type { IsoDate } from "../../date.js";
import type { Decision, Proposal, Refusal, StudentFile, TranscriptRow } from "../../model.js";
import type { CompiledPolicy } from "../../policy/compiled.js";
import { STYLE } from "../html/browserCode.js";
import { headHtml, NO_REFERRER } from "../html/head.js";
import { escaped, tableHtml } from "../html/words.js";
import { credits } from "../summary.js";
import { familyWords, waitsFor } from "./words.js";

export interface FamilyPage {
  readonly student: StudentFile;
  readonly decision: Decision;
  readonly policy: CompiledPolicy;
  readonly awardDate: IsoDate;
  /** The policy's id of a course: only what can give credit for it; null: everything. */
  readonly course: string | null;
}

/**
 * One student's page, for the family: what can be added to the transcript, what waits and for whom, what was not given
 * and what could change it, and what was looked at. Plain words, no codes, no name. One file, no script, no network.
 */
export function familyHtml({ student, decision, policy, awardDate, course }: FamilyPage): string {
  const concerns = ({ pathway }: Proposal | Refusal): boolean =>
    course === null ||
    (policy.pathwayById.get(pathway)?.targets.some((target) => target.course.id === course) ?? false);
  const proposals = decision.proposals.filter(concerns);
  const refusals = decision.refusals.filter(concerns);
  const entered = proposals.filter(({ pending }) => pending === true);
  const ready = proposals.filter(({ status, pending }) => status !== "held" && pending !== true);
  const held = proposals.filter(({ status }) => status === "held");
  const open = refusals.filter(({ reason }) => familyWords(reason).couldDo !== "");
  const closed = refusals.filter(({ reason }) => familyWords(reason).couldDo === "");
  const title = `Credit by mastery: student ${student.id}`;
  const district = policy.source.district.name;
  const parts = [
    sectionHtml("Credit that can be added now", "The school still has to enter it.", ready, (one) =>
      proposalHtml(one, policy),
    ),
    sectionHtml(
      "Credit that was agreed to",
      "The school is entering it; nothing more has to be done.",
      entered,
      (one) => proposalHtml(one, policy),
    ),
    sectionHtml("Credit that waits for someone", "Nothing more has to be learned for these.", held, (one) =>
      proposalHtml(one, policy),
    ),
    sectionHtml("Not given, and what could change it", "", open, (one) => refusalHtml(one, policy)),
    sectionHtml("Not given, and nothing to do", "", closed, (one) => refusalHtml(one, policy)),
    `<section><h2>What was looked at</h2>\n${recordHtml(student)}\n</section>`,
  ];
  return `${headHtml(escaped(title), STYLE, "", [NO_REFERRER])}
<body>
<div id="page" class="letter">
<header>
<h1>${escaped(title)}</h1>
<p class="lead">${escaped(`What the policy of ${district} says of the records on file, on ${awardDate}.`)}</p>
</header>
<main>
<p class="verdict">${escaped(inShort(ready, entered, held, refusals))}</p>
${parts.filter((part) => part !== "").join("\n")}
<section>
<h2>Questions, or something looks wrong?</h2>
<p>Ask the school's counselor. Bring this page, and any result or letter that is not listed on it.</p>
<p>Under the federal law FERPA, parents, and students from the age of 18, may see the student's records and ask the school to correct what is wrong or misleading.</p>
<p>Credit by mastery adds a new entry. Entries that stand on the transcript stay as they are.</p>
</section>
</main>
</div>
</body>
</html>
`;
}

function inShort(
  ready: readonly Proposal[],
  entered: readonly Proposal[],
  held: readonly Proposal[],
  refusals: readonly Refusal[],
): string {
  const sum = (some: readonly Proposal[]): number => some.reduce((total, { credits: amount }) => total + amount, 0);
  const waived = ready.reduce((total, proposal) => total + proposal.waived, 0);
  const parts: string[] = [];
  if (sum(ready) > 0) parts.push(`${credits(sum(ready))} can be added to the transcript now.`);
  if (sum(entered) > 0) parts.push(`${credits(sum(entered))} was agreed to and is being entered.`);
  if (waived > 0) parts.push(`${credits(waived)} can be excused.`);
  if (held.length > 0)
    parts.push(`${credits(sum(held) + held.reduce((n, one) => n + one.waived, 0))} more can follow.`);
  if (parts.length > 0) return parts.join(" ");
  return refusals.length === 0
    ? "Nothing on file leads to credit by mastery so far."
    : "No credit by mastery can be added now. The reasons are below.";
}

function sectionHtml<T>(title: string, lead: string, items: readonly T[], print: (item: T) => string): string {
  if (items.length === 0) return "";
  const words = lead === "" ? "" : `<p class="lead">${escaped(lead)}</p>\n`;
  return `<section><h2>${escaped(title)}</h2>\n${words}${items.map(print).join("\n")}\n</section>`;
}

function courseTitle(policy: CompiledPolicy, course: string, part: string): string {
  const title = policy.courseById.get(course)?.title ?? course;
  return part === "" ? title : `${title}, ${part}`;
}

function pathwayTitle(policy: CompiledPolicy, pathway: string): string {
  return policy.pathwayById.get(pathway)?.source.title ?? pathway;
}

function proposalHtml(proposal: Proposal, policy: CompiledPolicy): string {
  const amount =
    proposal.waived > 0 ? `${credits(proposal.waived)} excused` : `${credits(proposal.credits)}, mark ${proposal.mark}`;
  const lines = [`The way: ${pathwayTitle(policy, proposal.pathway)} (${proposal.clause}).`];
  if (proposal.evidence.length > 0) lines.push(`Because of: ${proposal.evidence.map(({ says }) => says).join("; ")}.`);
  if (proposal.recovers !== null) {
    lines.push(`It makes up for ${proposal.recovers.says}. That entry stays on the transcript.`);
  }
  if (proposal.missing.length > 0) lines.push(`It waits for ${proposal.missing.map(waitsFor).join("; then ")}.`);
  return cardHtml(`${courseTitle(policy, proposal.course, proposal.part)}: ${amount}`, lines);
}

function refusalHtml(refusal: Refusal, policy: CompiledPolicy): string {
  const { says, couldDo } = familyWords(refusal.reason);
  const lines = [says];
  // The note on a row in doubt names codes of rules; the entry itself says more to a family.
  if (refusal.note !== "" && refusal.doubtful.length === 0) lines.push(`What was seen: ${refusal.note}.`);
  if (refusal.doubtful.length > 0) {
    lines.push(`The entry in question: ${refusal.doubtful.map((row) => row.says).join("; ")}.`);
  }
  for (const wait of refusal.waits) {
    lines.push(
      `Up to ${credits(wait.credits)} of ${courseTitle(policy, wait.course, wait.part)} ${wait.credits <= 1000 ? "waits" : "wait"} for it.`,
    );
  }
  if (couldDo !== "") lines.push(`What you could do: ${couldDo}`);
  return cardHtml(pathwayTitle(policy, refusal.pathway), lines);
}

function cardHtml(title: string, lines: readonly string[]): string {
  return `<article><h3>${escaped(title)}</h3>\n${lines.map((line) => `<p>${escaped(line)}</p>`).join("\n")}\n</article>`;
}

function recordHtml({ transcript, scores }: StudentFile): string {
  if (transcript.length + scores.length === 0) return "<p>Nothing is on file.</p>";
  const tables: string[] = [];
  if (transcript.length > 0) {
    const columns = ["Course", "Year", "Term", "Mark", "Credit tried for", "Credit earned"];
    tables.push(tableHtml("Transcript", columns, transcript.map(transcriptCells), [4, 5]));
  }
  if (scores.length > 0) {
    const rows = scores.map((row) => [
      [row.test, row.part].filter((word) => word !== "").join(" "),
      row.dateText,
      [row.level === "" ? "" : `level ${row.level}`, row.scoreText, row.percentText, row.percentileText]
        .filter((word) => word !== "")
        .join(", "),
      row.doubts.length > 0 ? "cannot be read with certainty" : row.counts ? "" : `does not count (${row.status})`,
    ]);
    tables.push(tableHtml("Results", ["Test", "Date", "Result", "Remark"], rows));
  }
  return tables.join("\n");
}

function transcriptCells(row: TranscriptRow): readonly string[] {
  const remark = row.doubts.length > 0 ? " (cannot be read with certainty)" : "";
  return [
    [row.courseId, row.courseTitle].filter((word) => word !== "").join(" ") + remark,
    row.schoolYear,
    row.term,
    row.mark,
    row.attempted === null ? row.creditsAttempted : formatCredit(row.attempted),
    row.earned === null ? row.creditsEarned : formatCredit(row.earned),
  ];
}
