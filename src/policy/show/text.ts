import { plain, wrap } from "../../report/words.js";
import type { Chapter, Page } from "./page.js";
import type { Fact, Item } from "./words.js";

function itemLines(item: Item, indent: string): string[] {
  return [
    ...wrap(plain(item.text), `${indent}- `, `${indent}  `),
    ...(item.items ?? []).flatMap((inner) => itemLines(inner, `${indent}  `)),
  ];
}

function factLines({ label, items }: Fact, indent: string): string[] {
  const [only] = items;
  if (items.length === 1 && only !== undefined && only.items === undefined) {
    return wrap(plain(`${label}: ${only.text}`), indent, `${indent}  `);
  }
  return [`${indent}${label}:`, ...items.flatMap((item) => itemLines(item, `${indent}  `))];
}

function chapterLines(chapter: Chapter, bold: (text: string) => string): string[] {
  const lines = ["", bold(chapter.title.toUpperCase())];
  if (chapter.lead !== "") lines.push(...wrap(chapter.lead, ""));
  lines.push(...chapter.facts.flatMap((fact) => factLines(fact, "")));
  for (const card of chapter.cards) {
    lines.push("", bold(plain(card.title)), ...card.facts.flatMap((fact) => factLines(fact, "  ")));
  }
  return lines;
}

/** The page for a terminal. Ends with a line end. */
export function pageText(page: Page, bold: (text: string) => string): string {
  const lines = [bold(plain(page.title)), ...wrap(plain(page.lead), "")];
  for (const chapter of page.chapters) lines.push(...chapterLines(chapter, bold));
  return `${lines.join("\n")}\n`;
}
