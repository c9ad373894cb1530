/**
 * A course code as it looks after a spreadsheet or a hurried hand: lower case, without leading zeros. Two codes that
 * fold alike are not the same course; they are near enough that a person must look.
 */
export function foldCode(code: string): string {
  return code.toLowerCase().replace(/^0+(?=.)/, "");
}
