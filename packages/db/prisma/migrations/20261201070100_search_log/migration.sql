-- What people of a workspace searched and asked, and what they opened of it.
CREATE TABLE "search_log" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "filters" JSONB NOT NULL DEFAULT '{}',
    "results" INTEGER NOT NULL,
    "took_ms" INTEGER NOT NULL,
    "by_meaning" INTEGER NOT NULL DEFAULT 0,
    "by_words" INTEGER NOT NULL DEFAULT 0,
    "is_declined" BOOLEAN NOT NULL DEFAULT false,
    "producer" TEXT,
    "opened_document_id" TEXT,
    "opened_rank" INTEGER,
    "opened_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "search_log_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "search_log_kind" CHECK ("kind" IN ('search', 'ask', 'suggestion')),
    CONSTRAINT "search_log_opened_document_id_fkey" FOREIGN KEY ("opened_document_id") REFERENCES "documents"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "search_log_workspace_id_created_at_id_idx" ON "search_log"("workspace_id", "created_at", "id");
CREATE INDEX "search_log_created_at_idx" ON "search_log"("created_at");
CREATE INDEX "search_log_opened_document_id_idx" ON "search_log"("opened_document_id");

GRANT SELECT, INSERT, UPDATE, DELETE ON "search_log" TO besunny_app;
-- The platform counts, and never reads what was searched. It deletes rows by their age.
GRANT SELECT ("id", "workspace_id", "kind", "results", "took_ms", "is_declined", "producer", "opened_rank", "created_at"), DELETE ON "search_log" TO besunny_platform;

ALTER TABLE "search_log" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "search_log" FORCE ROW LEVEL SECURITY;
CREATE POLICY own_workspace ON "search_log" TO besunny_app USING (workspace_id = current_setting('app.workspace_id', true)) WITH CHECK (workspace_id = current_setting('app.workspace_id', true));
CREATE POLICY platform ON "search_log" TO besunny_platform USING (true);
