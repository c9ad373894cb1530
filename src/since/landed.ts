import type { Credit } from "../credit.js";
import { parseSchoolYear } from "../date.js";
import type { StudentFile, TranscriptRow } from "../model.js";
import { byText } from "../order.js";

/** A record that was proposed, by what it looks like once it stands on a transcript. */
export interface Landing {
  /** The proposal's id. */
  readonly id: string;
  readonly studentId: string;
  /** The policy's id of the course. */
  readonly course: string;
  /** The district's code. */
  readonly courseId: string;
  readonly part: string;
  readonly schoolYear: string;
  readonly mark: string;
  readonly credits: Credit;
  readonly designations: string;
}

/** Looks for proposed records among the rows of each student. */
export interface LandingWatch {
  see(student: StudentFile): void;
  /** Ids of those that were found. */
  readonly landed: ReadonlySet<string>;
}

function isIt(landing: Landing, row: TranscriptRow): boolean {
  if (row.courseId !== landing.courseId || row.mark !== landing.mark || row.earned !== landing.credits) return false;
  if (row.year !== (parseSchoolYear(landing.schoolYear)?.year ?? null)) return false;
  // A layout without designations can't tell more than that.
  return row.layout.index.designations === undefined || row.letters === landing.designations;
}

/** One row is never taken for two records; of equal ids the first counts. */
export function watchLandings(landings: readonly Landing[]): LandingWatch {
  const byStudent = new Map<string, Landing[]>();
  const ids = new Set<string>();
  for (const landing of landings) {
    if (ids.has(landing.id)) continue;
    ids.add(landing.id);
    const own = byStudent.get(landing.studentId);
    if (own === undefined) byStudent.set(landing.studentId, [landing]);
    else own.push(landing);
  }
  const landed = new Set<string>();
  return {
    see(student) {
      const own = byStudent.get(student.id);
      if (own === undefined) return;
      const taken = new Set<TranscriptRow>();
      for (const landing of [...own].sort((a, b) => byText(a.id, b.id))) {
        const row = student.transcript.find((each) => !taken.has(each) && isIt(landing, each));
        if (row === undefined) continue;
        taken.add(row);
        landed.add(landing.id);
      }
    },
    landed,
  };
}
