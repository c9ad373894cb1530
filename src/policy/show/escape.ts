const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as it may stand between tags and inside quoted attributes. */
export function escapeHtml(text: string): string {
  return text
    .replace(/[&<>"']/g, (mark) => String(ENTITIES[mark]))
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, "?");
}
