import type { Severity } from "../model.js";
import { byText } from "../order.js";

/** One thing that is wrong with a policy, for the person who owns it. */
export interface PolicyFinding {
  readonly code: string;
  readonly severity: Severity;
  /** What is wrong, with the value, in one or two sentences. */
  readonly message: string;
  /** RFC 6901; empty for the file as a whole. */
  readonly pointer: string;
  /** Both count from 1. */
  readonly line: number;
  readonly column: number;
  /** What it rests on, as printed; joined with `; `. */
  readonly citation: string;
  readonly remedy: string;
  /** The offending value as text; empty for lists, objects and things that are not there. */
  readonly value: string;
}

/** The codes of what the form of the file itself can have wrong, before any rule looks at its meaning. */
export const FORM_FAULTS = {
  "policy-json-invalid": {
    title: "The policy file is not JSON that can be read.",
    why: "Nothing of the policy can be relied on until the whole file can be read.",
    remedy: "Mend the file at this place; an editor that knows JSON marks it.",
  },
  "policy-key-duplicate": {
    title: "A key stands twice in one object.",
    why: "Only one of the two would count, and nobody could see which.",
    remedy: "Keep one of the two.",
  },
  "policy-key-unknown": {
    title: "A key is not one that a policy has.",
    why: "A mistyped key would silently weaken the policy.",
    remedy: "Correct the spelling or take the key out; `zcredit policy schema` gives the list to an editor.",
  },
  "policy-key-missing": {
    title: "A key that is needed is not there.",
    why: "What it says is never assumed.",
    remedy: "Add the key.",
  },
  "policy-value-invalid": {
    title: "A value is not of the kind that its key takes.",
    why: "It can't be read with certainty, so it is not read at all.",
    remedy: "Correct the value.",
  },
} as const;

export type FormFault = keyof typeof FORM_FAULTS;

/** By place in the file, then by code, so that a report reads from top to bottom. */
export function compareFindings(a: PolicyFinding, b: PolicyFinding): number {
  return (
    a.line - b.line ||
    a.column - b.column ||
    byText(a.code, b.code) ||
    byText(a.pointer, b.pointer) ||
    byText(a.message, b.message)
  );
}
