-- A link that shows one document to whoever has it, until it runs out or is revoked.
CREATE TABLE "document_links" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "document_id" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "may_download" BOOLEAN NOT NULL,
    "created_by_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "opened_count" INTEGER NOT NULL DEFAULT 0,
    "last_opened_at" TIMESTAMPTZ(3),

    CONSTRAINT "document_links_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "document_links_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "documents"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "document_links_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "document_links_token_hash_key" ON "document_links"("token_hash");
CREATE INDEX "document_links_document_id_idx" ON "document_links"("document_id");
CREATE INDEX "document_links_workspace_id_idx" ON "document_links"("workspace_id");

GRANT SELECT, INSERT, UPDATE, DELETE ON "document_links" TO besunny_app;
GRANT SELECT ON "document_links" TO besunny_identity;

ALTER TABLE "document_links" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "document_links" FORCE ROW LEVEL SECURITY;
CREATE POLICY own_workspace ON "document_links" TO besunny_app
  USING (workspace_id = current_setting('app.workspace_id', true)) WITH CHECK (workspace_id = current_setting('app.workspace_id', true));
CREATE POLICY identity ON "document_links" TO besunny_identity USING (true) WITH CHECK (true);
