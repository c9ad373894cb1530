import { formatCredit } from "../credit.js";
import { counted, plain, wrap } from "../report/words.js";
import type { OutcomeChange, OutcomeDiff, PolicyChange } from "./diff.js";

/** What `policy diff` came to. */
export interface DiffedPolicies {
  readonly before: string;
  readonly after: string;
  readonly changes: readonly PolicyChange[];
  /** Null where no data were given. */
  readonly outcomes: (OutcomeDiff & { readonly awardDate: string; readonly students: number }) | null;
}

type Colour = (style: string, text: string) => string;

const STYLES = { added: "green", removed: "red", changed: "yellow", moved: "cyan" } as const;

/** What changed, thing by thing, then whose proposals change. Complete: nothing is cut. Ends with a line end. */
export function diffText({ before, after, changes, outcomes }: DiffedPolicies, colour: Colour): string {
  const lines = [plain(`From ${before} to ${after}`)];
  if (changes.length === 0) lines.push("The two policies say the same.");
  let thing = "";
  for (const change of changes) {
    if (change.thing !== thing) {
      thing = change.thing;
      lines.push("", colour("bold", plain(change.title === "" ? thing : `${thing}: ${change.title}`)));
    }
    lines.push(...wrap(plain(changeWords(change)), "  ", "    ").map((line) => colour(STYLES[change.what], line)));
  }
  if (outcomes !== null) lines.push("", ...outcomeLines(outcomes));
  return `${lines.join("\n")}\n`;
}

function changeWords({ what, key, before, after }: PolicyChange): string {
  if (what === "moved") return `moved in the order of priority: ${before}, is now ${after}`;
  if (key === "") return what === "added" ? `added: ${after}` : `removed: ${before}`;
  if (what === "added") return `${key}: was not there, is ${after}`;
  return what === "removed" ? `${key}: was ${before}, is no more` : `${key}: was ${before}, is ${after}`;
}

function outcomeLines({ changes, reasons, awardDate, students }: NonNullable<DiffedPolicies["outcomes"]>): string[] {
  const whose = new Set(changes.map((change) => change.studentId)).size;
  const head = `On the data given (${counted(students, "student")}, award date ${awardDate})`;
  if (changes.length === 0 && reasons.length === 0) return [`${head} nobody's proposals or refusals change.`];
  const lines = [
    changes.length === 0
      ? `${head} nobody's proposals change.`
      : `${head} the proposals of ${counted(whose, "student")} change, from ${creditSum(changes, "creditsBefore")} to ${creditSum(changes, "creditsAfter")} credits:`,
  ];
  for (const change of changes) lines.push(...changeLines(change));
  if (reasons.length > 0) {
    lines.push("", "Refused before and after, now for another reason:");
    for (const change of reasons) lines.push(...changeLines(change));
  }
  return lines;
}

function creditSum(changes: readonly OutcomeChange[], key: "creditsBefore" | "creditsAfter"): string {
  let sum = 0;
  for (const change of changes) sum += change[key];
  return formatCredit(sum);
}

function changeLines({ studentId, pathway, before, after }: OutcomeChange): string[] {
  return [
    `  ${plain(`${studentId}, ${pathway}`)}`,
    ...wrap(plain(`before: ${before}`), "    ", "      "),
    ...wrap(plain(`after: ${after}`), "    ", "      "),
  ];
}

/** The same as JSON. Credits as decimals. Ends with a line end. */
export function diffJson({ before, after, changes, outcomes }: DiffedPolicies): string {
  const item = ({ studentId, pathway, before, after, creditsBefore, creditsAfter }: OutcomeChange) => ({
    student_id: studentId,
    pathway,
    before,
    after,
    credits_before: creditsBefore / 1000,
    credits_after: creditsAfter / 1000,
  });
  const report = {
    before,
    after,
    changes,
    outcomes:
      outcomes === null
        ? null
        : {
            award_date: outcomes.awardDate,
            students: outcomes.students,
            changes: outcomes.changes.map(item),
            reasons: outcomes.reasons.map(item),
          },
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
