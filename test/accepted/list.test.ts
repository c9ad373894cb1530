import { describe, expect, it } from "vitest";
import { ACCEPTED_COLUMNS, acceptedReader } from "../../src/accepted/list.js";
import { LOG_COLUMNS, readLogEntry } from "../../src/accepted/log.js";
import { readTable } from "../../src/accepted/table.js";

const utf8 = (text: string) => ({ name: "list.csv", bytes: new TextEncoder().encode(text) });

/** What is said of one line of a list of accepted violations, or what was read of it. */
function accepted(line: string) {
  const [row] = readTable(utf8(`code,student_id,record,reason,by,expires\n${line}\n`), ACCEPTED_COLUMNS);
  if (row === undefined) throw new Error("no line was read");
  return acceptedReader((code) => (code === "mark-unknown" ? null : `there is no rule "${code}".`))(row);
}

describe("a line of a list of accepted violations", () => {
  it("is read, with or without a last day", () => {
    const read = { file: "list.csv", line: 2, code: "mark-unknown", studentId: "100", record: "MAT101" };
    expect(accepted("mark-unknown,100,MAT101,old mark,Lee,")).toEqual({
      ...read,
      reason: "old mark",
      by: "Lee",
      expires: null,
    });
    expect(accepted("mark-unknown,100,MAT101,old mark,Lee,6/20/2026")).toMatchObject({ expires: "2026-06-20" });
  });
  it.each([
    ["a code that no rule has", "mark-known,100,MAT101,old mark,Lee,", 'there is no rule "mark-known".'],
    ["no record", "mark-unknown,100,,old mark,Lee,", 'names no record. Copy "fingerprint" from violations.csv'],
    ["no reason", "mark-unknown,100,MAT101,,Lee,", "gives no reason or says not by whom."],
    ["nobody who decided", "mark-unknown,100,MAT101,old mark,,", "gives no reason or says not by whom."],
    [
      "a last day that is none",
      "mark-unknown,100,MAT101,old mark,Lee,soon",
      '"soon" is no date; write it as 2026-06-20',
    ],
  ])("with %s is refused", (_, line, says) => {
    expect(accepted(line)).toContain(says);
  });
});

describe("a line of a decision log", () => {
  const logged = (id: string, decision: string) => {
    const cells = LOG_COLUMNS.map(
      (name) => ({ proposal_id: id, decision, by: "Lee", credits: "0.5" })[name as "by"] ?? "",
    );
    const [row] = readTable(utf8(`${LOG_COLUMNS.join(",")}\n${cells.join(",")}\n`), LOG_COLUMNS);
    if (row === undefined) throw new Error("no line was read");
    return readLogEntry(row);
  };
  it("is read with all of its cells", () => {
    expect(logged("abc", "accept")).toMatchObject({
      line: 2,
      id: "abc",
      choice: "accept",
      by: "Lee",
      on: "",
      credits: "0.5",
    });
  });
  it("without a proposal or a decision was edited", () => {
    expect(logged("", "accept")).toBe("the proposal_id or the decision is blank. A decision log is never edited.");
    expect(logged("abc", "")).toBe("the proposal_id or the decision is blank. A decision log is never edited.");
  });
});
