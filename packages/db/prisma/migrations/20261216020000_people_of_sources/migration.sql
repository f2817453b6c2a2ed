-- Which member an address at a source is. Only a proven one counts: the address of a sign-up is none.
CREATE TABLE "source_people" (
    "workspace_id" TEXT NOT NULL,
    "connection_id" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "proven_by" TEXT NOT NULL,
    "confirmed_by_id" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "source_people_pkey" PRIMARY KEY ("connection_id", "address"),
    CONSTRAINT "source_people_proven_by" CHECK ("proven_by" IN ('oauth', 'sso', 'admin')),
    CONSTRAINT "source_people_address" CHECK ("address" = lower("address")),
    CONSTRAINT "source_people_workspace_id_user_id_fkey" FOREIGN KEY ("workspace_id", "user_id") REFERENCES "memberships"("workspace_id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "source_people_workspace_id_user_id_idx" ON "source_people"("workspace_id", "user_id");

-- Who sees the items of a source there, as the provider tells it: one set for each distinct sharing.
CREATE TABLE "source_grants" (
    "workspace_id" TEXT NOT NULL,
    "connection_id" TEXT NOT NULL,
    "grants_key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "source_grants_pkey" PRIMARY KEY ("connection_id", "grants_key", "kind", "value"),
    CONSTRAINT "source_grants_kind" CHECK ("kind" IN ('user', 'group', 'domain', 'anyone')),
    CONSTRAINT "source_grants_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- The addresses of the members of a group at a source.
CREATE TABLE "source_groups" (
    "workspace_id" TEXT NOT NULL,
    "connection_id" TEXT NOT NULL,
    "group_ref" TEXT NOT NULL,
    "addresses" TEXT[] NOT NULL,
    "fetched_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "source_groups_pkey" PRIMARY KEY ("connection_id", "group_ref"),
    CONSTRAINT "source_groups_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "source_groups_fetched_at_idx" ON "source_groups"("fetched_at");

GRANT SELECT, INSERT, UPDATE, DELETE ON "source_people", "source_grants", "source_groups" TO besunny_app;
DO $$
DECLARE
  owned text;
BEGIN
  FOREACH owned IN ARRAY ARRAY['source_people', 'source_grants', 'source_groups'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', owned);
    EXECUTE format(
      'CREATE POLICY own_workspace ON %I TO besunny_app USING (workspace_id = current_setting(''app.workspace_id'', true)) WITH CHECK (workspace_id = current_setting(''app.workspace_id'', true))',
      owned
    );
  END LOOP;
END $$;
