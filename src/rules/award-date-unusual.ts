import { schoolYearOf } from "../date.js";
import { termEnd } from "../normalise/rowDate.js";
import { defineRule } from "./rule.js";

interface Facts {
  readonly awardDate: string;
  readonly says: string;
}

export const awardDateUnusual = defineRule<"decision", Facts>({
  code: "award-date-unusual",
  scope: "decision",
  severity: "warning",
  title: "The award date lies where none is expected.",
  why: "New records carry this date, and their school year and term follow from it.",
  remedy: "If it is a slip, run again with the award date that is meant (--award-date).",
  cites: ["POLICY"],
  needs: ["calendar"],
  check({ student, decision }, context, hit) {
    const { awardDate, policy } = context;
    const [proposal] = decision.proposals;
    if (proposal === undefined) return;
    const year = schoolYearOf(awardDate);
    if (!policy.terms.some((term) => termEnd(term, year) >= awardDate)) {
      const says = "is after the end of every term of its school year";
      hit({
        facts: { awardDate, says },
        pathway: proposal.pathway,
        value: awardDate,
        cause: `award date ${awardDate} in no term`,
      });
    }
    const classOf = student.students.find((row) => row.classOf !== null)?.classOf ?? null;
    if (classOf !== null && year > classOf) {
      const says = `is after the school year in which the class of ${classOf} leaves`;
      hit({
        facts: { awardDate, says },
        pathway: proposal.pathway,
        value: awardDate,
        cause: `award date ${awardDate} after the class of ${classOf}`,
      });
    }
  },
  say(facts) {
    return `The award date ${facts.awardDate} ${facts.says}.`;
  },
});
