-- Phrases of a document that was deleted for good, until it is proved that no store holds them any more.
CREATE TABLE "deletion_checks" (
    "workspace_id" TEXT NOT NULL,
    "document_id" TEXT NOT NULL,
    "phrases" TEXT[] NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "deletion_checks_pkey" PRIMARY KEY ("workspace_id", "document_id")
);
GRANT SELECT, INSERT, UPDATE, DELETE ON "deletion_checks" TO besunny_app;
ALTER TABLE "deletion_checks" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "deletion_checks" FORCE ROW LEVEL SECURITY;
CREATE POLICY own_workspace ON "deletion_checks" TO besunny_app USING (workspace_id = current_setting('app.workspace_id', true)) WITH CHECK (workspace_id = current_setting('app.workspace_id', true));

-- Counts the rows that are left of deleted documents, by table. It works with the rights of the caller and sees their workspace alone.
-- Rows of a document belong to it by its id. All other rows are searched for the phrases, and for the ids where no history is kept.
CREATE FUNCTION leftovers_of(ids text[], phrases text[]) RETURNS TABLE(store text, amount bigint) LANGUAGE plpgsql STABLE SECURITY INVOKER AS $$
DECLARE
  held record;
  needles text[];
BEGIN
  FOR held IN
    SELECT c.relname::text AS name, bool_or(a.attname = 'document_id') AS is_of_document
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> 'deletion_checks'
       AND has_table_privilege(c.oid, 'select')
     GROUP BY 1 HAVING bool_or(a.attname = 'workspace_id')
  LOOP
    store := held.name;
    IF held.name = 'documents' THEN
      SELECT count(*) INTO amount FROM documents WHERE id = ANY (ids);
    ELSIF held.is_of_document THEN
      EXECUTE format('SELECT count(*) FROM %I WHERE document_id = ANY ($1)', held.name) INTO amount USING ids;
    ELSE
      needles := CASE WHEN held.name IN ('audit_entries', 'outbox') THEN phrases ELSE ids || phrases END;
      EXECUTE format('SELECT count(*) FROM %I t WHERE EXISTS (SELECT 1 FROM unnest($1) n WHERE strpos(t::text, n) > 0)', held.name)
        INTO amount USING needles;
    END IF;
    IF amount > 0 THEN RETURN NEXT; END IF;
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION leftovers_of(text[], text[]) TO besunny_app;
