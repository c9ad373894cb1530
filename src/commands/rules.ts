import { didYouMean } from "../config/nearest.js";
import { NotDone, notDone, type Problem } from "../errors.js";
import { EXIT, type ExitCode } from "../exit.js";
import { EXAMPLES } from "../rules/examples.js";
import { CATALOGUE, catalogueList, rulePage } from "../rules/page.js";

/**
 * `zcredit rules [CODE]`: the list of all rules, or one rule's page with an example out of its own tests.
 * @throws NotDone where no rule has the code.
 */
export async function rules(code: string, problems: readonly Problem[]): Promise<ExitCode> {
  if (problems.length > 0) throw new NotDone(problems);
  process.stdout.write(code === "" ? catalogueList() : pageOf(code));
  return EXIT.done;
}

function pageOf(code: string): string {
  const entry = CATALOGUE.find((each) => each.code === code);
  if (entry === undefined) {
    const hint = didYouMean(
      code,
      CATALOGUE.map((each) => each.code),
    );
    throw notDone(code, `no rule has this code.${hint === "" ? ' "zcredit rules" lists them.' : hint}`);
  }
  return rulePage(entry, Object.hasOwn(EXAMPLES, code) ? EXAMPLES[code] : undefined);
}
