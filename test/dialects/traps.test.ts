import { describe, expect, it } from "vitest";
import { NotDone } from "../../src/errors.js";
import type { MapDef } from "../../src/read/map/schema.js";
import { fromBytes, nobleHasher } from "../../src/read/memory.js";
import { readSource } from "../../src/read/read.js";
import { checked, found, mapOf, mergedText, proposed, recordsFile, sample } from "./support.js";

const text = (path: string): string => new TextDecoder("utf-8", { ignoreBOM: true }).decode(sample(path));

/** What a run that is not done says. */
async function said(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof NotDone) return error.message;
    throw error;
  }
  return "it was done";
}

function table(...rows: readonly string[]): string {
  return `${rows.join("\n")}\n`;
}

describe("CEDARS", () => {
  it("takes the year of a course from the end of its term, never H01, the year of the report", async () => {
    const file = text("dialects/cedars-h-numbers.txt");
    const years = async (content: string): Promise<readonly string[]> => {
      const read: string[] = [];
      await readSource(
        fromBytes("transcript", "x", content),
        ({ layout, cells }) => void read.push(cells[layout.index.school_year ?? -1] ?? ""),
        nobleHasher(),
      );
      return [...new Set(read)].sort();
    };
    expect(await years(file)).toEqual(["2022-23", "2023-24", "2024-25"]);
    expect(await years(file.replaceAll("\n2025\t", "\n2031\t"))).toEqual(["2022-23", "2023-24", "2024-25"]);
    expect(await years(file.replaceAll("01/31/2025", "09/01/2025"))).toContain("2025-26");
  });
  it("does not read a file without it, and says where the year is to be had", async () => {
    const bare = text("dialects/cedars-h-numbers.txt").replace("TermEndDate", "H15");
    expect(await said(checked({ transcript: bare }))).toContain("H01 (SchoolYear) is the year of the report");
  });
  it("is read all the same where a map names the column", async () => {
    const bare = text("dialects/cedars-h-numbers.txt").replace("TermEndDate", "H15");
    const map: MapDef = mapOf("powerschool-designations");
    expect(map.fields.designations).toBe("Designations");
    const def = { ...(await defOf(bare)), name: "ours" };
    const fields = {
      ...def.fields,
      school_year: { column: "H15", read: "year-of-date" as const },
      date_completed: "H15",
    };
    expect(proposed(await checked({ transcript: bare, as: [{ ...def, fields }] }))).toHaveLength(1);
  });
  it("lets transfer courses share one code: none of them is any course of the policy", async () => {
    const result = await checked({ transcript: sample("dialects/cedars-h-names.csv") });
    expect(text("dialects/cedars-h-names.csv").match(/TRANSFER/g)).toHaveLength(2);
    expect(result.violations.filter(({ courseId }) => courseId === "TRANSFER")).toEqual([]);
    expect(result.counts.doubtfulRows).toBe(0);
  });
  it("takes a retired state code for the one that took its place: 06101 and 24052 teach the same", async () => {
    const file = text("dialects/cedars-h-names.csv");
    const mismatches = async (code: string): Promise<number> => {
      const result = await checked({ transcript: file.replace(",24052,", `,${code},`) });
      return found(result).filter((line) => line.startsWith("course-code-mismatch")).length;
    };
    expect(file).toContain(",24052,");
    expect([await mismatches("06101"), await mismatches("06121")]).toEqual([0, 1]);
  });
  it("takes location 9999 for another district", async () => {
    const elsewhere = text("dialects/cedars-h-names.csv").replaceAll(/(MAT102.*,F,.*),4401/g, "$1,9999");
    const policy = (json: string) =>
      json.replace('"attempt": {\n        "is": "required"\n', '"attempt": { "is": "required", "inDistrict": true\n');
    const result = await checked({ transcript: elsewhere, policy });
    expect(proposed(result)).toEqual([]);
    expect(result.refusals.map(({ reason }) => reason)).toContain("attempt-out-of-district");
  });
  it("keeps a quote as a mark where nothing is quoted, and refuses a value that would break the record", async () => {
    const result = await checked({ transcript: sample("dialects/cedars-extract.txt") });
    expect(recordsFile(result)).toContain("|Algebra 1|");
    const policy = (json: string) => json.replace('"record": {', '"record": { "title": "{title} | mastery",');
    const piped = await checked({ transcript: sample("dialects/cedars-extract.txt"), policy });
    expect(() => recordsFile(piped)).toThrow("no quotes");
  });
});

