import { setTimeout as sleep } from "node:timers/promises";

import { createEngine } from "@besunny/engine/engine";
import { clientOf } from "@besunny/engine/test/harness";
import { percentile, type Report } from "../report";
import { startEngineWorker } from "./workers";

const RUNS = 30;

/** Two workers are at work; one is killed with -9. From then to the first step that the other begins of each run it had. */
export async function measureRecovery({ runtimeUrl }: { runtimeUrl: string }): Promise<Report> {
  const engine = createEngine({ connectionString: runtimeUrl });
  const [victim, heir] = await Promise.all([
    startEngineWorker(runtimeUrl),
    startEngineWorker(runtimeUrl),
  ]);
  const holder = new Map<string, "victim" | "heir">();
  const done = new Set<string>();
  let killedAt = Number.POSITIVE_INFINITY;
  const takenOver = new Map<string, number>();
  try {
    for (const [name, worker] of [
      ["victim", victim],
      ["heir", heir],
    ] as const)
      worker.hear((note) => {
        if (note.kind !== "step") return;
        if (
          holder.get(note.key) === "victim" &&
          note.beganAt > killedAt &&
          !takenOver.has(note.key)
        )
          takenOver.set(note.key, note.beganAt - killedAt);
        if (note.beganAt <= killedAt) holder.set(note.key, name);
        if (note.step === "three") done.add(note.key);
      });
    await clientOf(engine, "load").send(
      Array.from({ length: RUNS }, (_, n) => ({
        name: "load/told",
        data: { key: String(n), sentAt: Date.now(), milliseconds: 700 },
      })),
    );
    while ([...holder.values()].filter((name) => name === "victim").length < 5) await sleep(20);
    killedAt = Date.now();
    victim.kill();
    while (done.size < RUNS) await sleep(50);
    const waits = [...takenOver.values()];
    return {
      recovery_runs: waits.length,
      recovery_p50_ms: percentile(waits, 0.5),
      recovery_max_ms: Math.max(...waits),
    };
  } finally {
    victim.kill();
    await heir.stop();
    await engine.stop();
  }
}
