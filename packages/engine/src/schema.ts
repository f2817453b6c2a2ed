/** The tables of the engine. `engine` and `queue` are already quoted identifiers. Every statement may run again. */
export function schemaSql(engine: string, queue: string): string {
  return /* sql */ `
create table if not exists ${engine}.process (
  id text primary key,
  functions text[] not null,
  started_at timestamptz not null default now(),
  seen_at timestamptz not null default now()
);

create table if not exists ${engine}.function (
  id text primary key,
  config jsonb not null,
  registered_at timestamptz not null default now()
);

create table if not exists ${engine}.trigger (
  function_id text not null references ${engine}.function on delete cascade,
  kind text not null check (kind in ('start', 'cancel')),
  position int not null,
  event text not null,
  expression text,
  within_seconds double precision,
  primary key (function_id, kind, position)
);
create index if not exists trigger_event on ${engine}.trigger (event);

create table if not exists ${engine}.event (
  id text primary key,
  name text not null,
  data jsonb not null,
  "user" jsonb,
  v text,
  ts bigint not null,
  received_at timestamptz not null default clock_timestamp(),
  routed boolean not null default true
);
create index if not exists event_name on ${engine}.event (name, received_at);
create index if not exists event_data on ${engine}.event using gin (data jsonb_path_ops);
create index if not exists event_unrouted on ${engine}.event (received_at) where not routed;

create table if not exists ${engine}.run (
  id text primary key,
  function_id text not null,
  event_id text not null references ${engine}.event,
  state text not null check (state in ('queued', 'running', 'sleeping', 'completed', 'failed', 'cancelled')),
  generation int not null default 0,
  attempt int not null default 0,
  parallel boolean not null default false,
  eager boolean not null default false,
  stack text[] not null default '{}',
  keys text[] not null default '{}',
  limits int[] not null default '{}',
  output json,
  error json,
  retry_at timestamptz,
  worker text,
  takeovers int not null default 0,
  parent_run_id text,
  parent_step_id text,
  created_at timestamptz not null default clock_timestamp(),
  started_at timestamptz,
  finished_at timestamptz,
  updated_at timestamptz not null default clock_timestamp()
);
create index if not exists run_active on ${engine}.run (function_id, created_at) where state in ('queued', 'running', 'sleeping');
create index if not exists run_state on ${engine}.run (state, id);
create index if not exists run_function on ${engine}.run (function_id, id);
create index if not exists run_event on ${engine}.run (event_id);

create table if not exists ${engine}.step (
  run_id text not null references ${engine}.run on delete cascade,
  id text not null,
  name text not null,
  op text not null,
  state text not null check (state in ('retrying', 'planned', 'sleeping', 'waiting', 'invoked', 'done', 'failed', 'cancelled')),
  generation int not null default 0,
  attempt int not null default 0,
  memo json,
  error json,
  wait_event text,
  wait_if text,
  event_id text,
  due_at timestamptz,
  created_at timestamptz not null default clock_timestamp(),
  started_at timestamptz,
  finished_at timestamptz,
  primary key (run_id, id)
);
create index if not exists step_waiting on ${engine}.step (wait_event) where state = 'waiting';

create table if not exists ${engine}.claim (
  function_id text not null,
  key text not null,
  run_id text not null,
  expires_at timestamptz not null,
  primary key (function_id, key)
);

create table if not exists ${engine}.slot (
  function_id text not null,
  key text not null,
  holder text not null,
  primary key (key, holder)
);
create index if not exists slot_holder on ${engine}.slot (holder);
create sequence if not exists ${engine}.turn;

create table if not exists ${engine}.parked (
  holder text primary key,
  sequence bigint generated always as identity,
  function_id text not null,
  lane text not null,
  task text not null,
  payload json not null,
  parked_at timestamptz not null default clock_timestamp()
);
create index if not exists parked_lane on ${engine}.parked (function_id, lane, sequence);

create table if not exists ${engine}.lane (
  function_id text not null,
  lane text not null,
  keys text[] not null,
  limits int[] not null,
  served bigint not null default 0,
  primary key (function_id, lane)
);

-- Hands free slots to parked jobs, the lane served longest ago first. One caller at a time per function.
create or replace function ${engine}.admit(f text) returns void language plpgsql as $body$
declare
  chosen ${engine}.lane;
  job ${engine}.parked;
begin
  perform pg_advisory_xact_lock(hashtextextended('${engine}.admit:' || f, 0));
  loop
    select l.* into chosen
      from ${engine}.lane l
     where l.function_id = f
       and exists (select 1 from ${engine}.parked p where p.function_id = f and p.lane = l.lane)
       and not exists (
         select 1 from unnest(l.keys, l.limits) as k(key, capacity)
          where (select count(*) from ${engine}.slot s where s.key = k.key) >= k.capacity)
     order by l.served
     limit 1;
    exit when not found;
    delete from ${engine}.parked
     where holder = (select p.holder from ${engine}.parked p
                      where p.function_id = f and p.lane = chosen.lane order by p.sequence limit 1)
     returning * into job;
    exit when job.holder is null;
    insert into ${engine}.slot (function_id, key, holder)
    select f, unnest(chosen.keys), job.holder on conflict do nothing;
    update ${engine}.lane set served = nextval('${engine}.turn') where function_id = f and lane = chosen.lane;
    perform ${queue}.add_job(job.task, job.payload, job_key := job.holder);
  end loop;
end
$body$;

-- Keeps the first result of a step and refuses every later one. True when it was kept.
create or replace function ${engine}.memoise(
  of_run text, of_step text, step_name text, step_op text, result json, has_failed boolean, began timestamptz, cause text
) returns boolean language plpgsql as $body$
begin
  insert into ${engine}.step as s (run_id, id, name, op, state, memo, started_at, finished_at, event_id)
  values (of_run, of_step, step_name, step_op, case when has_failed then 'failed' else 'done' end, result,
          coalesce(began, clock_timestamp()), clock_timestamp(), cause)
  on conflict (run_id, id) do update
     set memo = excluded.memo, state = excluded.state, finished_at = excluded.finished_at, event_id = excluded.event_id,
         started_at = coalesce(s.started_at, excluded.started_at), due_at = null
   where s.memo is null;
  if not found then return false; end if;
  update ${engine}.run set stack = array_append(stack, of_step), attempt = 0, updated_at = clock_timestamp() where id = of_run;
  return true;
end
$body$;
`;
}
