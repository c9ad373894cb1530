import { didYouMean } from "../config/nearest.js";
import { NotDone, notDone } from "../errors.js";
import { EXIT, type ExitCode } from "../exit.js";
import type { CommandShape, FlagShape } from "./commandShape.js";
import type { Words } from "./words.js";

/*
 * Scripts that complete what a person types, made from the program's own commands, so that they know every flag. They
 * are whole in themselves: completing starts no program and reads no file but the names in a folder.
 */

const SHELLS = { bash, zsh, fish, powershell } as const;
type Shell = keyof typeof SHELLS;
export const SHELL_NAMES: readonly string[] = Object.keys(SHELLS);

function isShell(name: string): name is Shell {
  return Object.hasOwn(SHELLS, name);
}

/**
 * `zcredit completion SHELL`: the script for one shell, on standard output.
 * @throws NotDone where there is none for that shell.
 */
export function completion({ words, problems }: Words, root: CommandShape): ExitCode {
  if (problems.length > 0) throw new NotDone(problems);
  const [shell = ""] = words;
  if (!isShell(shell)) {
    const hint = didYouMean(shell, SHELL_NAMES);
    throw notDone(`zcredit completion ${shell}`, `there are scripts for ${SHELL_NAMES.join(", ")}.${hint}`);
  }
  process.stdout.write(SHELLS[shell](flat(root)));
  return EXIT.done;
}

interface Place {
  /** `policy check`; empty: zcredit itself. */
  readonly path: string;
  readonly shape: CommandShape;
}

function flat(shape: CommandShape, path = ""): readonly Place[] {
  const below = shape.commands.flatMap((child) => flat(child, path === "" ? child.name : `${path} ${child.name}`));
  return [{ path, shape }, ...below];
}

/** Text within single quotes of a shell of the Bourne family. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function names(flags: readonly FlagShape[]): readonly string[] {
  return flags.flatMap((flag) => flag.names);
}

/** Lines of a `case` that follow the words typed so far down to the command that is meant. */
function steps(places: readonly Place[], variable: string): string {
  const lines: string[] = [];
  for (const { path } of places) {
    if (path === "") continue;
    const [parent, name] = [path.split(" ").slice(0, -1).join(" "), path.split(" ").at(-1)];
    lines.push(`      ${quoted(`${parent}:${name}`)}) ${variable}=${quoted(path)} ;;`);
  }
  return lines.join("\n");
}

function bash(places: readonly Place[]): string {
  const cases = places.map(({ path, shape }) => {
    const words = [...shape.commands.map(({ name }) => name), ...shape.words, ...names(shape.flags)];
    const values = shape.flags.flatMap(({ names: own, value, choices }) => {
      if (value === "none") return [];
      const does =
        choices.length > 0 ? `_zcredit_words ${quoted(choices.join(" "))}` : value === "file" ? "_zcredit_files" : ":";
      return [`        ${own.join("|")}) ${does}; return ;;`];
    });
    const previous = values.length === 0 ? "" : `      case "$prev" in\n${values.join("\n")}\n      esac\n`;
    return `    ${quoted(path)})\n${previous}      _zcredit_words ${quoted(words.join(" "))} ;;`;
  });
  return `# zcredit completion for bash. Use it: source <(zcredit completion bash)
_zcredit_words() {
  COMPREPLY=($(compgen -W "$1" -- "$cur"))
}
_zcredit_files() {
  local IFS=$'\\n'
  COMPREPLY=($(compgen -f -- "$cur"))
  type compopt >/dev/null 2>&1 && compopt -o filenames 2>/dev/null
}
_zcredit() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="\${COMP_WORDS[COMP_CWORD-1]}" at='' i
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "$at:\${COMP_WORDS[i]}" in
${steps(places, "at")}
    esac
  done
  COMPREPLY=()
  case "$at" in
${cases.join("\n")}
  esac
}
complete -o bashdefault -o default -F _zcredit zcredit
`;
}

function zsh(places: readonly Place[]): string {
  // A colon parts a word from what is said of it.
  const described = (word: string, says: string): string => quoted(`${word}:${says.replaceAll(":", "\\:")}`);
  const cases = places.map(({ path, shape }) => {
    const words = [
      ...shape.commands.map(({ name, says }) => described(name, says)),
      ...shape.words.map((word) => described(word, "")),
      ...shape.flags.flatMap((flag) => flag.names.map((name) => described(name, flag.says))),
    ];
    const values = shape.flags.flatMap(({ names: own, value, choices }) => {
      if (value === "none") return [];
      const does = choices.length > 0 ? `compadd -- ${choices.join(" ")}` : value === "file" ? "_files" : ":";
      return [`        (${own.join("|")}) ${does}; return ;;`];
    });
    const previous = values.length === 0 ? "" : `      case "$before" in\n${values.join("\n")}\n      esac\n`;
    return `    (${quoted(path)})\n${previous}      offered=(${words.join(" ")}) ;;`;
  });
  return `#compdef zcredit
# zcredit completion for zsh. Use it: source <(zcredit completion zsh), after compinit
_zcredit() {
  local at='' before="\${words[CURRENT-1]}"
  local -a offered
  local -i i
  for ((i = 2; i < CURRENT; i++)); do
    case "$at:\${words[i]}" in
${steps(places, "at")}
    esac
  done
  case "$at" in
${cases.join("\n")}
  esac
  _describe zcredit offered || _files
}
if [ "\${funcstack[1]}" = "_zcredit" ]; then
  _zcredit "$@"
else
  compdef _zcredit zcredit
fi
`;
}

