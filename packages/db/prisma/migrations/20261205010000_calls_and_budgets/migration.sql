-- Every call to a model outside of BeSunny. Money is in millionths of a US dollar; a null cost is unknown. Calls of BeSunny itself have no workspace.
CREATE TABLE "model_calls" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT,
    "project_ids" TEXT[] NOT NULL DEFAULT '{}',
    "document_id" TEXT,
    "user_id" TEXT,
    "api_key_id" TEXT,
    "operation" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "server" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "lane" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "input_tokens" INTEGER NOT NULL DEFAULT 0,
    "cached_tokens" INTEGER NOT NULL DEFAULT 0,
    "cache_write_tokens" INTEGER NOT NULL DEFAULT 0,
    "output_tokens" INTEGER NOT NULL DEFAULT 0,
    "reasoning_tokens" INTEGER NOT NULL DEFAULT 0,
    "is_estimated" BOOLEAN NOT NULL DEFAULT false,
    "reserved_micro" BIGINT,
    "reserved_until" TIMESTAMPTZ(3) NOT NULL,
    "cost_micro" BIGINT,
    "price_id" TEXT,
    "latency_ms" INTEGER,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "error_code" TEXT,
    "trace_id" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "model_calls_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "model_calls_kind" CHECK ("kind" IN ('chat', 'answer', 'embedding', 'batch', 'tuning')),
    CONSTRAINT "model_calls_lane" CHECK ("lane" IN ('live', 'batch', 'flex', 'priority')),
    CONSTRAINT "model_calls_state" CHECK ("state" IN ('open', 'ok', 'failed', 'aborted', 'cut', 'refused')),
    CONSTRAINT "model_calls_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "model_calls_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "documents"("id") ON DELETE SET NULL ON UPDATE CASCADE
);
CREATE INDEX "model_calls_workspace_id_created_at_idx" ON "model_calls"("workspace_id", "created_at");
CREATE INDEX "model_calls_created_at_idx" ON "model_calls"("created_at");
CREATE INDEX "model_calls_document_id_idx" ON "model_calls"("document_id");
CREATE INDEX "model_calls_open" ON "model_calls"("workspace_id") WHERE "state" = 'open';

-- The most that a workspace, or a project, person or key of it, may spend in a day or a month of UTC.
CREATE TABLE "budgets" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "amount_micro" BIGINT NOT NULL,
    "created_by_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "budgets_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "budgets_subject_kind" CHECK ("subject_kind" IN ('workspace', 'project', 'user', 'key')),
    CONSTRAINT "budgets_period" CHECK ("period" IN ('day', 'month')),
    CONSTRAINT "budgets_amount" CHECK ("amount_micro" >= 0),
    CONSTRAINT "budgets_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "budgets_workspace_id_subject_kind_subject_id_period_key" ON "budgets"("workspace_id", "subject_kind", "subject_id", "period");

