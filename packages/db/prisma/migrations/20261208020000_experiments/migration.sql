-- A release that is tried beside the one that decides. A shadow decides nothing; the others decide for a share of the documents.
CREATE TABLE "experiments" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "champion_id" TEXT NOT NULL,
    "challenger_id" TEXT NOT NULL,
    "share" DOUBLE PRECISION NOT NULL,
    "alpha" DOUBLE PRECISION NOT NULL,
    "expected" INTEGER NOT NULL,
    "minimum" INTEGER NOT NULL,
    "guardrails" JSONB NOT NULL,
    "promotes_itself" BOOLEAN NOT NULL,
    "state" TEXT NOT NULL,
    "decision" TEXT,
    "reason" TEXT NOT NULL DEFAULT '',
    "started_by_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "experiments_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "experiments_kind" CHECK ("kind" IN ('shadow', 'canary', 'ab')),
    CONSTRAINT "experiments_state" CHECK ("state" IN ('running', 'decided', 'stopped', 'failed')),
    CONSTRAINT "experiments_decision" CHECK ("decision" IN ('champion', 'challenger')),
    CONSTRAINT "experiments_share" CHECK ("share" > 0 AND "share" <= 1),
    CONSTRAINT "experiments_champion_id_fkey" FOREIGN KEY ("champion_id") REFERENCES "releases"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "experiments_challenger_id_fkey" FOREIGN KEY ("challenger_id") REFERENCES "releases"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "experiments_workspace_id_created_at_idx" ON "experiments"("workspace_id", "created_at");
-- One at a time, so that each document is in one experiment.
CREATE UNIQUE INDEX "experiments_one_runs" ON "experiments"("workspace_id") WHERE "state" = 'running';

CREATE TABLE "experiment_units" (
    "experiment_id" TEXT NOT NULL,
    "document_id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "cluster" TEXT NOT NULL,
    "arm" TEXT NOT NULL,
    "type" TEXT,
    "took_ms" INTEGER NOT NULL,
    "cost_micro" BIGINT,
    "failure" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "experiment_units_pkey" PRIMARY KEY ("experiment_id", "document_id"),
    CONSTRAINT "experiment_units_arm" CHECK ("arm" IN ('champion', 'challenger')),
    CONSTRAINT "experiment_units_experiment_id_fkey" FOREIGN KEY ("experiment_id") REFERENCES "experiments"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "experiment_units_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "documents"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "experiment_units_document_id_idx" ON "experiment_units"("document_id");

-- What both releases say of one document in a shadow. What is right is said by the document's label.
CREATE TABLE "shadow_results" (
    "experiment_id" TEXT NOT NULL,
    "document_id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "champion_type" TEXT,
    "champion_confidence" DOUBLE PRECISION,
    "challenger_type" TEXT,
    "challenger_confidence" DOUBLE PRECISION,
    "took_ms" INTEGER NOT NULL,
    "cost_micro" BIGINT,
    "failure" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "shadow_results_pkey" PRIMARY KEY ("experiment_id", "document_id"),
    CONSTRAINT "shadow_results_experiment_id_fkey" FOREIGN KEY ("experiment_id") REFERENCES "experiments"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "shadow_results_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "documents"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "shadow_results_document_id_idx" ON "shadow_results"("document_id");

-- What was counted when it was looked, and what followed. A look that counts the same as the one before leaves no row.
CREATE TABLE "experiment_looks" (
    "experiment_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "counts" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "experiment_looks_pkey" PRIMARY KEY ("experiment_id", "number"),
    CONSTRAINT "experiment_looks_experiment_id_fkey" FOREIGN KEY ("experiment_id") REFERENCES "experiments"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

GRANT SELECT, INSERT, UPDATE ON "experiments" TO besunny_app;
GRANT SELECT, INSERT ON "experiment_units", "shadow_results", "experiment_looks" TO besunny_app;
GRANT SELECT ON "experiments", "experiment_units", "shadow_results", "experiment_looks" TO besunny_platform;

DO $$
DECLARE
  owned text;
BEGIN
  FOREACH owned IN ARRAY ARRAY['experiments', 'experiment_units', 'shadow_results', 'experiment_looks'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', owned);
    EXECUTE format(
      'CREATE POLICY own_workspace ON %I TO besunny_app USING (workspace_id = current_setting(''app.workspace_id'', true)) WITH CHECK (workspace_id = current_setting(''app.workspace_id'', true))',
      owned
    );
    EXECUTE format('CREATE POLICY platform ON %I FOR SELECT TO besunny_platform USING (true)', owned);
  END LOOP;
END $$;
