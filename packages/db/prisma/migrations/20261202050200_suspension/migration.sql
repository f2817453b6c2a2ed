-- Platform admins look after workspaces and people: they suspend and resume them, make workspaces, invite, and end sessions.
ALTER TABLE "workspaces" ADD COLUMN "suspended_at" TIMESTAMPTZ(3);
ALTER TABLE "users" ADD COLUMN "suspended_at" TIMESTAMPTZ(3);

-- An admin of the platform makes a workspace for somebody who has no account yet, who then comes as its owner.
ALTER TABLE "invitations" DROP CONSTRAINT "invitations_role";
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_role" CHECK ("role" IN ('owner', 'admin', 'member', 'viewer'));

GRANT INSERT, UPDATE ("suspended_at") ON "workspaces" TO besunny_platform;
GRANT SELECT ("suspended_at"), UPDATE ("suspended_at") ON "users" TO besunny_platform;
GRANT INSERT, UPDATE ("role") ON "memberships" TO besunny_platform;
GRANT SELECT ("id", "workspace_id", "email", "role", "invited_by_id", "created_at", "expires_at", "accepted_at", "revoked_at"),
  INSERT, UPDATE ("revoked_at") ON "invitations" TO besunny_platform;
GRANT SELECT ("id", "user_id", "app", "user_agent", "ip", "created_at", "last_seen_at"), UPDATE ("revoked_at")
  ON "sessions" TO besunny_platform;
GRANT INSERT ON "password_resets", "audit_entries" TO besunny_platform;

-- Whoever has a stream open in a workspace that is suspended asks again.
CREATE FUNCTION announce_rights_of_members() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('besunny_rights', json_build_object('userId', m."user_id")::text)
  FROM "memberships" m WHERE m."workspace_id" = NEW."id";
  RETURN NULL;
END $$;
CREATE TRIGGER workspaces_suspended AFTER UPDATE ON "workspaces" FOR EACH ROW
  WHEN (NEW."suspended_at" IS DISTINCT FROM OLD."suspended_at")
  EXECUTE FUNCTION announce_rights_of_members();
CREATE TRIGGER users_suspended AFTER UPDATE ON "users" FOR EACH ROW
  WHEN (NEW."suspended_at" IS DISTINCT FROM OLD."suspended_at")
  EXECUTE FUNCTION announce_rights_of_user();
