-- Orders in which documents without a value come last: an index of the other direction would have them first.
CREATE INDEX "documents_workspace_id_type_desc_idx" ON "documents"("workspace_id", "type" DESC NULLS LAST, "id" DESC);
CREATE INDEX "documents_workspace_id_type_confidence_idx" ON "documents"("workspace_id", "type_confidence", "id");
CREATE INDEX "documents_workspace_id_type_confidence_desc_idx" ON "documents"("workspace_id", "type_confidence" DESC NULLS LAST, "id" DESC);
