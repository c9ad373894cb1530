import type { MapDef } from "../map/schema.js";
import { aappl } from "./aappl.js";
import { aapplRatings } from "./aapplRatings.js";
import { advancedPlacement } from "./advancedPlacement.js";
import { cedarsExtract } from "./cedarsExtract.js";
import { cedarsHistory } from "./cedarsHistory.js";
import { ceds } from "./ceds.js";
import { edfi } from "./edfi.js";
import { oneRoster } from "./oneRoster.js";
import { onlineReporting } from "./onlineReporting.js";
import { powerschool } from "./powerschool.js";
import { powerschoolImport } from "./powerschoolImport.js";
import { smarterCollege } from "./smarterCollege.js";
import { smarterExport } from "./smarterExport.js";
import { smarterLanding } from "./smarterLanding.js";
import { smarterScreen } from "./smarterScreen.js";
import { stamp } from "./stamp.js";
import { washingtonScores } from "./washingtonScores.js";
import { washingtonWide } from "./washingtonWide.js";

/** Every layout that zcredit knows besides its own: one file each, in the order in which people are shown them. */
export const DIALECTS: readonly MapDef[] = [
  cedarsHistory,
  cedarsExtract,
  powerschool,
  powerschoolImport,
  edfi,
  ceds,
  smarterExport,
  smarterScreen,
  smarterCollege,
  smarterLanding,
  washingtonScores,
  washingtonWide,
  onlineReporting,
  stamp,
  aappl,
  aapplRatings,
  advancedPlacement,
  oneRoster,
];

export function dialectNamed(name: string): MapDef | null {
  return DIALECTS.find((def) => def.name === name) ?? null;
}

/** Names that `--dialect` takes: `own` is zcredit's own layout. A layout that is refused can't be asked for. */
export const DIALECT_NAMES: readonly string[] = [
  "own",
  ...DIALECTS.filter((def) => def.refuse === undefined).map((def) => def.name),
];
