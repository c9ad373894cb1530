import { Interrupted } from "../errors.js";

/** What ends a program from outside: Ctrl-C, a service that stops, a window that is closed. */
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Does work that must leave nothing half done. A signal that comes meanwhile is kept until the work next asks for it
 * by `heed`, which throws, so that the work ends as on any fault; then the program ends by that very signal, as its
 * caller expects. A second signal ends it at once. Before and after the work there is nothing to clean up, and signals
 * do what they always do.
 */
export async function heedingSignals<T>(work: (heed: () => void) => Promise<T>): Promise<T> {
  let came: NodeJS.Signals | null = null;
  const keep = (signal: NodeJS.Signals): void => {
    came = signal;
    stopKeeping();
  };
  const stopKeeping = (): void => {
    for (const signal of SIGNALS) process.off(signal, keep);
  };
  for (const signal of SIGNALS) process.on(signal, keep);
  try {
    const done = await work(() => {
      if (came !== null) throw new Interrupted();
    });
    if (came !== null) throw new Interrupted();
    return done;
  } finally {
    stopKeeping();
    if (came !== null) process.kill(process.pid, came);
  }
}
