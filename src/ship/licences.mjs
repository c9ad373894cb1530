// Whose code goes out with zcredit, and under which licences.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const ROOT = new URL("../../", import.meta.url);

/** Licences that ask for nothing but to be named. Another one needs a person's decision before it ships. */
const ACCEPTABLE = ["MIT", "ISC", "BSD-2-Clause", "BSD-3-Clause", "0BSD"];

/** The names of the packages that a bundle holds code of, from what esbuild says of it; sorted. */
export function packagesIn(metafile) {
  const names = new Set();
  for (const output of Object.values(metafile.outputs)) {
    for (const [path, { bytesInOutput }] of Object.entries(output.inputs)) {
      const name = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1];
      if (name !== undefined && bytesInOutput > 0) names.add(name);
    }
  }
  return [...names].sort();
}

/** The names of the packages that are installed with zcredit, from the lockfile; sorted. */
export function installedPackages() {
  const { packages } = JSON.parse(readFileSync(new URL("package-lock.json", ROOT), "utf8"));
  const names = [];
  for (const [path, { dev, devOptional, optional }] of Object.entries(packages)) {
    if (path === "" || dev === true || devOptional === true || optional === true) continue;
    names.push(path.replace(/^.*node_modules\//, ""));
  }
  return [...new Set(names)].sort();
}

/**
 * What a package says of itself: name, version, licence, its lines of copyright and the text of its licence.
 * @throws Error where it has no text of a licence, or one that asks for more than to be named.
 */
export function licenceOf(name) {
  const folder = new URL(`node_modules/${name}/`, ROOT);
  const { version, license } = JSON.parse(readFileSync(new URL("package.json", folder), "utf8"));
  if (!ACCEPTABLE.includes(license)) throw new Error(`${name} is under "${license}": decide whether it may ship`);
  const file = readdirSync(fileURLToPath(folder)).find((each) => /^licen[cs]e(?:\.\w+)?$/i.test(each));
  if (file === undefined) throw new Error(`${name} ships no text of its licence`);
  const lines = readFileSync(new URL(file, folder), "utf8").split(/\r?\n/);
  const copyright = lines.map((line) => line.trim()).filter((line) => /^copyright\b/i.test(line));
  if (copyright.length === 0) throw new Error(`${name} names no holder of its copyright`);
  const rest = lines.filter((line) => !/^\s*copyright\b/i.test(line) && !TITLE.test(line));
  return { name, version, license, copyright, text: paragraphs(rest.join("\n")) };
}

const TITLE = /^[\s#(]*(?:the\s+)?(?:mit|isc)\s+license\b.{0,8}$/i;

/** Joins the lines of each paragraph, so that the same words broken otherwise are the same text. */
function paragraphs(text) {
  const joined = text.split(/\n\s*\n/).map((each) => each.trim().replace(/\s+/g, " "));
  return joined.filter((each) => each !== "").map((each) => each.replace(/[“”]/g, '"').replace(/[‘’]/g, "'"));
}

/** Packages with the very same text of a licence stand together; each once, in the order of their names. */
function groupsOf(names) {
  const groups = new Map();
  for (const name of names) {
    const licence = licenceOf(name);
    // Some differ in no more than the case of a word or a mark.
    const key = licence.text.join("").replace(/\W/g, "").toLowerCase();
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [licence]);
    else group.push(licence);
  }
  return [...groups.values()];
}

/** The licences of these packages as plain text: who holds the copyright of what, then the words, once. */
export function licenceNotice(names) {
  const lines = ["This program holds code of others:"];
  for (const group of groupsOf(names)) {
    lines.push("");
    for (const { name, version, license, copyright } of group) {
      lines.push(`${name} ${version} (${license}). ${copyright.join(" ")}`);
    }
    for (const paragraph of group[0].text) lines.push("", wrapped(paragraph));
  }
  const text = `${lines.join("\n")}\n`;
  if (text.includes("*/")) throw new Error("a licence would end the comment that it is put into");
  return text;
}

function wrapped(paragraph) {
  const lines = [];
  let line = "";
  for (const word of paragraph.split(" ")) {
    if (line !== "" && line.length + word.length >= 100) {
      lines.push(line);
      line = "";
    }
    line += line === "" ? word : ` ${word}`;
  }
  return [...lines, line].join("\n");
}

/** Where the code of each package goes: the rows of the list that is shipped. */
export function shippedPackages(inPage) {
  const installed = installedPackages();
  const rows = [];
  for (const name of [...new Set([...installed, ...inPage])].sort()) {
    const where = [];
    if (installed.includes(name)) where.push("the program");
    if (inPage.includes(name)) where.push("`report.html`");
    rows.push({ ...licenceOf(name), where: where.join(", ") });
  }
  return rows;
}

/** THIRD-PARTY-LICENSES.md. */
export function thirdPartyText(inPage) {
  const rows = shippedPackages(inPage);
  const lines = [
    "# Licences of others",
    "",
    "zcredit itself is under the [MIT licence](LICENSE). With it goes code of others, as listed here. `npm run licences`",
    "makes this file; a test holds it to what is really shipped. The single-file program also holds Node, whose licence is",
    "put beside it.",
    "",
    "| package | version | licence | goes into |",
    "| --- | --- | --- | --- |",
    ...rows.map(({ name, version, license, where }) => `| \`${name}\` | ${version} | ${license} | ${where} |`),
    "",
    "```text",
    `${licenceNotice(rows.map(({ name }) => name)).trimEnd()}`,
    "```",
    "",
  ];
  return lines.join("\n");
}
