-- An earlier release let a step wait for up to 366 days when the function that it invoked refused the run. Such a wait ends now.
update engine_queue._private_jobs j
   set run_at = now()
  from engine.step s
 where s.state = 'invoked' and s.memo is null and s.child_run_id is null
   and j.key = 'w:' || s.run_id || ':' || s.id and j.locked_at is null
   and not exists (select 1 from engine.run child where child.parent_run_id = s.run_id and child.parent_step_id = s.id);
