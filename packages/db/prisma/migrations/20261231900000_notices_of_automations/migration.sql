-- Automations ask people, and say when one was paused.
DO $$
DECLARE
  kinds text := (SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = 'notices_kind');
BEGIN
  ALTER TABLE "notices" DROP CONSTRAINT "notices_kind";
  EXECUTE 'ALTER TABLE "notices" ADD CONSTRAINT "notices_kind" ' || replace(kinds, 'ARRAY[', 'ARRAY[''approval''::text, ''automation''::text, ');
END $$;
