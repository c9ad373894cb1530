import type { TranscriptRow } from "../model.js";
import type { CompiledPolicy } from "../policy/compiled.js";
import { atRecord } from "./masteryFacts.js";
import { defineRule } from "./rule.js";
import { shown } from "./words.js";

interface Facts {
  readonly title: string;
}

/** Words that say how credit was earned, or of what kind it is. */
const KIND = new Set(
  `mastery based proficiency competency recovery recovered retrieval credit credits waiver test exam examination
  assessment elective electives general other misc miscellaneous course class transfer equivalency challenge state local
  national portfolio external noninstructional instructional non z n l`.split(/\s+/),
);
/** Words of a subject area, which alone name no course. */
const SUBJECT = new Set(
  `math mathematics english ela science history social studies world language languages foreign art arts fine health
  pe physical education high school hs of by for in the and a`.split(/\s+/),
);

export const masteryGenericTitle = defineRule<"decision", Facts>({
  code: "mastery-generic-title",
  scope: "decision",
  severity: "warning",
  title: "The title of a mastery record names no course.",
  why: "Titles of records by mastery should be as exact as can be, so that whoever reads the transcript knows what was learned.",
  remedy: "Give the record the title of the very course.",
  cites: ["HB"],
  needs: ["transcript", "titles", "mastery-records"],
  check({ records }, { policy }, hit) {
    for (const { row } of records) {
      if (row.layout.index.course_title === undefined) continue;
      if (isGeneric(row, policy)) hit(atRecord(row, { title: row.courseTitle }, "course_title", row.courseTitle));
    }
  },
  say({ title }) {
    return title === "" ? "The record has no title." : `The title ${shown(title)} names no course.`;
  },
});

/** A title that the policy itself gives to a course names it, whatever its words. */
function isGeneric({ courseTitle, match }: TranscriptRow, policy: CompiledPolicy): boolean {
  if (courseTitle === "") return true;
  const folded = courseTitle.toLowerCase();
  if (match !== null && folded.includes(match.course.title.toLowerCase())) return false;
  if (policy.courses.some(({ title }) => title.toLowerCase() === folded)) return false;
  const words = folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
  return words.some((word) => KIND.has(word)) && words.every((word) => KIND.has(word) || SUBJECT.has(word));
}
