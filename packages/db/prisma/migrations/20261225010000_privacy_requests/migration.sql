-- What people ask about their data. `subject` holds their names and addresses until the request is over.
CREATE TABLE "privacy_requests" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "subject" JSONB NOT NULL,
    "subject_hash" TEXT NOT NULL,
    "user_id" TEXT,
    "choices" JSONB NOT NULL DEFAULT '{}',
    "rest" JSONB,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "extended_reason" TEXT,
    "created_by_id" TEXT,
    "confirmed_by_id" TEXT,
    "confirmed_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "receipt_id" TEXT,

    CONSTRAINT "privacy_requests_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "privacy_requests_kind" CHECK ("kind" IN ('access', 'erase', 'rectify', 'restrict')),
    CONSTRAINT "privacy_requests_state" CHECK ("state" IN ('open', 'working', 'done', 'refused'))
);
CREATE INDEX "privacy_requests_workspace_id_asked_at_id_idx" ON "privacy_requests"("workspace_id", "asked_at", "id");
GRANT SELECT, INSERT, UPDATE ON "privacy_requests" TO besunny_app;
GRANT SELECT ("id", "workspace_id", "kind", "state", "asked_at", "due_at", "ended_at") ON "privacy_requests" TO besunny_platform;
ALTER TABLE "privacy_requests" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "privacy_requests" FORCE ROW LEVEL SECURITY;
CREATE POLICY own_workspace ON "privacy_requests" TO besunny_app USING (workspace_id = current_setting('app.workspace_id', true)) WITH CHECK (workspace_id = current_setting('app.workspace_id', true));
CREATE POLICY platform ON "privacy_requests" FOR SELECT TO besunny_platform USING (true);

-- Facts do not change, but where a person is erased: that is done by the function below alone.
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('app.erasing', true) = 'on' AND TG_TABLE_NAME = 'classification_results' THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'rows of % do not change', TG_TABLE_NAME;
END $$;

