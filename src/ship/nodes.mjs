// Node itself, as packages of the npm registry: to try zcredit under each supported version, and to put into the
// single-file program. Each package is held to the digest in nodes.json, whatever the registry says.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const CACHE = fileURLToPath(new URL("../../node_modules/.cache/zcredit-node/", import.meta.url));

/** `program`: the version in the single-file program. `supported`: one of each line, the lowest that works first. */
export const NODES = JSON.parse(readFileSync(new URL("nodes.json", import.meta.url), "utf8"));

/**
 * Fetches a version of Node once, and keeps it under node_modules.
 * @param platform "linux-x64" or "win-x64".
 * @returns the paths of the program and of its licence (null: the package holds none).
 * @throws Error where the registry cannot be reached, or what came is not what was recorded.
 */
export function fetchNode(platform, version) {
  const spec = `node-${platform}@${version}`;
  const folder = join(CACHE, spec);
  if (!existsSync(folder)) unpack(spec, folder);
  const licence = join(folder, "LICENSE");
  const program = join(folder, "bin", platform.startsWith("win") ? "node.exe" : "node");
  return { program, licence: existsSync(licence) ? licence : null };
}

function unpack(spec, folder) {
  const recorded = NODES.packages[spec];
  if (recorded === undefined) throw new Error(`${spec} has no digest in src/ship/nodes.json`);
  mkdirSync(dirname(folder), { recursive: true });
  const work = mkdtempSync(join(CACHE, "new-"));
  try {
    const packed = execFileSync(
      "npm",
      ["pack", "--silent", "--loglevel=error", "--json", "--pack-destination", work, spec],
      {
        cwd: work,
        encoding: "utf8",
        shell: process.platform === "win32",
        stdio: ["ignore", "pipe", "inherit"],
      },
    );
    const file = nameIn(JSON.parse(packed));
    const digest = `sha512-${createHash("sha512")
      .update(readFileSync(join(work, file)))
      .digest("base64")}`;
    if (digest !== recorded) throw new Error(`${spec} is not what was recorded: it has ${digest}`);
    execFileSync("tar", ["-xzf", file], { cwd: work });
    renameSync(join(work, "package"), folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** npm tells of its packages as a list, newer ones as an object by name. */
function nameIn(told) {
  const [first] = Array.isArray(told) ? told : Object.values(told);
  return first.filename;
}
