-- What the first request was allowed to do is asked again before its answer is given to a second one. Answers from before that are
-- not known to have been allowed anything, so they are forgotten.
ALTER TABLE "idempotency_keys" NO FORCE ROW LEVEL SECURITY;
DELETE FROM "idempotency_keys";
ALTER TABLE "idempotency_keys" FORCE ROW LEVEL SECURITY;
ALTER TABLE "idempotency_keys" ADD COLUMN "actions" TEXT[];
