import type { RunResult } from "../result.js";
import { csv } from "./csv.js";
import type { Format, ResultFile } from "./format.js";
import { html } from "./html.js";
import { json } from "./json.js";
import { junit } from "./junit.js";
import { sarif } from "./sarif.js";
import { text } from "./text.js";

/** Every format by the name that `--format` takes. */
export const FORMATS: readonly Format[] = [csv, json, html, sarif, junit, text];

/** The files of the formats named, each once, in the order of `FORMATS`. An unknown name gives nothing: check it first. */
export function resultFiles(result: RunResult, names: readonly string[]): readonly ResultFile[] {
  return FORMATS.filter((format) => names.includes(format.name)).flatMap((format) => format.files(result));
}
