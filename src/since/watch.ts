import type { InputKind, StudentFile, Violation } from "../model.js";
import type { CompiledPolicy } from "../policy/compiled.js";
import type { EarlierEvidence } from "./earlier.js";
import { landingOf } from "./earlier.js";
import { type Landing, watchLandings } from "./landed.js";
import { withdrawnEvidence } from "./withdrawn.js";

/** What is looked for among the students of a run. Plain data. */
export interface Watched {
  /** Evidence that earlier proposals rested on, in the order of the earlier results. */
  readonly evidence: readonly EarlierEvidence[];
  /** Records that decision logs say were accepted. */
  readonly exported: readonly Landing[];
}

/** What was seen of it. Plain data, in no order. */
export interface Seen {
  /** Ids of proposals that have landed. */
  readonly landed: readonly string[];
  /** Evidence of landed records that is gone or lower now. */
  readonly withdrawn: readonly Violation[];
}

export interface StudentWatch {
  readonly see: (student: StudentFile) => void;
  readonly seen: () => Seen;
}

/** Watches students go by. */
export function watchStudents(
  { evidence, exported }: Watched,
  policy: CompiledPolicy,
  given: ReadonlySet<InputKind>,
): StudentWatch {
  const landings = watchLandings([...evidence.map(landingOf), ...exported]);
  const byStudent = new Map<string, EarlierEvidence[]>();
  for (const each of evidence) {
    const own = byStudent.get(each.student_id);
    if (own === undefined) byStudent.set(each.student_id, [each]);
    else own.push(each);
  }
  const withdrawn: Violation[] = [];
  return {
    see: (student) => {
      landings.see(student);
      for (const each of byStudent.get(student.id) ?? []) {
        if (landings.landed.has(each.proposal_id)) withdrawn.push(...withdrawnEvidence(each, student, policy, given));
      }
    },
    seen: () => ({ landed: [...landings.landed], withdrawn }),
  };
}
