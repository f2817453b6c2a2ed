import { appendFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { serve } from "inngest/edge";

import { createEngine } from "../src/engine";
import { clientOf, pause } from "./harness";

/**
 * A worker that tests kill, stall and lie to. Each step appends one whole line to the ledger as it begins. The line has the machine's
 * monotonic clock in microseconds, the run's key, the step and the worker.
 */
const { values } = parseArgs({
  options: {
    url: { type: "string", default: "" },
    ledger: { type: "string", default: "" },
    name: { type: "string", default: "" },
    lease: { type: "string", default: "1.5" },
  },
});

const engine = createEngine({
  connectionString: values.url,
  leaseSeconds: Number(values.lease),
  retryDelays: () => 200,
});
const client = clientOf(engine, "chaos");

async function work(key: string, step: string): Promise<string> {
  const micros = process.hrtime.bigint() / 1000n;
  appendFileSync(values.ledger, `${micros} ${key} ${step} ${values.name}\n`);
  await pause(20 + Math.random() * 60);
  return step;
}

const flow = client.createFunction(
  {
    id: "flow",
    triggers: { event: "chaos/flow" },
    retries: 8,
    concurrency: { limit: 6, key: "event.data.tenant" },
  },
  async ({ step, event, attempt }) => {
    const { key } = event.data;
    await step.run("one", () => work(key, "one"));
    await Promise.all(["left", "right"].map((side) => step.run(side, () => work(key, side))));
    await step.run("flaky", async () => {
      await work(key, "flaky");
      if (attempt === 0) throw new Error("the first try never works");
    });
    await step.sleep("nap", "1s");
    await step.run("last", () => work(key, "last"));
    return key;
  },
);

const wait = client.createFunction(
  { id: "wait", triggers: { event: "chaos/wait" }, retries: 8 },
  async ({ step, event }) => {
    const { key } = event.data;
    await step.run("ask", () => work(key, "ask"));
    const answer = await step.waitForEvent("answer", {
      event: "chaos/answer",
      timeout: "10m",
      match: "data.key",
    });
    await step.run("hear", () => work(key, "hear"));
    return answer?.data.key ?? null;
  },
);

const tick = client.createFunction(
  { id: "tick", triggers: { cron: "* * * * *" } },
  ({ event, step }) => step.run("tick", () => event.ts),
);

await engine.start(serve({ client, functions: [flow, wait, tick] }));
process.send?.("ready");
