-- People are told of more than mentions and shares, each once: `key` names what a notice is about.
ALTER TABLE "notices" DROP CONSTRAINT "notices_kind";
ALTER TABLE "notices" ADD CONSTRAINT "notices_kind"
  CHECK ("kind" IN ('mention', 'comment', 'share', 'project', 'failure', 'review', 'view', 'due'));
ALTER TABLE "notices" ALTER COLUMN "document_id" DROP NOT NULL;
ALTER TABLE "notices"
  ADD COLUMN "project_id" TEXT,
  ADD COLUMN "view_id" TEXT,
  ADD COLUMN "batch_id" TEXT,
  ADD COLUMN "day" TEXT,
  ADD COLUMN "span" INTEGER[] NOT NULL DEFAULT ARRAY[]::INTEGER[],
  ADD COLUMN "count" INTEGER,
  ADD COLUMN "key" TEXT,
  ADD COLUMN "mailed_at" TIMESTAMPTZ(3),
  ADD CONSTRAINT "notices_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT "notices_view_id_fkey" FOREIGN KEY ("view_id") REFERENCES "views"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT "notices_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "batches"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE UNIQUE INDEX "notices_workspace_id_user_id_key_key" ON "notices"("workspace_id", "user_id", "key");
CREATE INDEX "notices_not_mailed" ON "notices"("workspace_id", "user_id", "kind") WHERE "mailed_at" IS NULL AND "read_at" IS NULL;

-- Nothing that was told before mails existed is mailed now.
UPDATE "notices" SET "mailed_at" = "created_at";

ALTER TABLE "users" ADD COLUMN "time_zone" TEXT;

-- How one person wants to be told in one workspace. Without a row all is as at first.
CREATE TABLE "notice_settings" (
    "workspace_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "channels" JSONB NOT NULL DEFAULT '{}',
    "is_mailed" BOOLEAN NOT NULL DEFAULT true,
    "quiet_from" INTEGER,
    "quiet_to" INTEGER,
    "digest_hour" INTEGER NOT NULL DEFAULT 7,
    "last_day" TEXT,

    CONSTRAINT "notice_settings_pkey" PRIMARY KEY ("workspace_id", "user_id"),
    CONSTRAINT "notice_settings_quiet" CHECK (num_nulls("quiet_from", "quiet_to") IN (0, 2)),
    CONSTRAINT "notice_settings_digest_hour" CHECK ("digest_hour" BETWEEN 0 AND 23),
    CONSTRAINT "notice_settings_workspace_id_user_id_fkey" FOREIGN KEY ("workspace_id", "user_id") REFERENCES "memberships"("workspace_id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- Mails about notices. Their text is kept until they are sent. One digest of a person is for one day.
CREATE TABLE "notice_mails" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "day" TEXT,
    "token_hash" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "next_try_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "notice_mails_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "notice_mails_workspace_id_user_id_fkey" FOREIGN KEY ("workspace_id", "user_id") REFERENCES "memberships"("workspace_id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "notice_mails_token_hash_key" ON "notice_mails"("token_hash");
CREATE UNIQUE INDEX "notice_mails_workspace_id_user_id_day_key" ON "notice_mails"("workspace_id", "user_id", "day");
CREATE INDEX "notice_mails_to_send" ON "notice_mails"("next_try_at") WHERE "sent_at" IS NULL;

GRANT SELECT, INSERT, UPDATE, DELETE ON "notice_settings", "notice_mails" TO besunny_app;
GRANT SELECT ("id", "workspace_id", "user_id", "token_hash", "created_at") ON "notice_mails" TO besunny_identity;
GRANT SELECT, INSERT, UPDATE ON "notice_settings" TO besunny_identity;
GRANT SELECT ON "notice_settings" TO besunny_platform;
GRANT SELECT, UPDATE ("text", "next_try_at", "sent_at"), DELETE ON "notice_mails" TO besunny_platform;
GRANT SELECT ("workspace_id", "user_id", "kind", "read_at", "mailed_at") ON "notices" TO besunny_platform;
GRANT SELECT ON "group_members" TO besunny_platform;
GRANT SELECT ("time_zone") ON "users" TO besunny_platform;

DO $$
DECLARE
  owned text;
BEGIN
  FOREACH owned IN ARRAY ARRAY['notice_settings', 'notice_mails'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', owned);
    EXECUTE format(
      'CREATE POLICY own_workspace ON %I TO besunny_app USING (workspace_id = current_setting(''app.workspace_id'', true)) WITH CHECK (workspace_id = current_setting(''app.workspace_id'', true))',
      owned
    );
    EXECUTE format('CREATE POLICY identity ON %I TO besunny_identity USING (true) WITH CHECK (true)', owned);
    EXECUTE format('CREATE POLICY platform ON %I TO besunny_platform USING (true) WITH CHECK (true)', owned);
  END LOOP;
END $$;
CREATE POLICY platform ON "notices" TO besunny_platform USING (true);
CREATE POLICY platform ON "group_members" TO besunny_platform USING (true);
