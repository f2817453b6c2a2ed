-- Rows name the operation, the door, the subjects, what changed, how it ended and the trace.
ALTER TABLE "audit_entries" RENAME COLUMN "action" TO "operation";
ALTER TABLE "audit_entries"
  ADD COLUMN "door" TEXT,
  ADD COLUMN "subjects" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
  ADD COLUMN "changes" JSONB,
  ADD COLUMN "outcome" TEXT NOT NULL DEFAULT 'ok',
  ADD COLUMN "error_code" TEXT,
  ADD COLUMN "trace_id" TEXT,
  ADD CONSTRAINT "audit_entries_outcome" CHECK ("outcome" IN ('ok', 'refused', 'failed'));

ALTER TABLE "platform_audit_entries" RENAME COLUMN "action" TO "operation";
ALTER TABLE "platform_audit_entries"
  ADD COLUMN "door" TEXT,
  ADD COLUMN "subjects" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
  ADD COLUMN "changes" JSONB,
  ADD COLUMN "outcome" TEXT NOT NULL DEFAULT 'ok',
  ADD COLUMN "error_code" TEXT,
  ADD COLUMN "trace_id" TEXT,
  ADD CONSTRAINT "platform_audit_entries_outcome" CHECK ("outcome" IN ('ok', 'refused', 'failed'));

-- Rows of earlier builds get the ids that their input names. Forced row-level security hides rows from the owner, and a trigger refuses changes.
ALTER TABLE "audit_entries" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "audit_entries" DISABLE TRIGGER audit_entries_immutable;
UPDATE "audit_entries" SET "subjects" = ARRAY(
  SELECT DISTINCT found[1]
    FROM regexp_matches("input"::text, '"((?:aud|bat|bop|doc|inv|key|prj|res|run|ses|usr|ws)_[0-9A-Za-z_]{1,56})"', 'g') AS found
   LIMIT 1000
);
ALTER TABLE "audit_entries" ENABLE TRIGGER audit_entries_immutable;
ALTER TABLE "audit_entries" FORCE ROW LEVEL SECURITY;

CREATE INDEX "audit_entries_workspace_id_actor_id_created_at_id_idx" ON "audit_entries"("workspace_id", "actor_id", "created_at", "id");
CREATE INDEX "audit_entries_workspace_id_operation_created_at_id_idx" ON "audit_entries"("workspace_id", "operation", "created_at", "id");
CREATE INDEX "audit_entries_subjects_idx" ON "audit_entries" USING GIN ("subjects");
CREATE INDEX "platform_audit_entries_subjects_idx" ON "platform_audit_entries" USING GIN ("subjects");
