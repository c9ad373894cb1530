import type { Node, ParseError, ParseOptions } from "jsonc-parser";
import { createScanner, parseTree } from "jsonc-parser";
import { entryOf, itemAt } from "../at.js";

/** Keys and list positions that lead from the top of the file to a value. */
export type Path = readonly (string | number)[];

/** A path as a schema tells it. */
export function pathOf(steps: readonly PropertyKey[]): Path {
  return steps.map((step) => (typeof step === "number" ? step : String(step)));
}

/** A place in the file; both count from 1. */
interface Position {
  readonly line: number;
  readonly column: number;
}

export interface JsonProblem extends Position {
  readonly what: "syntax" | "duplicate" | "number";
  readonly path: Path;
  readonly message: string;
  readonly value: string;
}

/** A file as read: its plain value, and where each part of it stands. */
export interface JsonFile {
  /** Undefined where the text is no JSON. */
  readonly value: unknown;
  readonly problems: readonly JsonProblem[];
  /** Where the value at a path begins; the nearest enclosing value where nothing stands there. */
  readonly valueAt: (path: Path) => Position;
  /** Where the key that a path ends in begins; the value's place for a list entry. */
  readonly keyAt: (path: Path) => Position;
}

const OPTIONS: ParseOptions = { allowTrailingComma: true, disallowComments: false, allowEmptyContent: false };

/** Deeper nesting than any policy has would only exhaust the stack. */
export const DEEPEST = 100;

/** The parser's error codes in plain words (the numbers are its public `ParseErrorCode`). */
const SYNTAX: Readonly<Record<number, string>> = {
  1: "something stands here that is neither text in double quotes, a number, true, false, null, a list nor an object",
  2: "this number is not written as JSON wants it",
  3: 'a key in double quotes is expected here, such as "title"',
  4: "a value is expected here",
  5: 'a colon ":" is missing between the key and its value',
  6: 'a comma "," is missing before this',
  7: 'a closing brace "}" is missing',
  8: 'a closing bracket "]" is missing',
  9: "the file goes on after its end",
  11: "a comment that begins here is never closed",
  12: 'text that begins here is never closed with a double quote (")',
  13: "this number breaks off",
  14: "this \\u code in a text is not four hexadecimal digits",
  15: "a backslash in a text is followed by a letter that means nothing; write two backslashes for one",
  16: "a character stands here that a text may not hold as it is, such as a tab or a line break",
};

/** Reads JSON with comments and trailing commas, and remembers where everything stands. Never throws. */
export function readJson(text: string): JsonFile {
  const place = positions(text);
  const nowhere = { value: undefined, valueAt: () => place(0), keyAt: () => place(0) };
  const deep = tooDeep(text);
  if (deep !== null) {
    const message = `lists and objects are nested more than ${DEEPEST} deep here`;
    return { ...nowhere, problems: [{ what: "syntax", path: [], message, value: "", ...place(deep) }] };
  }
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, OPTIONS);
  if (errors.length > 0 || tree === undefined) return { ...nowhere, problems: syntaxProblems(text, errors, place) };

  const problems: JsonProblem[] = [];
  const values = new Map<string, number>();
  const keys = new Map<string, number>();
  const value = plain(tree, [], { text, place, problems, values, keys });
  return {
    value,
    problems,
    valueAt: (path) => place(nearest(values, path)),
    keyAt: (path) => place(keys.get(pointerOf(path)) ?? nearest(values, path)),
  };
}