async function defOf(content: string): Promise<MapDef> {
  const reading = await readSource(fromBytes("transcript", "x", content), () => undefined, nobleHasher());
  const def = reading.layout?.through?.def;
  if (def === undefined) throw new Error("not recognised");
  return def;
}

describe("PowerSchool", () => {
  const file = text("dialects/powerschool-database.csv");
  it("never takes StudentID for the student number", async () => {
    expect(await said(checked({ transcript: file.replace("student_number", "number") }))).toContain("inner key");
  });
  it("counts no credit twice where quarter and exam rows stand beside the semester's", async () => {
    const result = await checked({ transcript: file, as: [mapOf("powerschool-designations")] });
    const left = result.files[0]?.broken.filter(({ what }) => what === "filtered") ?? [];
    expect(left.map(({ line, count }) => [line, count])).toEqual([
      [4, 3],
      [18, 1],
    ]);
    expect(found(result)).toEqual(["row-not-a-record 4", "row-not-a-record 18"]);
    expect(result.violations.find(({ line }) => line === 4)?.message).toContain("quarter and exam");
    expect(result.counts.transcriptRows).toBe(13);
  });
  it("puts nothing to import that could not be known again: no column for letters, so it is held", async () => {
    const result = await checked({ transcript: file });
    expect(result.proposals.map(({ status, missing }) => [status, ...missing])).toEqual([
      ["held", "designation-column"],
    ]);
    const policy = (json: string) => json.replace('"record": {', '"record": { "courseId": "{courseId}Z",');
    const own = await checked({ transcript: file, policy });
    expect(recordsFile(own)).toContain(",3402,S2,2025-06-20,11,MAT102Z,Algebra 1,P,,0.5,0.5,");
    expect(proposed(await checked({ transcript: mergedText(own, [new TextEncoder().encode(file)]), policy }))).toEqual(
      [],
    );
  });
  it("reads term ids that are negative, and names the column of one that cannot be read", async () => {
    const negative = file.replaceAll(",3202,", ",-3202,");
    expect(proposed(await checked({ transcript: negative, as: [mapOf("powerschool-designations")] }))).toHaveLength(1);
    const broken = await checked({ transcript: file.replace(",3202,", ",32O2,") });
    const [fault] = broken.violations.filter(({ code }) => code === "school-year-malformed");
    expect([fault?.column, fault?.value]).toEqual(["termid", "32O2"]);
  });
  it("reads one column a letter, and writes it back so", async () => {
    const flags = table(
      "student_number,termid,storecode,grade_level,course_number,grade,potentialcrhrs,earnedcrhrs,CADR,MASTERY",
      "900101,3202,S2,9,MAT102,F,0.5,0,1,0",
      "900101,3401,S1,11,MAT301,B,0.5,0.5,1,0",
      "900101,3402,S2,11,MAT302,B,0.5,0.5,1,0",
    );
    const as = [mapOf("powerschool-flags")];
    const result = await checked({ transcript: flags, as });
    expect(recordsFile(result).split("\n")[1]).toBe("900101,3402,S2,11,MAT102,P,0.5,0.5,1,1");
    expect(proposed(await checked({ transcript: mergedText(result, [new TextEncoder().encode(flags)]), as }))).toEqual(
      [],
    );
  });
  it("writes the layout that it imports, on request, and says what is blank and what to do first", async () => {
    const importBy = mapOf("powerschool-import-designations");
    const result = await checked({ transcript: file, as: [mapOf("powerschool-designations")], importBy });
    expect(recordsFile(result).split("\n").slice(0, 2)).toEqual([
      "STUDENT_NUMBER\tCOURSE_NAME\tGRADE_LEVEL\tTERMID\tSTORECODE\tSECTIONID\tCOURSE_NUMBER\tEARNEDCRHRS\tGrade\tPOTENTIALCRHRS\tDesignations",
      "900101\tAlgebra 1\t11\t3402\tS2\t\tMAT102\t0.5\tP\t0.5\tBZ",
    ]);
    const notes = result.notes.join("\n");
    expect(notes).toContain("New records leave these columns empty: SECTIONID.");
    expect(notes).toContain("Import three students first, export again, and run zcredit verify");
  });
  it("reads its own import layout back: the same course, part, credit and letters", async () => {
    const importBy = mapOf("powerschool-import-designations");
    const as = [mapOf("powerschool-designations")];
    const records = recordsFile(await checked({ transcript: file, as, importBy }));
    const back = await checked({ transcript: records, as: [importBy] });
    expect(back.counts).toMatchObject({ students: 1, transcriptRows: 1, doubtfulRows: 0, masteryRecords: 1 });
    // The header tells the same layout, so that a plain check reads it too.
    const plain = await checked({ transcript: records });
    expect(plain.files[0]?.layout?.through?.def.name).toBe("powerschool");
  });
  it("warns of a column that the system needs and a record leaves blank", async () => {
    const importBy = mapOf("powerschool-import-designations");
    const gradeless = file.replaceAll(/(,S[12],[^,]*),(?:9|09|10|11),/g, "$1,,");
    const result = await checked({ transcript: gradeless, as: [mapOf("powerschool-designations")], importBy });
    expect(result.notes.join("\n")).toContain(
      "Fill in before you import: some new records have nothing in GRADE_LEVEL, which the system needs.",
    );
  });
  it("says that an export is no import file", async () => {
    const result = await checked({ transcript: file, as: [mapOf("powerschool-designations")] });
    expect(result.notes.join("\n")).toContain("is no import file");
    expect(result.notes.join("\n")).toContain("--import-layout powerschool-import");
  });
});

