import type { Path } from "./json.js";
import type { PolicyOutline, TestOutline } from "./outline.js";
import { valueAt } from "./raw.js";

/** The values that results on a scale can have, as far as the policy states them. */
export interface ScaleRange {
  readonly min: number | null;
  readonly max: number | null;
}

/** What a test says of one of its scales; levels are named, so they have no range, nor has a scale that is not there. */
export function rangeOf(outline: PolicyOutline, test: TestOutline, scale: string): ScaleRange {
  const path = [...test.path, "scales", scale];
  return { min: numberAt(outline, [...path, "min"]), max: numberAt(outline, [...path, "max"]) };
}

/** The number that stands at a path; null where none does. */
export function numberAt(outline: PolicyOutline, path: Path): number | null {
  const value = valueAt(outline.raw, path);
  return typeof value === "number" ? value : null;
}
