-- A row of the audit log says by which session and from where somebody came, and why a call was refused. Where they came from, and all words, may be
-- erased one day: the chain binds them by a salted hash alone.
ALTER TABLE "audit_entries"
  ADD COLUMN "actor_session_id" TEXT,
  ADD COLUMN "ip" TEXT,
  ADD COLUMN "user_agent" TEXT,
  ADD COLUMN "reason" TEXT,
  ADD COLUMN "erased_at" TIMESTAMPTZ(3);
ALTER TABLE "platform_audit_entries"
  ADD COLUMN "actor_session_id" TEXT,
  ADD COLUMN "ip" TEXT,
  ADD COLUMN "user_agent" TEXT,
  ADD COLUMN "reason" TEXT,
  ADD COLUMN "erased_at" TIMESTAMPTZ(3);

-- RFC 8785, as before. Links that were written before have no `version`.
CREATE FUNCTION audit_text_2(
  link_seq bigint, chain text, entry_id text, at timestamptz, actor_kind text, actor_id text, actor_key_id text, actor_session_id text, operation text,
  door text, subjects text[], outcome text, error_code text, trace_id text, is_private boolean, details bytea
) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT '{"actorId":' || to_json(actor_id)::text
    || ',"actorKeyId":' || coalesce(to_json(actor_key_id)::text, 'null')
    || ',"actorKind":' || to_json(actor_kind)::text
    || ',"actorSessionId":' || coalesce(to_json(actor_session_id)::text, 'null')
    || ',"at":' || to_json(to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))::text
    || ',"details":' || to_json(encode(details, 'hex'))::text
    || ',"door":' || coalesce(to_json(door)::text, 'null')
    || ',"errorCode":' || coalesce(to_json(error_code)::text, 'null')
    || ',"id":' || to_json(entry_id)::text
    || ',"isPrivate":' || is_private::text
    || ',"operation":' || to_json(operation)::text
    || ',"outcome":' || to_json(outcome)::text
    || ',"seq":' || link_seq::text
    || ',"subjects":' || coalesce((SELECT '[' || string_agg(to_json(s)::text, ',' ORDER BY n) || ']' FROM unnest(subjects) WITH ORDINALITY AS u(s, n)), '[]')
    || ',"traceId":' || coalesce(to_json(trace_id)::text, 'null')
    || ',"version":2'
    || ',"workspaceId":' || to_json(chain)::text || '}'
$$;

CREATE FUNCTION audit_details_2(salt bytea, input jsonb, changes jsonb, ip text, user_agent text, reason text) RETURNS bytea LANGUAGE sql IMMUTABLE AS $$
  SELECT sha256(salt || convert_to(
    coalesce(input::text, '') || E'\n' || coalesce(changes::text, '') || E'\n' || coalesce(to_json(ip)::text, 'null') || E'\n'
      || coalesce(to_json(user_agent)::text, 'null') || E'\n' || coalesce(to_json(reason)::text, 'null'), 'UTF8'))
$$;

CREATE OR REPLACE FUNCTION link_audit_entry() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  entry jsonb := to_jsonb(NEW);
  chain text := coalesce(entry ->> 'workspace_id', 'platform');
  salt bytea := uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
  head audit_heads%ROWTYPE;
  link text;
  linked bytea;
BEGIN
  INSERT INTO audit_heads VALUES (chain, 0, '\x', NEW.created_at, NEW.created_at) ON CONFLICT (workspace_id) DO NOTHING;
  SELECT * INTO head FROM audit_heads WHERE workspace_id = chain FOR UPDATE;
  link := audit_text_2(
    head.seq + 1, chain, NEW.id, NEW.created_at, NEW.actor_kind, NEW.actor_id, entry ->> 'actor_key_id', NEW.actor_session_id, NEW.operation, NEW.door,
    NEW.subjects, NEW.outcome, NEW.error_code, NEW.trace_id, coalesce((entry ->> 'is_private')::boolean, false),
    audit_details_2(salt, NEW.input, NEW.changes, NEW.ip, NEW.user_agent, NEW.reason)
  );
  linked := sha256(head.hash || convert_to(link, 'UTF8'));
  INSERT INTO audit_links VALUES (chain, head.seq + 1, NEW.id, link, salt, linked);
  UPDATE audit_heads SET seq = head.seq + 1, hash = linked, at = NEW.created_at WHERE workspace_id = chain;
  RETURN NULL;
END $$;

-- A row never changes, save that its words go: input, changes, place and reason, never who did what to what. With them goes the salt of its link, so
-- that nobody can try words until one fits.
CREATE FUNCTION refuse_change_of_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.erased_at IS NOT NULL AND OLD.erased_at IS NULL AND NEW.input = '{}'::jsonb AND NEW.changes IS NULL AND NEW.ip IS NULL
     AND NEW.user_agent IS NULL AND NEW.reason IS NULL
     AND to_jsonb(NEW) - '{input,changes,ip,user_agent,reason,erased_at}'::text[] = to_jsonb(OLD) - '{input,changes,ip,user_agent,reason,erased_at}'::text[]
  THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'rows of % do not change', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE FUNCTION refuse_change_of_link() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.salt = '\x'::bytea AND to_jsonb(NEW) - 'salt' = to_jsonb(OLD) - 'salt' THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'rows of % do not change', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
DROP TRIGGER audit_entries_immutable ON "audit_entries";
DROP TRIGGER platform_audit_entries_immutable ON "platform_audit_entries";
DROP TRIGGER audit_links_immutable ON "audit_links";
CREATE TRIGGER audit_entries_immutable BEFORE UPDATE ON "audit_entries" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_entry();
CREATE TRIGGER platform_audit_entries_immutable BEFORE UPDATE ON "platform_audit_entries" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_entry();
CREATE TRIGGER audit_links_immutable BEFORE UPDATE ON "audit_links" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_link();

-- Erases the words of entries of one workspace, or of the platform's own log, and returns the ids of those that had words. The one who calls it writes
-- the entry that says so. It works for the workspace that the session is in, and for the platform.
CREATE FUNCTION erase_audit_words(chain text, ids text[], erased timestamptz) RETURNS SETOF text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  done text[];
BEGIN
  IF NOT pg_has_role(session_user, 'besunny_platform', 'member') AND chain IS DISTINCT FROM current_setting('app.workspace_id', true) THEN
    RAISE EXCEPTION 'this is the log of another workspace' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF chain = 'platform' THEN
    WITH gone AS (
      UPDATE platform_audit_entries SET input = '{}', changes = NULL, ip = NULL, user_agent = NULL, reason = NULL, erased_at = erased
       WHERE id = ANY (ids) AND erased_at IS NULL RETURNING id
    ) SELECT array_agg(id) INTO done FROM gone;
  ELSE
    WITH gone AS (
      UPDATE audit_entries SET input = '{}', changes = NULL, ip = NULL, user_agent = NULL, reason = NULL, erased_at = erased
       WHERE workspace_id = chain AND id = ANY (ids) AND erased_at IS NULL RETURNING id
    ) SELECT array_agg(id) INTO done FROM gone;
  END IF;
  UPDATE audit_links SET salt = '\x' WHERE workspace_id = chain AND entry_id = ANY (done);
  RETURN QUERY SELECT unnest(coalesce(done, ARRAY[]::text[]));
END $$;
REVOKE ALL ON FUNCTION erase_audit_words(text, text[], timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION erase_audit_words(text, text[], timestamptz) TO besunny_app, besunny_platform;
CREATE POLICY words ON "audit_entries" TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY words ON "platform_audit_entries" TO CURRENT_USER USING (true) WITH CHECK (true);
