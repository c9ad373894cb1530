import { escapeHtml } from "../policy/show/escape.js";
import { headHtml } from "../report/html/head.js";
import type { RunResult } from "../report/result.js";
import type { AuditSample, SampledRefusal, SampledStudent } from "./audit.js";
import { type AuditRecord, clauseOf } from "./population.js";
import { statementLines } from "./words.js";
import { CITATION, refusalReasoning } from "./worksheet.js";

const STYLE = `
:root { --ground: #fff; --text: #14181c; --soft: #3f464d; --line: #8b939b; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 60rem; padding: 1.5rem 1rem 3rem; background: var(--ground); color: var(--text);
  font: 1rem/1.5 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
h1 { font-size: 1.6rem; margin: 0 0 .4rem; }
h2 { font-size: 1.25rem; margin: 2rem 0 .5rem; }
h3 { font-size: 1.08rem; margin: 1rem 0 .4rem; }
h4 { font-size: 1rem; margin: .8rem 0 .2rem; }
h5 { font-size: 1rem; font-weight: 400; margin: .3rem 0 0; }
p, ul { margin: .3rem 0; overflow-wrap: anywhere; }
ul { padding-left: 1.4rem; }
article { border: 1px solid var(--line); border-radius: .4rem; padding: .8rem 1rem; margin: 1rem 0; }
article > h3 { margin-top: 0; }
.record { border-top: 1px solid var(--line); margin-top: 1rem; padding-top: .6rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; font-weight: 600; padding: .3rem 0; }
th, td { border: 1px solid var(--line); padding: .25rem .45rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
.soft { color: var(--soft); }
.form { display: grid; grid-template-columns: 11rem 1fr; gap: .5rem 1rem; margin: .8rem 0 0; }
.form dt { font-weight: 600; }
.form dd { margin: 0; border-bottom: 1px solid var(--line); min-height: 1.6rem; }
.form dd.ticks { border-bottom: 0; }
.tick { display: inline-block; width: .9rem; height: .9rem; border: 1.5px solid var(--text); margin: 0 .35rem -.1rem 0; }
.choice { display: inline-block; margin-right: 1.5rem; }
li, p { overflow-wrap: anywhere; }
@media (max-width: 40rem) {
  .form { grid-template-columns: 1fr; gap: 0 1rem; }
  th, td { padding: .2rem; font-size: .8rem; }
}
@page { margin: 14mm 12mm; }
@media print {
  html { font-size: 10pt; }
  body { max-width: none; padding: 0; }
  article { border: 0; border-top: 2px solid var(--text); border-radius: 0; padding: .5rem 0 0; }
  .form, .wide, li { break-inside: avoid; }
  .form dd { min-height: 2.2rem; }
  h2, h3, h4, h5, caption { break-after: avoid; }
}
`;

const CHOICES = ["agrees with its source", "does not agree", "no source document found"] as const;
const FIELDS = ["Source document", "Reviewer", "Date", "Exception", "Follow-up"] as const;

/** Says what it is about, since it may come to stand on a page after that. */
function formHtml(about: string): string {
  const ticks = CHOICES.map(
    (choice) => `<span class="choice"><span class="tick" aria-hidden="true"></span>${choice}</span>`,
  ).join("");
  const fields = FIELDS.map((field) => `<dt>${field}</dt><dd></dd>`).join("");
  return `<h4>To fill in: ${escapeHtml(about)}</h4><dl class="form"><dt>Tick one</dt><dd class="ticks">${ticks}</dd>${fields}</dl>`;
}

function listHtml(items: readonly string[]): string {
  return `<ul>${items.map((item) => `<li>${escapeHtml(item)}</li>`).join("")}</ul>`;
}

function namedList(title: string, items: readonly string[], none: string): string {
  return `<h4>${title}</h4>${items.length === 0 ? `<p>${none}</p>` : listHtml(items)}`;
}

function reasoningHtml(reasoning: AuditRecord["reasoning"]): string {
  if (reasoning.length === 0) return "<h4>Reasoning</h4><p>No pathway was in effect for it.</p>";
  const parts = reasoning.map(({ title, lines }) => `<h5>${escapeHtml(title)}</h5>${listHtml(lines)}`);
  return `<h4>Reasoning</h4>\n${parts.join("\n")}`;
}

