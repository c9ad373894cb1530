import type { Plugin } from "esbuild";

export function bundleProgram(): Promise<{ readonly text: string; readonly packages: readonly string[] }>;
export const workersInside: Plugin;
