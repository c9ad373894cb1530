/**
 * Reads a grade level: `0` to `13`, single digits also as `09`; `K` or `KG` is 0 and `PK` is -1, in any letter case.
 * Null for blank and for anything else.
 */
export function parseGradeLevel(text: string): number | null {
  if (/^(?:0?\d|1[0-3])$/.test(text)) return Number(text);
  const word = text.toUpperCase();
  if (word === "K" || word === "KG") return 0;
  return word === "PK" ? -1 : null;
}
