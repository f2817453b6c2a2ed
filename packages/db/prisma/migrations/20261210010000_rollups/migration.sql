-- Sums of an hour (UTC), counted from the rows themselves. The workspace '' is all of them together. `n` and `total` have a place for each
-- figure of the source.
CREATE TABLE "metric_rollups" (
    "source" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "dimension" TEXT NOT NULL,
    "bucket" TIMESTAMPTZ(3) NOT NULL,
    "key" TEXT NOT NULL,
    "n" INTEGER[] NOT NULL,
    "total" DOUBLE PRECISION[] NOT NULL,

    CONSTRAINT "metric_rollups_pkey" PRIMARY KEY ("source", "workspace_id", "dimension", "bucket", "key")
);
CREATE INDEX "metric_rollups_source_dimension_bucket_idx" ON "metric_rollups"("source", "dimension", "bucket");

-- An hour that has to be counted again. Rows are only added and taken away, so that nobody waits for another's mark.
CREATE TABLE "rollup_marks" (
    "id" BIGSERIAL NOT NULL,
    "source" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "bucket" TIMESTAMPTZ(3) NOT NULL,
    "dirty_since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rollup_marks_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "rollup_marks_source_bucket_idx" ON "rollup_marks"("source", "bucket");

-- The statements that made the rollups of a source. Others count everything again. `drift` is what the last comparison found wrong.
CREATE TABLE "rollup_sources" (
    "source" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "compared_at" TIMESTAMPTZ(3),
    "drift" INTEGER,

    CONSTRAINT "rollup_sources_pkey" PRIMARY KEY ("source")
);

GRANT SELECT ON "metric_rollups", "rollup_marks", "rollup_sources" TO besunny_app;
GRANT INSERT ON "rollup_marks" TO besunny_app, besunny_identity;
GRANT USAGE ON SEQUENCE "rollup_marks_id_seq" TO besunny_app, besunny_identity, besunny_platform;
GRANT SELECT, INSERT, UPDATE, DELETE ON "metric_rollups", "rollup_marks", "rollup_sources" TO besunny_platform;

DO $$
DECLARE
  owned text;
BEGIN
  FOREACH owned IN ARRAY ARRAY['metric_rollups', 'rollup_marks'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', owned);
    EXECUTE format(
      'CREATE POLICY own_workspace ON %I TO besunny_app USING (workspace_id = current_setting(''app.workspace_id'', true)) WITH CHECK (workspace_id = current_setting(''app.workspace_id'', true))',
      owned
    );
    EXECUTE format('CREATE POLICY platform ON %I TO besunny_platform USING (true) WITH CHECK (true)', owned);
  END LOOP;
END $$;
-- A deletion that follows another is done as the owner of the tables. A mark names an hour and nothing else.
CREATE POLICY marks ON "rollup_marks" FOR INSERT TO PUBLIC WITH CHECK (true);
ALTER TABLE "rollup_sources" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "rollup_sources" FORCE ROW LEVEL SECURITY;
CREATE POLICY everybody ON "rollup_sources" FOR SELECT TO besunny_app USING (true);
CREATE POLICY platform ON "rollup_sources" TO besunny_platform USING (true) WITH CHECK (true);

CREATE INDEX "documents_created_at_idx" ON "documents"("created_at");
CREATE INDEX "run_steps_started_at_idx" ON "run_steps"("started_at");
CREATE INDEX "classification_results_created_at_idx" ON "classification_results"("created_at");

-- Each change marks its hours in its own transaction, whoever makes it. An update that changes no figure marks none.
CREATE FUNCTION mark_documents() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO rollup_marks (source, workspace_id, bucket)
      SELECT DISTINCT 'documents', workspace_id, date_trunc('hour', created_at, 'UTC') FROM new_rows;
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO rollup_marks (source, workspace_id, bucket)
      SELECT DISTINCT 'documents', workspace_id, date_trunc('hour', created_at, 'UTC') FROM old_rows;
  ELSE
    INSERT INTO rollup_marks (source, workspace_id, bucket)
      WITH changed AS (
        SELECT n.id, n.workspace_id, o.created_at AS before, n.created_at AS after, n.format IS DISTINCT FROM o.format AS is_other
          FROM new_rows n JOIN old_rows o ON o.id = n.id
         WHERE (n.workspace_id, n.created_at, n.type, n.status, n.stage, n.format, n.language, n.source, n.parent_id, n.error_code, n.size,
                n.page_count, n.trashed_at, n.is_type_corrected, n.type_confidence, n.personal_kinds)
               IS DISTINCT FROM
               (o.workspace_id, o.created_at, o.type, o.status, o.stage, o.format, o.language, o.source, o.parent_id, o.error_code, o.size,
                o.page_count, o.trashed_at, o.is_type_corrected, o.type_confidence, o.personal_kinds))
      SELECT DISTINCT 'documents', workspace_id, date_trunc('hour', at, 'UTC')
        FROM (SELECT workspace_id, before AS at FROM changed UNION SELECT workspace_id, after FROM changed
              UNION SELECT c.workspace_id, c.created_at FROM documents c JOIN changed p ON p.id = c.parent_id AND p.is_other) hours;
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION mark_steps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    INSERT INTO rollup_marks (source, workspace_id, bucket)
      SELECT DISTINCT 'stages', workspace_id, date_trunc('hour', started_at, 'UTC') FROM old_rows;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO rollup_marks (source, workspace_id, bucket)
      SELECT DISTINCT 'stages', workspace_id, date_trunc('hour', started_at, 'UTC') FROM new_rows;
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION mark_results() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    INSERT INTO rollup_marks (source, workspace_id, bucket)
      SELECT DISTINCT 'results', workspace_id, date_trunc('hour', created_at, 'UTC') FROM old_rows;
  ELSE
    INSERT INTO rollup_marks (source, workspace_id, bucket)
      SELECT DISTINCT 'results', workspace_id, date_trunc('hour', created_at, 'UTC') FROM new_rows;
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION mark_calls() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    INSERT INTO rollup_marks (source, workspace_id, bucket)
      SELECT DISTINCT 'calls', coalesce(workspace_id, ''), date_trunc('hour', created_at, 'UTC') FROM old_rows;
  ELSE
    INSERT INTO rollup_marks (source, workspace_id, bucket)
      SELECT DISTINCT 'calls', coalesce(workspace_id, ''), date_trunc('hour', created_at, 'UTC') FROM new_rows;
  END IF;
  RETURN NULL;
END $$;

DO $$
DECLARE
  marked record;
BEGIN
  FOR marked IN SELECT * FROM (VALUES ('documents', 'mark_documents'), ('run_steps', 'mark_steps'),
    ('classification_results', 'mark_results'), ('model_calls', 'mark_calls')) AS m(name, marker) LOOP
    EXECUTE format('CREATE TRIGGER marks_inserted AFTER INSERT ON %I REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION %I()', marked.name, marked.marker);
    EXECUTE format('CREATE TRIGGER marks_updated AFTER UPDATE ON %I REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION %I()', marked.name, marked.marker);
    EXECUTE format('CREATE TRIGGER marks_deleted AFTER DELETE ON %I REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION %I()', marked.name, marked.marker);
  END LOOP;
END $$;
