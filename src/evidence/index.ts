import type { IsoDate } from "../date.js";
import type { Evidence } from "../policy/schema.js";
import { allForm } from "./all.js";
import { anyForm } from "./any.js";
import { approvalForm } from "./approval.js";
import { courseForm } from "./course.js";
import type { EvidenceContext, EvidenceForm, Outcome } from "./form.js";
import { notForm } from "./not.js";
import { subjectForm } from "./subject.js";
import { testForm } from "./test.js";

/** One line a form of evidence. */
export const FORMS = [courseForm, testForm, subjectForm, approvalForm, allForm, anyForm, notForm] as const;

/** Judges any form of evidence for one student and one target. */
export function judge(evidence: Evidence, context: Rows): Outcome {
  const whole: EvidenceContext = {
    ...context,
    judge: (nested) => judgeOne(nested, whole),
    judgeBefore: (nested, day) => judge(nested, rowsBefore(day, context)),
  };
  return judgeOne(evidence, whole);
}

type Rows = Omit<EvidenceContext, "judge" | "judgeBefore">;

function rowsBefore(day: IsoDate, context: Rows): Rows {
  const isEarlier = ({ date }: { readonly date: IsoDate | null }): boolean => date === null || date < day;
  return {
    ...context,
    attempts: (courseId) => context.attempts(courseId).filter(isEarlier),
    mastery: (courseId) => context.mastery(courseId).filter(isEarlier),
    scores: (testId) => context.scores(testId).filter(isEarlier),
  };
}

function judgeOne(evidence: Evidence, context: EvidenceContext): Outcome {
  for (const form of FORMS) {
    const outcome = tryForm(form as EvidenceForm<Evidence>, evidence, context);
    if (outcome !== null) return outcome;
  }
  throw new Error("evidence of no known form");
}

function tryForm<E extends Evidence>(
  form: EvidenceForm<E>,
  evidence: Evidence,
  context: EvidenceContext,
): Outcome | null {
  return form.is(evidence) ? form.judge(evidence, context) : null;
}
