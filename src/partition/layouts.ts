import type { Layout } from "../model.js";
import { variantsOf } from "../read/map/interpret.js";

/** One file of a run, as its packed rows refer to it. */
export interface PackedSource {
  /** Display name. */
  readonly name: string;
  /** The layouts of its rows: one, but for a wide file. */
  readonly variants: readonly Layout[];
}

/** A file's layout as rows refer to it; made again from the layout alone, the same wherever that is. */
export function packedSource(name: string, layout: Layout): PackedSource {
  return { name, variants: variantsOf(layout) };
}
