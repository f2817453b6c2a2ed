-- Points a minute of the buckets of requests that platform admins have set for one workspace.
CREATE TABLE "workspace_rates" (
    "workspace_id" TEXT NOT NULL,
    "bucket" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "changed_by_id" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "workspace_rates_pkey" PRIMARY KEY ("workspace_id", "bucket"),
    CONSTRAINT "workspace_rates_points" CHECK ("points" BETWEEN 10 AND 1000000),
    CONSTRAINT "workspace_rates_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
GRANT SELECT, INSERT, UPDATE, DELETE ON "workspace_rates" TO besunny_platform;
-- A workspace may see what is set for it.
GRANT SELECT ON "workspace_rates" TO besunny_app;
ALTER TABLE "workspace_rates" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "workspace_rates" FORCE ROW LEVEL SECURITY;
CREATE POLICY own_workspace ON "workspace_rates" TO besunny_app
  USING (workspace_id = current_setting('app.workspace_id', true))
  WITH CHECK (workspace_id = current_setting('app.workspace_id', true));
CREATE POLICY platform ON "workspace_rates" TO besunny_platform USING (true) WITH CHECK (true);
