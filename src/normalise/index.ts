import type { AnyRow, RawLine, RawRow } from "../model.js";
import type { CompiledPolicy } from "../policy/compiled.js";
import { quietTest } from "../rules/quiet.js";
import { readApproval } from "./approvals.js";
import { scoreReader } from "./scores.js";
import { readStudent } from "./students.js";
import { transcriptReader } from "./transcript.js";

/** Makes the reader of raw rows for one run: a raw row of any kind becomes the typed row of that kind. */
export function rowReader(policy: CompiledPolicy): (raw: RawRow | RawLine) => AnyRow {
  const readTranscript = transcriptReader(policy, quietTest(policy));
  const readScore = scoreReader(policy);
  return (raw) => {
    if ("bytes" in raw) return readTranscript(raw);
    switch (raw.layout.kind) {
      case "transcript":
        return readTranscript(raw);
      case "scores":
        return readScore(raw);
      case "approvals":
        return readApproval(raw);
      case "students":
        return readStudent(raw);
    }
  };
}
