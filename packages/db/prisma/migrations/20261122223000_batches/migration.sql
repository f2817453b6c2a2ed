-- CreateTable
CREATE TABLE "batches" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT,
    "state" TEXT NOT NULL DEFAULT 'running',
    "expected_count" INTEGER NOT NULL,
    "created_by_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "measured_from" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "batches_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "batch_items" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "batch_id" TEXT NOT NULL,
    "document_id" TEXT,
    "run_id" TEXT,
    "is_duplicate" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "batch_items_pkey" PRIMARY KEY ("id")
);

-- AlterTable
ALTER TABLE "runs" ADD COLUMN     "batch_id" TEXT,
ADD COLUMN     "error_code" TEXT,
ADD COLUMN     "error_message" TEXT,
ADD COLUMN     "error_remedy" TEXT;

-- CreateIndex
CREATE INDEX "batches_workspace_id_created_at_id_idx" ON "batches"("workspace_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "batch_items_batch_id_id_idx" ON "batch_items"("batch_id", "id");

-- CreateIndex
CREATE INDEX "batch_items_document_id_idx" ON "batch_items"("document_id");

-- CreateIndex
CREATE INDEX "batch_items_run_id_idx" ON "batch_items"("run_id");

-- CreateIndex
CREATE INDEX "runs_batch_id_finished_at_idx" ON "runs"("batch_id", "finished_at");

-- CreateIndex
CREATE INDEX "runs_kind_state_idx" ON "runs"("kind", "state");

-- AddForeignKey
ALTER TABLE "batches" ADD CONSTRAINT "batches_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "batch_items" ADD CONSTRAINT "batch_items_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "batches"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "batch_items" ADD CONSTRAINT "batch_items_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "documents"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "batch_items" ADD CONSTRAINT "batch_items_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "runs"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "runs" ADD CONSTRAINT "runs_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "batches"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What the words may be.
ALTER TABLE "batches" ADD CONSTRAINT "batches_kind" CHECK ("kind" IN ('upload', 'reprocess'));
ALTER TABLE "batches" ADD CONSTRAINT "batches_state" CHECK ("state" IN ('running', 'paused', 'cancelled'));
ALTER TABLE "batches" ADD CONSTRAINT "batches_expected_count" CHECK ("expected_count" >= 0);

GRANT SELECT, INSERT, UPDATE, DELETE ON "batches", "batch_items" TO besunny_app;
GRANT SELECT ON "batches", "batch_items" TO besunny_platform;

DO $$
DECLARE
  owned text;
BEGIN
  FOREACH owned IN ARRAY ARRAY['batches', 'batch_items'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', owned);
    EXECUTE format(
      'CREATE POLICY own_workspace ON %I TO besunny_app USING (workspace_id = current_setting(''app.workspace_id'', true)) WITH CHECK (workspace_id = current_setting(''app.workspace_id'', true))',
      owned
    );
    EXECUTE format('CREATE POLICY platform ON %I TO besunny_platform USING (true)', owned);
  END LOOP;
END $$;
