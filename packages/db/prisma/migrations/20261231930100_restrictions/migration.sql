-- Documents and people whose data is only kept: nothing processes it until the restriction is lifted. `subject` holds names while it is in force.
CREATE TABLE "restrictions" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "request_id" TEXT,
    "subject" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "began_by_id" TEXT,
    "began_at" TIMESTAMPTZ(3) NOT NULL,
    "lifted_by_id" TEXT,
    "lifted_at" TIMESTAMPTZ(3),
    "lift_reason" TEXT,

    CONSTRAINT "restrictions_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "restrictions_workspace_id_began_at_idx" ON "restrictions"("workspace_id", "began_at");

-- `was` is the access that a document had before, so that its title is shown to those alone who saw it then.
CREATE TABLE "restricted_documents" (
    "restriction_id" TEXT NOT NULL,
    "document_id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "was" TEXT[] NOT NULL,

    CONSTRAINT "restricted_documents_pkey" PRIMARY KEY ("restriction_id", "document_id"),
    CONSTRAINT "restricted_documents_restriction_id_fkey" FOREIGN KEY ("restriction_id") REFERENCES "restrictions"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "restricted_documents_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "documents"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "restricted_documents_document_id_idx" ON "restricted_documents"("document_id");

GRANT SELECT, INSERT, UPDATE ON "restrictions" TO besunny_app;
GRANT SELECT, INSERT, DELETE ON "restricted_documents" TO besunny_app;
GRANT SELECT ("id", "workspace_id", "lifted_at") ON "restrictions" TO besunny_platform;

DO $$
DECLARE
  owned text;
BEGIN
  FOREACH owned IN ARRAY ARRAY['restrictions', 'restricted_documents'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', owned);
    EXECUTE format('CREATE POLICY own_workspace ON %I TO besunny_app USING (workspace_id = current_setting(''app.workspace_id'', true)) WITH CHECK (workspace_id = current_setting(''app.workspace_id'', true))', owned);
    -- The trigger below sees all restrictions, whoever writes.
    EXECUTE format('CREATE POLICY restricting ON %I FOR SELECT TO CURRENT_USER USING (true)', owned);
  END LOOP;
END $$;
CREATE POLICY platform ON "restrictions" FOR SELECT TO besunny_platform USING (workspace_id NOT IN ('ws_canary_one', 'ws_canary_two'));
SELECT let_erase();

-- A restricted document is seen by nobody: no person, no job and no source has the principal `restricted`.
ALTER TABLE "documents" DROP CONSTRAINT "documents_access";
ALTER TABLE "documents" ADD CONSTRAINT "documents_access" CHECK (
    "access" = ARRAY['restricted'] OR
    CASE WHEN "visibility" IS NULL THEN "access" @> ARRAY['all']
         ELSE "access" @> ARRAY['jobs'] OR "access" @> ARRAY['all', 'ws'] END
);

CREATE FUNCTION keep_restricted() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF EXISTS (SELECT FROM restricted_documents r JOIN restrictions k ON k.id = r.restriction_id
              WHERE r.document_id = NEW.id AND k.lifted_at IS NULL) THEN
    NEW.access := ARRAY['restricted'];
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION keep_restricted() FROM PUBLIC;
CREATE TRIGGER documents_restricted BEFORE UPDATE OF "access" ON "documents" FOR EACH ROW EXECUTE FUNCTION keep_restricted();
