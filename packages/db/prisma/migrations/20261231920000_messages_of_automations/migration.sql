-- A step of an automation tells people something, in words that its owner wrote.
ALTER TABLE "notices" ADD COLUMN "words" TEXT;
DO $$
DECLARE
  kinds text := (SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = 'notices_kind');
BEGIN
  ALTER TABLE "notices" DROP CONSTRAINT "notices_kind";
  EXECUTE 'ALTER TABLE "notices" ADD CONSTRAINT "notices_kind" ' || replace(kinds, 'ARRAY[', 'ARRAY[''told''::text, ');
END $$;
