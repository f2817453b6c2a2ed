-- A set of labelled documents that a model is trained on or measured with. A frozen one never changes, except that deleted documents go.
CREATE TABLE "datasets" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "project_id" TEXT,
    "version" INTEGER NOT NULL,
    "rule" JSONB NOT NULL,
    "checksum" TEXT,
    "frozen_at" TIMESTAMPTZ(3),
    "created_by_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "datasets_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "datasets_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "datasets_workspace_id_name_version_key" ON "datasets"("workspace_id", "name", "version");

-- `cluster` names the documents that are nearly the same or belong to one thread: they are never on both sides of a split.
CREATE TABLE "dataset_items" (
    "dataset_id" TEXT NOT NULL,
    "document_id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "cluster" TEXT NOT NULL,
    "split" TEXT NOT NULL,

    CONSTRAINT "dataset_items_pkey" PRIMARY KEY ("dataset_id", "document_id"),
    CONSTRAINT "dataset_items_split" CHECK ("split" IN ('train', 'calibrate', 'test')),
    CONSTRAINT "dataset_items_dataset_id_fkey" FOREIGN KEY ("dataset_id") REFERENCES "datasets"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "dataset_items_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "documents"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "dataset_items_document_id_idx" ON "dataset_items"("document_id");

CREATE TABLE "training_runs" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "dataset_id" TEXT,
    "project_id" TEXT,
    "params" JSONB NOT NULL DEFAULT '{}',
    "seed" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "problem" TEXT,
    "metrics" JSONB,
    "artefact_key" TEXT,
    "sha256" TEXT,
    "cost_micro" BIGINT,
    "started_by_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "training_runs_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "training_runs_kind" CHECK ("kind" IN ('head', 'hosted', 'export')),
    CONSTRAINT "training_runs_state" CHECK ("state" IN ('queued', 'running', 'done', 'refused', 'failed', 'cancelled')),
    CONSTRAINT "training_runs_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "training_runs_dataset_id_fkey" FOREIGN KEY ("dataset_id") REFERENCES "datasets"("id") ON DELETE SET NULL ON UPDATE CASCADE
);
CREATE INDEX "training_runs_workspace_id_created_at_idx" ON "training_runs"("workspace_id", "created_at");

-- All that decides what is said of a document, under one number. A release never changes.
CREATE TABLE "releases" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "parts" JSONB NOT NULL,
    "checksum" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "created_by_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "releases_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "releases_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "releases_workspace_id_number_key" ON "releases"("workspace_id", "number");

CREATE FUNCTION refuse_change_of_release() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'A release never changes';
END $$;
CREATE TRIGGER "releases_never_change" BEFORE UPDATE ON "releases" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_release();

-- The champion decides. The others are tried beside it.
CREATE TABLE "release_roles" (
    "workspace_id" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "release_id" TEXT NOT NULL,
    "share" DOUBLE PRECISION NOT NULL DEFAULT 1,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "release_roles_pkey" PRIMARY KEY ("workspace_id", "role"),
    CONSTRAINT "release_roles_role" CHECK ("role" IN ('champion', 'challenger', 'shadow', 'canary')),
    CONSTRAINT "release_roles_share" CHECK ("share" >= 0 AND "share" <= 1),
    CONSTRAINT "release_roles_release_id_fkey" FOREIGN KEY ("release_id") REFERENCES "releases"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

GRANT SELECT, INSERT, UPDATE, DELETE ON "datasets", "dataset_items", "training_runs", "release_roles" TO besunny_app;
GRANT SELECT, INSERT ON "releases" TO besunny_app;
GRANT SELECT ON "datasets", "dataset_items", "training_runs", "releases", "release_roles" TO besunny_platform;

DO $$
DECLARE
  owned text;
BEGIN
  FOREACH owned IN ARRAY ARRAY['datasets', 'dataset_items', 'training_runs', 'releases', 'release_roles'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', owned);
    EXECUTE format(
      'CREATE POLICY own_workspace ON %I TO besunny_app USING (workspace_id = current_setting(''app.workspace_id'', true)) WITH CHECK (workspace_id = current_setting(''app.workspace_id'', true))',
      owned
    );
    EXECUTE format('CREATE POLICY platform ON %I FOR SELECT TO besunny_platform USING (true)', owned);
  END LOOP;
END $$;
