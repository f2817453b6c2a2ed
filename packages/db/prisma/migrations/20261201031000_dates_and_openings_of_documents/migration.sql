-- The day that a document itself bears; the day it arrived where it bears none. People filter by it and count by its year.
ALTER TABLE "documents" ADD COLUMN "dated_on" DATE NOT NULL DEFAULT CURRENT_DATE;

-- Policies are forced on the owner too, who is to see every workspace here.
ALTER TABLE "documents" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "document_facts" NO FORCE ROW LEVEL SECURITY;
UPDATE "documents" d SET "dated_on" = coalesce((
  SELECT f."date" FROM "document_facts" f
    JOIN unnest(ARRAY['date', 'invoice date', 'agreement date', 'issue date', 'quote date', 'order date', 'pay date', 'filing date', 'effective date'])
      WITH ORDINALITY AS own("name", "rank") ON own."name" = f."name"
   WHERE f."document_id" = d."id" AND f."date" IS NOT NULL ORDER BY own."rank", f."position" LIMIT 1
), d."created_at"::date);
ALTER TABLE "documents" FORCE ROW LEVEL SECURITY;
ALTER TABLE "document_facts" FORCE ROW LEVEL SECURITY;

CREATE INDEX "documents_workspace_id_dated_on_idx" ON "documents"("workspace_id", "dated_on");

-- Who has opened which document. A person's own rows alone are ever read.
CREATE TABLE "document_openings" (
    "document_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "document_openings_pkey" PRIMARY KEY ("document_id", "user_id"),
    CONSTRAINT "document_openings_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "documents"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "document_openings_workspace_id_user_id_idx" ON "document_openings"("workspace_id", "user_id");

GRANT SELECT, INSERT, UPDATE, DELETE ON "document_openings" TO besunny_app;
ALTER TABLE "document_openings" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "document_openings" FORCE ROW LEVEL SECURITY;
CREATE POLICY own_workspace ON "document_openings" TO besunny_app
  USING (workspace_id = current_setting('app.workspace_id', true))
  WITH CHECK (workspace_id = current_setting('app.workspace_id', true));
