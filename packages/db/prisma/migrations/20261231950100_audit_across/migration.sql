-- Admins list what was done in all workspaces by time. Entries come in the order of time, so that a small index serves.
CREATE INDEX "audit_entries_created_at_idx" ON "audit_entries" USING brin ("created_at") WITH (pages_per_range = 16);