-- Puts a block in the place of each letter of what matches, so that every place in the text stays true.
CREATE FUNCTION masked(given text, pattern text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  found text;
BEGIN
  FOR found IN SELECT DISTINCT m[1] FROM regexp_matches(given, '(' || pattern || ')', 'gi') AS m LOOP
    given := replace(given, found, regexp_replace(regexp_replace(found, '[\U00010000-\U0010ffff]', '██', 'g'), '\S', '█', 'g'));
  END LOOP;
  RETURN given;
END $$;

CREATE FUNCTION masked(given jsonb, pattern text) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  CASE jsonb_typeof(given)
    WHEN 'string' THEN RETURN to_jsonb(masked(given #>> '{}', pattern));
    WHEN 'array' THEN RETURN coalesce((SELECT jsonb_agg(masked(e, pattern) ORDER BY n) FROM jsonb_array_elements(given) WITH ORDINALITY AS a(e, n)), given);
    WHEN 'object' THEN RETURN coalesce((SELECT jsonb_object_agg(masked(k, pattern), masked(v, pattern)) FROM jsonb_each(given) AS o(k, v)), given);
    ELSE RETURN given;
  END CASE;
END $$;

CREATE FUNCTION masked(given text[], pattern text) RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(array_agg(masked(e, pattern) ORDER BY n), given) FROM unnest(given) WITH ORDINALITY AS a(e, n)
$$;

-- The text of a row or of JSON with a space for each line's end, so that words are found beside it.
CREATE FUNCTION unescaped(given text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT regexp_replace(given, '\\+[nrtbf]', ' ', 'g')
$$;

-- Tables of a workspace that hold words of people. The log erases its words in its own way; requests and receipts hold hashes in the end.
CREATE FUNCTION tables_with_words() RETURNS TABLE(name text, of_document text) LANGUAGE sql STABLE AS $$
  SELECT c.relname::text,
         CASE WHEN c.relname = 'documents' THEN 'id = ANY ($2)'
              WHEN bool_or(a.attname = 'document_id') THEN 'document_id = ANY ($2)'
              WHEN bool_or(a.attname = 'meeting_id') THEN 'meeting_id IN (SELECT id FROM meetings WHERE document_id = ANY ($2))'
              WHEN c.relname = 'entities' THEN 'id IN (SELECT entity_id FROM entity_mentions WHERE document_id = ANY ($2))'
              ELSE 'false' END
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
   WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
     AND c.relname NOT IN ('audit_entries', 'audit_links', 'audit_heads', 'privacy_requests', 'privacy_receipts', 'deletion_checks', 'releases', 'redaction_policies')
   GROUP BY c.oid, c.relname HAVING bool_or(a.attname = 'workspace_id')
$$;

-- Lets the owner of the tables, whom the function below runs as, see the rows of the workspace that is named while a person is erased.
CREATE FUNCTION let_erase() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  held record;
BEGIN
  FOR held IN SELECT name FROM tables_with_words() UNION SELECT 'privacy_requests' UNION SELECT 'audit_entries' LOOP
    IF NOT EXISTS (SELECT FROM pg_policies WHERE schemaname = 'public' AND tablename = held.name AND policyname = 'erasing') THEN
      EXECUTE format('CREATE POLICY erasing ON %I TO CURRENT_USER USING (workspace_id = current_setting(''app.workspace_id'', true)) WITH CHECK (workspace_id = current_setting(''app.workspace_id'', true))', held.name);
    END IF;
  END LOOP;
END $$;
SELECT let_erase();

-- Erases words of a person from every table of the workspace that is named, but from the documents that are kept. Returns the rows by table.
CREATE FUNCTION erase_words(pattern text, kept text[]) RETURNS TABLE(store text, amount bigint) LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  held record;
  assigned text;
  clause text;
BEGIN
  PERFORM let_erase();
  PERFORM set_config('app.erasing', 'on', true);
  FOREACH store IN ARRAY ARRAY['entity_mentions', 'search_log', 'invitations', 'source_people', 'source_grants'] LOOP
    EXECUTE format('DELETE FROM %I t WHERE unescaped(t::text) ~* $1 AND NOT (%s)', store, (SELECT of_document FROM tables_with_words() WHERE name = store)) USING pattern, kept;
    GET DIAGNOSTICS amount = ROW_COUNT;
    IF amount > 0 THEN RETURN NEXT; END IF;
  END LOOP;
  store := 'entities';
  DELETE FROM entities e WHERE e.key ~* pattern AND NOT EXISTS (SELECT FROM entity_mentions m WHERE m.entity_id = e.id);
  GET DIAGNOSTICS amount = ROW_COUNT;
  IF amount > 0 THEN RETURN NEXT; END IF;
  FOR held IN SELECT name, of_document FROM tables_with_words() WHERE name <> 'entities' ORDER BY 1 LOOP
    SELECT string_agg(format('%I = masked(%I, $1)', a.attname, a.attname), ', '), string_agg(format(CASE WHEN a.atttypid = 'text'::regtype THEN '%I ~* $1' ELSE 'unescaped(%I::text) ~* $1' END, a.attname), ' OR ')
      INTO assigned, clause
      FROM pg_attribute a
     WHERE a.attrelid = format('public.%I', held.name)::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
       AND a.atttypid IN ('text'::regtype, 'text[]'::regtype, 'jsonb'::regtype)
       AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conrelid = a.attrelid AND k.contype IN ('p', 'f', 'u') AND a.attnum = ANY (k.conkey));
    CONTINUE WHEN assigned IS NULL;
    EXECUTE format('UPDATE %I SET %s WHERE (%s) AND NOT (%s)', held.name, assigned, clause, held.of_document) USING pattern, kept;
    GET DIAGNOSTICS amount = ROW_COUNT;
    store := held.name;
    IF amount > 0 THEN RETURN NEXT; END IF;
  END LOOP;
  PERFORM set_config('app.erasing', 'off', true);
END $$;
REVOKE ALL ON FUNCTION erase_words(text, text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION erase_words(text, text[]) TO besunny_app;

-- Counts the rows of the workspace that still hold such words, by table, the log and requests among them.
CREATE FUNCTION traces_of(pattern text, kept text[]) RETURNS TABLE(store text, amount bigint) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
DECLARE
  held record;
BEGIN
  FOR held IN SELECT name, of_document FROM tables_with_words() UNION ALL SELECT 'audit_entries', 'false' UNION ALL SELECT 'privacy_requests', 'false' LOOP
    EXECUTE format('SELECT count(*) FROM %I t WHERE unescaped(t::text) ~* $1 AND NOT (%s)', held.name, held.of_document) INTO amount USING pattern, kept;
    store := held.name;
    IF amount > 0 THEN RETURN NEXT; END IF;
  END LOOP;
END $$;
REVOKE ALL ON FUNCTION traces_of(text, text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION traces_of(text, text[]) TO besunny_app;

-- Requests name the documents that were looked at, as the log does.
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
      needles := CASE WHEN held.name IN ('audit_entries', 'audit_links', 'outbox', 'privacy_receipts', 'privacy_requests') THEN phrases ELSE ids || phrases END;
      EXECUTE format('SELECT count(*) FROM %I t WHERE EXISTS (SELECT 1 FROM unnest($1) n WHERE strpos(t::text, n) > 0)', held.name)
        INTO amount USING needles;
    END IF;
    IF amount > 0 THEN RETURN NEXT; END IF;
  END LOOP;
END $$;

-- Removes the account of a person whose erasure was confirmed here and who belongs to no workspace any more.
CREATE POLICY erasing_account ON "users" TO CURRENT_USER USING (current_setting('app.erasing_account', true) = 'on');
CREATE POLICY erasing_account ON "memberships" FOR SELECT TO CURRENT_USER USING (current_setting('app.erasing_account', true) = 'on');
CREATE FUNCTION erase_account(request text) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  person text;
  isgone boolean;
BEGIN
  PERFORM set_config('app.erasing_account', 'on', true);
  SELECT user_id INTO person FROM privacy_requests WHERE id = request AND kind = 'erase' AND state = 'working';
  DELETE FROM users u WHERE u.id = person AND NOT u.is_platform_admin AND NOT EXISTS (SELECT FROM memberships m WHERE m.user_id = person);
  isgone := FOUND;
  PERFORM set_config('app.erasing_account', 'off', true);
  RETURN isgone;
END $$;
REVOKE ALL ON FUNCTION erase_account(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION erase_account(text) TO besunny_app;

-- Words of an erased person stay masked when a document is read again. They are kept as salted hashes.
ALTER TABLE "document_cleanings" DROP CONSTRAINT "document_cleanings_kind",
ADD CONSTRAINT "document_cleanings_kind" CHECK ("kind" IN ('repair-encoding', 'leave-out-boilerplate', 'recognise-again', 'keep-one') OR "kind" LIKE 'mask-words %');
