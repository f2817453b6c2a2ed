-- CreateTable
CREATE TABLE "platform_audit_entries" (
    "id" TEXT NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "input" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "platform_audit_entries_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "platform_audit_entries_created_at_id_idx" ON "platform_audit_entries"("created_at", "id");

-- What an admin of the platform did is a fact: it is added, and never changes.
CREATE TRIGGER platform_audit_entries_immutable BEFORE UPDATE ON "platform_audit_entries" FOR EACH ROW EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON "platform_audit_entries" TO besunny_platform;
ALTER TABLE "platform_audit_entries" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "platform_audit_entries" FORCE ROW LEVEL SECURITY;
CREATE POLICY platform ON "platform_audit_entries" TO besunny_platform USING (true) WITH CHECK (true);
