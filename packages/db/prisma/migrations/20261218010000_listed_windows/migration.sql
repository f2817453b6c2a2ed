-- The span of time that a listing of a calendar shows. Events outside of it are not gone for not being listed.
ALTER TABLE "sources" ADD COLUMN "listed_from" TIMESTAMPTZ(3), ADD COLUMN "listed_to" TIMESTAMPTZ(3);
