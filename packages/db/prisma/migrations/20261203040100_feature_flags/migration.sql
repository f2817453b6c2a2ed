-- The decisions of platform admins about flags that the code declares, for everybody and for single workspaces.
CREATE TABLE "feature_flags" (
    "key" TEXT NOT NULL,
    "is_killed" BOOLEAN NOT NULL DEFAULT false,
    "is_on" BOOLEAN NOT NULL,
    "percentage" INTEGER NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "feature_flags_pkey" PRIMARY KEY ("key"),
    CONSTRAINT "feature_flags_percentage" CHECK ("percentage" BETWEEN 0 AND 100)
);
CREATE TABLE "feature_flag_workspaces" (
    "key" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "is_on" BOOLEAN NOT NULL,
    CONSTRAINT "feature_flag_workspaces_pkey" PRIMARY KEY ("key", "workspace_id"),
    CONSTRAINT "feature_flag_workspaces_key_fkey" FOREIGN KEY ("key") REFERENCES "feature_flags"("key") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "feature_flag_workspaces_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
GRANT SELECT, INSERT, UPDATE ON "feature_flags" TO besunny_platform;
GRANT SELECT, INSERT, UPDATE, DELETE ON "feature_flag_workspaces" TO besunny_platform;
-- A workspace may see what is decided for it.
GRANT SELECT ON "feature_flag_workspaces" TO besunny_app;
CREATE POLICY own_workspace ON "feature_flag_workspaces" TO besunny_app
  USING (workspace_id = current_setting('app.workspace_id', true));
DO $$
DECLARE
  owned text;
BEGIN
  FOREACH owned IN ARRAY ARRAY['feature_flags', 'feature_flag_workspaces'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', owned);
    EXECUTE format('CREATE POLICY platform ON %I TO besunny_platform USING (true) WITH CHECK (true)', owned);
  END LOOP;
END $$;
