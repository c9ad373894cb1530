import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "jsonc-parser";
import { expect, it } from "vitest";
import { load, POLICY_TEXT } from "../policy/fixture.js";
import { expectGolden } from "../support/golden.js";
import { PLANTED } from "./planted.js";

/*
 * Every value of two policies, a sound one and one with mistakes, changed in each way in which a hand or a program gets
 * it wrong. None may stop the check, and the golden file says what is found that was not before, and what no longer is.
 */

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type Path = readonly (string | number)[];

/** A value in place of another; undefined takes it out. */
type Change = readonly [name: string, to: Json | undefined];

const DAY = /^\d{4}-\d{2}-\d{2}$/;

function changesOf(value: Json): readonly Change[] {
  const none: Change = ["taken out", undefined];
  if (value === null) return [none, ["a text", "x"]];
  if (typeof value === "boolean") return [none, ["turned", !value], ["a text", "yes"]];
  if (typeof value === "number") {
    return [none, ["a text", `${value}`], ["nought", 0], ["below", -value], ["more", value + 1], ["less", value / 2]];
  }
  if (typeof value === "string") {
    const days: readonly Change[] = [
      ["long ago", "1990-01-01"],
      ["far off", "2090-01-01"],
    ];
    const other: Change = ["another word", `${value}x`];
    return [none, ["empty", ""], ["a number", 7], ...(DAY.test(value) ? days : [other])];
  }
  if (isList(value)) {
    const twice: readonly Change[] = value.length > 0 ? [["its first twice", [...value, value[0] ?? null]]] : [];
    const turned: readonly Change[] = value.length > 1 ? [["in turned order", value.toReversed()]] : [];
    return [none, ["empty", []], ["an object", {}], ...twice, ...turned];
  }
  return [none, ["empty", {}], ["a list", []]];
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** Every value below the top, from top to bottom; examples are tried by tests of their own. */
function* valuesOf(value: Json, path: Path = []): Generator<readonly [Path, Json]> {
  if (path.length > 0) yield [path, value];
  if (value === null || typeof value !== "object") return;
  for (const [key, inner] of Object.entries(value)) {
    if (path.length === 0 && (key === "examples" || key === "$schema")) continue;
    yield* valuesOf(inner, [...path, isList(value) ? Number(key) : key]);
  }
}

/** The policy as text with one value changed. */
function withValue(policy: Json, path: Path, to: Json | undefined): string {
  const copy: unknown = structuredClone(policy);
  let holder = copy;
  for (const key of path.slice(0, -1)) holder = Reflect.get(Object(holder), key);
  const last = path.at(-1) ?? "";
  if (to !== undefined) Reflect.set(Object(holder), last, to);
  else if (Array.isArray(holder)) holder.splice(Number(last), 1);
  else Reflect.deleteProperty(Object(holder), last);
  return JSON.stringify(copy);
}

function found(text: string): readonly string[] {
  return load(text).findings.map(({ code, pointer, value }) => `${code} ${pointer} ${JSON.stringify(value)}`);
}

/** What one list has oftener than the other. */
function beyond(of: readonly string[], other: readonly string[]): readonly string[] {
  const left = [...other];
  return of.filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

interface Group {
  readonly title: string;
  readonly policy: Json;
  readonly values: readonly (readonly [Path, Json])[];
}

const read = (text: string): Json => parse(text, [], { allowTrailingComma: true }) as Json;

const line = ([path, value]: readonly [Path, Json]): string => `${path.join("/")} ${JSON.stringify(value)}`;

/** The values of one part of a policy after the other, such as one pathway, without those that another has as well. */
function groupsOf(title: string, policy: Json, besides: Json): readonly Group[] {
  const known = new Set([...valuesOf(besides)].map(line));
  const groups = new Map<string, (readonly [Path, Json])[]>();
  for (const one of valuesOf(policy)) {
    if (known.has(line(one))) continue;
    const part = one[0].slice(0, one[0].length > 2 ? 3 : 2).join("/");
    groups.set(part, [...(groups.get(part) ?? []), one]);
  }
  return [...groups].map(([part, values]) => ({ title: `${title}: ${part}`, policy, values }));
}

function block({ title, policy, values }: Group): string {
  const before = found(JSON.stringify(policy));
  const lines = values.flatMap(([path, value]) =>
    changesOf(value).flatMap(([name, to]) => {
      const after = found(withValue(policy, path, to));
      const told = [
        ...beyond(after, before).map((one) => `    ${one}`),
        ...beyond(before, after).map((one) => `    no more: ${one}`),
      ];
      return told.length === 0 ? [] : [`  /${path.join("/")} ${name}`, ...told];
    }),
  );
  return [title, ...lines].join("\n");
}

const SOUND = read(POLICY_TEXT);
const GROUPS = [...groupsOf("sound", SOUND, null), ...groupsOf("with mistakes", read(PLANTED), SOUND)];

const isUpdate = process.env.UPDATE === "1";
const GOLDEN = fileURLToPath(new URL("../golden/policy-values.txt", import.meta.url));
const kept = isUpdate ? [] : readFileSync(GOLDEN, "utf8").trimEnd().split("\n\n");

it("the changes are those of the golden file", () => {
  if (isUpdate) expectGolden("policy-values.txt", `${GROUPS.map(block).join("\n\n")}\n`);
  else expect(kept.map((block) => block.split("\n")[0])).toEqual(GROUPS.map(({ title }) => title));
});

it.skipIf(isUpdate).each(GROUPS.map((each, at) => [each.title, each, kept[at]] as const))("%s", (_, each, is) => {
  expect(block(each)).toBe(is);
});
