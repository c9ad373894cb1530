import { describe, expect, it } from "vitest";
import { type CheckOutcome, check } from "../../src/index.js";
import { creditWithPoint, measureWithPoint } from "../../src/normalise/decimals.js";
import { earner, HEADER, POLICY, transcript } from "../support/district.js";

it.each([
  ["0,5", "0.5"],
  ["-0,5", "-0.5"],
  [",5", ".5"],
  ["1,000", "1.000"],
  ["10,25", "10.25"],
  // No decimal, or one that could be something else: left for the rules to report.
  ["0.5", "0.5"],
  ["100,5", "100,5"],
  ["1.000,5", "1.000,5"],
  ["0,5000", "0,5000"],
  ["0,5,0", "0,5,0"],
  ["0,", "0,"],
])("a credit %s is read as %s", (text, read) => {
  expect(creditWithPoint(text)).toBe(read);
});

it.each([
  ["5,75", "5.75"],
  ["-1,5", "-1.5"],
  ["2543,1234", "2543.1234"],
  ["0,125", "0.125"],
  // Two thousand five hundred and forty-three, or two and a half: nobody can tell.
  ["2,543", "2,543"],
  ["12,543", "12,543"],
  ["2,543,000", "2,543,000"],
])("a result %s is read as %s", (text, read) => {
  expect(measureWithPoint(text)).toBe(read);
});

describe("a transcript of a spreadsheet that writes decimals with a comma", () => {
  const awardDate = "2025-06-20";
  const points = transcript(earner("9000000001"), "9000000002,Ito,4321,2023-24,S1,9,MAT101,F,0.5,0,");
  const semicolons = (text: string) => text.replaceAll(",", ";");
  const commas = semicolons(points).replaceAll("0.5", "0,5");
  const run = (data: string, merged = false): Promise<CheckOutcome> =>
    check({ transcripts: [{ name: "t.csv", data }], policy: JSON.stringify(POLICY), awardDate, merged });

  it("means the same as with points, and it is said", async () => {
    const [plain, mended] = [await run(semicolons(points)), await run(commas)];
    for (const name of ["proposals.csv", "refusals.csv", "violations.csv"]) {
      expect(mended.files.get(name)).toBe(plain.files.get(name));
    }
    expect(plain.result.notes.join()).not.toContain("decimal comma");
    expect(mended.result.notes.join()).toContain(
      "t.csv writes 4 numbers with a decimal comma, the first on line 2 (0,5): read as 0.5",
    );
  });

  it("goes out with commas too, and read back gives nothing more", async () => {
    const { files } = await run(commas, true);
    expect(files.get("proposed-records.csv")).toContain(";MAT101;P;0,5;0,5;Z");
    const again = await run(files.get("merged-transcript.csv") ?? "");
    expect(again.result.proposals).toEqual([]);
    expect(again.result.counts.masteryRecords).toBe(1);
    // Where most are written with points, so are the new ones.
    const few = commas.replace("F;0,5", "F;0.5").replaceAll("B;0,5;0,5", "B;0.5;0.5");
    expect((await run(few)).files.get("proposed-records.csv")).toContain(";P;0.5;0.5;Z");
  });

  it("is not guessed at where commas separate the cells: the row is in doubt, and the word says why", async () => {
    const quoted = `${HEADER}\n9000000001,Lee,4321,2023-24,S1,9,MAT101,F,"0,5",0,\n`;
    const { result } = await run(quoted);
    const [fault] = result.violations.filter(({ code }) => code === "credit-malformed");
    expect(fault?.value).toBe("0,5");
    expect(fault?.message).toContain("only in a file whose cells are separated by semicolons");
    expect(result.counts.doubtfulRows).toBe(1);
  });

  it("a result that could be in the thousands is reported, not mended", async () => {
    const policy = {
      ...POLICY,
      tests: [{ id: "MATH", title: "Math", scope: "state", scales: { score: { min: 0, max: 3000 } } }],
    };
    const scores = "student_id;test;date;score\n9000000001;MATH;2025-05-01;2,543\n9000000002;MATH;2025-05-01;25,5\n";
    const { result } = await check({
      transcripts: [{ name: "t.csv", data: commas }],
      scores: [{ name: "s.csv", data: scores }],
      policy: JSON.stringify(policy),
      awardDate,
    });
    const faults = result.violations.filter(({ code }) => code === "score-malformed");
    expect(faults.map(({ line, value }) => [line, value])).toEqual([[2, "2,543"]]);
    expect(faults[0]?.message).toContain("could part thousands");
  });
});
