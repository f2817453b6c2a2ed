-- The next moment at which an automation is looked at: by its clock, or for the dates of documents.
ALTER TABLE "automations" ADD COLUMN "next_at" TIMESTAMPTZ(3);
CREATE INDEX "automations_next_at_idx" ON "automations"("next_at");
GRANT SELECT ("id", "workspace_id", "state", "next_at") ON "automations" TO besunny_platform;
CREATE POLICY platform ON "automations" FOR SELECT TO besunny_platform USING (true);
-- What the trigger of a run brought, beside the document.
ALTER TABLE "automation_runs" ADD COLUMN "given" JSONB NOT NULL DEFAULT '{}';
