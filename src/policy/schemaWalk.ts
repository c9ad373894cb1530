import { z } from "zod";
import { itemAt } from "../at.js";
import type { Path } from "./json.js";
import { isObject, own, valueAt } from "./raw.js";

type Schema = z.core.$ZodType;

/** The schema without what only fills defaults or transforms what was read. */
function bare(schema: Schema | undefined): Schema | undefined {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return bare(schema.unwrap());
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault) return bare(schema.unwrap());
  if (schema instanceof z.ZodPipe) return bare(schema.in);
  return schema;
}

/** The options of a union that are objects, each with the keys it knows. The first key tells an option apart. */
export function objectOptions(
  schema: Schema | undefined,
): readonly { readonly option: Schema; readonly keys: readonly string[] }[] {
  const found: { option: Schema; keys: readonly string[] }[] = [];
  const inner = bare(schema);
  if (!(inner instanceof z.ZodUnion)) return found;
  for (const option of inner.options) {
    const one = bare(option);
    if (one instanceof z.ZodObject) found.push({ option: one, keys: Object.keys(one.shape) });
  }
  return found;
}

/**
 * Which option of a union the writer meant, so that messages speak of the real mistake: of objects the one whose telling
 * key is there (or the only one), else the first that takes this sort of value. Undefined where none can be told.
 */
export function chooseOption(schema: Schema | undefined, raw: unknown): Schema | undefined {
  const inner = bare(schema);
  if (!(inner instanceof z.ZodUnion)) return inner;
  const objects = objectOptions(inner);
  if (isObject(raw)) {
    for (const { option, keys } of objects) if (own(raw, itemAt(keys, 0)) !== undefined) return option;
    const [only, ...others] = objects;
    return others.length === 0 ? only?.option : undefined;
  }
  for (const option of inner.options) {
    const one = bare(option);
    if (Array.isArray(raw) && one instanceof z.ZodArray) return one;
    if (typeof raw === "string" && one instanceof z.ZodString) return one;
  }
  return undefined;
}

/** The schema of what stands at a path of a given file; undefined where the file leaves the schema. */
export function schemaAt(schema: Schema, root: unknown, path: Path): Schema | undefined {
  let at = bare(schema);
  for (const [index, step] of path.entries()) at = child(chooseOption(at, valueAt(root, path.slice(0, index))), step);
  return at;
}

function child(schema: Schema | undefined, step: string | number): Schema | undefined {
  if (schema instanceof z.ZodObject) return bare(schema.shape[step]);
  if (schema instanceof z.ZodArray) return bare(schema.element);
  return schema instanceof z.ZodRecord ? bare(schema.valueType) : undefined;
}

/** The keys that an object of this schema may have. */
export function knownKeys(schema: Schema | undefined): readonly string[] {
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}
