import type { Facts } from "../equity/facts.js";
import type { Pseudonyms } from "./key.js";
import { isSchoolCode } from "./known.js";

/**
 * Equity tables hold no ids, but the name of a group is a cell: one of so few students that its counts are hidden may be
 * a name or a number that slipped into the column, and is a pseudonym. So is a school's, unless it is a school code.
 */
export function redactedFacts(facts: Facts, least: number, names: Pseudonyms): Facts {
  const sizes = new Map<string, number>();
  const count = (key: string): void => void sizes.set(key, (sizes.get(key) ?? 0) + 1);
  for (const { groups, school } of facts.students) {
    for (const [header, group] of groups) count(`${header}\n${group}`);
    count(school);
  }
  const isFew = (key: string): boolean => (sizes.get(key) ?? 0) < least;
  const students = facts.students.map((student) => ({
    ...student,
    groups: new Map(
      [...student.groups].map(([header, group]) => [
        header,
        isFew(`${header}\n${group}`) && !OURS.has(group) ? names.code(group) : group,
      ]),
    ),
    school: isFew(student.school) && !isSchoolCode(student.school) ? names.code(student.school) : student.school,
  }));
  return { ...facts, students };
}

/** Groups that zcredit names itself. */
const OURS = new Set(["Not reported", "Reported in two ways"]);
