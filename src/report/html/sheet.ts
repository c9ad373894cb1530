import { formatCredit } from "../../credit.js";
import type { Proposal } from "../../model.js";
import type { RunResult } from "../result.js";
import { counted } from "../words.js";
import { STYLE } from "./browserCode.js";
import { titleOf } from "./charts.js";
import { headHtml, NO_REFERRER } from "./head.js";
import { escaped, tablePieces } from "./words.js";

const WARNING =
  "This sheet holds names. It is for the people who review these records, on this machine or on paper: do not mail it and do not share it. FERPA (20 U.S.C. 1232g; 34 CFR Part 99) protects what it holds. The other results hold no names.";

const DECISIONS = ["Accept", "Decline", "Later"];

/**
 * One line a proposal with the student's name and room for a person's decision, to review on paper. It is the only
 * page with names, is made only where it was asked for, and runs no script.
 */
export function* sheetHtml(result: RunResult): Iterable<string> {
  const title = `Review sheet, ${result.policy.district}, ${result.options.awardDate}`;
  const columns = ["Name", "Student", "School", "Grade", "Record", "Status", "Because of", ...DECISIONS, "By, on"];
  const caption = `${counted(result.proposals.length, "proposal")}, in the order of proposals.csv`;
  yield `${headHtml(escaped(title), STYLE, "", [NO_REFERRER])}
<body>
<div id="page">
<header>
<h1>${escaped(title)}</h1>
<p class="notice">${escaped(WARNING)}</p>
</header>
<main class="sheet">
`;
  yield* tablePieces(caption, columns, rowsOf(result));
  yield `
</main>
</div>
</body>
</html>
`;
}

function* rowsOf(result: RunResult): Iterable<readonly string[]> {
  for (const proposal of result.proposals) yield cells(proposal, result);
}

function cells(proposal: Proposal, { policy }: RunResult): readonly string[] {
  const course = titleOf(policy.courses, proposal.course);
  const waiver = proposal.waived > 0;
  const record = `${course}${proposal.part === "" ? "" : ` ${proposal.part}`}, ${formatCredit(proposal.credits + proposal.waived)}${waiver ? " waived" : `, mark ${proposal.mark}`}`;
  const missing = proposal.missing.length === 0 ? "" : `: ${proposal.missing.join(", ")}`;
  return [
    nameOf(proposal) || "not in the transcript, or its rows differ",
    proposal.studentId,
    proposal.schoolCode,
    proposal.gradeLevel,
    record,
    `${proposal.status}${missing}`,
    proposal.evidence.map(({ says }) => says).join("; "),
    ...DECISIONS.map(() => "☐"),
    "",
  ];
}

/** What the transcript's columns of names hold, as they stand there. */
export function nameOf({ studentColumns }: Proposal): string {
  return Object.entries(studentColumns)
    .filter(([column]) => /name|lastfirst/i.test(column))
    .map(([, value]) => value)
    .join(", ");
}
