import { z } from "zod";
import type { Credit } from "../credit.js";
import { CUT_LISTS } from "../data/smarterBalancedCuts.js";
import { parseDate } from "../date.js";

/**
 * The policy file, format 1: the single source of its types, its validation, the JSON Schema for editors and the
 * reference page. Unknown keys are errors everywhere, since a typo must never silently weaken a policy.
 */

const text = z.string().trim().min(1, "must not be empty");
/** Signs without a shape, and those that turn the order of others. */
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/;

/** People type ids and tell them apart by eye. */
const id = text
  .max(100, "must be at most 100 characters long")
  .refine((value) => !UNSEEN.test(value), {
    message: "must hold no sign that cannot be seen, such as a tab or a mark that turns text from right to left",
  })
  .describe("An id that other places of this file refer to.");
const date = z
  .string()
  .refine((value) => /^\d{4}-\d{2}-\d{2}$/.test(value) && parseDate(value) !== null, {
    message: "must be a date that exists, written YYYY-MM-DD",
  })
  .meta({ format: "date" });

/** Credits are written as decimals with at most three places and kept as whole thousandths. */
const credits = z
  .number()
  .positive("must be more than 0")
  .max(1000, "must be at most 1000")
  .refine((value) => Math.round(value * 1000) / 1000 === value, {
    message: "must have at most three decimals",
  })
  .transform((value): Credit => Math.round(value * 1000));

/** A score, percent or percentile, kept as whole millionths so that averages compare exactly. */
const measure = z
  .number()
  .refine((value) => Math.abs(value) <= 1e9 && Math.round(value * 1e6) / 1e6 === value, {
    message: "must be a number with at most six decimals, not above a thousand million",
  })
  .transform((value) => Math.round(value * 1e6));

/** Grade points, kept as whole millionths. */
const points = measure;

const monthDay = z.string().refine((value) => /^\d{2}-\d{2}$/.test(value) && parseDate(`2023-${value}`) !== null, {
  message: "must be a day of the year, written MM-DD",
});

/** Lets a check across keys speak even where one key has a fault of its own, so that all faults are seen at once. */
function isObject(payload: { readonly value: unknown }): boolean {
  return typeof payload.value === "object" && payload.value !== null && !Array.isArray(payload.value);
}

/** How groups can be compared; state law names no measure, so the policy does. */
export const EQUITY_MEASURES = ["risk-ratio", "four-fifths", "composition-difference"] as const;
export type EquityMeasure = (typeof EQUITY_MEASURES)[number];

const months = z.int().positive();
const gradeLevels = z.array(z.int().min(-1).max(13)).min(1);
const letter = z.string().regex(/^[A-Z]$/, "must be one capital letter");

export const SCALES = ["level", "score", "percent", "percentile"] as const;
export type Scale = (typeof SCALES)[number];

const range = z.strictObject({
  min: measure.optional().describe("The lowest value that a result can have."),
  max: measure.optional().describe("The highest value that a result can have."),
});

