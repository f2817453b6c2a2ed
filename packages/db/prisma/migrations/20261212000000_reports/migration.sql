-- A report that is made at times, of a workspace or, without one, of all of them for platform admins.
CREATE TABLE "report_schedules" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT,
    "owner_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "cron" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "range" TEXT NOT NULL,
    "compare" TEXT NOT NULL,
    "filters" JSONB NOT NULL,
    "tiles" JSONB NOT NULL,
    "channels" TEXT[] NOT NULL,
    "recipient_ids" TEXT[] NOT NULL,
    "skips_unchanged" BOOLEAN NOT NULL DEFAULT false,
    "is_paused" BOOLEAN NOT NULL DEFAULT false,
    "pause_reason" TEXT,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "last_fingerprint" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "report_schedules_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "report_schedules_format" CHECK ("format" IN ('pdf', 'csv', 'xlsx')),
    CONSTRAINT "report_schedules_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "report_schedules_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "report_schedules_workspace_id_title_idx" ON "report_schedules"("workspace_id", "title");
CREATE INDEX "report_schedules_due" ON "report_schedules"("due_at") WHERE NOT "is_paused";

-- One making of a report, at a time of its schedule or because somebody asked. `due_at` names the time, so that it is made once.
CREATE TABLE "report_runs" (
    "id" TEXT NOT NULL,
    "report_id" TEXT NOT NULL,
    "workspace_id" TEXT,
    "state" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "asked_by_id" TEXT,
    "format" TEXT NOT NULL,
    "as_of" TIMESTAMPTZ(3),
    "artefact_key" TEXT,
    "bytes" INTEGER,
    "row_counts" JSONB NOT NULL DEFAULT '[]',
    "sent_to" JSONB NOT NULL DEFAULT '[]',
    "error" TEXT,
    "fingerprint" TEXT,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "try_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "report_runs_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "report_runs_state" CHECK ("state" IN ('due', 'made', 'sent', 'skipped', 'failed')),
    CONSTRAINT "report_runs_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report_schedules"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "report_runs_scheduled_once" ON "report_runs"("report_id", "due_at") WHERE "asked_by_id" IS NULL;
CREATE INDEX "report_runs_report_id_created_at_idx" ON "report_runs"("report_id", "created_at");
CREATE INDEX "report_runs_open" ON "report_runs"("try_at") WHERE "state" IN ('due', 'made');

GRANT SELECT, INSERT, UPDATE, DELETE ON "report_schedules", "report_runs" TO besunny_app, besunny_platform;

DO $$
DECLARE
  owned text;
BEGIN
  FOREACH owned IN ARRAY ARRAY['report_schedules', 'report_runs'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', owned);
    EXECUTE format(
      'CREATE POLICY own_workspace ON %I TO besunny_app USING (workspace_id = current_setting(''app.workspace_id'', true)) WITH CHECK (workspace_id = current_setting(''app.workspace_id'', true))',
      owned
    );
    EXECUTE format('CREATE POLICY platform ON %I TO besunny_platform USING (true) WITH CHECK (true)', owned);
  END LOOP;
END $$;
