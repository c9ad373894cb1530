import { describe, expect, it } from "vitest";
import { countReach, shrunk } from "../../src/since/reach.js";
import { reading, studentsIn, transcript } from "../support/rows.js";

type Manifest = Parameters<typeof shrunk>[0];
type Inputs = readonly {
  readonly kind: string;
  readonly name: string;
  readonly rows?: number;
  readonly students?: number;
}[];

const manifest = (inputs: Inputs, schools?: readonly object[]): Manifest =>
  ({ inputs, ...(schools === undefined ? {} : { schools }) }) as unknown as Manifest;
const file = (name: string, rows: number, kind: "transcript" | "scores" = "transcript") =>
  reading({ name, rows, kind });
const reached = (students: Readonly<Record<string, number>>, schools: readonly object[] = []) =>
  ({ files: Object.entries(students).map(([name, count]) => ({ name, students: count })), schools }) as never;

function said(...given: Parameters<typeof shrunk>): readonly string[] {
  return shrunk(...given).map(({ where, message }) => `${where}: ${message.split(":")[0]}`);
}

describe("an export that was cut short", () => {
  const hundred = manifest([{ kind: "transcript", name: "t.csv", rows: 100, students: 10 }]);
  it.each([
    ["a tenth less is let be", 90, 9, []],
    ["more than a tenth less", 89, 9, ["t.csv: 100 rows in the earlier results, 89 now"]],
    ["as many rows of fewer students", 100, 8, ["t.csv: 10 students in the earlier results, 8 now"]],
    ["fewer of both are said once", 50, 5, ["t.csv: 100 rows in the earlier results, 50 now"]],
  ] as const)("%s", (_name, rows, students, expected) => {
    expect(said(hundred, [file("t.csv", rows)], reached({ "t.csv": students }))).toEqual(expected);
  });

  it("is found by the files of a kind together, where their names carry the day", () => {
    const earlier = manifest([
      { kind: "transcript", name: "monday-a.csv", rows: 60, students: 6 },
      { kind: "transcript", name: "monday-b.csv", rows: 40, students: 4 },
      { kind: "scores", name: "monday-s.csv", rows: 40, students: 4 },
    ]);
    const now = [file("tuesday.csv", 50), file("tuesday-s.csv", 40, "scores")];
    expect(said(earlier, now, reached({ "tuesday.csv": 10, "tuesday-s.csv": 4 }))).toEqual([
      "all transcript files: 100 rows in the earlier results, 50 now",
    ]);
    expect(
      said(
        earlier,
        [file("tuesday.csv", 100), now[1] ?? file("", 0)],
        reached({ "tuesday.csv": 5, "tuesday-s.csv": 4 }),
      ),
    ).toEqual(["all transcript files: 10 students in the earlier results, 5 now"]);
  });

  it("is not what a kind of file is that was not given, unless that is the transcript", () => {
    const earlier = manifest([
      { kind: "transcript", name: "t.csv", rows: 100, students: 10 },
      { kind: "scores", name: "s.csv", rows: 100, students: 10 },
    ]);
    expect(said(earlier, [file("t.csv", 100)], reached({ "t.csv": 10 }))).toEqual([]);
    expect(said(earlier, [file("s.csv", 100, "scores")], reached({ "s.csv": 10 }))).toEqual([
      "all transcript files: 100 rows in the earlier results, 0 now",
    ]);
  });

  it("is not told of a kind of file that is new, or where the earlier results count nothing", () => {
    expect(
      said(hundred, [file("t.csv", 100), file("s.csv", 5, "scores")], reached({ "t.csv": 10, "s.csv": 5 })),
    ).toEqual([]);
    const bare = manifest([{ kind: "transcript", name: "t.csv" }]);
    expect(said(bare, [file("t.csv", 1)], reached({}))).toEqual([]);
  });

  it("is found by school", () => {
    const earlier = manifest(
      [{ kind: "transcript", name: "t.csv", rows: 100, students: 10 }],
      [
        { school_code: "", rows: 10, students: 2 },
        { school_code: "A", rows: 50, students: 4 },
        { school_code: "B", rows: 40, students: 4 },
      ],
    );
    const now = [
      { code: "A", rows: 50, students: 3 },
      { code: "B", rows: 40, students: 4 },
    ];
    expect(said(earlier, [file("t.csv", 100)], reached({ "t.csv": 10 }, now))).toEqual([
      "rows without a school: 10 rows in the earlier results, 0 now",
      "school A: 4 students in the earlier results, 3 now",
    ]);
  });
});

describe("how much a run reached", () => {
  const [ada] = studentsIn({
    transcript: transcript({ school_code: "A" }, { school_code: "A", term: "T2" }, { school_code: "B" }),
    scores: "student_id,test,date,level|7001,MATH,2025-05-01,3",
  });
  const counter = countReach();
  if (ada !== undefined) counter.see(ada);
  const files = [file("transcript.csv", 3), file("scores.csv", 1, "scores"), file("empty.csv", 0)];

  it("is counted by file and by school, each student once", () => {
    expect(counter.reach(files)).toEqual({
      files: [
        { name: "transcript.csv", students: 1 },
        { name: "scores.csv", students: 1 },
        { name: "empty.csv", students: 0 },
      ],
      schools: [
        { code: "A", rows: 2, students: 1 },
        { code: "B", rows: 1, students: 1 },
      ],
    });
  });

  it("adds up over counters of other students", () => {
    const whole = countReach();
    whole.add(counter.counts());
    whole.add(counter.counts());
    expect(whole.reach(files).schools).toEqual([
      { code: "A", rows: 4, students: 2 },
      { code: "B", rows: 2, students: 2 },
    ]);
    expect(whole.reach(files).files[0]).toEqual({ name: "transcript.csv", students: 2 });
  });
});
