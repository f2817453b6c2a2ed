-- Automations ask people, and say when one was paused.
ALTER TABLE "notices" DROP CONSTRAINT "notices_kind",
ADD CONSTRAINT "notices_kind" CHECK ("kind" IN ('mention', 'comment', 'share', 'project', 'failure', 'review', 'view', 'due', 'budget', 'retirement', 'report', 'drift', 'release', 'training', 'source', 'connection', 'push', 'brief', 'decision', 'action', 'quota', 'billing', 'look', 'approval', 'automation'));
