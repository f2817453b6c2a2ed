-- Makes the tables. Releases before this record of migrations made them on each start, so every statement may run again.

create table if not exists engine.process (
  id text primary key,
  functions text[] not null,
  beat bigint not null default 0,
  started_at timestamptz not null default now(),
  seen_at timestamptz not null default now()
);

create table if not exists engine.function (
  id text primary key,
  config jsonb not null,
  paused boolean not null default false,
  retired boolean not null default false,
  registered_at timestamptz not null default now()
);

create table if not exists engine.trigger (
  function_id text not null references engine.function on delete cascade,
  kind text not null check (kind in ('start', 'cancel')),
  position int not null,
  event text not null,
  expression text,
  within_seconds double precision,
  primary key (function_id, kind, position)
);
create index if not exists trigger_event on engine.trigger (event);

create table if not exists engine.event (
  id text primary key,
  name text not null,
  data jsonb not null,
  "user" jsonb,
  v text,
  ts bigint not null,
  received_at timestamptz not null default clock_timestamp(),
  routed boolean not null default true
);
create index if not exists event_name on engine.event (name, received_at);
create index if not exists event_received on engine.event (received_at);
create index if not exists event_data on engine.event using gin (data jsonb_path_ops);
create index if not exists event_unrouted on engine.event (received_at) where not routed;

create table if not exists engine.run (
  id text primary key,
  function_id text not null,
  event_id text not null references engine.event,
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
alter table engine.process add column if not exists beat bigint not null default 0;
alter table engine.function
  add column if not exists paused boolean not null default false,
  add column if not exists retired boolean not null default false;
alter table engine.run
  add column if not exists tenant text,
  add column if not exists batch text[],
  add column if not exists priority int not null default 0,
  add column if not exists finish_within double precision,
  add column if not exists singleton text,
  add column if not exists replay_of text,
  add column if not exists fingerprint text;
create index if not exists run_active on engine.run (function_id, created_at) where state in ('queued', 'running', 'sleeping');
create index if not exists run_state on engine.run (state, id);
create index if not exists run_function on engine.run (function_id, id);
create index if not exists run_event on engine.run (event_id);
create index if not exists run_tenant on engine.run (tenant, id) where tenant is not null;
create index if not exists run_fingerprint on engine.run (fingerprint, id) where fingerprint is not null;
create index if not exists run_failed_function on engine.run (function_id, id) where state = 'failed';
create index if not exists run_failed_tenant on engine.run (tenant, id) where state = 'failed';
create index if not exists run_batch on engine.run using gin (batch) where batch is not null;
create index if not exists run_replay on engine.run (replay_of) where replay_of is not null;
create index if not exists run_parent on engine.run (parent_run_id) where parent_run_id is not null;
create index if not exists run_started on engine.run (started_at) where started_at is not null;
create index if not exists run_finished on engine.run (finished_at) where finished_at is not null;
create unique index if not exists run_singleton on engine.run (function_id, singleton)
  where singleton is not null and state in ('queued', 'running', 'sleeping');

create table if not exists engine.step (
  run_id text not null references engine.run on delete cascade,
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
alter table engine.step
  add column if not exists input json,
  add column if not exists wait_path text[],
  add column if not exists wait_value jsonb,
  add column if not exists signal text,
  add column if not exists child_run_id text;
create index if not exists step_waiting on engine.step (wait_event) where state = 'waiting';
create unique index if not exists step_signal on engine.step (signal) where state = 'waiting' and signal is not null;
create index if not exists step_event on engine.step (event_id) where event_id is not null;

create table if not exists engine.failure (
  run_id text not null references engine.run on delete cascade,
  sequence bigint generated always as identity,
  step_id text,
  number int not null,
  at timestamptz not null default clock_timestamp(),
  began timestamptz,
  error json,
  retry_at timestamptz,
  worker text,
  primary key (run_id, sequence)
);

create table if not exists engine.claim (
  function_id text not null,
  key text not null,
  run_id text not null,
  expires_at timestamptz not null,
  primary key (function_id, key)
);
create index if not exists claim_expires on engine.claim (expires_at);

-- Events held back by debounce or gathered for a batch, in the order in which they came.
create table if not exists engine.pending (
  function_id text not null,
  key text not null,
  event_ids text[] not null,
  began_at timestamptz not null default clock_timestamp(),
  due_at timestamptz not null,
  primary key (function_id, key)
);

-- Times of the latest runs of a key: the starts of a rate limit, or the theoretical arrival time of a throttle.
create table if not exists engine.rate (
  key text primary key,
  starts timestamptz[] not null default '{}',
  arrival timestamptz,
  expires_at timestamptz not null
);

create table if not exists engine.message (
  id bigint generated always as identity primary key,
  channel text not null,
  topic text not null,
  run_id text,
  data json,
  created_at timestamptz not null default clock_timestamp()
);
create index if not exists message_created on engine.message (created_at);

create table if not exists engine.slot (
  function_id text not null,
  key text not null,
  holder text not null,
  primary key (key, holder)
);
create index if not exists slot_holder on engine.slot (holder);
create sequence if not exists engine.turn;

-- An older release had one lane for each function. The reaper finds the runs that were parked there and queues them again.
do $body$
begin
  if exists (select 1 from information_schema.columns where table_schema = 'engine' and table_name = 'lane' and column_name = 'served') then
    drop table engine.lane;
    drop table engine.parked;
    drop function if exists engine.admit(text);
  end if;
end
$body$;

create table if not exists engine.parked (
  holder text primary key,
  sequence bigint generated always as identity,
  function_id text not null,
  lane text not null,
  run_id text not null,
  task text not null,
  payload json not null,
  priority int not null default 0,
  rank double precision not null,
  parked_at timestamptz not null default clock_timestamp()
);
create index if not exists parked_lane on engine.parked (function_id, lane, rank, sequence);
create index if not exists parked_run on engine.parked (run_id);

-- One line of jobs for each combination of slots. blocked_by is the limit that was full, '' when none was checked yet.
create table if not exists engine.lane (
  function_id text not null,
  lane text not null,
  keys text[] not null,
  limits int[] not null,
  throttle json,
  blocked_by text not null default '',
  turn bigint not null default nextval('engine.turn'),
  primary key (function_id, lane)
);
create index if not exists lane_blocked on engine.lane (blocked_by, turn);
