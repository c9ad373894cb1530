import { formatCredit } from "../credit.js";
import { severityRank } from "../exit.js";
import type { Severity } from "../model.js";
import { reasonWords } from "./reasons.js";
import type { Cause, RunResult } from "./result.js";
import { addTo, readingTotals, sortedTally, totalsOf } from "./totals.js";
import { byText, count, counted, plain, wrap } from "./words.js";

/** Paints a text where the terminal can; `bold`, `dim`, `red`, `yellow`, `green`, `cyan`. */
type Colour = (style: string, text: string) => string;

export interface SummaryOptions {
  /** Where the results are, as the person should read it; null: nothing was written, or it is said elsewhere. */
  readonly out: string | null;
  readonly colour: Colour;
}

const FILES_SHOWN = 3;
const PATHWAYS_SHOWN = 3;
const REASONS_SHOWN = 3;
const MISSING_SHOWN = 4;
const CODES_SHOWN = 3;
const CODES_NAMED = 6;

const SEVERITY_STYLE: Readonly<Record<Severity, string>> = { error: "red", warning: "yellow", info: "cyan" };

/** `0.5 credit`, `1 credit`, `20.5 credits`. */
export function credits(amount: number): string {
  const [whole = "0", fraction] = formatCredit(amount).split(".");
  const digits = fraction === undefined ? count(Number(whole)) : `${count(Number(whole))}.${fraction}`;
  return `${digits} ${amount > 0 && amount <= 1000 ? "credit" : "credits"}`;
}

/** The first few of a list, and how many more there are: nothing is left out without a word. */
function few(items: readonly string[], shown: number, more: (left: number) => string): string[] {
  if (items.length <= shown) return [...items];
  return [...items.slice(0, shown), more(items.length - shown)];
}

function titleOf(titles: Readonly<Record<string, string>>, id: string): string {
  const title = Object.hasOwn(titles, id) ? titles[id] : undefined;
  return title === undefined ? id : `${title} (${id})`;
}

/** A line that is too long goes on below, set in further. */
function fitted(line: string): string[] {
  const indent = /^ */.exec(line)?.[0] ?? "";
  return line.length <= 100 ? [line] : wrap(line.trimStart(), indent, `${indent}  `);
}

function readLines(result: RunResult): string[] {
  const files = result.files.map((file) => {
    const { rows, unreadable, notRecords } = readingTotals(file);
    const parts = [counted(rows, "row")];
    if (unreadable > 0) parts.push(`${counted(unreadable, "line")} that cannot be read`);
    if (notRecords > 0) parts.push(`${counted(notRecords, "line")} that ${notRecords === 1 ? "is" : "are"} no record`);
    return `  ${plain(file.name)}, ${file.kind}: ${parts.join(", ")}`;
  });
  const { counts } = result;
  const shown = counts.studentsOut === counts.students ? "" : ` (${count(counts.studentsOut)} of them shown)`;
  const doubt =
    counts.doubtfulRows === 0 ? "none in doubt" : `${count(counts.doubtfulRows)} in doubt (reported, and never used)`;
  return [
    ...few(files, FILES_SHOWN, (left) => `  and ${counted(left, "more file")}`),
    `  ${counted(counts.students, "student")}${shown}; ${counted(counts.transcriptRows, "transcript row")}, ${doubt}`,
  ];
}

