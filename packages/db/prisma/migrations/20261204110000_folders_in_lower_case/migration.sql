-- A folder is found whatever its capitals: by this column and its index, not by reading all documents.
ALTER TABLE "documents" ADD COLUMN "folder_key" TEXT GENERATED ALWAYS AS (lower("folder")) STORED;
CREATE INDEX "documents_workspace_id_folder_key_idx" ON "documents"("workspace_id", "folder_key" text_pattern_ops) WHERE "folder_key" IS NOT NULL;