describe("Infinite Campus", () => {
  const HEAD =
    "personID,studentNumber,schoolNumber,endYear,actualTerm,grade,courseNumber,courseName,score,creditsAttempted,creditsEarned,standardID";
  const as = [mapOf("infinite-campus")];
  it("takes grade for the grade level, and score for the mark", async () => {
    const rows = table(HEAD, "1,900101,4401,2023,S2,9,MAT102,Algebra 1,F,0.5,0,1");
    const result = await checked({ transcript: rows, as });
    expect(found(result)).toEqual([]);
    expect(result.refusals).toEqual([]);
    const swapped = await checked({ transcript: rows.replace(",F,", ",9,"), as });
    expect(found(swapped)).toEqual(["mark-unknown 2"]);
  });
  it("adds up a course whose credit is split over subjects, and does not take its rows for one twice", async () => {
    const rows = table(
      HEAD,
      "1,900101,4401,2023,S2,9,MAT102,Algebra 1,B,0.25,0.25,1",
      "1,900101,4401,2023,S2,9,MAT102,Algebra 1,B,0.25,0.25,2",
    );
    expect(found(await checked({ transcript: rows, as }))).toEqual([]);
    const same = await checked({ transcript: rows.replace(",0.25,2\n", ",0.25,1\n"), as });
    expect(found(same)).toEqual(["duplicate-record 3"]);
  });
  it("does not take the inner key for the student", async () => {
    const rows = table(HEAD.replace("studentNumber,", ""), "1,4401,2023,S2,9,MAT102,Algebra 1,F,0.5,0,1");
    expect(await said(checked({ transcript: rows, as }))).toContain("personID is Infinite Campus's inner key");
  });
});