const testSchema = z.strictObject({
  id,
  title: text.describe("The test as people call it."),
  scope: z
    .enum(["state", "national", "local", "activity"])
    .describe("Where the test is used; `activity` for documented hours and the like."),
  names: z.array(text).optional().describe("Other names under which score files give this test."),
  language: text.optional().describe("The language that is tested."),
  parts: z.array(text).min(1).optional().describe("The parts that the test reports, such as reading and writing."),
  scales: z
    .strictObject({
      level: z
        .strictObject({ ordered: z.array(text).min(1).describe("The levels, lowest first.") })
        .optional()
        .describe("Named levels."),
      score: range.optional().describe("Scale scores, points or hours."),
      percent: range.optional().describe("Percent correct."),
      percentile: range.optional().describe("Percentile rank."),
    })
    .describe("What is measured."),
  cuts: z
    .union([
      z.enum(CUT_LISTS),
      z.array(
        z.strictObject({
          scale: z.literal("level").describe("The scale that is checked."),
          from: z.enum(["score", "percent", "percentile"]).describe("The scale that it is checked against."),
          at: z.record(text, measure).describe("The lowest value of each level."),
          edition: text.optional().describe("The edition that these cuts are for."),
          gradeLevels: gradeLevels.optional().describe("The grade levels that these cuts are for."),
        }),
      ),
    ])
    .optional()
    .describe(
      "Cut scores, to check a level against a score: a list that zcredit ships, by name, or your own. They never fill one in.",
    ),
  statuses: z
    .array(text)
    .min(1)
    .optional()
    .describe("Statuses of a score row that count; default `valid`. An empty status counts as `valid`."),
  windows: z
    .array(
      z.strictObject({
        from: monthDay.describe("Its first day, MM-DD."),
        to: monthDay.describe("Its last day, MM-DD."),
      }),
    )
    .min(1)
    .optional()
    .describe("Windows that return each year; a result outside all of them does not count."),
  maxTriesPerWindow: z.int().positive().optional().describe("A try beyond this number in one window never counts."),
});

const partSchema = z.strictObject({
  id,
  title: text.optional().describe("The part as people call it."),
  credits: credits.describe("Credit of this part."),
  courseIds: z.array(text).min(1).optional().describe("The district's codes of this part."),
  terms: z.array(text).min(1).optional().describe("The terms in which this part is taught (ids of the calendar)."),
});

const courseSchema = z.strictObject({
  id,
  title: text.describe("The course title for the transcript, as specific as can be."),
  subject: text.describe("The subject area, as the policies name it."),
  stateCourseCode: z
    .string()
    .regex(/^\d{5}$/, "must be five digits, as text; the first may be 0")
    .optional()
    .describe("The five-digit state course code."),
  contentArea: text.optional().describe("The content area code for the transcript."),
  credits: credits.describe("Credit of the whole course."),
  cadr: z.boolean().default(false).describe("Meets a College Academic Distribution Requirement (designation B)."),
  cte: z.boolean().default(false).describe("A Career and Technical Education course."),
  courseIds: z
    .array(text)
    .min(1)
    .optional()
    .describe("The district's own codes: how transcript rows are matched, never by title."),
  parts: z.array(partSchema).min(1).optional().describe("Semesters or other parts that can be credited alone."),
});

const thresholds = z
  .strictObject({
    level: text.optional().describe("A level, as the test's scale lists it."),
    score: measure.optional().describe("A scale score, points or hours."),
    percent: measure.optional().describe("Percent correct."),
    percentile: measure.optional().describe("Percentile rank."),
  })
  .refine((value) => Object.keys(value).length > 0, {
    message: "must hold at least one of level, score, percent and percentile",
  });

const courseEvidence = z
  .strictObject({
    course: id.describe("The course whose credit is the evidence."),
    minMark: text.optional().describe("The lowest mark that counts, or `credit` for any mark that earned credit."),
    parts: z
      .union([
        z.array(text).min(1),
        z.literal("any"),
        z.strictObject({
          required: z.array(text).min(1).describe("The parts that are averaged; each must be there."),
          rule: z.literal("average").describe("The mean of their marks' points counts."),
        }),
      ])
      .optional()
      .describe("The parts needed: a list, `any` for at least one, or an average over parts. Without it, every part."),
    minPoints: points.optional().describe("With an average over parts: the least mean of the marks' points."),
    inDistrict: z.literal(true).optional().describe("Only credit earned in this district counts."),
    regularYear: z.literal(true).optional().describe("Credit earned in a summer term does not count."),
    acceptMastery: z.literal(true).optional().describe("Mastery credit dated before the award date counts as well."),
  })
  .refine((value) => "minMark" in value || "minPoints" in value, {
    message: 'a course needs "minMark", the lowest mark that counts, or "minPoints"',
    path: ["minMark"],
    when: isObject,
  })
  .refine((value) => "minPoints" in value === (isObject({ value: value.parts }) && !Array.isArray(value.parts)), {
    message: '"minPoints" goes with "parts": { "required": [...], "rule": "average" }',
    path: ["minPoints"],
    when: isObject,
  })
  .meta({ anyOf: [{ required: ["minMark"] }, { required: ["minPoints"] }] });

