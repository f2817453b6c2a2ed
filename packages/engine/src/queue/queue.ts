import { assured, nullable, text } from "@besunny/sql/rows/column";
import { statement } from "@besunny/sql/rows/statement";
import type { Database, Sql } from "../database/database";
import { type When, whenValues } from "../functions/durations";
import type { Log } from "../log";
import { startLastingPool } from "./lasting-pool";

/** The payload of a job. Its key identifies it: a second job with the key of one not yet begun replaces it. */
export type Job =
  | { kind: "drive"; run: string }
  | { kind: "step" | "wake" | "expire" | "park"; run: string; step: string | null }
  | { kind: "deadline"; run: string; step: "start" | "finish" }
  | { kind: "flush"; function: string; key: string }
  | { kind: "admit"; key: string }
  | { kind: "cron"; function: string; cron: string; at: number };

export type Queue = {
  /** At that time, by the database's clock. What is due at once goes through `enqueueRun`. */
  enqueueAt(sql: Sql, job: Job, functionId: string, when: When): Promise<void>;
  remove(sql: Sql, keys: string[]): Promise<string[]>;
  work(options: {
    functions: string[];
    concurrency: number;
    handle: (job: Job, key: string) => Promise<void>;
  }): Worker;
  /** Frees the jobs of workers that are gone; returns the runs they were in. */
  release(sql: Sql, workerIds: string[]): Promise<string[]>;
};

export type Worker = {
  id: string;
  /** Frees jobs that the database says this worker holds and it does not (an answer lost with a connection). */
  reconcile(olderThanSeconds: number): Promise<void>;
  stop(graceSeconds: number): Promise<void>;
};

export function jobKey(job: Job): string {
  if (job.kind === "drive") return `d:${job.run}`;
  if (job.kind === "cron") return `c:${job.function}:${job.cron}`;
  if (job.kind === "flush") return `f:${job.function}:${job.key}`;
  if (job.kind === "admit") return `a:${job.key}`;
  if (job.kind === "deadline") return `t:${job.run}:${job.step}`;
  return `${{ step: "s", wake: "w", expire: "w", park: "p" }[job.kind]}:${job.run}:${job.step ?? ""}`;
}

/** The queue's name for the jobs of one function: only processes that know the function take them. */
export function taskOf(functionId: string): string {
  return `function:${functionId}`;
}

export function openQueue(database: Database, log: Log): Queue {
  return {
    async enqueueAt(sql, job, functionId, when) {
      await sql.rows(addJob, [
        taskOf(functionId),
        JSON.stringify(job),
        jobKey(job),
        ...whenValues(when),
      ]);
    },

    async remove(sql, keys) {
      const removed = await sql.rows(removeJobs, [keys]);
      return removed.map(({ key }) => key);
    },

    work({ functions, concurrency, handle }) {
      const active = new Set<string>();
      const task = async (
        payload: unknown,
        { job }: { job: { id: string; key: string | null } },
      ) => {
        active.add(job.id);
        try {
          const asked = jobFrom(payload);
          await handle(asked, jobKey(asked));
          await complete(job.id);
        } catch (error) {
          // The job was handed back and the connections are closed: nobody may hear of its end any more.
          if (isGone) await new Promise(() => undefined);
          throw error;
        } finally {
          active.delete(job.id);
        }
      };
      const tasks = Object.fromEntries(functions.map((id) => [taskOf(id), task]));
      let isGone = false;
      const pool = startLastingPool({ database, log, tasks, concurrency });

      /** graphile-worker deletes a finished job even if another worker has it by now. So the engine deletes it first, if it is still its own. */
      async function complete(id: string) {
        const mine = await database.rows(completeJob, [id, pool.current.id]);
        if (mine.length === 0) throw new Error("the job was taken over by another worker");
      }

      return {
        get id() {
          return pool.current.id;
        },
        async reconcile(olderThanSeconds) {
          await database.rows(freeUnknownJobs, [pool.current.id, [...active], olderThanSeconds]);
        },
        async stop(graceSeconds) {
          const ended = pool.stop("handing back");
          await Promise.race([ended.catch(() => undefined), wait(graceSeconds * 1000)]);
          await database.rows(handBackJobs, [pool.current.id]);
          isGone = true;
        },
      };
    },

    async release(sql, workerIds) {
      const freed = await sql.rows(releaseJobs, [workerIds]);
      return freed.flatMap(({ run }) => (run ? [run] : []));
    },
  };
}

const addJob = statement(
  `select engine_queue.add_job($1, $2::json, job_key := $3,
          run_at := coalesce($4::timestamptz, clock_timestamp() + make_interval(secs => $5)))`,
);
const removeJobs = statement(
  "delete from engine_queue._private_jobs where key = any($1) and locked_at is null returning key",
  { key: assured(text) },
);
const completeJob = statement(
  "delete from engine_queue._private_jobs where id = $1 and locked_by = $2 returning id",
);
const freeUnknownJobs = statement(
  `update engine_queue._private_jobs set locked_at = null, locked_by = null
    where locked_by = $1 and not (id = any($2::bigint[])) and locked_at < now() - make_interval(secs => $3)`,
);
const handBackJobs = statement(
  `update engine_queue._private_jobs
      set locked_at = null, locked_by = null, attempts = greatest(attempts - 1, 0), run_at = now()
    where locked_by = $1`,
);
const releaseJobs = statement(
  `update engine_queue._private_jobs set locked_at = null, locked_by = null
    where locked_by = any($1) returning payload ->> 'run' as run`,
  { run: nullable(text) },
);

/** Safe: every job in these schemas was written by this engine, from a `Job`. */
function jobFrom(payload: unknown): Job {
  return payload as Job;
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
}
