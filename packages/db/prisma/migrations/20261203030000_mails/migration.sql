-- Which message a mail is, and which messages it names: its thread.
CREATE TABLE "document_mails" (
    "document_id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "message_id" TEXT,
    "related_ids" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "sender" TEXT NOT NULL,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "document_mails_pkey" PRIMARY KEY ("document_id"),
    CONSTRAINT "document_mails_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "documents"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "document_mails_workspace_id_message_id_idx" ON "document_mails"("workspace_id", "message_id");
CREATE INDEX "document_mails_related_ids_idx" ON "document_mails" USING GIN ("related_ids");

GRANT SELECT, INSERT, UPDATE, DELETE ON "document_mails" TO besunny_app;

ALTER TABLE "document_mails" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "document_mails" FORCE ROW LEVEL SECURITY;
CREATE POLICY own_workspace ON "document_mails" TO besunny_app
  USING (workspace_id = current_setting('app.workspace_id', true))
  WITH CHECK (workspace_id = current_setting('app.workspace_id', true));
