/*
 * Loaded before zcredit (`node --import`): counts what the program asks of the disk, and at one of these calls does what
 * the variable FAULT says, a JSON object.
 *
 * `at`: which call, from 1; 0: none. `does`: a signal, sent before the call; or the code of a fault of the system, which
 * the call then fails with; or `run`, which runs the command `run` (a list of words) before the call. `of`: a pattern of
 * the calls that are counted. `tell`: a file that takes down all calls as the program ends. `thread`: which answer of a
 * thread is its last: it ends (`exit`), throws (`throw`) or fills its memory (`memory`) in its place.
 */
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { isMainThread, parentPort } from "node:worker_threads";

const { at = 0, does = "", of = ".", tell = null, run = [], thread = 0 } = JSON.parse(process.env.FAULT ?? "{}");
const counted = new RegExp(of);
const calls = [];
const writeFileSync = fs.writeFileSync;

function before(name, args) {
  const path = args.find((arg) => typeof arg === "string") ?? "";
  const call = `${name} ${path}`;
  if (!counted.test(call)) return;
  calls.push(call);
  if (calls.length !== at) return;
  if (does.startsWith("SIG")) process.kill(process.pid, does);
  else if (does === "run") {
    const [program, ...words] = run;
    const env = { ...process.env, FAULT: "{}", NODE_OPTIONS: "" };
    execFileSync(program, words, { stdio: "ignore", env });
  } else throw Object.assign(new Error(`${does}: made up, ${name}`), { code: does, syscall: name, errno: -1 });
}

function watch(object, name, isAsync) {
  const own = object[name];
  object[name] = isAsync
    ? async function watched(...args) {
        before(name, args);
        return await own.apply(this, args);
      }
    : function watched(...args) {
        before(name, args);
        return own.apply(this, args);
      };
}

if (isMainThread && process.env.FAULT !== undefined) {
  const handle = await fs.promises.open("/dev/null", "r");
  const ofFiles = Object.getPrototypeOf(handle);
  await handle.close();
  for (const name of ["mkdtempSync", "openSync", "writeSync", "readSync", "unlinkSync", "rmdirSync", "statfsSync"]) {
    watch(fs, name, false);
  }
  const ofFolders = ["open", "mkdir", "rename", "rm", "rmdir", "stat", "lstat", "readdir", "realpath"];
  for (const name of ofFolders) watch(fs.promises, name, true);
  for (const name of ["appendFile", "read", "writeFile", "sync", "stat"]) watch(ofFiles, name, true);
  syncBuiltinESMExports();
  process.on("exit", () => {
    if (tell !== null) writeFileSync(tell, JSON.stringify(calls));
  });
}

if (!isMainThread && parentPort !== null && thread > 0) {
  const post = parentPort.postMessage;
  let answers = 0;
  parentPort.postMessage = (...args) => {
    answers += 1;
    if (answers !== thread) return post.apply(parentPort, args);
    if (does === "exit") process.exit(3);
    if (does === "throw") throw new Error("made up");
    const filling = [];
    for (;;) filling.push(new Array(1_000_000).fill({}));
  };
}
