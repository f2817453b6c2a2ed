-- The chain of the audit log and the holds of quotas in fewer statements. What they write is as before.

-- RFC 8785, as before. Without a subquery PostgreSQL works it out inside the statement that needs it.
CREATE OR REPLACE FUNCTION audit_text_2(
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
    || ',"subjects":' || coalesce(array_to_json(subjects)::text, '[]')
    || ',"traceId":' || coalesce(to_json(trace_id)::text, 'null')
    || ',"version":2'
    || ',"workspaceId":' || to_json(chain)::text || '}'
$$;

-- The end of the chain moves in the statement that locks it. The text is worked out again for the link, which costs less than a lock of its own.
CREATE OR REPLACE FUNCTION link_audit_entry() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  chain text := 'platform';
  key_id text;
  is_hidden boolean := false;
  salt bytea := uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
  details bytea := audit_details_2(salt, NEW.input, NEW.changes, NEW.ip, NEW.user_agent, NEW.reason);
  place bigint;
  linked bytea;
BEGIN
  IF TG_TABLE_NAME = 'audit_entries' THEN
    chain := NEW.workspace_id;
    key_id := NEW.actor_key_id;
    is_hidden := coalesce(NEW.is_private, false);
  END IF;
  LOOP
    UPDATE audit_heads h
       SET seq = h.seq + 1, at = NEW.created_at,
           hash = sha256(h.hash || convert_to(audit_text_2(h.seq + 1, chain, NEW.id, NEW.created_at, NEW.actor_kind, NEW.actor_id, key_id,
             NEW.actor_session_id, NEW.operation, NEW.door, NEW.subjects, NEW.outcome, NEW.error_code, NEW.trace_id, is_hidden, details), 'UTF8'))
     WHERE h.workspace_id = chain RETURNING h.seq, h.hash INTO place, linked;
    EXIT WHEN FOUND;
    INSERT INTO audit_heads VALUES (chain, 0, '\x', NEW.created_at, NEW.created_at) ON CONFLICT (workspace_id) DO NOTHING;
  END LOOP;
  INSERT INTO audit_links VALUES (chain, place, NEW.id, audit_text_2(place, chain, NEW.id, NEW.created_at, NEW.actor_kind, NEW.actor_id, key_id,
    NEW.actor_session_id, NEW.operation, NEW.door, NEW.subjects, NEW.outcome, NEW.error_code, NEW.trace_id, is_hidden, details), salt, linked);
  RETURN NULL;
END $$;
-- Each entry of a workspace changes the same row: with room on its page no index changes.
ALTER TABLE "audit_heads" SET (fillfactor = 50);

-- The limits of a meter, as before. PostgreSQL keeps the plan of such a function, and of those below.
CREATE OR REPLACE FUNCTION usage_limits(ws text, of_meter text, OUT soft bigint, OUT hard bigint) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  SELECT CASE WHEN o.workspace_id IS NULL THEN l.soft ELSE o.soft END, CASE WHEN o.workspace_id IS NULL THEN l.hard ELSE o.hard END INTO soft, hard
    FROM (VALUES (ws)) AS of(id)
    LEFT JOIN workspace_limits o ON o.workspace_id = of.id AND o.meter = of_meter
    LEFT JOIN billing_accounts a ON a.workspace_id = of.id
    LEFT JOIN plan_limits l ON l.meter = of_meter AND l.plan_id = coalesce(a.plan_id, (SELECT p.id FROM plans p WHERE p.is_default));
END $$;

-- What has expired is found by its time, however much is held.
CREATE INDEX "quota_reservations_workspace_id_meter_expires_at_idx" ON "quota_reservations"("workspace_id", "meter", "expires_at");
CREATE OR REPLACE FUNCTION let_go_of_expired(ws text, of_meter text, at timestamptz) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM quota_reservations h WHERE h.workspace_id = ws AND h.meter = of_meter AND h.expires_at <= at) THEN RETURN; END IF;
  WITH expired AS (
    DELETE FROM quota_reservations h WHERE h.workspace_id = ws AND h.meter = of_meter AND h.expires_at <= at RETURNING h.starts_at, h.quantity
  )
  UPDATE quota_periods q SET reserved = q.reserved - e.total
    FROM (SELECT x.starts_at, sum(x.quantity)::bigint AS total FROM expired x GROUP BY 1) e
   WHERE q.workspace_id = ws AND q.meter = of_meter AND q.starts_at = e.starts_at;
END $$;

-- Holds n of a quota, as before, without a row for the period where one is there.
CREATE OR REPLACE FUNCTION hold_usage(ws text, of_meter text, n bigint, of_subject text, key text, at timestamptz, until timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  limits record;
  starts timestamptz := usage_period(of_meter, at);
  held record;
  back bigint := 0;
BEGIN
  SELECT l.soft, l.hard INTO limits FROM usage_limits(ws, of_meter) l;
  IF limits.hard IS NULL OR EXISTS (SELECT 1 FROM usage_events e WHERE e.workspace_id = ws AND e.idempotency_key = key) THEN RETURN; END IF;
  -- Whoever holds of this meter waits here, so that none takes what another has.
  PERFORM 1 FROM quota_periods q WHERE q.workspace_id = ws AND q.meter = of_meter AND q.starts_at = starts FOR UPDATE;
  IF NOT FOUND THEN
    INSERT INTO quota_periods (workspace_id, meter, starts_at) VALUES (ws, of_meter, starts) ON CONFLICT DO NOTHING;
    PERFORM 1 FROM quota_periods q WHERE q.workspace_id = ws AND q.meter = of_meter AND q.starts_at = starts FOR UPDATE;
  END IF;
  PERFORM let_go_of_expired(ws, of_meter, at);
  SELECT h.starts_at, h.quantity INTO held FROM quota_reservations h WHERE h.workspace_id = ws AND h.meter = of_meter AND h.subject = of_subject FOR UPDATE;
  IF FOUND THEN
    IF held.starts_at = starts THEN
      back := held.quantity;
    ELSE
      UPDATE quota_periods q SET reserved = q.reserved - held.quantity WHERE q.workspace_id = ws AND q.meter = of_meter AND q.starts_at = held.starts_at;
    END IF;
  END IF;
  UPDATE quota_periods q SET reserved = q.reserved - back + n
   WHERE q.workspace_id = ws AND q.meter = of_meter AND q.starts_at = starts AND q.used + q.reserved - back + n <= limits.hard;
  IF NOT FOUND THEN PERFORM refuse_usage(of_meter, limits.hard); END IF;
  INSERT INTO quota_reservations VALUES (ws, of_meter, of_subject, starts, n, until)
  ON CONFLICT (workspace_id, meter, subject) DO UPDATE SET starts_at = starts, quantity = n, expires_at = until;
END $$;
ALTER TABLE "quota_periods" SET (fillfactor = 50);
