import {
  findNodeAtLocation,
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from "jsonc-parser";
import type { z } from "zod";
import type { Problem } from "../errors.js";
import { DEEPEST, tooDeep } from "../policy/json.js";
import { didYouMean } from "./nearest.js";
import { CONFIG_KEYS, type Config, configSchema } from "./schema.js";

/** `line:column`, both from 1, of an offset. */
function placeOf(text: string, offset: number): string {
  const before = text.slice(0, offset);
  return `${before.split("\n").length}:${offset - before.lastIndexOf("\n")}`;
}

const KINDS: ReadonlyMap<string, string> = new Map([
  ["object", "{ ... }"],
  ["record", "{ ... }"],
  ["boolean", "true or false"],
  ["string", "text in quotes"],
  ["int", "a whole number"],
  ["number", "a whole number"],
]);

function issueProblems(issue: z.core.$ZodIssue, text: string, root: Node, name: string): Problem[] {
  const path = issue.path.map((step) => (typeof step === "number" ? step : String(step)));
  const node = findNodeAtLocation(root, path) ?? root;
  if (issue.code === "unrecognized_keys") {
    const problems: Problem[] = [];
    for (const key of issue.keys) {
      // A property begins where its key does.
      const at = findNodeAtLocation(node, [key])?.parent ?? node;
      problems.push({
        code: "",
        where: `${name}:${placeOf(text, at.offset)}`,
        message: `"${key}" is no setting.${didYouMean(key, CONFIG_KEYS)} Settings have the long names of the flags.`,
      });
    }
    return problems;
  }
  const what = path.length === 0 ? "the file" : `"${path.join(".")}"`;
  let must = "has a value of the wrong kind; see the flag of that name in zcredit check --help";
  if (issue.code === "invalid_value") must = `must be one of: ${issue.values.map(String).join(", ")}`;
  if (issue.code === "invalid_type") must = `must be ${KINDS.get(issue.expected) ?? issue.expected}`;
  return [{ code: "", where: `${name}:${placeOf(text, node.offset)}`, message: `${what} ${must}.` }];
}

/** Reads the text of a configuration file. All of its problems at once, each with line and column. */
export function loadConfig(
  name: string,
  text: string,
): { readonly config: Config; readonly problems: readonly Problem[] } {
  const deep = tooDeep(text);
  if (deep !== null) {
    const message = `lists and objects are nested more than ${DEEPEST} deep here. Mend the file at this place, or say --no-config.`;
    return { config: {}, problems: [{ code: "", where: `${name}:${placeOf(text, deep)}`, message }] };
  }
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  const [first] = errors;
  if (root === undefined || first !== undefined) {
    const where = `${name}:${placeOf(text, first?.offset ?? 0)}`;
    const why = text.trim() === "" || first === undefined ? "it is empty" : printParseErrorCode(first.error);
    return {
      config: {},
      problems: [{ code: "", where, message: `this is not JSON (${why}). Mend it, or say --no-config.` }],
    };
  }
  const parsed = configSchema.safeParse(getNodeValue(root));
  if (parsed.success) return { config: parsed.data, problems: [] };
  const problems: Problem[] = [];
  for (const issue of parsed.error.issues) problems.push(...issueProblems(issue, text, root, name));
  return { config: {}, problems };
}
