import { existsSync, readdirSync } from "node:fs";
import { isAbsolute, join, parse, relative, resolve, sep } from "node:path";
import { notDone } from "../errors.js";

const WILD = /[*?]/;

function wildcard(segment: string): RegExp {
  const escaped = segment.replace(/[.+^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`^${escaped.replaceAll("*", ".*").replaceAll("?", ".")}$`, "u");
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    // A folder that cannot be listed holds no match; the caller says that nothing matched.
    return [];
  }
}

/** The path as a person reads it: their own absolute path, else relative to where they stand. */
export function shownPath(path: string, base: string, cwd: string): string {
  return isAbsolute(path) ? path : relative(cwd, resolve(base, path)) || ".";
}

/**
 * Files that a path names: itself, or where it holds `*` or `?` (and no file has that very name) all that match, in
 * the order of their names. `*` and `?` do not match a leading dot, nor cross folders.
 * @throws NotDone where a pattern matches nothing.
 */
export function expandPath(path: string, base: string, cwd: string): readonly string[] {
  const whole = resolve(base, path);
  if (!WILD.test(path) || existsSync(whole)) return [shownPath(path, base, cwd)];
  const { root } = parse(whole);
  let found: readonly string[] = [root];
  for (const segment of whole.slice(root.length).split(sep)) {
    const next: string[] = [];
    const pattern = WILD.test(segment) ? wildcard(segment) : null;
    for (const folder of found) {
      if (pattern === null) next.push(join(folder, segment));
      else
        for (const name of namesIn(folder))
          if (!name.startsWith(".") && pattern.test(name)) next.push(join(folder, name));
    }
    found = next;
  }
  const files = found.filter((file) => existsSync(file));
  if (files.length === 0) throw notDone(path, "no file matches this pattern. Check the folder and the spelling.");
  return files.sort().map((file) => (isAbsolute(path) ? file : relative(cwd, file)));
}
