import { parseArgs } from "node:util";
import { serve } from "inngest/edge";

import { createEngine } from "../src/engine";
import { clientOf, pause } from "./harness";

/** A message from a load worker to its parent: it is ready, a step began, or the CPU time that it used so far. */
export type LoadNote =
  | { kind: "ready" }
  | { kind: "step"; key: string; step: string; sentAt: number; beganAt: number }
  | { kind: "cpu"; milliseconds: number };

const { values } = parseArgs({
  options: { url: { type: "string", default: "" }, lease: { type: "string", default: "6" } },
});

const engine = createEngine({ connectionString: values.url, leaseSeconds: Number(values.lease) });
const client = clientOf(engine, "load");
const tell = (note: LoadNote) => void process.send?.(note);

const three = client.createFunction(
  { id: "three", triggers: { event: "load/three" } },
  async ({ step }) => {
    const one = await step.run("one", () => ({ pages: 3 }));
    const two = await step.run("two", () => ({ pages: one.pages + 1 }));
    return step.run("three", () => ({ pages: two.pages + 1 }));
  },
);

const told = client.createFunction(
  { id: "told", triggers: { event: "load/told" } },
  async ({ step, event: { data } }) => {
    for (const name of ["one", "two", "three"]) {
      await step.run(name, async () => {
        tell({
          kind: "step",
          key: data.key,
          step: name,
          sentAt: data.sentAt,
          beganAt: Date.now(),
        });
        if (data.milliseconds) await pause(data.milliseconds);
      });
    }
  },
);

const sleeper = client.createFunction(
  { id: "sleeper", triggers: { event: "load/sleeper" } },
  ({ step }) => step.sleep("long", "30d"),
);

process.on("message", (question) => {
  if (question === "cpu") {
    const { user, system } = process.cpuUsage();
    tell({ kind: "cpu", milliseconds: (user + system) / 1000 });
  }
});
process.on("SIGTERM", async () => {
  await engine.stop({ graceSeconds: 1 });
  process.exit(0);
});
await engine.start(serve({ client, functions: [three, told, sleeper] }));
tell({ kind: "ready" });
