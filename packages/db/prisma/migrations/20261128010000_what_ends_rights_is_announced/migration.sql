-- Open streams and sockets were allowed once. Whatever changes what a person may do is announced by the table itself, so that no way of
-- changing it can forget to; who holds a stream of that person then asks again.
CREATE FUNCTION announce_rights() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed jsonb := to_jsonb(COALESCE(NEW, OLD));
BEGIN
  PERFORM pg_notify('besunny_rights', json_build_object('userId', changed ->> 'user_id')::text);
  RETURN NULL;
END $$;

CREATE FUNCTION announce_rights_of_user() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('besunny_rights', json_build_object('userId', NEW."id")::text);
  RETURN NULL;
END $$;

CREATE TRIGGER sessions_end AFTER UPDATE ON "sessions" FOR EACH ROW
  WHEN (NEW."revoked_at" IS DISTINCT FROM OLD."revoked_at" OR NEW."expires_at" IS DISTINCT FROM OLD."expires_at")
  EXECUTE FUNCTION announce_rights();
CREATE TRIGGER sessions_gone AFTER DELETE ON "sessions" FOR EACH ROW
  WHEN (OLD."revoked_at" IS NULL)
  EXECUTE FUNCTION announce_rights();
CREATE TRIGGER api_keys_end AFTER UPDATE ON "api_keys" FOR EACH ROW
  WHEN (NEW."revoked_at" IS DISTINCT FROM OLD."revoked_at" OR NEW."expires_at" IS DISTINCT FROM OLD."expires_at")
  EXECUTE FUNCTION announce_rights();
CREATE TRIGGER memberships_change AFTER UPDATE OR DELETE ON "memberships" FOR EACH ROW EXECUTE FUNCTION announce_rights();
CREATE TRIGGER project_members_change AFTER INSERT OR UPDATE OR DELETE ON "project_members" FOR EACH ROW
  EXECUTE FUNCTION announce_rights();
CREATE TRIGGER users_change AFTER UPDATE ON "users" FOR EACH ROW
  WHEN (NEW."is_platform_admin" IS DISTINCT FROM OLD."is_platform_admin")
  EXECUTE FUNCTION announce_rights_of_user();
