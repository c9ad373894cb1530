import { z } from "zod";
import { itemAt } from "../at.js";
import { parseCredit } from "../credit.js";
import { notDone } from "../errors.js";
import { byText } from "../order.js";
import type { Sequence } from "../report/sequence.js";
import type { Landing } from "./landed.js";

const text = z.string();

/** What is asked of an earlier report; whatever else its items hold is kept as it stands. */
const violationSchema = z.looseObject({ code: text, severity: text, student_id: text, fingerprint: text });
const usedSchema = z.looseObject({ file: text, says: text });
const proposalSchema = z.looseObject({
  proposal_id: text,
  status: text,
  student_id: text,
  course: text,
  course_id: text,
  part: text,
  pathway: text,
  credits: z.number(),
  mark: text,
  designations: text,
  school_year: text,
  evidence: z.array(usedSchema),
});

/** A record that was proposed once, and the evidence that was on file for it; carried on from night to night. */
export const evidenceSchema = z.strictObject({
  proposal_id: text,
  student_id: text,
  course: text,
  course_id: text,
  part: text,
  pathway: text,
  credits: z.number(),
  mark: text,
  designations: text,
  school_year: text,
  evidence: z.array(z.strictObject({ kind: z.enum(["transcript", "scores"]), says: text })),
});

const filters = {
  only_student: z.array(text),
  school: z.array(text),
  class_of: z.array(z.int()),
  grade_level: z.array(z.int()),
};

const earlierSchema = z.looseObject({
  tool: z.literal("zcredit"),
  format: z.literal(1),
  award_date: text,
  options: z.looseObject(filters),
  inputs: z.array(z.looseObject({ name: text, kind: text })),
  proposals: z.array(proposalSchema),
  violations: z.array(violationSchema),
  since: z.looseObject({ evidence: z.array(evidenceSchema) }).optional(),
});

export type EarlierViolation = z.infer<typeof violationSchema>;
export type EarlierProposal = z.infer<typeof proposalSchema>;
export type EarlierEvidence = z.infer<typeof evidenceSchema>;

/** Earlier results, as far as later ones are held against them. */
export interface Earlier {
  /** SHA-256 of the manifest they came with. */
  readonly manifestSha256: string;
  readonly awardDate: string;
  readonly filters: Readonly<Record<keyof typeof filters, readonly (string | number)[]>>;
  readonly violations: Sequence<EarlierViolation>;
  readonly proposals: Sequence<EarlierProposal>;
  /** Of those proposals and of all that came before them, each once. */
  readonly evidence: readonly EarlierEvidence[];
}

/** Reads an earlier `report.json`. @throws NotDone where it is none of ours, or of a form that this version can't read. */
export function readEarlier(where: string, json: string, manifestSha256: string): Earlier {
  let parsed: unknown = null;
  try {
    parsed = JSON.parse(json);
  } catch {
    parsed = null;
  }
  const report = earlierSchema.safeParse(parsed);
  if (!report.success) {
    const path = itemAt(report.error.issues, 0).path.join(".");
    throw notDone(
      where,
      `this is no report that can be compared with${path === "" ? "" : ` ("${path}")`}. Name results of zcredit check.`,
    );
  }
  const { award_date, options, inputs, proposals, violations, since } = report.data;
  const kinds = new Map(inputs.map(({ name, kind }) => [name, kind]));
  const evidence = new Map<string, EarlierEvidence>();
  for (const held of since?.evidence ?? []) evidence.set(held.proposal_id, held);
  for (const proposal of proposals) {
    if (proposal.status !== "waiver") evidence.set(proposal.proposal_id, evidenceOf(proposal, kinds));
  }
  const { only_student, school, class_of, grade_level } = options;
  return {
    manifestSha256,
    awardDate: award_date,
    filters: { only_student, school, class_of, grade_level },
    violations,
    proposals,
    evidence: [...evidence.values()].sort((a, b) => byText(a.proposal_id, b.proposal_id)),
  };
}

/** Approvals and the students file are left out: they say who agreed, not what was learned. */
function evidenceOf(proposal: EarlierProposal, kinds: ReadonlyMap<string, string>): EarlierEvidence {
  const { proposal_id, student_id, course, course_id, part, pathway, credits, mark, designations, school_year } =
    proposal;
  const evidence: { kind: "transcript" | "scores"; says: string }[] = [];
  for (const { file, says } of proposal.evidence) {
    const kind = kinds.get(file);
    if (kind === "transcript" || kind === "scores") evidence.push({ kind, says });
  }
  return {
    proposal_id,
    student_id,
    course,
    course_id,
    part,
    pathway,
    credits,
    mark,
    designations,
    school_year,
    evidence,
  };
}

/** What a proposed record looks like once it stands on a transcript. */
export function landingOf(held: EarlierEvidence): Landing {
  // The nearest double to a decimal of three places prints as that decimal.
  const credits = parseCredit(String(held.credits));
  return {
    id: held.proposal_id,
    studentId: held.student_id,
    course: held.course,
    courseId: held.course_id,
    part: held.part,
    schoolYear: held.school_year,
    mark: held.mark,
    credits: typeof credits === "number" ? credits : 0,
    designations: held.designations,
  };
}
