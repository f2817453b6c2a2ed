-- The audit log proves itself. Each entry is in a chain: its hash covers its own words and the hash before it. What was given and changed is
-- covered by a salted hash alone, so that it can be erased and the chain still holds. The chain of `platform` is that of the platform's own log.
CREATE TABLE "audit_links" (
    "workspace_id" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "entry_id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "salt" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_links_pkey" PRIMARY KEY ("workspace_id", "seq")
);
CREATE UNIQUE INDEX "audit_links_entry_id_key" ON "audit_links"("entry_id");

-- The end of each chain. A new entry waits for it, so that no two have the same place.
CREATE TABLE "audit_heads" (
    "workspace_id" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,
    "began_at" TIMESTAMPTZ(3) NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "audit_heads_pkey" PRIMARY KEY ("workspace_id")
);

-- RFC 8785: the keys in order, no white space. PostgreSQL writes texts in JSON as that rule does.
CREATE FUNCTION audit_text(
  link_seq bigint, chain text, entry_id text, at timestamptz, actor_kind text, actor_id text, actor_key_id text, operation text, door text,
  subjects text[], outcome text, error_code text, trace_id text, is_private boolean, details bytea
) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT '{"actorId":' || to_json(actor_id)::text
    || ',"actorKeyId":' || coalesce(to_json(actor_key_id)::text, 'null')
    || ',"actorKind":' || to_json(actor_kind)::text
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
    || ',"workspaceId":' || to_json(chain)::text || '}'
$$;

-- What was given and changed, bound to a salt that nobody can guess.
CREATE FUNCTION audit_details(salt bytea, input jsonb, changes jsonb) RETURNS bytea LANGUAGE sql IMMUTABLE AS $$
  SELECT sha256(salt || convert_to(coalesce(input::text, '') || E'\n' || coalesce(changes::text, ''), 'UTF8'))
$$;

CREATE FUNCTION link_audit_entry() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
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
  link := audit_text(
    head.seq + 1, chain, NEW.id, NEW.created_at, NEW.actor_kind, NEW.actor_id, entry ->> 'actor_key_id', NEW.operation, NEW.door,
    NEW.subjects, NEW.outcome, NEW.error_code, NEW.trace_id, coalesce((entry ->> 'is_private')::boolean, false),
    audit_details(salt, NEW.input, NEW.changes)
  );
  linked := sha256(head.hash || convert_to(link, 'UTF8'));
  INSERT INTO audit_links VALUES (chain, head.seq + 1, NEW.id, link, salt, linked);
  UPDATE audit_heads SET seq = head.seq + 1, hash = linked, at = NEW.created_at WHERE workspace_id = chain;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION link_audit_entry() FROM PUBLIC;
CREATE TRIGGER audit_entries_linked AFTER INSERT ON "audit_entries" FOR EACH ROW EXECUTE FUNCTION link_audit_entry();
CREATE TRIGGER platform_audit_entries_linked AFTER INSERT ON "platform_audit_entries" FOR EACH ROW EXECUTE FUNCTION link_audit_entry();
CREATE TRIGGER audit_links_immutable BEFORE UPDATE ON "audit_links" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- The roles of the application read chains. The trigger alone writes them, as the owner of the tables.
GRANT SELECT ON "audit_links", "audit_heads" TO besunny_app, besunny_platform;
DO $$
DECLARE
  owned text;
BEGIN
  FOREACH owned IN ARRAY ARRAY['audit_links', 'audit_heads'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', owned);
    EXECUTE format('CREATE POLICY own_workspace ON %I FOR SELECT TO besunny_app USING (workspace_id = current_setting(''app.workspace_id'', true))', owned);
    EXECUTE format('CREATE POLICY platform ON %I FOR SELECT TO besunny_platform USING (true)', owned);
    EXECUTE format('CREATE POLICY chain ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', owned);
  END LOOP;
END $$;

-- Links hold ids of what entries are about, and history is kept.
CREATE OR REPLACE FUNCTION leftovers_of(ids text[], phrases text[]) RETURNS TABLE(store text, amount bigint) LANGUAGE plpgsql STABLE SECURITY INVOKER AS $$
DECLARE
  held record;
  needles text[];
BEGIN
  FOR held IN
    SELECT c.relname::text AS name, bool_or(a.attname = 'document_id') AS is_of_document
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> 'deletion_checks'
       AND has_table_privilege(c.oid, 'select')
     GROUP BY 1 HAVING bool_or(a.attname = 'workspace_id')
  LOOP
    store := held.name;
    IF held.name = 'documents' THEN
      SELECT count(*) INTO amount FROM documents WHERE id = ANY (ids);
    ELSIF held.is_of_document THEN
      EXECUTE format('SELECT count(*) FROM %I WHERE document_id = ANY ($1)', held.name) INTO amount USING ids;
    ELSE
      needles := CASE WHEN held.name IN ('audit_entries', 'audit_links', 'outbox') THEN phrases ELSE ids || phrases END;
      EXECUTE format('SELECT count(*) FROM %I t WHERE EXISTS (SELECT 1 FROM unnest($1) n WHERE strpos(t::text, n) > 0)', held.name)
        INTO amount USING needles;
    END IF;
    IF amount > 0 THEN RETURN NEXT; END IF;
  END LOOP;
END $$;
