import fc from "fast-check";

/** The same cases on every machine and every day, unless `FC_SEED` asks for others: a red run means a changed program. */
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? "20250620") });
