-- Plans: a fixed price of a month, and for each meter its limits and the price of what is used. Prices are in millionths of the currency.
CREATE TABLE "plans" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "fixed_micro" BIGINT NOT NULL DEFAULT 0,
    "trial_days" INTEGER NOT NULL DEFAULT 0,
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "archived_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "plans_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "plans_currency" CHECK ("currency" ~ '^[A-Z]{3}$'),
    CONSTRAINT "plans_no_debts" CHECK ("fixed_micro" >= 0 AND "trial_days" >= 0)
);
CREATE UNIQUE INDEX "plans_one_default" ON "plans"("is_default") WHERE "is_default";

CREATE TABLE "plan_limits" (
    "plan_id" TEXT NOT NULL,
    "meter" TEXT NOT NULL,
    "soft" BIGINT,
    "hard" BIGINT,
    "per" BIGINT NOT NULL DEFAULT 1,
    "tiers" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "plan_limits_pkey" PRIMARY KEY ("plan_id", "meter"),
    CONSTRAINT "plan_limits_meter" CHECK ("meter" IN ('pages', 'tokens', 'questions', 'storage', 'seats', 'connectors', 'apiCalls')),
    CONSTRAINT "plan_limits_amounts" CHECK (coalesce("soft", 0) >= 0 AND coalesce("hard", 0) >= 0 AND "per" > 0),
    CONSTRAINT "plan_limits_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plans"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- Limits of one workspace, in place of those of its plan.
CREATE TABLE "workspace_limits" (
    "workspace_id" TEXT NOT NULL,
    "meter" TEXT NOT NULL,
    "soft" BIGINT,
    "hard" BIGINT,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "workspace_limits_pkey" PRIMARY KEY ("workspace_id", "meter"),
    CONSTRAINT "workspace_limits_meter" CHECK ("meter" IN ('pages', 'tokens', 'questions', 'storage', 'seats', 'connectors', 'apiCalls')),
    CONSTRAINT "workspace_limits_amounts" CHECK (coalesce("soft", 0) >= 0 AND coalesce("hard", 0) >= 0),
    CONSTRAINT "workspace_limits_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- The plan of a workspace and how its payments stand. Without a row it has the default plan.
CREATE TABLE "billing_accounts" (
    "workspace_id" TEXT NOT NULL,
    "plan_id" TEXT,
    "state" TEXT NOT NULL DEFAULT 'active',
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "trial_ends_at" TIMESTAMPTZ(3),
    "customer_id" TEXT,
    "subscription_id" TEXT,
    -- The time of the newest word of the provider that was believed. Older words change nothing.
    "told_at" TIMESTAMPTZ(3),
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "billing_accounts_pkey" PRIMARY KEY ("workspace_id"),
    CONSTRAINT "billing_accounts_state" CHECK ("state" IN ('trialing', 'active', 'past_due', 'restricted', 'cancelled')),
    CONSTRAINT "billing_accounts_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plans"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "billing_accounts_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "billing_accounts_customer_id_key" ON "billing_accounts"("customer_id");
CREATE INDEX "billing_accounts_state_idx" ON "billing_accounts"("state") WHERE "state" <> 'active';

-- What was used. A row is written in the transaction of what it counts and never changes.
CREATE TABLE "usage_events" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "meter" TEXT NOT NULL,
    "quantity" BIGINT NOT NULL,
    "subject" TEXT NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "idempotency_key" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "usage_events_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "usage_events_meter" CHECK ("meter" IN ('pages', 'tokens', 'questions', 'storage', 'seats', 'connectors', 'apiCalls')),
    CONSTRAINT "usage_events_quantity" CHECK ("quantity" > 0 OR ("quantity" < 0 AND "meter" IN ('storage', 'seats', 'connectors'))),
    CONSTRAINT "usage_events_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "usage_events_workspace_id_idempotency_key_key" ON "usage_events"("workspace_id", "idempotency_key");
CREATE INDEX "usage_events_workspace_id_meter_occurred_at_idx" ON "usage_events"("workspace_id", "meter", "occurred_at");
CREATE INDEX "usage_events_occurred_at_idx" ON "usage_events"("occurred_at");

-- What is used of a meter: in one month of UTC, or, of storage, seats and sources, now (`starts_at` is 1970).
CREATE TABLE "quota_periods" (
    "workspace_id" TEXT NOT NULL,
    "meter" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "used" BIGINT NOT NULL DEFAULT 0,
    "reserved" BIGINT NOT NULL DEFAULT 0,
    "level" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "quota_periods_pkey" PRIMARY KEY ("workspace_id", "meter", "starts_at"),
    CONSTRAINT "quota_periods_reserved" CHECK ("reserved" >= 0),
    CONSTRAINT "quota_periods_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- What long work holds of a quota until it is done.
CREATE TABLE "quota_reservations" (
    "workspace_id" TEXT NOT NULL,
    "meter" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "quantity" BIGINT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "quota_reservations_pkey" PRIMARY KEY ("workspace_id", "meter", "subject"),
    CONSTRAINT "quota_reservations_quantity" CHECK ("quantity" > 0),
    CONSTRAINT "quota_reservations_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- A person asks for more of a meter; an admin of the platform answers.
CREATE TABLE "quota_requests" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "meter" TEXT NOT NULL,
    "wanted" BIGINT NOT NULL,
    "reason" TEXT NOT NULL,
    "asked_by_id" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "answer" TEXT NOT NULL DEFAULT '',
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "quota_requests_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "quota_requests_meter" CHECK ("meter" IN ('pages', 'tokens', 'questions', 'storage', 'seats', 'connectors', 'apiCalls')),
    CONSTRAINT "quota_requests_state" CHECK ("state" IN ('open', 'granted', 'refused')),
    CONSTRAINT "quota_requests_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "quota_requests_one_open" ON "quota_requests"("workspace_id", "meter") WHERE "state" = 'open';
CREATE INDEX "quota_requests_workspace_id_asked_at_idx" ON "quota_requests"("workspace_id", "asked_at");

-- Invoices of ended months, as they were issued. They never change.
CREATE TABLE "invoices" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "plan_name" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "currency" TEXT NOT NULL,
    "total_minor" BIGINT NOT NULL,
    "lines" JSONB NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "invoices_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "invoices_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "invoices_workspace_id_starts_at_key" ON "invoices"("workspace_id", "starts_at");
CREATE TRIGGER invoices_immutable BEFORE UPDATE ON "invoices" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- What the provider is told of usage, once for each identifier.
CREATE TABLE "usage_deliveries" (
    "workspace_id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "meter" TEXT NOT NULL,
    "quantity" BIGINT NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "tried_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "problem" TEXT,

    CONSTRAINT "usage_deliveries_pkey" PRIMARY KEY ("workspace_id", "identifier"),
    CONSTRAINT "usage_deliveries_state" CHECK ("state" IN ('waiting', 'sent', 'refused', 'unsure')),
    CONSTRAINT "usage_deliveries_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "usage_deliveries_waiting" ON "usage_deliveries"("occurred_at") WHERE "state" = 'waiting';

-- What the provider has told, each once.
CREATE TABLE "billing_webhooks" (
    "event_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "customer_id" TEXT,
    "told_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT NOT NULL,

    CONSTRAINT "billing_webhooks_pkey" PRIMARY KEY ("event_id")
);
CREATE INDEX "billing_webhooks_received_at_idx" ON "billing_webhooks"("received_at");

-- What the provider counted in a month beside what we counted.
CREATE TABLE "billing_comparisons" (
    "workspace_id" TEXT NOT NULL,
    "meter" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ours" BIGINT NOT NULL,
    "theirs" BIGINT NOT NULL,
    "looked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "billing_comparisons_pkey" PRIMARY KEY ("workspace_id", "meter", "starts_at"),
    CONSTRAINT "billing_comparisons_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- The plan of a machine on which nobody has made another: nothing is limited, nothing costs.
INSERT INTO "plans" ("id", "name", "currency", "is_default") VALUES ('pln_unlimited', 'Unlimited', 'EUR', true);

-- The ledger is append-only. Its rows go with their workspace alone.
CREATE FUNCTION keep_usage() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT 1 FROM workspaces w WHERE w.id = OLD.workspace_id) THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'Usage is append-only: a row goes with its workspace alone';
END $$;
CREATE TRIGGER usage_events_append_only BEFORE UPDATE OR DELETE ON "usage_events" FOR EACH ROW EXECUTE FUNCTION keep_usage();

-- The beginning of the period of a meter that holds an instant.
CREATE FUNCTION usage_period(of_meter text, at timestamptz) RETURNS timestamptz LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN of_meter IN ('storage', 'seats', 'connectors') THEN '1970-01-01T00:00:00Z'::timestamptz ELSE date_trunc('month', at, 'UTC') END
$$;

-- The limits of a meter that hold now: those of the workspace, else those of its plan.
CREATE FUNCTION usage_limits(ws text, of_meter text, OUT soft bigint, OUT hard bigint) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT CASE WHEN o.workspace_id IS NULL THEN l.soft ELSE o.soft END, CASE WHEN o.workspace_id IS NULL THEN l.hard ELSE o.hard END
    FROM (VALUES (ws)) AS of(id)
    LEFT JOIN workspace_limits o ON o.workspace_id = of.id AND o.meter = of_meter
    LEFT JOIN billing_accounts a ON a.workspace_id = of.id
    LEFT JOIN plan_limits l ON l.meter = of_meter AND l.plan_id = coalesce(a.plan_id, (SELECT p.id FROM plans p WHERE p.is_default))
$$;

-- Refuses in words that the application reads.
CREATE FUNCTION refuse_usage(of_meter text, hard bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'quota_exceeded:%:%', of_meter, hard USING ERRCODE = 'BSQ01';
END $$;

-- Gives back what work has held for too long.
CREATE FUNCTION let_go_of_expired(ws text, of_meter text, at timestamptz) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  WITH expired AS (
    DELETE FROM quota_reservations WHERE workspace_id = ws AND meter = of_meter AND expires_at <= at RETURNING starts_at, quantity
  )
  UPDATE quota_periods q SET reserved = q.reserved - e.total
    FROM (SELECT starts_at, sum(quantity)::bigint AS total FROM expired GROUP BY 1) e
   WHERE q.workspace_id = ws AND q.meter = of_meter AND q.starts_at = e.starts_at
$$;

-- Writes usage down, in the order of its keys so that no two wait for each other: rows of workspaceId, meter, quantity, subject, at, key. A row that is there already changes nothing, and gone workspaces are left
-- out. `strict` refuses what does not fit; otherwise it is counted, because it has happened. Returns how many rows were new.
CREATE FUNCTION record_usage(given jsonb, strict boolean) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  part record;
  limits record;
  reached integer;
  fresh integer := 0;
BEGIN
  FOR part IN
    WITH rows AS (
      SELECT r.* FROM jsonb_to_recordset(given) AS r("workspaceId" text, meter text, quantity bigint, subject text, at timestamptz, key text)
       WHERE r.quantity <> 0 AND EXISTS (SELECT 1 FROM workspaces w WHERE w.id = r."workspaceId")
    ), added AS (
      INSERT INTO usage_events (id, workspace_id, meter, quantity, subject, occurred_at, idempotency_key)
      SELECT 'uev_' || replace(gen_random_uuid()::text, '-', ''), "workspaceId", meter, quantity, subject, at, key FROM rows ORDER BY "workspaceId", key
      ON CONFLICT (workspace_id, idempotency_key) DO NOTHING
      RETURNING workspace_id, meter, quantity, subject, occurred_at, idempotency_key
    ), settled AS (
      DELETE FROM quota_reservations h USING added a
       WHERE h.workspace_id = a.workspace_id AND h.meter = a.meter AND h.subject = a.subject
      RETURNING h.workspace_id, h.meter, h.starts_at, h.quantity
    ), told AS (
      INSERT INTO usage_deliveries (workspace_id, identifier, meter, quantity, occurred_at)
      SELECT a.workspace_id, a.idempotency_key, a.meter, a.quantity, a.occurred_at
        FROM added a JOIN billing_accounts b ON b.workspace_id = a.workspace_id AND b.subscription_id IS NOT NULL
        JOIN plan_limits l ON l.plan_id = b.plan_id AND l.meter = a.meter AND l.tiers <> '[]'
       WHERE a.meter NOT IN ('storage', 'seats', 'connectors')
      ON CONFLICT DO NOTHING
    ), changes AS (
      SELECT workspace_id, meter, usage_period(meter, occurred_at) AS starts_at, quantity AS n, 0 AS back, 1 AS c FROM added
      UNION ALL SELECT workspace_id, meter, starts_at, 0, quantity, 0 FROM settled
    )
    SELECT workspace_id, meter, starts_at, sum(n)::bigint AS n, sum(back)::bigint AS back, sum(c)::integer AS c
      FROM changes GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
  LOOP
    fresh := fresh + part.c;
    SELECT * INTO limits FROM usage_limits(part.workspace_id, part.meter);
    INSERT INTO quota_periods (workspace_id, meter, starts_at) VALUES (part.workspace_id, part.meter, part.starts_at) ON CONFLICT DO NOTHING;
    IF strict AND part.n > 0 AND limits.hard IS NOT NULL THEN PERFORM let_go_of_expired(part.workspace_id, part.meter, now()); END IF;
    UPDATE quota_periods q SET used = q.used + part.n, reserved = q.reserved - part.back
     WHERE q.workspace_id = part.workspace_id AND q.meter = part.meter AND q.starts_at = part.starts_at
       AND (NOT strict OR part.n <= 0 OR limits.hard IS NULL OR q.used + q.reserved - part.back + part.n <= limits.hard);
    IF NOT FOUND THEN PERFORM refuse_usage(part.meter, limits.hard); END IF;

    IF coalesce(limits.hard, limits.soft) IS NOT NULL THEN
      UPDATE quota_periods q SET level = l.reached
        FROM (SELECT p.workspace_id, CASE
                WHEN p.used >= coalesce(limits.hard, limits.soft) THEN 100
                WHEN p.used * 100.0 >= coalesce(limits.hard, limits.soft) * 95.0 THEN 95
                WHEN p.used * 100.0 >= coalesce(limits.hard, limits.soft) * 80.0 OR p.used >= limits.soft THEN 80
                ELSE 0 END AS reached, p.level AS before
                FROM quota_periods p WHERE p.workspace_id = part.workspace_id AND p.meter = part.meter AND p.starts_at = part.starts_at) l
       WHERE q.workspace_id = part.workspace_id AND q.meter = part.meter AND q.starts_at = part.starts_at AND l.reached <> l.before
      RETURNING CASE WHEN l.reached > l.before THEN l.reached END INTO reached;
      IF reached IS NOT NULL THEN
        INSERT INTO outbox (id, workspace_id, name, data, created_at)
        VALUES ('evt_' || replace(gen_random_uuid()::text, '-', ''), part.workspace_id, 'usage/level-reached',
          jsonb_build_object('workspaceId', part.workspace_id, 'meter', part.meter, 'level', reached,
            'startsAt', to_char(part.starts_at AT TIME ZONE 'UTC', 'YYYY-MM-DD')), clock_timestamp());
        PERFORM pg_notify('besunny_outbox', '');
      END IF;
      reached := NULL;
    END IF;
  END LOOP;
  RETURN fresh;
END $$;

-- Holds n of a quota for work under way, or changes what it holds. What is counted already needs nothing. Refuses what does not fit.
CREATE FUNCTION hold_usage(ws text, of_meter text, n bigint, of_subject text, key text, at timestamptz, until timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  limits record;
  starts timestamptz := usage_period(of_meter, at);
  held record;
  back bigint := 0;
BEGIN
  SELECT * INTO limits FROM usage_limits(ws, of_meter);
  IF limits.hard IS NULL OR EXISTS (SELECT 1 FROM usage_events e WHERE e.workspace_id = ws AND e.idempotency_key = key) THEN RETURN; END IF;
  INSERT INTO quota_periods (workspace_id, meter, starts_at) VALUES (ws, of_meter, starts) ON CONFLICT DO NOTHING;
  -- Whoever holds of this meter waits here, so that none takes what another has.
  PERFORM 1 FROM quota_periods q WHERE q.workspace_id = ws AND q.meter = of_meter AND q.starts_at = starts FOR UPDATE;
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

-- Gives back what a subject holds.
CREATE FUNCTION let_go_of_usage(ws text, of_meter text, of_subject text) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  WITH gone AS (
    DELETE FROM quota_reservations WHERE workspace_id = ws AND meter = of_meter AND subject = of_subject RETURNING starts_at, quantity
  )
  UPDATE quota_periods q SET reserved = q.reserved - gone.quantity
    FROM gone WHERE q.workspace_id = ws AND q.meter = of_meter AND q.starts_at = gone.starts_at
$$;

-- What is used, written where it is used: each row of these tables counts in its own transaction.
CREATE FUNCTION count_stored() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  PERFORM record_usage((SELECT coalesce(jsonb_agg(jsonb_build_object('workspaceId', v.workspace_id, 'meter', 'storage', 'quantity', v.size,
    'subject', v.document_id, 'at', now(), 'key', 'storage:' || v.id)), '[]') FROM new_rows v), true);
  RETURN NULL;
END $$;
CREATE TRIGGER usage_of_versions AFTER INSERT ON "document_versions" REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION count_stored();

CREATE FUNCTION count_removed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  PERFORM record_usage((SELECT coalesce(jsonb_agg(jsonb_build_object('workspaceId', v.workspace_id, 'meter', 'storage', 'quantity', -v.size,
    'subject', v.document_id, 'at', now(), 'key', 'storage:' || v.id || ':gone')), '[]') FROM old_rows v), true);
  RETURN NULL;
END $$;
CREATE TRIGGER usage_of_versions_gone AFTER DELETE ON "document_versions" REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION count_removed();

CREATE FUNCTION count_pages() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  PERFORM record_usage(jsonb_build_array(jsonb_build_object('workspaceId', NEW.workspace_id, 'meter', 'pages', 'quantity', NEW.page_count,
    'subject', NEW.id, 'at', now(), 'key', 'pages:' || NEW.id || ':' || NEW.version)), true);
  RETURN NULL;
END $$;
CREATE TRIGGER usage_of_pages AFTER UPDATE OF "page_count" ON "documents" FOR EACH ROW WHEN (NEW.page_count > 0) EXECUTE FUNCTION count_pages();

CREATE FUNCTION count_question() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  PERFORM record_usage(jsonb_build_array(jsonb_build_object('workspaceId', NEW.workspace_id, 'meter', 'questions', 'quantity', 1,
    'subject', NEW.id, 'at', NEW.created_at, 'key', 'questions:' || NEW.id)), true);
  RETURN NULL;
END $$;
CREATE TRIGGER usage_of_turns AFTER INSERT ON "conversation_turns" FOR EACH ROW EXECUTE FUNCTION count_question();

CREATE FUNCTION count_tokens() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  PERFORM record_usage(jsonb_build_array(jsonb_build_object('workspaceId', NEW.workspace_id, 'meter', 'tokens',
    'quantity', NEW.input_tokens + NEW.output_tokens, 'subject', NEW.id, 'at', NEW.created_at, 'key', 'tokens:' || NEW.id)), false);
  RETURN NULL;
END $$;
CREATE TRIGGER usage_of_calls AFTER UPDATE OF "output_tokens" ON "model_calls" FOR EACH ROW
  WHEN (NEW.workspace_id IS NOT NULL AND NEW.state <> 'open' AND NEW.input_tokens + NEW.output_tokens > 0) EXECUTE FUNCTION count_tokens();

CREATE FUNCTION count_seat() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  m memberships := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
BEGIN
  PERFORM record_usage(jsonb_build_array(jsonb_build_object('workspaceId', m.workspace_id, 'meter', 'seats',
    'quantity', CASE WHEN TG_OP = 'DELETE' THEN -1 ELSE 1 END, 'subject', m.user_id, 'at', now(), 'key', 'seats:' || gen_random_uuid())), true);
  RETURN NULL;
END $$;
CREATE TRIGGER usage_of_seats AFTER INSERT OR DELETE ON "memberships" FOR EACH ROW EXECUTE FUNCTION count_seat();

CREATE FUNCTION count_source() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  s sources := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
BEGIN
  PERFORM record_usage(jsonb_build_array(jsonb_build_object('workspaceId', s.workspace_id, 'meter', 'connectors',
    'quantity', CASE WHEN TG_OP = 'DELETE' THEN -1 ELSE 1 END, 'subject', s.id, 'at', now(),
    'key', 'connectors:' || s.id || CASE WHEN TG_OP = 'DELETE' THEN ':gone' ELSE '' END)), true);
  RETURN NULL;
END $$;
CREATE TRIGGER usage_of_sources AFTER INSERT OR DELETE ON "sources" FOR EACH ROW EXECUTE FUNCTION count_source();

-- A full quota of tokens keeps calls from going out, as a used-up budget does.
CREATE FUNCTION are_tokens_used_up(ws text, at timestamptz) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT coalesce((SELECT q.used FROM quota_periods q WHERE q.workspace_id = ws AND q.meter = 'tokens' AND q.starts_at = usage_period('tokens', at)), 0) >= l.hard
    FROM usage_limits(ws, 'tokens') l WHERE l.hard IS NOT NULL
$$;

CREATE OR REPLACE FUNCTION open_model_call(given jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  c model_calls;
  b budgets;
  spent bigint;
  reserved bigint;
  reached integer;
  refused_by text;
  full_budget jsonb;
  crossed jsonb := '[]';
BEGIN
  PERFORM set_config('app.workspace_id', given->>'workspaceId', true);
  -- The caller waits. The end of the call is written durably, and this row with it.
  PERFORM set_config('synchronous_commit', 'off', true);
  c.id := given->>'id';
  c.workspace_id := nullif(given->>'workspaceId', '');
  SELECT coalesce(array_agg(p), '{}') INTO c.project_ids FROM jsonb_array_elements_text(given->'projectIds') p;
  -- A document may have been deleted meanwhile.
  c.document_id := (SELECT d.id FROM documents d WHERE d.id = given->>'documentId');
  c.user_id := given->>'userId';
  c.api_key_id := given->>'apiKeyId';
  c.operation := given->>'operation';
  c.kind := given->>'kind';
  c.provider := given->>'provider';
  c.server := given->>'server';
  c.model := given->>'model';
  c.lane := given->>'lane';
  c.reserved_micro := (given->>'reservedMicro')::bigint;
  c.reserved_until := (given->>'reservedUntil')::timestamptz;
  c.trace_id := given->>'traceId';
  c.created_at := (given->>'at')::timestamptz;

  IF c.workspace_id IS NOT NULL THEN
    IF c.reserved_micro IS NULL AND EXISTS (SELECT 1 FROM spending_rules r WHERE r.workspace_id = c.workspace_id AND r.unknown_price = 'stop') THEN
      refused_by := 'unknown price';
    END IF;
    FOR b IN SELECT * FROM budgets x WHERE x.workspace_id = c.workspace_id AND budget_counts(x, c) ORDER BY x.id FOR UPDATE LOOP
      EXIT WHEN refused_by IS NOT NULL;
      spent := budget_spent(b, c.created_at);
      SELECT coalesce(sum(o.reserved_micro), 0) INTO reserved FROM model_calls o
       WHERE o.workspace_id = c.workspace_id AND o.state = 'open' AND o.reserved_until > c.created_at AND budget_counts(b, o);
      IF (given->>'hasLocalRung')::boolean AND (spent + reserved) * 100 >= b.amount_micro * 95 AND spent + reserved < b.amount_micro THEN
        reached := 95;
      ELSIF spent + reserved + coalesce(c.reserved_micro, 0) > b.amount_micro
        OR (c.reserved_micro IS NULL AND spent + reserved >= b.amount_micro) THEN
        reached := 100;
      ELSE
        CONTINUE;
      END IF;
      refused_by := 'budget';
      full_budget := jsonb_build_object('id', b.id, 'subjectKind', b.subject_kind, 'period', b.period, 'level', reached);
      -- Money that is only reserved comes back, so only what was spent is worth a notice.
      IF spent * 100 >= b.amount_micro * 95 OR spent + coalesce(c.reserved_micro, 0) > b.amount_micro THEN
        IF raise_budget_level(b, c.created_at, reached) THEN
          crossed := crossed || jsonb_build_array(jsonb_build_object('budgetId', b.id, 'level', reached));
        END IF;
      END IF;
    END LOOP;
    IF refused_by IS NULL AND coalesce(are_tokens_used_up(c.workspace_id, c.created_at), false) THEN
      refused_by := 'quota';
    END IF;
  END IF;

  INSERT INTO model_calls (id, workspace_id, project_ids, document_id, user_id, api_key_id, operation, kind, provider, server, model, lane,
    state, reserved_micro, reserved_until, cost_micro, error_code, trace_id, created_at, ended_at)
  VALUES (c.id, c.workspace_id, c.project_ids, c.document_id, c.user_id, c.api_key_id, c.operation, c.kind, c.provider, c.server, c.model, c.lane,
    CASE WHEN refused_by IS NULL THEN 'open' ELSE 'refused' END, c.reserved_micro, c.reserved_until,
    CASE WHEN refused_by IS NULL THEN NULL ELSE 0 END, upper(replace(refused_by, ' ', '_')), c.trace_id, c.created_at,
    CASE WHEN refused_by IS NULL THEN NULL ELSE c.created_at END);
  RETURN jsonb_build_object('refusedBy', refused_by, 'budget', full_budget, 'crossed', crossed);
END $$;

REVOKE ALL ON FUNCTION record_usage(jsonb, boolean), hold_usage(text, text, bigint, text, text, timestamptz, timestamptz),
  let_go_of_usage(text, text, text), let_go_of_expired(text, text, timestamptz), keep_usage(), count_stored(), count_removed(), count_pages(),
  count_question(), count_tokens(), count_seat(), count_source(), usage_limits(text, text), are_tokens_used_up(text, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION record_usage(jsonb, boolean) TO besunny_platform;
GRANT EXECUTE ON FUNCTION usage_limits(text, text) TO besunny_app, besunny_platform;
GRANT EXECUTE ON FUNCTION are_tokens_used_up(text, timestamptz) TO besunny_app, besunny_platform;

-- The application speaks for its own workspace alone.
CREATE FUNCTION hold_own_usage(of_meter text, n bigint, of_subject text, key text, at timestamptz, until timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  SELECT hold_usage(current_setting('app.workspace_id'), of_meter, n, of_subject, key, at, until)
$$;
CREATE FUNCTION let_go_of_own_usage(of_meter text, of_subject text) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  SELECT let_go_of_usage(current_setting('app.workspace_id'), of_meter, of_subject)
$$;
CREATE FUNCTION record_own_usage(of_meter text, n bigint, of_subject text, at timestamptz, key text, strict boolean) RETURNS integer
LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  SELECT record_usage(jsonb_build_array(jsonb_build_object('workspaceId', current_setting('app.workspace_id'), 'meter', of_meter, 'quantity', n,
    'subject', of_subject, 'at', at, 'key', key)), strict)
$$;
REVOKE ALL ON FUNCTION hold_own_usage(text, bigint, text, text, timestamptz, timestamptz), let_go_of_own_usage(text, text),
  record_own_usage(text, bigint, text, timestamptz, text, boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION hold_own_usage(text, bigint, text, text, timestamptz, timestamptz), let_go_of_own_usage(text, text),
  record_own_usage(text, bigint, text, timestamptz, text, boolean) TO besunny_app;

-- The roles of the application read the ledger; functions of the owner write it.
GRANT SELECT ON "plans", "plan_limits", "usage_events", "quota_periods", "quota_reservations", "workspace_limits", "usage_deliveries", "billing_comparisons" TO besunny_app;
GRANT SELECT, INSERT ON "quota_requests", "invoices" TO besunny_app;
GRANT SELECT, INSERT, UPDATE ON "billing_accounts" TO besunny_app;
GRANT SELECT ON "billing_accounts" TO besunny_identity;
GRANT SELECT, INSERT, UPDATE, DELETE ON "plans", "plan_limits", "workspace_limits" TO besunny_platform;
GRANT SELECT, INSERT, UPDATE ON "billing_accounts", "billing_webhooks", "billing_comparisons", "usage_deliveries" TO besunny_platform;
GRANT SELECT, UPDATE ON "quota_requests" TO besunny_platform;
GRANT SELECT ON "usage_events", "quota_periods", "quota_reservations", "invoices" TO besunny_platform;

DO $$
DECLARE
  owned text;
BEGIN
  FOREACH owned IN ARRAY ARRAY['workspace_limits', 'billing_accounts', 'usage_events', 'quota_periods', 'quota_reservations', 'quota_requests', 'invoices',
    'usage_deliveries', 'billing_comparisons'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', owned);
    EXECUTE format(
      'CREATE POLICY own_workspace ON %I TO besunny_app USING (workspace_id = current_setting(''app.workspace_id'', true)) WITH CHECK (workspace_id = current_setting(''app.workspace_id'', true))',
      owned
    );
    EXECUTE format('CREATE POLICY platform ON %I TO besunny_platform USING (true) WITH CHECK (true)', owned);
    EXECUTE format('CREATE POLICY ledger ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', owned);
  END LOOP;
  EXECUTE 'CREATE POLICY ledger ON workspaces FOR SELECT TO CURRENT_USER USING (true)';
  EXECUTE 'CREATE POLICY ledger ON outbox FOR INSERT TO CURRENT_USER WITH CHECK (true)';
END $$;
CREATE POLICY identity ON "billing_accounts" FOR SELECT TO besunny_identity USING (true);

-- What was used before this day. It is counted, and nothing of it is refused.
ALTER TABLE "document_versions" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "documents" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "conversation_turns" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "model_calls" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "memberships" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "sources" NO FORCE ROW LEVEL SECURITY;
INSERT INTO usage_events (id, workspace_id, meter, quantity, subject, occurred_at, idempotency_key)
SELECT 'uev_' || replace(gen_random_uuid()::text, '-', ''), u.* FROM (
  SELECT workspace_id, 'storage', size, document_id, created_at, 'storage:' || id FROM document_versions WHERE size > 0
  UNION ALL SELECT workspace_id, 'pages', page_count, id, created_at, 'pages:' || id || ':' || version FROM documents WHERE page_count > 0
  UNION ALL SELECT workspace_id, 'questions', 1, id, created_at, 'questions:' || id FROM conversation_turns
  UNION ALL SELECT workspace_id, 'tokens', input_tokens + output_tokens, id, created_at, 'tokens:' || id FROM model_calls
    WHERE workspace_id IS NOT NULL AND state <> 'open' AND input_tokens + output_tokens > 0
  UNION ALL SELECT workspace_id, 'seats', 1, user_id, created_at, 'seats:' || gen_random_uuid() FROM memberships
  UNION ALL SELECT workspace_id, 'connectors', 1, id, created_at, 'connectors:' || id FROM sources
) AS u;
INSERT INTO quota_periods (workspace_id, meter, starts_at, used)
SELECT workspace_id, meter, usage_period(meter, occurred_at), sum(quantity) FROM usage_events GROUP BY 1, 2, 3;
ALTER TABLE "document_versions" FORCE ROW LEVEL SECURITY;
ALTER TABLE "documents" FORCE ROW LEVEL SECURITY;
ALTER TABLE "conversation_turns" FORCE ROW LEVEL SECURITY;
ALTER TABLE "model_calls" FORCE ROW LEVEL SECURITY;
ALTER TABLE "memberships" FORCE ROW LEVEL SECURITY;
ALTER TABLE "sources" FORCE ROW LEVEL SECURITY;

-- Notices of quotas and of payments.
ALTER TABLE "notices" DROP CONSTRAINT "notices_kind",
ADD CONSTRAINT "notices_kind" CHECK ("kind" IN ('mention', 'comment', 'share', 'project', 'failure', 'review', 'view', 'due', 'budget', 'retirement', 'report', 'drift', 'release', 'training', 'source', 'connection', 'push', 'brief', 'decision', 'action', 'quota', 'billing'));
