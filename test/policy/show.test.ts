import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { CompiledPolicy } from "../../src/policy/compiled.js";
import { policyJsonSchema } from "../../src/policy/jsonSchema.js";
import { loadPolicy } from "../../src/policy/load.js";
import { sequenceSvg } from "../../src/policy/show/diagram.js";
import { SHOW_FORMATS, showPolicy } from "../../src/policy/show/index.js";
import { policyPage } from "../../src/policy/show/page.js";
import { expectGolden } from "../support/golden.js";
import { edited, POLICY_TEXT } from "./fixture.js";

function compiled(text: string): CompiledPolicy {
  const bytes = new TextEncoder().encode(text);
  const { policy, findings } = loadPolicy({ name: "policy.json", bytes, sha256: "0".repeat(64) }, "2025-06-20");
  if (policy === null) throw new Error(findings.map((finding) => finding.message).join("\n"));
  return policy;
}

const sample = (name: string) => readFileSync(new URL(`../../samples/${name}`, import.meta.url), "utf8");
const district = compiled(sample("policy.json"));
const fixture = compiled(POLICY_TEXT);
const shown = (text: string): string => showPolicy(compiled(text), "text");

/** Each changes what the policy decides, and so must change the words. */
const EDITS: readonly (readonly [what: string, from: string, to: string])[] = [
  ["who", '"gradeLevels": [10, 11, 12]', '"gradeLevels": [11]'],
  ["programs", '"none": ["exchange"]', '"any": ["exchange"]'],
  ["status", '"classOf": [2026, 2027]', '"classOf": [2026, 2027], "status": { "none": ["graduated"] }'],
  ["class", '"classOf": [2026, 2027]', '"classOf": [2026]'],
  ["marks of the attempt", '"marks": ["F", "NC", "I"]', '"marks": ["F"]'],
  ["age of the attempt", '"withinMonths": 36', '"withinMonths": 12'],
  ["order of attempt and evidence", '"beforeEvidence": true', '"beforeEvidence": false'],
  ["summer", '"withinMonths": 36', '"withinMonths": 36, "regularYear": true'],
  ["district", '"withinMonths": 36', '"withinMonths": 36, "inDistrict": true'],
  ["grade of the attempt", '"withinMonths": 36', '"withinMonths": 36, "gradeLevels": [9]'],
  [
    "exceptions",
    '"withinMonths": 36',
    '"withinMonths": 36, "exceptions": [{ "condition": "marks", "approval": "board" }]',
  ],
  ["bars", '"barredBy": { "creditIn": ["geometry"] }', '"barredBy": { "attemptIn": ["geometry"] }'],
  ["minimum mark", '"minMark": "C" }', '"minMark": "B" }'],
  ["parts of the evidence", '"minMark": "C" }', '"minMark": "C", "parts": "any" }'],
  ["evidence of the district", '"minMark": "C" }', '"minMark": "C", "inDistrict": true }'],
  ["evidence of the regular year", '"minMark": "C" }', '"minMark": "C", "regularYear": true }'],
  ["mastery as evidence", '"minMark": "C" }', '"minMark": "C", "acceptMastery": true }'],
  ["take", '"take": "lost" },\n      "grade": { "mark": "P" }', '"take": "open" },\n      "grade": { "mark": "P" }'],
  ["ceiling", '"take": "open", "upTo": 1.0', '"take": "open", "upTo": 0.5'],
  ["floor", '"upTo": 1.0, "net', '"upTo": 1.0, "atLeast": 0.5, "net'],
  ["class credit", '"netOfClassCredit": true', '"netOfClassCredit": false'],
  ["fill", '"take": "lost", "split": true', '"take": "lost", "split": true, "fill": "latest"'],
  ["split", '"take": "lost", "split": true', '"take": "lost", "split": false'],
  ["ceiling of a tier", '"level": "3" } }, "upTo": 2.0', '"level": "3" } }, "upTo": 1.5'],
  ["fresh evidence", '"level": "3" } }, "upTo": 2.0', '"level": "3" } }, "upTo": 2.0, "fresh": true'],
  ["split of a tier", '"level": "3" } }, "upTo": 2.0', '"level": "3" } }, "upTo": 2.0, "split": false'],
  ["courses of a tier", '"level": "3" } }, "upTo": 2.0', '"level": "3" } }, "upTo": 2.0, "courses": ["geometry"]'],
  ["parts of a target", '"parts": ["A"] }]', '"parts": ["B"] }]'],
  ["tries", '"min": { "level": "2" } }', '"min": { "level": "2" }, "maxTries": 2 }'],
  ["test days", '"min": { "level": "2" } }', '"min": { "level": "2" }, "from": "2024-09-01" }'],
  ["last test day", '"min": { "level": "2" } }', '"min": { "level": "2" }, "to": "2025-09-01" }'],
  ["edition", '"min": { "level": "2" } }', '"min": { "level": "2" }, "edition": "B" }'],
  ["age of the result", '"min": { "level": "2" } }', '"min": { "level": "2" }, "withinMonths": 12 }'],
  ["before the course", '"min": { "level": "2" } }', '"min": { "level": "2" }, "beforeCourse": true }'],
  ["grade of the test", '"min": { "level": "2" } }', '"min": { "level": "2" }, "gradeLevels": [8] }'],
  ["strictly above", '"min": { "level": "2" } }', '"above": { "level": "2" } }'],
  ["sum", '"min": { "level": "2" } }', '"min": { "level": "2" }, "sum": true }'],
  ["rule over parts", '"rule": "lowest"', '"rule": "average"'],
  ["role as evidence", '{ "approval": "panel" }', '{ "approval": "board" }'],
  ["order", '"all": [{ "approval"', '"inOrder": true, "all": [{ "approval"'],
  ["mark", '"2": "C", "3": "B"', '"2": "D", "3": "B"'],
  ["grade point average", '"4": "A" } },', '"4": "A" }, "gpa": "excluded" },'],
  ["designations", '"designations": ["N"]', '"designations": ["L"]'],
  ["code", '"courseId": "{courseId}Z"', '"courseId": "{courseId}M"'],
  ["title", '"courseId": "{courseId}Z"', '"courseId": "{courseId}Z", "title": "{title} M"'],
  ["school", '"courseId": "{courseId}Z"', '"courseId": "{courseId}Z", "schoolCode": "1"'],
  ["columns", '"courseId": "{courseId}Z"', '"courseId": "{courseId}Z", "columns": { "gpa_flag": "N" }'],
  ["request", '"onRequest": true', '"onRequest": false'],
  ["days to ask", '"onRequest": true', '"onRequest": true, "requestWithinDays": 7'],
  ["approval before", '"onRequest": true', '"onRequest": true, "approvalBefore": "evidence"'],
  ["own words", '"onRequest": true', '"onRequest": true, "onRefusal": { "evidence-not-met": "Try again." }'],
  ["CTE", '"onRequest": true', '"onRequest": true, "allowCte": true'],
  ["waiver", '"upTo": 1.0, "net', '"upTo": 1.0, "kind": "waiver", "net'],
  ["strength", '"strength": "may"', '"strength": "will"'],
  ["effect", '"effectiveFrom": "2023-09-01"', '"effectiveFrom": "2024-09-01"'],
  ["cap", '"subject": "world-language", "upTo": 4.0', '"subject": "world-language", "upTo": 3.0'],
  ["years of a cap", '"per": "school-year"', '"per": "term"'],
  ["capacity of a set", '"integrated-1"], "credits": 1.0', '"integrated-1"], "credits": 1.5'],
  ["what a mark is", '"credit": ["P", "S"]', '"credit": ["P"]'],
  ["enrolled now", '"ignored": ["W"]', '"ignored": ["W"], "inProgress": ["IP"]'],
  ["windows", '"names": ["SM"],', '"names": ["SM"], "windows": [{ "from": "06-01", "to": "06-30" }],'],
  ["statuses", '"names": ["SM"],', '"names": ["SM"], "statuses": ["valid", "interim"],'],
  ["end of a term", '"ends": "08-10"', '"ends": "08-11"'],
  ["marks by score", '"byLevel": { "2": "C", "3": "B", "4": "A" }', '"byScore": [{ "min": 2600, "mark": "B" }]'],
  [
    "a parent's permission under an age",
    '"approvals": ["counselor"],\n      "onRequest"',
    '"approvals": [{ "role": "parent", "unless": { "age": 18 } }], "onRequest"',
  ],
  [
    "a grant that says how much",
    '"approvals": ["counselor"],\n      "onRequest"',
    '"approvals": [{ "role": "counselor", "credits": "required" }], "onRequest"',
  ],
  [
    "a subject as evidence",
    '"evidence": { "course": "algebra-2", "minMark": "C" }',
    '"evidence": { "subject": "math", "minMark": "C", "which": "every" }',
  ],
  ["results since the last record", '"min": { "level": "2" } }', '"min": { "level": "2" }, "sinceRecord": true }'],
  ["a scale", '"percentile": {} }', '"percentile": {}, "percent": { "max": 100 } }'],
  [
    "tries in a window",
    '"names": ["SM"],',
    '"names": ["SM"], "windows": [{ "from": "06-01", "to": "06-30" }], "maxTriesPerWindow": 1,',
  ],
  ["a cap over years", '"per": "school-year"', '"per": { "schoolYears": 4 }'],
  ["the content area", '"stateCourseCode": "02056",', '"stateCourseCode": "02056", "contentArea": "MTH",'],
];

