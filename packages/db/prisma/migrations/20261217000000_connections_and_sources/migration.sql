-- An account at a provider that a person has connected. Its tokens are sealed; one operation alone reads them.
CREATE TABLE "connections" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "is_practice" BOOLEAN NOT NULL DEFAULT false,
    "account_subject" TEXT NOT NULL,
    "account_address" TEXT NOT NULL,
    "is_address_proven" BOOLEAN NOT NULL DEFAULT false,
    "tenant" TEXT,
    "scopes" TEXT[] NOT NULL,
    "settings" JSONB NOT NULL DEFAULT '{}',
    "sealed_tokens" BYTEA,
    "tokens_version" INTEGER NOT NULL DEFAULT 1,
    "token_expires_at" TIMESTAMPTZ(3),
    "refreshing_until" TIMESTAMPTZ(3),
    "consented_at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "state_reason" TEXT,
    "blocked_until" TIMESTAMPTZ(3),
    "last_errors" JSONB NOT NULL DEFAULT '[]',
    "owner_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_ok_at" TIMESTAMPTZ(3),

    CONSTRAINT "connections_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "connections_provider" CHECK ("provider" IN ('google', 'microsoft', 'dropbox', 'imap')),
    CONSTRAINT "connections_kind" CHECK ("kind" IN ('personal', 'organisation')),
    CONSTRAINT "connections_state" CHECK ("state" IN ('ok', 'limited', 'throttled', 'reconnect', 'revoked', 'down')),
    CONSTRAINT "connections_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "connections_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "connections_workspace_id_provider_account_subject_key" ON "connections"("workspace_id", "provider", "account_subject");
CREATE INDEX "connections_owner_id_idx" ON "connections"("owner_id");

-- A drive, folder, mailbox or calendar that is kept the same here. `cursor` is taken before a listing, and `checkpoint` is where the listing goes on.
CREATE TABLE "sources" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "connection_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "root_ref" JSONB NOT NULL,
    "root_key" TEXT NOT NULL,
    "path" TEXT[] NOT NULL,
    "name" TEXT NOT NULL,
    "rules" JSONB NOT NULL,
    "visibility" TEXT NOT NULL,
    "project_ids" TEXT[] NOT NULL,
    "state" TEXT NOT NULL,
    "state_reason" TEXT,
    "question" JSONB,
    "answer" TEXT,
    "generation" INTEGER NOT NULL DEFAULT 0,
    "phase" TEXT NOT NULL DEFAULT 'idle',
    "is_tainted" BOOLEAN NOT NULL DEFAULT false,
    "is_caught_up" BOOLEAN NOT NULL DEFAULT false,
    "checkpoint" TEXT,
    "cursor" TEXT,
    "cursor_at" TIMESTAMPTZ(3),
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "claimed_until" TIMESTAMPTZ(3),
    "pump_until" TIMESTAMPTZ(3),
    "every_seconds" INTEGER NOT NULL,
    "quiet_since" TIMESTAMPTZ(3),
    "last_listed_at" TIMESTAMPTZ(3),
    "last_looked_at" TIMESTAMPTZ(3),
    "counted" INTEGER,
    "counted_at" TIMESTAMPTZ(3),
    "failures" INTEGER NOT NULL DEFAULT 0,
    "look_id" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "sources_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "sources_visibility" CHECK ("visibility" IN ('owner', 'filed', 'source')),
    CONSTRAINT "sources_state" CHECK ("state" IN ('listing', 'live', 'paused', 'stopped', 'asking')),
    CONSTRAINT "sources_answer" CHECK ("answer" IN ('remove', 'keep')),
    CONSTRAINT "sources_phase" CHECK ("phase" IN ('idle', 'listing', 'catching-up')),
    CONSTRAINT "sources_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "sources_connection_id_fkey" FOREIGN KEY ("connection_id") REFERENCES "connections"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "sources_once" ON "sources"("connection_id", "kind", "root_key") WHERE "removed_at" IS NULL;
CREATE INDEX "sources_workspace_id_name_idx" ON "sources"("workspace_id", "name");
CREATE INDEX "sources_due" ON "sources"("due_at") WHERE "state" IN ('listing', 'live') AND "removed_at" IS NULL;

