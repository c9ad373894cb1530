import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";

const UPDATE = process.env.UPDATE === "1";

/** Holds text to a file, path relative to the top of the project; `UPDATE=1` writes it. Bytes are compared, line ends too. */
export function expectFile(path: string, actual: string): void {
  const file = fileURLToPath(new URL(`../../${path}`, import.meta.url));
  if (UPDATE) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, actual);
  }
  const expected = existsSync(file) ? readFileSync(file, "utf8") : "";
  expect(actual, `${path} is stale; UPDATE=1 rewrites it`).toBe(expected);
}

export function expectGolden(name: string, actual: string): void {
  expectFile(`test/golden/${name}`, actual);
}
