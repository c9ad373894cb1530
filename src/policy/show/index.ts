import type { CompiledPolicy } from "../compiled.js";
import { pageHtml } from "./html.js";
import { pageMarkdown } from "./markdown.js";
import { policyPage } from "./page.js";
import { pageText } from "./text.js";

export const SHOW_FORMATS = ["text", "markdown", "html"] as const;
export type ShowFormat = (typeof SHOW_FORMATS)[number];

/**
 * A policy as a person reads it, in one of the formats; all of them say the same.
 *
 * @param course only this course (an id of the policy) and what can credit it; null: everything
 * @param bold how a heading stands out on a terminal
 */
export function showPolicy(
  policy: CompiledPolicy,
  format: ShowFormat,
  course: string | null = null,
  bold: (text: string) => string = (text) => text,
): string {
  const page = policyPage(policy, course);
  if (format === "html") return pageHtml(page);
  return format === "markdown" ? pageMarkdown(page) : pageText(page, bold);
}
