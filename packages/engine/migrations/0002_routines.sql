-- The functions that change several rows in one statement.

-- Returns a time ten years ago, so that a job that is due at once stays due when the clock is set back. Priority moves it.
create or replace function engine.due_now(priority int) returns timestamptz language sql volatile as $body$
  select clock_timestamp() - interval '10 years' - make_interval(secs => priority)
$body$;

-- Queues a job, or parks it where a limit or a pause may hold it up. Returns true when it was parked: then admit('') must be called.
create or replace function engine.enqueue(
  f text, holder text, of_run text, task text, payload json, of_keys text[], of_limits int[], throttled json, urgency int
) returns boolean language plpgsql as $body$
declare
  line text := array_to_string(of_keys, chr(31)) || coalesce(chr(30) || (throttled ->> 'key'), '');
begin
  if cardinality(of_keys) = 0 and throttled is null
     and not exists (select 1 from engine.function fn where fn.id = f and fn.paused) then
    perform engine_queue.add_job(task, payload, job_key := holder, run_at := engine.due_now(urgency));
    return false;
  end if;
  -- The update locks the lane even where it changes nothing. So no other session removes the lane as empty before this commit.
  insert into engine.lane as l (function_id, lane, keys, limits, throttle) values (f, line, of_keys, of_limits, throttled)
  on conflict (function_id, lane) do update set limits = excluded.limits, throttle = excluded.throttle, blocked_by = ''
   where l.limits <> excluded.limits or l.throttle::text is distinct from excluded.throttle::text;
  insert into engine.parked (holder, function_id, lane, run_id, task, payload, priority, rank)
  values (holder, f, line, of_run, task, payload, urgency, extract(epoch from clock_timestamp()) - urgency)
  on conflict do nothing;
  return true;
end
$body$;

-- Returns the first limit that holds a lane's jobs back, null when none does.
create or replace function engine.obstacle(l engine.lane) returns text language plpgsql as $body$
declare
  full_key text;
  due timestamptz;
begin
  if exists (select 1 from engine.function fn where fn.id = l.function_id and fn.paused) then
    return 'paused|' || l.function_id;
  end if;
  select k.key into full_key
    from unnest(l.keys, l.limits) as k(key, capacity)
   where (select count(*) from engine.slot s where s.key = k.key) >= k.capacity limit 1;
  if full_key is not null then return full_key; end if;
  if l.throttle is null then return null; end if;
  select greatest(r.arrival, clock_timestamp()) + make_interval(secs => (l.throttle ->> 'every')::float8 - (l.throttle ->> 'allowance')::float8)
    into due from engine.rate r where r.key = l.throttle ->> 'key';
  if due is null or due <= clock_timestamp() then return null; end if;
  perform engine_queue.add_job('function:' || l.function_id, json_build_object('kind', 'admit', 'key', l.throttle ->> 'key'),
                           job_key := 'a:' || (l.throttle ->> 'key'), run_at := due);
  return l.throttle ->> 'key';
end
$body$;

-- Assigns the free slots of one limit to the lanes that wait for it, the lane served longest ago first. One caller at a time.
create or replace function engine.admit(freed text) returns void language plpgsql as $body$
declare
  chosen engine.lane;
  blocker text;
  job engine.parked;
begin
  perform pg_advisory_xact_lock(hashtextextended('engine.admit', 0));
  loop
    select l.* into chosen from engine.lane l where l.blocked_by = freed order by l.turn limit 1 for update;
    exit when not found;
    blocker := engine.obstacle(chosen);
    exit when blocker = freed;
    if blocker is not null then
      update engine.lane l set blocked_by = blocker where l.function_id = chosen.function_id and l.lane = chosen.lane;
      continue;
    end if;
    delete from engine.parked
     where holder = (select p.holder from engine.parked p
                      where p.function_id = chosen.function_id and p.lane = chosen.lane
                      order by p.rank, p.sequence limit 1 for update)
     returning * into job;
    if job.holder is null then
      delete from engine.lane l where l.function_id = chosen.function_id and l.lane = chosen.lane
         and not exists (select 1 from engine.parked p where p.function_id = l.function_id and p.lane = l.lane);
      continue;
    end if;
    insert into engine.slot (function_id, key, holder)
    select chosen.function_id, unnest(chosen.keys), job.holder on conflict do nothing;
    if chosen.throttle is not null then
      insert into engine.rate as r (key, arrival, expires_at)
      values (chosen.throttle ->> 'key', clock_timestamp() + make_interval(secs => (chosen.throttle ->> 'every')::float8),
              clock_timestamp() + make_interval(secs => (chosen.throttle ->> 'allowance')::float8 * 2))
      on conflict (key) do update
         set arrival = greatest(r.arrival, clock_timestamp()) + make_interval(secs => (chosen.throttle ->> 'every')::float8),
             expires_at = excluded.expires_at;
    end if;
    update engine.lane l set turn = nextval('engine.turn') where l.function_id = chosen.function_id and l.lane = chosen.lane;
    perform engine_queue.add_job(job.task, job.payload, job_key := job.holder, run_at := engine.due_now(job.priority));
  end loop;
end
$body$;

-- Assigns a run to a worker. Its new generation makes the engine refuse every later answer to an earlier worker.
create or replace function engine.begin_drive(of_run text, by_worker text) returns json language plpgsql as $body$
declare
  before engine.run;
  r engine.run;
