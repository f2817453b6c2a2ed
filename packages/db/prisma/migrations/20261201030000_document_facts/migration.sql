-- The facts of the newest result of each document, one row each, so that SQL can filter, count and add them. The numbers and days follow
-- from `normalised`, so that every writer gets the same.
CREATE FUNCTION fact_day(year INTEGER, month INTEGER, day INTEGER) RETURNS DATE
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE WHEN year BETWEEN 1 AND 9999 AND month BETWEEN 1 AND 12 AND day BETWEEN 1 AND 31
    THEN least(make_date(year, month, 1) + (day - 1), (make_date(year, month, 1) + interval '1 month' - interval '1 day')::date) END
$$;

CREATE FUNCTION fact_number(normalised TEXT) RETURNS DOUBLE PRECISION
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE
    WHEN normalised ~ '^[A-Z]{3} -?\d{1,15}(\.\d{1,10})?$' THEN substr(normalised, 5)::double precision
    WHEN normalised ~ '^-?\d{1,15}(\.\d{1,10})?$' THEN normalised::double precision
  END
$$;

CREATE FUNCTION fact_currency(normalised TEXT) RETURNS TEXT
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE WHEN normalised ~ '^[A-Z]{3} -?\d{1,15}(\.\d{1,10})?$' THEN left(normalised, 3) END
$$;

-- The first day of a day, month, quarter, year or period.
CREATE FUNCTION fact_first_day(normalised TEXT) RETURNS DATE
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE
    WHEN normalised ~ '^\d{4}-\d{2}-\d{2}'
      THEN public.fact_day(substr(normalised, 1, 4)::int, substr(normalised, 6, 2)::int, substr(normalised, 9, 2)::int)
    WHEN normalised ~ '^\d{4}-\d{2}$' THEN public.fact_day(substr(normalised, 1, 4)::int, substr(normalised, 6, 2)::int, 1)
    WHEN normalised ~ '^\d{4}-Q[1-4]$' THEN public.fact_day(left(normalised, 4)::int, right(normalised, 1)::int * 3 - 2, 1)
    WHEN normalised ~ '^(19|20)\d{2}( ?[/–] ?(\d{2}|\d{4}))?$' THEN public.fact_day(left(normalised, 4)::int, 1, 1)
  END
$$;

CREATE FUNCTION fact_last_day(normalised TEXT) RETURNS DATE
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE
    WHEN normalised ~ '^\d{4}-\d{2}-\d{2}/\d{4}-\d{2}-\d{2}' THEN public.fact_first_day(substr(normalised, 12))
    WHEN normalised ~ '^\d{4}-\d{2}-\d{2}' THEN public.fact_first_day(normalised)
    WHEN normalised ~ '^\d{4}-\d{2}$' THEN public.fact_day(substr(normalised, 1, 4)::int, substr(normalised, 6, 2)::int, 31)
    WHEN normalised ~ '^\d{4}-Q[1-4]$' THEN public.fact_day(left(normalised, 4)::int, right(normalised, 1)::int * 3, 31)
    WHEN normalised ~ '^(19|20)\d{2} ?[/–] ?\d{4}$' THEN public.fact_day(right(normalised, 4)::int, 12, 31)
    WHEN normalised ~ '^(19|20)\d{2} ?[/–] ?\d{2}$' THEN public.fact_day((left(normalised, 2) || right(normalised, 2))::int, 12, 31)
    WHEN normalised ~ '^(19|20)\d{2}$' THEN public.fact_day(normalised::int, 12, 31)
  END
$$;

CREATE FUNCTION fact_kind(normalised TEXT) RETURNS TEXT
  LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE
    WHEN public.fact_currency(normalised) IS NOT NULL THEN 'money'
    WHEN public.fact_number(normalised) IS NOT NULL THEN 'number'
    WHEN normalised ~ '^\d{4}-\d{2}-\d{2}(T|$)' AND public.fact_first_day(normalised) IS NOT NULL THEN 'date'
    WHEN public.fact_first_day(normalised) IS NOT NULL THEN 'period'
    WHEN normalised ~ '^P(\d|T\d)' THEN 'duration'
    ELSE 'text'
  END
$$;

CREATE TABLE "document_facts" (
    "document_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "label" TEXT,
    "text" TEXT NOT NULL,
    "normalised" TEXT,
    "kind" TEXT GENERATED ALWAYS AS (fact_kind("normalised")) STORED,
    "number" DOUBLE PRECISION GENERATED ALWAYS AS (fact_number("normalised")) STORED,
    "currency" TEXT GENERATED ALWAYS AS (fact_currency("normalised")) STORED,
    "date" DATE GENERATED ALWAYS AS (fact_first_day("normalised")) STORED,
    "date_end" DATE GENERATED ALWAYS AS (fact_last_day("normalised")) STORED,
    "confidence" DOUBLE PRECISION NOT NULL,
    "evidence" JSONB NOT NULL,
    "problems" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "is_contradicted" BOOLEAN NOT NULL DEFAULT false,
    "is_computed" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "document_facts_pkey" PRIMARY KEY ("document_id", "position"),
    CONSTRAINT "document_facts_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "documents"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "document_facts_workspace_id_name_number_idx" ON "document_facts"("workspace_id", "name", "number");
CREATE INDEX "document_facts_workspace_id_name_date_idx" ON "document_facts"("workspace_id", "name", "date");

-- Policies are forced on the owner too, who is to see every workspace here.
ALTER TABLE "classification_results" NO FORCE ROW LEVEL SECURITY;
INSERT INTO "document_facts"
  ("document_id", "position", "workspace_id", "name", "label", "text", "normalised", "confidence", "evidence", "problems", "is_contradicted", "is_computed")
SELECT r."document_id", f.ordinality - 1, r."workspace_id", f.fact ->> 'name', f.fact ->> 'label', f.fact ->> 'value', f.fact ->> 'normalised',
       coalesce((f.fact ->> 'confidence')::double precision, 0), coalesce(f.fact -> 'evidence', '[]'),
       ARRAY(SELECT jsonb_array_elements_text(coalesce(f.fact -> 'problems', '[]'))),
       coalesce((f.fact ->> 'isContradicted')::boolean, false), coalesce((f.fact ->> 'isComputed')::boolean, false)
  FROM (SELECT DISTINCT ON ("document_id") "document_id", "workspace_id", "statements" FROM "classification_results"
         ORDER BY "document_id", "created_at" DESC, "id" DESC) r
  CROSS JOIN LATERAL jsonb_array_elements(coalesce(r."statements" -> 'facts', '[]')) WITH ORDINALITY AS f(fact, ordinality)
 WHERE f.fact ->> 'name' IS NOT NULL AND f.fact ->> 'value' IS NOT NULL;
ALTER TABLE "classification_results" FORCE ROW LEVEL SECURITY;

-- Values are text of documents, so the platform has no right to read them.
GRANT SELECT, INSERT, UPDATE, DELETE ON "document_facts" TO besunny_app;
ALTER TABLE "document_facts" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "document_facts" FORCE ROW LEVEL SECURITY;
CREATE POLICY own_workspace ON "document_facts" TO besunny_app
  USING (workspace_id = current_setting('app.workspace_id', true))
  WITH CHECK (workspace_id = current_setting('app.workspace_id', true));
