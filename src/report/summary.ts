import { itemAt } from "../at.js";
import { formatCredit } from "../credit.js";
import { severityRank } from "../exit.js";
import type { Severity } from "../model.js";
import { byText } from "../order.js";
import type { Cause, RunResult } from "./result.js";
import { addTo, readingTotals, sortedTally, totalsOf } from "./totals.js";
import { brief, count, counted, plain, wrap } from "./words.js";

/** Paints a text where the terminal can; `bold`, `dim`, `red`, `yellow`, `green`, `cyan`. */
type Colour = (style: string, text: string) => string;

export interface SummaryOptions {
  /** Where the results are, as the person should read it; null: nothing was written, or it is said elsewhere. */
  readonly out: string | null;
  readonly colour: Colour;
}

const FILES_SHOWN = 2;
const PATHWAYS_SHOWN = 3;
const REASONS_SHOWN = 2;
const MISSING_SHOWN = 2;
const CODES_SHOWN = 3;
const CODES_NAMED = 1;
/** Columns of the smallest terminal in use; such a one has 24 lines. */
const WIDTH = 80;

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

function readLines(result: RunResult): string[] {
  const totals = result.files.map(readingTotals);
  const files = result.files.map(({ name }, at) => `${plain(name)} ${counted(itemAt(totals, at).rows, "row")}`);
  const unreadable = totals.reduce((sum, each) => sum + each.unreadable, 0);
  const notRecords = totals.reduce((sum, each) => sum + each.notRecords, 0);
  const named = few(files, FILES_SHOWN, (left) => `and ${counted(left, "more file")}`);
  const faulty: string[] = [];
  if (unreadable > 0) faulty.push(`${counted(unreadable, "line")} that cannot be read`);
  if (notRecords > 0) faulty.push(`${counted(notRecords, "line")} that ${notRecords === 1 ? "is" : "are"} no record`);
  const { counts } = result;
  const shown = counts.studentsOut === counts.students ? "" : ` (${count(counts.studentsOut)} of them shown)`;
  const doubt = counts.doubtfulRows === 0 ? "none in doubt" : `${count(counts.doubtfulRows)} in doubt (never used)`;
  return [
    `${counted(counts.students, "student")}${shown}; ${counted(counts.transcriptRows, "transcript row")}, ${doubt}`,
    [named.join(", "), ...faulty].join("; "),
  ];
}

function proposedLines(result: RunResult): string[] {
  const totals = totalsOf(result).proposals;
  const { proposals, credits: sums } = totals;
  if (result.proposals.length === 0) return ["none"];
  const lines = [`${counted(proposals.ready, "record")} ready to import, ${credits(sums.ready)}`];
  if (result.output === null && proposals.ready > 0) {
    lines.push("Without a transcript nothing goes to import: what students have earned already is not known.");
  }
  if (proposals.held > 0) {
    const missing = sortedTally(totals.missing).map(({ key, n }) => `${plain(key)} ${count(n)}`);
    const waitsFor = few(missing, MISSING_SHOWN, (left) => `and ${count(left)} more`).join(", ");
    lines.push(`${counted(proposals.held, "record")} held, ${credits(sums.held)}; missing: ${waitsFor}`);
  }
  const besides: string[] = [];
  if (proposals.waiver > 0) besides.push(`${counted(proposals.waiver, "waiver")}, ${credits(sums.waived)} excused`);
  const gpa = sortedTally(totals.gpaSaid);
  if (gpa.length > 0) {
    const stands = gpa.map(({ key, n }) => `${count(n)} ${key === "counts" ? "counted" : "left out"}`).join(", ");
    besides.push(`in the grade point average: ${stands}`);
  }
  if (besides.length > 0) lines.push(besides.join("; "));
  const pathways = sortedTally(totals.pathways).map(({ key, n }) => `${count(n)} ${plain(key)}`);
  const named = few(pathways, PATHWAYS_SHOWN, (left) => `and ${count(left)} more`);
  lines.push(`by pathway: ${named.join(", ")}`);
  return lines;
}

function refusedLines(result: RunResult): string[] {
  const reasons = sortedTally(totalsOf(result).reasons).map(({ key, n }) => `${count(n)} ${plain(key)}`);
  const named = few(reasons, REASONS_SHOWN, (left) => `and ${count(left)} more`);
  return [[counted(result.refusals.length, "pathway"), named.join(", ")].filter((part) => part !== "").join("; ")];
}

