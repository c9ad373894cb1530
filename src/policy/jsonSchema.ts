import { z } from "zod";
import { checksThatRefuse, rulesThatRefuse } from "./refusalReasons.js";
import { policySchema } from "./schema.js";

/** A name, not an address: the schema is shipped with the program and nothing is fetched. */
const SCHEMA_ID = "urn:zcredit:policy:1";

/**
 * The JSON Schema of a policy file, for editors: names, kinds of values, and what each key means. It can't say whether
 * an id resolves; `zcredit policy check` does.
 */
export function policyJsonSchema(): object {
  const made = z.toJSONSchema(policySchema, {
    io: "input",
    target: "draft-7",
    override({ jsonSchema, path }) {
      if (path.at(-1) === "onRefusal") Object.assign(jsonSchema, refusalKeys(), { propertyNames: undefined });
    },
  });
  const { $schema, ...rest } = made;
  return { $schema, $id: SCHEMA_ID, ...rest };
}

/** Every reason for a refusal as a key of its own, so that an editor proposes and explains each, and knows a slip. */
function refusalKeys(): object {
  const text = { type: "string", minLength: 1 };
  const properties: Record<string, object> = {};
  for (const { reason, title } of checksThatRefuse()) properties[reason] = { description: title, ...text };
  const rules = { description: "The new record would break this rule.", ...text };
  return {
    properties,
    patternProperties: { [`^(${rulesThatRefuse().join("|")})$`]: rules },
    additionalProperties: false,
  };
}
