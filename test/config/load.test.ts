import { describe, expect, it } from "vitest";
import { loadConfig } from "../../src/config/load.js";
import { nearest } from "../../src/config/nearest.js";

function problemsIn(text: string): readonly string[] {
  return loadConfig("zcredit.json", text).problems.map(({ where, message }) => `${where} ${message}`);
}

describe("a configuration file", () => {
  it("is read with comments, a comma too many, lists and single values", () => {
    const text = `// ours\n{ "transcript": ["a.csv", "b.csv"], "class-of": 2026, "severity": { "mark-unknown": "info" }, }`;
    expect(loadConfig("zcredit.json", text)).toEqual({
      config: { transcript: ["a.csv", "b.csv"], "class-of": 2026, severity: { "mark-unknown": "info" } },
      problems: [],
    });
  });

  it.each([
    ["", "zcredit.json:1:1 this is not JSON (it is empty). Mend it, or say --no-config."],
    ["{", "zcredit.json:1:2 this is not JSON (CloseBraceExpected). Mend it, or say --no-config."],
    ['{\n  "merged": tru\n}', "zcredit.json:2:13 this is not JSON (InvalidSymbol). Mend it, or say --no-config."],
    ["[]", "zcredit.json:1:1 the file must be { ... }."],
    ["7", "zcredit.json:1:1 the file must be { ... }."],
    ['{ "merged": "yes" }', 'zcredit.json:1:13 "merged" must be true or false.'],
    ['{\n  "fail-on": "always"\n}', 'zcredit.json:2:14 "fail-on" must be one of: error, warning, info, never.'],
    [
      '{ "severity": { "mark-unknown": "loud" } }',
      'zcredit.json:1:33 "severity.mark-unknown" must be one of: error, warning, info, off.',
    ],
    ['{ "jobs": 1.5 }', 'zcredit.json:1:11 "jobs" must be a whole number.'],
    ['{ "jobs": "two" }', 'zcredit.json:1:11 "jobs" must be a whole number.'],
    ['{ "award-date": 2025 }', 'zcredit.json:1:17 "award-date" must be text in quotes.'],
    ['{ "severity": [] }', 'zcredit.json:1:15 "severity" must be { ... }.'],
    ["// nothing\n", "zcredit.json:2:1 this is not JSON (ValueExpected). Mend it, or say --no-config."],
    [
      '{ "scores": ["a.csv", 7] }',
      'zcredit.json:1:13 "scores" has a value of the wrong kind; see the flag of that name in zcredit check --help.',
    ],
  ])("%j is refused where it is wrong", (text, problem) => {
    expect(problemsIn(text)).toEqual([problem]);
  });

  it("is told of every setting that is none, each at its place", () => {
    expect(problemsIn('{\n  "transcripts": "a.csv",\n\n  "awardDate": "2025-06-20", "colour": 1\n}')).toEqual([
      'zcredit.json:2:3 "transcripts" is no setting. Did you mean "transcript"? Settings have the long names of the flags.',
      'zcredit.json:4:3 "awardDate" is no setting. Did you mean "award-date"? Settings have the long names of the flags.',
      'zcredit.json:4:30 "colour" is no setting. Settings have the long names of the flags.',
    ]);
  });

  it("does not follow a nest without end", () => {
    const [problem] = problemsIn(`{ "severity": ${"[".repeat(100_000)} }`);
    expect(problem).toMatch(
      /^zcredit\.json:1:\d+ lists and objects are nested more than \d+ deep here\. Mend the file/,
    );
  });

  it("takes no name of the language for a setting", () => {
    expect(problemsIn('{ "__proto__": { "merged": true } }')).toEqual([
      'zcredit.json:1:3 "__proto__" is no setting. Settings have the long names of the flags.',
    ]);
  });
});

describe("the name that was meant", () => {
  it.each([
    ["transcrpit", "transcript"],
    ["award_date", "award-date"],
    ["Scores", "scores"],
    ["score", "scores"],
    ["sroces", "scores"],
    ["ab", null],
    ["ba", "ab"],
    ["xyz", null],
    ["", null],
  ])("%j is %j", (name, meant) => {
    const known = name === "ba" ? ["ab"] : ["transcript", "award-date", "scores"];
    expect(nearest(name, known)).toBe(meant);
  });

  it("is, of two that are as near, the one that is written alike, then the first", () => {
    expect(nearest("mata", ["Mat1", "mat2"])).toBe("mat2");
    expect(nearest("mata", ["mat1", "mat2"])).toBe("mat1");
  });
});
