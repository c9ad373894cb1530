import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { SCRIPTS, STEERING, STEERING_TEXT } from "./vectors.js";

const TABLES = fileURLToPath(new URL("README.md", import.meta.url));
const README = fileURLToPath(new URL("../README.md", import.meta.url));
const [OPEN, CLOSE] = ["<!-- fault-count -->\n", "<!-- /fault-count -->"];

it("the count of faults is that of the tables", () => {
  const faults = new Set<string>();
  const pairs = new Set<string>();
  for (const line of readFileSync(TABLES, "utf8").split("\n")) {
    const [, fault = "", commands = "", exit = ""] = line.split(/(?<!\\)\|/).map((cell) => cell.trim());
    if (!/^\d+$/.test(exit)) continue;
    faults.add(fault);
    for (const command of commands.split(", ")) pairs.add(`${fault} | ${command}`);
  }
  expect(faults.size).toBeGreaterThan(20);
  const payloads = SCRIPTS.length + STEERING.length + STEERING_TEXT.length;
  const count = `${faults.size} faults, each done to the commands that it can meet: ${pairs.size} pairs of fault and command. ${payloads} hostile texts.\n`;
  const text = readFileSync(README, "utf8");
  const [from, to] = [text.indexOf(OPEN) + OPEN.length, text.indexOf(CLOSE)];
  if (process.env.UPDATE === "1") writeFileSync(README, `${text.slice(0, from)}${count}${text.slice(to)}`);
  else expect(text.slice(from, to)).toBe(count);
});