/** RFC 6901. */
export function pointerOf(path: Path): string {
  return path.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

function nearest(values: ReadonlyMap<string, number>, path: Path): number {
  for (let length = path.length; length > 0; length--) {
    const offset = values.get(pointerOf(path.slice(0, length)));
    if (offset !== undefined) return offset;
  }
  return entryOf(values, "");
}

/** The scanner's tokens (the numbers are its public `SyntaxKind`, which can't be imported as values). */
const OPEN: readonly number[] = [1, 3];
const CLOSE: readonly number[] = [2, 4];
const END: number = 17;

/** Where JSON text first goes deeper than `DEEPEST`; null: nowhere. Any parser that calls itself may be given it then. */
export function tooDeep(text: string): number | null {
  const scanner = createScanner(text, true);
  let depth = 0;
  for (let token: number = scanner.scan(); token !== END; token = scanner.scan()) {
    if (OPEN.includes(token)) depth++;
    if (CLOSE.includes(token)) depth--;
    if (depth > DEEPEST) return scanner.getTokenOffset();
  }
  return null;
}

const NO_SYMBOL: number = 1;
const NO_VALUE: number = 4;

/** One error a line: what follows on the same line is mostly the parser finding its feet again. */
function syntaxProblems(
  text: string,
  errors: readonly ParseError[],
  place: (offset: number) => Position,
): readonly JsonProblem[] {
  const problems: JsonProblem[] = [];
  for (const [index, error] of errors.entries()) {
    // A symbol that is none is also no value: the parser says so twice.
    if (error.error === NO_VALUE && errors[index - 1]?.error === NO_SYMBOL) continue;
    const position = place(error.offset);
    if (problems.some((problem) => problem.line === position.line)) continue;
    const message = SYNTAX[error.error] ?? "this is not JSON";
    const value = text.slice(error.offset, error.offset + error.length).split(/[\r\n]/)[0] as string;
    problems.push({ what: "syntax", path: [], message, value, ...position });
  }
  return problems;
}

interface Walk {
  readonly text: string;
  readonly place: (offset: number) => Position;
  readonly problems: JsonProblem[];
  readonly values: Map<string, number>;
  readonly keys: Map<string, number>;
}

function plain(node: Node, path: Path, walk: Walk): unknown {
  walk.values.set(pointerOf(path), node.offset);
  const { type, children } = node;
  if (children === undefined) {
    if (type === "number") checkDigits(node, path, walk);
    return node.value;
  }
  if (type === "object") return plainObject(children, path, walk);
  return children.map((child, index) => plain(child, [...path, index], walk));
}

/** Of a key that stands twice the last value is kept, as every JSON reader does; the problem says so. */
function plainObject(properties: readonly Node[], path: Path, walk: Walk): unknown {
  const entries = new Map<string, unknown>();
  const firstAt = new Map<string, number>();
  for (const { children } of properties) {
    if (children === undefined) continue;
    const key = itemAt(children, 0);
    const child = itemAt(children, 1);
    const name = String(key.value);
    const childPath = [...path, name];
    const first = firstAt.get(name);
    if (first === undefined) {
      firstAt.set(name, key.offset);
    } else {
      const at = walk.place(first);
      const message = `"${name}" stands here a second time; the first is on line ${at.line}, column ${at.column}`;
      walk.problems.push({ what: "duplicate", path: childPath, message, value: name, ...walk.place(key.offset) });
    }
    walk.keys.set(pointerOf(childPath), key.offset);
    entries.set(name, plain(child, childPath, walk));
  }
  return Object.fromEntries(entries);
}

/** A number with more digits than a double holds would be another number once read. */
function checkDigits(node: Node, path: Path, walk: Walk): void {
  const written = walk.text.slice(node.offset, node.offset + node.length);
  const digits = written
    .replace(/[eE].*$/, "")
    .replace(/^-?0*\.?0*/, "")
    .replace(/(\.\d*?)0+$/, "$1")
    .replace(".", "");
  if (digits.length <= 15) return;
  const message = `${written} has more digits than can be kept exactly`;
  walk.problems.push({ what: "number", path, message, value: written, ...walk.place(node.offset) });
}

/** Line and column of an offset. `\r\n`, `\n` and `\r` each end a line. */
function positions(text: string): (offset: number) => Position {
  const starts = [0];
  for (let index = 0; index < text.length; index++) {
    const char = text[index];
    if (char === "\n" || (char === "\r" && text[index + 1] !== "\n")) starts.push(index + 1);
  }
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (itemAt(starts, middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - itemAt(starts, low) + 1 };
  };
}
