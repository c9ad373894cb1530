import { defineRule } from "./rule.js";

export const fileNoRows = defineRule<"file", null>({
  code: "file-no-rows",
  scope: "file",
  severity: "warning",
  title: "The file has a header and no rows.",
  why: "An export that found no students looks like this, and what is missing from it is taken for never earned.",
  remedy: "If there should be rows, check the selection in your student system and export again.",
  cites: ["LAYOUT"],
  check(file, _context, hit) {
    if (file.layout === null || file.rows > 0) return;
    if (file.broken.some((line) => line.fault !== "not-a-record")) return;
    hit({ facts: null, cause: "no rows" });
  },
  say() {
    return "This file has a header row and nothing below it.";
  },
});
