import { strFromU8, unzlibSync } from "fflate";
import { formatCredit } from "../../../credit.js";
import type { Step } from "../../../model.js";
import type { PackedPayload, Payload } from "../payload.js";

/** What the page holds for its script, unpacked. */
export function readPayload(): Payload {
  const packed = document.getElementById("data")?.textContent ?? "";
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  const payload = JSON.parse(strFromU8(unzlibSync(bytes))) as PackedPayload;
  const { steps: all, proposals, refusals } = payload;
  return { ...payload, proposals: withSteps(proposals, all), refusals: withSteps(refusals, all) };
}

function withSteps<T extends { readonly steps: readonly number[] }>(
  entries: readonly T[],
  all: readonly Step[],
): readonly (Omit<T, "steps"> & { readonly steps: readonly Step[] })[] {
  return entries.map((entry) => ({ ...entry, steps: entry.steps.flatMap((number) => all[number] ?? []) }));
}

/** `3000` as `3,000`, whatever the language of the machine. */
export function count(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** Credits as people write them; thousandths in. */
export function creditText(credits: number): string {
  return formatCredit(credits);
}

export function place({ file, line }: { readonly file: string; readonly line: number }): string {
  return line > 0 ? `${file} line ${count(line)}` : file;
}

/** A title by its id; the id where there is none. */
export function titleOf(titles: Readonly<Record<string, string>>, id: string): string {
  return (Object.hasOwn(titles, id) ? titles[id] : undefined) ?? id;
}

export function withPart(title: string, part: string): string {
  return part === "" ? title : `${title} ${part}`;
}
