import { byText } from "../../order.js";
import type { RunResult } from "../result.js";
import { readingTotals } from "../totals.js";
import { count } from "../words.js";
import { escaped, tableHtml } from "./words.js";

/** What the results rest on: inputs with digests, the policy, options, what was not checked, notes. */
export function aboutHtml(result: RunResult): string {
  const { policy, options, rules, notes, version } = result;
  const documents = policy.documents.map(({ number, title }) => (title === "" ? number : `${number}, ${title}`));
  const changed = Object.entries(options.severities)
    .map(([code, severity]) => `${code} is shown as ${severity}`)
    .sort(byText);
  const filters = [
    ...options.onlyStudent.map((id) => `student ${id}`),
    ...options.school.map((code) => `school ${code}`),
    ...options.classOf.map((year) => `class of ${year}`),
    ...options.gradeLevel.map((grade) => `grade ${grade}`),
  ];
  const facts: readonly (readonly [string, readonly string[]])[] = [
    ["Made by", [`zcredit ${version}`]],
    ["Award date", [options.awardDate]],
    ["District", [`${policy.district} (${policy.districtCode})`]],
    ["Policy", [`${policy.name}, SHA-256 ${policy.sha256}`, ...documents]],
    ["Shown", [filters.length === 0 ? "every student" : `only ${filters.join(", ")}`]],
    ["Configuration", options.config === null ? [] : [options.config]],
    ["Severities changed", changed],
    ["Rules run", [count(rules.run.length)]],
    ["Not checked", notChecked(result)],
    ["Switched off", rules.off],
    ["Notes", notes],
  ];
  const rows = facts.filter(([, items]) => items.length > 0).map(([label, items]) => factHtml(label, items));
  return `<p class="lead">zcredit proposes; a person or your student system accepts. No past entry was changed.</p>
<dl class="facts">
${rows.join("\n")}
</dl>
${filesHtml(result)}`;
}

/** A rule that was not checked is never a rule passed. */
function notChecked({ rules }: RunResult): readonly string[] {
  const codes = new Map<string, string[]>();
  for (const { code, because } of rules.notChecked) {
    const known = codes.get(because);
    if (known === undefined) codes.set(because, [code]);
    else known.push(code);
  }
  return [...codes].map(([because, some]) => `${because}: ${some.join(", ")}`);
}

function factHtml(label: string, items: readonly string[]): string {
  return `<dt>${escaped(label)}</dt>${items.map((item) => `<dd>${escaped(item)}</dd>`).join("")}`;
}

function filesHtml({ files }: RunResult): string {
  const rows = files.map((file) => {
    const totals = readingTotals(file);
    const { rows: sound, unreadable, notRecords } = totals;
    return [file.name, file.kind, count(sound), count(unreadable), count(notRecords), count(file.bytes), file.sha256];
  });
  const columns = ["File", "Holds", "Rows", "Unreadable lines", "Lines that are no record", "Bytes", "SHA-256"];
  return `<h3>What was read</h3>\n${tableHtml("What was read", columns, rows, [2, 3, 4, 5], true)}`;
}
