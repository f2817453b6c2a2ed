-- By these numbers documents with nearly the same text are found. A document without enough text has no row: it is like no other.
CREATE TABLE "document_likeness" (
    "document_id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "text_hash" TEXT NOT NULL,
    "signature" INTEGER[] NOT NULL,
    "bands" INTEGER[] NOT NULL,

    CONSTRAINT "document_likeness_pkey" PRIMARY KEY ("document_id"),
    CONSTRAINT "document_likeness_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "documents"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "document_likeness_workspace_id_text_hash_idx" ON "document_likeness"("workspace_id", "text_hash");
CREATE INDEX "document_likeness_bands_idx" ON "document_likeness" USING GIN ("bands");

-- Hashes of texts tell which texts are equal, so the platform has no right to read them.
GRANT SELECT, INSERT, UPDATE, DELETE ON "document_likeness" TO besunny_app;
ALTER TABLE "document_likeness" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "document_likeness" FORCE ROW LEVEL SECURITY;
CREATE POLICY own_workspace ON "document_likeness" TO besunny_app
  USING (workspace_id = current_setting('app.workspace_id', true))
  WITH CHECK (workspace_id = current_setting('app.workspace_id', true));