-- What was spent of a budget in one day or month: the sum of the ended calls. `level` is the share at which people were told last.
CREATE TABLE "budget_windows" (
    "budget_id" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "spent_micro" BIGINT NOT NULL,
    "level" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "budget_windows_pkey" PRIMARY KEY ("budget_id", "starts_at"),
    CONSTRAINT "budget_windows_budget_id_fkey" FOREIGN KEY ("budget_id") REFERENCES "budgets"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- What a workspace decides about calls whose price nobody knows.
CREATE TABLE "spending_rules" (
    "workspace_id" TEXT NOT NULL,
    "unknown_price" TEXT NOT NULL DEFAULT 'go',

    CONSTRAINT "spending_rules_pkey" PRIMARY KEY ("workspace_id"),
    CONSTRAINT "spending_rules_unknown_price" CHECK ("unknown_price" IN ('go', 'stop')),
    CONSTRAINT "spending_rules_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- Prices of a million tokens in millionths of the currency. A row never changes: a new price is a new row with a date.
CREATE TABLE "model_prices" (
    "id" TEXT NOT NULL,
    "server" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_until" DATE,
    "currency" TEXT NOT NULL,
    "input_micro" BIGINT NOT NULL,
    "cached_input_micro" BIGINT,
    "cache_write_micro" BIGINT,
    "output_micro" BIGINT NOT NULL,
    "batch_factor" DOUBLE PRECISION,
    "tiers" JSONB NOT NULL DEFAULT '{}',
    "long_context" JSONB,
    "source" TEXT NOT NULL,
    "read_on" DATE NOT NULL,
    "created_by_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "model_prices_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "model_prices_no_debts" CHECK ("input_micro" >= 0 AND "output_micro" >= 0 AND coalesce("cached_input_micro", 0) >= 0 AND coalesce("cache_write_micro", 0) >= 0)
);
CREATE INDEX "model_prices_server_model_idx" ON "model_prices"("server", "model");

CREATE FUNCTION refuse_change_of_price() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'A price never changes; add one with a date';
END $$;
CREATE TRIGGER "model_prices_never_change" BEFORE UPDATE ON "model_prices" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_price();

-- The day on which a maker switches a model off, by what says so. An admin's word goes before the provider's, and that before the shipped file's.
CREATE TABLE "model_retirements" (
    "server" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "said_by" TEXT NOT NULL,
    "ends_on" DATE NOT NULL,
    "replacement" TEXT,
    "source" TEXT NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "model_retirements_pkey" PRIMARY KEY ("server", "model", "said_by"),
    CONSTRAINT "model_retirements_said_by" CHECK ("said_by" IN ('file', 'provider', 'admin'))
);

GRANT SELECT, INSERT, UPDATE ON "model_calls" TO besunny_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "budgets", "budget_windows", "spending_rules" TO besunny_app;
GRANT SELECT ON "model_prices", "model_retirements" TO besunny_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "model_calls" TO besunny_platform;
GRANT SELECT ON "budgets", "budget_windows", "spending_rules" TO besunny_platform;
GRANT SELECT, INSERT ON "model_prices" TO besunny_platform;
GRANT SELECT, INSERT, UPDATE, DELETE ON "model_retirements" TO besunny_platform;

DO $$
DECLARE
  owned text;
BEGIN
  FOREACH owned IN ARRAY ARRAY['model_calls', 'budgets', 'budget_windows', 'spending_rules'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', owned);
    EXECUTE format(
      'CREATE POLICY own_workspace ON %I TO besunny_app USING (workspace_id = current_setting(''app.workspace_id'', true)) WITH CHECK (workspace_id = current_setting(''app.workspace_id'', true))',
      owned
    );
  END LOOP;
  FOREACH owned IN ARRAY ARRAY['budgets', 'budget_windows', 'spending_rules'] LOOP
    EXECUTE format('CREATE POLICY platform ON %I FOR SELECT TO besunny_platform USING (true)', owned);
  END LOOP;
END $$;
-- It ends calls that were lost, deletes old ones, and writes down calls of BeSunny itself.
CREATE POLICY platform ON "model_calls" TO besunny_platform USING (true) WITH CHECK (true);

-- True if a budget counts a call.
CREATE FUNCTION budget_counts(b budgets, c model_calls) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT b.workspace_id = c.workspace_id AND CASE b.subject_kind
    WHEN 'workspace' THEN true
    WHEN 'project' THEN b.subject_id = ANY(c.project_ids)
    WHEN 'user' THEN b.subject_id IS NOT DISTINCT FROM c.user_id
    ELSE b.subject_id IS NOT DISTINCT FROM c.api_key_id
  END
$$;

-- Returns what was spent of a budget in the window that holds an instant. The caller has locked the budget.
CREATE FUNCTION budget_spent(b budgets, at timestamptz) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  starts timestamptz := date_trunc(b.period, at, 'UTC');
  spent bigint;
BEGIN
  SELECT w.spent_micro INTO spent FROM budget_windows w WHERE w.budget_id = b.id AND w.starts_at = starts;
  IF FOUND THEN RETURN spent; END IF;
  SELECT coalesce(sum(c.cost_micro), 0) INTO spent FROM model_calls c
   WHERE c.workspace_id = b.workspace_id AND c.created_at >= starts
     AND c.created_at < starts + ('1 ' || b.period)::interval AND budget_counts(b, c);
  INSERT INTO budget_windows (budget_id, starts_at, workspace_id, spent_micro) VALUES (b.id, starts, b.workspace_id, spent);
  RETURN spent;
END $$;

-- Raises the level of a window. Returns true if it was lower.
CREATE FUNCTION raise_budget_level(b budgets, at timestamptz, reached integer) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  UPDATE budget_windows SET level = reached
   WHERE budget_id = b.id AND starts_at = date_trunc(b.period, at, 'UTC') AND level < reached;
  RETURN FOUND;
END $$;

-- Writes a call down and reserves its money in one statement. Budgets are locked one after the other, so no two calls take the same money.
CREATE FUNCTION open_model_call(given jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
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
  END IF;

  INSERT INTO model_calls (id, workspace_id, project_ids, document_id, user_id, api_key_id, operation, kind, provider, server, model, lane,
    state, reserved_micro, reserved_until, cost_micro, error_code, trace_id, created_at, ended_at)
  VALUES (c.id, c.workspace_id, c.project_ids, c.document_id, c.user_id, c.api_key_id, c.operation, c.kind, c.provider, c.server, c.model, c.lane,
    CASE WHEN refused_by IS NULL THEN 'open' ELSE 'refused' END, c.reserved_micro, c.reserved_until,
    CASE WHEN refused_by IS NULL THEN NULL ELSE 0 END, upper(replace(refused_by, ' ', '_')), c.trace_id, c.created_at,
    CASE WHEN refused_by IS NULL THEN NULL ELSE c.created_at END);
  RETURN jsonb_build_object('refusedBy', refused_by, 'budget', full_budget, 'crossed', crossed);
END $$;

-- Ends a call and takes what it cost from its budgets, in one statement. Ending it twice changes nothing.
CREATE FUNCTION close_model_call(given jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  c model_calls;
  b budgets;
  spent bigint;
  reached integer;
  cost bigint := (given->>'costMicro')::bigint;
  crossed jsonb := '[]';
BEGIN
  PERFORM set_config('app.workspace_id', given->>'workspaceId', true);
  SELECT * INTO c FROM model_calls WHERE id = given->>'id' FOR UPDATE;
  IF NOT FOUND OR NOT (c.state = 'open' OR c.error_code = 'LOST') THEN
    RETURN jsonb_build_object('crossed', crossed);
  END IF;
  IF c.workspace_id IS NOT NULL THEN
    FOR b IN SELECT * FROM budgets x WHERE x.workspace_id = c.workspace_id AND budget_counts(x, c) ORDER BY x.id FOR UPDATE LOOP
      spent := budget_spent(b, c.created_at) + coalesce(cost, 0);
      UPDATE budget_windows SET spent_micro = spent WHERE budget_id = b.id AND starts_at = date_trunc(b.period, c.created_at, 'UTC');
      reached := CASE
        WHEN b.amount_micro = 0 THEN 0
        WHEN spent >= b.amount_micro THEN 100
        WHEN spent * 100 >= b.amount_micro * 95 THEN 95
        WHEN spent * 100 >= b.amount_micro * 80 THEN 80
        ELSE 0 END;
      IF reached > 0 AND raise_budget_level(b, c.created_at, reached) THEN
        crossed := crossed || jsonb_build_array(jsonb_build_object('budgetId', b.id, 'level', reached));
      END IF;
    END LOOP;
  END IF;
  UPDATE model_calls SET
    state = given->>'state',
    input_tokens = (given->>'input')::integer,
    cached_tokens = (given->>'cached')::integer,
    cache_write_tokens = (given->>'written')::integer,
    output_tokens = (given->>'output')::integer,
    reasoning_tokens = (given->>'reasoning')::integer,
    is_estimated = (given->>'isEstimated')::boolean,
    cost_micro = cost,
    price_id = given->>'priceId',
    latency_ms = (given->>'latencyMs')::integer,
    attempts = (given->>'attempts')::integer,
    error_code = given->>'errorCode',
    ended_at = (given->>'endedAt')::timestamptz
  WHERE id = c.id;
  RETURN jsonb_build_object('crossed', crossed);
END $$;
