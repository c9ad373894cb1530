// The yardstick: one bare streaming csv-parse pass that only counts rows.
import { createReadStream } from "node:fs";
import { parse } from "csv-parse";

let rows = 0;
for await (const _ of createReadStream(process.argv[2]).pipe(parse())) rows += 1;
console.log(rows);
