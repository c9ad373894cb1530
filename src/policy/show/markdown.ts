import { plain } from "../../report/words.js";
import type { Chapter, Page } from "./page.js";
import type { Fact, Item } from "./words.js";

/** What a policy says stays words: nothing in it can become markup. */
function escaped(text: string): string {
  return plain(text)
    .replace(/[\\`*_[\]<>|~#&]/g, "\\$&")
    .replace(/^(\d+)([.)])/, "$1\\$2")
    .replace(/^([+-])/, "\\$1");
}

function itemLines(item: Item, indent: string): string[] {
  return [
    `${indent}- ${escaped(item.text)}`,
    ...(item.items ?? []).flatMap((inner) => itemLines(inner, `${indent}  `)),
  ];
}

function factLines({ label, items }: Fact): string[] {
  const [only] = items;
  if (items.length === 1 && only !== undefined && only.items === undefined) {
    return [`- **${escaped(label)}:** ${escaped(only.text)}`];
  }
  return [`- **${escaped(label)}:**`, ...items.flatMap((item) => itemLines(item, "  "))];
}

function chapterLines(chapter: Chapter): string[] {
  const lines = ["", `## ${escaped(chapter.title)}`];
  if (chapter.lead !== "") lines.push("", escaped(chapter.lead));
  if (chapter.facts.length > 0) lines.push("", ...chapter.facts.flatMap(factLines));
  for (const card of chapter.cards) {
    lines.push("", `### ${escaped(card.title)}`, "", ...card.facts.flatMap(factLines));
  }
  return lines;
}

/** The page as Markdown. Ends with a line end. */
export function pageMarkdown(page: Page): string {
  const lines = [`# ${escaped(page.title)}`, "", escaped(page.lead)];
  for (const chapter of page.chapters) lines.push(...chapterLines(chapter));
  return `${lines.join("\n")}\n`;
}
