import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { FORMATS, resultFiles } from "../../src/report/formats/index.js";
import { SCRIPT, STYLE } from "../../src/report/html/browserCode.js";
import { reportJsonSchema, reportSchema } from "../../src/report/reportSchema.js";
import { expectFile, expectGolden } from "../support/golden.js";
import { LAYOUT, layoutOf, proposalOf, sampleResult } from "../support/result.js";

const ALL = FORMATS.map((format) => format.name);

function contentOf(name: string, result = sampleResult()): string {
  const file = resultFiles(result, ALL).find((candidate) => candidate.name === name);
  if (file === undefined) throw new Error(`no ${name}`);
  return wholeText(file.pieces());
}

/** A page without what is bundled into it or packed: those have tests of their own, and no one reads them. */
function withoutBundle(content: string): string {
  return content
    .replace(SCRIPT, "")
    .replace(STYLE, "")
    .replace(/sha256-[\w+/=]+/g, "sha256-")
    .replace(/(id="data">)[\w+/=]+/, "$1");
}

describe("every format", () => {
  for (const file of resultFiles(sampleResult(), ALL)) {
    it(`${file.name} is as it was`, () => expectGolden(file.name, withoutBundle(wholeText(file.pieces()))));
  }

  it("gives the same bytes for the same result", () => {
    const texts = () => resultFiles(sampleResult(), ALL).map(({ pieces }) => wholeText(pieces()));
    expect(texts()).toEqual(texts());
  });

  it("is chosen by name, each once", () => {
    expect(resultFiles(sampleResult(), ["json", "json"]).map((file) => file.name)).toEqual(["report.json"]);
    expect(resultFiles(sampleResult(), []).length).toBe(0);
  });

  it("never shows a student's name but where the import file needs it", () => {
    for (const file of resultFiles(sampleResult(), ALL)) {
      expect(wholeText(file.pieces()).includes("Quill"), file.name).toBe(file.name === "proposed-records.csv");
    }
  });
});

import { wholeText } from "../../src/report/pieces.js";

describe("spreadsheet tables", () => {
  const columns: Readonly<Record<string, string>> = {
    "proposals.csv":
      "proposal_id,status,student_id,state_student_id,school_code,grade_level,class_of,course,course_id,course_title,part,state_course_code,credits,waived,mark,designations,school_year,term,award_date,pathway,method,clause,evidence,approvals,recovers,missing,note",
    "violations.csv":
      "code,severity,status,student_id,message,file,line,column,value,course,course_id,pathway,withholds,citation,remedy,fingerprint",
    "refusals.csv": "student_id,pathway,course,part,reason,all_reasons,evidence,note",
  };
  for (const [name, header] of Object.entries(columns)) {
    it(`${name} has a byte order mark, its columns in order, and CRLF`, () => {
      const content = contentOf(name);
      expect(content.startsWith(`\uFEFF${header}\r\n`)).toBe(true);
      expect(content.endsWith("\r\n")).toBe(true);
      expect(content.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    });
  }

  it("guards what a spreadsheet would run", () => {
    const rows = parse(contentOf("proposals.csv"), { bom: true, columns: true }) as Record<string, string>[];
    expect(rows[1]?.note).toBe(`'=HYPERLINK("http://x")`);
  });

  it("names rows by content, so that moved lines change nothing", () => {
    const moved = sampleResult({
      proposals: sampleResult().proposals.map((proposal) => ({
        ...proposal,
        evidence: proposal.evidence.map((row) => ({ ...row, line: row.line + 100, file: "other.csv" })),
      })),
    });
    expect(contentOf("proposals.csv", moved)).toBe(contentOf("proposals.csv"));
  });

  it("writes school years as the transcript does", () => {
    const result = sampleResult({ output: { layout: LAYOUT, schoolYearForm: "end", dateForm: "iso" } });
    expect(contentOf("proposals.csv", result)).toContain(",2025,S1,2025-06-20,");
    expect(contentOf("proposals.csv")).toContain(",2024-25,S1,2025-06-20,");
  });
});

describe("proposed-records.csv", () => {
  it("holds ready credit only, in the layout that came in", () => {
    const rows = parse(contentOf("proposed-records.csv")) as string[][];
    expect(rows.length).toBe(2);
    expect(rows[0]).toEqual(LAYOUT.columns);
    expect(rows[1]).toEqual(
      "1000000042|0123456789|Quill, Ada|17901|1234|2024-25|S1|11|MAT101|Algebra 1|02052|P|0.5|0.5|BZ|6/20/2025|N|".split(
        "|",
      ),
    );
  });

  it("keeps delimiter, line end and byte order mark, and alters no value", () => {
    const layout = layoutOf(["student_id", "course_title", "mark"], { delimiter: "\t", newline: "\r\n", bom: true });
    const result = sampleResult({
      output: { layout, schoolYearForm: "long", dateForm: "iso" },
      proposals: [proposalOf({ courseTitle: "=1+1", mark: "-" }), proposalOf({ courseTitle: 'a "b"\tc, d' })],
    });
    expect(contentOf("proposed-records.csv", result)).toBe(
      '\uFEFFstudent_id\tcourse_title\tmark\r\n1000000042\t=1+1\t-\r\n1000000042\t"a ""b""\tc, d"\tP\r\n',
    );
  });

  it("fills no column by a name that every object has", () => {
    const result = sampleResult({
      output: { layout: layoutOf(["student_id", "constructor"]), schoolYearForm: "short", dateForm: "iso" },
      proposals: [proposalOf()],
    });
    expect(contentOf("proposed-records.csv", result)).toBe("student_id,constructor\n1000000042,\n");
  });

  it("has zcredit's own header and no rows where no transcript was given", () => {
    const content = contentOf("proposed-records.csv", sampleResult({ output: null }));
    expect(content).toMatch(/^student_id,state_student_id,.*,date_completed\n$/);
  });
});

describe("report.json", () => {
  it("holds to the schema that is shipped, and the schema is not stale", () => {
    const schema = reportJsonSchema();
    expectFile("samples/report.schema.json", schema);
    const ajv = new Ajv2020({ strict: true, allErrors: true });
    addFormats.default(ajv);
    const validate = ajv.compile(JSON.parse(schema));
    validate(JSON.parse(contentOf("report.json")));
    expect(validate.errors).toBeNull();
    validate(JSON.parse(contentOf("report.json", sampleResult({ output: null, proposals: [], violations: [] }))));
    expect(validate.errors).toBeNull();
    expect(validate({ ...JSON.parse(contentOf("report.json")), more: 1 })).toBe(false);
  });

  it("keeps every proposal, refusal and violation, with exact credits", () => {
    const report = reportSchema.parse(JSON.parse(contentOf("report.json")));
    expect(report.proposals.length).toBe(3);
    expect(report.refusals.length).toBe(2);
    expect(report.violations.length).toBe(6);
    expect(report.counts.credits).toEqual({ ready: 0.5, held: 0.5, waived: 1.5 });
    expect(report.counts.violations).toEqual({ error: 4, warning: 0, info: 1, accepted: 1 });
    const third = sampleResult({ proposals: [proposalOf({ credits: 333 }), proposalOf({ credits: 1_000_001 })] });
    const parsed = reportSchema.parse(JSON.parse(contentOf("report.json", third)));
    expect(parsed.proposals.map((proposal) => proposal.credits)).toEqual([0.333, 1000.001]);
    expect(parsed.counts.credits.ready).toBe(1000.334);
  });
});
