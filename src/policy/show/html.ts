import { headHtml } from "../../report/html/head.js";
import { sequenceSvg } from "./diagram.js";
import { escapeHtml } from "./escape.js";
import type { Card, Chapter, Page } from "./page.js";
import type { Fact, Item } from "./words.js";

/** Colours by name, once for light and once for dark; all pairs of text and ground have a contrast above 7 : 1. */
const STYLE = `
:root { color-scheme: light dark; --ground: #fff; --text: #1b1f24; --soft: #454c54; --line: #c9d0d8; --card: #f5f7f9; --link: #0b4a8f; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #14171a; --text: #eceff2; --soft: #c0c8d0; --line: #434b54; --card: #1d2227; --link: #9cc8ff; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 62rem; padding: 1.5rem 1rem 4rem; background: var(--ground); color: var(--text);
  font: 1rem/1.55 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
h1 { font-size: 1.7rem; line-height: 1.25; margin: 0 0 .3rem; }
h2 { font-size: 1.3rem; margin: 2.4rem 0 .6rem; border-bottom: 1px solid var(--line); padding-bottom: .25rem; }
h3 { font-size: 1.08rem; margin: 0 0 .5rem; }
p { margin: .3rem 0; }
.lead { color: var(--soft); }
a { color: var(--link); }
a:focus-visible, figure:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; padding: 0; margin: 1rem 0 0; }
article { background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: .8rem 1rem; margin: .8rem 0; }
dl { margin: 0; display: grid; grid-template-columns: minmax(9rem, 14rem) 1fr; gap: .35rem 1rem; }
dt { font-weight: 600; color: var(--soft); }
dd { margin: 0; overflow-wrap: anywhere; }
dd ul { margin: 0; padding-left: 1.1rem; }
figure { margin: .8rem 0; overflow-x: auto; }
svg { max-width: none; height: auto; }
svg rect { fill: var(--card); stroke: var(--soft); }
svg text { fill: var(--text); font: 13px system-ui, "Segoe UI", Roboto, Arial, sans-serif; }
svg .subject { font-weight: 600; fill: var(--soft); }
svg .arrow { fill: none; stroke: var(--soft); stroke-width: 1.6; }
svg marker path { fill: var(--soft); }
@media (max-width: 40rem) { dl { grid-template-columns: 1fr; gap: .1rem; } dd { margin-bottom: .5rem; } }
@media print {
  :root { --ground: #fff; --text: #000; --soft: #222; --line: #999; --card: #fff; --link: #000; }
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  nav { display: none; }
  article { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  figure { overflow: visible; }
  svg { max-width: 100%; }
}
`;

function itemHtml(item: Item): string {
  const inner =
    item.items === undefined ? "" : `<ul>${item.items.map((each) => `<li>${itemHtml(each)}</li>`).join("")}</ul>`;
  return `${escapeHtml(item.text)}${inner}`;
}

function factHtml({ label, items }: Fact): string {
  const [only] = items;
  const body =
    items.length === 1 && only !== undefined
      ? itemHtml(only)
      : `<ul>${items.map((item) => `<li>${itemHtml(item)}</li>`).join("")}</ul>`;
  return `<dt>${escapeHtml(label)}</dt><dd>${body}</dd>`;
}

function factsHtml(facts: readonly Fact[]): string {
  return facts.length === 0 ? "" : `<dl>\n${facts.map(factHtml).join("\n")}\n</dl>`;
}

function cardHtml(card: Card): string {
  const id = escapeHtml(card.id);
  return `<article id="${id}" aria-labelledby="${id}-title">\n<h3 id="${id}-title">${escapeHtml(card.title)}</h3>\n${factsHtml(card.facts)}\n</article>`;
}

function chapterHtml(chapter: Chapter, page: Page): string {
  const lines = [`<section id="${chapter.id}" aria-labelledby="${chapter.id}-title">`];
  lines.push(`<h2 id="${chapter.id}-title">${escapeHtml(chapter.title)}</h2>`);
  if (chapter.lead !== "") lines.push(`<p class="lead">${escapeHtml(chapter.lead)}</p>`);
  if (chapter.id === "sequence") lines.push(figureHtml(page));
  lines.push(factsHtml(chapter.facts), ...chapter.cards.map(cardHtml), "</section>");
  return lines.filter((line) => line !== "").join("\n");
}

/** Wider than a narrow screen; the keyboard must be able to scroll it too. */
function figureHtml({ arrows }: Page): string {
  return `<figure tabindex="0" aria-labelledby="diagram-title">${sequenceSvg(arrows)}</figure>`;
}

/** The page as one file of HTML: no network, no script; light, dark and print. Ends with a line end. */
export function pageHtml(page: Page): string {
  const links = page.chapters.map(({ id, title }) => `<li><a href="#${id}">${escapeHtml(title)}</a></li>`);
  return `${headHtml(escapeHtml(page.title), STYLE)}
<body>
<header>
<h1>${escapeHtml(page.title)}</h1>
<p class="lead">${escapeHtml(page.lead)}</p>
<nav aria-label="Chapters"><ul>
${links.join("\n")}
</ul></nav>
</header>
<main>
${page.chapters.map((chapter) => chapterHtml(chapter, page)).join("\n")}
</main>
</body>
</html>
`;
}
