import { z } from "zod";
import { FAIL_ON, LEVELS, SEVERITIES } from "../exit.js";
import { evidenceSchema } from "../since/earlier.js";

/**
 * The shape of `report.json`, format 1: the single source of its type and of the JSON Schema shipped beside the samples.
 * Keys are those of the CSV columns where there is one. Adding a key is no break; changing or removing one is.
 */

const credits = z.number().min(0).describe("Credits as an exact decimal with at most three places.");
const whole = z.int().min(0);
const date = z.string().meta({ format: "date" });
const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .describe("SHA-256 of the file's bytes, hex.");
const severity = z.enum(SEVERITIES);
const line = whole.describe("Line on which the record begins; line 1 is the header; 0 where no line can be named.");

const since = z.enum(["new", "known"]).optional().describe("Against the earlier results of --since.");

/** An item of earlier results as it stood there. */
const noMore = z.looseObject({ since: z.enum(["gone", "landed"]) });

const usedRow = z.strictObject({
  file: z.string(),
  line,
  says: z.string().describe("The row by its content: code, year, term, mark, or test, date and result."),
});

const step = z.strictObject({
  check: z.string(),
  outcome: z.enum(["held", "failed", "dropped some", "not looked at"]),
  says: z.string().describe("What was seen, in words."),
  leaves: credits.describe("What could still be given after this step."),
});

const considered = {
  student_id: z.string(),
  pathway: z.string(),
  method: z.string(),
  policy: z.string().describe("The number of the policy document."),
  clause: z.string(),
  strength: z.enum(["may", "will"]),
  steps: z.array(step),
  evidence: z.array(usedRow),
  note: z.string(),
};

const proposal = z.strictObject({
  proposal_id: z.string(),
  status: z.enum(["ready", "held", "waiver"]),
  ...considered,
  state_student_id: z.string(),
  school_code: z.string(),
  grade_level: z.string(),
  class_of: z.string(),
  course: z.string().describe("The policy's id of the course."),
  course_id: z.string().describe("The district's code, as in the transcript."),
  course_title: z.string(),
  part: z.string().describe("Empty for a course without parts."),
  state_course_code: z.string(),
  content_area: z.string(),
  cte: z.string(),
  credits,
  waived: credits,
  mark: z.string(),
  designations: z.string().describe("Sorted letters run together."),
  school_year: z.string(),
  term: z.string(),
  award_date: date,
  approvals: z.array(z.strictObject({ role: z.string(), by: z.string(), on: z.string() })),
  recovers: usedRow.nullable().describe("The attempt recovered; null where there was none."),
  missing: z.array(z.string()).describe("What a held proposal waits for."),
  gpa: z.enum(["counts", "excluded", ""]).describe("How the mark stands to the grade point average; empty: not said."),
  columns: z.record(z.string(), z.string()).describe("Literal values of the policy for extra columns."),
  pending: z.literal(true).optional().describe("Left out of the import file: accepted before, and not landed yet."),
  since,
});

const refusal = z.strictObject({
  ...considered,
  course: z.string().describe("Empty where the pathway has several."),
  part: z.string(),
  reason: z.string(),
  all_reasons: z.array(z.string()),
  waits: z
    .array(z.strictObject({ course: z.string(), part: z.string(), credits }))
    .describe("Credit that waits, where the reason is doubt: at most this much, place by place."),
  doubtful: z.array(usedRow).describe("The doubtful rows, where there are any."),
});

const violation = z.strictObject({
  code: z.string(),
  severity,
  status: z.enum(["open", "accepted"]),
  student_id: z.string(),
  message: z.string(),
  file: z.string(),
  line,
  column: z.string(),
  value: z.string(),
  course: z.string(),
  course_id: z.string(),
  pathway: z.string(),
  withholds: credits.describe("At most this credit waits for it to be mended."),
  citation: z.string(),
  remedy: z.string(),
  fingerprint: z.string().describe("A digest of rule, student and content: it survives moved rows."),
  cause: z.string(),
  school_code: z.string(),
  since,
});

