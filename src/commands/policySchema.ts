import { NotDone, type Problem } from "../errors.js";
import { EXIT, type ExitCode } from "../exit.js";
import { policyJsonSchema } from "../policy/jsonSchema.js";

/** `zcredit policy schema`: the JSON Schema of the policy file, on standard output. */
export async function policySchema(stray: readonly Problem[]): Promise<ExitCode> {
  if (stray.length > 0) throw new NotDone(stray);
  process.stdout.write(`${JSON.stringify(policyJsonSchema(), null, 2)}\n`);
  return EXIT.done;
}
