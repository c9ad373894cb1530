import { useLayoutEffect, useRef } from "preact/hooks";
import type { Step, UsedRow } from "../../../model.js";
import type { Payload, ProposalEntry, RefusalEntry, ViolationEntry } from "../payload.js";
import { creditText, place, titleOf, withPart } from "./data.js";

interface Props {
  readonly payload: Payload;
  readonly id: string;
  readonly close: () => void;
}

/** Everything about one student: what is proposed, what is not and why, and the rows it rests on. */
export function StudentDialog({ payload, id, close }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  // Before the browser paints: whoever prints at once prints the student, never the list behind.
  useLayoutEffect(() => {
    dialog.current?.showModal();
  }, []);
  const facts = payload.students.find((student) => student.id === id);
  const proposals = payload.proposals.filter(({ student }) => student === id);
  const refusals = payload.refusals.filter(({ student }) => student === id);
  const violations = payload.violations.filter(({ student }) => student === id);
  const about = [
    facts?.schoolCode ? `school ${facts.schoolCode}` : "",
    facts?.gradeLevel ? `grade ${facts.gradeLevel}` : "",
    facts?.classOf ? `class of ${facts.classOf}` : "",
  ].filter((word) => word !== "");
  return (
    <dialog ref={dialog} aria-labelledby="student-title" onClose={close}>
      <div class="bar">
        <h2 id="student-title">{`Student ${id}`}</h2>
        {/* First, since the keyboard starts there: nothing is printed by a stray Enter. */}
        <button type="button" onClick={() => dialog.current?.close()}>
          Close
        </button>
        <button type="button" onClick={() => window.print()}>
          Print
        </button>
      </div>
      {about.length > 0 && <p class="lead">{about.join(", ")}</p>}
      <p class="ferpa">{document.querySelector(".ferpa")?.textContent}</p>
      {payload.cut !== "" && <p class="also">This student is shown whole, though the lists were cut.</p>}
      {proposals.length > 0 && <h3>Proposed</h3>}
      {proposals.map((entry) => (
        <ProposalCard key={entry.id} entry={entry} payload={payload} />
      ))}
      {refusals.length > 0 && <h3>Not proposed</h3>}
      {refusals.map((entry) => (
        <RefusalCard key={`${entry.pathway} ${entry.course} ${entry.part}`} entry={entry} payload={payload} />
      ))}
      {violations.length > 0 && <h3>Violations</h3>}
      {violations.map((entry) => (
        <ViolationCard key={`${entry.code} ${place(entry)} ${entry.column} ${entry.message}`} entry={entry} />
      ))}
    </dialog>
  );
}

const STATUS_WORDS = { ready: "ready to import", held: "held", waiver: "waived, with no transcript row" };

function ProposalCard({ entry, payload }: { readonly entry: ProposalEntry; readonly payload: Payload }) {
  const course = withPart(titleOf(payload.courses, entry.course), entry.part);
  const letters = entry.designations === "" ? "" : `, designations ${entry.designations}`;
  const record = entry.status === "waiver" ? "" : ` as ${entry.courseId}, mark ${entry.mark}${letters}`;
  return (
    <article>
      <h4>{`${course}: ${creditText(entry.credits)} credits, ${STATUS_WORDS[entry.status]}${record}`}</h4>
      <Pathway entry={entry} payload={payload} />
      {entry.missing.length > 0 && <p>{`Missing: ${entry.missing.join(", ")}. ${entry.turn}.`}</p>}
      {entry.approvals.length > 0 && <p>{`Approved: ${entry.approvals.join("; ")}.`}</p>}
      {entry.recovers !== null && <p>{`Recovers ${entry.recovers.says} (${place(entry.recovers)}).`}</p>}
      {entry.note !== "" && <p>{`Note: ${entry.note}`}</p>}
      <Reasoning entry={entry} payload={payload} />
    </article>
  );
}

function RefusalCard({ entry, payload }: { readonly entry: RefusalEntry; readonly payload: Payload }) {
  const words = payload.reasons[entry.reason];
  const others = entry.allReasons.filter((reason) => reason !== entry.reason);
  const course = entry.course === "" ? "" : `, ${withPart(titleOf(payload.courses, entry.course), entry.part)}`;
  return (
    <article>
      <h4>{`${titleOf(payload.pathways, entry.pathway)}${course}: ${entry.reason}`}</h4>
      <Pathway entry={entry} payload={payload} />
      <p>{words?.title}</p>
      {entry.note !== "" && <p>{`What was seen: ${entry.note}`}</p>}
      {entry.waits.map((wait) => (
        <p key={`${wait.course} ${wait.part}`}>
          {`Up to ${creditText(wait.credits)} credits of ${withPart(titleOf(payload.courses, wait.course), wait.part)} wait.`}
        </p>
      ))}
      {others.length > 0 && <p>{`It would also have stopped at: ${others.join(", ")}.`}</p>}
      <p>{`What to do: ${words?.remedy ?? ""}`}</p>
      {entry.doubtful.length > 0 && <Rows title="Rows in doubt" rows={entry.doubtful} />}
      <Reasoning entry={entry} payload={payload} />
    </article>
  );
}

function ViolationCard({ entry }: { readonly entry: ViolationEntry }) {
  return (
    <article>
      <h4>{`${entry.accepted ? "accepted" : entry.severity} ${entry.code}`}</h4>
      <p>{[place(entry), entry.message].filter((part) => part !== "").join(": ")}</p>
      <p>{`What to do: ${entry.remedy}`}</p>
      {entry.citation !== "" && <p class="also">{entry.citation}</p>}
    </article>
  );
}

type Considered = Pick<ProposalEntry, "pathway" | "clause" | "steps" | "evidence">;

function Pathway({ entry, payload }: { readonly entry: Considered; readonly payload: Payload }) {
  return <p class="also">{`${titleOf(payload.pathways, entry.pathway)} (${entry.pathway}); ${entry.clause}`}</p>;
}

function Reasoning({ entry, payload }: { readonly entry: Considered; readonly payload: Payload }) {
  const clear = entry.steps.filter(({ outcome, says }) => outcome === "held" && says === "");
  const telling = entry.steps.filter(({ outcome, says }) => outcome !== "held" || says !== "");
  return (
    <>
      {entry.evidence.length === 0 ? <p>Evidence on file: none.</p> : <Rows title="Evidence" rows={entry.evidence} />}
      <h5>Step by step</h5>
      <ol>
        {telling.map((step) => (
          <li key={step.check}>{stepText(step)}</li>
        ))}
        {clear.length > 0 && (
          <li>{`Nothing against it: ${clear.map(({ check }) => titleOf(payload.clear, check)).join("; ")}`}</li>
        )}
      </ol>
    </>
  );
}

function stepText({ check, outcome, says, leaves }: Step): string {
  const left = `${creditText(leaves)} credits left`;
  if (outcome === "held") return `Holds: ${says} (${left})`;
  if (outcome === "failed") return `Does not hold, ${check}: ${says}`;
  if (outcome === "dropped some") return `Holds in part, ${check}: ${says} (${left})`;
  return `Not looked at: ${check}`;
}

function Rows({ title, rows }: { readonly title: string; readonly rows: readonly UsedRow[] }) {
  return (
    <table>
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">Row</th>
          <th scope="col">Where</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${place(row)} ${row.says}`}>
            <td>{row.says}</td>
            <td>{place(row)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
