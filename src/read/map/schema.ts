import { z } from "zod";
import { FIELDS } from "../../model.js";
import { DATE_FORMS } from "./dates.js";
import { READERS, type ReaderName } from "./readers.js";

/*
 * One shape says how any layout is read: a dialect that zcredit knows, and a map that a person writes. The schema is
 * the single source of its types, of its checks and of the JSON Schema for editors.
 */

const text = z.string();
const named = z.string().min(1);

const READER_NAMES = Object.keys(READERS) as [ReaderName, ...ReaderName[]];

const columnSchema = z
  .union([named, z.array(named).min(1), z.int().min(1)])
  .describe(
    "A column: its header, or several of which the first that the file has is taken, or its place, counted from 1. " +
      "Headers are compared by their letters and digits alone, without a leading [1] or table name.",
  );

const conditionSchema = z
  .strictObject({
    column: columnSchema,
    in: z.array(text).min(1).optional().describe("It holds where the cell is one of these (any letter case)."),
    notIn: z.array(text).min(1).optional().describe("It holds where the cell is none of these (any letter case)."),
  })
  .refine((condition) => (condition.in === undefined) !== (condition.notIn === undefined), {
    error: 'needs either "in" or "notIn"',
  });

const readSchema = {
  values: z
    .record(text, text)
    .optional()
    .describe("What the file says, and what is meant by it. Texts that are not named here stay as they are."),
  missing: z.array(text).optional().describe("Texts that mean that nothing is there."),
  read: z.enum(READER_NAMES).optional().describe("A way of reading that a list of values cannot say."),
  dates: z.array(z.enum(DATE_FORMS)).min(1).optional().describe("How dates are written in this column."),
  assume: z
    .string()
    .regex(/^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/)
    .optional()
    .describe("Month and day (05-31) of dates that give only a year."),
  unless: z
    .strictObject({ column: columnSchema, in: z.array(text).min(1), value: text })
    .optional()
    .describe("Another value where another column says so."),
};

const fromColumn = z.strictObject({
  column: columnSchema,
  else: columnSchema.optional().describe("Read where the first is blank."),
  ...readSchema,
});
const fromConstant = z.strictObject({ constant: text.describe("The same for every row.") });
const fromTemplate = z.strictObject({
  template: named.describe("Text with columns in braces: {Type} {Subject}. {A|B}: B where the file has no column A."),
  ...readSchema,
});
const fromFlags = z.strictObject({
  flags: z.record(named, z.string().regex(/^[A-Z]$/)).describe("Column to designation letter."),
  yes: z
    .array(named)
    .min(1)
    .optional()
    .describe("Texts that mean yes; the first is written. Default: 1, Y, Yes, T, True, X."),
  no: text.optional().describe("What is written where a letter is not there. Default: nothing."),
});
const fromCases = z.strictObject({
  cases: z
    .array(z.strictObject({ when: z.array(conditionSchema).min(1), value: text }))
    .min(1)
    .describe("The first whose conditions all hold gives the value."),
  otherwise: text,
});

const fieldSchema = z
  .union([columnSchema, fromColumn, fromConstant, fromTemplate, fromFlags, fromCases])
  .describe("Where a field comes from.");

function fieldsSchema(fields: readonly string[]) {
  return z.partialRecord(z.enum(fields as [string, ...string[]]), fieldSchema);
}

const ALL_FIELDS = [...new Set(Object.values(FIELDS).flat())];

const keepSchema = z.union([
  z.strictObject({
    column: columnSchema,
    in: z.array(text).min(1).optional(),
    notIn: z.array(text).min(1).optional(),
    why: named.describe("Said of each row that is left out."),
  }),
  z.strictObject({
    anyCredit: z.array(columnSchema).min(1).describe("Kept where one of these is neither blank nor zero."),
    why: named,
  }),
]);

export const mapSchema = z
  .strictObject({
    $schema: text.optional(),
    format: z.literal(1),
    name: z
      .string()
      .regex(/^[a-z][a-z0-9-]*$/)
      .describe("Short name, as in messages."),
    title: named.describe("What people call this layout."),
    kind: z.enum(["transcript", "scores", "approvals", "students"]).describe("What the file holds."),
    extends: named.optional().describe("A dialect that this map adds to: what is said here comes before what it says."),
    recognise: z
      .array(z.array(named).min(1))
      .optional()
      .describe("Lists of headers; a file that has all of one list is taken for this layout."),
    refuse: text.optional().describe("Such a file cannot be read; this is said instead."),
    quoting: z
      .enum(["none", "backslash"])
      .optional()
      .describe('none: a quote is a mark like any other. backslash: a quote within quotes is written \\".'),
    header: z.literal(false).optional().describe("The file has no header; every column is named by its place."),
    missing: z.array(text).optional().describe("Texts that mean, in any column, that nothing is there."),
    dates: z.array(z.enum(DATE_FORMS)).min(1).optional().describe("How dates are written."),
    fields: fieldsSchema(ALL_FIELDS).describe("Each of zcredit's fields, and where it comes from."),
    keep: z.array(keepSchema).optional().describe("Rows that fail one of these are no records. They are listed."),
    unpivot: z
      .array(fieldsSchema(ALL_FIELDS))
      .optional()
      .describe("One result for each of these, from one row: fields that differ from result to result."),
    numbered: z
      .strictObject({
        from: z.int().min(0),
        to: z.int().min(1).max(999),
        digits: z.int().min(1).max(3),
        fields: fieldsSchema(ALL_FIELDS),
      })
      .optional()
      .describe("Results in numbered columns: # in a header stands for the number."),
    studentColumns: z.array(named).optional().describe("Columns about the student, repeated on new records."),
    hints: z
      .partialRecord(z.enum(ALL_FIELDS as [string, ...string[]]), text)
      .optional()
      .describe("Said where the column of a field is missing."),
    notes: z.array(named).optional().describe("What whoever uses this layout should know."),
    output: z
      .strictObject({
        imports: z.boolean().describe("Whether the system takes new records in this layout."),
        word: text.optional().describe("What to do with new records instead, or besides."),
        columns: z.array(named).min(1).optional().describe("The header, where this is a layout to import by."),
        delimiter: z.enum([",", ";", "\t", "|"]).optional(),
        fill: z.record(named, text).optional().describe("What every new record says in a column."),
        needs: z.array(named).optional().describe("Columns that the system needs, or overwrites where they are blank."),
      })
      .optional()
      .describe("What becomes of new records in this layout."),
  })
  .describe("How a layout is read as zcredit's own, and how new records are written back into it.");

export type MapFile = z.output<typeof mapSchema>;
export type MapField = z.output<typeof fieldSchema>;
export type MapColumn = z.output<typeof columnSchema>;
export type MapKeep = z.output<typeof keepSchema>;
export type MapCondition = z.output<typeof conditionSchema>;
export type MapFields = Readonly<Record<string, MapField | undefined>>;

/** A dialect or a map, whole: nothing left to be looked up elsewhere. */
export type MapDef = Omit<MapFile, "extends" | "$schema"> & {
  /** Of a map that a person wrote: its file, for the record. */
  readonly file?: { readonly name: string; readonly sha256: string };
};
