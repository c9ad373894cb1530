import { defineRule } from "./rule.js";

export const fileEmpty = defineRule<"file", null>({
  code: "file-empty",
  scope: "file",
  severity: "error",
  stops: true,
  title: "The file is empty.",
  why: "An export that was cut off looks like this, and what is missing from it would be taken for never earned.",
  remedy: "Export again, and see that the file is not empty.",
  cites: ["LAYOUT"],
  check(file, _context, hit) {
    const isEmpty = file.bytes === 0 || (file.layout === null && file.header === null && file.notText === null);
    if (isEmpty) hit({ facts: null, cause: "empty file" });
  },
  say() {
    return "There is nothing in this file.";
  },
});
