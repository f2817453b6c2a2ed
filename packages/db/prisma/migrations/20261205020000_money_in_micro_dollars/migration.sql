-- Money is in millionths of a US dollar everywhere. A null cost is unknown.
ALTER TABLE "classification_results" ADD COLUMN "cost_micro" BIGINT, ADD COLUMN "fallback_cause" TEXT;

-- The owner's own rows, for a moment.
ALTER TABLE "classification_results" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "conversation_turns" NO FORCE ROW LEVEL SECURITY;
UPDATE "classification_results" SET "cost_micro" = ceil(round(("cost_usd" * 1000000)::numeric, 6)) WHERE "cost_usd" IS NOT NULL;
UPDATE "conversation_turns" SET "outcome" = jsonb_set("outcome", '{cost}', ("outcome"->'cost') - 'usd' || jsonb_build_object(
    'microUsd', ceil(round(("outcome"->'cost'->>'usd')::numeric * 1000000, 6))))
  WHERE "outcome"->'cost' ? 'usd';
ALTER TABLE "classification_results" FORCE ROW LEVEL SECURITY;
ALTER TABLE "conversation_turns" FORCE ROW LEVEL SECURITY;

ALTER TABLE "classification_results" DROP COLUMN "cost_usd";
-- Finds what local models did for want of money.
CREATE INDEX "classification_results_degraded" ON "classification_results"("workspace_id", "created_at") WHERE "fallback_cause" IS NOT NULL;
