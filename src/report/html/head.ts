import { cspHash } from "./pack.js";

/**
 * What every page of zcredit begins with, up to its body: it may load nothing, send nothing, and run nothing but the
 * style and script that stand in it.
 *
 * @param title escaped
 * @param script none unless given
 * @param extra further elements before the title, a line each
 */
export function headHtml(title: string, style: string, script = "", extra: readonly string[] = []): string {
  const scripts = script === "" ? "" : ` script-src ${cspHash(script)};`;
  const policy = `default-src 'none';${scripts} style-src ${cspHash(style)}; base-uri 'none'; form-action 'none'`;
  return [
    "<!doctype html>",
    '<html lang="en">',
    "<head>",
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    ...extra,
    `<title>${title}</title>`,
    `<style>${style}</style>`,
    "</head>",
  ].join("\n");
}

/** A page about students tells no other where it was read. */
export const NO_REFERRER = '<meta name="referrer" content="no-referrer">';
