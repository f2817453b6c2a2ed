-- Figures of all workspaces count people and openings. The platform still reads no words of people, and no note on an answer.
GRANT SELECT ("user_id", "opened_document_id") ON "search_log" TO besunny_platform;
GRANT SELECT ("user_id") ON "answer_ratings" TO besunny_platform;
GRANT SELECT ("document_ids") ON "conversation_turns" TO besunny_platform;
GRANT SELECT ("document_id", "user_id", "workspace_id", "opened_at") ON "document_openings" TO besunny_platform;
CREATE POLICY platform ON "document_openings" FOR SELECT TO besunny_platform USING (true);
