import { ACCEPTED_COLUMNS, acceptedReader, withAccepted } from "../../src/accepted/list.js";
import { readLines, readTable } from "../../src/accepted/table.js";
import { parseDate } from "../../src/date.js";
import { evaluateStudent } from "../../src/evaluate.js";
import type { Violation } from "../../src/model.js";
import { withdrawnEvidence } from "../../src/since/withdrawn.js";
import { compare, proposedOf } from "../compare/exports.js";
import { contextOf, type Given, grouped, policyOf, transcript, violationsIn } from "../support/rows.js";
import { shownGiven } from "./shown.js";

/** What is held against what, and how the catalogue shows it. */
export interface CompareExample {
  readonly shows: string;
  readonly run: () => Promise<readonly Violation[]>;
}

/** One comparing rule seen from both sides. */
export interface CompareCase {
  readonly code: string;
  readonly fires: CompareExample;
  /** Text that its message holds. */
  readonly says: string;
  readonly silent: CompareExample;
}

const COLUMNS = "student_id,school_year,term,course_id,mark,credits_attempted,credits_earned,designations";
const FAILED = "7001,2022-23,T1,0110,F,0.5,0,";
const OPEN = "7001,2022-23,T1,0110,I,0.5,0,";
const PASSED = "7001,2023-24,T1,GEO,B,0.5,0.5,";
const RECORD = "7001,2024-25,T2,0110,P,0.5,0.5,Z";

interface Exports {
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly proposed?: readonly string[];
  /** Small exports that lose a row lose a large share of their rows. */
  readonly allowShrink?: true;
}

/** Two exports, and what `zcredit verify` finds. */
function exports({ before, after, proposed, allowShrink }: Exports): CompareExample {
  const table = (rows: readonly string[]): string => [COLUMNS, ...rows].join("\n");
  const shows = [`before:\n${table(before)}`, `after:\n${table(after)}`];
  if (proposed !== undefined) shows.push(`proposed-records:\n${table(proposed)}`);
  if (allowShrink) shows.push("with --allow-shrink");
  const more = {
    allowShrink: allowShrink ?? false,
    ...(proposed === undefined ? {} : { proposed: proposedOf(table(proposed)) }),
  };
  return {
    shows: shows.join("\n"),
    run: async () => (await compare(table(before), table(after), more)).violations,
  };
}

const landing = (after: string): CompareExample =>
  exports({ before: [FAILED, PASSED], after: [FAILED, PASSED, after].filter(Boolean), proposed: [RECORD] });

const UNKNOWN_MARK: Given = { transcript: transcript({ mark: "B?" }) };
const AWARD_DATE = "2025-06-20";

/** A list of one accepted violation, beside a transcript with a mark that nobody knows. */
function accepted(entry: string): CompareExample {
  const list = `${ACCEPTED_COLUMNS.join(",")}\n${entry}`;
  return {
    shows: `${shownGiven(UNKNOWN_MARK)}\naccepted:\n${list}\naward date: ${AWARD_DATE}`,
    run: async () => {
      const day = parseDate(AWARD_DATE);
      if (day === null) throw new Error("no date");
      const rows = readTable({ name: "accepted.csv", bytes: new TextEncoder().encode(list) }, ACCEPTED_COLUMNS);
      return withAccepted(
        violationsIn(UNKNOWN_MARK),
        readLines(
          rows,
          acceptedReader(() => null),
        ),
        day,
      ).reported;
    },
  };
}

const LOST = { course_id: "0110", mark: "F", credits_earned: "0" };
const RECOVERED = { course_id: "0110-M", mark: "P", designations: "Z", school_year: "2024-25", term: "T2" };

/** Without a level there is no result. */
const level = (text: string): string =>
  `student_id,test,date,level${text === "" ? "" : `|7001,MATH,2024-05-01,${text}`}`;
const EARLIER: Given = { transcript: transcript(LOST), scores: level("3") };

/** Credit that an earlier run proposed and that has landed since, beside the score of today. */
function landed(today: string): CompareExample {
  const later: Given = { transcript: transcript(LOST, RECOVERED), scores: level(today) };
  return {
    shows: `The earlier run\n${shownGiven(EARLIER)}\nThis run\n${shownGiven(later)}`,
    run: async () => {
      const before = grouped(EARLIER);
      const context = contextOf(EARLIER, before);
      const [proposal] = [...before.students()].flatMap(
        (student) => evaluateStudent(student, context).decision.proposals,
      );
      const [student] = [...grouped(later).students()];
      if (proposal === undefined || student === undefined) throw new Error("nothing was proposed");
      const held = {
        proposal_id: proposal.id,
        student_id: proposal.studentId,
        course: proposal.course,
        course_id: proposal.courseId,
        part: proposal.part,
        pathway: proposal.pathway,
        credits: 0.5,
        mark: proposal.mark,
        designations: proposal.designations,
        school_year: "2024-25",
        evidence: proposal.evidence.map(({ says }) => ({ kind: "scores" as const, says })),
      };
      return withdrawnEvidence(held, student, policyOf(), new Set(["transcript", "scores"]));
    },
  };
}

