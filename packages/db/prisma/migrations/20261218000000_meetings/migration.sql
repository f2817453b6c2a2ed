
-- What is known of a transcript as a meeting. Its words stand in the document.
CREATE TABLE "meetings" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "document_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "is_title_corrected" BOOLEAN NOT NULL DEFAULT false,
    "began_at" TIMESTAMPTZ(3),
    "is_time_known" BOOLEAN NOT NULL DEFAULT false,
    "began_by" TEXT,
    "seconds" INTEGER,
    "language" TEXT,
    "outcome" TEXT,
    "outcome_confidence" DOUBLE PRECISION,
    "outcome_evidence" JSONB NOT NULL DEFAULT '[]',
    "is_outcome_corrected" BOOLEAN NOT NULL DEFAULT false,
    "model_key" TEXT NOT NULL,
    "producer" JSONB NOT NULL,
    "problems" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "joined_into" TEXT,
    "event_source_id" TEXT,
    "event_external_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "understood_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "meetings_pkey" PRIMARY KEY ("id")
);

-- Who spoke. `labels` are the names in the transcript that are this person.
CREATE TABLE "meeting_speakers" (
    "meeting_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "is_generic" BOOLEAN NOT NULL,
    "labels" TEXT[] NOT NULL,
    "user_id" TEXT,
    "entity_id" TEXT,
    "turns" INTEGER NOT NULL,
    "words" INTEGER NOT NULL,
    "seconds" INTEGER,
    "corrected_by" TEXT,

    CONSTRAINT "meeting_speakers_pkey" PRIMARY KEY ("meeting_id", "number")
);

-- The words of one person at a stretch, by their place in the document's text.
CREATE TABLE "meeting_turns" (
    "meeting_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "speaker" INTEGER,
    "start_ms" INTEGER,
    "end_ms" INTEGER,
    "is_time_guessed" BOOLEAN NOT NULL,
    "span_start" INTEGER NOT NULL,
    "span_end" INTEGER NOT NULL,
    "marks" JSONB NOT NULL DEFAULT '[]',
    "is_moved" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "meeting_turns_pkey" PRIMARY KEY ("meeting_id", "number")
);

-- A sentence of a summary, a topic, an open question or a tone.
CREATE TABLE "meeting_findings" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "meeting_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "found_text" TEXT,
    "topic" INTEGER,
    "first_turn" INTEGER,
    "last_turn" INTEGER,
    "lengths" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "tone" TEXT,
    "speaker" INTEGER,
    "confidence" DOUBLE PRECISION NOT NULL,
    "evidence" JSONB NOT NULL,
    "corrected_by" TEXT,
    "removed_by" TEXT,

    CONSTRAINT "meeting_findings_pkey" PRIMARY KEY ("id")
);

-- Something that is to be done, from a meeting or made by a person. An action without a document is seen by those of `kept_for`.
CREATE TABLE "action_items" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "meeting_id" TEXT,
    "document_id" TEXT,
    "project_id" TEXT,
    "kept_for" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "text" TEXT NOT NULL,
    "found_text" TEXT,
    "owner_id" TEXT,
    "owner_name" TEXT,
    "owner_how" TEXT,
    "owner_speaker" INTEGER,
    "due_on" DATE,
    "due_words" TEXT,
    "topic" INTEGER,
    "state" TEXT NOT NULL,
    "same_as" TEXT,
    "confidence" DOUBLE PRECISION,
    "evidence" JSONB NOT NULL DEFAULT '[]',
    "note" TEXT,
    "is_corrected" BOOLEAN NOT NULL DEFAULT false,
    "created_by" TEXT,
    "confirmed_by" TEXT,
    "confirmed_at" TIMESTAMPTZ(3),
    "done_at" TIMESTAMPTZ(3),
    "reminded_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "action_items_pkey" PRIMARY KEY ("id")
);

-- What was decided. `reopened_by` is the place that contradicts it.
CREATE TABLE "decisions" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "meeting_id" TEXT NOT NULL,
    "document_id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "found_text" TEXT,
    "speaker" INTEGER,
    "topic" INTEGER,
    "first_turn" INTEGER,
    "last_turn" INTEGER,
    "state" TEXT NOT NULL DEFAULT 'stands',
    "replaced_by" TEXT,
    "reopened_by" JSONB,
    "reopened_at" TIMESTAMPTZ(3),
    "settled" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "confidence" DOUBLE PRECISION NOT NULL,
    "evidence" JSONB NOT NULL,
    "is_corrected" BOOLEAN NOT NULL DEFAULT false,
    "confirmed_by" TEXT,
    "confirmed_at" TIMESTAMPTZ(3),
    "removed_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "decisions_pkey" PRIMARY KEY ("id")
);

-- A document that a meeting was about, with the reason.
CREATE TABLE "meeting_documents" (
    "meeting_id" TEXT NOT NULL,
    "document_id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "confidence" DOUBLE PRECISION NOT NULL,
    "evidence" JSONB NOT NULL DEFAULT '[]',
    "confirmed_by" TEXT,
    "removed_by" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "meeting_documents_pkey" PRIMARY KEY ("meeting_id", "document_id")
);

-- What a person is to know before a meeting.
CREATE TABLE "briefs" (
    "workspace_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "source_id" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "checksum" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "documents_seen_at" TIMESTAMPTZ(3),

    CONSTRAINT "briefs_pkey" PRIMARY KEY ("user_id", "source_id", "external_id")
);