describe("other maps", () => {
  it("read a file without a header, and write new records without one", async () => {
    const rows = [
      "900101,2022-23,S2,MAT102,Algebra 1,F,0.5,0,B",
      "900101,2024-25,S1,MAT301,Algebra 2,B,0.5,0.5,B",
      "900101,2024-25,S2,MAT302,Algebra 2,B,0.5,0.5,B",
    ];
    const as = [mapOf("no-header")];
    const result = await checked({ transcript: table(...rows), as });
    expect(result.counts.transcriptRows).toBe(3);
    expect(recordsFile(result)).toBe("900101,2024-25,S2,MAT102,Algebra 1,P,0.5,0.5,BZ\n");
    expect(proposed(await checked({ transcript: table(...rows) + recordsFile(result), as }))).toEqual([]);
  });
  it("translate what a system says, both ways, and keep the rows of one sort alone", async () => {
    const as = [
      {
        ...mapOf("synergy-table"),
        fields: {
          ...mapOf("synergy-table").fields,
          term: { column: "TERM_CODE", values: { FALL: "S1", SPR: "S2" } },
          school_year: { column: "SCHOOL_YEAR", read: "year-begins" as const },
          designations: "DESIG",
        },
      },
    ];
    const head =
      "STUDENT_ID,SCHOOL_YEAR,TERM_CODE,COURSE_ID,COURSE_TITLE,MARK,CREDIT_ATTEMPTED,CREDIT_COMPLETED,COURSE_HISTORY_TYPE,DESIG";
    const rows = table(
      head,
      "900101,2022,SPR,MAT102,Algebra 1,F,0.5,0,HIGH,B",
      "900101,2021,SPR,MAT102,Algebra 1,A,0.5,0.5,MIDDLE,B",
      "900101,2024,FALL,MAT301,Algebra 2,B,0.5,0.5,HIGH,B",
      "900101,2024,SPR,MAT302,Algebra 2,B,0.5,0.5,HIGH,B",
    );
    const result = await checked({ transcript: rows, as });
    expect(recordsFile(result).split("\n")[1]).toBe("900101,2024,SPR,MAT102,Algebra 1,P,0.5,0.5,HIGH,BZ");
    const merged = mergedText(result, [new TextEncoder().encode(rows)]);
    expect(proposed(await checked({ transcript: merged, as }))).toEqual([]);
  });
  it("read scores that have a month and no day, or a final grade beside a predicted one", async () => {
    const transcript = sample("dialects/cedars-h-names.csv");
    const act = table("ID_Local,ID_StateAssign,Test_Dte,Eng,Mth,Rdg,Sci,Composite", "900101,,092024,21,--,22,23,---");
    const one = await checked({ transcript, scores: act, as: [mapOf("act")] });
    expect(found(one).filter((line) => !line.startsWith("score-test-unknown"))).toEqual([]);
    const ib = table("CANDIDATE,SUBJECT,LEVEL,YEAR,MONTH,SUBJECT_GRADE,PREDICTED_GRADE", "900101,MATH,HL,2024,MAY,4,6");
    const rows: string[] = [];
    const as = [mapOf("ib")];
    await readSource(
      { ...fromBytes("scores", "x", ib), as },
      ({ layout, cells }) => {
        const { test, date, score } = layout.index;
        rows.push([test, date, score].map((at) => cells[at ?? -1]).join(" "));
      },
      nobleHasher(),
    );
    expect(rows).toEqual(["IB MATH HL 2024-07-05 4"]);
  });
  it("name the column of the very result that is at fault, in a wide file", async () => {
    const scores = text("dialects/stamp.csv").replace(",3,31 mins", ",12,31 mins");
    const result = await checked({ transcript: sample("dialects/cedars-h-names.csv"), scores });
    const [fault] = result.violations.filter(({ code }) => code === "score-level-unknown");
    expect([fault?.line, fault?.column, fault?.value]).toEqual([2, "Writing Level", "12"]);
  });
});

describe("what is no transcript and no score file", () => {
  const MATCHES = "student_id,school_year,course_id,mark,credits_attempted,credits_earned";
  it.each([
    ["a OneRoster table", "sourcedId,status,dateLastModified,title\n1,active,2024,x\n", "It holds no credits"],
    ["PESC XML", '<?xml version="1.0"?>\n<HighSchoolTranscript xmlns="urn:org:pesc:x">\n', "this is a PESC transcript"],
    ["other XML", "<rows>\n<row/>\n</rows>\n", "this is XML"],
    ["a score file", text("dialects/stamp.csv"), "Give it with --scores"],
  ])("is refused with a word of help: %s", async (_, content, message) => {
    expect(await said(checked({ transcript: content }))).toContain(message);
  });
  it("is not guessed at where a header fits two layouts", async () => {
    const both = "StoreCode,PotentialCrHrs,EarnedCrHrs,studentUniqueId,courseCode,attemptedCredits,earnedCredits\n";
    expect(await said(checked({ transcript: both }))).toContain("--dialect powerschool or edfi");
  });
  it("tells a workbook from a table", async () => {
    const bytes = new TextEncoder().encode("PK\u0003\u0004[Content_Types].xml");
    expect(await said(checked({ transcript: bytes }))).toContain("saved as CSV");
  });
  it("takes its own layout first, and the one that is named before that", async () => {
    const row = "1,2023-24,MAT101,A,0.5,0.5";
    expect((await checked({ transcript: table(MATCHES, row) })).files[0]?.layout?.through).toBeUndefined();
    const as = [
      { ...mapOf("synergy"), name: "ours", fields: { ...OWN_FIELDS, mark: { column: "mark", values: { A: "F" } } } },
    ];
    const result = await checked({ transcript: table(MATCHES, row), as });
    expect(result.files[0]?.layout?.through?.def.name).toBe("ours");
  });
  const OWN_FIELDS = Object.fromEntries(MATCHES.split(",").map((name) => [name, name]));
});
