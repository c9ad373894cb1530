import { lstat, mkdir, writeFile } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { NotDone, type Problem } from "../errors.js";
import { EXIT, type ExitCode } from "../exit.js";
import { policyJsonSchema } from "../policy/jsonSchema.js";
import { inPlainWords } from "../write/faults.js";
import type { RawFlags } from "./flags.js";
import { shippedNames, shippedText } from "./shipped.js";
import { terminal, terminalFlags } from "./terminal.js";
import type { Words } from "./words.js";

/** The day that the starter's samples are made for. */
const AWARD_DATE = "2025-06-20";

/**
 * `zcredit init [DIR]`: a starter folder. Asks nothing, and never writes over a file.
 * @throws NotDone naming every file that is in the way; nothing is written then.
 */
export async function init(flags: RawFlags, { words, problems }: Words): Promise<ExitCode> {
  if (problems.length > 0) throw new NotDone(problems);
  const shown = words[0] === undefined || words[0] === "" ? "." : words[0];
  const files = await starterFiles();
  try {
    await refuseWhatIsThere(shown, [...files.keys()]);
    await mkdir(shown, { recursive: true });
    // "wx": a file that came in between is not written over either.
    for (const [name, content] of files) await writeFile(join(shown, name), content, { flag: "wx" });
  } catch (error) {
    throw withoutFlag(inPlainWords(shown, error));
  }
  if (flags.quiet !== true) terminal(terminalFlags(flags)).out(nextText(shown, [...files.keys()]));
  return EXIT.done;
}

/** The words for a fault of the disk speak of a flag that this command does not have. */
function withoutFlag(error: unknown): unknown {
  if (!(error instanceof NotDone)) return error;
  return new NotDone(
    error.problems.map((problem) => ({ ...problem, message: problem.message.replaceAll(" with --out", "") })),
  );
}

async function starterFiles(): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for (const name of await shippedNames("starter")) files.set(name, await shippedText("starter", name));
  files.set("policy.schema.json", `${JSON.stringify(policyJsonSchema(), null, 2)}\n`);
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function refuseWhatIsThere(folder: string, names: readonly string[]): Promise<void> {
  const problems: Problem[] = [];
  for (const name of names) {
    const path = join(folder, name);
    // A link that leads nowhere is in the way as well.
    const there = await lstat(path).catch((error: unknown) => {
      if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
      throw error;
    });
    if (there === null) continue;
    const message = "is there already, and nothing is written over. Move it away, or name another folder.";
    problems.push({ code: "", where: path, message });
  }
  if (problems.length > 0) throw new NotDone(problems);
}

/** The commands work from where the person stands, so that they can be copied as they are. */
function nextText(shown: string, names: readonly string[]): string {
  // npm says so where the program was started by npx, and then no plain `zcredit` may be on the path.
  const program = process.env.npm_command === "exec" ? "npx zcredit" : "zcredit";
  const path = (name: string): string => {
    const whole = join(shown, name);
    return /^[\w./\\:~-]+$/.test(whole) ? whole : `"${whole}"`;
  };
  const config = relative(process.cwd(), resolve(shown)) === "" ? "" : `--config ${path("zcredit.json")} `;
  return [
    `Made in ${shown}: ${names.join(", ")}`,
    "",
    "Next, see what the policy gives for the sample students:",
    "",
    `  ${program} check ${config}--award-date ${AWARD_DATE}`,
    "",
    "Then read the policy, change it, and check and test it again:",
    "",
    `  ${program} policy show ${path("policy.jsonc")}`,
    `  ${program} policy check ${path("policy.jsonc")} --award-date ${AWARD_DATE}`,
    `  ${program} policy test ${path("policy.jsonc")}`,
    "",
  ].join("\n");
}
