-- The release with which a result was found; null for results of before.
ALTER TABLE "classification_results" ADD COLUMN "release_id" TEXT;
ALTER TABLE "classification_results" ADD CONSTRAINT "classification_results_release_id_fkey"
  FOREIGN KEY ("release_id") REFERENCES "releases"("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX "classification_results_release_id_idx" ON "classification_results"("release_id");

-- What the shipped model alone said of the document, so that any release can be tried on it without reading it again.
ALTER TABLE "document_features" ADD COLUMN "guess" JSONB;

-- The same parts are the same release.
CREATE UNIQUE INDEX "releases_workspace_id_checksum_key" ON "releases"("workspace_id", "checksum");

-- Which release decided from when on, and why. Rolling back adds a row.
CREATE TABLE "release_changes" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "release_id" TEXT NOT NULL,
    "before_id" TEXT,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "by_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "release_changes_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "release_changes_kind" CHECK ("kind" IN ('first', 'followed', 'promoted', 'rolled-back', 'fell-back')),
    CONSTRAINT "release_changes_release_id_fkey" FOREIGN KEY ("release_id") REFERENCES "releases"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "release_changes_workspace_id_created_at_idx" ON "release_changes"("workspace_id", "created_at");
CREATE INDEX "release_changes_release_id_idx" ON "release_changes"("release_id");

GRANT SELECT, INSERT ON "release_changes" TO besunny_app;
GRANT SELECT ON "release_changes" TO besunny_platform;
ALTER TABLE "release_changes" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "release_changes" FORCE ROW LEVEL SECURITY;
CREATE POLICY own_workspace ON "release_changes" TO besunny_app
  USING (workspace_id = current_setting('app.workspace_id', true))
  WITH CHECK (workspace_id = current_setting('app.workspace_id', true));
CREATE POLICY platform ON "release_changes" FOR SELECT TO besunny_platform USING (true);
