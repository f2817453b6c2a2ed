-- Slack: the app in the Slack of a workspace, and which member is which person there.

-- A Slack belongs to one workspace, so that a click there is a click here.
CREATE TABLE "slack_installs" (
    "workspace_id" TEXT NOT NULL,
    "team_id" TEXT NOT NULL,
    "team_name" TEXT NOT NULL,
    "sealed_token" BYTEA NOT NULL,
    "trouble" TEXT,
    "blocked_until" TIMESTAMPTZ(3),
    "installed_by_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "slack_installs_pkey" PRIMARY KEY ("workspace_id"),
    CONSTRAINT "slack_installs_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "slack_installs_installed_by_id_fkey" FOREIGN KEY ("installed_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "slack_installs_trouble" CHECK ("trouble" IN ('limited', 'down', 'revoked', 'refused'))
);
CREATE UNIQUE INDEX "slack_installs_team_id_key" ON "slack_installs"("team_id");

-- A link counts once it is proven: the person has clicked in Slack on the code that their member here asked for.
CREATE TABLE "slack_links" (
    "workspace_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "slack_user" TEXT NOT NULL,
    "code_hash" TEXT,
    "code_until" TIMESTAMPTZ(3),
    "proven_at" TIMESTAMPTZ(3),

    CONSTRAINT "slack_links_pkey" PRIMARY KEY ("workspace_id", "user_id"),
    CONSTRAINT "slack_links_workspace_id_user_id_fkey" FOREIGN KEY ("workspace_id", "user_id") REFERENCES "memberships"("workspace_id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "slack_links_workspace_id_slack_user_idx" ON "slack_links"("workspace_id", "slack_user");

GRANT SELECT, INSERT, UPDATE, DELETE ON "slack_installs", "slack_links" TO besunny_app;
GRANT SELECT ("workspace_id", "team_id") ON "slack_installs" TO besunny_identity;
GRANT SELECT, UPDATE ON "slack_links" TO besunny_identity;
GRANT SELECT ("workspace_id", "trouble", "blocked_until") ON "slack_installs" TO besunny_platform;
GRANT SELECT ("workspace_id", "user_id", "proven_at") ON "slack_links" TO besunny_platform;

DO $$
DECLARE
  owned text;
BEGIN
  FOREACH owned IN ARRAY ARRAY['slack_installs', 'slack_links'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', owned);
    EXECUTE format('CREATE POLICY own_workspace ON %I TO besunny_app USING (workspace_id = current_setting(''app.workspace_id'', true)) WITH CHECK (workspace_id = current_setting(''app.workspace_id'', true))', owned);
    EXECUTE format('CREATE POLICY platform ON %I FOR SELECT TO besunny_platform USING (true)', owned);
  END LOOP;
END $$;
CREATE POLICY identity ON "slack_installs" FOR SELECT TO besunny_identity USING (true);
CREATE POLICY identity ON "slack_links" TO besunny_identity USING (true) WITH CHECK (true);
SELECT let_erase();