const subjectEvidence = z.strictObject({
  subject: text.describe("The subject whose courses are the evidence."),
  minMark: text.describe("The lowest mark that counts, or `credit` for any mark that earned credit."),
  which: z.enum(["latest", "any", "every"]).describe("Which of the student's courses of the subject must have it."),
  inDistrict: z.literal(true).optional().describe("Only courses taken in this district are looked at."),
  regularYear: z.literal(true).optional().describe("Courses of a summer term are not looked at."),
});

const testEvidence = z
  .strictObject({
    test: id.describe("The test that is read."),
    min: thresholds.optional().describe("At or above; several keys must hold on one result."),
    above: thresholds.optional().describe("Strictly greater."),
    parts: z
      .strictObject({
        required: z.array(text).min(1).describe("Parts that must be there; a missing one is insufficient evidence."),
        rule: z.enum(["lowest", "average"]).describe("How the parts make one result."),
      })
      .optional()
      .describe("Part results are read, not whole tests: one sitting must hold every required part."),
    from: date.optional().describe("First test day that counts."),
    to: date.optional().describe("Last test day that counts."),
    edition: text.optional().describe("The edition of the test that counts."),
    withinMonths: months.optional().describe("At most this many months before the award date."),
    maxTries: z.int().positive().optional().describe("A try beyond this number never counts."),
    beforeCourse: z.literal(true).optional().describe("Before the school year of the first attempt in a target."),
    gradeLevels: gradeLevels.optional().describe("The student's grade level on the score row."),
    sinceRecord: z
      .literal(true)
      .optional()
      .describe("Only results later than the latest record that the pathway gave: each result is credited once."),
    sum: z.literal(true).optional().describe("Results of an activity are added up: documented hours."),
  })
  .refine((value) => "min" in value || "above" in value, {
    message: 'a test needs "min" or "above" with a level, score, percent or percentile',
    path: ["min"],
    when: isObject,
  })
  .meta({ anyOf: [{ required: ["min"] }, { required: ["above"] }] });

const approvalEvidence = z.strictObject({ approval: text.describe("The role whose approval is the evidence.") });

export type SubjectEvidence = z.output<typeof subjectEvidence>;
export type CourseEvidence = z.output<typeof courseEvidence>;
export type TestEvidence = z.output<typeof testEvidence>;
export type ApprovalEvidence = z.output<typeof approvalEvidence>;
export type Thresholds = z.output<typeof thresholds>;
export type AllEvidence = { readonly all: Evidence[]; readonly inOrder?: true | undefined };
export type AnyEvidence = { readonly any: Evidence[] };
export type NotEvidence = { readonly not: Evidence };
export type Evidence =
  | CourseEvidence
  | TestEvidence
  | SubjectEvidence
  | ApprovalEvidence
  | AllEvidence
  | AnyEvidence
  | NotEvidence;

const allEvidence = z.strictObject({
  get all(): z.ZodArray<z.ZodType<Evidence>> {
    return z.array(evidenceSchema).min(1).describe("Each of these must hold.");
  },
  inOrder: z.literal(true).optional().describe("Each piece must be later than the one before it."),
});
const anyEvidence = z.strictObject({
  get any(): z.ZodArray<z.ZodType<Evidence>> {
    return z.array(evidenceSchema).min(1).describe("At least one of these must hold; the first that does is named.");
  },
});
const notEvidence = z
  .strictObject({
    get not(): z.ZodType<Evidence> {
      return evidenceSchema;
    },
  })
  .describe("Holds where the evidence in it does not.");

