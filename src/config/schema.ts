import { z } from "zod";
import { FAIL_ON, LEVELS } from "../exit.js";

const path = z.string().min(1, "must not be empty");
const paths = z.union([path, z.array(path)]);
const name = z.union([z.string().min(1), z.array(z.string().min(1))]);
const whole = z.union([z.int(), z.array(z.int())]);

/**
 * `zcredit.json`: flags by their long names, so that there is one list of names to know. A path in it is relative to
 * the folder it stands in; a flag on the command line wins over it. Unknown keys are errors.
 */
export const configSchema = z.strictObject({
  $schema: z.string().optional(),
  transcript: paths.optional(),
  scores: paths.optional(),
  approvals: paths.optional(),
  students: paths.optional(),
  policy: path.optional(),
  lists: path.optional(),
  dialect: name.optional(),
  map: paths.optional(),
  "import-layout": path.optional(),
  out: path.optional(),
  "award-date": z.string().optional(),
  "fail-on": z.enum(FAIL_ON).optional(),
  severity: z.record(z.string(), z.enum(LEVELS)).optional(),
  format: name.optional(),
  merged: z.boolean().optional(),
  redact: path.optional(),
  json: z.boolean().optional(),
  force: z.boolean().optional(),
  "allow-truncated": z.boolean().optional(),
  "allow-shrink": z.boolean().optional(),
  "fail-on-new": z.boolean().optional(),
  jobs: z.int().optional(),
  since: path.optional(),
  accepted: path.optional(),
  pending: paths.optional(),
  "only-student": name.optional(),
  school: name.optional(),
  "class-of": whole.optional(),
  "grade-level": whole.optional(),
});

export type Config = z.output<typeof configSchema>;

export const CONFIG_KEYS: readonly string[] = Object.keys(configSchema.shape);
