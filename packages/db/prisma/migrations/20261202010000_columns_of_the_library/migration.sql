-- The library is ordered by any column, and reads one page of it.
CREATE INDEX "documents_workspace_id_dated_on_id_idx" ON "documents"("workspace_id", "dated_on", "id");
CREATE INDEX "documents_workspace_id_size_id_idx" ON "documents"("workspace_id", "size", "id");
CREATE INDEX "documents_workspace_id_page_count_id_idx" ON "documents"("workspace_id", "page_count", "id");
CREATE INDEX "documents_workspace_id_type_id_idx" ON "documents"("workspace_id", "type", "id");
DROP INDEX "documents_workspace_id_dated_on_idx";
DROP INDEX "documents_workspace_id_type_idx";