/** Each form's first key tells it apart: the loader picks the form whose key is there. */
const evidenceSchema: z.ZodType<Evidence> = z
  .union([courseEvidence, testEvidence, subjectEvidence, approvalEvidence, allEvidence, anyEvidence, notEvidence])
  .meta({ id: "evidence", description: "What a student shows." });

const targetSchema = z.union([
  id,
  z.strictObject({
    course: id,
    parts: z.array(text).min(1).describe("Only these parts: gap, lost credit, bars and order look at them alone."),
  }),
]);

const gpa = z
  .enum(["counts", "excluded"])
  .optional()
  .describe("Whether the mark enters the grade point average; unknown where not said.");
const gradeSchema = z.union([
  z.strictObject({ mark: text.describe("One mark for every record."), gpa }),
  z.strictObject({
    from: z
      .enum(["evidence", "score"])
      .describe("`evidence`: the mark of the course that is the evidence. `score`: the score itself."),
    gpa,
  }),
  z.strictObject({ byLevel: z.record(text, text).describe("A mark for each test level."), gpa }),
  z.strictObject({
    byScore: z
      .array(
        z.strictObject({
          min: measure.describe("The lowest score of this mark."),
          mark: text.describe("The mark from that score on."),
        }),
      )
      .min(1)
      .describe("A mark from each score on."),
    gpa,
  }),
]);

const listed = z.strictObject({
  any: z.array(text).min(1).optional().describe("At least one of these."),
  none: z.array(text).min(1).optional().describe("None of these."),
});

/** Conditions on the attempt that a person may set aside in an exceptional case. */
export const EXCEPTIONS = [
  "marks",
  "withinMonths",
  "regularYear",
  "inDistrict",
  "gradeLevels",
  "beforeEvidence",
] as const;

const METHODS = ["next-course", "state-test", "national-test", "local-test", "equivalency", "other"] as const;

