import { statement } from "./server";

/**
 * Fills the engine's tables with `finished` runs of three steps and `sleeping` ones that wake in a month. They are copies, with
 * all columns, of one real run of each kind that must exist.
 */
export async function fillTables(
  ownerUrl: string,
  { finished, sleeping }: { finished: number; sleeping: number },
): Promise<void> {
  await copyRuns(ownerUrl, "load-three", "completed", finished);
  await copyRuns(ownerUrl, "load-sleeper", "sleeping", sleeping);
  await statement(
    ownerUrl,
    `select count(engine_queue.add_job(
       'function:load-sleeper', json_build_object('kind', 'wake', 'run', r.id, 'step', s.id), job_key := 'w:' || r.id || ':' || s.id,
       run_at := now() + interval '30 days'))
     from engine.run r join engine.step s on s.run_id = r.id where r.function_id = 'load-sleeper'`,
  );
  await statement(ownerUrl, "vacuum analyze");
}

async function copyRuns(ownerUrl: string, functionId: string, state: string, number: number) {
  const values = [functionId, state, number];
  await statement(
    ownerUrl,
    `with model as (select r from engine.run r where function_id = $1 and state = $2 limit 1),
      copy as materialized (
        select uuidv7(make_interval(secs => -n))::text as run, uuidv7(make_interval(secs => -n))::text as event
          from generate_series(1, $3::int) n),
      events as (
        insert into engine.event
        select (jsonb_populate_record(e, jsonb_build_object('id', copy.event))).*
          from model join engine.event e on e.id = (model.r).event_id, copy returning 1),
      runs as (
        insert into engine.run
        select (jsonb_populate_record(model.r, jsonb_build_object('id', copy.run, 'event_id', copy.event))).* from model, copy
        returning 1)
     insert into engine.step
     select (jsonb_populate_record(s, jsonb_build_object('run_id', copy.run))).*
       from model join engine.step s on s.run_id = (model.r).id, copy`,
    values,
  );
}
