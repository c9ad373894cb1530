import { SHIPPED_LISTS } from "../data/lists.js";
import { loadLists } from "../data/loadLists.js";
import { NotDone } from "../errors.js";
import type { BrokenLine, Layout } from "../model.js";
import type { FileTask, Go, PackedRead } from "../partition/crew.js";
import { type PartResult, partDecider } from "../partition/decide.js";
import { holdersAmong, summaryOf } from "../partition/identify.js";
import { packedSource } from "../partition/layouts.js";
import { type RowPacker, rowPacker } from "../partition/pack.js";
import { gathered, reusedRoom } from "../partition/store.js";
import { loadPolicy } from "../policy/load.js";
import { type Block, textOf } from "../read/ahead.js";
import { variantsOf } from "../read/map/interpret.js";
import { rowReader } from "../read/rows.js";
import { nodeCodec } from "../write/codec.js";
import { piecesOf } from "../write/rowStore.js";
import type { Answer, Answers, Ask, SentContext, Setting } from "./messages.js";

/** One file as this thread knows it. */
interface KnownFile {
  readonly file: FileTask;
  readonly layout: Layout;
  readonly variants: readonly Layout[];
  readonly packer: RowPacker;
}

function policyOf({ policy: file, lists, awardDate }: Setting) {
  const loaded = lists === null ? SHIPPED_LISTS : loadLists(lists.name, lists.content).lists;
  const { policy } = loadPolicy(file, awardDate, loaded);
  if (policy === null) throw new Error("the policy was sound in another thread");
  return policy;
}

/** Makes what answers one question after another, wherever it sits. */
export function desk(setting: Setting): (ask: Ask) => Answers[Ask["kind"]] {
  const codec = nodeCodec();
  const files = new Map<number, KnownFile>();
  let decide: ((rows: Uint8Array) => PartResult) | null = null;

  function meet(file: FileTask, layout: Layout): null {
    const variants = variantsOf(layout);
    const { awardDate, shard } = setting;
    const packer = rowPacker({ source: file.source, variants, awardDate, shard, codec });
    files.set(file.source, { file, layout, variants, packer });
    return null;
  }

  function block(source: number, { line, lines }: Block, room: Uint8Array<ArrayBuffer>): PackedRead {
    const known = files.get(source);
    if (known === undefined) throw new Error("a block came before its file");
    const { file, layout, variants, packer } = known;
    const broken: BrokenLine[] = [];
    const ofLines = file.kind === "transcript" ? packer.addLine : null;
    const records = rowReader(file.name, layout, variants, line, broken, packer.add, ofLines);
    const isRead = typeof lines !== "string" && records.readLines(lines);
    const done = isRead ? lines.length : records.read(textOf(lines), false);
    const rows = records.rows() - records.filtered();
    return { done, lines: records.line() - line, rows, broken, packed: packer.take(room) };
  }

  function brief({ files: sent, evaluate, ...rest }: SentContext): null {
    const sources = sent.map(({ name, layout }) =>
      layout === null ? { name, variants: [] } : packedSource(name, layout),
    );
    decide = partDecider({ ...rest, codec, sources, evaluate: { ...evaluate, policy: policyOf(setting) } }, null);
    return null;
  }

  const room = reusedRoom();
  const rowsOf = ({ lying, bytes, go, goes }: Go): Uint8Array => gathered(piecesOf(lying), bytes, go, goes, room);

  return (ask) => {
    switch (ask.kind) {
      case "file":
        return meet(ask.file, ask.layout);
      case "block":
        return block(ask.source, ask.block, ask.room);
      case "summary":
        return summaryOf(rowsOf(ask.go), { names: ask.names, codec });
      case "holders":
        return holdersAmong(rowsOf(ask.go), ask.clashing, { names: ask.names, codec });
      case "brief":
        return brief(ask.context);
      case "decide":
        if (decide === null) throw new Error("nobody was told what to decide by");
        return decide(rowsOf(ask.go));
    }
  };
}

/** The answer, or why there is none. */
export function answerOf(id: number, work: () => Answers[Ask["kind"]]): Answer {
  try {
    return { id, result: work() };
  } catch (error) {
    if (error instanceof NotDone) return { id, problems: error.problems };
    const { name, message, stack = "" } = error instanceof Error ? error : new Error(String(error));
    return { id, defect: { name, message, stack } };
  }
}
