// The second yardstick: the core of the job as one SQL query (proposals.sql), by DuckDB, into a CSV file.
// Usage: node test/bench/duckdb.mjs FOLDER OUT THREADS
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";

const [folder, out, threads] = process.argv.slice(2);
const quoted = (path) => `'${path.replaceAll("'", "''")}'`;
const query = readFileSync(new URL("proposals.sql", import.meta.url), "utf8");
const instance = await DuckDBInstance.create(":memory:", { threads });
const connection = await instance.connect();
await connection.run(`SET VARIABLE entries = ${quoted(join(folder, "transcripts.csv"))}`);
await connection.run(`SET VARIABLE scores = ${quoted(join(folder, "scores.csv"))}`);
await connection.run(`COPY (${query}) TO ${quoted(out)} (HEADER)`);
connection.closeSync();
instance.closeSync();
