import type { MapDef } from "../map/schema.js";

export const DIALECTS: readonly MapDef[] = [];
