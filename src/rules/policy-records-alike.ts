import type { PathwayOutline, PolicyOutline } from "../policy/outline.js";
import { partsOfTarget } from "../policy/outlineMatch.js";
import { textOf } from "../policy/outlineRead.js";
import { definePolicyRule } from "../policy/policyRule.js";
import { courseOf, entriesById } from "../policy/references.js";

interface Seen {
  /** The first pathway that gives each mark. */
  readonly byMark: Map<string, string>;
  /** The first pathway whose mark can be any that earns credit. */
  any: string | null;
  first: string | null;
}

export const policyRecordsAlike = definePolicyRule<{ readonly other: string; readonly course: string }>({
  code: "policy-records-alike",
  severity: "warning",
  title: "Two pathways with a ceiling give records that cannot be told apart.",
  why: "Next year a record of one would count against the ceiling of the other as well.",
  remedy:
    'Give them other "designations", marks or a "courseId" of their own, or write them as "tiers" of one pathway.',
  cites: ["POLICY"],
  check({ outline }, hit) {
    const seen = new Map<string, Seen>();
    for (const pathway of outline.pathways.entries) {
      const marks = marksOf(outline, pathway);
      if (marks === null) continue;
      let found: { readonly other: string; readonly course: string } | null = null;
      const places = placesOf(outline, pathway).map(({ key, course }) => {
        const place: Seen = seen.get(key) ?? { byMark: new Map(), any: null, first: null };
        seen.set(key, place);
        const other = marks === "any" ? place.first : (place.any ?? alike(place, marks));
        if (other !== null) found ??= { other, course };
        return place;
      });
      for (const place of places) enter(place, textOf(pathway.id), marks);
      if (found !== null) hit({ facts: found, path: pathway.path });
    }
  },
  say: ({ other, course }) =>
    `its records of "${course}" cannot be told from those of pathway "${other}", and both have a ceiling.`,
});

function alike(place: Seen, marks: readonly string[]): string | null {
  for (const mark of marks) {
    const other = place.byMark.get(mark);
    if (other !== undefined) return other;
  }
  return null;
}

function enter(place: Seen, id: string, marks: readonly string[] | "any"): void {
  place.first ??= id;
  if (marks === "any") place.any ??= id;
  else for (const mark of marks) if (!place.byMark.has(mark)) place.byMark.set(mark, id);
}

/** The marks of a pathway that has a ceiling and gives records; null for any other, and where they can't be read. */
function marksOf(outline: PolicyOutline, pathway: PathwayOutline): readonly string[] | "any" | null {
  const hasCeiling = pathway.upTo !== null || !pathway.split || pathway.tiers.some((tier) => tier.upTo !== null);
  if (pathway.kind === "waiver" || !hasCeiling) return null;
  if (pathway.gradeFrom?.text === "evidence") return "any";
  const known = entriesById(outline.marks);
  const marks = pathway.gradeMarks.map((mark) => mark.text).filter((mark) => known.has(mark));
  if (pathway.gradeFrom?.text === "score") return ["(the score)"];
  return marks.length === 0 ? null : marks;
}

/** Every part that a pathway gives records of, with all that tells its records apart but their marks. */
function placesOf(
  outline: PolicyOutline,
  pathway: PathwayOutline,
): readonly { readonly key: string; readonly course: string }[] {
  const letters = pathway.designations?.map((letter) => letter.text) ?? ["Z"];
  const told = [...new Set(letters)].filter((letter) => letter !== "B").toSorted();
  return pathway.targets.flatMap((target) => {
    const course = courseOf(outline, target.course);
    if (course === null) return [];
    const id = textOf(course.id);
    const parts = course.divided ? partsOfTarget(course, target).map((part) => textOf(part.id)) : [""];
    return parts.map((part) => ({
      key: JSON.stringify([id, part, told.join(""), textOf(pathway.template)]),
      course: id,
    }));
  });
}
