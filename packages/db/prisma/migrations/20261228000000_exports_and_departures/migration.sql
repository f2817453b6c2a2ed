-- Everything of a workspace as one archive, which an owner downloads until it expires. Its parts are files of the workspace.
CREATE TABLE "workspace_exports" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "asked_by_id" TEXT,
    -- The principals of who asked: the archive holds what they see.
    "seen_by" TEXT[] NOT NULL DEFAULT '{}',
    "state" TEXT NOT NULL DEFAULT 'working',
    "parts" INTEGER NOT NULL DEFAULT 0,
    "bytes" BIGINT NOT NULL DEFAULT 0,
    "documents" INTEGER NOT NULL DEFAULT 0,
    "sha256" TEXT,
    "problem" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "workspace_exports_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "workspace_exports_state" CHECK ("state" IN ('working', 'ready', 'failed', 'removed'))
);
CREATE INDEX "workspace_exports_workspace_id_created_at_id_idx" ON "workspace_exports"("workspace_id", "created_at", "id");
CREATE UNIQUE INDEX "workspace_exports_working_key" ON "workspace_exports"("workspace_id") WHERE "state" = 'working';

-- The end of a workspace: asked for, waited for, and carried out. The row stays when all else is gone, with the signed certificate.
CREATE TABLE "workspace_departures" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "asked_by_id" TEXT,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "taken_back_by_id" TEXT,
    "taken_back_at" TIMESTAMPTZ(3),
    "began_at" TIMESTAMPTZ(3),
    -- What was there before, and words of it that are looked for afterwards. The words go with the last step.
    "found" JSONB NOT NULL DEFAULT '{}',
    "phrases" JSONB NOT NULL DEFAULT '[]',
    -- People who get the certificate.
    "owner_ids" TEXT[] NOT NULL DEFAULT '{}',
    "ended_at" TIMESTAMPTZ(3),
    "receipt_id" TEXT,
    "certificate" TEXT,
    "key_id" TEXT,
    "signature" TEXT,
    "public_key" TEXT,
    "token_hash" TEXT,
    "handed_over_at" TIMESTAMPTZ(3),

    CONSTRAINT "workspace_departures_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "workspace_departures_state" CHECK ("state" IN ('waiting', 'takenBack', 'erasing', 'done'))
);
CREATE INDEX "workspace_departures_workspace_id_asked_at_idx" ON "workspace_departures"("workspace_id", "asked_at");
CREATE INDEX "workspace_departures_state_due_at_idx" ON "workspace_departures"("state", "due_at");
CREATE UNIQUE INDEX "workspace_departures_open_key" ON "workspace_departures"("workspace_id") WHERE "state" IN ('waiting', 'erasing', 'done');
CREATE UNIQUE INDEX "workspace_departures_token_hash_key" ON "workspace_departures"("token_hash");

GRANT SELECT, INSERT, UPDATE ON "workspace_exports", "workspace_departures" TO besunny_app;
GRANT SELECT ON "workspace_exports" TO besunny_platform;
GRANT SELECT ("id", "workspace_id", "state", "asked_at", "due_at", "taken_back_at", "began_at", "ended_at", "receipt_id", "certificate", "key_id", "signature", "public_key", "owner_ids", "handed_over_at") ON "workspace_departures" TO besunny_platform;
GRANT UPDATE ("token_hash", "handed_over_at") ON "workspace_departures" TO besunny_platform;
GRANT SELECT ("id", "token_hash", "certificate", "key_id", "signature", "public_key") ON "workspace_departures" TO besunny_identity;

DO $$
DECLARE
  owned text;
