/**
 * Cases of public torture suites, made anew: what each is about, in records of our own. Every record is put behind the
 * cells of a sound transcript row (`row()` in the test), so that the whole reader works on it and not just a splitter.
 */
export interface TortureCase {
  /** The name under which the suite has it. */
  readonly name: string;
  /** What it is about. */
  readonly about: string;
  /** The suite's own header cells, as they stand in the file. */
  readonly header: string;
  /** Its records as they stand in the file, without the line end of the last. */
  readonly records: readonly string[];
  readonly lineEnd?: string;
  /** Whether a line end stands at the end of the file. */
  readonly ended?: boolean;
  /** The cells of the rows that are read; of a record that is refused, nothing. */
  readonly read: readonly (readonly string[])[];
  /** What is reported: line (the header is 1), and fault. */
  readonly reported?: readonly string[];
  /** The file itself, where it is not put behind sound cells; then this code stops the run. */
  readonly stops?: { readonly file: string; readonly code: string };
  /** Said where it is not read as the suite reads it. */
  readonly instead?: string;
}

/** csv-spectrum: every file of it is to be read, as its JSON says. */
const SPECTRUM: readonly TortureCase[] = [
  {
    name: "comma_in_quotes",
    about: "a comma inside quotes",
    header: "given,family,street,town,code",
    records: ['Mei,Oyelaran,9 Cedar Row,"Elk Bend, OR",00742'],
    read: [["Mei", "Oyelaran", "9 Cedar Row", "Elk Bend, OR", "00742"]],
  },
  {
    name: "empty",
    about: "empty cells in quotes",
    header: "p,q,r",
    records: ['8,"",""', "6,7,9"],
    read: [
      ["8", "", ""],
      ["6", "7", "9"],
    ],
  },
  {
    name: "empty_crlf",
    about: "the same with CRLF",
    header: "p,q,r",
    records: ['8,"",""', "6,7,9"],
    lineEnd: "\r\n",
    read: [
      ["8", "", ""],
      ["6", "7", "9"],
    ],
  },
  {
    name: "escaped_quotes",
    about: "doubled quotes inside quotes",
    header: "p,q",
    records: ['8,"so ""it"" goes"', "5,6"],
    ended: true,
    read: [
      ["8", 'so "it" goes'],
      ["5", "6"],
    ],
  },
  {
    name: "json",
    about: "JSON in a cell",
    header: "name,body",
    records: ['8,"{""kind"": ""Row"", ""list"": [7, 0.25]}"'],
    ended: true,
    read: [["8", '{"kind": "Row", "list": [7, 0.25]}']],
  },
  {
    name: "newlines",
    about: "a line end inside quotes",
    header: "p,q,r",
    records: ["7,8,9", '"Two rows \nin one cell",4,3', "5,6,2"],
    ended: true,
    read: [
      ["7", "8", "9"],
      ["Two rows \nin one cell", "4", "3"],
      ["5", "6", "2"],
    ],
  },
  {
    name: "newlines_crlf",
    about: "the same with CRLF",
    header: "p,q,r",
    records: ["7,8,9", '"Two rows \r\nin one cell",4,3', "5,6,2"],
    lineEnd: "\r\n",
    ended: true,
    read: [
      ["7", "8", "9"],
      ["Two rows \r\nin one cell", "4", "3"],
      ["5", "6", "2"],
    ],
  },
  {
    name: "quotes_and_newlines",
    about: "doubled quotes and line ends in one cell",
    header: "p,q",
    records: ['8,"so \n""it"" \ngoes"', "5,6"],
    ended: true,
    read: [
      ["8", 'so \n"it" \ngoes'],
      ["5", "6"],
    ],
  },
  {
    name: "simple",
    about: "a plain table",
    header: "p,q,r",
    records: ["7,8,9"],
    ended: true,
    read: [["7", "8", "9"]],
  },
  {
    name: "simple_crlf",
    about: "the same with CRLF",
    header: "p,q,r",
    records: ["7,8,9"],
    lineEnd: "\r\n",
    ended: true,
    read: [["7", "8", "9"]],
  },
  {
    name: "utf8",
    about: "letters beyond ASCII",
    header: "p,q,r",
    records: ["7,8,9", "5,6,ʬ"],
    ended: true,
    read: [
      ["7", "8", "9"],
      ["5", "6", "ʬ"],
    ],
  },
];