-- One thing at a source. A folder is kept so that what lies in it can be found, and is in no count.
CREATE TABLE "source_items" (
    "source_id" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "generation" INTEGER NOT NULL,
    "parent_ids" TEXT[] NOT NULL,
    "place" TEXT,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size" BIGINT,
    "revision" TEXT NOT NULL,
    "fetched_revision" TEXT,
    "modified_at" TIMESTAMPTZ(3) NOT NULL,
    "web_url" TEXT,
    "is_folder" BOOLEAN NOT NULL DEFAULT false,
    "facts" JSONB,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "trouble" TEXT,
    "remedy" TEXT,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "next_try_at" TIMESTAMPTZ(3),
    "leased_until" TIMESTAMPTZ(3),
    "document_id" TEXT,
    "grants_key" TEXT,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "source_items_pkey" PRIMARY KEY ("source_id", "external_id"),
    CONSTRAINT "source_items_state" CHECK ("state" IN ('waiting', 'fetching', 'processing', 'ready', 'skipped', 'failed', 'left-out', 'gone')),
    CONSTRAINT "source_items_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "source_items_source_id_state_modified_at_idx" ON "source_items"("source_id", "state", "modified_at" DESC);
CREATE INDEX "source_items_source_id_generation_idx" ON "source_items"("source_id", "generation");
CREATE INDEX "source_items_document_id_idx" ON "source_items"("document_id");
CREATE INDEX "source_items_workspace_id_grants_key_idx" ON "source_items"("workspace_id", "grants_key");
CREATE INDEX "source_items_place" ON "source_items"("source_id", "place" text_pattern_ops) WHERE "place" IS NOT NULL;
CREATE INDEX "source_items_parents" ON "source_items" USING gin ("parent_ids");

-- One look at a source, from its beginning to its end.
CREATE TABLE "source_looks" (
    "id" TEXT NOT NULL,
    "source_id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "began_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "seen" INTEGER NOT NULL DEFAULT 0,
    "added" INTEGER NOT NULL DEFAULT 0,
    "changed" INTEGER NOT NULL DEFAULT 0,
    "gone" INTEGER NOT NULL DEFAULT 0,
    "pages" INTEGER NOT NULL DEFAULT 0,
    "throttled_ms" INTEGER NOT NULL DEFAULT 0,
    "outcome" TEXT,
    "note" TEXT,
    "is_cursor_lost" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "source_looks_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "source_looks_kind" CHECK ("kind" IN ('listing', 'changes', 'comparison')),
    CONSTRAINT "source_looks_outcome" CHECK ("outcome" IN ('whole', 'asking', 'cursor-lost', 'unreadable', 'stopped', 'failed')),
    CONSTRAINT "source_looks_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "source_looks_source_id_began_at_idx" ON "source_looks"("source_id", "began_at");

-- The channel by which a provider says "look now".
CREATE TABLE "source_watches" (
    "source_id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "remote_id" TEXT NOT NULL,
    "resource" TEXT,
    "hook_hash" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "renew_at" TIMESTAMPTZ(3) NOT NULL,
    "renewed_at" TIMESTAMPTZ(3) NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "source_watches_pkey" PRIMARY KEY ("source_id"),
    CONSTRAINT "source_watches_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "source_watches_renew_at_idx" ON "source_watches"("renew_at");

-- A consent under way. The person comes back with `state`, of which only the hash is kept.
CREATE TABLE "oauth_attempts" (
    "state_hash" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "session_id" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "connection_id" TEXT,
    "is_practice" BOOLEAN NOT NULL DEFAULT false,
    "sealed_verifier" BYTEA NOT NULL,
    "scopes" TEXT[] NOT NULL,
    "return_to" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "oauth_attempts_pkey" PRIMARY KEY ("state_hash"),
    CONSTRAINT "oauth_attempts_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "oauth_attempts_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "oauth_attempts_expires_at_idx" ON "oauth_attempts"("expires_at");

-- An address that providers call. Only the hashes of its token and of its secret are kept.
CREATE TABLE "hook_endpoints" (
    "token_hash" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "ref" TEXT NOT NULL,
    "secret_hash" TEXT NOT NULL,
    "is_paused" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "hook_endpoints_pkey" PRIMARY KEY ("token_hash"),
    CONSTRAINT "hook_endpoints_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "hook_endpoints_ref_idx" ON "hook_endpoints"("ref");

-- What came in at such an address. Its text is not kept: a hook only says that there is something to look at.
CREATE TABLE "hook_deliveries" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "remote_id" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT NOT NULL,

    CONSTRAINT "hook_deliveries_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "hook_deliveries_token_hash_fkey" FOREIGN KEY ("token_hash") REFERENCES "hook_endpoints"("token_hash") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "hook_deliveries_token_hash_remote_id_key" ON "hook_deliveries"("token_hash", "remote_id");
CREATE INDEX "hook_deliveries_received_at_idx" ON "hook_deliveries"("received_at");

-- Events of chosen calendars. A private one is kept as "busy", without words or people.
CREATE TABLE "calendar_events" (
    "source_id" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "series_id" TEXT,
    "began_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3) NOT NULL,
    "zone" TEXT,
    "is_all_day" BOOLEAN NOT NULL,
    "title" TEXT NOT NULL,
    "is_private" BOOLEAN NOT NULL,
    "organiser" TEXT,
    "attendees" JSONB NOT NULL,
    "attachments" JSONB NOT NULL,
    "join_url" TEXT,
    "state" TEXT NOT NULL,

    CONSTRAINT "calendar_events_pkey" PRIMARY KEY ("source_id", "external_id"),
    CONSTRAINT "calendar_events_state" CHECK ("state" IN ('planned', 'cancelled')),
    CONSTRAINT "calendar_events_source_id_external_id_fkey" FOREIGN KEY ("source_id", "external_id") REFERENCES "source_items"("source_id", "external_id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "calendar_events_workspace_id_began_at_idx" ON "calendar_events"("workspace_id", "began_at");

GRANT SELECT, INSERT, UPDATE, DELETE ON "connections", "sources", "source_items", "source_looks", "source_watches", "oauth_attempts", "hook_endpoints", "hook_deliveries", "calendar_events" TO besunny_app;

-- Before a workspace is known: who comes back from a consent, and which source a provider speaks of. No name, no token, no item.
GRANT SELECT ON "oauth_attempts", "hook_endpoints" TO besunny_identity;
GRANT UPDATE ("used_at") ON "oauth_attempts" TO besunny_identity;
GRANT SELECT ("token_hash", "remote_id"), INSERT ON "hook_deliveries" TO besunny_identity;
GRANT SELECT ("id", "workspace_id", "due_at"), UPDATE ("due_at") ON "sources" TO besunny_identity;

-- Across workspaces: what is due, and how it goes. Tokens, names of files and hooks stay unread.
GRANT SELECT ("id", "workspace_id", "provider", "kind", "is_practice", "scopes", "token_expires_at", "consented_at", "state", "state_reason", "blocked_until", "owner_id", "created_at", "last_ok_at") ON "connections" TO besunny_platform;
GRANT SELECT ("id", "workspace_id", "connection_id", "kind", "visibility", "state", "state_reason", "generation", "phase", "cursor_at", "due_at", "claimed_until", "pump_until", "every_seconds", "last_listed_at", "last_looked_at", "counted", "failures", "created_at", "removed_at"), UPDATE ("due_at", "claimed_until", "pump_until") ON "sources" TO besunny_platform;
GRANT SELECT ("source_id", "workspace_id", "is_folder", "state", "reason", "size", "leased_until", "next_try_at") ON "source_items" TO besunny_platform;
GRANT SELECT ON "source_looks" TO besunny_platform;
GRANT SELECT ("source_id", "workspace_id", "expires_at", "renew_at", "renewed_at", "failures"), UPDATE ("renew_at") ON "source_watches" TO besunny_platform;
GRANT SELECT ("expires_at"), DELETE ON "oauth_attempts" TO besunny_platform;
GRANT SELECT ("received_at"), DELETE ON "hook_deliveries" TO besunny_platform;

DO $$
DECLARE
  owned text;
BEGIN
  FOREACH owned IN ARRAY ARRAY['connections', 'sources', 'source_items', 'source_looks', 'source_watches', 'oauth_attempts', 'hook_endpoints', 'hook_deliveries', 'calendar_events'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', owned);
    EXECUTE format(
      'CREATE POLICY own_workspace ON %I TO besunny_app USING (workspace_id = current_setting(''app.workspace_id'', true)) WITH CHECK (workspace_id = current_setting(''app.workspace_id'', true))',
      owned
    );
  END LOOP;
  FOREACH owned IN ARRAY ARRAY['oauth_attempts', 'hook_endpoints', 'hook_deliveries', 'sources'] LOOP
    EXECUTE format('CREATE POLICY identity ON %I TO besunny_identity USING (true) WITH CHECK (true)', owned);
  END LOOP;
  FOREACH owned IN ARRAY ARRAY['connections', 'sources', 'source_items', 'source_looks', 'source_watches', 'oauth_attempts', 'hook_deliveries'] LOOP
    EXECUTE format('CREATE POLICY platform ON %I TO besunny_platform USING (true) WITH CHECK (true)', owned);
  END LOOP;
END $$;
