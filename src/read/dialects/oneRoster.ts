import type { MapDef } from "../map/schema.js";

/** OneRoster's tables are for rosters and gradebooks: there are no credits and no transcript marks in them. */
export const oneRoster: MapDef = {
  format: 1,
  name: "oneroster",
  title: "a OneRoster table",
  kind: "transcript",
  recognise: [["sourcedId", "dateLastModified"]],
  refuse:
    "It holds no credits and no final marks, so it is no transcript. Export the transcript (historical grades) from your student system.",
  fields: {},
};
