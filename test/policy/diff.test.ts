import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { CompiledPolicy } from "../../src/policy/compiled.js";
import { diffOutcomes, diffPolicies } from "../../src/policy/diff.js";
import { diffJson, diffText } from "../../src/policy/diffFormats.js";
import { runExamples } from "../../src/policy/examples.js";
import { loadPolicy } from "../../src/policy/load.js";
import { edited, POLICY_TEXT } from "./fixture.js";

function compiled(text: string): CompiledPolicy {
  const bytes = new TextEncoder().encode(text);
  const { policy, findings } = loadPolicy({ name: "policy.json", bytes, sha256: "0".repeat(64) }, "2025-06-20");
  if (policy === null) throw new Error(findings.map((finding) => finding.message).join("\n"));
  return policy;
}

const changesOf = (...edits: readonly (readonly [string, string])[]) =>
  diffPolicies(compiled(POLICY_TEXT), compiled(edited(...edits))).map(({ what, thing, key, before, after }) =>
    [what, thing, key, before, after].join(" | "),
  );

describe("two policies", () => {
  it("are the same where only comments, spaces and defaults written out differ", () => {
    expect(changesOf(["// Comments and trailing commas are allowed.", ""])).toEqual([]);
    expect(changesOf(['"cadr": false, "cte": false, ', ""])).toEqual([]);
    expect(
      changesOf(['"record": { "designations": ["N"] },', '"record":   { "designations": ["N"] }, "allowCte": false,']),
    ).toEqual([]);
    expect(diffText({ before: "a", after: "b", changes: [], outcomes: null }, (_, text) => text)).toBe(
      "From a to b\nThe two policies say the same.\n",
    );
  });

  it.each([
    ["a mark", '"minMark": "C" }', '"minMark": "B" }', 'changed | pathway next-algebra | evidence.minMark | "C" | "B"'],
    [
      "credits",
      '"level": "3" } }, "upTo": 2.0',
      '"level": "3" } }, "upTo": 1.5',
      "changed | pathway state-math | tiers[2].upTo | 2 | 1.5",
    ],
    ["a measure", '"max": 3000', '"max": 3000.5', "changed | test STATE-MATH | scales.score.max | 3000 | 3000.5"],
    ["a table", '"4": 2700', '"4": 2701', "changed | test STATE-MATH | cuts[1].at.4 | 2700 | 2701"],
    [
      "a whole number",
      '"withinMonths": 36',
      '"withinMonths": 12',
      "changed | pathway next-algebra | attempt.withinMonths | 36 | 12",
    ],
    [
      "a key more",
      '"withinMonths": 36',
      '"withinMonths": 36, "regularYear": true',
      "added | pathway next-algebra | attempt.regularYear |  | true",
    ],
    ["a key less", '"onRequest": true,', "", "removed | pathway language | onRequest | true | "],
    ["a list", '"credit": ["P", "S"]', '"credit": ["P"]', 'changed | marks | credit | ["P", "S"] | ["P"]'],
    [
      "the order of a list",
      '"ranked": ["A", "B", "C", "D"]',
      '"ranked": ["B", "A", "C", "D"]',
      'changed | marks | ranked | ["A", "B", "C", "D"] | ["B", "A", "C", "D"]',
    ],
    [
      "a course",
      '"title": "Geometry"',
      '"title": "Geometry A"',
      'changed | course geometry | title | "Geometry" | "Geometry A"',
    ],
    [
      "a cap",
      '"subject": "world-language", "upTo": 4.0',
      '"subject": "world-language", "upTo": 3',
      "changed | cap language-life | upTo | 4 | 3",
    ],
    [
      "a set",
      '"integrated-1"], "credits": 1.0',
      '"integrated-1"], "credits": 1.5',
      "changed | same learning algebra-1, integrated-1 | credits | 1 | 1.5",
    ],
    [
      "a document",
      '"adopted": "2023-05-16"',
      '"adopted": "2023-05-17"',
      'changed | document 2409P | adopted | "2023-05-16" | "2023-05-17"',
    ],
    ["the calendar", '"ends": "08-10"', '"ends": "08-11"', 'changed | calendar | terms[4].ends | "08-10" | "08-11"'],
    ["the district", '"code": "31999"', '"code": "31998"', 'changed | district | code | "31999" | "31998"'],
    [
      "a cell of an example",
      '"credits_earned": 0 }',
      '"credits_earned": 0.5 }',
      "changed | example A C in Algebra 2 | transcript[1].credits_earned | 0 | 0.5",
    ],
    [
      "an object that holds nothing",
      '"record": { "designations": ["N"] }',
      '"record": { "designations": ["N"], "columns": {} }',
      "added | pathway language | record.columns |  | {}",
    ],
    [
      "what an example expects",
      '"part": "A", "credits": 0.5, "mark"',
      '"part": "A", "credits": 1, "mark"',
      "changed | example A C in Algebra 2 | expect.proposals[1].credits | 0.5 | 1",
    ],
  ])("differ in %s", (_, from, to, change) => {
    expect(changesOf([from, to])).toEqual([change]);
  });

  it("show what came and went whole, with all that it says", () => {
    const changes = changesOf([
      '{ "id": "language-life", "subject": "world-language", "upTo": 4.0 }',
      '{ "id": "life", "subject": "world-language", "upTo": 4.0 }',
    ]);
    expect(changes).toEqual([
      'removed | cap language-life |  | { "id": "language-life", "subject": "world-language", "upTo": 4 } | ',
      'added | cap life |  |  | { "id": "life", "subject": "world-language", "upTo": 4 }',
    ]);
  });

  it("differ where the order of pathways does, which is their priority", () => {
    const { source, ...rest } = compiled(POLICY_TEXT);
    const [first, second, third] = source.pathways;
    if (first === undefined || second === undefined || third === undefined) throw new Error("three pathways");
    const turned = { ...rest, source: { ...source, pathways: [second, third, first] } };
    expect(diffPolicies({ ...rest, source }, turned)).toEqual([
      {
        what: "moved",
        thing: "pathway next-algebra",
        title: "Algebra 2 completes Algebra 1",
        key: "",
        before: "place 1",
        after: "place 3",
      },
    ]);
    const back = { ...rest, source: { ...source, pathways: [third, first, second] } };
    expect(diffPolicies({ ...rest, source }, back)).toMatchObject([
      { what: "moved", thing: "pathway language", before: "place 3", after: "place 1" },
    ]);
    const courses = { ...rest, source: { ...source, courses: source.courses.toReversed() } };
    expect(diffPolicies({ ...rest, source }, courses)).toEqual([]);
  });
});

