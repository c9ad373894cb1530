import { z } from "zod";
import { policySchema } from "./schema.js";

/** A name, not an address: the schema is shipped with the program and nothing is fetched. */
const SCHEMA_ID = "urn:zcredit:policy:1";

/**
 * The JSON Schema of a policy file, for editors: names, kinds of values, and what each key means. It can't say whether
 * an id resolves; `zcredit policy check` does.
 */
export function policyJsonSchema(): object {
  const made = z.toJSONSchema(policySchema, { io: "input", target: "draft-7" });
  const { $schema, ...rest } = made;
  return { $schema, $id: SCHEMA_ID, ...rest };
}
