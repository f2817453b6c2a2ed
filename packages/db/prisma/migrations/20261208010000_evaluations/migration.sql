-- A release on a frozen dataset, beside the release that decided then. Both see the same labels.
CREATE TABLE "evaluations" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "release_id" TEXT NOT NULL,
    "baseline_id" TEXT,
    "dataset_id" TEXT NOT NULL,
    "dataset_checksum" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "problem" TEXT,
    "metrics" JSONB,
    "seed" INTEGER NOT NULL,
    "started_by_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "evaluations_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "evaluations_state" CHECK ("state" IN ('queued', 'running', 'done', 'failed')),
    CONSTRAINT "evaluations_release_id_fkey" FOREIGN KEY ("release_id") REFERENCES "releases"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "evaluations_baseline_id_fkey" FOREIGN KEY ("baseline_id") REFERENCES "releases"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "evaluations_dataset_id_fkey" FOREIGN KEY ("dataset_id") REFERENCES "datasets"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "evaluations_workspace_id_created_at_idx" ON "evaluations"("workspace_id", "created_at");
CREATE INDEX "evaluations_release_id_idx" ON "evaluations"("release_id");
CREATE INDEX "evaluations_dataset_id_idx" ON "evaluations"("dataset_id");

-- What both releases say of one document. Every figure of an evaluation is counted from these rows.
CREATE TABLE "evaluation_items" (
    "evaluation_id" TEXT NOT NULL,
    "document_id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "cluster" TEXT NOT NULL,
    "said" TEXT,
    "likeliest" TEXT,
    "confidence" DOUBLE PRECISION NOT NULL,
    "rung" TEXT,
    "before_said" TEXT,
    "before_likeliest" TEXT,
    "before_confidence" DOUBLE PRECISION,
    "took_us" INTEGER NOT NULL,
    "cost_micro" BIGINT,
    "source" TEXT NOT NULL,
    "language" TEXT,
    "ocr_quality" DOUBLE PRECISION,

    CONSTRAINT "evaluation_items_pkey" PRIMARY KEY ("evaluation_id", "document_id"),
    CONSTRAINT "evaluation_items_evaluation_id_fkey" FOREIGN KEY ("evaluation_id") REFERENCES "evaluations"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "evaluation_items_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "documents"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "evaluation_items_document_id_idx" ON "evaluation_items"("document_id");

GRANT SELECT, INSERT, UPDATE ON "evaluations", "evaluation_items" TO besunny_app;
GRANT SELECT ON "evaluations", "evaluation_items" TO besunny_platform;

DO $$
DECLARE
  owned text;
BEGIN
  FOREACH owned IN ARRAY ARRAY['evaluations', 'evaluation_items'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', owned);
    EXECUTE format(
      'CREATE POLICY own_workspace ON %I TO besunny_app USING (workspace_id = current_setting(''app.workspace_id'', true)) WITH CHECK (workspace_id = current_setting(''app.workspace_id'', true))',
      owned
    );
    EXECUTE format('CREATE POLICY platform ON %I FOR SELECT TO besunny_platform USING (true)', owned);
  END LOOP;
END $$;