export const COMPARE_CASES: readonly CompareCase[] = [
  {
    code: "past-entry-fail-to-pass",
    fires: exports({ before: [FAILED, PASSED], after: [RECORD, PASSED] }),
    says: 'mark was "F", is "P"',
    silent: exports({ before: [FAILED, PASSED], after: [FAILED, PASSED, RECORD] }),
  },
  {
    code: "past-entry-changed",
    fires: exports({ before: [FAILED, PASSED], after: [FAILED, PASSED.replace(",B,", ",A,")] }),
    says: 'mark was "B", is "A"',
    // The same said in another spelling.
    silent: exports({
      before: [FAILED, PASSED],
      after: [FAILED, "7001,2024,T1,GEO,B,0.50,0.500,"],
    }),
  },
  {
    code: "past-entry-removed",
    fires: exports({ before: [FAILED, PASSED], after: [PASSED], allowShrink: true }),
    says: "0110 2022-23 T1 F is gone",
    silent: exports({ before: [FAILED, PASSED], after: [PASSED, FAILED] }),
  },
  {
    code: "student-absent",
    fires: exports({
      before: [FAILED, PASSED, "7002,2022-23,T1,GEO,B,0.5,0.5,"],
      after: [FAILED, PASSED],
      allowShrink: true,
    }),
    says: "The only entry of this student is not in the later export",
    // One entry of two is gone: the student is still there.
    silent: exports({
      before: [FAILED, PASSED, "7002,2022-23,T1,GEO,B,0.5,0.5,", "7002,2022-23,T2,GEO,B,0.5,0.5,"],
      after: [FAILED, PASSED, "7002,2022-23,T1,GEO,B,0.5,0.5,"],
      allowShrink: true,
    }),
  },
  {
    code: "incomplete-resolved",
    fires: exports({ before: [OPEN, PASSED], after: ["7001,2022-23,T1,0110,C,0.5,0.5,", PASSED] }),
    says: "has the mark C now",
    // More than the final mark changed.
    silent: exports({ before: [OPEN, PASSED], after: ["7001,2021-22,T1,0110,C,0.5,0.5,", PASSED] }),
  },
  {
    code: "past-entry-added",
    fires: exports({ before: [PASSED], after: [PASSED, "7001,2022-23,T1,SPA,A,1,1,"] }),
    says: "SPA 2022-23 T1 A is of an earlier school year",
    silent: exports({ before: [PASSED], after: [PASSED, "7001,2023-24,T2,SPA,A,1,1,"] }),
  },
  {
    code: "proposal-not-landed",
    fires: landing(""),
    says: "0110 2024-25 T2 P is not there",
    silent: landing(RECORD),
  },
  {
    code: "proposal-landed-differently",
    fires: landing(RECORD.replace(",Z", ",")),
    says: 'designations was "Z", is blank',
    silent: landing(RECORD.replace("0.5,0.5", "0.50,0.50")),
  },
  {
    code: "accepted-unused",
    fires: accepted("mark-unknown,7001,0120,A mark of the old system,R. Egistrar,"),
    says: "The entry for mark-unknown (0120) matches no violation",
    silent: accepted("mark-unknown,7001,0110,A mark of the old system,R. Egistrar,"),
  },
  {
    code: "accepted-expired",
    fires: accepted("mark-unknown,7001,0110,A mark of the old system,R. Egistrar,2025-06-19"),
    says: "expired on 2025-06-19",
    // Its last day.
    silent: accepted("mark-unknown,7001,0110,A mark of the old system,R. Egistrar,2025-06-20"),
  },
  {
    code: "mastery-evidence-withdrawn",
    fires: landed("2"),
    says: "which is MATH 2024-05-01 level 2 now",
    silent: landed("3"),
  },
];

/** Further sides of comparing rules. */
export const COMPARE_MORE: readonly Pick<CompareCase, "code" | "fires">[] = [
  {
    code: "incomplete-resolved, to a blank",
    fires: exports({ before: [OPEN, PASSED], after: [OPEN.replace(",I,", ",,"), PASSED] }),
  },
  {
    code: "student-absent, of two entries",
    fires: exports({
      before: [PASSED, "7002,2022-23,T1,GEO,B,0.5,0.5,", "7002,2022-23,T2,GEO,B,0.5,0.5,"],
      after: [PASSED],
      allowShrink: true,
    }),
  },
  { code: "mastery-evidence-withdrawn, gone", fires: landed("") },
];
