-- A thread of questions and answers. It belongs to one person, and goes with their membership.
CREATE TABLE "conversations" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "owner_id" TEXT NOT NULL,
    "title" TEXT,
    "scope" JSONB NOT NULL,
    "shared_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "conversations_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "conversations_workspace_id_owner_id_fkey" FOREIGN KEY ("workspace_id", "owner_id") REFERENCES "memberships"("workspace_id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "conversations_workspace_id_owner_id_updated_at_idx" ON "conversations"("workspace_id", "owner_id", "updated_at");

-- A question with its answer. Turns with the same parent are versions of each other.
CREATE TABLE "conversation_turns" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "conversation_id" TEXT NOT NULL,
    "parent_id" TEXT,
    "question" TEXT NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "state" TEXT NOT NULL,
    "outcome" JSONB,
    "document_ids" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "other_document_ids" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "conversation_turns_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "conversation_turns_state" CHECK ("state" IN ('writing', 'done', 'stopped', 'failed')),
    CONSTRAINT "conversation_turns_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversations"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "conversation_turns_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "conversation_turns"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "conversation_turns_conversation_id_created_at_idx" ON "conversation_turns"("conversation_id", "created_at");
CREATE INDEX "conversation_turns_parent_id_idx" ON "conversation_turns"("parent_id");
CREATE INDEX "conversation_turns_workspace_id_created_at_idx" ON "conversation_turns"("workspace_id", "created_at");
-- Deleting a document finds the answers that quote it.
CREATE INDEX "conversation_turns_document_ids_idx" ON "conversation_turns" USING GIN ("document_ids");
CREATE INDEX "conversation_turns_other_document_ids_idx" ON "conversation_turns" USING GIN ("other_document_ids");

-- What a reader thought of an answer.
CREATE TABLE "answer_ratings" (
    "turn_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "is_helpful" BOOLEAN NOT NULL,
    "reasons" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "note" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "answer_ratings_pkey" PRIMARY KEY ("turn_id", "user_id"),
    CONSTRAINT "answer_ratings_turn_id_fkey" FOREIGN KEY ("turn_id") REFERENCES "conversation_turns"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "answer_ratings_workspace_id_user_id_fkey" FOREIGN KEY ("workspace_id", "user_id") REFERENCES "memberships"("workspace_id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "answer_ratings_workspace_id_created_at_idx" ON "answer_ratings"("workspace_id", "created_at");
CREATE INDEX "answer_ratings_workspace_id_user_id_idx" ON "answer_ratings"("workspace_id", "user_id");

GRANT SELECT, INSERT, UPDATE, DELETE ON "conversations", "conversation_turns", "answer_ratings" TO besunny_app;
-- The platform counts answers and thumbs. It has no right to read what people asked, read and wrote.
GRANT SELECT ("id", "workspace_id", "state", "created_at", "ended_at") ON "conversation_turns" TO besunny_platform;
GRANT SELECT ("turn_id", "workspace_id", "is_helpful", "reasons", "created_at") ON "answer_ratings" TO besunny_platform;

DO $$
DECLARE
  owned text;
BEGIN
  FOREACH owned IN ARRAY ARRAY['conversations', 'conversation_turns', 'answer_ratings'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', owned);
    EXECUTE format(
      'CREATE POLICY own_workspace ON %I TO besunny_app USING (workspace_id = current_setting(''app.workspace_id'', true)) WITH CHECK (workspace_id = current_setting(''app.workspace_id'', true))',
      owned
    );
  END LOOP;
END $$;
CREATE POLICY platform ON "conversation_turns" TO besunny_platform USING (true);
CREATE POLICY platform ON "answer_ratings" TO besunny_platform USING (true);
