-- A hold keeps documents from being deleted, by anybody, until it is released or runs out.
CREATE TABLE "legal_holds" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "project_id" TEXT,
    "user_id" TEXT,
    "entity_id" TEXT,
    "query" TEXT,
    "reason" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3),
    "created_by_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "released_at" TIMESTAMPTZ(3),
    "released_by_id" TEXT,
    "release_reason" TEXT,

    CONSTRAINT "legal_holds_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "legal_holds_kind" CHECK (
      ("kind" = 'project' AND "project_id" IS NOT NULL) OR ("kind" = 'person' AND num_nonnulls("user_id", "entity_id") = 1)
      OR ("kind" = 'query' AND "query" IS NOT NULL)
    )
);
CREATE INDEX "legal_holds_workspace_id_created_at_idx" ON "legal_holds"("workspace_id", "created_at");

-- The documents that were found for a hold. Rows are only added, so that nothing leaves a hold by being moved.
CREATE TABLE "held_documents" (
    "hold_id" TEXT NOT NULL,
    "document_id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "held_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "held_documents_pkey" PRIMARY KEY ("hold_id", "document_id"),
    CONSTRAINT "held_documents_hold_id_fkey" FOREIGN KEY ("hold_id") REFERENCES "legal_holds"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "held_documents_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "documents"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "held_documents_document_id_idx" ON "held_documents"("document_id");

-- Signed statements on what was deleted. They name things by ids and hashes and hold no content.
CREATE TABLE "privacy_receipts" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "key_id" TEXT NOT NULL,
    "signature" TEXT NOT NULL,
    -- The day on which the last of what could not be removed at once is to be gone. Null: nothing is left.
    "open_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "privacy_receipts_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "privacy_receipts_workspace_id_created_at_id_idx" ON "privacy_receipts"("workspace_id", "created_at", "id");
CREATE UNIQUE INDEX "privacy_receipts_workspace_id_kind_subject_key" ON "privacy_receipts"("workspace_id", "kind", "subject");

-- What there was of a document before it was deleted, for its receipt.
ALTER TABLE "deletion_checks" ADD COLUMN "content_hash" TEXT, ADD COLUMN "found" JSONB NOT NULL DEFAULT '{}', ADD COLUMN "sent_to" JSONB NOT NULL DEFAULT '[]';

GRANT SELECT, INSERT, UPDATE ON "legal_holds" TO besunny_app;
GRANT SELECT, INSERT ON "held_documents" TO besunny_app;
GRANT SELECT, INSERT, UPDATE ("open_until") ON "privacy_receipts" TO besunny_app;
-- Schedules leave out what is held and see which receipts are open. Who closes an account is told of a hold on them.
GRANT SELECT ON "held_documents" TO besunny_platform;
GRANT SELECT ("id", "workspace_id", "until", "released_at", "user_id", "kind") ON "legal_holds" TO besunny_platform;
GRANT SELECT ("id", "workspace_id", "kind", "open_until", "created_at") ON "privacy_receipts" TO besunny_platform;
GRANT SELECT ("id", "name", "user_id", "until", "released_at") ON "legal_holds" TO besunny_identity;

DO $$
DECLARE
  owned text;
BEGIN
  FOREACH owned IN ARRAY ARRAY['legal_holds', 'held_documents', 'privacy_receipts'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', owned);
    EXECUTE format('CREATE POLICY own_workspace ON %I TO besunny_app USING (workspace_id = current_setting(''app.workspace_id'', true)) WITH CHECK (workspace_id = current_setting(''app.workspace_id'', true))', owned);
    EXECUTE format('CREATE POLICY platform ON %I FOR SELECT TO besunny_platform USING (true)', owned);
    -- The triggers below see all holds, whoever deletes.
    EXECUTE format('CREATE POLICY holding ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', owned);
  END LOOP;
END $$;
CREATE POLICY identity ON "legal_holds" FOR SELECT TO besunny_identity USING (true);

CREATE FUNCTION refuse_held() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  hold text;
BEGIN
  SELECT l.name INTO hold FROM held_documents h JOIN legal_holds l ON l.id = h.hold_id
   WHERE h.document_id = OLD.id AND l.released_at IS NULL AND (l.until IS NULL OR l.until > now()) LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'The document % is kept by the hold "%"', OLD.id, hold USING ERRCODE = 'BS001';
  END IF;
  RETURN OLD;
END $$;
REVOKE ALL ON FUNCTION refuse_held() FROM PUBLIC;
CREATE TRIGGER documents_held BEFORE DELETE ON "documents" FOR EACH ROW EXECUTE FUNCTION refuse_held();

-- What comes to a held project, from a held person, or names one, is held at once.
CREATE FUNCTION hold_more() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF TG_TABLE_NAME = 'document_projects' THEN
    INSERT INTO held_documents (hold_id, document_id, workspace_id)
    SELECT l.id, NEW.document_id, l.workspace_id FROM legal_holds l
     WHERE l.workspace_id = NEW.workspace_id AND l.released_at IS NULL AND l.project_id = NEW.project_id
    ON CONFLICT DO NOTHING;
  ELSIF TG_TABLE_NAME = 'entity_mentions' THEN
    INSERT INTO held_documents (hold_id, document_id, workspace_id)
    SELECT l.id, NEW.document_id, l.workspace_id FROM legal_holds l
     WHERE l.workspace_id = NEW.workspace_id AND l.released_at IS NULL AND l.entity_id = NEW.entity_id
    ON CONFLICT DO NOTHING;
  ELSE
    INSERT INTO held_documents (hold_id, document_id, workspace_id)
    SELECT l.id, NEW.id, l.workspace_id FROM legal_holds l
     WHERE l.workspace_id = NEW.workspace_id AND l.released_at IS NULL AND l.user_id = NEW.uploaded_by_id
    ON CONFLICT DO NOTHING;
  END IF;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION hold_more() FROM PUBLIC;
CREATE TRIGGER document_projects_held AFTER INSERT ON "document_projects" FOR EACH ROW EXECUTE FUNCTION hold_more();
CREATE TRIGGER documents_of_person_held AFTER INSERT ON "documents" FOR EACH ROW WHEN (NEW.uploaded_by_id IS NOT NULL) EXECUTE FUNCTION hold_more();
CREATE TRIGGER entity_mentions_held AFTER INSERT ON "entity_mentions" FOR EACH ROW EXECUTE FUNCTION hold_more();

-- Receipts name documents that are gone. Holds are searched as other tables are.
CREATE OR REPLACE FUNCTION leftovers_of(ids text[], phrases text[]) RETURNS TABLE(store text, amount bigint) LANGUAGE plpgsql STABLE SECURITY INVOKER AS $$
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
      needles := CASE WHEN held.name IN ('audit_entries', 'audit_links', 'outbox', 'privacy_receipts') THEN phrases ELSE ids || phrases END;
      EXECUTE format('SELECT count(*) FROM %I t WHERE EXISTS (SELECT 1 FROM unnest($1) n WHERE strpos(t::text, n) > 0)', held.name)
        INTO amount USING needles;
    END IF;
    IF amount > 0 THEN RETURN NEXT; END IF;
  END LOOP;
END $$;