const pathwaySchema = z
  .strictObject({
    id,
    title: text.describe("The pathway as a person would say it."),
    policy: text.optional().describe("The number of the document it belongs to; required when there are several."),
    method: z
      .enum(METHODS)
      .describe("The way of WAC 180-51-051 that this is; decides which statutory rules are checked."),
    clause: text.describe("Where in the policy this stands; printed with every decision."),
    strength: z.enum(["may", "will"]).default("may").describe("What the policy says: credit may, or will, be given."),
    effectiveFrom: date.optional().describe("First award date, inclusive; defaults to the document's."),
    effectiveTo: date.nullable().optional().describe("Last award date, inclusive; defaults to the document's."),
    progression: z
      .strictObject({
        standards: z.array(text).min(1).describe("The standards that continue from the lower course to the higher."),
        attestedBy: text.describe("The content experts who say so."),
        on: date.describe("When they said so."),
      })
      .optional()
      .describe("For `next-course`: that the higher course continues the lower one's standards."),
    who: z
      .strictObject({
        gradeLevels: gradeLevels.optional().describe("Grade levels on the award date; 0 is K, -1 the year before it."),
        programs: listed.optional().describe("Programs of the students file."),
        status: listed.optional().describe("The status of the students file: enrolled, released, graduated."),
        classOf: z.array(z.int().min(1900).max(2199)).min(1).optional().describe("Graduation years."),
      })
      .optional()
      .describe("Who may use this pathway."),
    attempt: z
      .strictObject({
        is: z
          .enum(["required", "irrelevant", "forbidden"])
          .describe("Whether an earlier attempt that lost credit is needed, does not matter, or bars the target."),
        marks: z
          .array(text)
          .min(1)
          .optional()
          .describe("Marks that count as lost; default all noCredit and incomplete."),
        withinMonths: months.optional().describe("At most this many months before the award date."),
        regularYear: z.literal(true).optional().describe("Not in a summer term."),
        inDistrict: z.literal(true).optional().describe("Taken in this district."),
        gradeLevels: gradeLevels.optional().describe("Taken in these grade levels."),
        beforeEvidence: z.boolean().optional().describe("The evidence must be later; default true for next-course."),
        exceptions: z
          .array(
            z.strictObject({
              condition: z.enum(EXCEPTIONS).describe("The condition that may be set aside."),
              approval: text.describe("The role that may do so."),
            }),
          )
          .min(1)
          .optional()
          .describe("Conditions that a person may set aside, by an approval of this role."),
      })
      .describe("What the transcript must show of the target."),
    barredBy: z
      .strictObject({
        creditIn: z.array(id).min(1).optional().describe("Credit in one of these bars the pathway."),
        attemptIn: z.array(id).min(1).optional().describe("An attempt of one of these bars the pathway."),
      })
      .optional()
      .describe("Courses that stand in the way."),
    evidence: evidenceSchema.optional().describe("What the student shows; this or `tiers`."),
    tiers: z
      .array(
        z.strictObject({
          evidence: evidenceSchema.describe("What the student shows for this tier."),
          upTo: credits.describe("Ceiling where this tier decides."),
          courses: z.array(targetSchema).min(1).optional().describe("Targets of this tier, in place of the award's."),
          split: z.boolean().optional().describe("Whether this tier may be spread, in place of the award's."),
          fresh: z.literal(true).optional().describe("A result that a lower tier used does not count."),
        }),
      )
      .min(1)
      .optional()
      .describe("Lowest first; the highest tier whose evidence holds decides. Tiers replace, never add."),
    award: z
      .strictObject({
        courses: z.array(targetSchema).min(1).describe("Targets in order of preference."),
        take: z
          .enum(["lost", "open"])
          .describe("`lost`: credit attempted and not earned. `open`: what the course can give."),
        upTo: credits.optional().describe("Ceiling for this pathway and student."),
        atLeast: credits.optional().describe("A floor: gives exactly this, and says that a person may give more."),
        split: z.boolean().default(true).describe("Whether it may be spread over several targets."),
        fill: z.enum(["earliest", "latest"]).default("earliest").describe("Which attempt within a target comes first."),
        netOfClassCredit: z.boolean().optional().describe("Class credit in the targets is subtracted from upTo."),
        kind: z
          .enum(["credit", "waiver"])
          .default("credit")
          .describe("`waiver`: a requirement excused, with 0 credit."),
      })
      .describe("What is given, where and how much."),
    grade: gradeSchema.optional().describe("The mark of the new record; required, never defaulted."),
    record: z
      .strictObject({
        designations: z.array(letter).min(1).default(["Z"]).describe("Course designation letters of the new record."),
        courseId: text.optional().describe("A code of its own, made from the course's: `{courseId}Z`."),
        title: text.optional().describe("A title made from the course's: `{title} (mastery)`."),
        term: text.optional().describe("The term of the new record."),
        schoolCode: text.optional().describe("The school of the new record where no attempt is recovered."),
        columns: z.record(text, z.string()).optional().describe("Literal values for extra columns of the layout."),
      })
      .prefault({})
      .describe("How it stands on the transcript."),
    approvals: z
      .array(
        z.union([
          text,
          z.strictObject({
            role: text.describe("The role that must have agreed."),
            unless: z
              .strictObject({ age: z.int().positive().describe("In years, on the award date.") })
              .optional()
              .describe("Not needed from this age on (birth_date)."),
            credits: z
              .literal("required")
              .optional()
              .describe("The grant must say how much credit; without, the proposal is held."),
          }),
        ]),
      )
      .min(1)
      .optional()
      .describe("Roles that must have agreed, from the approvals file."),
    approvalBefore: z
      .literal("evidence")
      .optional()
      .describe("Approval must be dated before the evidence (WAC 392-410-300: planned learning away from school)."),
    requestWithinDays: z.int().positive().optional().describe("The request at most this many days after the evidence."),
    onRefusal: z.record(text, text).optional().describe("The policy's own words for a refusal, by its reason."),
    onRequest: z.boolean().optional().describe("Held until the approvals file has a request for this pathway."),
    allowCte: z.boolean().default(false).describe("Admits a CTE course."),
  })
  .refine((value) => "evidence" in value || "tiers" in value, {
    message: 'a pathway needs "evidence" or "tiers"',
    path: ["evidence"],
    when: isObject,
  })
  .refine((value) => !("evidence" in value && "tiers" in value), {
    message: 'a pathway has either "evidence" or "tiers", not both',
    path: ["tiers"],
    when: isObject,
  })
  .refine((value) => "grade" in value || value.award?.kind === "waiver", {
    message: "the mark of a new record is never defaulted",
    path: ["grade"],
    when: isObject,
  })
  .meta({ oneOf: [{ required: ["evidence"] }, { required: ["tiers"] }] });

