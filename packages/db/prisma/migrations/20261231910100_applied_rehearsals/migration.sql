-- A rehearsal is applied as a batch: its items follow runs of the automation, or say why a document was refused.
ALTER TABLE "batches" DROP CONSTRAINT "batches_kind";
ALTER TABLE "batches" ADD CONSTRAINT "batches_kind" CHECK ("kind" IN ('upload', 'reprocess', 'automation'));

ALTER TABLE "batch_items"
  ADD COLUMN "automation_run_id" TEXT,
  ADD COLUMN "refused" TEXT,
  ADD CONSTRAINT "batch_items_automation_run_id_fkey" FOREIGN KEY ("automation_run_id") REFERENCES "automation_runs"("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX "batch_items_automation_run_id_idx" ON "batch_items"("automation_run_id");

ALTER TABLE "automation_rehearsals"
  ADD COLUMN "batch_id" TEXT,
  -- The version that the runs of the batch are on.
  ADD COLUMN "applied_version" INTEGER,
  ADD COLUMN "undo_state" TEXT,
  ADD CONSTRAINT "automation_rehearsals_undo_state_check" CHECK ("undo_state" IN ('running', 'done')),
  ADD CONSTRAINT "automation_rehearsals_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "batches"("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX "automation_rehearsals_batch_id_idx" ON "automation_rehearsals"("batch_id");
