-- Rules on how long documents are kept. The rule with the most conditions decides on a document, and of equal ones the one that keeps it longest.
CREATE TABLE "retention_rules" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT,
    "project_id" TEXT,
    "source_id" TEXT,
    "amount" INTEGER NOT NULL,
    "unit" TEXT NOT NULL,
    "counts_from" TEXT NOT NULL,
    "trash_days" INTEGER NOT NULL,
    "created_by_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "retention_rules_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "retention_rules_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "retention_rules_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "retention_rules_unit" CHECK ("unit" IN ('days', 'months', 'years')),
    CONSTRAINT "retention_rules_counts_from" CHECK ("counts_from" IN ('dated', 'added')),
    CONSTRAINT "retention_rules_amount" CHECK ("amount" > 0 AND "trash_days" > 0)
);
CREATE INDEX "retention_rules_workspace_id_created_at_idx" ON "retention_rules"("workspace_id", "created_at");
CREATE INDEX "retention_rules_project_id_idx" ON "retention_rules"("project_id");
CREATE INDEX "retention_rules_source_id_idx" ON "retention_rules"("source_id");

-- The documents of which people were told that a rule moves them to the trash, and those that it has moved there.
CREATE TABLE "retention_marks" (
    "document_id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "rule_id" TEXT NOT NULL,
    "told_at" TIMESTAMPTZ(3) NOT NULL,
    "trash_at" TIMESTAMPTZ(3) NOT NULL,
    "erase_at" TIMESTAMPTZ(3),

    CONSTRAINT "retention_marks_pkey" PRIMARY KEY ("document_id"),
    CONSTRAINT "retention_marks_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "documents"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "retention_marks_rule_id_fkey" FOREIGN KEY ("rule_id") REFERENCES "retention_rules"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "retention_marks_workspace_id_trash_at_idx" ON "retention_marks"("workspace_id", "trash_at");
CREATE INDEX "retention_marks_rule_id_idx" ON "retention_marks"("rule_id");

-- The rule by which a document was deleted, for its receipt.
ALTER TABLE "deletion_checks" ADD COLUMN "rule_id" TEXT;

GRANT SELECT, INSERT, UPDATE, DELETE ON "retention_rules", "retention_marks" TO besunny_app;
GRANT SELECT ("id", "workspace_id") ON "retention_rules" TO besunny_platform;

DO $$
DECLARE
  owned text;
BEGIN
  FOREACH owned IN ARRAY ARRAY['retention_rules', 'retention_marks'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', owned);
    EXECUTE format('CREATE POLICY own_workspace ON %I TO besunny_app USING (workspace_id = current_setting(''app.workspace_id'', true)) WITH CHECK (workspace_id = current_setting(''app.workspace_id'', true))', owned);
  END LOOP;
END $$;
CREATE POLICY platform ON "retention_rules" FOR SELECT TO besunny_platform USING (workspace_id NOT IN ('ws_canary_one', 'ws_canary_two'));
SELECT let_erase();
