import { bigint, integer, text } from "@besunny/sql/rows/column";
import { statement } from "@besunny/sql/rows/statement";
import type { Database } from "../database/database";
import type { Log } from "../log";
import { enqueueRun, releaseSlots } from "../queue/admission";
import { jobKey, type Queue, type Worker } from "../queue/queue";
import { finishRun } from "./finish";
import { isOver, lockRun } from "./steps";

/** Workers that may die during one run before that run fails as their likely cause. */
const takeoverLimit = 10;

export type Reaper = { stop(): void };

/**
 * Sends the heartbeat of this worker, and takes over the work of workers that no longer send theirs. A worker is lost if its count of beats
 * did not change during a lease. This process measures the lease by its monotonic clock, so a clock that jumps has no effect.
 */
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
  const heard = new Map<string, { beat: string; at: number }>();

  async function beat() {
    try {
      await sayAlive(database, worker.id, functions);
      await takeOver(database, queue, { gone: await silent(), leaseSeconds, log });
      if (++round % 4 === 0) await admitParked(database);
      if (round % 8 === 0) {
        await worker.reconcile(leaseSeconds * 3);
        await wakeOrphans(database, queue, leaseSeconds);
        await tidy(database);
      }
    } catch (error) {
      log.warn("the heartbeat failed and is tried again", { error });
    }
    if (!stopped) timer = setTimeout(beat, leaseSeconds * 250);
  }
  void beat();

  async function silent(): Promise<string[]> {
    const processes = await database.rows(listProcesses);
    const now = performance.now();
    for (const { id, beat } of processes) {
      if (heard.get(id)?.beat !== beat) heard.set(id, { beat, at: now });
    }
    const known = new Set(processes.map(({ id }) => id));
    for (const id of heard.keys()) if (!known.has(id)) heard.delete(id);
    return [...heard].flatMap(([id, { at }]) => (now - at > leaseSeconds * 1000 ? [id] : []));
  }

  return {
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

async function sayAlive(database: Database, id: string, functions: string[]): Promise<void> {
  await database.rows(beatOnce, [id, functions]);
}

const listProcesses = statement("select id, beat from process", { id: text, beat: bigint });
const beatOnce = statement(
  "insert into process as p (id, functions) values ($1, $2) on conflict (id) do update set beat = p.beat + 1, seen_at = now()",
);

async function takeOver(
  database: Database,
  queue: Queue,
  lost: { gone: string[]; leaseSeconds: number; log: Log },
) {
  const { leaseSeconds, log } = lost;
  await database.transaction(async (tx) => {
    const gone = await tx.rows(removeDead, [leaseSeconds, lost.gone]);
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
      const [counted] = await tx.rows(countTakeover, [id]);
      if ((counted?.takeovers ?? 0) < takeoverLimit) continue;
      const message = `Set aside: ${takeoverLimit} workers were lost in the midst of this run`;
      await finishRun(tx, queue, run, { state: "failed", error: { name: "WorkerLost", message } });
    }
  });
}

const removeDead = statement(
  `with dead as (
     delete from process where id in (select id from process where id = any($2) for update skip locked) returning id
   )
   select id from dead
   union
   select locked_by from engine_queue._private_jobs j
    where locked_at < now() - make_interval(secs => $1)
      and not exists (select 1 from process p where p.id = j.locked_by)`,
  { id: text },
);
const countTakeover = statement(
  "update run set takeovers = takeovers + 1 where id = $1 returning takeovers",
  { takeovers: integer },
);

/** Slots may have been freed, or jobs parked, by someone who died before looking at who waits. */
async function admitParked(database: Database): Promise<void> {
  await database.rows(admitChanged);
}

const admitChanged = statement(
  `select admit(freed) from (
     select distinct l.blocked_by as freed from lane l where obstacle(l) is distinct from l.blocked_by limit 200
   ) as changed`,
);

async function tidy(database: Database): Promise<void> {
  for (const removal of expired) await database.rows(removal);
}

const expired = [
  statement("delete from claim where expires_at < now()"),
  statement("delete from rate where expires_at < now()"),
  statement("delete from message where created_at < now() - interval '10 minutes'"),
];

/** Runs that should be under way but have no job left: nothing known makes them, and nothing may leave them so. */
async function wakeOrphans(database: Database, queue: Queue, leaseSeconds: number): Promise<void> {
  await database.transaction(async (tx) => {
    const orphans = await tx.rows(findOrphans, [leaseSeconds * 3]);
    for (const { id } of orphans) {
      const run = await lockRun(tx, id);
      if (!run || isOver(run)) continue;
      await tx.rows(touchRun, [id]);
      const planned = await tx.rows(findPlanned, [id]);
      const holders = planned.map((step) => jobKey({ kind: "step", run: id, step: step.id }));
      await releaseSlots(tx, run, [jobKey({ kind: "drive", run: id }), ...holders]);
      for (const step of planned) await enqueueRun(tx, queue, run, { step: step.id });
      if (planned.length === 0) await enqueueRun(tx, queue, run);
    }
  });
}

const findOrphans = statement(
  `select r.id from run r
    where r.state in ('queued', 'running') and r.updated_at < now() - make_interval(secs => $1)
      and not exists (select 1 from parked p where p.run_id = r.id)
      and not exists (select 1 from engine_queue._private_jobs j
                       where j.payload ->> 'run' = r.id and (j.locked_at is not null or j.attempts < j.max_attempts))
    order by r.id limit 100`,
  { id: text },
);
const touchRun = statement("update run set updated_at = clock_timestamp() where id = $1");
const findPlanned = statement("select id from step where run_id = $1 and state = 'planned'", {
  id: text,
});
