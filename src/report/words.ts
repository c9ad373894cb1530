/** Small helpers of wording, shared by everything that people read. They never depend on the machine's language. */

/** `3000` as `3,000`. */
export function count(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** `1 row`, `3,000 rows`. */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${count(n)} ${n === 1 ? one : many}`;
}

/** `a.csv line 4,211`; the file alone where no line can be named; empty where there is neither. */
export function placeOf(at: { readonly file: string; readonly line: number }): string {
  if (at.line <= 0) return at.file;
  return `${at.file} line ${count(at.line)}`;
}

/** What could steer a terminal or turn the order of what is shown: control characters and marks of direction. */
const STEERS = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Most texts have nothing in them that `plain` would change. */
const NOT_PLAIN = new RegExp(`\\s\\s|[^\\S ]|${STEERS.source}`);

/** The text on one line, and with nothing in it that could steer a terminal: cells of a file may hold anything. */
export function plain(text: string): string {
  if (!NOT_PLAIN.test(text)) return text;
  return text.replace(/\s+/g, " ").replace(STEERS, "?");
}

/** The text as it is, spaces and all, but with nothing in it that could steer a terminal. */
export function unsteered(text: string): string {
  return text.replace(STEERS, "?");
}

/** No id, code or value that a person gave is longer; one that is would sweep all else off the screen. In characters. */
const LONGEST_WORD = 200;
const SHOWN_OF_IT = 60;
const LONG_WORDS = new RegExp(`\\S{${LONGEST_WORD + 1},}`, "gu");

/** The text, but that words of more than 200 characters break off and say how long they are. */
export function brief(text: string): string {
  if (text.length <= LONGEST_WORD) return text;
  return text.replace(LONG_WORDS, (word) => {
    // What stands behind a name, such as a colon, is no part of it.
    const name = word.replace(/[:,;."')\]]*$/u, "");
    return `${name.slice(0, SHOWN_OF_IT)}… (${count(name.length)} characters)${word.slice(name.length)}`;
  });
}

const STEERS_OR_COLOURS = new RegExp(`\\u001b\\[\\d{1,3}m|${STEERS.source}`, "g");

/** Text of several lines in which line ends and tabs stay, and with `colours` what sets one. */
export function unsteeredLines(text: string, colours: boolean): string {
  return text.replace(STEERS_OR_COLOURS, (sign) => {
    if (sign === "\n" || sign === "\t") return sign;
    return sign.length > 1 && colours ? sign : unsteered(sign);
  });
}

/** JSON text of the very same value, with nothing in it that could steer a terminal: only texts can hold such signs. */
export function unsteeredJson(text: string): string {
  return text.replace(STEERS, (sign) =>
    sign === "\n" ? sign : `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** Breaks a text at spaces so that no line is wider than `width`; a single longer word stays whole. */
export function wrap(text: string, indent: string, hanging: string = indent, width = 100): string[] {
  const lines: string[] = [];
  let line = "";
  let lead = indent;
  for (const word of text.split(" ")) {
    if (line !== "" && lead.length + line.length + 1 + word.length > width) {
      lines.push(lead + line);
      line = word;
      lead = hanging;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  lines.push(lead + line);
  return lines;
}
