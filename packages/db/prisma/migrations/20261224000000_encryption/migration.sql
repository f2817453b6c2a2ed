-- The keys that encrypt a workspace's files, each wrapped by a main key that is not in the database. `platform` owns the files of no workspace, and
-- `secrets` seals secrets in columns. A key that is destroyed keeps its row, so that no other takes its place.
CREATE TABLE "workspace_keys" (
    "workspace_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "wrapped" BYTEA,
    "kek_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "wrapped_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retired_at" TIMESTAMPTZ(3),
    "destroyed_at" TIMESTAMPTZ(3),

    CONSTRAINT "workspace_keys_pkey" PRIMARY KEY ("workspace_id", "version"),
    CONSTRAINT "workspace_keys_state" CHECK ("state" IN ('active', 'retired', 'destroyed')),
    CONSTRAINT "workspace_keys_destroyed" CHECK (("state" = 'destroyed') = ("wrapped" IS NULL) AND ("wrapped" IS NULL) = ("kek_id" IS NULL))
);
CREATE UNIQUE INDEX "workspace_keys_active_key" ON "workspace_keys"("workspace_id") WHERE "state" = 'active';
CREATE INDEX "workspace_keys_kek_id_idx" ON "workspace_keys"("kek_id");

-- What happened to keys, without any key.
CREATE TABLE "key_events" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "kek_id" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "key_events_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "key_events_kind" CHECK ("kind" IN ('created', 'wrapped', 'retired', 'destroyed'))
);
CREATE INDEX "key_events_workspace_id_at_idx" ON "key_events"("workspace_id", "at");

-- How far the files of a workspace are encrypted with a version of its key.
CREATE TABLE "file_encryptions" (
    "workspace_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "files" INTEGER NOT NULL DEFAULT 0,
    "renewed" INTEGER NOT NULL DEFAULT 0,
    "failed" INTEGER NOT NULL DEFAULT 0,
    "began_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "file_encryptions_pkey" PRIMARY KEY ("workspace_id")
);

CREATE FUNCTION note_key_event() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  happened text := CASE
    WHEN TG_OP = 'INSERT' THEN 'created'
    WHEN NEW.state = 'destroyed' AND OLD.state <> 'destroyed' THEN 'destroyed'
    WHEN NEW.state = 'retired' AND OLD.state <> 'retired' THEN 'retired'
    WHEN NEW.kek_id IS DISTINCT FROM OLD.kek_id THEN 'wrapped'
  END;
BEGIN
  IF happened IS NOT NULL THEN
    INSERT INTO key_events (id, workspace_id, version, kind, kek_id)
    VALUES ('kev_' || replace(gen_random_uuid()::text, '-', ''), NEW.workspace_id, NEW.version, happened, NEW.kek_id);
  END IF;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION note_key_event() FROM PUBLIC;
CREATE TRIGGER workspace_keys_noted AFTER INSERT OR UPDATE ON "workspace_keys" FOR EACH ROW EXECUTE FUNCTION note_key_event();

-- A destroyed key stays destroyed.
CREATE FUNCTION refuse_revival() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'A destroyed key stays destroyed';
END $$;
CREATE TRIGGER workspace_keys_stay_destroyed BEFORE UPDATE ON "workspace_keys"
  FOR EACH ROW WHEN (OLD.state = 'destroyed') EXECUTE FUNCTION refuse_revival();
CREATE TRIGGER key_events_immutable BEFORE UPDATE ON "key_events" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- The app sees what there is of its workspace. The key ring works for all workspaces.
GRANT SELECT ON "workspace_keys", "key_events", "file_encryptions" TO besunny_app;
GRANT SELECT, INSERT, UPDATE ON "workspace_keys", "file_encryptions" TO besunny_platform;
GRANT SELECT ON "key_events" TO besunny_platform;
DO $$
DECLARE
  owned text;
BEGIN
  FOREACH owned IN ARRAY ARRAY['workspace_keys', 'key_events', 'file_encryptions'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', owned);
    EXECUTE format('CREATE POLICY own_workspace ON %I TO besunny_app USING (workspace_id = current_setting(''app.workspace_id'', true)) WITH CHECK (workspace_id = current_setting(''app.workspace_id'', true))', owned);
    EXECUTE format('CREATE POLICY platform ON %I TO besunny_platform USING (true) WITH CHECK (true)', owned);
    EXECUTE format('CREATE POLICY keeper ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', owned);
  END LOOP;
END $$;
