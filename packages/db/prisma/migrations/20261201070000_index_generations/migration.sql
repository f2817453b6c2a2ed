-- The indexes of passages that there are: one for each embedding model and form of the words. Exactly one serves.
CREATE TABLE "index_generations" (
    "id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "is_held" BOOLEAN NOT NULL DEFAULT false,
    "comparison" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "filled_at" TIMESTAMPTZ(3),
    "served_at" TIMESTAMPTZ(3),
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "index_generations_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "index_generations_state" CHECK ("state" IN ('filling', 'serving', 'retired'))
);
CREATE UNIQUE INDEX "index_generations_serving" ON "index_generations"("state") WHERE "state" = 'serving';

-- They are the platform's and hold counts alone: no workspace sees them.
GRANT SELECT, INSERT, UPDATE, DELETE ON "index_generations" TO besunny_platform;
ALTER TABLE "index_generations" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "index_generations" FORCE ROW LEVEL SECURITY;
CREATE POLICY platform ON "index_generations" TO besunny_platform USING (true) WITH CHECK (true);
