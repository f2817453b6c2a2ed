-- The last test of each dependency of the installation, and the last one that passed.
CREATE TABLE "dependency_tests" (
    "name" TEXT NOT NULL,
    "tested_at" TIMESTAMPTZ(3) NOT NULL,
    "is_ok" BOOLEAN NOT NULL,
    "took_ms" INTEGER NOT NULL,
    "finding" TEXT,
    "problem" TEXT,
    "succeeded_at" TIMESTAMPTZ(3),
    CONSTRAINT "dependency_tests_pkey" PRIMARY KEY ("name")
);
GRANT SELECT, INSERT, UPDATE ON "dependency_tests" TO besunny_platform;
ALTER TABLE "dependency_tests" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "dependency_tests" FORCE ROW LEVEL SECURITY;
CREATE POLICY platform ON "dependency_tests" TO besunny_platform USING (true) WITH CHECK (true);

-- Admins see which migrations were applied. A database that only compares schemas has no such table.
DO $$
BEGIN
  IF to_regclass('_prisma_migrations') IS NOT NULL THEN
    GRANT SELECT ("migration_name", "finished_at", "rolled_back_at") ON "_prisma_migrations" TO besunny_platform;
  END IF;
END $$;
