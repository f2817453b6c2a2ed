-- A source that asks before it removes much, an account that has to be connected again, and one that no longer says when something changes.
ALTER TABLE "notices" ADD COLUMN "source_id" TEXT, ADD COLUMN "connection_id" TEXT;
ALTER TABLE "notices" ADD CONSTRAINT "notices_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "notices" ADD CONSTRAINT "notices_connection_id_fkey" FOREIGN KEY ("connection_id") REFERENCES "connections"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "notices_source_id_idx" ON "notices"("source_id") WHERE "source_id" IS NOT NULL;
CREATE INDEX "notices_connection_id_idx" ON "notices"("connection_id") WHERE "connection_id" IS NOT NULL;
ALTER TABLE "notices" DROP CONSTRAINT "notices_kind",
ADD CONSTRAINT "notices_kind" CHECK ("kind" IN ('mention', 'comment', 'share', 'project', 'failure', 'review', 'view', 'due', 'budget', 'retirement', 'report', 'drift', 'release', 'training', 'source', 'connection', 'push'));
