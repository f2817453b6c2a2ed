import type { Engine } from "@besunny/engine/engine";
import type { Runtime } from "@besunny/runtime/runtime";

/** Prometheus text: how much waits, how much is held. */
export async function metricsText(runtime: Runtime, engine: Engine | null): Promise<string> {
  const index = await runtime.tools.index.stats();
  const runs = engine ? await engine.metrics() : null;
  return [
    gauge("besunny_index_passages", "Passages in the index", index.passages),
    gauge("besunny_index_documents", "Documents in the index", index.documents),
    ...(runs
      ? [
          gauge("besunny_runs_queued", "Runs that wait to be driven", runs.queued),
          gauge("besunny_runs_running", "Runs being driven", runs.running),
          gauge("besunny_runs_sleeping", "Runs that wait for a time or an event", runs.sleeping),
          gauge("besunny_runs_parked", "Runs held back by a limit", runs.parked),
          gauge(
            "besunny_runs_failed_last_hour",
            "Runs that failed within the last hour",
            runs.throughput.reduce((sum, { failed }) => sum + failed, 0),
          ),
          gauge(
            "besunny_runs_oldest_queued_seconds",
            "Age of the oldest waiting run",
            runs.oldestQueuedSeconds ?? 0,
          ),
        ]
      : []),
    gauge("process_resident_memory_bytes", "Memory of this process", process.memoryUsage.rss()),
    "",
  ].join("\n");
}

function gauge(name: string, help: string, value: number): string {
  return `# HELP ${name} ${help}\n# TYPE ${name} gauge\n${name} ${value}`;
}
