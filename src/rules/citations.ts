/** What a rule or a finding about a policy rests on. */
export interface Source {
  /** As it is printed. */
  readonly title: string;
  /** Where it can be read; empty where it has no address. */
  readonly url: string;
}

/** Sources by the short key that rules cite. */
export const SOURCES: Readonly<Record<string, Source>> = {
  HB: { title: "Mastery-Based Crediting Handbook 2.0 (State Board of Education, January 2023)", url: "" },
  FAQ: {
    title: "Mastery-based Learning FAQ (State Board of Education)",
    url: "https://www.sbe.wa.gov/faqs/mastery_based_learning",
  },
  SBEGED: { title: "GED FAQ (State Board of Education)", url: "https://www.sbe.wa.gov/faqs/ged" },
  TFAQ: { title: "High School Transcript FAQ #99 and #100 (OSPI, 2020-21), as quoted in the handbook", url: "" },
  "WAC 180-51-051": { title: "WAC 180-51-051", url: "https://apps.leg.wa.gov/wac/default.aspx?cite=180-51-051" },
  "WAC 180-51-051(3)(a)": {
    title: "WAC 180-51-051(3)(a)",
    url: "https://apps.leg.wa.gov/wac/default.aspx?cite=180-51-051",
  },
  "WAC 180-51-051(3)(b)": {
    title: "WAC 180-51-051(3)(b)",
    url: "https://apps.leg.wa.gov/wac/default.aspx?cite=180-51-051",
  },
  "WAC 180-51-051(3)(c)": {
    title: "WAC 180-51-051(3)(c)",
    url: "https://apps.leg.wa.gov/wac/default.aspx?cite=180-51-051",
  },
  "WAC 392-410-300": { title: "WAC 392-410-300", url: "https://app.leg.wa.gov/WAC/default.aspx?cite=392-410-300" },
  "WAC 392-410-350": { title: "WAC 392-410-350", url: "https://app.leg.wa.gov/WAC/default.aspx?cite=392-410-350" },
  "WAC 392-415-050": { title: "WAC 392-415-050", url: "https://app.leg.wa.gov/WAC/default.aspx?cite=392-415-050" },
  "RCW 28A.230.125": { title: "RCW 28A.230.125", url: "https://app.leg.wa.gov/rcw/default.aspx?cite=28A.230.125" },
  "RCW 28A.320.192": { title: "RCW 28A.320.192", url: "https://app.leg.wa.gov/rcw/default.aspx?cite=28A.320.192" },
  SCED: { title: "School Courses for the Exchange of Data (National Center for Education Statistics)", url: "" },
  LAYOUT: { title: "zcredit file layout", url: "" },
  POLICY: { title: "zcredit policy format", url: "" },
};

/** The sources of a rule as one line, in the order cited. A key without an entry is printed as it stands. */
export function citationText(keys: readonly string[]): string {
  return keys.map((key) => SOURCES[key]?.title ?? key).join("; ");
}
