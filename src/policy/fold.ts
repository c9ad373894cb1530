/**
 * A course code as it looks after a spreadsheet or a hurried hand: lower case, without leading zeros, quotes round it
 * or characters that nobody sees. Two codes that fold alike are not the same course; they are near enough that a person
 * must look.
 */
export function foldCode(code: string): string {
  const bare = code.normalize("NFKC").replace(DRESSING, "");
  return bare
    .trim()
    .toLowerCase()
    .replace(/^0+(?=.)/, "");
}

const DRESSING = /['"=`´‘’“”\u00ad\u200b-\u200d\u2060\ufeff]/gu;
