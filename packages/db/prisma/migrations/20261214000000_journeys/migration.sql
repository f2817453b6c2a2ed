-- Platform admins count how far people get, from the first upload to the first answer. They see whose a conversation is, and no word of it.
GRANT SELECT ("id", "workspace_id", "owner_id") ON "conversations" TO besunny_platform;
GRANT SELECT ("conversation_id") ON "conversation_turns" TO besunny_platform;
CREATE POLICY platform ON "conversations" FOR SELECT TO besunny_platform USING (true);
