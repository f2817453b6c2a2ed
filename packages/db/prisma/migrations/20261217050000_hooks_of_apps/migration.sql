-- Some providers call one address for a whole app, and name the accounts. No token and no name is read.
GRANT SELECT ("id", "workspace_id", "provider", "account_subject", "account_address", "is_practice") ON "connections" TO besunny_identity;
GRANT SELECT ("connection_id", "removed_at") ON "sources" TO besunny_identity;
GRANT SELECT ("source_id", "workspace_id", "renew_at"), UPDATE ("renew_at") ON "source_watches" TO besunny_identity;
CREATE POLICY identity ON "connections" TO besunny_identity USING (true) WITH CHECK (true);
CREATE POLICY identity ON "source_watches" TO besunny_identity USING (true) WITH CHECK (true);

-- A provider that asks to wait stops the workers of all workspaces at once.
GRANT UPDATE ("blocked_until", "state") ON "connections" TO besunny_platform;