/** csv-test-data: files named `bad-` are to be refused, all others read. */
const TEST_DATA: readonly TortureCase[] = [
  {
    name: "all-empty",
    about: "nothing but line ends",
    header: "",
    records: [],
    read: [],
    stops: { file: "\n\n", code: "file-empty" },
  },
  {
    name: "bad-header-less-fields",
    about: "fewer cells than the header has",
    header: "p,q,r",
    records: ["7,8"],
    read: [],
    reported: ["2 truncated"],
  },
  {
    name: "bad-header-less-fields (2)",
    about: "the same with a line end after it: not in the suite",
    header: "p,q,r",
    records: ["7,8"],
    ended: true,
    read: [],
    reported: ["2 wrong-width"],
  },
  {
    name: "bad-header-more-fields",
    about: "more cells than the header has",
    header: "p,q,r",
    records: ["7,8,9,5"],
    read: [],
    reported: ["2 wrong-width"],
  },
  {
    name: "bad-header-no-header",
    about: "nothing at all",
    header: "",
    records: [],
    read: [],
    stops: { file: "", code: "file-empty" },
  },
  {
    name: "bad-header-wrong-header",
    about: "other columns than were asked for",
    header: "",
    records: [],
    read: [],
    stops: { file: "x,y,z", code: "header-missing-column" },
  },
  {
    name: "bad-missing-quote",
    about: "a quote never closed",
    header: "p,q,r",
    records: ['7,"nobody closes this,9'],
    read: [],
    reported: ["2 truncated"],
  },
  {
    name: "bad-missing-quote (2)",
    about: "the same with a line end after it: not in the suite",
    header: "p,q,r",
    records: ['7,"nobody closes this,9'],
    ended: true,
    read: [],
    reported: ["2 unclosed-quote"],
  },
  {
    name: "bad-quotes-with-unescaped-quote",
    about: "a single quote inside quotes",
    header: "p,q,r",
    records: ['7,"One "stays" open",9'],
    ended: true,
    read: [["7", '"One "stays" open"', "9"]],
    instead: "read with its quotes as they stand: no cell has shifted",
  },
  {
    name: "bad-quotes-with-unescaped-quote (2)",
    about: "the same with a comma right after it: not in the suite",
    header: "p,q,r",
    records: ['7,"One ", it stays",9'],
    ended: true,
    read: [],
    reported: ["2 wrong-width"],
  },
  {
    name: "bad-unescaped-quote",
    about: "quotes in a cell that has none round it",
    header: "p,q,r",
    records: ['7,Some "words" in it,9'],
    read: [["7", 'Some "words" in it', "9"]],
    instead: "read as it stands: inches and nicknames are written so, and no cell has shifted",
  },
  { name: "empty-field", about: "an empty cell", header: "p,q,r", records: ["7,,9"], read: [["7", "", "9"]] },
  {
    name: "empty-one-column",
    about: "one column, and nothing in it",
    header: "p",
    records: [""],
    ended: true,
    read: [[""]],
  },
  { name: "header-no-rows", about: "only a header", header: "p,q,r", records: [], read: [] },
  { name: "header-simple", about: "a header and a row", header: "p,q,r", records: ["7,8,9"], read: [["7", "8", "9"]] },
  {
    name: "leading-space",
    about: "a space before a cell is part of it",
    header: "p,q,r",
    records: ["7, moved in,9"],
    read: [["7", " moved in", "9"]],
  },
  { name: "one-column", about: "one column", header: "p", records: ["7"], read: [["7"]] },
  {
    name: "quotes-empty",
    about: "an empty cell in quotes",
    header: "p,q,r",
    records: ['7,"",9'],
    read: [["7", "", "9"]],
  },
  {
    name: "quotes-with-comma",
    about: "a comma inside quotes",
    header: "p,q,r",
    records: ['7,"Well, here it is.",9'],
    read: [["7", "Well, here it is.", "9"]],
  },
  {
    name: "quotes-with-escaped-quote",
    about: "a doubled quote inside quotes",
    header: "p,q,r",
    records: ['7,"One "" stands for one",9'],
    read: [["7", 'One " stands for one', "9"]],
  },
  {
    name: "quotes-with-newline",
    about: "a line end inside quotes",
    header: "p,q,r",
    records: ['7,"First of two,\nsecond of two",9'],
    read: [["7", "First of two,\nsecond of two", "9"]],
  },
  {
    name: "quotes-with-space",
    about: "spaces inside quotes",
    header: "p,q,r",
    records: ['7,"more words than one",9'],
    read: [["7", "more words than one", "9"]],
  },
  {
    name: "simple-crlf",
    about: "CRLF",
    header: "p,q,r",
    records: ["4,5,6", "7,8,9"],
    lineEnd: "\r\n",
    read: [
      ["4", "5", "6"],
      ["7", "8", "9"],
    ],
  },
  {
    name: "simple-lf",
    about: "LF",
    header: "p,q,r",
    records: ["4,5,6", "7,8,9"],
    read: [
      ["4", "5", "6"],
      ["7", "8", "9"],
    ],
  },
  {
    name: "trailing-newline-one-field",
    about: "one column, a line end at the end",
    header: "p",
    records: ["7"],
    ended: true,
    read: [["7"]],
  },
  {
    name: "trailing-newline",
    about: "a line end at the end is no further row",
    header: "p,q,r",
    records: ["7,8,9"],
    ended: true,
    read: [["7", "8", "9"]],
  },
  {
    name: "trailing-space",
    about: "a space after a cell is part of it",
    header: "p,q,r",
    records: ["7,moved out ,9"],
    read: [["7", "moved out ", "9"]],
  },
  { name: "utf8", about: "a letter of four bytes", header: "p,q,r", records: ["7,🦊,9"], read: [["7", "🦊", "9"]] },
];

export const SUITES: readonly { readonly suite: string; readonly cases: readonly TortureCase[] }[] = [
  { suite: "csv-spectrum", cases: SPECTRUM },
  { suite: "csv-test-data", cases: TEST_DATA },
];
