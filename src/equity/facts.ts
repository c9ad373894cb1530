import { itemAt } from "../at.js";
import { schoolYearOf } from "../date.js";
import { fits, recordOf } from "../decide/fits.js";
import { isMatched, openLedger } from "../decide/ledger.js";
import type { Evaluation } from "../evaluate.js";
import { FIELDS, type StudentFile, type StudentRow, type TranscriptRow } from "../model.js";
import { byText } from "../order.js";
import type { CompiledPolicy } from "../policy/compiled.js";
import { foldName, groupNamed, kindOf } from "./ospi.js";

/** What became of a student, each at most once however often it happened. */
export type Outcome =
  | {
      readonly is:
        | "received"
        | "considered"
        | "never considered"
        | "held"
        | "not asked"
        | "declined"
        | "refused"
        | "waived";
    }
  | { readonly is: "refused because" | "by pathway" | "in year"; readonly of: string };

/** One enrolled student as the tables count them. Nothing of this leaves the program. */
export interface StudentFacts {
  /** Group by header of the students file. */
  readonly groups: ReadonlyMap<string, string>;
  readonly school: string;
  /** Credit was lost in a course that some pathway can give, and no class has made it good since. */
  readonly lost: boolean;
  readonly outcomes: ReadonlySet<string>;
}

/** Everything that the tables are made of. */
export interface Facts {
  readonly students: readonly StudentFacts[];
  /** Headers of the students file that group students, in text order. */
  readonly headers: readonly string[];
  /** Headers that were taken for no group, with why. */
  readonly leftOut: readonly string[];
  /** Students of the transcripts who are not in the students file, and so in no group. */
  readonly notEnrolled: number;
}

export interface FactsCollector {
  /** Call once for each student of the run. */
  add(student: StudentFile, evaluation: Evaluation): void;
  finish(): Facts;
}

export function outcomeKey(outcome: Outcome): string {
  return "of" in outcome ? `${outcome.is}\n${outcome.of}` : outcome.is;
}

export const NOT_REPORTED = "Not reported";
const CONFLICTING = "Reported in two ways";

/** A column with more groups than this holds something else: a free text, a number, an address. */
const MOST_GROUPS = 30;

/** Columns that tell who a student is, or where to find them. */
const PERSONAL = /name|birth|dob|address|street|city|zip|postal|phone|mail|guardian|contact|ssn|ssid|comment|note/;

const KNOWN = new Set(
  [...Object.values(FIELDS).flat(), "student_number", "school", "school_name", "district", "id"].map(foldName),
);

export function collectFacts(policy: CompiledPolicy, awardDate: string): FactsCollector {
  const students: StudentFacts[] = [];
  const values = new Map<string, Set<string>>();
  const personal = new Set<string>();
  let notEnrolled = 0;
  return {
    add: (student, evaluation) => {
      if (student.students.length === 0) {
        notEnrolled += 1;
        return;
      }
      const groups = groupsOf(student.students, personal);
      for (const [header, group] of groups) {
        const seen = values.get(header) ?? new Set();
        values.set(header, seen.add(group));
      }
      students.push({
        groups,
        school: schoolOf(student),
        lost: hasLost(student, policy),
        outcomes: outcomesOf(evaluation, policy, awardDate),
      });
    },
    finish: () => ({ students, notEnrolled, ...headersOf(values, personal) }),
  };
}

function headersOf(
  values: ReadonlyMap<string, ReadonlySet<string>>,
  personal: ReadonlySet<string>,
): Pick<Facts, "headers" | "leftOut"> {
  const headers: string[] = [];
  const leftOut = [...personal].map((header) => `${header}: it says who a student is`);
  for (const [header, groups] of values) {
    if (groups.size > MOST_GROUPS) leftOut.push(`${header}: ${groups.size} different values are no groups`);
    else if (groups.size < 2) leftOut.push(`${header}: it puts every student in one group`);
    else headers.push(header);
  }
  return { headers: headers.sort(byText), leftOut: leftOut.sort(byText) };
}

