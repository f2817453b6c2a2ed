-- A notice that a report has been made.
ALTER TABLE "notices" ADD COLUMN "report_id" TEXT;
ALTER TABLE "notices" ADD CONSTRAINT "notices_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report_schedules"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "notices_report_id_idx" ON "notices"("report_id") WHERE "report_id" IS NOT NULL;
ALTER TABLE "notices" DROP CONSTRAINT "notices_kind",
ADD CONSTRAINT "notices_kind" CHECK ("kind" IN ('mention', 'comment', 'share', 'project', 'failure', 'review', 'view', 'due', 'budget', 'retirement', 'report'));
