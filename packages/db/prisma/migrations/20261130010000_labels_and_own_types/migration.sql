-- A label is what a person said of a document: a correction or a confirmation. Labels replace corrections, whose rows move here.
CREATE TABLE "labels" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "document_id" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "value" TEXT,
    "before" TEXT,
    "source" TEXT NOT NULL,
    "by_id" TEXT NOT NULL,
    "shown_release" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "superseded_by_id" TEXT,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "labels_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "labels_source" CHECK ("source" IN ('correction', 'confirmation')),
    CONSTRAINT "labels_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "documents"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "labels_document_id_created_at_idx" ON "labels"("document_id", "created_at");
CREATE INDEX "labels_workspace_id_field_created_at_idx" ON "labels"("workspace_id", "field", "created_at");

INSERT INTO "labels" ("id", "workspace_id", "document_id", "field", "value", "before", "source", "by_id", "created_at", "superseded_by_id")
SELECT replace("id", 'cor_', 'lab_'), "workspace_id", "document_id", "field", "after", "before", 'correction', "by_id", "created_at",
       replace(lead("id") OVER (PARTITION BY "document_id", "field" ORDER BY "created_at", "id"), 'cor_', 'lab_')
  FROM "corrections";
DROP TABLE "corrections";

-- Of a document and a field one label applies.
CREATE UNIQUE INDEX "labels_in_force" ON "labels"("document_id", "field") WHERE "superseded_by_id" IS NULL AND "withdrawn_at" IS NULL;

-- The numbers of a document that others are compared with. `version` names the way in which they were made.
CREATE TABLE "document_features" (
    "document_id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "values" BYTEA NOT NULL,
    "excerpt" TEXT NOT NULL,

    CONSTRAINT "document_features_pkey" PRIMARY KEY ("document_id"),
    CONSTRAINT "document_features_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "documents"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "document_features_workspace_id_idx" ON "document_features"("workspace_id");

-- The types of a workspace that are not as they ship: its own ones, and the standard ones that it hides.
CREATE TABLE "document_types" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "definition" TEXT NOT NULL,
    "examples" TEXT[],
    "is_own" BOOLEAN NOT NULL,
    "hidden_at" TIMESTAMPTZ(3),
    "created_by_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "document_types_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "document_types_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "document_types_workspace_id_name_key" ON "document_types"("workspace_id", "name");

-- Documents of one type are counted, renamed and looked up.
CREATE INDEX "documents_workspace_id_type_idx" ON "documents"("workspace_id", "type");

-- What a person said stays said: a label is only superseded or withdrawn, or follows the new name of a type.
GRANT SELECT, INSERT, UPDATE ("value", "superseded_by_id", "withdrawn_at") ON "labels" TO besunny_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "document_features", "document_types" TO besunny_app;
GRANT SELECT ON "labels", "document_types" TO besunny_platform;

DO $$
DECLARE
  owned text;
BEGIN
  FOREACH owned IN ARRAY ARRAY['labels', 'document_features', 'document_types'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', owned);
    EXECUTE format(
      'CREATE POLICY own_workspace ON %I TO besunny_app USING (workspace_id = current_setting(''app.workspace_id'', true)) WITH CHECK (workspace_id = current_setting(''app.workspace_id'', true))',
      owned
    );
  END LOOP;
END $$;
CREATE POLICY platform ON "labels" TO besunny_platform USING (true);
CREATE POLICY platform ON "document_types" TO besunny_platform USING (true);
