import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { formatCredit } from "../../src/credit.js";
import type { Proposal, Refusal, Step } from "../../src/model.js";
import { decideCase } from "../support/decideCase.js";
import { WORD_CASES } from "./wordCases.js";

const FILE = fileURLToPath(new URL("../golden/words.json", import.meta.url));
const isUpdate = process.env.UPDATE === "1";

function stepLine({ check, outcome, says, leaves }: Step): string {
  return `  ${check}, ${outcome}, leaves ${formatCredit(leaves)}: ${says}`;
}

/** Steps that passed without a word are left out. */
function said(steps: readonly Step[]): readonly string[] {
  return steps.filter(({ outcome, says }) => outcome !== "held" || says !== "").map(stepLine);
}

function ofProposal(proposal: Proposal): readonly string[] {
  const { pathway, course, part, status, credits, waived, mark, designations, term, courseId, note, missing } =
    proposal;
  const head = [
    pathway,
    course,
    part,
    status,
    formatCredit(credits),
    formatCredit(waived),
    mark,
    designations,
    term,
    courseId,
  ];
  return [
    head.join(" | "),
    `  to: grade ${proposal.gradeLevel}, class ${proposal.classOf}, GPA ${proposal.gpa}`,
    `  as: ${proposal.schoolCode} | ${proposal.courseTitle} | ${proposal.stateCourseCode} | ${proposal.contentArea} | ${proposal.cte} | ${proposal.id}`,
    `  note: ${note}; tier ${proposal.tier}; missing ${missing.join(", ")}`,
    ...proposal.evidence.map(({ says, line }) => `  evidence: ${says} (line ${line})`),
    ...(proposal.recovers === null ? [] : [`  recovers: ${proposal.recovers.says}`]),
    ...proposal.approvals.map(({ role, by, on }) => `  approval: ${role} ${by} ${on}`),
    ...said(proposal.steps),
  ];
}

function ofRefusal(refusal: Refusal): readonly string[] {
  const { pathway, course, part, reason, allReasons, note } = refusal;
  return [
    [pathway, course, part, reason, allReasons.join(";"), note].join(" | "),
    ...refusal.evidence.map(({ says, line }) => `  evidence: ${says} (line ${line})`),
    ...refusal.doubtful.map(({ says, line }) => `  doubtful: ${says} (line ${line})`),
    ...refusal.waits.map((wait) => `  waits: ${formatCredit(wait.credits)} of ${wait.course} ${wait.part}`),
    ...said(refusal.steps),
  ];
}

function wordsOf(input: (typeof WORD_CASES)[number][1]): readonly string[] {
  const { proposals, refusals } = decideCase(input).decision;
  return [...proposals.flatMap(ofProposal), ...refusals.flatMap(ofRefusal)];
}

if (isUpdate) {
  const all = Object.fromEntries(WORD_CASES.map(([name, input]) => [name, wordsOf(input)]));
  writeFileSync(FILE, `${JSON.stringify(all, null, 2)}\n`);
}

describe("what people are told", () => {
  const kept = existsSync(FILE) ? JSON.parse(readFileSync(FILE, "utf8")) : {};

  it.each(WORD_CASES)("%s", (name, input) => {
    expect(wordsOf(input), "UPDATE=1 rewrites test/golden/words.json").toEqual(kept[name]);
  });

  it("of each case once", () => {
    expect(Object.keys(kept)).toEqual(WORD_CASES.map(([name]) => name));
  });
});
