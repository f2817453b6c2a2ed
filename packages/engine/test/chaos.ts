import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { judge, type Stall, type Verdict } from "./chaos-verdict";
import { aBench, pause } from "./harness";
import type { TestPostgres } from "./postgres";

export type Chaos = Awaited<ReturnType<typeof startChaos>>;

/** An engine's database, a ledger, and worker processes to be mistreated; `verdict` says what came of it. */
export async function startChaos(postgres: TestPostgres, { clockJumps = false } = {}) {
  const bench = await aBench(postgres);
  const { engine, client } = bench.anEngine();
  const folder = mkdtempSync(join(tmpdir(), "engine-chaos-"));
  const ledger = join(folder, "ledger");
  writeFileSync(ledger, "");
  const workers: ChildProcess[] = [];
  const names = new Map<ChildProcess, string>();
  const stalls: Stall[] = [];
  const acknowledged = new Set<string>();
  let named = 0;

  return {
    engine,
    workers,
    async startWorker(): Promise<ChildProcess> {
      const name = `w${named++}`;
      const here = (file: string) => join(import.meta.dirname, file);
      const clock = clockJumps ? ["--import", here("chaos-clock.ts")] : [];
      const worker = spawn(
        process.execPath,
        [
          ...["--import", "tsx", ...clock, here("chaos-worker.ts")],
          ...["--url", bench.runtimeUrl, "--ledger", ledger, "--name", name],
        ],
        { stdio: ["ignore", "ignore", "ignore", "ipc"] },
      );
      workers.push(worker);
      names.set(worker, name);
      await Promise.race([once(worker, "message"), once(worker, "exit")]);
      return worker;
    },
    kill(worker: ChildProcess) {
      workers.splice(workers.indexOf(worker), 1);
      worker.kill("SIGKILL");
    },
    async stall(worker: ChildProcess, milliseconds: number): Promise<void> {
      worker.kill("SIGSTOP");
      await pause(milliseconds);
      stalls.push({ worker: names.get(worker) ?? "", wokeAt: monotonicMicros() });
      worker.kill("SIGCONT");
    },
    /** Returns whether the event was acknowledged. An acknowledged event must be done; another one may be. */
    async send(name: string, key: string, data: object = {}): Promise<boolean> {
      const event = { id: `${name}:${key}`, name, data: { key, ...data } };
      const isKept = await client.send(event).then(
        () => true,
        () => false,
      );
      if (isKept && name !== "chaos/answer") acknowledged.add(key);
      return isKept;
    },
    lines: () =>
      readFileSync(ledger, "utf8")
        .split("\n")
        .filter(Boolean)
        .map((line) => {
          const [micros = "", key = "", step = "", worker = ""] = line.split(" ");
          return { micros: Number(micros), key, step, worker };
        }),
    /** Waits until every run has ended, or `patienceSeconds` have gone by without one ending, and counts. */
    async verdict(patienceSeconds = 40): Promise<Verdict> {
      let [left, quietSince] = [-1, performance.now()];
      while (performance.now() - quietSince < patienceSeconds * 1000) {
        const now = await unended(engine);
        if (now === 0) break;
        if (now !== left) [left, quietSince] = [now, performance.now()];
        await pause(200);
      }
      return judge(bench.owner, { acknowledged, lines: this.lines(), stalls });
    },
    async stop() {
      for (const worker of workers.splice(0)) worker.kill("SIGKILL");
      await bench.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function monotonicMicros(): number {
  return Number(process.hrtime.bigint() / 1000n);
}

async function unended({ countRuns }: Pick<Chaos["engine"], "countRuns">): Promise<number> {
  return countRuns({ states: ["queued", "running", "sleeping"] }, 100_000).catch(() => -1);
}

export function anyOf<Value>(values: readonly Value[]): Value | undefined {
  return values[Math.floor(Math.random() * values.length)];
}