describe("a policy in words", () => {
  it("of the starter, for a terminal, as Markdown and as a page", () => {
    const starter = compiled(sample("starter/policy.jsonc"));
    expectGolden("policy-show.txt", showPolicy(starter, "text"));
    expectGolden("policy-show.md", showPolicy(starter, "markdown"));
    expectGolden("policy-show.html", showPolicy(starter, "html"));
  });

  it.each(EDITS)("shows: %s", (_, from, to) => {
    expect(shown(edited([from, to]))).not.toBe(shown(POLICY_TEXT));
  });

  it("shows: an average of grade points", () => {
    const points: readonly [string, string] = [
      '"credit": ["P", "S"]',
      '"credit": ["P", "S"], "points": { "A": 4, "B": 3 }',
    ];
    const evidence =
      '"evidence": { "course": "geometry", "minPoints": 2.5, "parts": { "required": ["A"], "rule": "average" } }';
    const text = shown(edited(points, ['"evidence": { "course": "algebra-2", "minMark": "C" }', evidence]));
    expect(text).toContain("Geometry (A, their marks averaged) with 2.5 grade points or more");
    expect(text).toContain("Grade points: A 4, B 3");
  });

  it("has been tried with every key that bears on a decision", () => {
    const keys = new Set<string>();
    const walk = (node: unknown): void => {
      if (typeof node !== "object" || node === null) return;
      if ("properties" in node && typeof node.properties === "object")
        for (const key of Object.keys(node.properties ?? {})) keys.add(key);
      // The keys of a refusal's words are the reasons, which decide nothing.
      for (const [key, child] of Object.entries(node)) if (key !== "onRefusal") walk(child);
    };
    const { properties, definitions } = JSON.parse(JSON.stringify(policyJsonSchema()));
    const { pathways, tests, caps, courses } = properties;
    for (const part of [pathways, tests, caps, courses, definitions]) walk(part);
    // A new key belongs into the list above, and its words into the page.
    const tried = [POLICY_TEXT, ...EDITS.flat(), '"minPoints"'].join("\n");
    expect([...keys].filter((key) => !tried.includes(`"${key}"`))).toEqual([]);
  });

  it.each([
    ["a grant that must say how much", 'counselor", "credits', "No more than counselor says"],
    ["a tier that is fresh", '"fresh": true', "and the tier below it must hold too, by other results than these"],
    ["a floor", '"atLeast"', "0.5 credit, as far as there is room for it; a person may give more"],
    ["hours", '"sum": true', "with 2 or more in all"],
    ["a tier that is not split", '"split": false', "unless the tier says otherwise"],
  ])("says of %s what it decides", (_, key, says) => {
    const edit = EDITS.find(([what, , to]) => to.includes(key) && what !== "split");
    if (edit === undefined) throw new Error(`no edit with ${key}`);
    expect(shown(edited([edit[1], edit[2]])).replace(/\s+/g, " ")).toContain(says);
  });

  it("says the same in every format", () => {
    for (const chapter of policyPage(district, null).chapters) {
      for (const card of chapter.cards) {
        for (const format of SHOW_FORMATS) {
          const words = (text: string): string => text.replace(/<[^>]*>|[\\*\s]/g, "");
          expect(words(showPolicy(district, format))).toContain(words(card.title));
        }
      }
    }
  });

  it("can be of one course alone", () => {
    const text = showPolicy(district, "text", "english-10");
    expect(text).toMatch(/Only English 10\s+is\s+shown\./);
    expect(text).toContain("(sba-ela)");
    expect(text).not.toContain("(sba-math)");
    expect(text).not.toContain("STAMP");
  });

  it("names courses that nothing leads to", () => {
    expect(showPolicy(district, "text", "french-1")).not.toContain("None: this policy");
    expect(showPolicy(fixture, "text", "algebra-2")).toContain("None: this policy gives no credit for it by mastery.");
  });
});

