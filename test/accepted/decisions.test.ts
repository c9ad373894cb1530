import { describe, expect, it } from "vitest";
import { type Choosing, judge, type ProposalLine, readChoosing } from "../../src/accepted/decisions.js";
import { readTable } from "../../src/accepted/table.js";
import { NotDone } from "../../src/errors.js";

const NEEDED = ["proposal_id", "decision", "by", "on"];
const encoder = new TextEncoder();

function problemsOf(work: () => unknown): readonly string[] {
  try {
    work();
  } catch (error) {
    if (error instanceof NotDone) return error.problems.map(({ where, message }) => `${where}: ${message}`);
    throw error;
  }
  return [];
}

const tableOf = (text: string) => readTable({ name: "d.csv", bytes: encoder.encode(text) }, NEEDED);

describe("a small table", () => {
  it.each([
    [
      'proposal_id,decision,by,on\n1,"accept,x,2026-06-20\n',
      ["d.csv: a quote is opened and never closed. Close it and try again."],
    ],
    ["proposal_id,Decision,decision,by,on\n", ["d.csv: the column decision stands there twice. Keep one."]],
    [
      "proposal_id,by\n",
      [
        "d.csv: the column decision is missing. Found: proposal_id, by. Add it, or correct its name.",
        "d.csv: the column on is missing. Found: proposal_id, by. Add it, or correct its name.",
      ],
    ],
    [
      'proposal_id,decision,by,on\n"1\n2",accept,x,2026-06-20\n\n3,accept,x,2026-06-20,more\n4,accept,x,2026-06-20,,\n',
      ['d.csv:5: this line has 5 cells, and the header has 4. Look for a stray ",".'],
    ],
  ])("%j cannot be read", (text, problems) => {
    expect(problemsOf(() => tableOf(text))).toEqual(problems);
  });

  it("has blank cells where a line ends early or a column is not there", () => {
    const [row] = tableOf("on;by;decision;proposal_id;reason\n2026-06-20;x;accept\n");
    expect(["on", "by", "decision", "proposal_id", "reason", "mark"].map((column) => row?.cell(column))).toEqual([
      "2026-06-20",
      "x",
      "accept",
      "",
      "",
      "",
    ]);
  });
});

function chosen(line: string): Choosing | string {
  const [row] = tableOf(`proposal_id,decision,by,on,credits,mark\n${line}\n`);
  if (row === undefined) throw new Error("no row");
  return readChoosing(row);
}

it.each([
  [",accept,x,2026-06-20", "the proposal_id is blank. Copy it from proposals.csv."],
  ["1,perhaps,x,2026-06-20", 'the decision "perhaps" is none of: accept, decline, later.'],
  ["1,accept,,2026-06-20", "does not say by whom it was decided."],
  ["1,accept,x,", "does not say when it was decided."],
  ["1,accept,x,soon", '"soon" is no date; write it as 2026-06-20.'],
])("%s: %s", (line, message) => {
  expect(chosen(line)).toBe(message);
});

describe("a decision held against its proposal", () => {
  const PROPOSAL: ProposalLine = {
    id: "1",
    status: "ready",
    credits: "0.5",
    mark: "P",
    cell: (column) => (column === "missing" ? "teacher" : ""),
  };

  const faults = (line: string, proposal: Partial<ProposalLine> = {}): readonly string[] => {
    const choosing = chosen(line);
    if (typeof choosing === "string") throw new Error(choosing);
    return problemsOf(() => judge([{ ...PROPOSAL, ...proposal }], [choosing], new Map()));
  };

  it.each([
    ["1,accept,x,2026-06-20,0.5,P", {}, []],
    ["1,accept,x,2026-06-20,0.50,P", {}, []],
    ["1,decline,x,2026-06-20,,", {}, []],
    [
      "1,accept,x,2026-06-20,0.5,P",
      { status: "held" },
      [
        "proposal 1 is held, and a held one can't be accepted. Collect what is missing (teacher) and run zcredit check again.",
      ],
    ],
    [
      "1,accept,x,2026-06-20,0.5,P",
      { status: "other" },
      ["proposal 1 is other, and only a ready one can be accepted."],
    ],
    [
      "1,accept,x,2026-06-20,,P",
      {},
      [
        "the decision is about no credits, and proposal 1 is about 0.5. Look at the proposal again and decide on what it says now.",
      ],
    ],
    [
      "1,decline,x,2026-06-20,1,",
      {},
      [
        'the decision is about credits "1", and proposal 1 is about 0.5. Look at the proposal again and decide on what it says now.',
      ],
    ],
    [
      "1,accept,x,2026-06-20,0.5,B",
      {},
      [
        'the decision is about mark "B", and proposal 1 has "P". Look at the proposal again and decide on what it says now.',
      ],
    ],
  ])("%s, %o", (line, proposal, messages: readonly string[]) => {
    expect(faults(line, proposal)).toEqual(messages.map((message) => `d.csv:2: ${message}`));
  });
});
