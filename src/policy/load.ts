import { type Lists, SHIPPED_LISTS } from "../data/lists.js";
import type { IsoDate } from "../date.js";
import { citationText } from "../rules/citations.js";
import { POLICY_RULES } from "../rules/policyIndex.js";
import { compilePolicy } from "./compile.js";
import type { CompiledPolicy } from "./compiled.js";
import { compareFindings, FORM_FAULTS, type FormFault, type PolicyFinding } from "./finding.js";
import { type JsonFile, type JsonProblem, type Path, pointerOf, readJson } from "./json.js";
import { outlinePolicy } from "./outline.js";
import { inWords, isObject } from "./raw.js";
import { policySchema } from "./schema.js";
import { type FormFinding, schemaFindings } from "./schemaFindings.js";

export interface PolicyInputFile {
  /** Display name, for wording. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** SHA-256 of the bytes, hex. */
  readonly sha256: string;
}

export interface LoadedPolicy {
  /** Null where any finding is an error: nothing is decided by a policy in doubt. */
  readonly policy: CompiledPolicy | null;
  /** Everything that is wrong, from top to bottom of the file. */
  readonly findings: readonly PolicyFinding[];
}

/**
 * Reads, checks and compiles a policy. All faults are found at once: a fault of form hides no fault of meaning, except
 * where the file is no JSON at all. Pure; never throws for what a file holds.
 *
 * @param awardDate the day by which "in effect" and "overdue" are judged
 */
export function loadPolicy(input: PolicyInputFile, awardDate: IsoDate, lists: Lists = SHIPPED_LISTS): LoadedPolicy {
  const text = decode(input.bytes);
  if (typeof text !== "string") return broken(text.message);
  if (text.trim() === "") return broken(`${input.name} is empty: there is no policy in it.`);
  const json = readJson(text);
  const problems = json.problems.map(jsonFinding);
  if (json.value === undefined) return { policy: null, findings: problems.toSorted(compareFindings) };
  if (!isObject(json.value)) {
    return broken(`${input.name} holds no policy: it must be one object, from "{" to "}".`, json);
  }
  const form = schemaFindings(json.value).map((finding) => formFinding(finding, json));
  const findings = withoutDoubles([...problems, ...form, ...ruleFindings(json, awardDate, lists)]).toSorted(
    compareFindings,
  );
  if (findings.some((finding) => finding.severity === "error")) return { policy: null, findings };
  return { policy: compilePolicy(policySchema.parse(json.value), input.sha256, lists), findings };
}

function decode(bytes: Uint8Array): string | { readonly message: string } {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return { message: "The policy is saved as UTF-16. Save it again as UTF-8." };
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return { message: "The policy is not text in UTF-8. Save it again as plain text in UTF-8." };
  }
}

/** A file of which nothing can be read. */
function broken(message: string, json?: JsonFile): LoadedPolicy {
  const place = json === undefined ? { line: 1, column: 1 } : json.valueAt([]);
  return { policy: null, findings: [finding("policy-json-invalid", message, [], place, "")] };
}

const JSON_CODES = {
  syntax: "policy-json-invalid",
  duplicate: "policy-key-duplicate",
  number: "policy-value-invalid",
} as const;

function jsonFinding(problem: JsonProblem): PolicyFinding {
  return finding(JSON_CODES[problem.what], `${capital(problem.message)}.`, problem.path, problem, problem.value);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function formFinding({ code, message, path, on, value }: FormFinding, json: JsonFile): PolicyFinding {
  return finding(code, message, path, on === "key" ? json.keyAt(path) : json.valueAt(path), value);
}

function finding(
  code: FormFault,
  message: string,
  path: Path,
  { line, column }: { readonly line: number; readonly column: number },
  value: string,
): PolicyFinding {
  const { remedy } = FORM_FAULTS[code];
  return {
    code,
    severity: "error",
    message,
    pointer: pointerOf(path),
    line,
    column,
    citation: citationText(["POLICY"]),
    remedy,
    value,
  };
}

function ruleFindings(json: JsonFile, awardDate: IsoDate, lists: Lists): readonly PolicyFinding[] {
  const subject = { outline: outlinePolicy(json.value, lists), awardDate, lists };
  const findings: PolicyFinding[] = [];
  for (const rule of POLICY_RULES) {
    rule.check(subject, (hit) => {
      const where = inWords(json.value, hit.path);
      const said = rule.say(hit.facts);
      const { line, column } = hit.on === "key" ? json.keyAt(hit.path) : json.valueAt(hit.path);
      findings.push({
        code: rule.code,
        severity: rule.severity,
        message: where === "" ? capital(said) : `${where}: ${said}`,
        pointer: pointerOf(hit.path),
        line,
        column,
        citation: citationText(rule.cites),
        remedy: rule.remedy,
        value: hit.value ?? "",
      });
    });
  }
  return findings;
}

/** One place has one fault of one code: a number with too many digits is not also called too precise. */
function withoutDoubles(findings: readonly PolicyFinding[]): readonly PolicyFinding[] {
  const seen = new Set<string>();
  return findings.filter(({ code, pointer, message }) => {
    const key = code === "policy-value-invalid" ? `${code} ${pointer}` : `${code} ${pointer} ${message}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
