-- Documents whose every opening leaves a row in the audit log: named by hand, or all of a type, a tag or a project.
CREATE TABLE "sensitivity_rules" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "document_id" TEXT,
    "created_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "sensitivity_rules_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "sensitivity_rules_kind" CHECK ("kind" IN ('document', 'type', 'tag', 'project')),
    CONSTRAINT "sensitivity_rules_document" CHECK (("kind" = 'document') = ("document_id" IS NOT NULL)),
    CONSTRAINT "sensitivity_rules_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "sensitivity_rules_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "documents"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "sensitivity_rules_workspace_id_kind_value_key" ON "sensitivity_rules"("workspace_id", "kind", "value");
CREATE INDEX "sensitivity_rules_document_id_idx" ON "sensitivity_rules"("document_id");

-- A look of a platform admin into a workspace: asked for with a reason, for a time, and seen by its owners, who may refuse or end it.
CREATE TABLE "workspace_looks" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "admin_id" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "is_urgent" BOOLEAN NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "began_at" TIMESTAMPTZ(3),
    "ends_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "decided_by_id" TEXT,
    CONSTRAINT "workspace_looks_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "workspace_looks_minutes" CHECK ("minutes" BETWEEN 5 AND 480),
    CONSTRAINT "workspace_looks_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "workspace_looks_workspace_id_asked_at_idx" ON "workspace_looks"("workspace_id", "asked_at");

GRANT SELECT, INSERT, DELETE ON "sensitivity_rules" TO besunny_app;
GRANT SELECT, INSERT, UPDATE ON "workspace_looks" TO besunny_app;
GRANT SELECT ON "sensitivity_rules", "workspace_looks" TO besunny_platform;
DO $$
DECLARE
  owned text;
BEGIN
  FOREACH owned IN ARRAY ARRAY['sensitivity_rules', 'workspace_looks'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', owned);
    EXECUTE format('CREATE POLICY own_workspace ON %I TO besunny_app USING (workspace_id = current_setting(''app.workspace_id'', true)) WITH CHECK (workspace_id = current_setting(''app.workspace_id'', true))', owned);
    EXECUTE format('CREATE POLICY platform ON %I TO besunny_platform USING (true) WITH CHECK (true)', owned);
  END LOOP;
END $$;

ALTER TABLE "notices" DROP CONSTRAINT "notices_kind",
ADD CONSTRAINT "notices_kind" CHECK ("kind" IN ('mention', 'comment', 'share', 'project', 'failure', 'review', 'view', 'due', 'budget', 'retirement', 'report', 'drift', 'release', 'training', 'source', 'connection', 'push', 'brief', 'decision', 'action', 'quota', 'billing', 'look'));
