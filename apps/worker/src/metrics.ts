import type { Engine } from "@besunny/engine/engine";
import type { Runtime } from "@besunny/runtime/runtime";
import { Counter, collectDefaultMetrics, Gauge, Registry } from "prom-client";

export type Metrics = {
  /** Returns all figures in Prometheus's text format. */
  text(): Promise<string>;
  contentType: string;
};

/** Makes the figures of this process: what waits, what the index holds, which operations ran here, and the process itself. */
export function createMetrics(
  { tools, operationCounts }: Pick<Runtime, "tools" | "operationCounts">,
  engine: Engine | null,
): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const gauge = (name: string, help: string) => {
    const made = new Gauge({ name, help, registers: [registry] });
    return (value: number) => made.set(value);
  };

  const passages = gauge("besunny_index_passages", "Passages in the index");
  const documents = gauge("besunny_index_documents", "Documents in the index");
  const runs = engine && {
    queued: gauge("besunny_runs_queued", "Runs that wait to be driven"),
    running: gauge("besunny_runs_running", "Runs being driven"),
    sleeping: gauge("besunny_runs_sleeping", "Runs that wait for a time or an event"),
    parked: gauge("besunny_runs_parked", "Runs held back by a limit"),
    failed: gauge("besunny_runs_failed_last_hour", "Runs that failed within the last hour"),
    oldest: gauge("besunny_runs_oldest_queued_seconds", "Age of the oldest waiting run"),
  };
  const labels = { labelNames: ["operation", "outcome"], registers: [registry] };
  const calls = new Counter({
    name: "besunny_operations_total",
    help: "Calls of operations in this process, by how they ended",
    ...labels,
  });
  const seconds = new Counter({
    name: "besunny_operations_seconds_total",
    help: "Time that these calls took together",
    ...labels,
  });

  async function read(): Promise<void> {
    const index = await tools.index.stats();
    passages(index.passages);
    documents(index.documents);
    if (engine && runs) {
      const now = await engine.metrics();
      runs.queued(now.queued);
      runs.running(now.running);
      runs.sleeping(now.sleeping);
      runs.parked(now.parked);
      runs.failed(now.throughput.reduce((sum, { failed }) => sum + failed, 0));
      runs.oldest(now.oldestQueuedSeconds ?? 0);
    }
    calls.reset();
    seconds.reset();
    for (const { operation, outcome, calls: count, milliseconds } of operationCounts()) {
      calls.inc({ operation, outcome }, count);
      seconds.inc({ operation, outcome }, milliseconds / 1000);
    }
  }

  return {
    contentType: registry.contentType,
    async text() {
      await read();
      return registry.metrics();
    },
  };
}