BEGIN
  FOREACH owned IN ARRAY ARRAY['workspace_exports', 'workspace_departures'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', owned);
    EXECUTE format('CREATE POLICY own_workspace ON %I TO besunny_app USING (workspace_id = current_setting(''app.workspace_id'', true)) WITH CHECK (workspace_id = current_setting(''app.workspace_id'', true))', owned);
    EXECUTE format('CREATE POLICY platform ON %I TO besunny_platform USING (true) WITH CHECK (true)', owned);
  END LOOP;
END $$;
CREATE POLICY identity ON "workspace_departures" FOR SELECT TO besunny_identity USING (token_hash IS NOT NULL);

-- A certificate never changes, and a departure that began is not taken back.
CREATE FUNCTION keep_certificate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.certificate IS NOT NULL AND NEW.certificate IS DISTINCT FROM OLD.certificate THEN
    RAISE EXCEPTION 'a certificate does not change';
  END IF;
  IF (OLD.state IN ('erasing', 'done') AND NEW.state NOT IN ('erasing', 'done')) OR (OLD.state = 'takenBack' AND NEW.state <> 'takenBack') THEN
    RAISE EXCEPTION 'the end of a workspace does not change back';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER workspace_departures_kept BEFORE UPDATE ON "workspace_departures" FOR EACH ROW EXECUTE FUNCTION keep_certificate();

-- Lets the owner of the tables, whom the functions below run as, see the rows of the workspace that is named while it is erased.
CREATE FUNCTION let_workspace_be_erased() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  held record;
BEGIN
  FOR held IN
    SELECT c.relname::text AS name, CASE WHEN c.relname = 'workspaces' THEN 'id' ELSE 'workspace_id' END AS owner_column
      FROM pg_class c
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relrowsecurity
       AND (c.relname = 'workspaces' OR EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'workspace_id' AND NOT a.attisdropped))
       AND NOT EXISTS (SELECT FROM pg_policies p WHERE p.schemaname = 'public' AND p.tablename = c.relname AND p.policyname = 'erasing_workspace')
  LOOP
    EXECUTE format('CREATE POLICY erasing_workspace ON %I TO CURRENT_USER USING (%I = current_setting(''app.workspace_id'', true)) WITH CHECK (%I = current_setting(''app.workspace_id'', true))',
      held.name, held.owner_column, held.owner_column);
  END LOOP;
END $$;
SELECT let_workspace_be_erased();

-- The same for tables that came later. Commands call it before they read or erase everything.
CREATE FUNCTION open_whole_workspace() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$ SELECT let_workspace_be_erased() $$;
REVOKE ALL ON FUNCTION open_whole_workspace() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION open_whole_workspace() TO besunny_app;

-- Returns rows of a table of the workspace that is named as lines of JSON, in the order of its key, after a place. Rows about documents that nobody of
-- `seen_by` sees are left out, and so are the columns of `hidden`.
CREATE FUNCTION export_rows(of_table text, seen_by text[], hidden text[], after jsonb, most integer) RETURNS TABLE(line text, place jsonb)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
DECLARE
  keys text;
  places text;
  values_after text;
  columns text[];
  clause text;
BEGIN
  SELECT array_agg(a.attname::text) INTO columns FROM pg_attribute a
   WHERE a.attrelid = format('public.%I', of_table)::regclass AND a.attnum > 0 AND NOT a.attisdropped;
  SELECT string_agg(format('t.%I', a.attname), ', ' ORDER BY k.n), string_agg(format('t.%I::text', a.attname), ', ' ORDER BY k.n),
         string_agg(format('(%L)::%s', after ->> (k.n::int - 1), format_type(a.atttypid, a.atttypmod)), ', ' ORDER BY k.n)
    INTO keys, places, values_after
    FROM pg_index i CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY AS k(attnum, n)
    JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
   WHERE i.indrelid = format('public.%I', of_table)::regclass AND i.indisprimary;
  clause := CASE
    WHEN of_table = 'workspaces' THEN 't.id = current_setting(''app.workspace_id'', true)'
    ELSE 't.workspace_id = current_setting(''app.workspace_id'', true)' END
    || CASE
    WHEN of_table = 'documents' THEN ' AND t.access && $1'
    WHEN 'document_id' = ANY (columns) THEN ' AND (t.document_id IS NULL OR EXISTS (SELECT FROM documents d WHERE d.id = t.document_id AND d.access && $1))'
    WHEN 'meeting_id' = ANY (columns) THEN ' AND EXISTS (SELECT FROM meetings m JOIN documents d ON d.id = m.document_id WHERE m.id = t.meeting_id AND d.access && $1)'
    WHEN of_table = 'entities' THEN ' AND EXISTS (SELECT FROM entity_mentions m JOIN documents d ON d.id = m.document_id WHERE m.entity_id = t.id AND d.access && $1)'
    ELSE '' END;
  RETURN QUERY EXECUTE format(
    'SELECT (to_jsonb(t) - $2)::text, to_jsonb(ARRAY[%s]) FROM %I t WHERE %s%s ORDER BY %s LIMIT $3',
    places, of_table, clause, CASE WHEN after IS NULL THEN '' ELSE format(' AND (%s) > (%s)', keys, values_after) END, keys)
  USING seen_by, hidden || ARRAY(SELECT a.attname::text FROM pg_attribute a WHERE a.attrelid = format('public.%I', of_table)::regclass AND a.atttypid = 'tsvector'::regtype), most;
