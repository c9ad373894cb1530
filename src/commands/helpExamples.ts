import type { Command } from "commander";

/** What to type, by command; each line is a whole command that holds with the files it names. */
export const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  "": [
    "zcredit init my-district",
    "zcredit check -t transcripts.csv -s scores.csv -p policy.json",
    "zcredit explain --student 1000000042 -t transcripts.csv -s scores.csv -p policy.json",
  ],
  check: [
    "zcredit check -t transcripts.csv -s scores.csv -p policy.json",
    "zcredit check -t north.csv -t south.csv -s scores.csv --approvals approvals.csv -p policy.json -o results",
    "zcredit check -t transcripts.csv -p policy.json --since latest --fail-on-new --quiet",
  ],
  merge: ["zcredit merge results-1 results-2 -o results"],
  explain: [
    "zcredit explain --student 1000000042 -t transcripts.csv -s scores.csv -p policy.json",
    "zcredit explain --student 1000000042 --course algebra-1 -t transcripts.csv -s scores.csv -p policy.json",
  ],
  accept: [
    "zcredit accept results --decisions decisions.csv",
    "zcredit accept results --decisions decisions.csv -o accepted",
  ],
  verify: [
    "zcredit verify --before old.csv --after new.csv",
    "zcredit verify --before old.csv --after new.csv --proposed results/proposed-records.csv",
    "zcredit verify --manifest results",
  ],
  audit: [
    "zcredit audit -t transcripts.csv -s scores.csv -p policy.json",
    "zcredit audit -t transcripts.csv -s scores.csv -p policy.json --sample 25 --seed 7",
  ],
  equity: [
    "zcredit equity -t transcripts.csv -s scores.csv --students students.csv -p policy.json",
    "zcredit equity -t transcripts.csv --students students.csv -p policy.json --min-n 20 -o review",
  ],
  rules: ["zcredit rules", "zcredit rules double-credit"],
  inspect: ["zcredit inspect transcripts.csv", "zcredit inspect export.txt --write-map map.json"],
  lists: ["zcredit lists", "zcredit lists designations", "zcredit lists courseCodes --json > lists.json"],
  init: ["zcredit init", "zcredit init my-district"],
  completion: [
    "zcredit completion bash >> ~/.bashrc",
    "zcredit completion fish > ~/.config/fish/completions/zcredit.fish",
  ],
  policy: ["zcredit policy check policy.json", "zcredit policy show policy.json --format html"],
  "policy check": [
    "zcredit policy check policy.json",
    "zcredit policy check policy.json --fail-on warning --format sarif",
  ],
  "policy test": ["zcredit policy test policy.json", "zcredit policy test policy.json --coverage"],
  "policy show": ["zcredit policy show policy.json", "zcredit policy show policy.json --format html > policy.html"],
  "policy diff": [
    "zcredit policy diff old.json new.json",
    "zcredit policy diff old.json new.json -t transcripts.csv -s scores.csv",
  ],
  "policy schema": ["zcredit policy schema > policy.schema.json"],
};

/** Puts the examples below the help of each command. */
export function addExamples(command: Command, path = ""): void {
  const lines = EXAMPLES[path] ?? [];
  if (lines.length > 0) command.addHelpText("after", `\nExamples:\n${lines.map((line) => `  ${line}`).join("\n")}`);
  for (const child of command.commands) addExamples(child, path === "" ? child.name() : `${path} ${child.name()}`);
}
