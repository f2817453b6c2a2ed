-- A command on many documents announces one range of numbers. `seq` moves with every later change, so the range would lose documents;
-- `index_seq` moves only with changes that are announced as a range.
ALTER TABLE "documents" ADD COLUMN "index_seq" BIGINT NOT NULL DEFAULT 0;
CREATE INDEX "documents_workspace_id_index_seq_idx" ON "documents"("workspace_id", "index_seq");
