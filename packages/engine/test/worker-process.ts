import { appendFileSync } from "node:fs";
import { serve } from "inngest/edge";

import { createEngine } from "../src/engine";
import { clientOf, pause } from "./harness";

/** A worker in its own process, which tests kill, stall or end. It writes each step into a ledger as the step begins and ends. */
const [, , connectionString = "", ledger = "", name = "", leaseSeconds = "6"] = process.argv;
const note = (what: string) => appendFileSync(ledger, `${name} ${what}\n`);
const engine = createEngine({
  connectionString,
  retryDelays: () => 20,
  leaseSeconds: Number(leaseSeconds),
});
const client = clientOf(engine);
const work = client.createFunction(
  { id: "work", triggers: { event: "work" }, retries: 3 },
  async ({ step, event }) => {
    const written: string[] = [];
    for (const part of ["one", "two", "three"]) {
      const value = await step.run(part, async () => {
        note(`begins ${part}`);
        await pause(event.data.milliseconds);
        note(`ends ${part}`);
        return `${part} by ${name}`;
      });
      written.push(value);
    }
    return written;
  },
);

process.on("SIGTERM", async () => {
  await engine.stop({ graceSeconds: 0 });
  process.exit(0);
});
await engine.start(serve({ client, functions: [work] }));
note("started");
