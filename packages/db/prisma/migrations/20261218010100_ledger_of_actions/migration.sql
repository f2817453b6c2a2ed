-- A decision that is contradicted, and actions that are due.
ALTER TABLE "notices" DROP CONSTRAINT "notices_kind",
ADD CONSTRAINT "notices_kind" CHECK ("kind" IN ('mention', 'comment', 'share', 'project', 'failure', 'review', 'view', 'due', 'budget', 'retirement', 'report', 'drift', 'release', 'training', 'source', 'connection', 'push', 'brief', 'decision', 'action'));

-- Schedules find who is to be reminded, and which meetings local models understood in place of a hosted one. They read no words.
GRANT SELECT ("workspace_id", "owner_id", "state", "due_on", "reminded_on") ON "action_items" TO besunny_platform;
GRANT SELECT ("workspace_id", "user_id", "is_reminded", "zone") ON "meeting_wishes" TO besunny_platform;
GRANT SELECT ("id", "workspace_id", "document_id", "producer", "understood_at") ON "meetings" TO besunny_platform;

DO $$
DECLARE
  owned text;
BEGIN
  FOREACH owned IN ARRAY ARRAY['action_items', 'meeting_wishes', 'meetings'] LOOP
    EXECUTE format('CREATE POLICY platform ON %I FOR SELECT TO besunny_platform USING (true)', owned);
  END LOOP;
END $$;
