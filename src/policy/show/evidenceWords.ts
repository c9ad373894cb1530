import { entryOf, itemAt } from "../../at.js";
import { formatMeasure } from "../../normalise/measure.js";
import type { CompiledPolicy } from "../compiled.js";
import {
  type CourseEvidence,
  type Evidence,
  SCALES,
  type Scale,
  type SubjectEvidence,
  type TestEvidence,
} from "../schema.js";
import { grades, type Item, listed, plural } from "./words.js";

/** A tree of evidence as sentences; what belongs together stands beneath what joins it. */
export function evidenceItem(evidence: Evidence, policy: CompiledPolicy): Item {
  if ("course" in evidence) return { text: courseWords(evidence, policy) };
  if ("test" in evidence) return { text: testWords(evidence, policy) };
  if ("subject" in evidence) return { text: subjectWords(evidence) };
  if ("approval" in evidence) return { text: `granted by the role "${evidence.approval}" in the approvals file` };
  if ("not" in evidence) return { text: "this must not be so:", items: [evidenceItem(evidence.not, policy)] };
  if ("all" in evidence) {
    const text = evidence.inOrder ? "all of these, each later than the one before it:" : "all of these:";
    return { text, items: evidence.all.map((piece) => evidenceItem(piece, policy)) };
  }
  return {
    text: "any one of these (the first that holds counts):",
    items: evidence.any.map((piece) => evidenceItem(piece, policy)),
  };
}

/** The same in one line, for a list of many. */
export function evidenceLine(evidence: Evidence, policy: CompiledPolicy): string {
  return flat(evidenceItem(evidence, policy), evidence);
}

function flat(item: Item, evidence: Evidence): string {
  const items = item.items ?? [];
  if ("all" in evidence) return joined(items, evidence.all, evidence.inOrder ? " and then " : " and ");
  if ("any" in evidence) return joined(items, evidence.any, " or ");
  if ("not" in evidence) return `not (${joined(items, [evidence.not], "")})`;
  return item.text;
}

function joined(items: readonly Item[], pieces: readonly Evidence[], between: string): string {
  const words: string[] = [];
  for (const [index, piece] of pieces.entries()) {
    const text = flat(itemAt(items, index), piece);
    words.push(("all" in piece || "any" in piece) && pieces.length > 1 ? `(${text})` : text);
  }
  return words.join(between);
}

function markWords(minMark: string): string {
  return minMark === "credit" ? "with credit earned, whatever the mark" : `with ${minMark} or better`;
}

function courseWords(evidence: CourseEvidence, policy: CompiledPolicy): string {
  const words = [entryOf(policy.courseById, evidence.course).title];
  const { parts } = evidence;
  if (parts === "any") words.push("(at least one part)");
  else if (Array.isArray(parts)) words.push(`(${listed(parts)} only)`);
  else if (parts !== undefined) words.push(`(${listed(parts.required)}, their marks averaged)`);
  if (evidence.minMark !== undefined) words.push(markWords(evidence.minMark));
  if (evidence.minPoints !== undefined) words.push(`with ${formatMeasure(evidence.minPoints)} grade points or more`);
  const also: string[] = [];
  if (evidence.inDistrict) also.push("earned in this district");
  if (evidence.regularYear) also.push("not in a summer term");
  also.push(evidence.acceptMastery ? "earlier mastery credit counts too" : "");
  return withAlso(words.join(" "), also);
}

function subjectWords(evidence: SubjectEvidence): string {
  const which = { latest: "the latest course", any: "any course", every: "every course" }[evidence.which];
  const also: string[] = [];
  if (evidence.inDistrict) also.push("looking only at courses taken in this district");
  if (evidence.regularYear) also.push("not looking at summer terms");
  return withAlso(`${which} of ${evidence.subject} ${markWords(evidence.minMark)}`, also);
}

function testWords(evidence: TestEvidence, policy: CompiledPolicy): string {
  const test = entryOf(policy.testByName, evidence.test);
  const top = test.scales.level?.ordered.at(-1);
  const words = [test.title, thresholdWords(evidence, top)];
  const also: string[] = [];
  const { parts } = evidence;
  if (parts !== undefined) {
    const how = parts.rule === "average" ? "the average of the tested parts counts" : "the lowest tested part counts";
    also.push(`${listed(parts.required)} must all be tested in one sitting, and ${how}`);
  }
  if (evidence.from !== undefined) also.push(`taken on or after ${evidence.from}`);
  if (evidence.to !== undefined) also.push(`taken on or before ${evidence.to}`);
  if (evidence.edition !== undefined) also.push(`edition ${evidence.edition} only`);
  if (evidence.withinMonths !== undefined)
    also.push(`at most ${plural(evidence.withinMonths, "month")} before the award date`);
  if (evidence.maxTries !== undefined)
    also.push(
      evidence.maxTries === 1 ? "only the first try counts" : `only the first ${evidence.maxTries} tries count`,
    );
  if (evidence.beforeCourse) also.push("before the school year in which the course was first attempted");
  if (evidence.gradeLevels !== undefined) also.push(`tested in ${grades(evidence.gradeLevels)}`);
  if (evidence.sinceRecord) also.push("later than the latest record that this way gave: each result is credited once");
  if (test.windows !== undefined) also.push("in one of the test's windows");
  if (test.maxTriesPerWindow !== undefined)
    also.push(`at most ${plural(test.maxTriesPerWindow, "try", "tries")} in each window`);
  return withAlso(words.join(" "), also);
}

/** @param top the highest level, which nothing is higher than */
function thresholdWords({ min, above, sum }: TestEvidence, top: string | undefined): string {
  const words: string[] = [];
  for (const scale of SCALES) {
    const least = min?.[scale];
    if (least !== undefined) words.push(leastWords(scale, valueWords(least), least === top, sum === true));
    const over = above?.[scale];
    if (over !== undefined) words.push(aboveWords(scale, valueWords(over), sum === true));
  }
  return words.join(" and ");
}

function leastWords(scale: Scale, value: string, highest: boolean, sum: boolean): string {
  if (sum) return `with ${value} or more in all, results added up`;
  if (scale === "score") return `with a score of ${value} or higher`;
  if (scale === "percent") return `with ${value} percent or higher`;
  return `at ${scale} ${value}${scale === "level" && highest ? "" : " or higher"}`;
}

function aboveWords(scale: Scale, value: string, sum: boolean): string {
  if (sum) return `with more than ${value} in all, results added up`;
  if (scale === "score") return `with a score above ${value}`;
  if (scale === "percent") return `with more than ${value} percent`;
  return `above ${scale} ${value}`;
}

function valueWords(value: string | number): string {
  return typeof value === "string" ? value : formatMeasure(value);
}

function withAlso(text: string, also: readonly string[]): string {
  return [text, ...also.filter((words) => words !== "")].join("; ");
}