END $$;
REVOKE ALL ON FUNCTION export_rows(text, text[], text[], jsonb, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION export_rows(text, text[], text[], jsonb, integer) TO besunny_app;

-- Counts the rows of the workspace that is named, by table.
CREATE FUNCTION rows_of_workspace() RETURNS TABLE(store text, amount bigint) LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  held record;
BEGIN
  FOR held IN
    SELECT c.relname::text AS name, CASE WHEN c.relname = 'workspaces' THEN 'id' ELSE 'workspace_id' END AS owner_column
      FROM pg_class c
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
       AND (c.relname = 'workspaces' OR EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'workspace_id' AND NOT a.attisdropped))
     ORDER BY 1
  LOOP
    EXECUTE format('SELECT count(*) FROM %I WHERE %I = current_setting(''app.workspace_id'', true)', held.name, held.owner_column) INTO amount;
    store := held.name;
    IF amount > 0 THEN RETURN NEXT; END IF;
  END LOOP;
END $$;
REVOKE ALL ON FUNCTION rows_of_workspace() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION rows_of_workspace() TO besunny_app;

-- The ledger is append-only. Its rows go with their workspace, also while that is being erased.
CREATE OR REPLACE FUNCTION keep_usage() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT 1 FROM workspaces w WHERE w.id = OLD.workspace_id) THEN RETURN OLD; END IF;
  IF TG_OP = 'DELETE' AND current_setting('app.erasing_workspace', true) = OLD.workspace_id THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'Usage is append-only: a row goes with its workspace alone';
END $$;

-- Deletes every row of the workspace that is named, but those of the tables that are kept, once its erasure has begun. Tables whose rows others still
-- need wait for the next round. Returns the rows by table.
CREATE FUNCTION erase_workspace(kept text[]) RETURNS TABLE(store text, amount bigint) LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  ws text := current_setting('app.workspace_id', true);
  held record;
  hold text;
  gone bigint;
  round integer := 0;
  waiting text[];
  sums jsonb := '{}';
BEGIN
  IF NOT EXISTS (SELECT FROM workspace_departures d WHERE d.workspace_id = ws AND d.state = 'erasing') THEN
    RAISE EXCEPTION 'nobody has begun to erase this workspace' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT l.name INTO hold FROM legal_holds l WHERE l.workspace_id = ws AND l.released_at IS NULL AND (l.until IS NULL OR l.until > now()) LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'The workspace is kept by the hold "%"', hold USING ERRCODE = 'BS001';
  END IF;
  PERFORM let_workspace_be_erased();
  PERFORM set_config('app.erasing_workspace', ws, true);
  LOOP
    round := round + 1;
    waiting := '{}';
    FOR held IN
      SELECT c.relname::text AS name
        FROM pg_class c
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> 'workspaces' AND NOT c.relname = ANY (kept)
         AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'workspace_id' AND NOT a.attisdropped)
       ORDER BY 1
    LOOP
      BEGIN
        EXECUTE format('DELETE FROM %I WHERE workspace_id = $1', held.name) USING ws;
        GET DIAGNOSTICS gone = ROW_COUNT;
        IF gone > 0 THEN
          sums := sums || jsonb_build_object(held.name, coalesce((sums ->> held.name)::bigint, 0) + gone);
          waiting := waiting || held.name;
        END IF;
      EXCEPTION WHEN foreign_key_violation THEN
        waiting := waiting || held.name;
      END;
    END LOOP;
    EXIT WHEN waiting = '{}' OR round = 12;
  END LOOP;
  IF NOT 'workspaces' = ANY (kept) THEN
    DELETE FROM workspaces WHERE id = ws;
    GET DIAGNOSTICS gone = ROW_COUNT;
    IF gone > 0 THEN sums := sums || jsonb_build_object('workspaces', gone); END IF;
  END IF;
  -- Requests on privacy stay as proof, by ids and hashes alone.
  UPDATE privacy_requests SET subject = '{}', choices = '{}', rest = NULL, outcome = NULL, extended_reason = NULL,
         state = CASE WHEN state IN ('open', 'working') THEN 'refused' ELSE state END
   WHERE workspace_id = ws;
  PERFORM set_config('app.erasing_workspace', '', true);
  RETURN QUERY SELECT key, value::bigint FROM jsonb_each_text(sums) ORDER BY key;
END $$;
REVOKE ALL ON FUNCTION erase_workspace(text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION erase_workspace(text[]) TO besunny_app;
GRANT UPDATE ("suspended_at") ON "workspaces" TO besunny_app;
GRANT SELECT ("suspended_at") ON "workspaces" TO besunny_app;

-- People are told that an archive is ready, that their workspace is about to end, and what retention removed.
DO $$
DECLARE
  kinds text := (SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = 'notices_kind');
BEGIN
  ALTER TABLE "notices" DROP CONSTRAINT "notices_kind";
  EXECUTE 'ALTER TABLE "notices" ADD CONSTRAINT "notices_kind" ' || replace(kinds, 'ARRAY[', 'ARRAY[''export''::text, ''departure''::text, ''retention''::text, ');
END $$;
