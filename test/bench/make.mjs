// Makes a district in a process of its own, so that what it takes does not count for what is measured after.
// Usage: node test/bench/make.mjs FOLDER ROWS SEED sorted|shuffled
import { generate } from "./generate.mjs";

const [folder, rows, seed, order] = process.argv.slice(2);
await generate(folder, Number(rows), Number(seed), order);
