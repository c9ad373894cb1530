import type { Check } from "./check.js";

export const cteExcluded: Check = {
  reason: "cte-excluded",
  clear: "no CTE course in the way",
  title: "The course is a Career and Technical Education course, which mastery credit generally leaves out.",
  remedy: "Only a policy that says so (allowCte) may give it.",
  drops: ({ pathway }, { target }) =>
    target.course.cte && !pathway.source.allowCte ? { says: `${target.course.title} is a CTE course` } : null,
};
