-- Mails about notices are written in the language of their reader.
GRANT SELECT ("language") ON "users" TO besunny_platform;
