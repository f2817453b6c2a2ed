-- CreateTable
CREATE TABLE "bulk_operations" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "filter" JSONB NOT NULL,
    "run_ids" TEXT[],
    "from_step" TEXT,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "total" INTEGER NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "skipped" INTEGER NOT NULL DEFAULT 0,
    "failed" INTEGER NOT NULL DEFAULT 0,
    "cursor" TEXT,
    "is_planned" BOOLEAN NOT NULL DEFAULT false,
    "asked_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "stop_asked_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "bulk_operations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bulk_operation_runs" (
    "operation_id" TEXT NOT NULL,
    "run_id" TEXT NOT NULL,
    "outcome" TEXT NOT NULL DEFAULT 'pending',
    "reason" TEXT,
    "new_run_id" TEXT,
    "planned_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "bulk_operation_runs_pkey" PRIMARY KEY ("operation_id","run_id")
);

-- CreateIndex
CREATE INDEX "bulk_operations_created_at_id_idx" ON "bulk_operations"("created_at", "id");

-- CreateIndex
CREATE INDEX "bulk_operation_runs_operation_id_outcome_run_id_idx" ON "bulk_operation_runs"("operation_id", "outcome", "run_id");

-- AddForeignKey
ALTER TABLE "bulk_operation_runs" ADD CONSTRAINT "bulk_operation_runs_operation_id_fkey" FOREIGN KEY ("operation_id") REFERENCES "bulk_operations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "bulk_operations" ADD CONSTRAINT "bulk_operations_kind" CHECK ("kind" IN ('retry', 'replay', 'cancel'));
ALTER TABLE "bulk_operations" ADD CONSTRAINT "bulk_operations_state" CHECK ("state" IN ('queued', 'running', 'finished', 'stopped', 'failed'));
ALTER TABLE "bulk_operation_runs" ADD CONSTRAINT "bulk_operation_runs_outcome" CHECK ("outcome" IN ('pending', 'done', 'skipped', 'failed'));

-- They act on runs of all workspaces and belong to none: no workspace sees them.
GRANT SELECT, INSERT, UPDATE ON "bulk_operations", "bulk_operation_runs" TO besunny_platform;
DO $$
DECLARE
  owned text;
BEGIN
  FOREACH owned IN ARRAY ARRAY['bulk_operations', 'bulk_operation_runs'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', owned);
    EXECUTE format('CREATE POLICY platform ON %I TO besunny_platform USING (true) WITH CHECK (true)', owned);
  END LOOP;
END $$;
