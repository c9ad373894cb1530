import { formatCredit } from "../credit.js";
import type { WorldLanguageLevel } from "../data/worldLanguageLevels.js";
import type { TestOutline } from "../policy/outline.js";
import { definePolicyRule } from "../policy/policyRule.js";
import { testOf } from "../policy/references.js";

interface Facts {
  readonly level: string;
  readonly actfl: string;
  readonly gives: string;
  readonly listed: string;
  readonly isSure: boolean;
}

export const policyLanguageCreditDiffers = definePolicyRule<Facts>({
  code: "policy-language-credit-differs",
  severity: "info",
  title: "A level in a world language earns other credit than districts mostly give for it.",
  why: "Districts follow one table of levels and credits; another number may be meant, or be a slip.",
  remedy:
    "Compare the tier with the table that the board adopted. `zcredit lists worldLanguageLevels` shows the one held against it, and --lists puts yours in its place.",
  cites: ["HB"],
  check({ outline, lists }, hit) {
    for (const { tiers, tiered, kind, upTo: ceiling } of outline.pathways.entries) {
      if (kind === "waiver") continue;
      for (const { evidence, upTo: own } of tiers) {
        const upTo = tiered ? own : ceiling;
        if (upTo === null) continue;
        for (const { test, thresholds } of evidence.tests) {
          const outlined = testOf(outline, test);
          const level = thresholds.find(({ scale }) => scale === "level")?.level ?? null;
          if (outlined === null || outlined.language === null || level === null) continue;
          const entry = entryOf(level.text, outlined, lists.worldLanguageLevels);
          const gives = Math.round(upTo.value * 1000);
          if (entry === null || entry.credits === gives) continue;
          const facts = {
            level: level.text,
            actfl: entry.actfl,
            gives: formatCredit(gives),
            listed: formatCredit(entry.credits),
            isSure: entry.sure === "confirmed",
          };
          hit({ facts, path: upTo.path, value: facts.gives });
        }
      }
    }
  },
  say: ({ level, actfl, gives, listed, isSure }) =>
    `level "${level}"${level === actfl ? "" : ` (${actfl})`} gives up to ${gives}, and the table lists ${listed}${isSure ? "" : " (second-hand: the state’s own table could not be read)"}.`,
});

/** The line of the table that a level stands for: by its own name, or by what the test calls it. */
function entryOf(level: string, test: TestOutline, levels: readonly WorldLanguageLevel[]): WorldLanguageLevel | null {
  const name = level.toLowerCase();
  const byName = levels.find(({ actfl }) => actfl.toLowerCase() === name);
  if (byName !== undefined) return byName;
  const words = test.names.map(({ text }) => text.toUpperCase()).join(" ");
  for (const system of ["stamp", "aappl", "alta"] as const) {
    if (!words.includes(system.toUpperCase())) continue;
    return levels.find((entry) => entry[system].some((result) => result === level)) ?? null;
  }
  return null;
}
