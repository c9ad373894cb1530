import { lstat, open, rm } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { NotDone, type Problem } from "../errors.js";
import { EXIT, type ExitCode } from "../exit.js";
import { byFirst } from "../order.js";
import { policyJsonSchema } from "../policy/jsonSchema.js";
import { inPlainWords, withoutFlag } from "../write/faults.js";
import { heedingSignals } from "../write/interrupt.js";
import { makeFolders, removeEmpty } from "../write/out.js";
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
    await heedingSignals((heed) => writeAll(shown, files, heed));
  } catch (error) {
    throw withoutFlag(inPlainWords(shown, error), "folder");
  }
  if (flags.quiet !== true) terminal(terminalFlags(flags)).out(nextText(shown, [...files.keys()]));
  return EXIT.done;
}

/** All of them or none: what was written before a fault is taken away again, with the folders made for it. */
async function writeAll(shown: string, files: ReadonlyMap<string, string>, heed: () => void): Promise<void> {
  const made = await makeFolders(resolve(shown), 0o777);
  const written: string[] = [];
  try {
    for (const [name, content] of files) {
      heed();
      const path = join(shown, name);
      // "wx": a file that came in between is not written over either.
      const file = await open(path, "wx");
      written.push(path);
      try {
        await file.writeFile(content);
        await file.sync();
      } finally {
        await file.close();
      }
    }
  } catch (error) {
    for (const path of written) await rm(path, { force: true });
    if (made !== undefined) await removeEmpty(resolve(shown), made);
    throw error;
  }
}

async function starterFiles(): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for (const name of await shippedNames("starter")) files.set(name, await shippedText("starter", name));
  files.set("policy.schema.json", `${JSON.stringify(policyJsonSchema(), null, 2)}\n`);
  return new Map([...files].sort(byFirst));
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
