-- A workspace may keep to a region. Servers of models outside of it get no text, unless they are allowed with a reason.
ALTER TABLE "workspaces" ADD COLUMN "region" TEXT;
CREATE TABLE "provider_rules" (
    "workspace_id" TEXT NOT NULL,
    "host" TEXT NOT NULL,
    "region" TEXT,
    "is_allowed" BOOLEAN NOT NULL DEFAULT false,
    "reason" TEXT NOT NULL,
    "changed_by_id" TEXT,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "provider_rules_pkey" PRIMARY KEY ("workspace_id", "host"),
    CONSTRAINT "provider_rules_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
GRANT SELECT, INSERT, UPDATE, DELETE ON "provider_rules" TO besunny_app;
ALTER TABLE "provider_rules" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "provider_rules" FORCE ROW LEVEL SECURITY;
CREATE POLICY own_workspace ON "provider_rules" TO besunny_app
  USING (workspace_id = current_setting('app.workspace_id', true))
  WITH CHECK (workspace_id = current_setting('app.workspace_id', true));