function fish(places: readonly Place[]): string {
  const text = (words: string): string => `'${words.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
  const walk = places
    .filter(({ path }) => path !== "")
    .map(({ path }) => {
      const parent = path.split(" ").slice(0, -1).join(" ");
      return `            case ${text(`${parent}:${path.split(" ").at(-1)}`)}\n                set at ${text(path)}`;
    });
  const lines = places.flatMap(({ path, shape }) => {
    const start = `complete -c zcredit -n ${text(`__zcredit_at ${text(path)}`)}`;
    const words = [
      ...shape.commands.map(({ name, says }) => `${start} -f -a ${text(name)} -d ${text(says)}`),
      ...shape.words.map((word) => `${start} -f -a ${text(word)}`),
    ];
    const flags = shape.flags.map(({ names: own, says, value, choices }) => {
      const forms = own.map((name) => (name.startsWith("--") ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`));
      const takes = value === "none" ? "" : value === "file" && choices.length === 0 ? " -r -F" : " -x";
      const offers = choices.length === 0 ? "" : ` -a ${text(choices.join(" "))}`;
      return `${start} ${forms.join(" ")}${takes}${offers} -d ${text(says)}`;
    });
    return [...words, ...flags];
  });
  return `# zcredit completion for fish. Use it: zcredit completion fish > ~/.config/fish/completions/zcredit.fish
function __zcredit_at
    set -l at ''
    for word in (commandline -opc)[2..-1]
        switch "$at:$word"
${walk.join("\n")}
        end
    end
    test "$at" = "$argv[1]"
end
${lines.join("\n")}
`;
}

function powershell(places: readonly Place[]): string {
  const text = (words: string): string => `'${words.replaceAll("'", "''")}'`;
  const offer = (word: string, says: string): string => text(`${word}\t${says}`);
  const walk = places
    .filter(({ path }) => path !== "")
    .map(({ path }) => {
      const parent = path.split(" ").slice(0, -1).join(" ");
      return `            ${text(`${parent}:${path.split(" ").at(-1)}`)} { $at = ${text(path)} }`;
    });
  const offers = places.map(({ path, shape }) => {
    const words = [
      ...shape.commands.map(({ name, says }) => offer(name, says)),
      ...shape.words.map((word) => offer(word, word)),
      ...shape.flags.flatMap((flag) => flag.names.map((name) => offer(name, flag.says))),
    ];
    return `        ${text(path)} { ${words.join(", ")} }`;
  });
  // Where nothing is offered, PowerShell itself offers files.
  const values = places.flatMap(({ path, shape }) =>
    shape.flags
      .filter(({ value }) => value !== "none")
      .flatMap(({ names: own, choices }) =>
        own.map((name) => {
          const words = choices.map((choice) => offer(choice, choice)).join(", ");
          return `        ${text(`${path}:${name}`)} { ${words === "" ? "" : `${words}; `}return }`;
        }),
      ),
  );
  return `# zcredit completion for PowerShell. Use it: zcredit completion powershell | Out-String | Invoke-Expression
function Get-ZcreditWords($at, $before) {
    switch -CaseSensitive ("\${at}:$before") {
${values.join("\n")}
    }
    switch -CaseSensitive ($at) {
${offers.join("\n")}
    }
}
Register-ArgumentCompleter -Native -CommandName zcredit -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $at = ''
    $before = ''
    foreach ($element in $commandAst.CommandElements | Select-Object -Skip 1) {
        if ($element.Extent.EndOffset -ge $cursorPosition) { break }
        $before = $element.Extent.Text
        switch -CaseSensitive ("\${at}:$before") {
${walk.join("\n")}
        }
    }
    Get-ZcreditWords $at $before | Where-Object { $_ -clike "$wordToComplete*" } | ForEach-Object {
        $word, $says = $_ -split "\`t", 2
        [System.Management.Automation.CompletionResult]::new($word, $word, 'ParameterValue', $says)
    }
}
`;
}
