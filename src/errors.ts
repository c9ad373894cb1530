/** One reason why the job was not done, for someone who has never programmed. */
export interface Problem {
  /** A rule's code where one fits; empty otherwise. */
  readonly code: string;
  /** Where: a file, with line and column where known, or a flag. */
  readonly where: string;
  /** What is wrong, and what to do about it: one plain line. */
  readonly message: string;
}

/** The job was not done (exit code 2). Carries every problem that could be seen at once. */
export class NotDone extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(
      problems.map((problem) => `${problem.where === "" ? "" : `${problem.where}: `}${problem.message}`).join("\n"),
    );
    this.name = "NotDone";
    this.problems = problems;
  }
}

export function notDone(where: string, message: string, code = ""): NotDone {
  return new NotDone([{ code, where, message }]);
}

/** The job was broken off from outside, on purpose: nothing is to be said of it. */
export class Interrupted extends Error {}
