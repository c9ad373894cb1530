import { entryOf, itemAt } from "../at.js";
import { policyJsonSchema } from "./jsonSchema.js";

/** As much of a JSON Schema as the policy's uses. */
interface Node {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly default?: unknown;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Node | boolean;
  readonly items?: Node;
  readonly anyOf?: readonly Node[];
  readonly allOf?: readonly Node[];
  readonly oneOf?: readonly Node[];
  readonly $ref?: string;
  readonly definitions?: Readonly<Record<string, Node>>;
}

/** A part of the reference: an object of the format, or one of the shapes that a value can have. */
interface Section {
  readonly path: string;
  readonly shape: string;
  readonly node: Node;
  readonly properties: Readonly<Record<string, Node>>;
}

const HEAD = `<!-- Made by \`npm run docs\` from tutorial.md and the schema; do not edit it here. -->
`;

const REFERENCE_HEAD = `## Reference

Every key of the format, made from the schema that checks a policy. Keys in **bold** must be there. A path says where a
key stands: \`courses[].parts[]\` is an entry of \`parts\` of an entry of \`courses\`. Unknown keys are errors. Credits are
numbers with at most three decimals, measures with at most six; both are kept exactly.
`;

/**
 * The page about the policy format: the tutorial, then a reference of every key.
 *
 * @param tutorial Markdown, beginning with the page's title
 */
export function policyReadme(tutorial: string): string {
  return `${HEAD}\n${tutorial.trimEnd()}\n\n${REFERENCE_HEAD}\n${sectionsText()}`;
}

function sectionsText(): string {
  const root: Node = policyJsonSchema();
  const sections = [...sectionsOf(root, "", "")];
  for (const [name, node] of Object.entries(root.definitions ?? {})) sections.push(...sectionsOf(node, name, ""));
  return sections.map(sectionText).join("\n");
}

/** The object itself, then all that stand within it, in the order of the format. A reference is its own section's. */
function sectionsOf(node: Node, path: string, shape: string): readonly Section[] {
  if (node.anyOf !== undefined && node.properties === undefined) {
    const shapes = node.anyOf.filter((each) => each.properties !== undefined || each.items !== undefined);
    return shapes.flatMap((each) => sectionsOf(each, path, shapes.length > 1 ? shapeName(each) : shape));
  }
  if (node.items !== undefined) return sectionsOf(node.items, `${path}[]`, shape);
  if (typeof node.additionalProperties === "object" && node.properties === undefined) {
    return sectionsOf(node.additionalProperties, `${path}.*`, shape);
  }
  if (node.properties === undefined) return [];
  const { properties } = node;
  const sections: Section[] = [{ path, shape, node, properties }];
  for (const [key, child] of Object.entries(properties)) {
    sections.push(...sectionsOf(child, path === "" ? key : `${path}.${key}`, ""));
  }
  return sections;
}

/** Shapes are told apart by their first key. */
function shapeName(node: Node): string {
  return Object.keys(node.properties ?? {})[0] ?? "";
}

function sectionText({ path, shape, node, properties }: Section): string {
  const name = path === "" ? "The file" : `\`${path}\``;
  const lines = [`### ${name}${shape === "" ? "" : ` with \`${shape}\``}`, ""];
  if (node.description !== undefined) lines.push(node.description, "");
  lines.push(...choiceLines(node));
  const rows = [["key", "meaning", "value", "default"]];
  for (const [key, child] of Object.entries(properties)) {
    const label = node.required?.includes(key) ? `**\`${key}\`**` : `\`${key}\``;
    const meaning = child.description ?? node.description ?? "";
    rows.push([label, cell(meaning), cell(valueWords(child)), defaultWords(child)]);
  }
  lines.push(...tableLines(rows), "");
  return lines.join("\n");
}

/** Columns of one width each, as the formatter of this project leaves them. */
function tableLines(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = [0, 1, 2, 3].map((column) => Math.max(3, ...rows.map((row) => itemAt(row, column).length)));
  const line = (cells: readonly string[]): string =>
    `| ${widths.map((width, column) => itemAt(cells, column).padEnd(width)).join(" | ")} |`;
  const [head = [], ...body] = rows;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...body.map(line)];
}

/** Keys of which one must be there, where the schema says so. */
function choiceLines({ anyOf, oneOf }: Node): readonly string[] {
  const keys = (anyOf ?? oneOf ?? []).flatMap((each) => each.required ?? []).map((key) => `\`${key}\``);
  if (keys.length === 0) return [];
  return [`${oneOf === undefined ? "At least" : "Exactly"} one of ${keys.join(" and ")} must be there.`, ""];
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replace(/\s+/g, " ");
}

function defaultWords(node: Node): string {
  return node.default === undefined ? "" : `\`${JSON.stringify(node.default)}\``;
}

/** What may stand there, in words. */
function valueWords(node: Node): string {
  const ref = node.$ref ?? node.allOf?.[0]?.$ref;
  if (ref !== undefined) {
    const name = ref.slice(ref.lastIndexOf("/") + 1);
    return `[${name}](#${name}-with-course)`;
  }
  if (node.const !== undefined) return `\`${JSON.stringify(node.const)}\``;
  if (node.enum !== undefined) return node.enum.map((value) => `\`${JSON.stringify(value)}\``).join(", ");
  if (node.anyOf !== undefined) return [...new Set(node.anyOf.map(valueWords))].join("; or ");
  if (node.items !== undefined) return `list of ${valueWords(node.items).replace(/^object/, "objects")}`;
  if (node.properties !== undefined) {
    const keys = Object.keys(node.properties).map((key) => `\`${key}\``);
    return keys.length > 4 ? "object, below" : `object with ${keys.join(", ")}`;
  }
  if (typeof node.additionalProperties === "object")
    return `object; each value: ${valueWords(node.additionalProperties)}`;
  if (node.format === "date") return "date, `YYYY-MM-DD`";
  return [node.type]
    .flat()
    .map((type) => entryOf(TYPES, type))
    .join("; or ");
}

const TYPES: ReadonlyMap<string | undefined, string> = new Map([
  ["string", "text"],
  ["number", "number"],
  ["integer", "whole number"],
  ["boolean", "`true` or `false`"],
  ["null", "`null`"],
]);