const capSchema = z.strictObject({
  id,
  subject: text.optional().describe("Counts every mastery credit in this subject."),
  pathways: z.array(id).min(1).optional().describe("Counts mastery records that fit one of these pathways."),
  per: z
    .union([
      z.enum(["school-year", "term"]),
      z.strictObject({ schoolYears: z.int().positive().describe("How many, the award date's own counted.") }),
    ])
    .optional()
    .describe("Only records of the award date's school year, of its term, or of so many school years up to it."),
  upTo: credits.describe("The most credit by mastery, inclusive."),
});

const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const exampleRows = z.array(z.record(z.string(), cell).describe("A row by column name."));

const exampleSchema = z.strictObject({
  name: text.describe("What it shows, as a sentence."),
  pathway: id.optional().describe("The pathway that it is about. Without one the expectations are about all pathways."),
  awardDate: date.describe("The day it is judged by."),
  transcript: exampleRows.optional().describe("Rows of an invented transcript."),
  scores: exampleRows.optional().describe("Rows of an invented scores file."),
  approvals: exampleRows.optional().describe("Rows of an invented approvals file."),
  students: exampleRows.optional().describe("Rows of an invented students file."),
  expect: z
    .strictObject({
      proposals: z
        .array(
          z.strictObject({
            pathway: id.optional().describe("The pathway that gives it."),
            course: id.describe("The course that is credited."),
            part: text.optional().describe("Its part."),
            credits: credits.optional().describe("Credit of the new record."),
            waived: credits.optional().describe("Credit that is excused."),
            mark: text.optional().describe("The mark of the new record."),
            status: z.enum(["ready", "held", "waiver"]).optional().describe("How the proposal stands."),
          }),
        )
        .optional()
        .describe("Proposals that must come, and no other of the pathway; only the keys given are compared."),
      refusals: z
        .array(
          z.strictObject({
            pathway: id.describe("The pathway that is refused."),
            reason: text.describe("The reason, such as `evidence-not-met`."),
          }),
        )
        .optional()
        .describe("Refusals that must come, and no other of the pathway."),
    })
    .describe("What must come of it."),
});

const marksList = z.array(text);

