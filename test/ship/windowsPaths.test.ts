import { win32 } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { expandPath, shownPath } from "../../src/commands/files.js";

/* Paths as Windows writes them, on whatever machine this runs: its own rules of paths, and a pretended disk. */

vi.mock("node:path", async () => (await vi.importActual<typeof import("node:path")>("node:path")).win32);
vi.mock("node:fs", () => ({
  existsSync: (path: string) => entry(path) !== undefined,
  readdirSync: (path: string) => {
    const found = entry(path);
    if (typeof found !== "object") throw new Error("ENOTDIR");
    return Object.keys(found);
  },
}));

interface Folder {
  readonly [name: string]: Folder | string;
}

const DISK: Folder = {
  "C:": { Users: { Registrar: { "t-1.csv": "", "t-2.csv": "", "My exports": { "Schüler 2025.csv": "" } } } },
  "D:": { exports: { "a.csv": "", "b.csv": "" } },
  "\\\\server\\share": { "north.csv": "", "south.csv": "" },
};

/** Windows takes either slash, and no case for another. */
function entry(path: string): Folder | string | undefined {
  const { root } = win32.parse(path);
  let at: Folder | string | undefined = DISK[root.replace(/\\$/, "")];
  for (const name of path.slice(root.length).split(/[\\/]/)) {
    if (name === "") continue;
    if (typeof at !== "object") return undefined;
    const folder: Folder = at;
    const known = Object.keys(folder).find((each) => each.toLowerCase() === name.toLowerCase());
    at = known === undefined ? undefined : folder[known];
  }
  return at;
}

const HOME = "C:\\Users\\Registrar";
const expand = (path: string) => expandPath(path, HOME, HOME);

describe("paths as Windows writes them", () => {
  it.each([
    ["t-*.csv", ["t-1.csv", "t-2.csv"]],
    [".\\t-?.csv", ["t-1.csv", "t-2.csv"]],
    ["My exports\\*.csv", ["My exports\\Schüler 2025.csv"]],
    ["my exports/schüler 2025.csv", ["my exports\\schüler 2025.csv"]],
    ["My exports/*.csv", ["My exports\\Schüler 2025.csv"]],
    ["..\\Registrar\\t-*.csv", ["t-1.csv", "t-2.csv"]],
    ["D:\\exports\\*.csv", ["D:\\exports\\a.csv", "D:\\exports\\b.csv"]],
    ["D:/exports/?.csv", ["D:\\exports\\a.csv", "D:\\exports\\b.csv"]],
    ["\\\\server\\share\\*.csv", ["\\\\server\\share\\north.csv", "\\\\server\\share\\south.csv"]],
    ["\\\\server\\share\\north.csv", ["\\\\server\\share\\north.csv"]],
  ])("%s", (path, found) => {
    expect(expand(path)).toEqual(found);
  });

  it("a pattern that matches nothing is named as it was typed", () => {
    expect(() => expand("My exports\\*.txt")).toThrow("no file matches this pattern");
  });

  it("a path is shown as a person reads it, and one on another drive whole", () => {
    expect(shownPath("results", "C:\\Users\\Registrar\\zcredit", HOME)).toBe("zcredit\\results");
    expect(shownPath("results", "D:\\exports", HOME)).toBe("D:\\exports\\results");
    expect(shownPath("D:\\results", HOME, HOME)).toBe("D:\\results");
  });
});
