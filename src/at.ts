/*
 * What the types cannot know to be there, and the code does: an index that comes from the list itself, a key that was
 * put in before. A place that is missing all the same is a defect of ours, and is said to be one rather than defaulted.
 */

/** What stands at a place that the list has. @throws Error where it has not */
export function itemAt<T>(list: ArrayLike<T>, index: number): T {
  const item = list[index];
  if (item === undefined) throw new Error(`Nothing stands at ${index} of ${list.length}.`);
  return item;
}

/** What was put in under this key. @throws Error where nothing was */
export function entryOf<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key);
  if (value === undefined) throw new Error("Nothing was put in under this key.");
  return value;
}

/*
 * The same for numbers that lie in bytes or in words of four, which are asked for by the million: one function for each
 * sort, so that each stays quick. There is none to throw: beyond the end is 0.
 */

export function byteAt(bytes: Uint8Array, index: number): number {
  return bytes[index] ?? 0;
}

export function wordAt(words: Int32Array, index: number): number {
  return words[index] ?? 0;
}