const cause = z.strictObject({
  code: z.string(),
  severity,
  cause: z.string(),
  rows: whole,
  students: whole,
  waiting: whole.describe("Those of them for whom credit waits."),
  withholds: credits,
  places: z.array(z.string()).describe("The first two places."),
  remedy: z.string(),
});

const byStatus = { ready: credits, held: credits, waived: credits };

export const reportSchema = z
  .strictObject({
    format: z.literal(1),
    tool: z.literal("zcredit"),
    version: z.string(),
    award_date: date,
    options: z.strictObject({
      fail_on: z.enum(FAIL_ON),
      only_student: z.array(z.string()),
      school: z.array(z.string()),
      class_of: z.array(z.int()),
      grade_level: z.array(z.int()),
      allow_truncated: z.boolean(),
      merged: z.boolean(),
      config: z.string().nullable().describe("The configuration file's name without folders."),
      severities: z.record(z.string(), z.enum(LEVELS)).describe("Severities changed by flag or configuration."),
    }),
    policy: z.strictObject({
      name: z.string(),
      sha256,
      bytes: whole,
      district: z.string(),
      district_code: z.string(),
      documents: z.array(z.strictObject({ number: z.string(), title: z.string() })),
    }),
    inputs: z.array(
      z.strictObject({
        name: z.string().describe("Without folders."),
        kind: z.enum(["transcript", "scores", "approvals", "students"]),
        sha256: sha256.or(z.literal("")).describe("SHA-256 of the file's bytes, hex; empty in redacted results."),
        bytes: whole,
        records: whole.describe("All records read: rows, unreadable ones, and lines that are no records."),
        rows: whole.describe("Rows that could be read cell by cell."),
        unreadable: whole.describe("Lines with too many or too few cells, or a quote never closed."),
        not_records: whole.describe("Banners, blank lines, repeated headers and totals, skipped."),
      }),
    ),
    counts: z.strictObject({
      students: whole.describe("Students with a row in a transcript or students file."),
      students_out: whole.describe("Those that the filters let into the output."),
      transcript_rows: whole.describe("Rows used and rows in doubt together."),
      doubtful_rows: whole,
      mastery_records: whole.describe("Mastery records that the transcript holds already."),
      considered: whole.describe("Pathways considered, over all students."),
      proposals: z.strictObject({ ready: whole, held: whole, waiver: whole }),
      gpa: z
        .strictObject({ counts: whole, excluded: whole, not_said: whole })
        .describe("How the marks of ready and held proposals stand to the grade point average."),
      credits: z.strictObject(byStatus),
      refusals: whole,
      violations: z.strictObject({ error: whole, warning: whole, info: whole, accepted: whole }),
    }),
    rules: z.strictObject({
      run: z.array(z.string()),
      not_checked: z.array(z.strictObject({ code: z.string(), because: z.string() })),
      off: z.array(z.string()),
    }),
    notes: z.array(z.string()),
    redacted: z
      .literal(true)
      .optional()
      .describe("Pseudonymised, not anonymous: ids are keyed hashes, and much is left out (--redact)."),
    causes: z.array(cause).describe("Open violations by what one fix would mend together."),
    proposals: z.array(proposal),
    refusals: z.array(refusal),
    violations: z.array(violation),
    since: z
      .strictObject({
        manifest_sha256: z.string().describe("Of the earlier manifest; empty where there were no earlier results."),
        award_date: z.string(),
        violations: z.array(noMore),
        proposals: z.array(noMore),
        evidence: z.array(evidenceSchema).describe("What earlier proposals rested on, carried on from run to run."),
      })
      .optional()
      .describe("What the earlier results of --since held and these do not."),
  })
  .meta({ title: "zcredit report", description: "What one run of zcredit came to: complete, nothing is cut." });

export type Report = z.infer<typeof reportSchema>;

/** The JSON Schema (2020-12) of `report.json`, as shipped. */
export function reportJsonSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(reportSchema), null, 2)}\n`;
}
