-- CreateTable
CREATE TABLE "entities" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "merged_into_id" TEXT,
    "root_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "entities_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "entity_mentions" (
    "document_id" TEXT NOT NULL,
    "entity_id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "confidence" DOUBLE PRECISION NOT NULL,
    "evidence" JSONB NOT NULL,

    CONSTRAINT "entity_mentions_pkey" PRIMARY KEY ("document_id","entity_id")
);

-- AlterTable
ALTER TABLE "documents" ADD COLUMN     "personal_kinds" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[];

-- CreateIndex
CREATE UNIQUE INDEX "entities_workspace_id_kind_key_key" ON "entities"("workspace_id", "kind", "key");

-- CreateIndex
CREATE INDEX "entities_workspace_id_root_id_idx" ON "entities"("workspace_id", "root_id");

-- CreateIndex
CREATE INDEX "entities_merged_into_id_idx" ON "entities"("merged_into_id");

-- CreateIndex
CREATE INDEX "entity_mentions_entity_id_idx" ON "entity_mentions"("entity_id");

-- CreateIndex
CREATE INDEX "entity_mentions_workspace_id_document_id_idx" ON "entity_mentions"("workspace_id", "document_id");

-- AddForeignKey
ALTER TABLE "entities" ADD CONSTRAINT "entities_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "entities"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entity_mentions" ADD CONSTRAINT "entity_mentions_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "documents"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entity_mentions" ADD CONSTRAINT "entity_mentions_entity_id_fkey" FOREIGN KEY ("entity_id") REFERENCES "entities"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the words may be.
ALTER TABLE "entities" ADD CONSTRAINT "entities_kind" CHECK ("kind" IN ('person', 'organisation', 'place'));

-- Names are text of documents, so the platform has no right to read them.
GRANT SELECT, INSERT, UPDATE, DELETE ON "entities", "entity_mentions" TO besunny_app;

DO $$
DECLARE
  owned text;
BEGIN
  FOREACH owned IN ARRAY ARRAY['entities', 'entity_mentions'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', owned);
    EXECUTE format(
      'CREATE POLICY own_workspace ON %I TO besunny_app USING (workspace_id = current_setting(''app.workspace_id'', true)) WITH CHECK (workspace_id = current_setting(''app.workspace_id'', true))',
      owned
    );
  END LOOP;
END $$;
