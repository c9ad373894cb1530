import fc from "fast-check";
import { expect } from "vitest";
import { named } from "../naive/evidence.js";
import { readRow, targetCourse } from "../naive/rows.js";
import type { Cells, RawPathway, RawPolicy } from "../naive/types.js";
import { trimmed } from "../naive/values.js";
import { district } from "../support/arbitraries.js";
import { always, run } from "./support.js";

const FAULTS: readonly Cells[] = [
  { mark: "?" },
  { school_year: "20223" },
  { term: "S9" },
  { credits_earned: "x" },
  { credits_attempted: "" },
  { grade_level: "tenth" },
  { date_completed: "2023-02-30" },
];

function touched(policy: RawPolicy, course: string): readonly string[] {
  const sets = (policy.sameLearning ?? []).filter((set) => set.courses.includes(course));
  const courses = new Set([course, ...sets.flatMap((set) => set.courses)]);
  const reads = (pathway: RawPathway): readonly string[] => [
    ...pathway.award.courses.map(targetCourse),
    ...named({ all: [...(pathway.tiers ?? []), pathway].flatMap((one) => one.evidence ?? []) }).courses,
    ...(pathway.barredBy?.creditIn ?? []),
    ...(pathway.barredBy?.attemptIn ?? []),
  ];
  return policy.pathways.filter((pathway) => reads(pathway).some((id) => courses.has(id))).map((pathway) => pathway.id);
}

/** A row that cannot be read for certain takes away, and never gives: each pathway that it touches gives nothing. */
always(
  "a doubtful row never raises what a pathway gives that it touches",
  fc.tuple(district(), fc.nat(1000), fc.constantFrom(...FAULTS)),
  70,
  async ([drawn, at, fault]) => {
    fc.pre(drawn.transcript.length > 0);
    const index = at % drawn.transcript.length;
    const sound = drawn.transcript[index] ?? {};
    const transcript = drawn.transcript.map((row, i) => (i === index ? { ...row, ...fault } : row));
    const course = readRow(drawn.policy, drawn.awardDate, sound).course;
    // A grade of blank credits on an ignored mark is no doubt.
    const doubts = readRow(drawn.policy, drawn.awardDate, transcript[index] ?? {}).doubts;
    fc.pre(course !== null && doubts.length > 0);
    const { result } = await run({ ...drawn, transcript });
    const student = trimmed(sound, "student_id");
    const names = touched(drawn.policy, course?.id ?? "");
    expect(result.proposals.filter((one) => one.studentId === student && names.includes(one.pathway))).toEqual([]);
  },
);
