-- The audit log names people who have left the workspace. The policy counts for the one statement that reads their names: see audit.ts.
CREATE POLICY acted_here ON "users" FOR SELECT TO besunny_app USING (
  current_setting('app.names_actors', true) = 'on'
  AND EXISTS (
    SELECT FROM "audit_entries" a
    WHERE a."workspace_id" = current_setting('app.workspace_id', true)
      AND a."actor_id" = "users"."id" AND a."actor_kind" = 'user'
  )
);
