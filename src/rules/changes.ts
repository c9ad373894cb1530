/** One cell that is not as it was. */
export interface Change {
  readonly column: string;
  readonly from: string;
  readonly to: string;
}

function shown(text: string): string {
  return text === "" ? "blank" : `"${text}"`;
}

/** `mark was "F", is "P"; credits_earned was "0", is "0.5"`. */
export function changesText(changes: readonly Change[]): string {
  return changes.map(({ column, from, to }) => `${column} was ${shown(from)}, is ${shown(to)}`).join("; ");
}
