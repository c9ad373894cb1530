import { shardOf } from "./hash.js";
import type { PackedSource } from "./layouts.js";
import { type Shard, strayFamily } from "./pack.js";
import { cellsAt, endOf, setFamily, sourceAt, stateIdAt, type TextCodec, variantAt } from "./packed.js";
import { partitionOf, type RowStore, UNSURE } from "./store.js";

export interface UnsureContext {
  readonly sources: readonly PackedSource[];
  readonly codec: TextCodec;
  readonly shard: Shard | null;
  readonly familyOfState: (stateId: string) => number | null;
}

/**
 * Puts rows that name their student by the state's id alone where that student's rows are, now that it is known who is
 * who; those of nobody by their content.
 */
export function routeUnsure(store: RowStore, { sources, codec, shard, familyOfState }: UnsureContext): void {
  if (store.bytesOf(UNSURE) === 0) return;
  for (const piece of store.pieces(UNSURE)) {
    for (let at = 0; at < piece.length; ) {
      const next = endOf(piece, at);
      const layout = sources[sourceAt(piece, at)]?.variants[variantAt(piece, at)];
      if (layout === undefined) throw new Error("a packed row names no layout");
      const family =
        familyOfState(stateIdAt(piece, at, codec)) ?? strayFamily({ layout, cells: cellsAt(piece, at, layout, codec) });
      if (shard === null || shardOf(family, shard.of) === shard.index) {
        setFamily(piece, at, family);
        store.append(partitionOf(family), piece.subarray(at, next));
      }
      at = next;
    }
  }
  store.settle();
}
