import { strFromU8, unzlibSync } from "fflate";
import { describe, expect, it } from "vitest";
import { CHECKS } from "../../src/decide/checks/index.js";
import { familyHtml } from "../../src/report/family/page.js";
import { FAMILY_REASONS, familyWords, waitsFor } from "../../src/report/family/words.js";
import { chartsOf } from "../../src/report/html/charts.js";
import { listed } from "../../src/report/html/cut.js";
import { payloadPieces } from "../../src/report/html/entries.js";
import { cspHash, packed } from "../../src/report/html/pack.js";
import { pageHtml as pagePieces } from "../../src/report/html/page.js";
import { isSenior, seniorsOf } from "../../src/report/html/seniors.js";
import { nameOf, sheetHtml as sheetPieces } from "../../src/report/html/sheet.js";
import { turnOf } from "../../src/report/html/turns.js";
import { wholeText } from "../../src/report/pieces.js";
import type { RunResult } from "../../src/report/result.js";
import { held } from "../../src/report/sequence.js";
import { proposalOf, refusalOf, sampleResult, violationOf } from "../support/result.js";
import { familyPage } from "./family.js";
import { largeResult } from "./large.js";

const pageHtml = (result: RunResult): string => wholeText(pagePieces(result));
const sheetHtml = (result: RunResult): string => wholeText(sheetPieces(result));

describe("the page", () => {
  it("is the same for the same result", () => {
    expect(pageHtml(sampleResult())).toBe(pageHtml(sampleResult()));
  });

  it("is below 2 MB for 10,000 findings, and for as many as it ever lists", () => {
    expect(pageHtml(largeResult(3334)).length).toBeLessThan(2_000_000);
    expect(pageHtml(largeResult(20_000)).length).toBeLessThan(2_000_000);
  });

  it("says what is cut, and where the rest is", () => {
    const page = pageHtml(largeResult(20_000));
    expect(page).toContain("The lists hold 10,000 of 20,000 students with findings");
    expect(page).toContain("10,000 of 20,000 refusals (all are in refusals.csv)");
    expect(pageHtml(sampleResult())).not.toContain('id="cut"');
  });

  it("holds no name of a student or of whoever signed", () => {
    const result = sampleResult();
    const payload = payloadPieces(result, listed(result), chartsOf(result));
    const text = wholeText(payload) + pageHtml(result);
    expect(text).toContain("mark-unknown");
    expect(text).not.toContain("Quill");
    expect(text).not.toContain("Ortiz");
  });

  it("names no file of the machine and nothing to fetch", () => {
    const page = pageHtml(sampleResult()).replace(/<script>.*<\/script>/s, "");
    expect(page).not.toMatch(/(?:src|href)="(?!#)/);
    expect(page).toContain("default-src 'none'");
    expect(page).toContain("FERPA");
  });

  it("escapes what the files hold", () => {
    const page = pageHtml(sampleResult({ notes: ["<img src=x onerror=alert(1)>\u202e"] }));
    expect(page).toContain("&lt;img src=x onerror=alert(1)&gt;?");
    expect(page).not.toContain("<img");
  });
});

describe("packing", () => {
  it("gives back what went in, in letters that can stand in a page", () => {
    const text = `${"é</script>".repeat(50_000)}`;
    const letters = wholeText(packed([text.slice(0, 70_001), text.slice(70_001)]));
    expect(letters).toMatch(/^[A-Za-z0-9+/=]+$/);
    expect(strFromU8(unzlibSync(Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0))))).toBe(text);
  });

  it("knows the digest of the empty text", () => {
    expect(cspHash("")).toBe("'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
  });
});

describe("what is listed", () => {
  const result = largeResult(10);

  it("is everything where it fits", () => {
    expect(listed(result, 30)).toMatchObject({ cut: "", proposals: result.proposals, violations: result.violations });
  });

  it("is whole students, those with proposals first, then those for whom credit waits", () => {
    const [first, second, third] = result.students.map(({ id }) => id);
    const some = {
      ...result,
      proposals: result.proposals.filter(({ studentId }) => studentId === third),
      violations: result.violations.map((violation) => ({
        ...violation,
        withholds: violation.studentId === second ? 500 : 0,
      })),
    };
    const kept = listed(some, 5);
    expect(held(kept.students).map(({ id }) => id)).toEqual([second, third]);
    expect(kept.proposals).toHaveLength(1);
    expect(kept.refusals).toHaveLength(2);
    expect(held(kept.violations)).toHaveLength(2);
    expect(held(kept.students).map(({ id }) => id)).not.toContain(first);
  });

  it("keeps what speaks of no student", () => {
    const nobody = violationOf({ studentId: "", code: "policy-no-equity" });
    const kept = listed({ ...result, violations: [nobody, ...result.violations] }, 4);
    expect(held(kept.violations)[0]).toBe(nobody);
    expect(held(kept.violations)).toHaveLength(kept.violations.length);
    expect(kept.students).toHaveLength(1);
  });
});

