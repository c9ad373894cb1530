import { afterAll, expect } from "vitest";
import { naiveDecide } from "../naive/decide.js";
import { district } from "../support/arbitraries.js";
import { always, run, studentIds } from "./support.js";

/** Lines that say the same of a decision, whoever made it. */
interface Line {
  readonly pathway: string;
  readonly course: string;
  readonly part: string;
  readonly status: string;
  readonly credits: number;
  readonly waived: number;
  readonly mark: string;
  readonly term: string;
  readonly courseId: string;
  readonly missing: readonly string[];
}

function line(one: Line): string {
  const { pathway, course, part, status, credits, waived, mark, term, courseId, missing } = one;
  return [pathway, course, part, status, credits, waived, mark, term, courseId, missing.join("+")].join("|");
}

let students = 0;
let proposals = 0;
let refusals = 0;
afterAll(() => console.log(`${students} students compared: ${proposals} proposals, ${refusals} refusals`));

always("the engine decides as the naive decision does", district(), 500, async (drawn) => {
  const { result } = await run(drawn);
  for (const id of studentIds(drawn)) {
    const naive = naiveDecide(drawn, id);
    const proposed = result.proposals.filter((one) => one.studentId === id);
    const refused = result.refusals.filter((one) => one.studentId === id);
    students += 1;
    proposals += proposed.length;
    refusals += refused.length;
    expect({
      student: id,
      proposals: proposed.map(line),
      refusals: refused.map((one) => `${one.pathway}|${one.reason}`),
    }).toEqual({
      student: id,
      proposals: naive.proposals.map(line),
      refusals: naive.refusals.map((one) => `${one.pathway}|${one.reason}`),
    });
  }
});
