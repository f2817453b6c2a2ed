-- Automations: what a person wants done by itself. The draft is worked on; published versions never change.
CREATE TABLE "automations" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "owner_id" TEXT,
    "state" TEXT NOT NULL DEFAULT 'draft',
    -- Why it is paused: 'person', 'storm', 'owner' or 'invalid'.
    "paused_because" TEXT,
    "published_version" INTEGER,
    -- The trigger of the published version: one happening asks only for those that it may begin.
    "trigger_kind" TEXT,
    "draft" JSONB NOT NULL,
    -- Raised by each change of the draft, so that nobody overwrites what they have not seen.
    "revision" INTEGER NOT NULL DEFAULT 1,
    "priority" INTEGER NOT NULL DEFAULT 0,
    "storm_limit" INTEGER NOT NULL DEFAULT 200,
    -- Runs that began before this moment count to no storm: a person has looked.
    "calm_since" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "automations_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "automations_state_check" CHECK ("state" IN ('draft', 'on', 'paused', 'ended')),
    CONSTRAINT "automations_published" CHECK ("state" = 'draft' OR "published_version" IS NOT NULL),
    CONSTRAINT "automations_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "automations_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE
);
CREATE INDEX "automations_workspace_id_state_trigger_kind_idx" ON "automations"("workspace_id", "state", "trigger_kind");
CREATE INDEX "automations_owner_id_idx" ON "automations"("owner_id");

CREATE TABLE "automation_versions" (
    "automation_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "definition" JSONB NOT NULL,
    "schema_version" INTEGER NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "made_by_id" TEXT,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "automation_versions_pkey" PRIMARY KEY ("automation_id", "number"),
    CONSTRAINT "automation_versions_automation_id_fkey" FOREIGN KEY ("automation_id") REFERENCES "automations"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "automation_versions_made_by_id_fkey" FOREIGN KEY ("made_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE
);
CREATE INDEX "automation_versions_made_by_id_idx" ON "automation_versions"("made_by_id");

-- One way of a version with one document, from its trigger to its end.
CREATE TABLE "automation_runs" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "automation_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "document_id" TEXT NOT NULL,
    "trigger_kind" TEXT NOT NULL,
    -- The run whose change began this one, and how many stand before it.
    "caused_by" TEXT,
    "depth" INTEGER NOT NULL DEFAULT 0,
    "state" TEXT NOT NULL DEFAULT 'running',
    -- The step that is next, or at which it failed or waits.
    "node" TEXT,
    "explanation" JSONB NOT NULL DEFAULT '[]',
    "error" JSONB,
    "attempt" INTEGER NOT NULL DEFAULT 1,
    "began_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),
    CONSTRAINT "automation_runs_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "automation_runs_state_check" CHECK ("state" IN ('running', 'waiting', 'done', 'failed', 'cancelled')),
    CONSTRAINT "automation_runs_automation_id_fkey" FOREIGN KEY ("automation_id") REFERENCES "automations"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "automation_runs_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "documents"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "automation_runs_automation_id_began_at_idx" ON "automation_runs"("automation_id", "began_at");
CREATE INDEX "automation_runs_workspace_id_began_at_idx" ON "automation_runs"("workspace_id", "began_at");
CREATE INDEX "automation_runs_document_id_idx" ON "automation_runs"("document_id");

-- A trigger begins an automation once for a version of a document.
CREATE TABLE "automation_firings" (
    "automation_id" TEXT NOT NULL,
    "document_id" TEXT NOT NULL,
    "document_version" INTEGER NOT NULL,
    "trigger_key" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "run_id" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "automation_firings_pkey" PRIMARY KEY ("automation_id", "document_id", "document_version", "trigger_key"),
    CONSTRAINT "automation_firings_automation_id_fkey" FOREIGN KEY ("automation_id") REFERENCES "automations"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "automation_firings_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "documents"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "automation_firings_document_id_idx" ON "automation_firings"("document_id");

-- What a run changed: once for a step and a document. Undo needs what was there before.
CREATE TABLE "automation_changes" (
    "run_id" TEXT NOT NULL,
    "node" TEXT NOT NULL,
    "document_id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "action" TEXT NOT NULL,
    "plan" JSONB NOT NULL,
    "is_reversible" BOOLEAN NOT NULL,
    "done_at" TIMESTAMPTZ(3) NOT NULL,
    "undone_at" TIMESTAMPTZ(3),
    "not_undone_because" TEXT,
    CONSTRAINT "automation_changes_pkey" PRIMARY KEY ("run_id", "node", "document_id"),
    CONSTRAINT "automation_changes_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "automation_runs"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "automation_changes_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "documents"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "automation_changes_document_id_idx" ON "automation_changes"("document_id");

-- A question that a run asks people, with what the document was when it was asked.
CREATE TABLE "approvals" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "automation_id" TEXT NOT NULL,
    "run_id" TEXT NOT NULL,
    "node" TEXT NOT NULL,
    "document_id" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "asked" TEXT[] NOT NULL,
    "needed" INTEGER NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "on_timeout" TEXT NOT NULL,
    "round" INTEGER NOT NULL DEFAULT 1,
    "allow_self" BOOLEAN NOT NULL,
    "brought_by" TEXT,
    "snapshot" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by" TEXT,
    CONSTRAINT "approvals_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "approvals_state_check" CHECK ("state" IN ('open', 'approved', 'rejected', 'passed', 'expired', 'cancelled')),
    CONSTRAINT "approvals_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "automation_runs"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "approvals_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "documents"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "approvals_run_id_node_round_key" ON "approvals"("run_id", "node", "round");
CREATE INDEX "approvals_workspace_id_state_created_at_id_idx" ON "approvals"("workspace_id", "state", "created_at", "id");
CREATE INDEX "approvals_asked" ON "approvals" USING GIN ("asked");
CREATE INDEX "approvals_document_id_idx" ON "approvals"("document_id");

CREATE TABLE "approval_votes" (
    "approval_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "vote" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "via" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "approval_votes_pkey" PRIMARY KEY ("approval_id", "user_id"),
    CONSTRAINT "approval_votes_vote_check" CHECK ("vote" IN ('approve', 'reject')),
    CONSTRAINT "approval_votes_via_check" CHECK ("via" IN ('web', 'rest', 'slack')),
    CONSTRAINT "approval_votes_approval_id_fkey" FOREIGN KEY ("approval_id") REFERENCES "approvals"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "approval_votes_user_id_idx" ON "approval_votes"("user_id");

GRANT SELECT, INSERT, UPDATE ON "automations", "automation_runs", "automation_changes", "approvals", "automation_firings" TO besunny_app;
GRANT SELECT, INSERT ON "automation_versions", "approval_votes" TO besunny_app;
GRANT DELETE ON "automations" TO besunny_app;

DO $$
DECLARE
  owned text;
BEGIN
  FOREACH owned IN ARRAY ARRAY['automations', 'automation_versions', 'automation_runs', 'automation_firings', 'automation_changes', 'approvals', 'approval_votes'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', owned);
    EXECUTE format(
      'CREATE POLICY own_workspace ON %I TO besunny_app USING (workspace_id = current_setting(''app.workspace_id'', true)) WITH CHECK (workspace_id = current_setting(''app.workspace_id'', true))',
      owned
    );
  END LOOP;
END $$;

-- The trace of the call that announced an event: a run of an automation is known by it.
ALTER TABLE "outbox" ADD COLUMN "trace_id" TEXT;

-- Whether a value of a fact is new asks for the same words in other documents.
CREATE INDEX "document_facts_workspace_name_words" ON "document_facts"("workspace_id", "name", (left(lower("text"), 100)));
