-- A price that nobody knows is no price of nothing; rows that are there keep what they say.
ALTER TABLE "classification_results" ALTER COLUMN "cost_usd" DROP NOT NULL,
ALTER COLUMN "cost_usd" DROP DEFAULT;

-- Why local models did a hosted model's work.
ALTER TABLE "classification_results" ADD COLUMN     "fallback_reason" TEXT;