export const policySchema = z
  .strictObject({
    $schema: z.string().optional().describe("The JSON Schema, for editors."),
    format: z.literal(1).describe("The format of this file."),
    district: z
      .strictObject({
        name: text.describe("The name of the district."),
        code: text.describe("The district code, as transcripts give it."),
      })
      .describe("Whose policy this is."),
    policies: z
      .array(
        z.strictObject({
          number: text.describe("The number that the district gives it."),
          title: text.optional().describe("Its title."),
          subjects: z.array(text).min(1).optional().describe("The subjects that it speaks of."),
          adopted: date.optional().describe("The day the board adopted it."),
          effectiveFrom: date.optional().describe("First award date, inclusive."),
          effectiveTo: date.nullable().optional().describe("Last award date, inclusive; null: none."),
          url: z.string().optional().describe("Where it can be read."),
          source: text.optional().describe("Where the text was read, and what could not be seen."),
        }),
      )
      .describe("The adopted documents that this file writes down; at least one."),
    equity: z
      .strictObject({
        provision: z.string().describe("How cultural responsiveness and equity are ensured."),
        reviewEveryMonths: months.optional().describe("How often it is reviewed."),
        lastReviewed: date.optional().describe("The day of the last review."),
        measure: z
          .enum(EQUITY_MEASURES)
          .optional()
          .describe(
            "What `zcredit equity` compares groups by. risk-ratio: a group's rate over that of all other students. " +
              "four-fifths: over the highest rate of any group. composition-difference: its share of those with " +
              "credit less its share of all students, in percentage points.",
          ),
        threshold: z
          .number()
          .positive("must be more than 0")
          .max(100, "must be at most 100")
          .optional()
          .describe(
            "Where a group is named for review. risk-ratio: below this, or above 1 divided by it (0.8: also above " +
              "1.25). four-fifths: below this. composition-difference: this many points apart or more.",
          ),
      })
      .refine((value) => (value.measure === undefined) === (value.threshold === undefined), {
        message: 'needs "measure" and "threshold" together: a number means nothing without what it is compared with',
      })
      .refine(
        (value) =>
          value.measure === undefined || value.measure === "composition-difference" || (value.threshold ?? 1) <= 1,
        {
          message: 'a "threshold" of a ratio must be at most 1, such as 0.8',
        },
      )
      .optional()
      .describe("WAC 180-51-051(3)(a): required in a written policy."),
    marks: z
      .strictObject({
        ranked: marksList.describe("Marks that earn credit, best first."),
        credit: marksList.default([]).describe("Marks that earn credit and cannot be compared with a minimum mark."),
        noCredit: marksList.default([]).describe("An attempt that earned nothing."),
        incomplete: marksList.default([]).describe("An attempt that is not complete."),
        inProgress: marksList.default([]).describe("Enrolled now: an attempt, but neither lost nor earned."),
        points: z.record(text, points).optional().describe("Grade points of marks, for evidence that averages parts."),
        ignored: marksList.default([]).describe("Neither an attempt nor credit."),
      })
      .describe("What each mark means; no mark has a built-in meaning."),
    calendar: z
      .strictObject({
        terms: z
          .array(
            z.strictObject({
              id,
              aliases: z.array(text).optional().describe("Other names under which files give this term."),
              ends: monthDay.describe("The last day, MM-DD."),
              summer: z.boolean().default(false).describe("A summer term; no part of the regular school year."),
            }),
          )
          .min(1)
          .describe("In the order of the school year."),
      })
      .describe("The terms of a school year in order, and when each ends."),
    courses: z
      .array(courseSchema)
      .min(1)
      .describe("Courses that credit is given for, that are evidence, or that bar a pathway."),
    sameLearning: z
      .array(
        z.strictObject({
          courses: z.array(id).min(2).describe("The courses of the set."),
          credits: credits.describe("Capacity of the whole set."),
        }),
      )
      .default([])
      .describe("Courses that are never credited twice together."),
    tests: z.array(testSchema).default([]).describe("Anything that is measured: tests, portfolios, documented hours."),
    pathways: z.array(pathwaySchema).describe("In order of priority: an earlier one is served first."),
    caps: z.array(capSchema).default([]).describe("Ceilings over several pathways or years."),
    examples: z.array(exampleSchema).default([]).describe("Worked examples that prove this file."),
  })
  .meta({ title: "zcredit policy, format 1", description: "What a district gives mastery-based credit for." });

/** A policy as parsed: defaults filled, credits in thousandths, measures in millionths. */
export type Policy = z.output<typeof policySchema>;
export type PolicyInput = z.input<typeof policySchema>;
export type PathwayInput = Policy["pathways"][number];
export type GradeRule = z.output<typeof gradeSchema>;
export type Method = (typeof METHODS)[number];