function proposedLines(result: RunResult): string[] {
  const totals = totalsOf(result).proposals;
  const { proposals, credits: sums } = totals;
  if (result.proposals.length === 0) return ["  none"];
  const lines = [`  ${counted(proposals.ready, "record")} ready to import, ${credits(sums.ready)}`];
  if (result.output === null && proposals.ready > 0) {
    lines.push("    Without a transcript nothing goes to import: what students have earned already is not known.");
  }
  if (proposals.held > 0) {
    const missing = sortedTally(totals.missing).map(({ key, n }) => `${plain(key)} ${count(n)}`);
    const waitsFor = few(missing, MISSING_SHOWN, (left) => `and ${count(left)} more`).join(", ");
    lines.push(`  ${counted(proposals.held, "record")} held, ${credits(sums.held)}; missing: ${waitsFor}`);
  }
  if (proposals.waiver > 0) lines.push(`  ${counted(proposals.waiver, "waiver")}, ${credits(sums.waived)} excused`);
  const gpa = sortedTally(totals.gpaSaid);
  if (gpa.length > 0) {
    const stands = gpa.map(({ key, n }) => `${count(n)} ${key === "counts" ? "counted" : "left out"}`).join(", ");
    lines.push(`  in the grade point average: ${stands}`);
  }
  const pathways = sortedTally(totals.pathways).map(
    ({ key, n }) => `${count(n)} ${plain(titleOf(result.policy.pathways, key))}`,
  );
  const named = few(pathways, PATHWAYS_SHOWN, (left) => `and ${counted(left, "more pathway")}`);
  lines.push(`  by pathway: ${named.join(", ")}`);
  return lines;
}

function refusedLines(result: RunResult): string[] {
  const reasons = sortedTally(totalsOf(result).reasons).map(
    ({ key, n }) => `  ${count(n)}  ${plain(reasonWords(key).title)}`,
  );
  return few(reasons, REASONS_SHOWN, (left) => `  and ${counted(left, "more reason")}`);
}

/** `mark S, school 1234: 3,000 rows, 41 students wait for up to 20.5 credits; one fix` */
export function causeText(cause: Cause): string {
  const students = counted(cause.withholds > 0 ? cause.waiting : cause.students, "student");
  const waits = cause.waiting === 1 ? "waits" : "wait";
  const parts = [counted(cause.rows, "row")];
  if (cause.withholds > 0) parts.push(`${students} ${waits} for up to ${credits(cause.withholds)}`);
  else if (cause.students > 0) parts.push(students);
  const name = cause.cause.trim() === "" ? cause.code : cause.cause;
  return plain(`${name}: ${parts.join(", ")}${cause.rows > 1 ? "; one fix" : ""}`);
}

/** `transcripts.csv line 12, line 40`: a file's name is said once. */
function placesText(places: readonly string[]): string {
  const [first, second] = places;
  if (first === undefined) return "";
  if (second === undefined) return plain(first);
  const file = first.slice(0, first.lastIndexOf(" line ") + 1);
  return plain(`${first}, ${file !== "" && second.startsWith(file) ? second.slice(file.length) : second}`);
}

function violationLines(causes: readonly Cause[], colour: Colour): string[] {
  const byCode = new Map<string, Cause[]>();
  for (const cause of causes) {
    const same = byCode.get(cause.code);
    if (same === undefined) byCode.set(cause.code, [cause]);
    else same.push(cause);
  }
  const lines: string[] = [];
  const codes = [...byCode.values()].sort((a, b) => worst(a) - worst(b));
  for (const [first, ...others] of codes.slice(0, CODES_SHOWN)) {
    if (first === undefined) continue;
    const severity = first.severity;
    const [head = "", ...rest] = wrap(`${first.code}: ${causeText(first)}`, "", "    ");
    lines.push(`  ${colour(SEVERITY_STYLE[severity], severity)} ${head}`, ...rest);
    const rows = others.reduce((sum, cause) => sum + cause.rows, 0);
    const more = others.length === 0 ? "" : `; and ${counted(others.length, "more cause")}, ${counted(rows, "row")}`;
    const where = `${placesText(first.places)}${more}`.replace(/^; /, "");
    if (where !== "") lines.push(...wrap(where, "    ").map((line) => colour("dim", line)));
  }
  const others = codes.slice(CODES_SHOWN).map((same) => {
    const rows = same.reduce((sum, cause) => sum + cause.rows, 0);
    return `${same[0]?.code ?? ""} ${count(rows)}`;
  });
  if (others.length > 0) {
    const named = few(others, CODES_NAMED, (left) => `and ${counted(left, "more kind")} of violation`);
    lines.push(...wrap(`also, with rows: ${named.join(", ")}`, "  ", "    "));
  }
  return lines;
}

/** Causes that credit waits for come first whatever their severity; among the rest, errors before warnings. */
function worst(causes: readonly Cause[]): number {
  if (causes.some((cause) => cause.withholds > 0)) return -1;
  return Math.min(...causes.map((cause) => severityRank(cause.severity)));
}

