-- What a workspace changed in the fields of a type: fields of its own, and standard ones that it switched off.
CREATE TABLE "card_fields" (
    "workspace_id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "meaning" TEXT NOT NULL,
    "labels" TEXT[],
    "is_on" BOOLEAN NOT NULL,
    "is_own" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "card_fields_pkey" PRIMARY KEY ("workspace_id", "type", "name"),
    CONSTRAINT "card_fields_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

GRANT SELECT, INSERT, UPDATE, DELETE ON "card_fields" TO besunny_app;
ALTER TABLE "card_fields" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "card_fields" FORCE ROW LEVEL SECURITY;
CREATE POLICY own_workspace ON "card_fields" TO besunny_app
  USING (workspace_id = current_setting('app.workspace_id', true))
  WITH CHECK (workspace_id = current_setting('app.workspace_id', true));
