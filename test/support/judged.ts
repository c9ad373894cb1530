import { expect, it } from "vitest";
import { formatCredit } from "../../src/credit.js";
import { judgeRecords, type PathwayThen, type RecordJudgement } from "../../src/decide/backwards.js";
import { type CaseInput, type PathwayOf, studentCase } from "./decideCase.js";

/* Mastery records on file, judged by the decision of their day: what is said of each, and of each pathway. */

function saysThen(then: PathwayThen): string {
  return [
    `${then.pathway.id} on ${then.date} gives ${[formatCredit(then.gives), ...then.marks].join(" ")}`,
    ...then.reasons.map(({ code, says }) => `${then.open.has(code) ? "perhaps " : ""}${code} (${says})`),
    ...(then.unknown === null ? [] : [`unknown: ${then.unknown}`]),
    ...(then.attemptMissing ? ["attempt missing"] : []),
    ...(then.recovers === null ? [] : [`recovers ${then.recovers.says}`]),
  ].join("; ");
}

function says(judgement: RecordJudgement): readonly string[] {
  const { row, verdict, gives, from, because, attemptMissing, marksAllowed, asked } = judgement;
  const head = [
    `${row.courseId} ${row.creditsEarned}: ${verdict}`,
    `gives ${formatCredit(gives)}`,
    `from ${from ?? "no day"}`,
    ...(because === "" ? [] : [because]),
    ...(attemptMissing ? ["attempt missing"] : []),
    ...(marksAllowed === null ? [] : [`not ${row.mark} but ${marksAllowed.join(" or ")}`]),
  ].join(", ");
  return [head, ...asked.map(saysThen)];
}

function judged(input: CaseInput): readonly string[] {
  const { student, context } = studentCase(input);
  return judgeRecords(student, context).flatMap(says);
}

/** What is said of each record, and of each pathway that could have given it. */
type Row = readonly [name: string, input: CaseInput, expected: readonly string[]];

export function runJudged(rows: readonly Row[]): void {
  it.each(rows)("%s", (_name, input, expected) => {
    expect(judged(input)).toEqual(expected);
  });
}

/** All of Biology by mastery, awarded on 15 June 2024. */
export const RECORD = "SCI101 2023-24 YR P 1 1 Z date_completed=2024-06-15";

/** Half a credit by mastery, of the first part of Algebra 1. */
export const PARTED = "MAT101 2023-24 S1 P 0.5 0.5 Z date_completed=2024-06-15";

export const scored = (...scores: readonly string[]): Partial<CaseInput> => ({ scores });
export const LEVEL_3 = scored("SBA 2024-05-01 level=3");

/** Biology and a pathway to it. */
export const of = (
  pathway: PathwayOf,
  transcript: readonly string[] = [RECORD],
  more: Partial<CaseInput> = LEVEL_3,
): CaseInput => ({
  pathways: [{ ...pathway, award: { courses: ["biology"], ...pathway.award } }],
  transcript,
  ...more,
});

/** A pathway that recovers what was lost. */
export const lost: PathwayOf = { attempt: { is: "required" }, award: { take: "lost" } };
export const FAILED = "SCI101 2022-23 YR F 1 0";

/** An approval of the pathway, and one that is evidence. */
export const roles: PathwayOf = { approvals: ["teacher"] };
export const panel: PathwayOf = { evidence: { approval: "panel" } };
