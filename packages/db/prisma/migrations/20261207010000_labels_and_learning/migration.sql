-- The screen or door through which a label came. Null: of before this was kept.
ALTER TABLE "labels" ADD COLUMN "place" TEXT;
ALTER TABLE "labels" ADD CONSTRAINT "labels_place" CHECK ("place" IN ('document', 'review', 'list', 'import', 'learning', 'api'));

-- Other names of a type, and whether models may give it without a person. A standard type that changed in these has a row too.
ALTER TABLE "document_types" ADD COLUMN "synonyms" TEXT[] NOT NULL DEFAULT '{}';
ALTER TABLE "document_types" ADD COLUMN "is_only_suggested" BOOLEAN NOT NULL DEFAULT false;

-- Finds the results that follow a labelled document.
CREATE INDEX "classification_results_like_idx" ON "classification_results" USING gin (("statements" #> '{type,like}') jsonb_path_ops);

-- Documents whose likeness to others shall propose no type any more.
CREATE TABLE "unproposed_documents" (
    "document_id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "by_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "unproposed_documents_pkey" PRIMARY KEY ("document_id"),
    CONSTRAINT "unproposed_documents_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "documents"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "unproposed_documents_workspace_id_idx" ON "unproposed_documents"("workspace_id");

GRANT SELECT, INSERT, DELETE ON "unproposed_documents" TO besunny_app;
GRANT SELECT ON "unproposed_documents" TO besunny_platform;
ALTER TABLE "unproposed_documents" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "unproposed_documents" FORCE ROW LEVEL SECURITY;
CREATE POLICY own_workspace ON "unproposed_documents" TO besunny_app USING (workspace_id = current_setting('app.workspace_id', true)) WITH CHECK (workspace_id = current_setting('app.workspace_id', true));
CREATE POLICY platform ON "unproposed_documents" FOR SELECT TO besunny_platform USING (true);
