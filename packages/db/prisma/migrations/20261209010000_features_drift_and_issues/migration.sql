-- Named numbers and words about a document, by the version of the functions that made them.
CREATE TABLE "feature_values" (
    "document_id" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "values" JSONB NOT NULL,
    "looked_seq" BIGINT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "feature_values_pkey" PRIMARY KEY ("document_id", "version"),
    CONSTRAINT "feature_values_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "documents"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "feature_values_workspace_id_version_idx" ON "feature_values"("workspace_id", "version");

-- What came in from one source in one week, compared with the weeks before.
CREATE TABLE "drift_windows" (
    "workspace_id" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "week" DATE NOT NULL,
    "state" TEXT NOT NULL,
    "documents" INTEGER NOT NULL,
    "reference_documents" INTEGER NOT NULL,
    "reference_from" DATE NOT NULL,
    "measures" JSONB NOT NULL,
    "estimated_accuracy" DOUBLE PRECISION,
    "estimated_on" INTEGER NOT NULL,
    "labelled_accuracy" DOUBLE PRECISION,
    "labelled" INTEGER NOT NULL,
    "looks" INTEGER NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "computed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "drift_windows_pkey" PRIMARY KEY ("workspace_id", "source", "week"),
    CONSTRAINT "drift_windows_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "drift_windows_state" CHECK ("state" IN ('steady', 'drifted', 'few'))
);

CREATE TABLE "drift_examples" (
    "workspace_id" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "week" DATE NOT NULL,
    "document_id" TEXT NOT NULL,
    "rank" INTEGER NOT NULL,
    "measure" TEXT NOT NULL,

    CONSTRAINT "drift_examples_pkey" PRIMARY KEY ("workspace_id", "source", "week", "document_id"),
    CONSTRAINT "drift_examples_workspace_id_source_week_fkey" FOREIGN KEY ("workspace_id", "source", "week") REFERENCES "drift_windows"("workspace_id", "source", "week") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "drift_examples_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "documents"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "drift_examples_document_id_idx" ON "drift_examples"("document_id");

-- Something about a document that makes what is found in it worse. `texts` holds words of documents, which the platform's role may not read.
CREATE TABLE "data_issues" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "document_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "details" JSONB NOT NULL,
    "texts" TEXT[] NOT NULL DEFAULT '{}',
    "state" TEXT NOT NULL DEFAULT 'open',
    "reason" TEXT,
    "found_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_id" TEXT,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "data_issues_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "data_issues_severity" CHECK ("severity" IN ('low', 'medium', 'high')),
    CONSTRAINT "data_issues_state" CHECK ("state" IN ('open', 'resolved', 'ignored')),
    CONSTRAINT "data_issues_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "documents"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "data_issues_document_id_kind_key" ON "data_issues"("document_id", "kind");
CREATE INDEX "data_issues_workspace_id_state_kind_idx" ON "data_issues"("workspace_id", "state", "kind");

-- How a document is read or kept, other than its file says. The file stays as it is.
CREATE TABLE "document_cleanings" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "document_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "params" JSONB NOT NULL,
    "made_by_id" TEXT,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "undone_by_id" TEXT,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "document_cleanings_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "document_cleanings_kind" CHECK ("kind" IN ('repair-encoding', 'leave-out-boilerplate', 'recognise-again', 'keep-one')),
    CONSTRAINT "document_cleanings_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "documents"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "document_cleanings_document_id_idx" ON "document_cleanings"("document_id");
CREATE INDEX "document_cleanings_workspace_id_made_at_idx" ON "document_cleanings"("workspace_id", "made_at");
CREATE UNIQUE INDEX "document_cleanings_in_force" ON "document_cleanings"("document_id", "kind") WHERE "undone_at" IS NULL;

GRANT SELECT, INSERT, UPDATE, DELETE ON "feature_values", "drift_windows", "drift_examples", "data_issues", "document_cleanings" TO besunny_app;
GRANT SELECT ON "drift_windows", "drift_examples" TO besunny_platform;
GRANT SELECT ("document_id", "version", "workspace_id", "looked_seq") ON "feature_values" TO besunny_platform;
GRANT SELECT ("id", "workspace_id", "document_id", "kind", "severity", "source", "details", "state", "found_at", "decided_at") ON "data_issues" TO besunny_platform;
GRANT SELECT ("id", "workspace_id", "document_id", "kind", "made_at", "undone_at") ON "document_cleanings" TO besunny_platform;

DO $$
DECLARE
  owned text;
BEGIN
  FOREACH owned IN ARRAY ARRAY['feature_values', 'drift_windows', 'drift_examples', 'data_issues', 'document_cleanings'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', owned);
    EXECUTE format(
      'CREATE POLICY own_workspace ON %I TO besunny_app USING (workspace_id = current_setting(''app.workspace_id'', true)) WITH CHECK (workspace_id = current_setting(''app.workspace_id'', true))',
      owned
    );
    EXECUTE format('CREATE POLICY platform ON %I FOR SELECT TO besunny_platform USING (true)', owned);
  END LOOP;
END $$;
