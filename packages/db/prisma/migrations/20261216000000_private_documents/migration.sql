-- Documents that came from a source. `visibility` is null for documents that are seen as uploads are. `grantees` holds the people of this workspace
-- who see it at its source (`usr_...`, or `ws` for all). `source_item_id` is its identity there, and `source_title` the last title that it had there.
ALTER TABLE "documents"
    ADD COLUMN "visibility" TEXT,
    ADD COLUMN "grantees" TEXT[] NOT NULL DEFAULT '{}',
    ADD COLUMN "source_item_id" TEXT,
    ADD COLUMN "source_title" TEXT,
    ADD COLUMN "trash_reason" TEXT,
    ADD CONSTRAINT "documents_visibility" CHECK ("visibility" IN ('owner', 'source'));
CREATE UNIQUE INDEX "documents_source_item" ON "documents"("workspace_id", "source_item_id") WHERE "source_item_id" IS NOT NULL;
CREATE INDEX "documents_private" ON "documents"("workspace_id") WHERE "visibility" IS NOT NULL;

-- Rows about private documents. Their input and their changes are shown to nobody but who did it, also after the document is gone.
ALTER TABLE "audit_entries" ADD COLUMN "is_private" BOOLEAN NOT NULL DEFAULT false;

-- A document is seen by owners and admins (`all`), or it is private and only background jobs see it beside its people (`jobs`). A private document that
-- admins see is everybody's.
ALTER TABLE "documents" DROP CONSTRAINT "documents_access";
ALTER TABLE "documents" ADD CONSTRAINT "documents_access" CHECK (
    CASE WHEN "visibility" IS NULL THEN "access" @> ARRAY['all']
         ELSE "access" @> ARRAY['jobs'] OR "access" @> ARRAY['all', 'ws'] END
);
ALTER TABLE "documents" ADD CONSTRAINT "documents_private" CHECK (NOT ("access" @> ARRAY['jobs'] AND "access" @> ARRAY['all']));

-- The figures of a workspace count no private document. When one becomes private, or is no longer, its hours are counted again.
CREATE FUNCTION mark_private() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  WITH changed AS (
    SELECT n.id, n.workspace_id, n.created_at FROM new_rows n JOIN old_rows o ON o.id = n.id
     WHERE (n.visibility IS NULL OR 'all' = ANY(n.access)) IS DISTINCT FROM (o.visibility IS NULL OR 'all' = ANY(o.access)))
  INSERT INTO rollup_marks (source, workspace_id, bucket)
    SELECT 'documents', workspace_id, date_trunc('hour', created_at, 'UTC') FROM changed
    UNION
    SELECT 'stages', c.workspace_id, date_trunc('hour', s.started_at, 'UTC')
      FROM changed c JOIN runs r ON r.document_id = c.id JOIN run_steps s ON s.run_id = r.id
    UNION
    SELECT 'results', c.workspace_id, date_trunc('hour', k.created_at, 'UTC')
      FROM changed c JOIN classification_results k ON k.document_id = c.id;
  RETURN NULL;
END $$;
CREATE TRIGGER mark_private AFTER UPDATE ON "documents"
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION mark_private();
