import { openCounters } from "@besunny/core/test/counters";

import { createLimits } from "../../src/limits/limits";

/** A process of its own that makes calls at the same instant, and prints how many were admitted. */
const [person = "", calls = "", quota = ""] = process.argv.slice(2);
const { store, close } = openCounters();
const log = { info: () => undefined, warn: console.error, error: console.error };
const limits = createLimits({ store, log, answerMs: 30_000 }, { app: Number(quota) });
const caller = { address: "10.0.0.1", person, workspaceId: null, token: null };
const made = await Promise.allSettled(
  Array.from({ length: Number(calls) }, () => limits.takeCalls(caller, ["some"])),
);
console.log(made.filter(({ status }) => status === "fulfilled").length);
await close();
