-- Webhooks: endpoints that are told what happens here, and addresses at which others tell us.

-- `told_seq` is the number of the public event up to which the endpoint was told; `last_seq` counts its own messages.
CREATE TABLE "webhook_endpoints" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "events" TEXT[] NOT NULL,
    "project_ids" TEXT[] NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'on',
    "state_reason" TEXT,
    "sealed_secret" BYTEA,
    "sealed_before" BYTEA,
    "before_until" TIMESTAMPTZ(3),
    "failing_since" TIMESTAMPTZ(3),
    "told_seq" BIGINT NOT NULL DEFAULT 0,
    "last_seq" INTEGER NOT NULL DEFAULT 0,
    "claimed_until" TIMESTAMPTZ(3),
    "created_by_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "webhook_endpoints_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "webhook_endpoints_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "webhook_endpoints_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "webhook_endpoints_state" CHECK ("state" IN ('on', 'paused', 'gone'))
);
CREATE INDEX "webhook_endpoints_workspace_id_idx" ON "webhook_endpoints"("workspace_id");

-- A message of one endpoint: its id is the `webhook-id` of every try and of every replay.
CREATE TABLE "webhook_messages" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "endpoint_id" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "document_id" TEXT,
    "seq" INTEGER NOT NULL,
    "data" JSONB NOT NULL,
    "happened_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "is_test" BOOLEAN NOT NULL DEFAULT false,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "next_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_messages_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "webhook_messages_endpoint_id_fkey" FOREIGN KEY ("endpoint_id") REFERENCES "webhook_endpoints"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "webhook_messages_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "documents"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "webhook_messages_state" CHECK ("state" IN ('waiting', 'delivered', 'failed'))
);
CREATE INDEX "webhook_messages_workspace_id_idx" ON "webhook_messages"("workspace_id");
CREATE INDEX "webhook_messages_document_id_idx" ON "webhook_messages"("document_id");
CREATE UNIQUE INDEX "webhook_messages_endpoint_id_seq_key" ON "webhook_messages"("endpoint_id", "seq");
CREATE INDEX "webhook_messages_due" ON "webhook_messages"("endpoint_id", "next_at") WHERE "next_at" IS NOT NULL;

-- A try: when, how long, and what was answered.
CREATE TABLE "webhook_attempts" (
    "message_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "duration_ms" INTEGER NOT NULL,
    "status" INTEGER,
    "error" TEXT,
    "response" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "webhook_attempts_pkey" PRIMARY KEY ("message_id", "number"),
    CONSTRAINT "webhook_attempts_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "webhook_messages"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "webhook_attempts_workspace_id_idx" ON "webhook_attempts"("workspace_id");

-- An address at which others tell us. What comes has the rights of its owner today.
CREATE TABLE "inbound_hooks" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "owner_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "is_signed" BOOLEAN NOT NULL,
    "takes" TEXT NOT NULL,
    "project_id" TEXT,
    "sealed_secret" BYTEA,
    "sealed_before" BYTEA,
    "before_until" TIMESTAMPTZ(3),
    "is_on" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "inbound_hooks_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "inbound_hooks_workspace_id_owner_id_fkey" FOREIGN KEY ("workspace_id", "owner_id") REFERENCES "memberships"("workspace_id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "inbound_hooks_takes" CHECK ("takes" IN ('document', 'happening'))
);
CREATE UNIQUE INDEX "inbound_hooks_token_hash_key" ON "inbound_hooks"("token_hash");
CREATE INDEX "inbound_hooks_workspace_id_owner_id_idx" ON "inbound_hooks"("workspace_id", "owner_id");

-- What came to an address, once for each id of its sender.
CREATE TABLE "inbound_deliveries" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "hook_id" TEXT NOT NULL,
    "remote_id" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "size" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL DEFAULT 'working',
    "problem" TEXT,
    "body" JSONB,
    "document_id" TEXT,

    CONSTRAINT "inbound_deliveries_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "inbound_deliveries_hook_id_fkey" FOREIGN KEY ("hook_id") REFERENCES "inbound_hooks"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "inbound_deliveries_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "documents"("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "inbound_deliveries_outcome" CHECK ("outcome" IN ('working', 'taken', 'happened', 'refused'))
);
CREATE UNIQUE INDEX "inbound_deliveries_hook_id_remote_id_key" ON "inbound_deliveries"("hook_id", "remote_id");
CREATE INDEX "inbound_deliveries_workspace_id_received_at_idx" ON "inbound_deliveries"("workspace_id", "received_at");
CREATE INDEX "inbound_deliveries_document_id_idx" ON "inbound_deliveries"("document_id");

GRANT SELECT, INSERT, UPDATE, DELETE ON "webhook_endpoints", "webhook_messages", "webhook_attempts", "inbound_hooks", "inbound_deliveries" TO besunny_app;
GRANT SELECT ("id", "workspace_id", "state", "told_seq", "claimed_until"), UPDATE ("claimed_until") ON "webhook_endpoints" TO besunny_platform;
GRANT SELECT ("endpoint_id", "next_at", "is_test") ON "webhook_messages" TO besunny_platform;
GRANT SELECT ON "inbound_hooks" TO besunny_identity;

DO $$
DECLARE
  owned text;
BEGIN
  FOREACH owned IN ARRAY ARRAY['webhook_endpoints', 'webhook_messages', 'webhook_attempts', 'inbound_hooks', 'inbound_deliveries'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', owned);
    EXECUTE format('CREATE POLICY own_workspace ON %I TO besunny_app USING (workspace_id = current_setting(''app.workspace_id'', true)) WITH CHECK (workspace_id = current_setting(''app.workspace_id'', true))', owned);
  END LOOP;
  FOREACH owned IN ARRAY ARRAY['webhook_endpoints', 'webhook_messages'] LOOP
    EXECUTE format('CREATE POLICY platform ON %I TO besunny_platform USING (true) WITH CHECK (true)', owned);
  END LOOP;
END $$;
CREATE POLICY identity ON "inbound_hooks" FOR SELECT TO besunny_identity USING (true);
SELECT let_erase();

ALTER TABLE "notices" DROP CONSTRAINT "notices_kind",
ADD CONSTRAINT "notices_kind" CHECK ("kind" IN ('mention', 'comment', 'share', 'project', 'failure', 'review', 'view', 'due', 'budget', 'retirement', 'report', 'drift', 'release', 'training', 'source', 'connection', 'push', 'brief', 'decision', 'action', 'quota', 'billing', 'look', 'webhook'));
