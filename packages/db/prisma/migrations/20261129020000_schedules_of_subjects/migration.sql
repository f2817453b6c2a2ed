-- A schedule is named by its name and what it is for. The platform's own have no subject.
ALTER TABLE "schedules" ADD COLUMN "subject" TEXT NOT NULL DEFAULT '';
ALTER TABLE "schedule_runs" ADD COLUMN "subject" TEXT NOT NULL DEFAULT '';

ALTER TABLE "schedule_runs" DROP CONSTRAINT "schedule_runs_schedule_fkey";
ALTER TABLE "schedules" DROP CONSTRAINT "schedules_pkey", ADD CONSTRAINT "schedules_pkey" PRIMARY KEY ("name", "subject");
ALTER TABLE "schedule_runs" ADD CONSTRAINT "schedule_runs_schedule_subject_fkey" FOREIGN KEY ("schedule", "subject") REFERENCES "schedules"("name", "subject") ON DELETE CASCADE ON UPDATE CASCADE;

DROP INDEX "schedule_runs_schedule_created_at_id_idx";
CREATE INDEX "schedule_runs_schedule_subject_created_at_id_idx" ON "schedule_runs"("schedule", "subject", "created_at", "id");
