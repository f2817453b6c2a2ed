-- The rules of a workspace for texts that leave. Each change is a version of its own; the highest counts. Releases name its checksum.
CREATE TABLE "redaction_policies" (
    "workspace_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "policy" JSONB NOT NULL,
    "checksum" TEXT NOT NULL,
    "created_by_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "redaction_policies_pkey" PRIMARY KEY ("workspace_id", "version"),
    CONSTRAINT "redaction_policies_version" CHECK ("version" > 0),
    CONSTRAINT "redaction_policies_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE FUNCTION refuse_change_of_redaction_policy() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'A version of a redaction policy never changes';
END $$;
CREATE TRIGGER "redaction_policies_never_change" BEFORE UPDATE ON "redaction_policies" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_redaction_policy();

GRANT SELECT, INSERT ON "redaction_policies" TO besunny_app;
GRANT SELECT ON "redaction_policies" TO besunny_platform;

ALTER TABLE "redaction_policies" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "redaction_policies" FORCE ROW LEVEL SECURITY;
CREATE POLICY own_workspace ON "redaction_policies" TO besunny_app USING (workspace_id = current_setting('app.workspace_id', true)) WITH CHECK (workspace_id = current_setting('app.workspace_id', true));
CREATE POLICY platform ON "redaction_policies" FOR SELECT TO besunny_platform USING (true);