function recordHtml(record: AuditRecord): string {
  const cells: readonly (readonly [string, string])[] = [
    ["Code", record.courseId],
    ["Title", record.courseTitle],
    ["Year", record.schoolYear],
    ["Term", record.term],
    ["Mark", record.mark],
    ["Credits", record.credits],
    ["Letters", record.designations],
    ["Date", record.date],
    ["Place", `${record.file} line ${record.line}`],
  ];
  const head = cells.map(([name]) => `<th scope="col">${name}</th>`).join("");
  const body = cells.map(([, value]) => `<td>${escapeHtml(value)}</td>`).join("");
  const clause = record.clause === "" ? "" : `${record.clause}; `;
  const caption = `Mastery record: ${escapeHtml(record.verdict)}`;
  return [
    // Where the window is narrow the table scrolls, and so it has to take the keyboard.
    `<section class="record"><div class="wide" tabindex="0" role="region" aria-label="${caption}, line ${record.line}"><table><caption>${caption}</caption><thead><tr>${head}</tr></thead><tbody><tr>${body}</tr></tbody></table></div>`,
    reasoningHtml(record.reasoning),
    namedList("Found", record.findings, "Nothing."),
    `<p class="soft">Rests on: ${escapeHtml(clause + CITATION)}</p>`,
    formHtml(`${record.courseId} ${record.schoolYear} (${record.file} line ${record.line})`),
    "</section>",
  ].join("\n");
}

function studentHtml({ student, records, stratum, chance }: SampledStudent, number: number): string {
  const where = stratum === "" ? "" : `, ${escapeHtml(stratum)}`;
  const title = `${number}. Student ${escapeHtml(student.id)}`;
  return [
    `<article aria-labelledby="student-${number}">`,
    `<h3 id="student-${number}">${title}</h3>`,
    `<p class="soft">Chance to be drawn: ${escapeHtml(chance)}${where}</p>`,
    namedList("Rows that bear on it", student.rows, "None."),
    student.findings.length === 0 ? "" : namedList("Also found", student.findings, ""),
    ...records.map(recordHtml),
    "</article>",
  ]
    .filter((line) => line !== "")
    .join("\n");
}

function refusalHtml({ refusal, chance }: SampledRefusal, number: number): string {
  return [
    `<article aria-labelledby="refusal-${number}">`,
    `<h3 id="refusal-${number}">${number}. Student ${escapeHtml(refusal.studentId)}, ${escapeHtml(refusal.pathway)}: ${escapeHtml(refusal.reason)}</h3>`,
    `<p class="soft">Chance to be drawn: ${escapeHtml(chance)}</p>`,
    namedList("Reasoning", refusalReasoning(refusal), "None."),
    namedList(
      "Rows looked at",
      refusal.evidence.map(({ says, file, line }) => `${says} (${file} line ${line})`),
      "None.",
    ),
    `<p class="soft">Rests on: ${escapeHtml(`${clauseOf(refusal.policy, refusal.clause)}; ${CITATION}`)}</p>`,
    formHtml(`student ${refusal.studentId}, ${refusal.pathway}`),
    "</article>",
  ].join("\n");
}

/** The worksheet as one page to print: no network, no script, every value escaped. Ends with a line end. */
export function worksheetPage(result: RunResult, sample: AuditSample): string {
  const { policy, options } = result;
  const title = `Spot-check of mastery records, ${policy.district}`;
  const statements = sample.statements
    .map((statement) => `<h3>Sample of ${statement.draws}</h3>\n${listHtml(statementLines(statement))}`)
    .join("\n");
  const inputs = result.files.map(({ name, sha256 }) => `${name}, SHA-256 ${sha256}`);
  const sections: string[] = [];
  if (sample.students.length > 0)
    sections.push("<h2>Records</h2>", ...sample.students.map((each, index) => studentHtml(each, index + 1)));
  if (sample.refusals.length > 0)
    sections.push("<h2>Refusals</h2>", ...sample.refusals.map((each, index) => refusalHtml(each, index + 1)));
  return `${headHtml(escapeHtml(title), STYLE)}
<body>
<header>
<h1>${escapeHtml(title)}</h1>
<p>Award date ${escapeHtml(options.awardDate)}, policy ${escapeHtml(policy.name)} (SHA-256 ${escapeHtml(policy.sha256)}).</p>
<h2>How it was drawn</h2>
${statements}
<h2>Files</h2>
${listHtml(inputs)}
</header>
<main>
${sections.join("\n")}
</main>
</body>
</html>
`;
}
