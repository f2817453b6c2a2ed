-- How the people of a workspace sign in: its policy, and the sign-in of its organisation by OIDC or SAML.

-- What a session must have proven to open the workspace. `break_glass_ids` are owners whom neither methods nor networks shut out.
CREATE TABLE "sign_in_policies" (
    "workspace_id" TEXT NOT NULL,
    "needs_second_factor" BOOLEAN NOT NULL DEFAULT false,
    "methods" TEXT[] NOT NULL,
    "session_hours" INTEGER,
    "networks" TEXT[] NOT NULL,
    "break_glass_ids" TEXT[] NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "sign_in_policies_pkey" PRIMARY KEY ("workspace_id"),
    CONSTRAINT "sign_in_policies_session_hours_check" CHECK ("session_hours" BETWEEN 1 AND 720)
);

CREATE TABLE "sso_connections" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "client_id" TEXT,
    "sealed_client_secret" BYTEA,
    "sign_in_url" TEXT,
    "certificates" TEXT[] NOT NULL,
    "email_claim" TEXT,
    "name_claim" TEXT,
    "group_claim" TEXT,
    "default_role" TEXT NOT NULL DEFAULT 'member',
    "role_map" JSONB NOT NULL DEFAULT '[]',
    "group_map" JSONB NOT NULL DEFAULT '[]',
    "makes_accounts" BOOLEAN NOT NULL DEFAULT false,
    "is_on" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "tested_version" INTEGER,
    "tested_at" TIMESTAMPTZ(3),
    "tested_by_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "sso_connections_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "sso_connections_kind_check" CHECK ("kind" IN ('oidc', 'saml')),
    CONSTRAINT "sso_connections_default_role_check" CHECK ("default_role" IN ('admin', 'member', 'viewer'))
);
CREATE INDEX "sso_connections_workspace_id_idx" ON "sso_connections"("workspace_id");

-- A domain whose people a connection signs in. It counts once it is proven by a TXT record with `proof`.
CREATE TABLE "sso_domains" (
    "connection_id" TEXT NOT NULL,
    "domain" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "proof" TEXT NOT NULL,
    "proven_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "sso_domains_pkey" PRIMARY KEY ("connection_id", "domain")
);
CREATE UNIQUE INDEX "sso_domains_proven_key" ON "sso_domains"("domain") WHERE "proven_at" IS NOT NULL;
CREATE INDEX "sso_domains_workspace_id_idx" ON "sso_domains"("workspace_id");

-- A person at an issuer, as one connection knows them. An address never links two accounts.
CREATE TABLE "sso_identities" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "connection_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "email" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),
    CONSTRAINT "sso_identities_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "sso_identities_connection_id_issuer_subject_key" ON "sso_identities"("connection_id", "issuer", "subject");
CREATE INDEX "sso_identities_user_id_idx" ON "sso_identities"("user_id");
CREATE INDEX "sso_identities_workspace_id_idx" ON "sso_identities"("workspace_id");

-- A way to the issuer and back. It is claimed once when its answer comes, and opens one session.
CREATE TABLE "sso_attempts" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "connection_id" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "state_hash" TEXT NOT NULL,
    "browser_hash" TEXT NOT NULL,
    "sealed_secret" BYTEA NOT NULL,
    "return_to" TEXT NOT NULL,
    "user_id" TEXT,
    "session_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "claimed_at" TIMESTAMPTZ(3),
    "proven" JSONB,
    "ticket_hash" TEXT,
    "opened_at" TIMESTAMPTZ(3),
    CONSTRAINT "sso_attempts_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "sso_attempts_mode_check" CHECK ("mode" IN ('sign-in', 'link', 'test', 'confirm'))
);
CREATE UNIQUE INDEX "sso_attempts_state_hash_key" ON "sso_attempts"("state_hash");
CREATE UNIQUE INDEX "sso_attempts_ticket_hash_key" ON "sso_attempts"("ticket_hash");
CREATE INDEX "sso_attempts_workspace_id_idx" ON "sso_attempts"("workspace_id");

-- The ids of assertions and logout tokens that were taken. Every process refuses the second use.
CREATE TABLE "sso_used_ids" (
    "connection_id" TEXT NOT NULL,
    "used_id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "sso_used_ids_pkey" PRIMARY KEY ("connection_id", "used_id")
);
CREATE INDEX "sso_used_ids_workspace_id_idx" ON "sso_used_ids"("workspace_id");

