import { readdir, readFile, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { ACCEPTED_COLUMNS, acceptedReader } from "../accepted/list.js";
import { exportedOf, LOG_COLUMNS, type LogEntry, readLogEntry } from "../accepted/log.js";
import { readLines, readTable, type TableRow } from "../accepted/table.js";
import { type Manifest, parseManifest } from "../compare/manifest.js";
import { NotDone, notDone, type Problem } from "../errors.js";
import { MOST_OF_RESULTS, MOST_OF_TABLE, readWhole, sha256Of } from "../read/disk.js";
import type { ListFile, RunResult } from "../report/result.js";
import type { Beside } from "../since/apply.js";
import { type Earlier, readEarlier } from "../since/earlier.js";
import { sameFilters } from "../since/mark.js";
import { shrunk } from "../since/reach.js";
import { MANIFEST } from "../write/place.js";
import { codeFault, RUN_CODES } from "./codes.js";
import { readLists, resultOptions } from "./job.js";
import type { Settings } from "./settings.js";

const REPORT = "report.json";

/** What is given beside the inputs, read, with the manifest of the earlier results. */
export interface ReadBeside extends Beside {
  readonly manifest: Manifest | null;
  /** Paths of the lists, so that none is written over. */
  readonly paths: readonly string[];
}

/**
 * Reads the accepted list, decision logs and earlier results that the settings name.
 * @throws NotDone with what is wrong with each of them.
 */
export async function readBeside(settings: Settings, out: string): Promise<ReadBeside> {
  const problems: Problem[] = [];
  const lists: ListFile[] = [];
  const tryTo = async <T>(work: () => Promise<T>): Promise<T | null> => {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof NotDone)) throw error;
      problems.push(...error.problems);
      return null;
    }
  };
  const read = async <T extends object>(
    kind: ListFile["kind"],
    path: string,
    columns: readonly string[],
    reader: (row: TableRow) => T | string,
  ): Promise<readonly T[]> => {
    const bytes = await readWhole(path, MOST_OF_TABLE);
    const name = basename(path);
    const rows = readTable({ name, bytes }, columns);
    lists.push({ kind, name, sha256: sha256Of(bytes), bytes: bytes.byteLength, rows: rows.length });
    return readLines(rows, reader);
  };
  const { lists: listsPath } = settings;
  if (listsPath !== null) {
    // Faults of it are said where the policy is read by it.
    const read = await readLists(listsPath).catch(() => null);
    if (read !== null) lists.push(read.file);
  }
  const { accepted: acceptedPath, pending } = settings;
  const accepted =
    acceptedPath === null
      ? null
      : await tryTo(() =>
          read(
            "accepted",
            acceptedPath,
            ACCEPTED_COLUMNS,
            acceptedReader((code) => codeFault(code, RUN_CODES)),
          ),
        );
  const entries: LogEntry[] = [];
  for (const path of pending) {
    entries.push(...((await tryTo(() => read("pending", path, LOG_COLUMNS, readLogEntry))) ?? []));
  }
  const found = settings.since === null ? null : await tryTo(() => earlierResults(settings.since ?? "", out));
  if (found !== null && !sameFilters(found.earlier, resultOptions(settings)) && found.manifest !== null) {
    const message =
      "these results were made with other filters (--only-student, --school, --class-of, --grade-level), so what they hide would look gone. Use the same ones.";
    problems.push({ code: "", where: "--since", message });
  }
  if (problems.length > 0) throw new NotDone(problems);
  return {
    earlier: found === null ? null : found.manifest === null ? withFilters(found.earlier, settings) : found.earlier,
    manifest: found?.manifest ?? null,
    accepted,
    exported: pending.length === 0 ? null : exportedOf(entries),
    lists,
    paths: [...pending, ...(acceptedPath === null ? [] : [acceptedPath])],
  };
}

interface Found {
  readonly earlier: Earlier;
  /** Null: `latest` was asked for, and there are none yet. */
  readonly manifest: Manifest | null;
}

/** The very first night has nothing before it: all is new then. */
const NONE: Earlier = {
  manifestSha256: "",
  awardDate: "",
  filters: { only_student: [], school: [], class_of: [], grade_level: [] },
  violations: [],
  proposals: [],
  evidence: [],
};

function withFilters(earlier: Earlier, { onlyStudent, school, classOf, gradeLevel }: Settings): Earlier {
  return { ...earlier, filters: { only_student: onlyStudent, school, class_of: classOf, grade_level: gradeLevel } };
}

async function earlierResults(asked: string, out: string): Promise<Found> {
  const folder = asked === "latest" ? await latestBeside(out) : asked;
  if (folder === null) return { earlier: NONE, manifest: null };
  const path = join(folder, MANIFEST);
  const text = await readWhole(path, MOST_OF_RESULTS);
  const manifest = parseManifest(path, new TextDecoder("utf-8").decode(text));
  const listed = manifest.outputs.find(({ name }) => name === REPORT);
  if (listed === undefined) {
    throw notDone(
      folder,
      `these results have no ${REPORT}, by which they could be compared. Write json among the formats.`,
    );
  }
  const report = await readWhole(join(folder, REPORT), MOST_OF_RESULTS);
  if (sha256Of(report) !== listed.sha256) {
    throw notDone(
      join(folder, REPORT),
      "this file is not as zcredit wrote it, so nothing can be compared with it. Name other results, or run that check again.",
    );
  }
  const earlier = readEarlier(join(folder, REPORT), new TextDecoder("utf-8").decode(report), sha256Of(text));
  return { earlier, manifest };
}

/** The results written last in the folder that `out` stands in; `out` itself, where it is about to be replaced, counts. */
async function latestBeside(out: string): Promise<string | null> {
  const parent = dirname(resolve(out));
  let best: { readonly path: string; readonly at: bigint } | null = null;
  const names = await readdir(parent).catch(() => []);
  for (const name of names.sort()) {
    if (name.startsWith(".")) continue;
    const path = join(parent, name);
    const text = await readFile(join(path, MANIFEST), "utf8").catch(() => null);
    if (text === null || !text.includes(`"${REPORT}"`)) continue;
    const { mtimeNs } = await stat(join(path, MANIFEST), { bigint: true });
    if (best === null || mtimeNs >= best.at) best = { path, at: mtimeNs };
  }
  return best?.path ?? null;
}

/** @throws NotDone where an export is more than 10 % smaller than in the earlier results. */
export function refuseShrunk(result: RunResult, { manifest }: ReadBeside, allowShrink: boolean): void {
  if (manifest === null || allowShrink || result.reach === undefined) return;
  const problems = shrunk(manifest, result.files, result.reach);
  if (problems.length > 0) throw new NotDone(problems);
}
