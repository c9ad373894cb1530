import type { VNode } from "preact";
import type { Payload, ProposalEntry, RefusalEntry, SeniorEntry, StudentEntry, ViolationEntry } from "../payload.js";
import { creditText, place, titleOf, withPart } from "./data.js";
import { type ListColumn, ListTable } from "./listTable.js";

type Open = (student: string) => void;

/** A student's id that opens the whole reasoning. */
function StudentButton({ id, open }: { readonly id: string; readonly open: Open }) {
  if (id === "") return <span class="also">no student</span>;
  return (
    <button type="button" class="open" aria-haspopup="dialog" onClick={() => open(id)}>
      {id}
    </button>
  );
}

function studentColumn<T extends { readonly student: string }>(open: Open, known: ReadonlySet<string>): ListColumn<T> {
  return {
    id: "student",
    title: "Student",
    value: ({ student }) => student,
    cell: ({ student }) => (known.has(student) ? <StudentButton id={student} open={open} /> : student || "no student"),
  };
}

function credits<T>(title: string, value: (item: T) => number): ListColumn<T> {
  return { id: title, title, value, number: true, cell: (item) => (value(item) === 0 ? "" : creditText(value(item))) };
}

function text<T>(title: string, value: (item: T) => string): ListColumn<T> {
  return { id: title, title, value };
}

function choice<T>(title: string, value: (item: T) => string): ListColumn<T> {
  return { id: title, title, value, choose: true };
}

/** Only where there were earlier results to compare with. */
function sinceColumn<T extends { readonly since: string }>(items: readonly T[]): readonly ListColumn<T>[] {
  return items.some(({ since }) => since !== "") ? [choice("Since earlier", ({ since }) => since)] : [];
}

/** Numbers as text would sort 10 before 9. */
function gradeValue(grade: string): string | number {
  return /^-?\d+$/.test(grade) ? Number(grade) : grade;
}

/** Every list of the page by the id of its view. */
export function listsOf(payload: Payload, open: Open): Readonly<Record<string, () => VNode>> {
  const known = new Set(payload.students.map(({ id }) => id));
  const course = ({ course: id, part }: { readonly course: string; readonly part: string }): string =>
    id === "" ? "" : withPart(titleOf(payload.courses, id), part);
  const pathway = ({ pathway: id }: { readonly pathway: string }): string => titleOf(payload.pathways, id);

  const proposals: readonly ListColumn<ProposalEntry>[] = [
    studentColumn(open, known),
    choice("Status", ({ status }) => status),
    text("Course", course),
    credits("Credits", (entry) => entry.credits),
    text("Mark", ({ mark }) => mark),
    choice("Pathway", pathway),
    choice("School", ({ school }) => school),
    { id: "Grade", title: "Grade", value: ({ grade }) => gradeValue(grade), choose: true, number: true },
    text("Missing", ({ missing }) => missing.join(", ")),
    ...sinceColumn(payload.proposals),
  ];
  const held = payload.proposals.filter(({ missing }) => missing.length > 0);
  const progress: readonly ListColumn<ProposalEntry>[] = [
    choice("Whose turn", ({ turn }) => turn),
    studentColumn(open, known),
    text("Course", course),
    credits("Credits", (entry) => entry.credits),
    choice("Pathway", pathway),
    choice("School", ({ school }) => school),
    text("Then", ({ missing }) => missing.slice(1).join(", ")),
    text("Already there", ({ approvals }) => approvals.join("; ")),
  ];
  const seniors: readonly ListColumn<SeniorEntry>[] = [
    studentColumn(open, known),
    choice("Standing", ({ standing }) => standing),
    text("For", ({ what }) => what),
    credits("Credits", (entry) => entry.credits),
    text("What stands between", ({ because }) => because),
    choice("Pathway", (entry) => entry.pathway),
    choice("School", ({ school }) => school),
  ];
  const refusals: readonly ListColumn<RefusalEntry>[] = [
    studentColumn(open, known),
    choice("Pathway", pathway),
    text("Course", course),
    {
      id: "Reason",
      title: "Reason",
      value: ({ reason }) => reason,
      choose: true,
      also: ({ reason }) => payload.reasons[reason]?.title ?? "",
      cell: ({ reason }) => (
        <>
          <strong>{reason}</strong>
          <br />
          {payload.reasons[reason]?.title}
        </>
      ),
    },
    text("What was seen", ({ note }) => note),
    choice("School", ({ school }) => school),
  ];
  const violations: readonly ListColumn<ViolationEntry>[] = [
    choice("Severity", ({ severity, accepted }) => (accepted ? "accepted" : severity)),
    choice("Code", ({ code }) => code),
    studentColumn(open, known),
    {
      id: "Where",
      title: "Where",
      // Padded, so that line 9 comes before line 10.
      value: ({ file, line }) => `${file} ${String(line).padStart(9, "0")}`,
      also: place,
      cell: place,
    },
    {
      id: "What and what to do",
      title: "What and what to do",
      value: ({ message }) => message,
      also: ({ remedy, citation }) => `${remedy} ${citation}`,
      cell: ({ message, remedy, citation }) => (
        <>
          {message}
          <br />
          <span class="also">
            {remedy} {citation !== "" && `(${citation})`}
          </span>
        </>
      ),
    },
    credits("Credits that wait", (entry) => entry.withholds),
    choice("School", ({ school }) => school),
    ...sinceColumn(payload.violations),
  ];
  const students: readonly ListColumn<StudentEntry>[] = [
    { id: "student", title: "Student", value: ({ id }) => id, cell: ({ id }) => <StudentButton id={id} open={open} /> },
    choice("School", ({ schoolCode }) => schoolCode),
    { id: "Grade", title: "Grade", value: ({ gradeLevel }) => gradeValue(gradeLevel), choose: true, number: true },
    choice("Class of", ({ classOf }) => classOf),
    credits("Ready", (entry) => entry.ready),
    credits("Held", (entry) => entry.held),
    { id: "Refused", title: "Refused", value: ({ refused }) => refused, number: true },
    { id: "Violations", title: "Violations", value: (entry) => entry.violations, number: true },
    credits("Credits that wait", (entry) => entry.waits),
  ];
  return {
    proposals: () => (
      <ListTable name="Proposals" items={payload.proposals} columns={proposals} none="No record is proposed." />
    ),
    progress: () => <ListTable name="In progress" items={held} columns={progress} none="Nothing is held." />,
    seniors: () => (
      <ListTable name="Seniors" items={payload.seniors} columns={seniors} none="Nothing was found for a senior." />
    ),
    refusals: () => (
      <ListTable name="Not proposed" items={payload.refusals} columns={refusals} none="No pathway was refused." />
    ),
    violations: () => (
      <ListTable name="Violations" items={payload.violations} columns={violations} none="No rule was broken." />
    ),
    students: () => (
      <ListTable name="Students" items={payload.students} columns={students} none="Nothing was found for anyone." />
    ),
  };
}
