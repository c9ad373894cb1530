import { NotDone, notDone } from "../errors.js";
import type { FileReading, InputKind } from "../model.js";
import { KINDS } from "../model.js";
import { decoding } from "../read/decode.js";
import { nodeHasher, openFile } from "../read/disk.js";
import type { Given } from "../read/map/choose.js";
import { type Draft, draftMap } from "../read/map/draft.js";
import type { MapDef } from "../read/map/schema.js";
import { fromBytes } from "../read/memory.js";
import { readSource } from "../read/read.js";
import { shippedNames, shippedText } from "./shipped.js";

/** What a file is told by: its beginning. */
const HEAD_BYTES = 1 << 18;

/** @throws NotDone in plain words where there is no such file. */
export async function headOf(path: string): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of openFile("transcript", path, path).chunks()) {
    pieces.push(chunk.slice());
    length += chunk.length;
    if (length >= HEAD_BYTES) break;
  }
  return Buffer.concat(pieces).subarray(0, HEAD_BYTES);
}

export interface Told {
  readonly kind: InputKind;
  readonly as: readonly Given[];
  readonly draft: Draft | null;
}

/** What the file holds and how it is read: as said, else by the layout that fits its header, else by a drafted map. */
export async function tell(
  path: string,
  head: Uint8Array,
  kind: InputKind | null,
  given: readonly Given[],
): Promise<Told> {
  const [named] = given;
  if (named !== undefined && named !== "own") return { kind: named.kind, as: given, draft: null };
  const kinds = kind === null ? KINDS : [kind];
  let refused: NotDone | null = null;
  let lacking: InputKind | null = null;
  let students = false;
  let hasBirthDate = false;
  for (const each of kinds) {
    try {
      const reading = await readSource({ ...fromBytes(each, path, head), as: given }, () => undefined, nodeHasher());
      if (reading.notText !== null) return { kind: each, as: given, draft: null };
      if (reading.header?.missing.length === 0 && each === "students" && kind === null) {
        // Every file has a column for the student: that alone makes no students file.
        if (namesStudents(reading)) return { kind: each, as: given, draft: null };
        students = true;
        hasBirthDate = reading.layout?.index.birth_date !== undefined;
      } else if (reading.header?.missing.length === 0) return { kind: each, as: given, draft: null };
      if (reading.layout?.through !== undefined) lacking ??= each;
    } catch (error) {
      if (!(error instanceof NotDone)) throw error;
      refused ??= error;
    }
  }
  if (lacking !== null) return { kind: lacking, as: given, draft: null };
  if (refused !== null) throw refused;
  const draft = (await readyMap(path, head, kind)) ?? draftMap(kind, textOf(head));
  // Test files have birth dates too, so that this comes after the ready maps.
  if (students && draft?.template === undefined && hasBirthDate) return { kind: "students", as: given, draft: null };
  if (draft === null && students) return { kind: "students", as: given, draft: null };
  if (draft === null) {
    const message =
      "no table of transcript rows or scores can be seen in it. Its first lines should hold the names of the columns.";
    throw notDone(path, message);
  }
  return { kind: draft.def.kind, as: [draft.def], draft };
}

/** The ready map that finds all it needs in a file, and of several the one that finds most. */
async function readyMap(path: string, head: Uint8Array, kind: InputKind | null): Promise<Draft | null> {
  let best: { readonly def: MapDef; readonly template: string; readonly fields: number } | null = null;
  const { loadMap } = await import("../read/map/load.js");
  for (const file of (await shippedNames("maps")).filter((name) => name.endsWith(".json"))) {
    const { def } = loadMap(file, await shippedText("maps", file), "");
    // One that adds to a dialect is no layout of its own, and columns by their places would fit any file.
    if (def === null || def.recognise !== undefined || def.header === false) continue;
    if (kind !== null && def.kind !== kind) continue;
    const reading = await readSource(
      { ...fromBytes(def.kind, path, head), as: [def] },
      () => undefined,
      nodeHasher(),
    ).catch(() => null);
    if (reading?.header?.missing.length !== 0 || reading.layout?.through?.def !== def) continue;
    // Results side by side have columns of their own each.
    const fields = Object.keys(reading.layout.through.physical).length + (def.unpivot?.length ?? 0);
    if (fields > (best?.fields ?? LEAST_FIELDS)) best = { def, template: `samples/maps/${file}`, fields };
  }
  return best === null ? null : { ...best, missing: [], left: [], doubts: best.def.notes ?? [] };
}

/** A map that finds no more than this in a file fits it by chance. */
const LEAST_FIELDS = 3;

function namesStudents({ layout }: FileReading): boolean {
  return [layout?.index.class_of, layout?.index.programs].some((at) => at !== undefined);
}

function textOf(head: Uint8Array): string {
  const decoder = decoding();
  const first = decoder.push(head);
  return first.fault === null ? first.text + decoder.end().text : "";
}
