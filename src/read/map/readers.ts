import { formatSchoolYear, parseDate, parseSchoolYear, schoolYearOf } from "../../date.js";
import type { Field } from "../../model.js";

/** What a new record says of a field, in zcredit's own forms: school years `2023-24`, dates ISO, letters run together. */
export type Canonical = (field: Field) => string;

interface Reader {
  /** For people: what the text of the column is. */
  readonly says: string;
  /** The text in zcredit's own form; a text that cannot be read is left as it stands, and the rules report it. */
  readonly read: (text: string) => string;
  /** What a new record puts into the column; absent: the value as it is. */
  readonly write?: (value: string, record: Canonical) => string;
}

/** The school year that begins in a calendar year: 2023 is `2023-24`. */
function fromFirst(year: number): string {
  return formatSchoolYear(year + 1, "short");
}

const TERM_ID = /^-?(\d{1,2})(\d{2})$/;

/** Term ids count school years from the one that began in 1990. */
const TERM_ID_YEAR_0 = 1990;

/** What the last two digits of a term id stand for; those of a whole year for no term. */
const TERMS: ReadonlyMap<string | undefined, string> = new Map([
  ["01", "S1"],
  ["02", "S2"],
  ["00", ""],
]);

function lastYear(canonical: string): number {
  return parseSchoolYear(canonical)?.year ?? 0;
}

/** `3501`: the 35th year after 1990, first term. A term that is neither the first nor the second is of the whole year. */
function termId(record: Canonical): string {
  const year = lastYear(record("school_year"));
  if (year === 0) return "";
  const semester = /^s(?:em(?:ester)?)? ?([12])$/i.exec(record("term"))?.[1] ?? "0";
  return `${year - 1 - TERM_ID_YEAR_0}0${semester}`;
}

/** Ways of reading a column that a list of values cannot say. A map names them under `read`. */
export const READERS = {
  "year-of-date": {
    says: "a date; the school year is the one it falls in (1 September to 31 August)",
    read: (text) => {
      const date = parseDate(text);
      return date === null ? text : formatSchoolYear(schoolYearOf(date), "short");
    },
    write: (_, record) => record("date_completed"),
  },
  "year-begins": {
    says: "the calendar year in which the school year begins",
    read: (text) => (/^(?:19|20|21)\d\d$/.test(text) ? fromFirst(Number(text)) : text),
    write: (value) => String(lastYear(value) - 1),
  },
  "year-slashed": {
    says: "both years with a slash between, as in 2023/2024",
    read: (text) => text.replace(/^(\d{4})\/(\d{2}|\d{4})$/, "$1-$2"),
    write: (value) => formatSchoolYear(lastYear(value), "long").replace("-", "/"),
  },
  "year-underscored": {
    says: "both years with an underscore between, as in 2023_2024",
    read: (text) => text.replace(/^(\d{4})_(\d{2}|\d{4})$/, "$1-$2"),
    write: (value) => formatSchoolYear(lastYear(value), "long").replace("-", "_"),
  },
  "powerschool-year": {
    says: "a PowerSchool TermID: its first digits and 1990 are the first year",
    read: (text) => {
      const match = TERM_ID.exec(text);
      return match === null ? text : fromFirst(TERM_ID_YEAR_0 + Number(match[1]));
    },
    write: (_, record) => termId(record),
  },
  "powerschool-term": {
    says: "a PowerSchool TermID: its last two digits are 01 and 02 for the semesters",
    read: (text) => {
      const match = TERM_ID.exec(text);
      return match === null ? text : (TERMS.get(match[2]) ?? text);
    },
    write: (_, record) => termId(record),
  },
  "five-digits": {
    says: "a state course code that may have lost its leading zeros",
    read: (text) => (/^\d{1,4}$/.test(text) ? text.padStart(5, "0") : text),
  },
  "in-apostrophes": {
    says: "an id with apostrophes round or before it",
    read: (text) => text.replace(/^'(.*?)'?$/, "$1").trim(),
  },
  "after-hash": {
    says: "a descriptor; what stands behind its # counts",
    read: (text) => text.slice(text.indexOf("#") + 1).trim(),
  },
} as const satisfies Readonly<Record<string, Reader>>;

export type ReaderName = keyof typeof READERS;

export function readerOf(name: ReaderName): Reader {
  return READERS[name];
}
