import { wholeText } from "../report/pieces.js";
import { spreadsheet, type Table } from "../report/tables.js";
import { citationText } from "../rules/citations.js";
import type { AuditSample, SampledRefusal } from "./audit.js";
import { type AuditRecord, type AuditStudent, clauseOf, type Population } from "./population.js";

/** What every credit by mastery rests on; the clause of the policy stands beside it. */
export const CITATION = citationText(["WAC 180-51-051", "HB"]);

/** Columns that a person fills in: what was seen, who looked, and what follows. */
const BY_HAND = ["source_document", "agrees", "reviewer", "reviewed_on", "exception", "follow_up"] as const;

interface RecordLine {
  readonly student: AuditStudent;
  readonly record: AuditRecord;
}

const RECORD_COLUMNS = [
  "student_id",
  "school_code",
  "file",
  "line",
  "course",
  "course_id",
  "course_title",
  "school_year",
  "term",
  "mark",
  "credits",
  "designations",
  "date",
  "verdict",
  "findings",
  "pathway",
  "clause",
] as const;

function recordCells({ student, record }: RecordLine): readonly string[] {
  return [
    student.id,
    record.schoolCode,
    record.file,
    String(record.line),
    record.course,
    record.courseId,
    record.courseTitle,
    record.schoolYear,
    record.term,
    record.mark,
    record.credits,
    record.designations,
    record.date,
    record.verdict,
    record.findings.join("; "),
    record.pathway,
    record.clause,
  ];
}

/** `records.csv`: every mastery record of the population, one line each, none left out. */
export function recordsFile({ students }: Population): { readonly content: string; readonly rows: number } {
  const lines = students.flatMap((student) => student.records.map((record) => ({ student, record })));
  const table: Table<RecordLine> = { columns: RECORD_COLUMNS, cells: recordCells };
  return { content: wholeText(spreadsheet(table, lines)), rows: lines.length };
}

interface SheetLine extends RecordLine {
  readonly number: number;
  readonly stratum: string;
  readonly chance: string;
}

/** `worksheet.csv`: one line a record of the sample, with what a reviewer fills in. */
export function worksheetFile({ students }: AuditSample): { readonly content: string; readonly rows: number } {
  const lines = students.flatMap(({ student, records, stratum, chance }, index) =>
    records.map((record): SheetLine => ({ number: index + 1, student, record, stratum, chance })),
  );
  const table: Table<SheetLine> = {
    columns: ["number", "stratum", "chance", ...RECORD_COLUMNS, "reasoning", "rows", "citation", ...BY_HAND],
    cells: (line) => [
      String(line.number),
      line.stratum,
      line.chance,
      ...recordCells(line),
      line.record.reasoning.flatMap(({ title, lines: steps }) => [title, ...steps]).join("; "),
      line.student.rows.join("; "),
      CITATION,
      ...BY_HAND.map(() => ""),
    ],
  };
  return { content: wholeText(spreadsheet(table, lines)), rows: lines.length };
}

/** `refusals-worksheet.csv`: one line a refusal of the sample. */
export function refusalSheetFile({ refusals }: AuditSample): { readonly content: string; readonly rows: number } {
  const table: Table<{ readonly number: number } & SampledRefusal> = {
    columns: [
      "number",
      "chance",
      "student_id",
      "pathway",
      "clause",
      "reason",
      "all_reasons",
      "evidence",
      "reasoning",
      "note",
      "citation",
      ...BY_HAND,
    ],
    cells: ({ number, chance, refusal }) => [
      String(number),
      chance,
      refusal.studentId,
      refusal.pathway,
      clauseOf(refusal.policy, refusal.clause),
      refusal.reason,
      refusal.allReasons.join(";"),
      refusal.evidence.map(({ says }) => says).join("; "),
      refusalReasoning(refusal).join("; "),
      refusal.note,
      CITATION,
      ...BY_HAND.map(() => ""),
    ],
  };
  const lines = refusals.map((each, index) => ({ number: index + 1, ...each }));
  return { content: wholeText(spreadsheet(table, lines)), rows: lines.length };
}

/** What each check of a refusal saw, as far as it had something to say. */
export function refusalReasoning({ steps }: SampledRefusal["refusal"]): readonly string[] {
  return steps
    .filter(({ says, outcome }) => says !== "" || outcome === "failed")
    .map(({ check, outcome, says }) => {
      if (outcome === "held") return `holds: ${says}`;
      return `${outcome === "failed" ? "does not hold" : "holds in part"}, ${check}${says === "" ? "" : `: ${says}`}`;
    });
}
