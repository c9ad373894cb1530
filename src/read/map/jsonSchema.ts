import { z } from "zod";
import { mapSchema } from "./schema.js";

/** A name, not an address: the schema is shipped with the program and nothing is fetched. */
const SCHEMA_ID = "urn:zcredit:map:1";

/** The JSON Schema of a map, for editors. Whether a field belongs to the kind of file is told when the map is read. */
export function mapJsonSchema(): object {
  const made = z.toJSONSchema(mapSchema, { io: "input", target: "draft-7" });
  const { $schema, ...rest } = made;
  return { $schema, $id: SCHEMA_ID, ...rest };
}