-- Choices of a workspace on meetings. Tones are off until an admin switches them on.
CREATE TABLE "meeting_settings" (
    "workspace_id" TEXT NOT NULL,
    "wants_tone" BOOLEAN NOT NULL DEFAULT false,
    "changed_by" TEXT,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "meeting_settings_pkey" PRIMARY KEY ("workspace_id")
);

-- Choices of a person on briefs and reminders.
CREATE TABLE "meeting_wishes" (
    "workspace_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "brief_minutes" INTEGER DEFAULT 60,
    "is_briefed_evening" BOOLEAN NOT NULL DEFAULT true,
    "is_reminded" BOOLEAN NOT NULL DEFAULT true,
    "zone" TEXT,

    CONSTRAINT "meeting_wishes_pkey" PRIMARY KEY ("workspace_id", "user_id")
);

CREATE UNIQUE INDEX "meetings_document_id_key" ON "meetings"("document_id");
CREATE INDEX "meetings_workspace_id_began_at_idx" ON "meetings"("workspace_id", "began_at");
CREATE INDEX "meetings_event_source_id_event_external_id_idx" ON "meetings"("event_source_id", "event_external_id");
CREATE INDEX "meeting_speakers_workspace_id_user_id_idx" ON "meeting_speakers"("workspace_id", "user_id");
CREATE INDEX "meeting_findings_meeting_id_kind_position_idx" ON "meeting_findings"("meeting_id", "kind", "position");
CREATE INDEX "action_items_workspace_id_state_due_on_idx" ON "action_items"("workspace_id", "state", "due_on");
CREATE INDEX "action_items_workspace_id_owner_id_state_idx" ON "action_items"("workspace_id", "owner_id", "state");
CREATE INDEX "action_items_meeting_id_idx" ON "action_items"("meeting_id");
CREATE INDEX "action_items_document_id_idx" ON "action_items"("document_id");
CREATE INDEX "decisions_workspace_id_decided_at_idx" ON "decisions"("workspace_id", "decided_at");
CREATE INDEX "decisions_meeting_id_idx" ON "decisions"("meeting_id");
CREATE INDEX "decisions_document_id_idx" ON "decisions"("document_id");
CREATE INDEX "meeting_documents_document_id_idx" ON "meeting_documents"("document_id");
CREATE INDEX "briefs_workspace_id_idx" ON "briefs"("workspace_id");

ALTER TABLE "meetings" ADD CONSTRAINT "meetings_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "documents"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_joined_into_fkey" FOREIGN KEY ("joined_into") REFERENCES "meetings"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "meeting_speakers" ADD CONSTRAINT "meeting_speakers_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meetings"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "meeting_speakers" ADD CONSTRAINT "meeting_speakers_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "meeting_turns" ADD CONSTRAINT "meeting_turns_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meetings"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "meeting_findings" ADD CONSTRAINT "meeting_findings_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meetings"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "action_items" ADD CONSTRAINT "action_items_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meetings"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "action_items" ADD CONSTRAINT "action_items_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "documents"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "action_items" ADD CONSTRAINT "action_items_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "action_items" ADD CONSTRAINT "action_items_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meetings"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "documents"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "meeting_documents" ADD CONSTRAINT "meeting_documents_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meetings"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "meeting_documents" ADD CONSTRAINT "meeting_documents_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "documents"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "briefs" ADD CONSTRAINT "briefs_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "briefs" ADD CONSTRAINT "briefs_source_id_external_id_fkey" FOREIGN KEY ("source_id", "external_id") REFERENCES "calendar_events"("source_id", "external_id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "meeting_settings" ADD CONSTRAINT "meeting_settings_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "meeting_wishes" ADD CONSTRAINT "meeting_wishes_workspace_id_user_id_fkey" FOREIGN KEY ("workspace_id", "user_id") REFERENCES "memberships"("workspace_id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "meetings" ADD CONSTRAINT "meetings_outcome" CHECK ("outcome" IN ('decided', 'follow-up', 'blocked', 'information', 'no-outcome'));
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_began_by" CHECK ("began_by" IN ('said', 'calendar', 'person'));
ALTER TABLE "meeting_findings" ADD CONSTRAINT "meeting_findings_kind" CHECK ("kind" IN ('summary', 'topic', 'question', 'tone'));
ALTER TABLE "action_items" ADD CONSTRAINT "action_items_state" CHECK ("state" IN ('draft', 'open', 'done', 'rejected', 'merged'));
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_state" CHECK ("state" IN ('stands', 'reopened', 'replaced'));
ALTER TABLE "meeting_documents" ADD CONSTRAINT "meeting_documents_reason" CHECK ("reason" IN ('attached', 'linked', 'shared', 'named', 'alike', 'person'));

GRANT SELECT, INSERT, UPDATE, DELETE ON "meetings", "meeting_speakers", "meeting_turns", "meeting_findings", "action_items", "decisions", "meeting_documents", "briefs", "meeting_settings", "meeting_wishes" TO besunny_app;

DO $$
DECLARE
  owned text;
BEGIN
  FOREACH owned IN ARRAY ARRAY['meetings', 'meeting_speakers', 'meeting_turns', 'meeting_findings', 'action_items', 'decisions', 'meeting_documents', 'briefs', 'meeting_settings', 'meeting_wishes'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', owned);
    EXECUTE format(
      'CREATE POLICY own_workspace ON %I TO besunny_app USING (workspace_id = current_setting(''app.workspace_id'', true)) WITH CHECK (workspace_id = current_setting(''app.workspace_id'', true))',
      owned
    );
  END LOOP;
END $$;