/** The groups that a student's rows name; rows that differ are said to, never chosen from. */
function groupsOf(rows: readonly StudentRow[], personal: Set<string>): ReadonlyMap<string, string> {
  const groups = new Map<string, string>();
  for (const { layout, cells } of rows) {
    for (const column of layout.extra) {
      const header = itemAt(layout.columns, column).trim();
      const folded = foldName(header);
      if (folded === "" || KNOWN.has(folded)) continue;
      const kind = kindOf(header);
      // "Ethnicity" has a city in it.
      if (kind === null && PERSONAL.test(folded)) {
        personal.add(header);
        continue;
      }
      const cell = (cells[column] ?? "").trim();
      const group = cell === "" ? NOT_REPORTED : groupNamed(cell, kind);
      groups.set(header, agreed(groups.get(header) ?? NOT_REPORTED, group));
    }
  }
  return groups;
}

function agreed(before: string, group: string): string {
  if (before === NOT_REPORTED || before === group) return group;
  return group === NOT_REPORTED ? before : CONFLICTING;
}

/** That of the students file, else of the latest transcript row; empty where neither says. */
function schoolOf(student: StudentFile): string {
  for (const { layout, cells } of student.students) {
    const column = layout.extra.find((each) =>
      ["schoolcode", "school"].includes(foldName(itemAt(layout.columns, each))),
    );
    const code = column === undefined ? "" : (cells[column] ?? "").trim();
    if (code !== "") return code;
  }
  return student.transcript.findLast((row) => row.schoolCode !== "")?.schoolCode ?? "";
}

/**
 * Lost in class, whatever mastery made good since: those who could have been given credit for it. Marks are the
 * policy's for no credit and incomplete, and those that a pathway to the course lists.
 */
function hasLost(student: StudentFile, policy: CompiledPolicy): boolean {
  const ledger = openLedger(student, policy);
  for (const pathway of policy.pathways) {
    const listed = pathway.source.attempt.marks ?? [];
    const isLost = (row: TranscriptRow): boolean =>
      row.markKind === "noCredit" || row.markKind === "incomplete" || listed.includes(row.mark);
    for (const { course, parts } of pathway.targets) {
      for (const part of parts) {
        const earned = ledger.classCredit(course, [part]);
        const attempts = ledger.partAttempts(course, part);
        if (attempts.some(({ row, credits }) => isLost(row) && Math.min(part.credits, credits) > earned)) return true;
      }
    }
  }
  return false;
}

function outcomesOf({ decision, records }: Evaluation, policy: CompiledPolicy, awardDate: string): ReadonlySet<string> {
  const found = new Set<string>();
  const add = (outcome: Outcome): void => void found.add(outcomeKey(outcome));
  const received = (pathway: string, year: number | null): void => {
    add({ is: "received" });
    add({ is: "by pathway", of: pathway });
    add({ is: "in year", of: year === null ? "" : String(year) });
  };
  for (const { row, verdict, asked } of records) {
    const could = isMatched(row) ? policy.pathways.filter((pathway) => fits(recordOf(row), pathway, policy)) : [];
    const gave = verdict === "given" ? itemAt(asked, 0).pathway : could.length === 1 ? could[0] : undefined;
    received(gave?.id ?? "", row.year);
  }
  for (const { status, pathway, missing } of decision.proposals) {
    add({ is: "considered" });
    if (status === "ready") received(pathway, schoolYearOf(awardDate));
    else if (status === "waiver") add({ is: "waived" });
    else add({ is: "held" });
    if (missing.includes("request")) add({ is: "not asked" });
  }
  for (const { reason } of decision.refusals) {
    add({ is: "considered" });
    add({ is: "refused" });
    add(reason === "declined" ? { is: "declined" } : { is: "refused because", of: reason });
  }
  return found;
}
