-- The ledger of usage is history: it holds ids of what was counted, also of what was deleted since.
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
      needles := CASE WHEN held.name IN ('audit_entries', 'audit_links', 'outbox', 'privacy_receipts', 'privacy_requests', 'usage_events', 'usage_deliveries', 'quota_reservations') THEN phrases ELSE ids || phrases END;
      EXECUTE format('SELECT count(*) FROM %I t WHERE EXISTS (SELECT 1 FROM unnest($1) n WHERE strpos(t::text, n) > 0)', held.name)
        INTO amount USING needles;
    END IF;
    IF amount > 0 THEN RETURN NEXT; END IF;
  END LOOP;
END $$;
