import { tmpdir } from "node:os";
import { didYouMean } from "../config/nearest.js";
import { notDone, type Problem } from "../errors.js";
import { type ExitCode, exitCodeOf } from "../exit.js";
import { nodeHasher } from "../read/disk.js";
import { explainText } from "../report/explain.js";
import { familyHtml } from "../report/family/page.js";
import { held } from "../report/sequence.js";
import { run } from "../run.js";
import { besideRun, watchedBy } from "../since/apply.js";
import { scratchIn } from "../write/scratch.js";
import { readBeside } from "./beside.js";
import { configLine } from "./check.js";
import { RUN_CODES } from "./codes.js";
import type { RawFlags } from "./flags.js";
import { prepare, resultOptions, showProgress } from "./job.js";
import { refuseExisting, writeOneFile } from "./oneFile.js";
import { readSettings } from "./settings.js";
import { terminal, terminalFlags } from "./terminal.js";
import { withWork } from "./work.js";

/**
 * `zcredit explain`: why, and why not, for one student. Writes nothing but the page that `--html` names, for the family.
 * @throws NotDone where the job can't be done, or no student or course has that id.
 */
export async function explain(flags: RawFlags, stray: readonly Problem[]): Promise<ExitCode> {
  const { student, course, html, problems } = asked(flags);
  const known = { formats: [], codes: RUN_CODES };
  const settings = await readSettings(flags, [...stray, ...problems], known, process.cwd());
  const screen = terminal(terminalFlags(flags));
  const job = await prepare(settings, async () => {
    if (html !== null) refuseExisting(html);
  });
  if (course !== null && !job.policy.courseById.has(course)) {
    const hint = didYouMean(course, [...job.policy.courseById.keys()]);
    throw notDone("--course", `the policy has no course with the id "${course}".${hint}`);
  }
  const given = await readBeside({ ...settings, since: null }, "");
  // Entries about others match nothing here, and would be called unused.
  const accepted = given.accepted?.filter(({ studentId }) => studentId === student) ?? null;
  const beside = { ...given, accepted };
  const watch = watchedBy(beside);
  const scratch = scratchIn(tmpdir());
  const ran = await withWork({ ...settings, shard: null }, job, scratch, (work) =>
    run({
      sources: job.sources,
      policy: job.policy,
      policyFile: job.policyFile,
      hasher: nodeHasher,
      // Whatever the filters of the configuration leave out: this student is asked for by name.
      options: { ...resultOptions(settings), onlyStudent: [student], school: [], classOf: [], gradeLevel: [] },
      importBy: job.importBy,
      onProgress: showProgress(screen, job),
      ask: student,
      ...work,
      ...(watch === null ? {} : { watch }),
    }),
  ).finally(scratch.close);
  const { asked: found, ids } = ran;
  const result = besideRun(beside, job.policy, ran);
  screen.progress("");
  if (found === null) {
    const hint = didYouMean(student, ids);
    throw notDone("--student", `no transcript or students file has a row of student "${student}".${hint}`);
  }
  const own = held(result.violations).filter((violation) => violation.studentId === student);
  const decision = { ...found.decision, proposals: held(result.proposals) };
  if (html !== null) {
    const page = { ...found, decision, policy: job.policy, awardDate: settings.awardDate, course };
    await writeOneFile(html, familyHtml(page));
    if (flags.quiet !== true) screen.out(`${configLine(settings)}The page for the family is in ${html}\n`);
  } else if (flags.quiet !== true) {
    const text = explainText(found.student, decision, own, job.policy, course === null ? {} : { course });
    screen.out(`${configLine(settings)}${text}`);
  }
  return exitCodeOf(own, settings.failOn);
}

function asked(flags: RawFlags): {
  readonly student: string;
  readonly course: string | null;
  /** Where the family's page goes; null: none is asked for. */
  readonly html: string | null;
  readonly problems: readonly Problem[];
} {
  const students = Array.isArray(flags.student) ? flags.student : [];
  const courses = Array.isArray(flags.course) ? flags.course : [];
  const pages = Array.isArray(flags.html) ? flags.html : [];
  const problems: Problem[] = [];
  if (students.length === 0) {
    problems.push({
      code: "",
      where: "--student",
      message: "is missing: say whom to explain, as in --student 1000000042.",
    });
  }
  if (students.length > 1)
    problems.push({ code: "", where: "--student", message: "one student at a time can be explained." });
  if (courses.length > 1) problems.push({ code: "", where: "--course", message: "is given twice; keep one." });
  if (pages.length > 1) problems.push({ code: "", where: "--html", message: "is given twice; keep one." });
  return { student: students[0] ?? "", course: courses[0] ?? null, html: pages[0] ?? null, problems };
}
