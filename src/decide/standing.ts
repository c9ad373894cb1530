import type { Credit } from "../credit.js";
import type { IsoDate } from "../date.js";
import type { Outcome } from "../evidence/form.js";
import type { StudentFile, TranscriptRow } from "../model.js";
import type { CompiledPolicy, CourseDef, PartDef, Pathway, Target } from "../policy/compiled.js";
import type { MasteryRecord } from "./fits.js";
import type { Ledger } from "./ledger.js";

/** What the decision may ask of the world outside one student. */
export interface DecideContext {
  readonly policy: CompiledPolicy;
  readonly awardDate: IsoDate;
  /** Whether the layout that records go out in has a designations column. */
  readonly hasDesignationColumn: boolean;
  /** Whether it has a term column, by which a record's part may be told. */
  readonly hasTermColumn: boolean;
  /** The code of the first rule at error severity that a new record would break; null: none. */
  readonly breaks: (record: TranscriptRow) => string | null;
}

/** Credit that an earlier pathway of this run gave, held or ready. */
export interface Gift {
  readonly pathway: Pathway;
  readonly course: CourseDef;
  readonly part: PartDef;
  readonly credits: Credit;
  readonly record: MasteryRecord;
}

/** What the run knows of one student when it looks at a pathway. */
export interface Standing {
  readonly student: StudentFile;
  readonly context: DecideContext;
  readonly ledger: Ledger;
  readonly gifts: readonly Gift[];
  readonly gradeLevel: number | null;
}

/** One part of one target: the smallest thing that can be given. */
export interface Slot {
  readonly target: Target;
  readonly targetOrder: number;
  readonly part: PartDef;
}

/** The tier that decides for a target, and what its evidence came to. */
export interface Judgement {
  readonly outcome: Outcome;
  /** The position of the deciding tier, from 0; null where none holds. */
  readonly tier: number | null;
  /** The ceiling of the deciding tier; null where none holds or it has none. */
  readonly upTo: Credit | null;
  /** Whether the deciding tier may be spread over several targets. */
  readonly split: boolean;
}