function violationHead(result: RunResult): string {
  const { error, warning, info, accepted } = totalsOf(result).violations.counts;
  const parts: string[] = [];
  if (error > 0) parts.push(counted(error, "error"));
  if (warning > 0) parts.push(counted(warning, "warning"));
  if (info > 0) parts.push(`${count(info)} for information`);
  if (accepted > 0) parts.push(`${count(accepted)} accepted`);
  return parts.length === 0 ? "none" : parts.join(", ");
}

/** Rules that could not be checked, one line a cause. A rule not checked is never a rule passed. */
function notCheckedLines(result: RunResult): string[] {
  const because = new Map<string, number>();
  for (const rule of result.rules.notChecked) addTo(because, rule.because);
  const lines = sortedTally(because).map(({ key, n }) => `  ${counted(n, "rule")}: ${plain(key)}`);
  if (result.rules.off.length > 0) lines.push(`  switched off: ${result.rules.off.join(", ")}`);
  return lines;
}

function noteLines(result: RunResult): string[] {
  const changed = Object.entries(result.options.severities)
    .map(([code, severity]) => `${code} is ${severity}`)
    .sort(byText);
  const notes = result.notes.map(plain);
  if (changed.length > 0) notes.push(`Severities changed for this run: ${changed.join(", ")}.`);
  return notes.flatMap((note) => wrap(note, "  "));
}

function nextLines(result: RunResult, causes: readonly Cause[], out: string | null): string[] {
  const { proposals } = totalsOf(result).proposals;
  const lines: string[] = [];
  const waits = causes.find((cause) => cause.withholds > 0);
  if (waits !== undefined) {
    lines.push(`Mend "${plain(`${waits.code}, ${waits.cause}`)}" first: ${plain(waits.remedy)}`);
  } else if (causes.some((cause) => cause.severity === "error")) {
    lines.push("Go through violations.csv: each line says what to do.");
  }
  if (proposals.held > 0) lines.push('Collect what held records miss (column "missing" of proposals.csv).');
  if (proposals.ready > 0 && result.redacted === true) {
    lines.push("Nothing here can be imported: for the import file run zcredit check again without --redact.");
  } else if (proposals.ready > 0 && result.output !== null) {
    lines.push("Look through proposals.csv, then import proposed-records.csv into your student system.");
  }
  if (lines.length === 0) lines.push("Nothing to import and nothing to mend.");
  if (result.refusals.length > 0) lines.push('For "why not?" see refusals.csv, or zcredit explain --student ID.');
  const shown = out === null ? lines : [`The results are in ${plain(out)}`, ...lines];
  return shown.flatMap((line) => wrap(line, "  ", "    "));
}

/**
 * What a run came to, on one screen: ids and counts, never a name. Every list is cut to its first few and says how many
 * more there are. Ends with a line end.
 */
export function summaryText(result: RunResult, { out, colour }: SummaryOptions): string {
  const { causes } = totalsOf(result).violations;
  const documents = result.policy.documents.map((document) => document.number);
  const policy = few(documents, 3, (left) => `and ${count(left)} more`).join(", ");
  const lines: string[] = [
    ...wrap(
      plain(
        `Award date ${result.options.awardDate}; ${result.policy.district}, policy ${policy} (${result.policy.name})`,
      ),
      "",
    ).map((line) => colour("bold", line)),
  ];
  const section = (title: string, body: readonly string[]): void => {
    if (body.length > 0) lines.push(colour("bold", title), ...body.flatMap(fitted));
  };
  section("Read", readLines(result));
  section("Proposed new records", proposedLines(result));
  section(`Not proposed: ${counted(result.refusals.length, "pathway")} refused`, refusedLines(result));
  lines.push(`${colour("bold", "Violations:")} ${violationHead(result)}`, ...violationLines(causes, colour));
  section("Not checked", notCheckedLines(result));
  section("Notes", noteLines(result));
  section("Next", nextLines(result, causes, out));
  return `${lines.join("\n")}\n`;
}
