import { PSEUDONYMISED } from "../../redact/result.js";
import type { RunResult } from "../result.js";
import { aboutHtml } from "./about.js";
import { SCRIPT, STYLE } from "./browserCode.js";
import { chartsOf } from "./charts.js";
import { listed } from "./cut.js";
import { payloadPieces } from "./entries.js";
import { headHtml, NO_REFERRER } from "./head.js";
import { packed } from "./pack.js";
import { summaryHtml } from "./summary.js";
import { escaped } from "./words.js";

/** One view of the page, which the script fills. */
interface View {
  readonly id: string;
  readonly title: string;
  readonly lead: string;
}

const LISTS: readonly View[] = [
  {
    id: "proposals",
    title: "Proposals",
    lead: "New records that the policy gives. Ready ones are in proposed-records.csv; all are in proposals.csv.",
  },
  {
    id: "progress",
    title: "In progress",
    lead: "Held records, by whose turn it is. Add what is missing to the files and run again.",
  },
  {
    id: "seniors",
    title: "Seniors",
    lead: "Students of this school year's class or in grade 12: what is ready, what is held and by whom, what a faulty row blocks, and who is one step short.",
  },
  {
    id: "refusals",
    title: "Not proposed",
    lead: "Each way to credit that was looked at and refused, with its reason. All are in refusals.csv.",
  },
  {
    id: "violations",
    title: "Violations",
    lead: "What breaks a rule, where, and what to do. All are in violations.csv.",
  },
  {
    id: "students",
    title: "Students",
    lead: "Everyone for whom anything was found. Open one for the whole reasoning.",
  },
];

const FERPA =
  "Education records: this file holds records of students, which FERPA protects (20 U.S.C. 1232g; 34 CFR Part 99). Show it only to school officials with a legitimate educational interest in them, and keep and send it as you would a transcript.";

/**
 * The whole report as one file of HTML, piece by piece: it asks for nothing outside itself, runs nothing but its own script, and works
 * from a disk. What the run came to can be read without the script; the script adds plots and lists.
 */
export function* pageHtml(result: RunResult): Iterable<string> {
  const shown = listed(result);
  const charts = chartsOf(result);
  const title = `Mastery credit, ${result.policy.district}, ${result.options.awardDate}`;
  const views = [{ id: "summary", title: "Summary" }, ...LISTS, { id: "about", title: "About this run" }];
  const links = views.map(({ id, title: name }) => `<li><a href="#${id}">${escaped(name)}</a></li>`).join("");
  const cut = shown.cut === "" ? "" : `<p class="notice" id="cut">${escaped(shown.cut)}</p>\n`;
  yield `${headHtml(escaped(title), STYLE, SCRIPT, [NO_REFERRER])}
<body>
<div id="page">
<a class="skip" href="#content">Skip to the content</a>
<header>
<h1>${escaped(title)}</h1>
<p class="ferpa">${escaped(FERPA)}</p>
${result.redacted === true ? `<p class="notice" id="redacted">${escaped(PSEUDONYMISED)}</p>\n` : ""}${cut}<noscript><p class="notice">Scripts are off, so plots and lists are not shown. The lists are in proposals.csv, refusals.csv and violations.csv beside this file.</p></noscript>
<nav aria-label="Views"><ul>${links}</ul></nav>
</header>
<main id="content" tabindex="-1">
<section id="summary" data-view aria-labelledby="summary-title">
<h2 id="summary-title" tabindex="-1">Summary</h2>
${summaryHtml(result, charts)}
</section>
${LISTS.map((view) => listView(viewOf(view, result))).join("\n")}
<section id="about" data-view aria-labelledby="about-title">
<h2 id="about-title" tabindex="-1">About this run</h2>
${aboutHtml(result)}
</section>
</main>
</div>
<div id="dialog"></div>
<script type="text/plain" id="data">`;
  yield* packed(payloadPieces(result, shown, charts));
  yield `</script>
<script>${SCRIPT}</script>
</body>
</html>
`;
}

/** Redacted results have no import file. */
function viewOf(view: View, { redacted }: RunResult): View {
  if (redacted !== true || view.id !== "proposals") return view;
  return {
    ...view,
    lead: "New records that the policy gives. All are in proposals.csv; nothing here can be imported.",
  };
}

function listView({ id, title, lead }: View): string {
  return `<section id="${id}" data-view aria-labelledby="${id}-title">
<h2 id="${id}-title" tabindex="-1">${escaped(title)}</h2>
<p class="lead">${escaped(lead)}</p>
<div data-list="${id}"></div>
</section>`;
}
