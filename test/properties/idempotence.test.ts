import { expect } from "vitest";
import { district } from "../support/arbitraries.js";
import { always, type Files, filesOf, run } from "./support.js";

function withoutHeader(csv: string): string {
  return csv.replace(/^[^\n]*\n/, "");
}

/** Importing what is ready leaves nothing more to propose, but for students of whom something is held. */
always("the merged export, fed back, proposes nothing more", district(), 100, async (drawn) => {
  const files = filesOf(drawn);
  const first = await run(drawn, files);
  const records = withoutHeader(first.files.get("proposed-records.csv") ?? "");
  const merged: Files = {
    ...files,
    transcripts: files.transcripts.map((file) => ({ ...file, data: file.data + records })),
  };
  const second = await run(drawn, merged);
  const waiting = new Set(first.result.proposals.filter((one) => one.status === "held").map((one) => one.studentId));
  const again = second.result.proposals.filter((one) => one.status === "ready" && !waiting.has(one.studentId));
  expect(again).toEqual([]);
});
