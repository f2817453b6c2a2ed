-- "trashed_at IS NULL" gives an index no order, so lists by time sorted the whole workspace. These are read in the order of the list.
CREATE INDEX "documents_workspace_id_created_at_id_idx" ON "documents"("workspace_id", "created_at", "id");
CREATE INDEX "documents_workspace_id_title_id_idx" ON "documents"("workspace_id", "title", "id");

-- For the trash.
CREATE INDEX "documents_workspace_id_trashed_at_idx" ON "documents"("workspace_id", "trashed_at");
DROP INDEX "documents_workspace_id_trashed_at_created_at_id_idx";