describe("the page of a policy", () => {
  const hostile = edited(
    ['"title": "Algebra 2 completes Algebra 1"', '"title": "<script>alert(1)</script> & \\"co\\""'],
    ['"title": "Algebra 2", "subject"', '"title": "*Algebra* <b>2</b>", "subject"'],
  );

  it("stands alone: no network, no script", () => {
    const html = showPolicy(district, "html");
    expect(html).not.toMatch(/<script|<link|<img|@import|url\((?!#)|\son\w+=/i);
    expect(html).toContain("default-src 'none'");
    expect(html).toContain("prefers-color-scheme: dark");
    expect(html).toContain("@media print");
  });

  it("turns nothing that the policy says into markup", () => {
    const html = showPolicy(compiled(hostile), "html");
    expect(html).not.toContain("<script");
    expect(html).not.toContain("<b>");
    expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;co&quot;");
    const markdown = showPolicy(compiled(hostile), "markdown");
    expect(markdown).not.toMatch(/(?<!\\)</);
    expect(markdown).toContain("\\*Algebra\\* \\<b\\>2");
  });

  it("has ids that are unique, and links that lead to them", () => {
    const html = showPolicy(district, "html");
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map((found) => found[1]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const found of html.matchAll(/(?:href="#|aria-labelledby="|url\(#)([^")]+)/g)) expect(ids).toContain(found[1]);
  });

  it("closes every tag that it opens", () => {
    const open: string[] = [];
    const body = showPolicy(district, "html").replace(/<style>[\s\S]*?<\/style>/, "");
    for (const [, close, name = "", self] of body.matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^>]*?(\/?)>/g)) {
      if (self === "/" || name === "meta") continue;
      if (close === "/") expect(open.pop()).toBe(name);
      else open.push(name);
    }
    expect(open).toEqual([]);
  });
});

describe("the diagram", () => {
  const { arrows } = policyPage(district, null);

  it("has an arrow for each course that can complete another, and none for what must not be", () => {
    expect(arrows.map(({ from, to }) => `${from.id} > ${to.id}`)).toEqual([
      "algebra-2 > algebra-1",
      "precalculus > algebra-2",
      "english-10 > english-9",
    ]);
    expect(policyPage(fixture, null).arrows.map(({ from, to }) => `${from.id} > ${to.id}`)).toEqual([
      "algebra-2 > algebra-1",
    ]);
  });

  it("puts a course right of all that complete it, and no two on one place", () => {
    const svg = sequenceSvg(arrows);
    const boxes = [...svg.matchAll(/<g><title>([^<]+)<\/title><rect x="(\d+)" y="(\d+)"/g)];
    const x = new Map(boxes.map(([, title, left]) => [title, Number(left)]));
    for (const { from, to } of arrows) expect(x.get(from.title)).toBeLessThan(x.get(to.title) ?? 0);
    expect(new Set(boxes.map(([, , left, top]) => `${left} ${top}`)).size).toBe(boxes.length);
  });

  it("leads an arrow past a column below the boxes, and tips of one box apart", () => {
    const [low, mid, high] = ["algebra-1", "algebra-2", "precalculus"].map((id) => district.courseById.get(id));
    if (low === undefined || mid === undefined || high === undefined) throw new Error("no course");
    const by = ["x"];
    const svg = sequenceSvg([
      { from: mid, to: low, by },
      { from: high, to: mid, by },
      { from: high, to: low, by },
    ]);
    const bottom = Math.max(...[...svg.matchAll(/<rect x="\d+" y="(\d+)"/g)].map(([, top]) => Number(top) + 40));
    const paths = [...svg.matchAll(/<path class="arrow" d="([^"]+)"/g)].map(([, path = ""]) => path);
    const past = paths.filter((path) => path.includes("H"));
    expect(past).toHaveLength(1);
    expect(Number(past[0]?.match(/ ([\d.]+)H/)?.[1])).toBeGreaterThan(bottom);
    expect(new Set(paths.map((path) => path.split(" ").slice(-2).join(" "))).size).toBe(3);
  });

  it("ends where courses complete each other in a circle", () => {
    const [first] = arrows;
    if (first === undefined) throw new Error("no arrow");
    const circle = [first, { from: first.to, to: first.from, by: ["back"] }];
    expect(sequenceSvg(circle).match(/<path class="arrow"/g)).toHaveLength(2);
    expect(sequenceSvg([])).toBe("");
  });
});
