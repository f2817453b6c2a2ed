import { enqueueRun, releaseSlots } from "./admission";
import type { Database } from "./database";
import type { Log } from "./engine";
import { finishRun } from "./finish";
import { jobKey, type Queue, type Worker } from "./queue";
import { isOver, lockRun } from "./steps";

/** Workers that may die in the midst of one run before that run is set aside as their likely cause. */
const takeoverLimit = 10;

export type Reaper = { stop(): void };

/** Says that this worker lives, and takes over the work of those that no longer say so. Times are the database's. */
export function startReaper(options: {
  database: Database;
  queue: Queue;
  worker: Worker;
  functions: string[];
  leaseSeconds: number;
  log: Log;
}): Reaper {
  const { database, queue, worker, functions, leaseSeconds, log } = options;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let round = 0;

  async function beat() {
    try {
      await sayAlive(database, worker.id, functions);
      await takeOver(database, queue, leaseSeconds, log);
      await admitParked(database);
      if (++round % 8 === 0) {
        await worker.reconcile(leaseSeconds * 3);
        await wakeOrphans(database, queue, leaseSeconds);
        await database.rows("delete from claim where expires_at < now()");
      }
    } catch (error) {
      log.warn("the heartbeat failed and is tried again", { error });
    }
    if (!stopped) timer = setTimeout(beat, leaseSeconds * 250);
  }
  void beat();

  return {
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

async function sayAlive(database: Database, id: string, functions: string[]): Promise<void> {
  await database.rows(
    `insert into process (id, functions) values ($1, $2) on conflict (id) do update set seen_at = now()`,
    [id, functions],
  );
}

async function takeOver(database: Database, queue: Queue, leaseSeconds: number, log: Log) {
  await database.transaction(async (tx) => {
    const gone = await tx.rows<{ id: string }>(
      `with dead as (
         delete from process where id in (
           select id from process where seen_at < now() - make_interval(secs => $1) for update skip locked
         ) returning id
       )
       select id from dead
       union
       select locked_by from ${database.queueSchema}._private_jobs j
        where locked_at < now() - make_interval(secs => $1)
          and not exists (select 1 from process p where p.id = j.locked_by)`,
      [leaseSeconds],
    );
    if (gone.length === 0) return;
    const runs = await queue.release(
      tx,
      gone.map(({ id }) => id),
    );
    log.warn("took over the work of workers that are gone", {
      workers: gone.length,
      runs: runs.length,
    });
    for (const id of [...new Set(runs)].sort()) {
      const run = await lockRun(tx, id);
      if (!run || isOver(run)) continue;
      const [counted] = await tx.rows<{ takeovers: number }>(
        "update run set takeovers = takeovers + 1 where id = $1 returning takeovers",
        [id],
      );
      if ((counted?.takeovers ?? 0) < takeoverLimit) continue;
      const message = `Set aside: ${takeoverLimit} workers were lost in the midst of this run`;
      await finishRun(tx, queue, run, { state: "failed", error: { name: "WorkerLost", message } });
    }
  });
}

/** Slots may have been freed by someone who died before looking at who waits for them. */
async function admitParked(database: Database): Promise<void> {
  const waiting = await database.rows<{ function_id: string }>(
    "select distinct function_id from parked",
  );
  for (const { function_id: id } of waiting) await database.rows("select admit($1)", [id]);
}

/** Runs that should be under way but have no job left: nothing known makes them, and nothing may leave them so. */
async function wakeOrphans(database: Database, queue: Queue, leaseSeconds: number): Promise<void> {
  await database.transaction(async (tx) => {
    const orphans = await tx.rows<{ id: string }>(
      `select r.id from run r
        where r.state in ('queued', 'running') and r.updated_at < now() - make_interval(secs => $1)
          and not exists (select 1 from parked p where p.payload ->> 'run' = r.id)
          and not exists (select 1 from ${database.queueSchema}._private_jobs j
                           where j.payload ->> 'run' = r.id and (j.locked_at is not null or j.attempts < j.max_attempts))
        order by r.id limit 100`,
      [leaseSeconds * 3],
    );
    for (const { id } of orphans) {
      const run = await lockRun(tx, id);
      if (!run || isOver(run)) continue;
      await tx.rows("update run set updated_at = clock_timestamp() where id = $1", [id]);
      const planned = await tx.rows<{ id: string }>(
        "select id from step where run_id = $1 and state = 'planned'",
        [id],
      );
      const holders = planned.map((step) => jobKey({ kind: "step", run: id, step: step.id }));
      await releaseSlots(tx, run.function_id, [jobKey({ kind: "drive", run: id }), ...holders]);
      for (const step of planned) await enqueueRun(tx, queue, run, { step: step.id });
      if (planned.length === 0) await enqueueRun(tx, queue, run);
    }
  });
}
