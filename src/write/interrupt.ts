import { Interrupted } from "../errors.js";

/** What ends a program from outside: Ctrl-C, a service that stops, a window that is closed. */
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** What to take away before a signal ends the program. */
const cleanups = new Set<() => void>();

/** Whether a signal that comes now waits for work that must leave nothing half done. */
let deferring = false;

/** Has something taken away before a signal ends the program; it must be done at once, without waiting. */
export function atSignal(cleanup: () => void): void {
  if (cleanups.size === 0) for (const signal of SIGNALS) process.on(signal, end);
  cleanups.add(cleanup);
}

function end(signal: NodeJS.Signals): void {
  if (!deferring) endBy(signal);
}

/** Ends the program by the signal itself, so that whoever sent it sees that it did. */
function endBy(signal: NodeJS.Signals): void {
  for (const cleanup of cleanups) cleanup();
  for (const each of SIGNALS) process.off(each, end);
  process.kill(process.pid, signal);
}

/**
 * Does work that must leave nothing half done. A signal that comes meanwhile is kept until the work next asks for it
 * by `heed`, which throws, so that the work ends as on any fault; then the program ends by that very signal, as its
 * caller expects. A second signal ends it at once. Before and after the work, signals do what they always do.
 */
export async function heedingSignals<T>(work: (heed: () => void) => Promise<T>): Promise<T> {
  let came: NodeJS.Signals | null = null;
  const keep = (signal: NodeJS.Signals): void => {
    came = signal;
    stopKeeping();
    // Not at once: `end` is told of this signal too. A second one waits for nothing.
    setImmediate(() => {
      deferring = false;
    });
  };
  const stopKeeping = (): void => {
    for (const signal of SIGNALS) process.off(signal, keep);
  };
  for (const signal of SIGNALS) process.on(signal, keep);
  deferring = true;
  try {
    const done = await work(() => {
      if (came !== null) throw new Interrupted();
    });
    // One that came with the last step of the work is told of before the listeners go, or it would be lost.
    await new Promise((next) => setImmediate(next));
    if (came !== null) throw new Interrupted();
    return done;
  } finally {
    stopKeeping();
    deferring = false;
    if (came !== null) endBy(came);
  }
}