/** `mark S, school 1234: 3,000 rows, 41 students wait for up to 20.5 credits` */
export function causeText(cause: Cause): string {
  const students = counted(cause.withholds > 0 ? cause.waiting : cause.students, "student");
  const waits = cause.waiting === 1 ? "waits" : "wait";
  const parts = [counted(cause.rows, "row")];
  if (cause.withholds > 0) parts.push(`${students} ${waits} for up to ${credits(cause.withholds)}`);
  else if (cause.students > 0) parts.push(students);
  const name = cause.cause.trim() === "" ? cause.code : cause.cause;
  return brief(plain(`${name}: ${parts.join(", ")}`));
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
  for (const same of codes.slice(0, CODES_SHOWN)) {
    const first = itemAt(same, 0);
    const others = same.slice(1);
    const { severity } = first;
    const rows = others.reduce((sum, cause) => sum + cause.rows, 0);
    const more = others.length === 0 ? "" : `and ${counted(others.length, "more cause")}, ${counted(rows, "row")}`;
    const parts = [causeText(first), placesText(first.places), more].filter((part) => part !== "");
    const [head = "", ...rest] = wrap(`${severity} ${first.code}: ${parts.join("; ")}`, "  ", "    ", WIDTH);
    lines.push(head.replace(severity, colour(SEVERITY_STYLE[severity], severity)), ...rest);
  }
  const others = codes.slice(CODES_SHOWN).map((same) => {
    const rows = same.reduce((sum, cause) => sum + cause.rows, 0);
    return `${itemAt(same, 0).code} ${count(rows)}`;
  });
  if (others.length > 0) {
    const named = few(others, CODES_NAMED, (left) => `and ${counted(left, "more kind")} of violation`);
    lines.push(...wrap(`also, with rows: ${named.join(", ")}`, "  ", "    ", WIDTH));
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
  const lines = sortedTally(because).map(({ key, n }) => `${counted(n, "rule")}: ${plain(key)}`);
  if (result.rules.off.length > 0) lines.push(`switched off: ${result.rules.off.join(", ")}`);
  return lines;
}

function noteLines(result: RunResult): string[] {
  const changed = Object.entries(result.options.severities)
    .map(([code, severity]) => `${code} is ${severity}`)
    .sort(byText);
  const notes = result.notes.map(plain);
  if (changed.length > 0) notes.push(`Severities changed for this run: ${changed.join(", ")}.`);
  return notes;
}

function nextLines(result: RunResult, causes: readonly Cause[], out: string | null): string[] {
  const { proposals } = totalsOf(result).proposals;
  const lines: string[] = [];
  const waits = causes.find((cause) => cause.withholds > 0);
  if (waits !== undefined) {
    lines.push(`Mend "${brief(plain(`${waits.code}, ${waits.cause}`))}" first: ${plain(waits.remedy)}`);
  } else if (causes.some((cause) => cause.severity === "error")) {
    lines.push("Go through violations.csv: each line says what to do.");
  }
  if (proposals.ready > 0 && result.redacted === true) {
    lines.push("Nothing here can be imported: run zcredit check without --redact for that.");
  } else if (proposals.ready > 0 && result.output !== null) {
    const held = proposals.held > 0 ? ' (held: see "missing")' : "";
    lines.push(`Go through proposals.csv${held}; import proposed-records.csv.`);
  } else if (proposals.held > 0) {
    lines.push('Collect what held records miss (column "missing" of proposals.csv).');
  }
  if (lines.length === 0) lines.push("Nothing to import and nothing to mend.");
  if (result.refusals.length > 0) lines.push('For "why not?" see refusals.csv, or zcredit explain --student ID.');
  return out === null ? lines : [`The results are in ${plain(out)}`, ...lines];
}

/**
 * What a run came to, on one screen: ids and counts, never a name. Every list is cut to its first few and says how many
 * more there are. Ends with a line end.
 */
export function summaryText(result: RunResult, { out, colour }: SummaryOptions): string {
  const { causes } = totalsOf(result).violations;
  const { options, policy } = result;
  const head = `Award date ${options.awardDate}; ${policy.district} (${policy.name})`;
  const lines: string[] = wrap(plain(head), "", "  ", WIDTH).map((line) => colour("bold", line));
  const section = (title: string, body: readonly string[]): void => {
    const [first = "", ...more] = body;
    if (first === "") return;
    const [start = "", ...rest] = wrap(`${title}: ${first}`, "", "    ", WIDTH);
    lines.push(start.replace(`${title}:`, colour("bold", `${title}:`)), ...rest);
    for (const line of more) lines.push(...wrap(line, "  ", "    ", WIDTH));
  };
  section("Read", readLines(result));
  section("Proposed", proposedLines(result));
  section("Not proposed", refusedLines(result));
  section("Violations", [violationHead(result)]);
  lines.push(...violationLines(causes, colour));
  section("Not checked", notCheckedLines(result));
  section("Notes", noteLines(result));
  section("Next", nextLines(result, causes, out));
  return `${lines.join("\n")}\n`;
}
