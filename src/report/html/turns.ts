/** Whose turn it is while one thing is missing, and for what, for a list that people work through. */
export function turnOf(missing: string): string {
  if (missing === "request") return "Student or family: ask for the credit";
  if (missing === "designation-column") return "Registrar: export transcripts with a designations column";
  if (missing === "term-column") return "Registrar: export transcripts with a term column";
  if (missing.endsWith(" credits")) return `${capital(missing.slice(0, -" credits".length))}: say how much credit`;
  return `${capital(missing)}: approve or deny`;
}

/** The first missing thing decides: the policy lists the roles in the order in which they are asked. */
export function firstTurn(missing: readonly string[]): string {
  const [first] = missing;
  return first === undefined ? "" : turnOf(first);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
