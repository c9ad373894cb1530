import type { Violation } from "../model.js";
import { type CommaCounter, countCommas } from "../normalise/decimals.js";
import { byFirst } from "../order.js";
import { countForms, type FormCounter } from "../outputLayout.js";
import type { RunResult } from "../report/result.js";
import { countReach, type ReachCounter } from "../since/reach.js";
import type { Seen } from "../since/watch.js";
import type { PartCounts, PartResult } from "./decide.js";

/** What all partitions came to together, but for the findings themselves. */
export interface Gathered {
  /** The same as one part that can be added to others. */
  readonly plain: PartCounts;
  readonly counts: PartResult["counts"];
  readonly forms: FormCounter;
  readonly commas: CommaCounter;
  readonly notChecked: RunResult["rules"]["notChecked"];
  /** Of the ids asked about those that are students, and whether they are output. */
  readonly named: ReadonlyMap<string, boolean>;
  /** What waits for broken lines, by place. */
  readonly withheld: ReadonlyMap<string, number>;
  readonly reach: ReachCounter;
  readonly seen: Seen;
  readonly ids: readonly string[];
  readonly asked: PartResult["asked"];
}

export interface PartTally {
  /** In any order: what they come to together does not depend on it. */
  readonly add: (part: PartCounts & Partial<Pick<PartResult, "ids" | "asked">>) => void;
  readonly finish: () => Gathered;
}

export function tallyParts(): PartTally {
  const counts = { studentsOut: 0, doubtfulRows: 0, masteryRecords: 0, considered: 0 };
  const forms = countForms();
  const commas = countCommas();
  const unjudged = new Map<string, number>();
  const named = new Map<string, boolean>();
  const withheld = new Map<string, number>();
  const reach = countReach();
  const landed: string[] = [];
  const withdrawn: Violation[] = [];
  const ids: string[] = [];
  let students = 0;
  let asked: PartResult["asked"] = null;
  return {
    add: (part) => {
      students += part.students;
      counts.studentsOut += part.counts.studentsOut;
      counts.doubtfulRows += part.counts.doubtfulRows;
      counts.masteryRecords += part.counts.masteryRecords;
      counts.considered += part.counts.considered;
      forms.add(part.forms);
      commas.add(part.commas);
      for (const [because, count] of part.unjudged) unjudged.set(because, (unjudged.get(because) ?? 0) + count);
      for (const [id, isOut] of part.named) named.set(id, isOut);
      for (const [place, credits] of part.withheld) withheld.set(place, credits);
      reach.add(part.reach);
      for (const id of part.seen.landed) landed.push(id);
      for (const each of part.seen.withdrawn) withdrawn.push(each);
      for (const id of part.ids ?? []) ids.push(id);
      asked = part.asked ?? asked;
    },
    finish: () => ({
      plain: {
        students,
        counts,
        forms: forms.counts(),
        commas: commas.counts(),
        unjudged: [...unjudged].sort(byFirst),
        named: [...named].sort(byFirst),
        withheld: [...withheld].sort(byFirst),
        reach: reach.counts(),
        seen: { landed, withdrawn },
      },
      counts,
      forms,
      commas,
      notChecked: unjudgedLines(unjudged),
      named,
      withheld,
      reach,
      seen: { landed, withdrawn },
      ids: ids.sort(),
      asked,
    }),
  };
}

/** "Not checked" for single records: older than the files that would hold their evidence, or hanging on a row in doubt. */
function unjudgedLines(unjudged: ReadonlyMap<string, number>): RunResult["rules"]["notChecked"] {
  return [...unjudged].sort(byFirst).map(([because, count]) => ({
    code: "mastery-without-evidence",
    because: `${count === 1 ? "1 mastery record" : `${count} mastery records`}: ${because}`,
  }));
}
