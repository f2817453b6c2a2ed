-- Signed statements that something is gone which a receipt named as not gone yet. The receipt itself never changes.
CREATE TABLE "receipt_additions" (
    "receipt_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "key_id" TEXT NOT NULL,
    "signature" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "receipt_additions_pkey" PRIMARY KEY ("receipt_id", "number"),
    CONSTRAINT "receipt_additions_receipt_id_fkey" FOREIGN KEY ("receipt_id") REFERENCES "privacy_receipts"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- The first day on which something of a receipt is to be confirmed.
ALTER TABLE "privacy_receipts" ADD COLUMN "confirm_at" TIMESTAMPTZ(3);
UPDATE "privacy_receipts" r SET "confirm_at" = (SELECT min((n->>'until')::timestamptz) FROM jsonb_array_elements(r."text"::jsonb->'notYet') AS n) WHERE "open_until" IS NOT NULL;
CREATE INDEX "privacy_receipts_workspace_id_confirm_at_idx" ON "privacy_receipts"("workspace_id", "confirm_at");

GRANT SELECT, INSERT ON "receipt_additions" TO besunny_app;
GRANT UPDATE ("confirm_at") ON "privacy_receipts" TO besunny_app;
GRANT SELECT ("confirm_at") ON "privacy_receipts" TO besunny_platform;
ALTER TABLE "receipt_additions" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "receipt_additions" FORCE ROW LEVEL SECURITY;
CREATE POLICY own_workspace ON "receipt_additions" TO besunny_app USING (workspace_id = current_setting('app.workspace_id', true)) WITH CHECK (workspace_id = current_setting('app.workspace_id', true));
SELECT let_erase();
