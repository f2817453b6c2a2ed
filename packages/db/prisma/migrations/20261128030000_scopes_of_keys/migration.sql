-- AlterTable
ALTER TABLE "api_keys" ADD COLUMN     "made_with_id" TEXT,
ADD COLUMN     "scopes" TEXT[] DEFAULT ARRAY['read', 'write']::TEXT[];

-- AlterTable
ALTER TABLE "audit_entries" ADD COLUMN     "actor_key_id" TEXT;

-- What the words may be.
ALTER TABLE "api_keys" ALTER COLUMN "scopes" SET NOT NULL;
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_scopes" CHECK ("scopes" <@ ARRAY['read', 'write', 'delete', 'members', 'keys'] AND cardinality("scopes") > 0);

-- Keys of people who left before leaving ended them: they must not wake up when the person joins again. Not even the owner of a table
-- sees its rows while row-level security is forced.
ALTER TABLE "api_keys" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "memberships" NO FORCE ROW LEVEL SECURITY;
UPDATE "api_keys" k SET "revoked_at" = now()
WHERE k."revoked_at" IS NULL AND NOT EXISTS (
  SELECT FROM "memberships" m WHERE m."workspace_id" = k."workspace_id" AND m."user_id" = k."user_id"
);
ALTER TABLE "api_keys" FORCE ROW LEVEL SECURITY;
ALTER TABLE "memberships" FORCE ROW LEVEL SECURITY;
