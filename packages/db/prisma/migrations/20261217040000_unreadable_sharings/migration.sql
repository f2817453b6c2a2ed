-- A sharing that could not be read is kept as such: nobody sees it, and it is not asked for at every look.
ALTER TABLE "source_grants" DROP CONSTRAINT "source_grants_kind";
ALTER TABLE "source_grants" ADD CONSTRAINT "source_grants_kind" CHECK ("kind" IN ('user', 'group', 'domain', 'anyone', 'unreadable'));
