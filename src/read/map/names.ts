/**
 * A header cell as maps compare it: without a leading `[01]` or `[students]`, without a leading `table.`, in lower case,
 * letters and digits alone. So `[1]Student_Number`, `STUDENTS.Student_Number` and `student number` are one name.
 */
export function foldName(cell: string): string {
  return cell
    .replace(/^\uFEFF/, "")
    .trim()
    .replace(/^\[[^\]]*\]/, "")
    .replace(/^[A-Za-z]\w*\.(?=\w)/, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}
