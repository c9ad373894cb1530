import { byText } from "../../report/words.js";
import type { CourseDef } from "../compiled.js";
import { escapeHtml } from "./escape.js";
import type { Arrow } from "./page.js";

const BOX = { width: 172, height: 40 };
const GAP = { x: 74, y: 14 };
const MARGIN = 12;
/** Height of a subject's heading above its courses. */
const HEAD = 30;
/** A title longer than this breaks into two lines. */
const TITLE = 22;

interface Node {
  readonly course: CourseDef;
  readonly x: number;
  readonly y: number;
}

/**
 * The courses that an arrow leaves or reaches, as an inline SVG: one band a subject, one column a step of the
 * sequence, so that arrows run from left (the course that is shown) to right (the one that is credited). Empty where
 * no course is evidence for another. The words of the page say the same, so a reader of the screen misses nothing.
 */
export function sequenceSvg(arrows: readonly Arrow[]): string {
  if (arrows.length === 0) return "";
  const nodes = placed(arrows);
  const all = [...nodes.values()];
  const width = Math.max(...all.map((node) => node.x)) + BOX.width + MARGIN;
  const height = Math.max(...all.map((node) => node.y)) + BOX.height + MARGIN;
  const heads = headings(all).map(
    ({ subject, y }) => `<text class="subject" x="${MARGIN}" y="${y - 10}">${escapeHtml(subject)}</text>`,
  );
  return [
    `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="diagram-title">`,
    '<title id="diagram-title">Courses, and which of them can complete which; the list below says the same in words.</title>',
    '<defs><marker id="tip" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto-start-reverse"><path d="M0 0 10 5 0 10z"/></marker></defs>',
    ...heads,
    ...arrows.map((arrow) => arrowPath(arrow, nodes)),
    ...all.map(box),
    "</svg>",
  ].join("\n");
}

function arrowPath({ from, to, by }: Arrow, nodes: ReadonlyMap<CourseDef, Node>): string {
  const a = nodes.get(from);
  const b = nodes.get(to);
  if (a === undefined || b === undefined) return "";
  const says = escapeHtml(`${from.title} can complete ${to.title}: ${by.join(", ")}`);
  const y1 = a.y + BOX.height / 2;
  const y2 = b.y + BOX.height / 2;
  const x1 = a.x + BOX.width;
  const x2 = b.x;
  // Back to an earlier column or within one: around below, so that the line does not run through its own boxes.
  const bend = x2 > x1 ? (x2 - x1) / 2 : GAP.x;
  return `<path class="arrow" d="M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}" marker-end="url(#tip)"><title>${says}</title></path>`;
}

function box({ course, x, y }: Node): string {
  const lines = twoLines(course.title);
  const middle = y + BOX.height / 2 + 4 - (lines.length - 1) * 7;
  const spans = lines.map(
    (line, index) =>
      `<text class="course" x="${x + BOX.width / 2}" y="${middle + index * 15}" text-anchor="middle">${escapeHtml(line)}</text>`,
  );
  return `<g><title>${escapeHtml(course.title)}</title><rect x="${x}" y="${y}" width="${BOX.width}" height="${BOX.height}" rx="6"/>${spans.join("")}</g>`;
}

/** Long titles are cut to two lines here only; the title of the box and the list below have all of it. */
function twoLines(title: string): readonly string[] {
  if (title.length <= TITLE) return [title];
  const at = title.lastIndexOf(" ", TITLE);
  const first = at <= 0 ? title.slice(0, TITLE) : title.slice(0, at);
  const rest = title.slice(first.length).trim();
  return [first, rest.length <= TITLE ? rest : `${rest.slice(0, TITLE - 1)}…`];
}

function placed(arrows: readonly Arrow[]): ReadonlyMap<CourseDef, Node> {
  const courses = [...new Set(arrows.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a.order - b.order);
  const columns = columnsOf(courses, arrows);
  const subjects = [...new Set(courses.map((course) => course.subject))].sort(byText);
  const nodes = new Map<CourseDef, Node>();
  let top = MARGIN + HEAD;
  for (const subject of subjects) {
    const rows = new Map<number, number>();
    const own = courses.filter((course) => course.subject === subject);
    for (const course of own) {
      const column = columns.get(course) ?? 0;
      const row = rows.get(column) ?? 0;
      rows.set(column, row + 1);
      const x = MARGIN + column * (BOX.width + GAP.x);
      nodes.set(course, { course, x, y: top + row * (BOX.height + GAP.y) });
    }
    top += Math.max(...rows.values()) * (BOX.height + GAP.y) + HEAD;
  }
  return nodes;
}

/** A course stands right of every course that can complete it; a circle is cut after as many steps as there are courses. */
function columnsOf(courses: readonly CourseDef[], arrows: readonly Arrow[]): ReadonlyMap<CourseDef, number> {
  const columns = new Map<CourseDef, number>(courses.map((course) => [course, 0]));
  for (let step = 1; step < courses.length; step++) {
    let moved = false;
    for (const { from, to } of arrows) {
      const wanted = (columns.get(from) ?? 0) + 1;
      if ((columns.get(to) ?? 0) >= wanted || wanted >= courses.length) continue;
      columns.set(to, wanted);
      moved = true;
    }
    if (!moved) break;
  }
  const used = [...new Set(columns.values())].sort((a, b) => a - b);
  return new Map([...columns].map(([course, column]) => [course, used.indexOf(column)]));
}

function headings(nodes: readonly Node[]): readonly { readonly subject: string; readonly y: number }[] {
  const tops = new Map<string, number>();
  for (const { course, y } of nodes) tops.set(course.subject, Math.min(tops.get(course.subject) ?? y, y));
  return [...tops].map(([subject, y]) => ({ subject, y }));
}
