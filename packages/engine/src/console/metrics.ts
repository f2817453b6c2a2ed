import {
  boolean,
  integer,
  nullable,
  real,
  text,
  textArray,
  timestamp,
} from "@besunny/sql/rows/column";
import { statement } from "@besunny/sql/rows/statement";
import type { Database } from "../database/database";
import type { Console, Metrics } from "./console-types";

/** Returns the numbers of the queue as of now: waiting, running, throughput. */
export async function readMetrics(database: Database): Promise<Metrics> {
  const [totals, functions, tenants, throughput, workers] = await Promise.all([
    readTotals(database),
    readFunctions(database),
    readTenants(database),
    readThroughput(database),
    readWorkers(database),
  ]);
  return { ...totals, functions, tenants, throughput, workers };
}

type Totals = Omit<Metrics, "functions" | "tenants" | "throughput" | "workers">;

async function readTotals(database: Database): Promise<Totals> {
  const [totals] = await database.rows(totalsNow);
  if (!totals) throw new Error("The database gave no totals");
  return totals;
}

const totalsNow = statement(
  `select clock_timestamp() as "asOf",
            (count(*) filter (where state = 'queued'))::int as queued,
            (count(*) filter (where state = 'running'))::int as running,
            (count(*) filter (where state = 'sleeping'))::int as sleeping,
            (select count(distinct run_id)::int from parked) as parked,
            extract(epoch from clock_timestamp() - min(updated_at) filter (where state = 'queued'))::float8 as "oldestQueuedSeconds"
       from run where state in ('queued', 'running', 'sleeping')`,
  {
    asOf: timestamp,
    queued: integer,
    running: integer,
    sleeping: integer,
    parked: integer,
    oldestQueuedSeconds: nullable(real),
  },
);

function readFunctions(database: Database): Promise<Metrics["functions"]> {
  return database.rows(functionsNow);
}

const functionsNow = statement(
  `select f.id as "functionId", f.paused as "isPaused", coalesce(queued, 0) as queued, coalesce(running, 0) as running,
            coalesce(sleeping, 0) as sleeping, "oldestQueuedSeconds"
       from function f
       left join (
         select function_id, (count(*) filter (where state = 'queued'))::int as queued,
                (count(*) filter (where state = 'running'))::int as running,
                (count(*) filter (where state = 'sleeping'))::int as sleeping,
                extract(epoch from clock_timestamp() - min(updated_at) filter (where state = 'queued'))::float8 as "oldestQueuedSeconds"
           from run where state in ('queued', 'running', 'sleeping') group by function_id
       ) r on r.function_id = f.id
      where not f.retired or r.function_id is not null
      order by f.id`,
  {
    functionId: text,
    isPaused: boolean,
    queued: integer,
    running: integer,
    sleeping: integer,
    oldestQueuedSeconds: nullable(real),
  },
);

function readTenants(database: Database): Promise<Metrics["tenants"]> {
  return database.rows(tenantsNow);
}

const tenantsNow = statement(
  `with active as (
       select tenant, (count(*) filter (where state = 'queued'))::int as queued, (count(*) filter (where state = 'running'))::int as running,
              extract(epoch from clock_timestamp() - min(updated_at) filter (where state = 'queued'))::float8 as oldest
         from run where state in ('queued', 'running', 'sleeping') and tenant is not null group by tenant
     ), begun as (
       select tenant, count(*)::int as begun,
              percentile_cont(array[0.5, 0.95]) within group (order by extract(epoch from started_at - created_at) * 1000) as waits
         from run where started_at > now() - interval '1 hour' and tenant is not null group by tenant
     )
     select coalesce(a.tenant, b.tenant) as tenant, coalesce(a.queued, 0) as queued, coalesce(a.running, 0) as running,
            a.oldest as "oldestQueuedSeconds", coalesce(b.begun, 0) as begun, b.waits[1]::float8 as "waitP50Ms",
            b.waits[2]::float8 as "waitP95Ms"
       from active a full join begun b on b.tenant = a.tenant
      order by 2 desc, 5 desc, 1 limit 50`,
  {
    tenant: text,
    queued: integer,
    running: integer,
    oldestQueuedSeconds: nullable(real),
    begun: integer,
    waitP50Ms: nullable(real),
    waitP95Ms: nullable(real),
  },
);

function readThroughput(database: Database): Promise<Metrics["throughput"]> {
  return database.rows(lastHour);
}

const lastHour = statement(
  `with minutes as (
       select generate_series(date_trunc('minute', now()) - interval '59 minutes', date_trunc('minute', now()), interval '1 minute') as minute
     ), begun as (
       select date_trunc('minute', started_at) as minute, count(*)::int as begun
         from run where started_at > now() - interval '1 hour' group by 1
     ), ended as (
       select date_trunc('minute', finished_at) as minute, (count(*) filter (where state = 'completed'))::int as completed,
              (count(*) filter (where state = 'failed'))::int as failed, (count(*) filter (where state = 'cancelled'))::int as cancelled
         from run where finished_at > now() - interval '1 hour' group by 1
     )
     select minute, coalesce(begun, 0) as begun, coalesce(completed, 0) as completed, coalesce(failed, 0) as failed,
            coalesce(cancelled, 0) as cancelled
       from minutes left join begun using (minute) left join ended using (minute) order by minute`,
  {
    minute: timestamp,
    begun: integer,
    completed: integer,
    failed: integer,
    cancelled: integer,
  },
);

function readWorkers(database: Database): Promise<Metrics["workers"]> {
  return database.rows(workersNow);
}

const workersNow = statement(
  `select p.id, p.started_at as "startedAt", p.seen_at as "seenAt",
            (select count(*)::int from engine_queue._private_jobs j where j.locked_by = p.id) as jobs
       from process p order by p.started_at`,
  {
    id: text,
    startedAt: timestamp,
    seenAt: timestamp,
    jobs: integer,
  },
);

export function listFunctions(database: Database): ReturnType<Console["listFunctions"]> {
  return database.rows(functionsKnown);
}

const functionsKnown = statement(
  `select f.id, f.config ->> 'name' as name, f.paused as "isPaused",
            exists (select 1 from process p where f.id = any(p.functions)) as "isServed",
            array(select c ->> 'cron' from jsonb_array_elements(f.config -> 'crons') c) as crons
       from function f where not f.retired order by f.id`,
  {
    id: text,
    name: text,
    isPaused: boolean,
    isServed: boolean,
    crons: textArray,
  },
);
