/*
 * What stood on a terminal, as a picture of words: every letter can be read, searched and enlarged.
 */

const LETTER = 8.4;
const LINE = 19;
const EDGE = 18;
const BAR = 30;

/** Colours of the escape codes that zcredit writes, each with a contrast above 7 : 1 on the ground. */
const STYLES: Readonly<Record<string, string>> = {
  "1": 'font-weight="700"',
  "2": 'fill="#a9b4c0"',
  "31": 'fill="#ff9e99"',
  "32": 'fill="#7fdca4"',
  "33": 'fill="#f0c674"',
  "36": 'fill="#8fd6e8"',
};

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

function spansOf(line: string): string {
  const on = new Set<string>();
  let spans = "";
  for (const [, codes, text = ""] of line.matchAll(/(?:\u001b\[([0-9;]*)m)?([^\u001b]*)/g)) {
    for (const code of codes?.split(";") ?? []) {
      if (code === "22") for (const each of ["1", "2"]) on.delete(each);
      else if (code === "39") for (const each of ["31", "32", "33", "36"]) on.delete(each);
      else if (code === "" || code === "0") on.clear();
      else if (Object.hasOwn(STYLES, code)) on.add(code);
      else throw new Error(`no style for the escape code ${code}`);
    }
    const style = [...on].map((code) => STYLES[code]).join(" ");
    if (text !== "") spans += style === "" ? escaped(text) : `<tspan ${style}>${escaped(text)}</tspan>`;
  }
  return spans;
}

/** @param screen lines with the escape codes of colour, as the program wrote them */
export function terminalSvg(screen: string, title: string): string {
  const lines = screen.replace(/\r/g, "").trimEnd().split("\n");
  const longest = Math.max(...lines.map((line) => line.replace(/\u001b\[[0-9;]*m/g, "").length));
  const width = Math.ceil(longest * LETTER + 2 * EDGE);
  const height = BAR + lines.length * LINE + EDGE;
  const rows = lines.map(
    (line, at) => `<text x="${EDGE}" y="${BAR + (at + 1) * LINE - 5}" xml:space="preserve">${spansOf(line)}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(title)}">
<title>${escaped(title)}</title>
<rect width="${width}" height="${height}" rx="8" fill="#14171a"/>
<g fill="#5b6570"><circle cx="20" cy="16" r="5"/><circle cx="38" cy="16" r="5"/><circle cx="56" cy="16" r="5"/></g>
<g fill="#eceff2" font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14">
${rows.join("\n")}
</g>
</svg>
`;
}