describe("seniors", () => {
  it("are those of the award date's class, or in grade 12", () => {
    const facts = { id: "1", schoolCode: "", gradeLevel: "", classOf: "" };
    expect(isSenior({ ...facts, classOf: "2025" }, "2025-06-20")).toBe(true);
    expect(isSenior({ ...facts, classOf: "2026" }, "2025-09-01")).toBe(true);
    expect(isSenior({ ...facts, gradeLevel: "12" }, "2025-06-20")).toBe(true);
    expect(isSenior({ ...facts, gradeLevel: "11", classOf: "2026" }, "2025-06-20")).toBe(false);
    expect(isSenior(facts, "2025-06-20")).toBe(false);
  });

  it("are ready, held by someone, blocked by a fault, or one step short", () => {
    const studentId = "1000000050";
    const alone = { studentId, allReasons: ["evidence-not-met"] };
    const result = sampleResult({
      proposals: [
        proposalOf({ studentId }),
        proposalOf({ studentId, id: "b", status: "held", missing: ["administrator", "request"] }),
      ],
      refusals: [
        refusalOf(alone),
        refusalOf({ studentId, allReasons: ["evidence-not-met", "cap-reached"] }),
        refusalOf({ studentId, reason: "already-credited", allReasons: ["already-credited"] }),
        refusalOf({
          studentId,
          reason: "doubtful-row",
          allReasons: ["doubtful-row"],
          waits: [{ course: "algebra-1", part: "S1", credits: 500 }],
          doubtful: [{ file: "transcripts.csv", line: 5000, says: "MAT201 2023-24 S1 S" }],
        }),
      ],
    });
    expect(seniorsOf(result).map(({ standing, because, credits }) => [standing, because, credits])).toEqual([
      ["ready", "", 500],
      ["held", "Administrator: approve or deny; Student or family: ask for the credit", 500],
      ["blocked", "transcripts.csv line 5,000: mark-unknown", 500],
      ["one step short", "SBA-MATH at level 2 or above: best is level 1", 0],
    ]);
  });
});

describe("plots", () => {
  it("count everything, waivers and held credit apart, and show the longest bar first", () => {
    const charts = chartsOf(sampleResult());
    const byCourse = charts.find(({ id }) => id === "by-course");
    expect(byCourse?.bars).toEqual([
      { label: "Physical Education", values: [0, 0, 1500], records: 1 },
      { label: "Algebra 1", values: [500, 0, 0], records: 1 },
      { label: "Geometry", values: [0, 500, 0], records: 1 },
    ]);
    const byCode = charts.find(({ id }) => id === "violations-by-code");
    expect(byCode?.bars[0]).toEqual({ label: "mark-unknown", values: [4, 0, 0, 0], records: null });
  });

  it("put what is left over into one bar", () => {
    const violations = Array.from({ length: 20 }, (_, at) =>
      violationOf({ code: `code-${String(at).padStart(2, "0")}` }),
    );
    const bars = chartsOf(sampleResult({ violations })).find(({ id }) => id === "violations-by-code")?.bars ?? [];
    expect(bars).toHaveLength(13);
    expect(bars.at(-1)).toEqual({ label: "8 others", values: [8, 0, 0, 0], records: null });
  });

  it("are left out where there is nothing to draw", () => {
    expect(chartsOf(sampleResult({ proposals: [], refusals: [], violations: [] }))).toEqual([]);
  });
});

describe("whose turn it is", () => {
  it("is said in words", () => {
    expect(["teacher", "request", "designation-column", "counselor credits"].map(turnOf)).toEqual([
      "Teacher: approve or deny",
      "Student or family: ask for the credit",
      "Registrar: export transcripts with a designations column",
      "Counselor: say how much credit",
    ]);
  });
});

describe("the family's page", () => {
  it("has words for every reason", () => {
    expect([...FAMILY_REASONS].sort()).toEqual(CHECKS.map(({ reason }) => reason).sort());
    expect(familyWords("course-code-generic")).toEqual(familyWords("record-breaks-rule"));
  });

  it("names no reason by its code, no file and no name", () => {
    const page = familyHtml(familyPage());
    for (const { reason } of CHECKS) if (reason.includes("-")) expect(page).not.toContain(reason);
    expect(page).not.toContain("Quill");
    expect(page).not.toContain("transcripts.csv");
    expect(page).not.toContain("<script");
    expect(page).toContain("0.5 credit can be added to the transcript now. 0.5 credit more can follow.");
    expect(page).toContain("It waits for agreement of: teacher; then a request by the student or the family.");
    expect(page).toContain("Up to 0.5 credit of Algebra 1 waits for it.");
  });

  it("keeps to one course where asked to", () => {
    const page = familyHtml({ ...familyPage(), course: "algebra-2" });
    expect(page).toContain("Nothing on file leads to credit by mastery so far.");
    expect(familyHtml({ ...familyPage(), course: "algebra-1" })).toContain("Credit that can be added now");
  });

  it("says what each missing thing is", () => {
    expect(waitsFor("teacher credits")).toBe("the amount of credit, from: teacher");
    expect(waitsFor("designation-column")).toContain("correction");
  });
});

describe("the review sheet", () => {
  it("holds names, says so, and leaves out other columns of the student", () => {
    const sheet = sheetHtml(sampleResult());
    expect(sheet).toContain("Quill, Ada");
    expect(sheet).toContain("This sheet holds names.");
    expect(nameOf(proposalOf({ studentColumns: { "Birth Date": "2008-01-01", LastFirst: "A, B" } }))).toBe("A, B");
  });
});
