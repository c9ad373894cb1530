import { pageHtml } from "../html/page.js";
import type { Format } from "./format.js";

/** `report.html`: everything for people, in one file that opens anywhere. */
export const html: Format = {
  name: "html",
  files(result) {
    return [{ name: "report.html", pieces: () => pageHtml(result), rows: null }];
  },
};