ALTER TABLE "sign_in_policies" ADD CONSTRAINT "sign_in_policies_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "sso_connections" ADD CONSTRAINT "sso_connections_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "sso_domains" ADD CONSTRAINT "sso_domains_connection_id_fkey" FOREIGN KEY ("connection_id") REFERENCES "sso_connections"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "sso_identities" ADD CONSTRAINT "sso_identities_connection_id_fkey" FOREIGN KEY ("connection_id") REFERENCES "sso_connections"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "sso_identities" ADD CONSTRAINT "sso_identities_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "sso_attempts" ADD CONSTRAINT "sso_attempts_connection_id_fkey" FOREIGN KEY ("connection_id") REFERENCES "sso_connections"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "sso_used_ids" ADD CONSTRAINT "sso_used_ids_connection_id_fkey" FOREIGN KEY ("connection_id") REFERENCES "sso_connections"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A session that an organisation opened reaches its workspace alone. `external_id` is the session of another server, that is asked again and again.
ALTER TABLE "sessions"
  ADD COLUMN "only_workspace_id" TEXT,
  ADD COLUMN "connection_id" TEXT,
  ADD COLUMN "issuer_sid" TEXT,
  ADD COLUMN "issuer_subject" TEXT,
  ADD COLUMN "external_id" TEXT,
  ADD COLUMN "checked_at" TIMESTAMPTZ(3);
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_only_workspace_id_fkey" FOREIGN KEY ("only_workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_connection_id_fkey" FOREIGN KEY ("connection_id") REFERENCES "sso_connections"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE UNIQUE INDEX "sessions_external_id_key" ON "sessions"("external_id");
CREATE INDEX "sessions_connection_id_idx" ON "sessions"("connection_id");

-- People of another server (Supabase Auth): linked by issuer and subject.
CREATE TABLE "external_identities" (
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "external_identities_pkey" PRIMARY KEY ("issuer", "subject")
);
CREATE INDEX "external_identities_user_id_idx" ON "external_identities"("user_id");
ALTER TABLE "external_identities" ADD CONSTRAINT "external_identities_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

GRANT SELECT, INSERT, UPDATE, DELETE ON "sign_in_policies", "sso_connections", "sso_domains" TO besunny_app;
GRANT SELECT, DELETE ON "sso_identities", "sso_attempts", "sso_used_ids" TO besunny_app;

GRANT SELECT ON "sign_in_policies", "sso_connections", "sso_domains" TO besunny_identity;
GRANT UPDATE ("tested_version", "tested_at", "tested_by_id") ON "sso_connections" TO besunny_identity;
GRANT SELECT, INSERT, UPDATE, DELETE ON "sso_identities", "external_identities" TO besunny_identity;
GRANT SELECT, INSERT, UPDATE ON "sso_attempts", "sso_used_ids" TO besunny_identity;

-- Which members have a second factor, to tell admins whom a policy would shut out. No key, no secret, no name.
GRANT SELECT ("id", "user_id") ON "passkeys" TO besunny_app;
GRANT SELECT ("user_id", "confirmed_at") ON "totp_factors" TO besunny_app;

-- The sweep removes what has run out.
GRANT SELECT ("expires_at"), DELETE ON "sso_attempts", "sso_used_ids" TO besunny_platform;

DO $$
DECLARE
  owned text;
BEGIN
  FOREACH owned IN ARRAY ARRAY['sign_in_policies', 'sso_connections', 'sso_domains', 'sso_identities', 'sso_attempts', 'sso_used_ids'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', owned);
    EXECUTE format(
      'CREATE POLICY own_workspace ON %I TO besunny_app USING (workspace_id = current_setting(''app.workspace_id'', true)) WITH CHECK (workspace_id = current_setting(''app.workspace_id'', true))',
      owned
    );
    EXECUTE format('CREATE POLICY identity ON %I TO besunny_identity USING (true) WITH CHECK (true)', owned);
  END LOOP;
  FOREACH owned IN ARRAY ARRAY['sso_attempts', 'sso_used_ids'] LOOP
    EXECUTE format('CREATE POLICY platform ON %I TO besunny_platform USING (true) WITH CHECK (true)', owned);
  END LOOP;
END $$;
