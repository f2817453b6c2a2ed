-- CreateTable
CREATE TABLE "schedules" (
    "name" TEXT NOT NULL,
    "cron" TEXT,
    "time_zone" TEXT,
    "is_paused" BOOLEAN NOT NULL DEFAULT false,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_by_id" TEXT,
    "changed_at" TIMESTAMPTZ(3),

    CONSTRAINT "schedules_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "schedule_runs" (
    "id" TEXT NOT NULL,
    "schedule" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "asked_by_id" TEXT,
    "engine_run_id" TEXT,
    "fingerprint" TEXT,
    "result" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "schedule_runs_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "schedule_runs_schedule_created_at_id_idx" ON "schedule_runs"("schedule", "created_at", "id");

-- AddForeignKey
ALTER TABLE "schedule_runs" ADD CONSTRAINT "schedule_runs_schedule_fkey" FOREIGN KEY ("schedule") REFERENCES "schedules"("name") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "schedule_runs" ADD CONSTRAINT "schedule_runs_state" CHECK ("state" IN ('queued', 'running', 'succeeded', 'failed', 'skipped'));

-- Schedules are the platform's: no workspace sees them.
GRANT SELECT, INSERT, UPDATE ON "schedules" TO besunny_platform;
GRANT SELECT, INSERT, UPDATE, DELETE ON "schedule_runs" TO besunny_platform;
DO $$
DECLARE
  owned text;
BEGIN
  FOREACH owned IN ARRAY ARRAY['schedules', 'schedule_runs'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', owned);
    EXECUTE format('CREATE POLICY platform ON %I TO besunny_platform USING (true) WITH CHECK (true)', owned);
  END LOOP;
END $$;

-- What has run out is swept across workspaces: by its age, unread.
GRANT SELECT ("created_at"), DELETE ON "idempotency_keys" TO besunny_platform;
CREATE POLICY platform ON "idempotency_keys" TO besunny_platform USING (true);
GRANT SELECT ("expires_at", "revoked_at"), DELETE ON "sessions" TO besunny_platform;
GRANT SELECT ("expire"), DELETE ON "rate_limits" TO besunny_platform;
