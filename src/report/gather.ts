import type { Proposal, Refusal, Violation } from "../model.js";
import { byId, byReportOrder, byStudent } from "./order.js";
import type { StudentFacts } from "./result.js";
import type { Sequence } from "./sequence.js";

/** Takes findings of one sort in any order of the students, all of one student together, and gives them in order. */
export interface Gatherer<T> {
  add(items: Iterable<T>): void;
  /** Call once, when everything has been added. */
  finish(): Sequence<T>;
}

/** What a run comes to, by sort. Whether it is held in memory is for whoever makes it to choose. */
export interface Gather {
  readonly students: Gatherer<StudentFacts>;
  readonly proposals: Gatherer<Proposal>;
  readonly refusals: Gatherer<Refusal>;
  readonly violations: Gatherer<Violation>;
}

/** Keeps everything in memory: the results are arrays. */
export function gatherInMemory(): Gather {
  return {
    students: inMemory<StudentFacts>(byId),
    proposals: inMemory<Proposal>(byStudent),
    refusals: inMemory<Refusal>(byStudent),
    violations: inMemory<Violation>(byReportOrder),
  };
}

function inMemory<T>(compare: (a: T, b: T) => number): Gatherer<T> {
  const all: T[] = [];
  return {
    add: (items) => {
      for (const item of items) all.push(item);
    },
    // Sorting is stable, so what one student's decision put in order stays so.
    finish: () => all.sort(compare),
  };
}
