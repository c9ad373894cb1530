import { describe, expect, it } from "vitest";
import { foldName, GROUP_KINDS, groupNamed, kindOf } from "../../src/equity/ospi.js";

describe("groups in the spelling of the state", () => {
  it.each([
    ["Race/Ethnicity", "Black or African American", "Black/ African American"],
    ["race_ethnicity", "Hispanic/Latino of any race(s)", "Hispanic/ Latino of any race(s)"],
    ["race", "TwoorMoreRaces", "Two or More Races"],
    ["RACE", "Native Hawaiian/Pacific Islander", "Native Hawaiian/ Other Pacific Islander"],
    ["Federal Race", "american indian/alaskan native", "American Indian/ Alaskan Native"],
    ["migrant_status", "Non-Migrant", "Non Migrant"],
    ["is_homeless", "N", "Non-Homeless"],
    ["ELL", "1", "English Language Learners"],
    ["Low Income", "yes", "Low-Income"],
    ["low-income flag", "non low-income", "Non-Low Income"],
    ["iep", "No", "Students without Disabilities"],
    ["sex", "f", "Female"],
    ["gender", "X", "Gender X"],
    ["Section 504", "Y", "Section 504"],
  ])("%s: %s is %s", (header, cell, group) => {
    expect(groupNamed(cell, kindOf(header))).toBe(group);
  });

  it("leaves the district's own groups as they stand, but for spaces", () => {
    expect(kindOf("first_language")).toBeNull();
    expect(groupNamed("  Ukrainian   or  Russian ", null)).toBe("Ukrainian or Russian");
    expect(groupNamed("Prefers not to say", kindOf("race"))).toBe("Prefers not to say");
  });

  it("means one group by each name", () => {
    for (const { title, groups } of GROUP_KINDS) {
      const names = Object.entries(groups).flatMap(([name, others]) => [...new Set([foldName(name), ...others])]);
      expect(new Set(names).size, title).toBe(names.length);
    }
  });
});
