-- A person closes their account: their row goes, and by its foreign keys their sessions, browsers and resets. What names them in a workspace stays without a name.
GRANT DELETE ON "users" TO besunny_identity;
