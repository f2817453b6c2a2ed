-- CreateTable
CREATE TABLE "idempotency_keys" (
    "workspace_id" TEXT NOT NULL,
    "actor_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "status" INTEGER,
    "media_type" TEXT,
    "body" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_keys_pkey" PRIMARY KEY ("workspace_id","actor_id","key")
);

-- CreateIndex
CREATE INDEX "idempotency_keys_workspace_id_created_at_idx" ON "idempotency_keys"("workspace_id", "created_at");

-- Answers hold what the caller may see of one workspace, so they are seen by besunny_app in that workspace alone.
GRANT SELECT, INSERT, UPDATE, DELETE ON "idempotency_keys" TO besunny_app;
ALTER TABLE "idempotency_keys" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "idempotency_keys" FORCE ROW LEVEL SECURITY;
CREATE POLICY own_workspace ON "idempotency_keys" TO besunny_app
  USING (workspace_id = current_setting('app.workspace_id', true))
  WITH CHECK (workspace_id = current_setting('app.workspace_id', true));
