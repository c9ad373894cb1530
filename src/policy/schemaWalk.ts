import { z } from "zod";
import { itemAt } from "../at.js";
import type { Path } from "./json.js";
import { isObject, own, valueAt } from "./raw.js";

type Schema = z.core.$ZodType;

/** The schema without what only fills defaults or transforms what was read. */
function bare(schema: Schema): Schema {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return bare(schema.unwrap());
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault) return bare(schema.unwrap());
  if (schema instanceof z.ZodPipe) return bare(schema.in);
  return schema;
}

/** The options of a union that are objects, each with the keys it knows. The first key tells an option apart. */
export function objectOptions(
  schema: Schema,
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
 * key is there (or the only one), else the first that takes this sort of value. Null where none can be told.
 */
export function chooseOption(schema: Schema, raw: unknown): Schema | null {
  const inner = bare(schema);
  if (!(inner instanceof z.ZodUnion)) return inner;
  const objects = objectOptions(inner);
  if (isObject(raw)) {
    for (const { option, keys } of objects) if (own(raw, itemAt(keys, 0)) !== undefined) return option;
    return objects.length === 1 ? (objects[0]?.option ?? null) : null;
  }
  for (const option of inner.options) {
    const one = bare(option);
    if (Array.isArray(raw) && one instanceof z.ZodArray) return one;
    if (typeof raw === "string" && one instanceof z.ZodString) return one;
  }
  return null;
}

/** The schema of what stands at a path of a given file; null where the file leaves the schema. */
export function schemaAt(schema: Schema, root: unknown, path: Path): Schema | null {
  let at: Schema | null = bare(schema);
  path.forEach((step, index) => {
    if (at === null) return;
    const inner = chooseOption(at, valueAt(root, path.slice(0, index)));
    at = inner === null ? null : child(inner, step);
  });
  return at;
}

function child(schema: Schema, step: string | number): Schema | null {
  if (schema instanceof z.ZodObject) {
    const value: Schema | undefined = Object.hasOwn(schema.shape, step) ? schema.shape[step] : undefined;
    return value === undefined ? null : bare(value);
  }
  if (schema instanceof z.ZodArray) return bare(schema.element);
  if (schema instanceof z.ZodRecord) return bare(schema.valueType);
  return null;
}

/** The keys that an object of this schema may have. */
export function knownKeys(schema: Schema | null): readonly string[] {
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}
