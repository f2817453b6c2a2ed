-- Dashboards that people make. Without a workspace a dashboard is of the platform, and its figures are of all workspaces.
CREATE TABLE "dashboards" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT,
    "owner_id" TEXT,
    "visibility" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "content" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "dashboards_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "dashboards_visibility" CHECK ("visibility" = 'me' OR "visibility" = CASE WHEN "workspace_id" IS NULL THEN 'platform' ELSE 'workspace' END),
    CONSTRAINT "dashboards_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "dashboards_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE
);
CREATE INDEX "dashboards_workspace_id_idx" ON "dashboards"("workspace_id");
CREATE INDEX "dashboards_owner_id_idx" ON "dashboards"("owner_id");

-- Each version as it was saved, the present one too.
CREATE TABLE "dashboard_versions" (
    "dashboard_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "workspace_id" TEXT,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "made_by_id" TEXT,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "dashboard_versions_pkey" PRIMARY KEY ("dashboard_id", "version"),
    CONSTRAINT "dashboard_versions_dashboard_id_fkey" FOREIGN KEY ("dashboard_id") REFERENCES "dashboards"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "dashboard_versions_made_by_id_fkey" FOREIGN KEY ("made_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- A link that shows one dashboard to anyone who has it, until it ends.
CREATE TABLE "dashboard_shares" (
    "id" TEXT NOT NULL,
    "dashboard_id" TEXT NOT NULL,
    "workspace_id" TEXT,
    "token_hash" TEXT NOT NULL,
    "created_by_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "opened_count" INTEGER NOT NULL DEFAULT 0,
    "last_opened_at" TIMESTAMPTZ(3),

    CONSTRAINT "dashboard_shares_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "dashboard_shares_dashboard_id_fkey" FOREIGN KEY ("dashboard_id") REFERENCES "dashboards"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "dashboard_shares_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "dashboard_shares_token_hash_key" ON "dashboard_shares"("token_hash");
CREATE INDEX "dashboard_shares_dashboard_id_idx" ON "dashboard_shares"("dashboard_id");

GRANT SELECT, INSERT, UPDATE ON "dashboards", "dashboard_shares" TO besunny_app, besunny_platform;
GRANT SELECT, INSERT ON "dashboard_versions" TO besunny_app, besunny_platform;

DO $$
DECLARE
  owned text;
BEGIN
  FOREACH owned IN ARRAY ARRAY['dashboards', 'dashboard_versions', 'dashboard_shares'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', owned);
    EXECUTE format(
      'CREATE POLICY own_workspace ON %I TO besunny_app USING (workspace_id = current_setting(''app.workspace_id'', true)) WITH CHECK (workspace_id = current_setting(''app.workspace_id'', true))',
      owned
    );
    EXECUTE format('CREATE POLICY platform ON %I TO besunny_platform USING (workspace_id IS NULL) WITH CHECK (workspace_id IS NULL)', owned);
  END LOOP;
END $$;