describe("a change in words", () => {
  it.each([
    [
      { what: "moved", key: "", before: "place 1", after: "place 3" },
      "moved in the order of priority: place 1, is now place 3",
    ],
    [{ what: "added", key: "", before: "", after: "{}" }, "added: {}"],
    [{ what: "removed", key: "", before: "{}", after: "" }, "removed: {}"],
    [{ what: "added", key: "award.upTo", before: "", after: "1" }, "award.upTo: was not there, is 1"],
    [{ what: "removed", key: "award.upTo", before: "1", after: "" }, "award.upTo: was 1, is no more"],
    [{ what: "changed", key: "award.upTo", before: "1", after: "2" }, "award.upTo: was 1, is 2"],
  ] as const)("%j", (change, says) => {
    const changes = [{ thing: "pathway a", title: "", ...change }];
    const text = diffText({ before: "a", after: "b", changes, outcomes: null }, (_, shown) => shown);
    expect(text).toBe(`From a to b\n\npathway a\n  ${says}\n`);
  });
});

describe("what two policies come to", () => {
  const starter = readFileSync(new URL("../../samples/starter/policy.jsonc", import.meta.url), "utf8");

  async function outcomesOf(text: string) {
    const policy = compiled(text);
    const outcomes = await runExamples(policy, { name: "p", bytes: 0, sha256: "0".repeat(64), findings: [] });
    return {
      proposals: outcomes.flatMap((outcome) => outcome.proposals),
      refusals: outcomes.flatMap((outcome) => outcome.refusals),
    };
  }

  it("is compared student by student, with the reason", async () => {
    const before = await outcomesOf(starter);
    const after = await outcomesOf(starter.replace('"minMark": "C" }', '"minMark": "B" }'));
    const diff = diffOutcomes(before, after);
    expect(diff.reasons).toEqual([]);
    expect(diff.changes).toMatchObject([
      { studentId: "E1", pathway: "next-algebra-1", creditsBefore: 500, creditsAfter: 0 },
    ]);
    expect(diff.changes[0]?.before).toContain("algebra-1 S2, credits 0.5, mark C, ready");
    expect(diff.changes[0]?.after).toContain("refused, evidence-not-met");
    expect(diffOutcomes(before, before)).toEqual({ changes: [], reasons: [] });
  });

  it("says of a pathway that only one policy considers that the other does not", async () => {
    const before = await outcomesOf(starter);
    const [first] = before.proposals;
    if (first === undefined) throw new Error("a proposal");
    const one = { proposals: [first], refusals: [] };
    const none = { proposals: [], refusals: [] };
    expect(diffOutcomes(one, none).changes).toMatchObject([{ after: "not considered", creditsAfter: 0 }]);
    expect(diffOutcomes(none, one).changes).toMatchObject([{ before: "not considered", creditsBefore: 0 }]);
  });

  it("has every field of a record in words, and none that is empty", async () => {
    const [first] = (await outcomesOf(starter)).proposals;
    if (first === undefined) throw new Error("a proposal");
    const full = {
      ...first,
      designations: "Z",
      term: "S1",
      gpa: "counts",
      schoolCode: "3456",
      columns: { note: "x" },
    } as const;
    const bare = { ...first, designations: "", term: "", gpa: "", schoolCode: "", columns: {} } as const;
    const [change] = diffOutcomes({ proposals: [full], refusals: [] }, { proposals: [bare], refusals: [] }).changes;
    expect(change?.before).toContain('school 3456, term S1, grade point average counts, note "x")');
    expect(change?.after).toContain("(no designation, code");
    expect(change?.after).toMatch(/no school\)$/);
  });

  it("tells another reason for a refusal from another outcome", async () => {
    const { refusals } = await outcomesOf(starter);
    const [refusal] = refusals;
    if (refusal === undefined) throw new Error("a refusal");
    const was = { proposals: [], refusals: [{ ...refusal, reason: "evidence-not-met", note: "" }] };
    const is = { proposals: [], refusals: [{ ...refusal, reason: "cap-reached", note: "1 of 1 used" }] };
    const diff = diffOutcomes(was, is);
    expect(diff).toMatchObject({
      changes: [],
      reasons: [{ before: "refused, evidence-not-met", after: "refused, cap-reached (1 of 1 used)" }],
    });
    const outcomes = { ...diff, awardDate: "2025-06-20", students: 1 };
    const text = diffText({ before: "a", after: "b", changes: [], outcomes }, (_, shown) => shown);
    expect(text).toContain("(1 student, award date 2025-06-20) nobody's proposals change.");
    expect(text).toContain("Refused before and after, now for another reason:\n  ");
  });

  it("tells a change of what would be imported from no change", async () => {
    const before = await outcomesOf(starter);
    const after = await outcomesOf(starter.replace("{courseId}T", "{courseId}M"));
    const [change] = diffOutcomes(before, after).changes;
    expect(change?.before).toContain("code MAT101T");
    expect(change?.after).toContain("code MAT101M");
  });

  it("is shown with a count and as JSON", async () => {
    const before = await outcomesOf(starter);
    const after = await outcomesOf(starter.replace('"minMark": "C" }', '"minMark": "B" }'));
    const outcomes = { ...diffOutcomes(before, after), awardDate: "2025-06-20", students: 3 };
    const diffed = { before: "a", after: "b", changes: [], outcomes };
    const text = diffText(diffed, (_, shown) => shown);
    expect(text).toContain("the proposals of 1 student change, from 0.5 to 0 credits:");
    expect(text).toContain("E1, next-algebra-1");
    expect(JSON.parse(diffJson(diffed))).toMatchObject({
      outcomes: { students: 3, changes: [{ student_id: "E1", credits_before: 0.5, credits_after: 0 }] },
    });
  });
});
