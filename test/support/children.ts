/*
 * Node writes what a command covered where this variable says. It is set here, and not round the whole run, so that the
 * test processes themselves write nothing: vitest measures those.
 */
const folder = process.env.ZCREDIT_CHILD_COVERAGE;
if (folder !== undefined) process.env.NODE_V8_COVERAGE = folder;
