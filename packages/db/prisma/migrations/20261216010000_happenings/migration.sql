-- What the outside may be told of: ids and no words. One row for each event of the outbox and each name, in the order of `seq`.
CREATE TABLE "happenings" (
    "seq" BIGSERIAL NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "event_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "document_id" TEXT,
    "data" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "happenings_pkey" PRIMARY KEY ("seq"),
    CONSTRAINT "happenings_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "happenings_once" ON "happenings"("event_id", "name", (coalesce("document_id", '')));
CREATE INDEX "happenings_workspace_id_seq_idx" ON "happenings"("workspace_id", "seq");
CREATE INDEX "happenings_at_idx" ON "happenings"("at");

GRANT SELECT ON "happenings" TO besunny_app;
GRANT SELECT, INSERT, DELETE ON "happenings" TO besunny_platform;
GRANT USAGE ON SEQUENCE "happenings_seq_seq" TO besunny_platform;
ALTER TABLE "happenings" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "happenings" FORCE ROW LEVEL SECURITY;
CREATE POLICY own_workspace ON "happenings" TO besunny_app
    USING (workspace_id = current_setting('app.workspace_id', true)) WITH CHECK (workspace_id = current_setting('app.workspace_id', true));
CREATE POLICY platform ON "happenings" TO besunny_platform USING (true) WITH CHECK (true);
