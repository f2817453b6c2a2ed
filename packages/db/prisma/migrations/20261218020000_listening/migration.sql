-- A worker listens at a source until then, or stays away from it that long after a listening that broke.
ALTER TABLE "sources" ADD COLUMN "listen_until" TIMESTAMPTZ(3), ADD COLUMN "listen_failures" INTEGER NOT NULL DEFAULT 0;
GRANT SELECT ("listen_until", "listen_failures"), UPDATE ("listen_until", "listen_failures") ON "sources" TO besunny_platform;
