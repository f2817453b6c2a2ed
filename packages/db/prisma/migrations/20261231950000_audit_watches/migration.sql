-- A filter of the audit log under a name. Who wants it is told of new entries that fit.
CREATE TABLE "audit_watches" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "filter" JSONB NOT NULL,
    "tells" TEXT NOT NULL,
    "made_by_id" TEXT NOT NULL,
    "seen_seq" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audit_watches_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "audit_watches_tells" CHECK ("tells" IN ('nobody', 'maker', 'admins'))
);
CREATE UNIQUE INDEX "audit_watches_workspace_id_name_key" ON "audit_watches"("workspace_id", "name");

ALTER TABLE "notices" ADD COLUMN "watch_id" TEXT;
ALTER TABLE "notices" ADD CONSTRAINT "notices_watch_id_fkey" FOREIGN KEY ("watch_id") REFERENCES "audit_watches"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "notices_watch_id_idx" ON "notices"("watch_id") WHERE "watch_id" IS NOT NULL;

GRANT SELECT, INSERT, UPDATE, DELETE ON "audit_watches" TO besunny_app;
GRANT SELECT ("id", "workspace_id", "tells", "seen_seq") ON "audit_watches" TO besunny_platform;
ALTER TABLE "audit_watches" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "audit_watches" FORCE ROW LEVEL SECURITY;
CREATE POLICY own_workspace ON "audit_watches" TO besunny_app USING (workspace_id = current_setting('app.workspace_id', true)) WITH CHECK (workspace_id = current_setting('app.workspace_id', true));
CREATE POLICY platform ON "audit_watches" FOR SELECT TO besunny_platform USING (true);
SELECT let_erase();

DO $$
DECLARE
  kinds text := (SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = 'notices_kind');
BEGIN
  ALTER TABLE "notices" DROP CONSTRAINT "notices_kind";
  EXECUTE 'ALTER TABLE "notices" ADD CONSTRAINT "notices_kind" ' || replace(kinds, 'ARRAY[', 'ARRAY[''watch''::text, ');
END $$;
