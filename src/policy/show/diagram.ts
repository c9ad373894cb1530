import { entryOf } from "../../at.js";
import { byText } from "../../order.js";
import type { CourseDef } from "../compiled.js";
import { escapeHtml } from "./escape.js";
import type { Arrow } from "./page.js";

const BOX = { width: 172, height: 40 };
const GAP = { x: 74, y: 14 };
const MARGIN = 12;
/** Height of a subject's heading above its courses. */
const HEAD = 30;
/** Between two arrows that run below the same subject. */
const LANE = 12;
/** A title longer than this breaks into two lines. */
const TITLE = 22;

interface Node {
  readonly course: CourseDef;
  readonly x: number;
  readonly y: number;
}

/** Boxes, and how far down each arrow runs that has to pass by other columns. */
interface Plan {
  readonly nodes: ReadonlyMap<CourseDef, Node>;
  readonly lanes: ReadonlyMap<Arrow, number>;
  readonly height: number;
}

/**
 * The courses that an arrow leaves or reaches, as an inline SVG: one band a subject, one column a step of the
 * sequence, so that arrows run from left (the course that is shown) to right (the one that is credited). Empty where
 * no course is evidence for another. The words of the page say the same, so a reader of the screen misses nothing.
 */
export function sequenceSvg(arrows: readonly Arrow[]): string {
  if (arrows.length === 0) return "";
  const plan = placed(arrows);
  const all = [...plan.nodes.values()];
  const width = Math.max(...all.map((node) => node.x)) + BOX.width + MARGIN;
  const { height } = plan;
  const heads = headings(all).map(
    ({ subject, y }) => `<text class="subject" x="${MARGIN}" y="${y - 10}">${escapeHtml(subject)}</text>`,
  );
  return [
    `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="diagram-title">`,
    '<title id="diagram-title">Courses, and which of them can complete which; the list below says the same in words.</title>',
    '<defs><marker id="tip" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="6" markerHeight="6" orient="auto-start-reverse"><path d="M0 0 10 5 0 10z"/></marker></defs>',
    ...heads,
    ...arrows.map((arrow) => arrowPath(arrow, arrows, plan)),
    ...all.map(box),
    "</svg>",
  ].join("\n");
}

function arrowPath(arrow: Arrow, arrows: readonly Arrow[], { nodes, lanes }: Plan): string {
  const { from, to, by } = arrow;
  const a = entryOf(nodes, from);
  const b = entryOf(nodes, to);
  const says = escapeHtml(`${from.title} can complete ${to.title}: ${by.join(", ")}`);
  const x1 = a.x + BOX.width;
  const x2 = b.x;
  const y1 = a.y + BOX.height / 2;
  const y2 = b.y + BOX.height * share(arrow, arrows, nodes, lanes);
  const lane = lanes.get(arrow);
  const path =
    lane === undefined ? `M${x1} ${y1}${bend(x1, y1, x2, y2)}` : `M${x1} ${y1}${around(x1, y1, x2, y2, lane)}`;
  return `<path class="arrow" d="${path}" marker-end="url(#tip)"><title>${says}</title></path>`;
}

/** A curve that leaves and arrives level. */
function bend(x1: number, y1: number, x2: number, y2: number): string {
  const middle = (x1 + x2) / 2;
  return `C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`;
}

/** Down in the gap right of the one box, along below the subject, and up in the gap left of the other. */
function around(x1: number, y1: number, x2: number, y2: number, lane: number): string {
  if (x2 > x1) return `${bend(x1, y1, x1 + GAP.x, lane)}H${x2 - GAP.x}${bend(x2 - GAP.x, lane, x2, y2)}`;
  return `C${x1 + MARGIN} ${y1} ${x1 + MARGIN} ${lane} ${x1} ${lane}H${x2}C${x2 - MARGIN} ${lane} ${x2 - MARGIN} ${y2} ${x2} ${y2}`;
}

/** How far down the left side of its box an arrow ends, so that tips stand apart: in the order in which they come. */
function share(
  arrow: Arrow,
  arrows: readonly Arrow[],
  nodes: ReadonlyMap<CourseDef, Node>,
  lanes: ReadonlyMap<Arrow, number>,
): number {
  const height = (each: Arrow): number => lanes.get(each) ?? entryOf(nodes, each.from).y;
  const ends = arrows.filter((each) => each.to === arrow.to).sort((a, b) => height(a) - height(b));
  return (ends.indexOf(arrow) + 1) / (ends.length + 1);
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

function placed(arrows: readonly Arrow[]): Plan {
  const courses = [...new Set(arrows.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a.order - b.order);
  const columns = columnsOf(courses, arrows);
  const subjects = [...new Set(courses.map((course) => course.subject))].sort(byText);
  const nodes = new Map<CourseDef, Node>();
  const lanes = new Map<Arrow, number>();
  let top = MARGIN + HEAD;
  let bottom = top;
  for (const subject of subjects) {
    const rows = new Map<number, number>();
    for (const course of courses.filter((each) => each.subject === subject)) {
      const column = entryOf(columns, course);
      const row = rows.get(column) ?? 0;
      rows.set(column, row + 1);
      const x = MARGIN + column * (BOX.width + GAP.x);
      nodes.set(course, { course, x, y: top + row * (BOX.height + GAP.y) });
    }
    bottom = top + Math.max(...rows.values()) * (BOX.height + GAP.y) - GAP.y;
    for (const arrow of arrows) {
      // Only to the next column is there nothing in the way.
      const step = entryOf(columns, arrow.to) - entryOf(columns, arrow.from);
      if (arrow.from.subject !== subject || step === 1) continue;
      bottom += LANE;
      lanes.set(arrow, bottom);
    }
    top = bottom + GAP.y + HEAD;
  }
  return { nodes, lanes, height: bottom + MARGIN };
}

/** A course stands right of every course that can complete it; a circle is cut after as many steps as there are courses. */
function columnsOf(courses: readonly CourseDef[], arrows: readonly Arrow[]): ReadonlyMap<CourseDef, number> {
  const columns = new Map<CourseDef, number>(courses.map((course) => [course, 0]));
  for (let step = 1; step < courses.length; step++) {
    let moved = false;
    for (const { from, to } of arrows) {
      const wanted = entryOf(columns, from) + 1;
      if (entryOf(columns, to) >= wanted || wanted >= courses.length) continue;
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