begin
  select * into before from engine.run where id = of_run for update;
  if not found or before.state not in ('queued', 'running', 'sleeping') then return null; end if;
  if exists (select 1 from engine.function fn where fn.id = before.function_id and fn.paused) then
    return json_build_object('paused', true);
  end if;
  update engine.run
     set generation = generation + 1, state = 'running', worker = by_worker, retry_at = null,
         started_at = coalesce(started_at, clock_timestamp()), updated_at = clock_timestamp()
   where id = of_run returning * into r;
  if before.started_at is null and r.finish_within is not null then
    perform engine_queue.add_job('function:' || r.function_id, json_build_object('kind', 'deadline', 'run', of_run, 'step', 'finish'),
                             job_key := 't:' || of_run || ':finish',
                             run_at := clock_timestamp() + make_interval(secs => r.finish_within));
  end if;
  return json_build_object('run', to_json(r), 'state', engine.state_of(r));
end
$body$;

-- Assigns one of several parallel steps to a worker.
create or replace function engine.begin_step(of_run text, of_step text) returns json language plpgsql as $body$
declare
  r engine.run;
  s engine.step;
begin
  select * into r from engine.run where id = of_run for update;
  if not found or r.state not in ('queued', 'running', 'sleeping') then return null; end if;
  if exists (select 1 from engine.function fn where fn.id = r.function_id and fn.paused) then
    return json_build_object('paused', true);
  end if;
  update engine.step
     set generation = generation + 1, started_at = coalesce(started_at, clock_timestamp()), due_at = null
   where run_id = of_run and id = of_step and state = 'planned' returning * into s;
  if not found then return null; end if;
  return json_build_object('generation', s.generation, 'attempt', s.attempt, 'function_id', r.function_id, 'state', engine.state_of(r));
end
$body$;

-- Returns the content of a call: the events, the results so far and their order.
create or replace function engine.state_of(r engine.run) returns json language sql volatile as $body$
  select json_build_object(
    'stack', r.stack,
    'events', (select json_agg(to_json(e) order by given.place)
                 from unnest(coalesce(r.batch, array[r.event_id])) with ordinality as given(id, place)
                 join engine.event e on e.id = given.id),
    'memos', (select json_object_agg(s.id, s.memo) from engine.step s where s.run_id = r.id and s.memo is not null))
$body$;

-- Keeps the results of steps while the run goes on. Returns false when another worker has the run by now, or it is over.
create or replace function engine.checkpoint(of_run text, gen int, results json) returns boolean language plpgsql as $body$
declare
  one json;
begin
  perform 1 from engine.run where id = of_run and generation = gen and state in ('queued', 'running', 'sleeping') for update;
  if not found then return false; end if;
  for one in select value from json_array_elements(results) loop
    perform engine.memoise(of_run, one ->> 'id', one ->> 'name', one ->> 'op', one -> 'memo', false,
                              (one ->> 'began')::timestamptz, null, one -> 'input');
  end loop;
  return true;
end
$body$;

-- Ends a run whose row the caller has locked, and returns the limits that have a free slot now. A job that a worker is working
-- on keeps its slots until that worker sees that the run is over.
create or replace function engine.finish(of_run text, ending text, result json, problem json, print text)
returns text[] language plpgsql as $body$
declare
  holders text[];
  freed text[];
begin
  update engine.run
     set state = ending, output = result, error = problem, fingerprint = print, generation = generation + 1, worker = null,
         retry_at = null, finished_at = clock_timestamp(), updated_at = clock_timestamp()
   where id = of_run;
  with open as (
    update engine.step set state = 'cancelled', finished_at = clock_timestamp()
     where run_id = of_run and state in ('retrying', 'planned', 'sleeping', 'waiting', 'invoked') returning id)
  select array['d:' || of_run, 'p:' || of_run || ':', 't:' || of_run || ':start', 't:' || of_run || ':finish']
         || coalesce(array_agg(k.kind || ':' || of_run || ':' || open.id), '{}')
    into holders from open cross join unnest(array['s', 'w', 'p']) as k(kind);
  delete from engine.parked where run_id = of_run;
  with gone as (delete from engine_queue._private_jobs where key = any(holders) and locked_at is null returning key),
       slots as (delete from engine.slot where holder in (select key from gone) returning slot.key)
  select array_agg(distinct key) into freed from slots;
  return coalesce(freed, '{}');
end
$body$;

-- Keeps the first result of a step and refuses every later one. Returns true when it was kept.
drop function if exists engine.memoise(text, text, text, text, json, boolean, timestamptz, text);
create or replace function engine.memoise(
  of_run text, of_step text, step_name text, step_op text, result json, has_failed boolean, began timestamptz, cause text, given json
) returns boolean language plpgsql as $body$
begin
  insert into engine.step as s (run_id, id, name, op, state, memo, started_at, finished_at, event_id, input)
  values (of_run, of_step, step_name, step_op, case when has_failed then 'failed' else 'done' end, result,
          coalesce(began, clock_timestamp()), clock_timestamp(), cause, given)
  on conflict (run_id, id) do update
     set memo = excluded.memo, state = excluded.state, finished_at = excluded.finished_at, event_id = excluded.event_id,
         started_at = coalesce(s.started_at, excluded.started_at), input = coalesce(excluded.input, s.input), due_at = null
   where s.memo is null;
  if not found then return false; end if;
  update engine.run set stack = array_append(stack, of_step), attempt = 0, updated_at = clock_timestamp() where id = of_run;
  return true;
end
$body$;
