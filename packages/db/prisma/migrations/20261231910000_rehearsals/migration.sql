-- Rehearsals: what an automation would do with documents that are here already. They pin the definition, the filter and the moment.
CREATE TABLE "automation_rehearsals" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "automation_id" TEXT NOT NULL,
    -- Null: the draft was rehearsed.
    "version" INTEGER,
    "definition" JSONB NOT NULL,
    "filter" JSONB NOT NULL,
    -- The moment that all conditions take for now.
    "at" TIMESTAMPTZ(3) NOT NULL,
    "asked_by_id" TEXT,
    "state" TEXT NOT NULL DEFAULT 'running',
    "total" INTEGER,
    "looked" INTEGER NOT NULL DEFAULT 0,
    -- The end of the part that was looked at last.
    "cursor" TEXT,
    "counts" JSONB NOT NULL,
    "error" TEXT,
    "ended_at" TIMESTAMPTZ(3),
    CONSTRAINT "automation_rehearsals_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "automation_rehearsals_state_check" CHECK ("state" IN ('running', 'done', 'failed', 'stopped')),
    CONSTRAINT "automation_rehearsals_automation_id_fkey" FOREIGN KEY ("automation_id") REFERENCES "automations"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "automation_rehearsals_asked_by_id_fkey" FOREIGN KEY ("asked_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE
);
CREATE INDEX "automation_rehearsals_automation_id_at_idx" ON "automation_rehearsals"("automation_id", "at");
CREATE INDEX "automation_rehearsals_asked_by_id_idx" ON "automation_rehearsals"("asked_by_id");

-- One document of a rehearsal: whether it matches, and each step that it would come to.
CREATE TABLE "rehearsal_rows" (
    "rehearsal_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "document_id" TEXT NOT NULL,
    "truth" TEXT NOT NULL,
    "trace" JSONB NOT NULL,
    "lines" JSONB NOT NULL,
    "conflicts" JSONB NOT NULL,
    -- 'changes', 'asks', 'refused', 'conflicts': what lists are narrowed by.
    "marks" TEXT[] NOT NULL,
    -- Differs when the document differs.
    "fingerprint" TEXT NOT NULL,
    CONSTRAINT "rehearsal_rows_pkey" PRIMARY KEY ("rehearsal_id", "position"),
    CONSTRAINT "rehearsal_rows_truth_check" CHECK ("truth" IN ('yes', 'no', 'unknown')),
    CONSTRAINT "rehearsal_rows_rehearsal_id_fkey" FOREIGN KEY ("rehearsal_id") REFERENCES "automation_rehearsals"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "rehearsal_rows_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "documents"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "rehearsal_rows_document_id_idx" ON "rehearsal_rows"("document_id");

GRANT SELECT, INSERT, UPDATE, DELETE ON "automation_rehearsals" TO besunny_app;
GRANT SELECT, INSERT ON "rehearsal_rows" TO besunny_app;

DO $$
DECLARE
  owned text;
BEGIN
  FOREACH owned IN ARRAY ARRAY['automation_rehearsals', 'rehearsal_rows'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', owned);
    EXECUTE format(
      'CREATE POLICY own_workspace ON %I TO besunny_app USING (workspace_id = current_setting(''app.workspace_id'', true)) WITH CHECK (workspace_id = current_setting(''app.workspace_id'', true))',
      owned
    );
  END LOOP;
END $$;
