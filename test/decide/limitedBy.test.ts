import { describe, expect, it } from "vitest";
import { BASE, type CaseInput, decideCase, type PathwayOf } from "../support/decideCase.js";

const LEVEL_3 = ["SBA 2025-05-01 level=3"];
const LOST_S1 = "MAT101 2023-24 S1 F 0.5 0";
const LOST_S2 = "MAT102 2023-24 S2 F 0.5 0";
const S1 = { course: "algebra-1", parts: ["S1"] };

const lost = (...courses: (string | typeof S1)[]): PathwayOf => ({
  attempt: { is: "required" },
  award: { courses, take: "lost" },
});
const open = (...courses: (string | typeof S1)[]): PathwayOf => ({ award: { courses } });

/** The notes of what the second pathway gives, or why it gives nothing. */
function saidOfSecond(pathways: readonly PathwayOf[], transcript: readonly string[]): readonly string[] {
  const { proposals, refusals } = decideCase({ pathways, scores: LEVEL_3, transcript }).decision;
  return [...proposals, ...refusals].filter(({ pathway }) => pathway === "p2").map(({ note }) => note);
}

describe("a pathway that gives less since an earlier one gave a part says so", () => {
  it.each<readonly [string, readonly PathwayOf[], readonly string[], readonly string[]]>([
    ["one part of two", [lost(S1), lost("algebra-1")], [LOST_S1, LOST_S2], ["0.5 of algebra-1 S1 is given by p1"]],
    [
      "one course of two",
      [open("biology"), open("biology", "algebra-1")],
      [],
      ["1 of biology is given by p1", "1 of biology is given by p1"],
    ],
    [
      "a part of a part",
      [lost("algebra-1"), open("algebra-1")],
      ["MAT101 2023-24 S1 F 0.25 0"],
      [
        "0.25 of algebra-1 S1 is given by p1; equal in every field to the record of p1; both are meant",
        "0.25 of algebra-1 S1 is given by p1",
      ],
    ],
    ["nothing of it", [open("biology"), open("algebra-1")], [], ["", ""]],
    ["all of it", [open("biology"), open("biology")], [], ["given by p1"]],
  ])("%s", (_, pathways, transcript, expected) => {
    expect(saidOfSecond(pathways, transcript)).toEqual(expected);
  });

  it("but not what it could not have given", () => {
    // For biology its own evidence does not hold: that p1 gives it limits nothing.
    const second: PathwayOf = {
      evidence: { all: [{ test: "SBA", min: { level: "3" } }, { approval: "teacher" }] },
      ...open("biology", "algebra-1"),
    };
    const { proposals } = decideCase({
      pathways: [open("biology"), second],
      scores: LEVEL_3,
      approvals: ["p2 teacher granted course=algebra-1"],
    }).decision;
    expect(proposals.filter(({ pathway }) => pathway === "p2").map(({ note }) => note)).toEqual(["", ""]);
  });
});

describe("evidence of several results says which they are, what they come to and what is asked", () => {
  const marks = {
    ranked: ["A", "B", "C", "D"],
    credit: ["P", "CR"],
    noCredit: ["F", "NC"],
    incomplete: ["I"],
    ignored: ["W"],
    points: { A: 4, B: 3, C: 2, D: 1 },
  };
  const average = (transcript: readonly string[]): CaseInput => ({
    pathways: [
      {
        evidence: { course: "algebra-2", parts: { required: ["S1", "S2"], rule: "average" }, minPoints: 2.5 },
        award: { courses: ["biology"] },
      } as PathwayOf,
    ],
    transcript,
    policy: { marks },
  });
  const subject = (which: "latest" | "any" | "every", transcript: readonly string[]): CaseInput => ({
    pathways: [{ evidence: { subject: "math", minMark: "C", which }, award: { courses: ["biology"] } }],
    transcript,
    approvals: ["p1 teacher granted"],
  });
  const language = (scores: readonly string[]): CaseInput => ({
    pathways: [
      {
        evidence: {
          test: "LANG",
          min: { score: 7 },
          parts: { required: ["writing", "reading"], rule: "average" },
        },
        award: { courses: ["biology"] },
      } as PathwayOf,
    ],
    scores,
    policy: { tests: BASE.tests },
  });

  it.each<readonly [string, CaseInput, string, string]>([
    [
      "an average below",
      average(["MAT301 2023-24 S1 C 0.5 0.5", "MAT302 2023-24 S2 D 0.5 0.5"]),
      "evidence-not-met",
      "Algebra 2 (S1, S2) with 2.5 points on average: S1 has C (2 points), S2 has D (1 point): 1.5 on average",
    ],
    [
      "an average with a mark that has no points",
      average(["MAT301 2023-24 S1 A 0.5 0.5", "MAT302 2023-24 S2 P 0.5 0.5"]),
      "mark-not-comparable",
      "Algebra 2 (S1, S2) with 2.5 points on average: S1 has A (4 points), S2 has P (no points); a mark without points has no part in an average, so a person must look",
    ],
    [
      "the latest course",
      subject("latest", ["MAT201 2022-23 S1 A 0.5 0.5", "MAT300 2023-24 YR D 1 1"]),
      "evidence-not-met",
      "latest math course with C or better: found MAT300 2023-24 YR D",
    ],
    [
      "any course, of marks that cannot be compared",
      subject("any", ["MAT300 2023-24 YR P 1 1"]),
      "mark-not-comparable",
      "any math course with C or better: found MAT300 2023-24 YR P; a mark such as P cannot be compared with a minimum mark, a person must look",
    ],
    [
      "every course: only those that stand in the way",
      subject("every", ["MAT300 2022-23 YR C 1 1", "MAT201 2023-24 S1 F 0.5 0"]),
      "evidence-not-met",
      "every math course with C or better: found MAT201 2023-24 S1 F",
    ],
    ["no course at all", subject("every", []), "evidence-not-met", "no such course on the transcript"],
    [
      "parts of a test",
      language([
        "LANG 2025-04-01 part=reading score=8",
        "LANG 2025-04-01 part=writing score=5",
        "LANG 2025-03-01 part=reading score=5",
        "LANG 2025-03-01 part=writing score=5",
      ]),
      "evidence-not-met",
      "at score 7 or higher: no sitting reaches it on average; the best, of 2025-04-01, has reading score 8, writing score 5: 6.5 on average",
    ],
  ])("%s", (_, input, reason, says) => {
    const [refusal] = decideCase(input).decision.refusals;
    expect(refusal?.reason).toBe(reason);
    expect(refusal?.note).toContain(says);
  });
});
