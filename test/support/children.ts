import { expect } from "vitest";

/**
 * Files that start the program so often, or on so much, that writing down what it ran each time would take minutes; what
 * it runs there the other files have run as well.
 */
const UNMEASURED =
  /test\/(cli\/(inspectCopy|pipe|tmux|readme)|cluster\/.*|partition\/kill|html\/.*|privacy\/.*|ship\/.*)\.test\.ts$/;

/*
 * Node writes what a command covered where this variable says. It is set here, and not round the whole run, so that the
 * test processes themselves write nothing: vitest measures those.
 */
const folder = process.env.ZCREDIT_CHILD_COVERAGE;
if (folder !== undefined) {
  if (UNMEASURED.test(expect.getState().testPath ?? "")) delete process.env.NODE_V8_COVERAGE;
  else process.env.NODE_V8_COVERAGE = folder;
}
