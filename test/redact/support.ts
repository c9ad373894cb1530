import { strFromU8, unzlibSync } from "fflate";
import { check } from "../../src/index.js";
import { pseudonymsBy } from "../../src/redact/key.js";

/** What the tests of redaction share. */

export const KEY = new TextEncoder().encode("5d0c8a1fe2b34976c15a");
export const NAMES = pseudonymsBy(KEY);

export const FORMATS = ["csv", "json", "html", "sarif", "junit", "text"] as const;

type Inputs = Parameters<typeof check>[0];

/** Every file of a redacted check by its name; what the page has packed stands unpacked beside it. */
export async function redacted(inputs: Inputs): Promise<ReadonlyMap<string, string>> {
  const { files } = await check({ ...inputs, formats: FORMATS, redactKey: KEY });
  const all = new Map(files);
  const page = files.get("report.html");
  if (page !== undefined) all.set("report.html, unpacked", unpacked(page));
  return all;
}

export function unpacked(page: string): string {
  const letters = /<script type="text\/plain" id="data">([^<]*)<\/script>/.exec(page)?.[1]?.trim() ?? "";
  if (letters === "") throw new Error("the page has no data");
  return strFromU8(unzlibSync(Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0))));
}

/** Where any of the texts stands, in whatever case; a text of digits alone only where it is not part of a longer one. */
export function leaks(files: ReadonlyMap<string, string>, secrets: Iterable<string>): readonly string[] {
  const found: string[] = [];
  for (const [name, content] of files) {
    const folded = content.toLowerCase();
    for (const secret of secrets) {
      const at = placeOf(folded, secret.toLowerCase());
      if (at >= 0) found.push(`${name}: ${secret} in ${content.slice(Math.max(0, at - 60), at + 60)}`);
    }
  }
  return found;
}

function placeOf(content: string, secret: string): number {
  if (!/^[a-z0-9]+$/.test(secret)) return content.indexOf(secret);
  const escaped = JSON.stringify(secret).slice(1, -1);
  return content.search(new RegExp(`(?<![a-z0-9])${escaped}(?![a-z0-9])`));
}
