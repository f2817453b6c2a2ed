-- The language in which a person reads the interface and mails. None means the language of the browser.
ALTER TABLE "users" ADD COLUMN "language" TEXT CHECK ("language" IN ('en', 'de'));
