import type { Problem } from "../errors.js";
import type { Layout } from "../model.js";
import type { Holder } from "../normalise/identities.js";
import type { FileTask, Go, PackedRead } from "../partition/crew.js";
import type { PartContext, PartResult } from "../partition/decide.js";
import type { IdentitySummary } from "../partition/identify.js";
import type { Shard } from "../partition/pack.js";
import type { Block } from "../read/ahead.js";

/** What a thread must know before it can do anything: text, from which it makes its own policy. */
export interface Setting {
  readonly policy: { readonly name: string; readonly bytes: Uint8Array; readonly sha256: string };
  /** The user's reference lists; null: those that are shipped. */
  readonly lists: { readonly name: string; readonly content: string } | null;
  readonly awardDate: string;
  readonly shard: Shard | null;
}

/** A context as it crosses to another thread: layouts instead of what is made of them, and no policy. */
export interface SentContext extends Omit<PartContext, "sources" | "codec" | "evaluate"> {
  readonly files: readonly { readonly name: string; readonly layout: Layout | null }[];
  readonly evaluate: Omit<PartContext["evaluate"], "policy">;
}

/** What is asked of a thread. */
export type Ask =
  | { readonly kind: "file"; readonly file: FileTask; readonly layout: Layout }
  /** With room for what it comes to, which comes back with the answer. */
  | { readonly kind: "block"; readonly source: number; readonly block: Block; readonly room: Uint8Array<ArrayBuffer> }
  | { readonly kind: "summary"; readonly go: Go; readonly names: readonly string[] }
  | {
      readonly kind: "holders";
      readonly go: Go;
      readonly names: readonly string[];
      readonly clashing: ReadonlySet<string>;
    }
  | { readonly kind: "brief"; readonly context: SentContext }
  | { readonly kind: "decide"; readonly go: Go };

/** What a thread answers to each kind of question; null where it only had to know. */
export interface Answers {
  readonly file: null;
  readonly block: PackedRead;
  readonly summary: IdentitySummary;
  readonly holders: readonly Holder[];
  readonly brief: null;
  readonly decide: PartResult;
}

export interface Asked {
  readonly id: number;
  readonly ask: Ask;
}

/** An answer, or why there is none: problems in plain words, or a defect. */
export type Answer =
  | { readonly id: number; readonly result: Answers[Ask["kind"]] }
  | { readonly id: number; readonly problems: readonly Problem[] }
  | {
      readonly id: number;
      readonly defect: { readonly name: string; readonly message: string; readonly stack: string };
    };
