-- Admins of the platform see nothing of the canaries in tables that came after them either.
DO $$
DECLARE
  held record;
  hides text;
BEGIN
  FOR held IN
    SELECT p.policyname, p.tablename, p.cmd, p.qual, p.with_check, CASE WHEN p.tablename = 'workspaces' THEN 'id' ELSE 'workspace_id' END AS col
      FROM pg_policies p
     WHERE p.schemaname = 'public' AND 'besunny_platform' = ANY (p.roles) AND p.qual IS NOT NULL AND p.qual NOT LIKE '%ws_canary_one%'
       AND (p.tablename = 'workspaces' OR EXISTS (
         SELECT 1 FROM information_schema.columns c
          WHERE c.table_schema = 'public' AND c.table_name = p.tablename AND c.column_name = 'workspace_id'))
  LOOP
    hides := format('((%s) AND (%I IS NULL OR %I NOT IN (''ws_canary_one'', ''ws_canary_two'')))', held.qual, held.col, held.col);
    IF held.cmd = 'ALL' THEN
      EXECUTE format('ALTER POLICY %I ON %I USING (%s) WITH CHECK (%s)', held.policyname, held.tablename, hides, coalesce(held.with_check, held.qual));
    ELSE
      EXECUTE format('ALTER POLICY %I ON %I USING (%s)', held.policyname, held.tablename, hides);
    END IF;
  END LOOP;
END $$;
