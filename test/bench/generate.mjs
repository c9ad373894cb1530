// An invented district of any size, with the shares of a real one:
// - a student has one to four years on the transcript, 12 entries a year (six courses, two terms): 30 on average
// - about 150 bytes an entry: ids of ten digits, names, titles, state codes, dates; one student in 20 has a quoted name
// - 150 course codes; the policy names a dozen of them, on which about one entry in ten stands
// - about 6 % of the marks earn nothing (F, I), 2 % are withdrawals
// - one entry in 300 is a mastery record: four at a time, by a language test, with one student in 40
// - one score for ten entries, nearly all of tests that no pathway reads
// - one student in 50 gets a proposal, one in 20 a refusal, one entry in 3,000 breaks a rule
// Every entry is worked out from the seed, the student and its number alone, so that they can be written in any order
// without holding them: a district of ten million entries takes no more memory than a small one.
import { once } from "node:events";
import { createWriteStream, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Entries that a student may have: four years of twelve, then four mastery records. */
const SLOTS = 52;
const A_YEAR = 12;
const COURSES_A_TERM = 6;
const LAST_YEAR = 2025;
const MASTERY_SHARE = 1 / 40;
const FAULT_SHARE = 1 / 3000;

const LAST_NAMES =
  "Nguyen Hernandez Kowalski Okafor Johansson Whitefeather Castellanos Park Baptiste Lindqvist Abernathy Morales Takahashi Fitzgerald Singh Delacroix Ivanov Yellowtail Anderson Gutierrez Thompson Marchetti Achterberg Hill Papadopoulos Rosenberg Silva Mbeki Carver Stillwell".split(
    " ",
  );
const FIRST_NAMES =
  "Maria James Aiyana Wei Fatima Oluwaseun Charlotte Diego Sienna Elijah Priya Noah Isabella Tomasz Ximena Benjamin Naomi Alexander Keisha Gabriel Juniper Mateo Anneliese Theo Rosalind".split(
    " ",
  );

/** Content areas of the six courses of a term: titles with their state codes, from which variants are made. */
const AREAS = [
  ["ENG", "English", ["Creative Writing 01104", "World Literature 01058", "Journalism 11101", "Debate 01152"]],
  ["MTH", "Mathematics", ["Pre-Algebra 02051", "Statistics 02201", "Precalculus 02110", "Financial Math 02154"]],
  ["SCI", "Science", ["Earth Science 03001", "Physics 03151", "Astronomy 03004", "Marine Science 03005"]],
  ["SOC", "Social Studies", ["Civics 04161", "Economics 04201", "Psychology 04254", "Geography 04001"]],
  ["ART", "Arts", ["Drawing 05156", "Choir 05110", "Photography 05167", "Ceramics 05159"]],
  ["ELE", "Electives", ["Physical Education 08001", "Health 08051", "Woodworking 13052", "Nutrition 08054"]],
];
const VARIANTS = ["", " Honors", " Intensive", " Seminar", " in the Community", " Online"];

/** The courses of the policy: by content area, a share of the students takes them one a year. */
const TRACKS = [
  { area: 0, share: 0.02, courses: ["ENG901 English 9 01001", "ENG1001 English 10 01002"] },
  { area: 1, share: 0.02, courses: ["MTH101 Algebra 1 02052", "MTH201 Geometry 02072", "MTH301 Algebra 2 02056"] },
  { area: 2, share: 0.3, courses: ["SCI101 Biology 03051", "SCI201 Chemistry 03101"] },
  { area: 3, share: 0.3, courses: ["SOC101 World History 04051", "SOC201 US History 04101"] },
  { area: 4, share: 0.04, courses: ["ART101 Art History 05153"] },
].map((track) => ({ ...track, courses: track.courses.map((text) => courseOf(text, track.area)) }));
const SPANISH = ["SPA101 Spanish 1 24052", "SPA201 Spanish 2 24053"].map((text) => courseOf(text, 4));

const CATALOGUE = AREAS.map(([prefix, , titles], area) =>
  VARIANTS.flatMap((variant, v) =>
    titles.map((title, t) =>
      courseOf(`${prefix}${4 + v}${t}${area} ${title.slice(0, -6)}${variant}${title.slice(-6)}`, area),
    ),
  ),
);

function courseOf(text, area) {
  const [code] = text.split(" ", 1);
  return {
    code,
    title: text.slice(code.length + 1, -6),
    state: text.slice(-5),
    area: area === 4 && code.startsWith("SPA") ? "World Languages" : AREAS[area][1],
  };
}

const RANKED = ["A", "A-", "B+", "B", "B-", "C+", "C", "C-", "D+", "D"];
const HEADER =
  "student_id,state_student_id,last_name,first_name,birth_date,district_code,school_code,school_year,term,grade_level,course_id,course_title,state_course_code,content_area,cte,mark,credits_attempted,credits_earned,designations,date_completed";

/** A number from 0 to below 1 that depends on nothing but its arguments. */
function chance(seed, student, about) {
  let mixed = Math.imul(seed ^ Math.imul(student + 1, 0x9e3779b1) ^ Math.imul(about + 1, 0x85ebca6b), 0x27d4eb2f);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
  return ((mixed ^ (mixed >>> 15)) >>> 0) / 4294967296;
}

// What a chance is asked about: entries are below 100, each of them with two numbers of its own.
const YEARS = 1000;
const MASTERY = 1001;
const NAME = 1002;
const TRACK = 1010;
const RETAKE = 2000;
const FAULT = 3000;
const EXAM = 4000;
const SCORE = 5000;

function district(seed) {
  const of = (student, about) => chance(seed, student, about);
  const years = (student) => 1 + Math.floor(of(student, YEARS) * 4);
  const isLinguist = (student) => of(student, MASTERY) < MASTERY_SHARE;
  const size = (student) => years(student) * A_YEAR + (isLinguist(student) ? 4 : 0);

  function fails(student, year, place) {
    return of(student, year * A_YEAR + place) < 0.06;
  }

  function course(student, year, place) {
    const area = place % COURSES_A_TERM;
    // The last course of a term may be last year's, taken again.
    if (area === 5 && year > 0) {
      const failed = place - 5 + 2 + (student % 2);
      if (fails(student, year - 1, failed) && of(student, RETAKE + year) < 0.4)
        return course(student, year - 1, failed);
    }
    const track = TRACKS[area];
    if (track !== undefined && of(student, TRACK + area) < track.share) {
      const own = track.courses[year];
      if (own !== undefined) return own;
    }
    const choice = CATALOGUE[area];
    return choice[Math.floor(of(student, 100 + year * 10 + area) * choice.length)];
  }

  function mark(student, year, place) {
    const among = of(student, year * A_YEAR + place);
    if (among < 0.05) return "F";
    if (among < 0.06) return "I";
    if (among < 0.08) return "W";
    if (among < 0.12) return "P";
    return RANKED[Math.floor(((among - 0.12) / 0.88) ** 1.6 * RANKED.length)];
  }

  function birthDate(student, name) {
    const month = 1 + (student % 12);
    return `${LAST_YEAR - 13 - years(student)}-${month < 10 ? "0" : ""}${month}-${10 + Math.floor(name * 19)}`;
  }

  function line(student, year, place, taken, given, designations) {
    const end = LAST_YEAR - years(student) + 1 + year;
    const isFirst = place < COURSES_A_TERM;
    const isFault = of(student, FAULT + year * A_YEAR + place) < FAULT_SHARE;
    const earned = given === "F" || given === "I" || given === "W" ? "0" : "0.5";
    const name = of(student, NAME);
    const last = LAST_NAMES[Math.floor(name * LAST_NAMES.length)];
    const first = FIRST_NAMES[Math.floor(((name * 7919) % 1) * FIRST_NAMES.length)];
    return `${1000000000 + student},${4000000000 + student},${name < 0.05 ? `"${last}, Jr."` : last},${first},${birthDate(student, name)},17901,${
      1000 + (student % 40)
    },${end - 1}-${end % 100},${isFirst ? "S1" : "S2"},${9 + year},${taken.code},${taken.title},${taken.state},${
      taken.area
    },N,${isFault ? "X" : given},0.5,${earned},${designations},${isFirst ? `${end}-01-31` : `${end}-06-15`}`;
  }

  /** The entry of a student with this number; null where the student has no such entry. */
  function entry(student, number) {
    const all = years(student) * A_YEAR;
    if (number >= 48) {
      if (!isLinguist(student)) return null;
      const record = number - 48;
      const place = (record % 2) * COURSES_A_TERM;
      return line(student, years(student) - 1, place, SPANISH[record >> 1], "P", "Z");
    }
    if (number >= all) return null;
    const year = Math.floor(number / A_YEAR);
    const place = number % A_YEAR;
    return line(student, year, place, course(student, year, place), mark(student, year, place), "B");
  }

  /** Those who failed a course of the policy that has an exam sometimes take it. */
  function* scores(student) {
    const date = `${LAST_YEAR}-05-${10 + (student % 20)}`;
    const id = 1000000000 + student;
    const count = Math.round((years(student) * A_YEAR) / 10 + of(student, SCORE) - 0.5);
    for (let test = 0; test < count; test += 1) {
      const level = 1 + Math.floor(of(student, SCORE + 1 + test) * 4);
      const year = LAST_YEAR - Math.floor(test / 3);
      yield `${id},${["INTERIM-MATH", "INTERIM-READING", "INTERIM-SCIENCE"][test % 3]},${year}-05-1${test % 3},${level},${2200 + level * 100},valid`;
    }
    if (isLinguist(student)) yield `${id},LANGUAGE,${LAST_YEAR - years(student)}-10-15,4,2600,valid`;
    for (const { area, share, courses } of TRACKS.slice(2, 4)) {
      if (of(student, TRACK + area) >= share || of(student, EXAM + area) > 0.2) continue;
      for (let year = 0; year < Math.min(courses.length, years(student)); year += 1) {
        const place = [area, area + COURSES_A_TERM].find((each) => fails(student, year, each));
        if (place !== undefined) yield `${id},EXAM-${courses[year].code},${date},4,2600,valid`;
      }
    }
  }

  return { size, entry, scores };
}

function policy() {
  const parts = [
    { id: "S1", terms: ["S1"], credits: 0.5 },
    { id: "S2", terms: ["S2"], credits: 0.5 },
  ];
  const taken = [...TRACKS.flatMap((track) => track.courses), ...SPANISH];
  const courses = taken.map(({ code, title, state, area }) => ({
    id: code.toLowerCase(),
    title,
    subject: area,
    stateCourseCode: state,
    credits: 1,
    courseIds: [code],
    parts,
  }));
  const test = (id) => ({
    id,
    title: id,
    scope: "local",
    scales: { level: { ordered: ["1", "2", "3", "4"] }, score: { min: 2000, max: 3000 } },
  });
  const exams = [...TRACKS[2].courses, ...TRACKS[3].courses].map(({ code }) => code);
  const shared = (id, title) => ({ id, title, clause: `Section ${id}`, grade: { mark: "P" } });
  const next = (from, to) => ({
    ...shared(`next-${to}`, `${to} by ${from}`),
    method: "next-course",
    progression: { standards: ["X"], attestedBy: "Content team", on: "2022-05-02" },
    attempt: { is: "required" },
    evidence: { course: from, minMark: "C" },
    award: { courses: [to], take: "lost" },
  });
  return {
    format: 1,
    district: { name: "Bench School District", code: "17901" },
    policies: [{ number: "1", adopted: "2018-01-01", effectiveFrom: "2018-01-01" }],
    equity: { provision: "Reviewed each year by student group." },
    marks: { ranked: RANKED, credit: ["P"], noCredit: ["F"], incomplete: ["I"], ignored: ["W"] },
    calendar: {
      terms: [
        { id: "S1", ends: "01-31" },
        { id: "S2", ends: "06-20" },
      ],
    },
    courses,
    tests: [
      ...["INTERIM-MATH", "INTERIM-READING", "INTERIM-SCIENCE", "LANGUAGE"].map(test),
      ...exams.map((code) => test(`EXAM-${code}`)),
    ],
    pathways: [
      next("eng1001", "eng901"),
      next("mth301", "mth101"),
      next("mth301", "mth201"),
      ...exams.map((code) => ({
        ...shared(`exam-${code}`, `${code} by exam`),
        method: "local-test",
        attempt: { is: "required" },
        evidence: { test: `EXAM-${code}`, min: { level: "3" } },
        award: { courses: [code.toLowerCase()], take: "lost" },
      })),
      {
        ...shared("language", "Spanish by a language test"),
        method: "national-test",
        attempt: { is: "irrelevant" },
        evidence: { test: "LANGUAGE", min: { level: "3" } },
        award: {
          courses: SPANISH.map(({ code }) => code.toLowerCase()),
          take: "open",
          upTo: 2,
          netOfClassCredit: false,
        },
      },
    ],
  };
}

async function writeLines(path, lines) {
  const stream = createWriteStream(path);
  let block = "";
  for (const line of lines) {
    block += `${line}\n`;
    if (block.length > 262_144) {
      if (!stream.write(block)) await once(stream, "drain");
      block = "";
    }
  }
  stream.end(block);
  await once(stream, "finish");
}

/** Students until there are so many rows; the last one may have fewer than they should. */
function countStudents(size, rows) {
  let students = 0;
  let left = rows;
  while (left > 0) {
    left -= size(students);
    students += 1;
  }
  return { students, surplus: -left };
}

function* transcript({ entry }, { students, surplus }, order) {
  yield HEADER;
  const places = students * SLOTS;
  let skip = surplus;
  // The rows that the last student loses are the same in either order.
  const lost = new Set();
  for (let place = places - 1; skip > 0; place -= 1) {
    if (entry(students - 1, place % SLOTS) === null) continue;
    lost.add(place);
    skip -= 1;
  }
  const step = order === "shuffled" ? stepFor(places) : 1;
  for (let n = 0, place = 0; n < places; n += 1, place = (place + step) % places) {
    const line = lost.has(place) ? null : entry(Math.floor(place / SLOTS), place % SLOTS);
    if (line !== null) yield line;
  }
}

/** A walk through all places by a step that shares no divisor with their number leaves none out and needs no memory. */
function stepFor(places) {
  const divisor = (a, b) => (b === 0 ? a : divisor(b, a % b));
  let step = Math.floor(places * 0.618);
  while (divisor(step, places) !== 1) step += 1;
  return step;
}

function* allScores({ scores }, students) {
  yield "student_id,test,date,level,score,status";
  for (let student = 0; student < students; student += 1) yield* scores(student);
}

/**
 * Writes `transcripts.csv` with just so many rows, `scores.csv` and `policy.json`.
 *
 * @param order `sorted`: by student, or `shuffled`: the same rows, those of a student far from each other
 */
export async function generate(folder, rows, seed, order = "sorted") {
  const made = district(seed);
  const counted = countStudents(made.size, rows);
  await writeLines(join(folder, "transcripts.csv"), transcript(made, counted, order));
  await writeLines(join(folder, "scores.csv"), allScores(made, counted.students));
  writeFileSync(join(folder, "policy.json"), JSON.stringify(policy(), null, 2));
}
