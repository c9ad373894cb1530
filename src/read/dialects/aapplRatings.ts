import type { MapDef } from "../map/schema.js";

/** ACTFL AAPPL, with one rating in each row. */
export const aapplRatings: MapDef = {
  format: 1,
  name: "aappl-ratings",
  title: "ACTFL AAPPL, one rating a row",
  kind: "scores",
  recognise: [["candidateid", "Rating", "Product"]],
  dates: ["M/D/YYYY", "MM/DD/YYYY", "YYYY-MM-DD"],
  fields: {
    student_id: { column: "candidateid", read: "in-apostrophes" },
    test: { template: "AAPPL {Language}" },
    part: "Product",
    date: "Test Date",
    level: { column: "Rating", missing: ["UR", "NR", "NE", "Not ordered"] },
    status: {
      cases: [{ when: [{ column: "Rating", in: ["UR", "NR", "NE", "Not ordered", ""] }], value: "not rated" }],
      otherwise: "valid",
    },
  },
  notes: [
    "A test is called AAPPL and its language; its parts are called as the column Product calls them.",
    "candidateid is what the test company was given: check that it is your student id.",
  ],
};
