/*
 * Student groups in the spelling of the files that the state publishes (OSPI, enrollment and assessment files on
 * data.wa.gov), and what else districts call them. Names are compared by their letters and digits alone.
 */

/** A way of grouping students that the state reports. */
export interface GroupKind {
  readonly title: string;
  /** Headers that mean it, folded. */
  readonly headers: readonly string[];
  /** Each group in the state's spelling, with what else it is called, folded. */
  readonly groups: Readonly<Record<string, readonly string[]>>;
}

const YES = ["y", "yes", "1", "true", "t", "x"];
const NO = ["n", "no", "0", "false", "f"];

function pair(title: string, headers: readonly string[], yes: string, no: string, also: readonly string[]): GroupKind {
  return { title, headers, groups: { [yes]: [...YES, ...also], [no]: [...NO, ...also.map((name) => `non${name}`)] } };
}

export const GROUP_KINDS: readonly GroupKind[] = [
  {
    title: "Race/ethnicity",
    headers: ["raceethnicity", "race", "ethnicity", "racialethnicgroup", "federalrace", "federalraceethnicity"],
    groups: {
      "American Indian/ Alaskan Native": [
        "americanindian",
        "americanindianalaskanative",
        "americanindianoralaskanative",
        "americanindianoralaskannative",
        "alaskanative",
        "nativeamerican",
      ],
      Asian: [],
      "Black/ African American": ["black", "africanamerican", "blackorafricanamerican"],
      "Hispanic/ Latino of any race(s)": [
        "hispanic",
        "latino",
        "latina",
        "latinx",
        "hispaniclatino",
        "hispanicorlatino",
        "hispaniclatinoofanyrace",
        "hispanicorlatinoofanyrace",
        "hispanicorlatinoofanyraces",
      ],
      "Native Hawaiian/ Other Pacific Islander": [
        "nativehawaiian",
        "pacificislander",
        "nativehawaiianpacificislander",
        "nativehawaiianorotherpacificislander",
      ],
      "Two or More Races": ["twoormore", "multiracial", "multirace", "morethanonerace"],
      White: ["caucasian"],
    },
  },
  {
    title: "Gender",
    headers: ["gender", "sex"],
    groups: { Female: ["f"], Male: ["m"], "Gender X": ["x", "nonbinary", "nb"] },
  },
  pair(
    "English learner",
    ["ell", "el", "ml", "englishlearner", "englishlanguagelearner", "englishlanguagelearners", "multilinguallearner"],
    "English Language Learners",
    "Non-English Language Learners",
    ["ell", "el", "englishlearner", "englishlearners", "englishlanguagelearner", "multilinguallearner"],
  ),
  pair(
    "Disability",
    ["disability", "disabled", "swd", "iep", "specialeducation", "sped", "studentswithdisabilities"],
    "Students with Disabilities",
    "Students without Disabilities",
    ["swd", "iep", "disability", "specialeducation", "studentwithdisability"],
  ),
  pair(
    "Income",
    ["lowincome", "income", "frl", "frpl", "freereducedlunch", "economicallydisadvantaged"],
    "Low-Income",
    "Non-Low Income",
    ["frl", "frpl", "free", "reduced", "freereduced", "economicallydisadvantaged"],
  ),
  pair("Section 504", ["section504", "504", "plan504"], "Section 504", "Non Section 504", ["504"]),
  pair("Foster care", ["foster", "fostercare", "fosteryouth"], "Foster Care", "Non-Foster Care", ["foster"]),
  pair("Homeless", ["homeless", "mckinneyvento"], "Homeless", "Non-Homeless", []),
  pair("Migrant", ["migrant"], "Migrant", "Non Migrant", []),
  pair("Military parent", ["military", "militaryparent", "militaryfamily"], "Military Parent", "Non Military Parent", [
    "military",
    "militaryfamily",
  ]),
  pair("Highly capable", ["highlycapable", "hicap", "gifted"], "Highly Capable", "Non-Highly Capable", [
    "hicap",
    "gifted",
  ]),
  pair("Mobile", ["mobile"], "Mobile", "Non-Mobile", []),
];

/** Letters and digits alone, without marks over letters. */
export function foldName(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** The kind of grouping that a header names; null: one of the district's own. */
export function kindOf(header: string): GroupKind | null {
  const folded = foldName(header)
    .replace(/^(?:is|has)(?=.)/, "")
    .replace(/(?<=.)(?:status|flag|indicator|group)$/, "");
  return GROUP_KINDS.find(({ headers }) => headers.includes(folded)) ?? null;
}

/** The group that a cell names, in the state's spelling where the state has one, else as it stands. */
export function groupNamed(cell: string, kind: GroupKind | null): string {
  const text = cell.trim().replace(/\s+/g, " ");
  const folded = foldName(text);
  for (const [name, others] of Object.entries(kind?.groups ?? {})) {
    if (foldName(name) === folded || others.includes(folded)) return name;
  }
  return text;
}
